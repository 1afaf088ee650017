"""Findings as a DocBin of spaCy (.spacy): one document a report, places as groups of spans.

`doc.spans["statements"]` holds the places, with their acts as labels and the statements' ids as span ids;
`doc.spans["relations"]`, `["precedents"]`, `["options"]` and `["distances"]` hold the other findings.
`doc.spans["cue"]`, `["content"]`, `["condition"]`, `["reasons"]` and `["means"]` hold
parts under the same ids.
All else is in `doc.user_data["goodoffices"]`, as JSON.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from goodoffices.errors import CaseError
from goodoffices.reports.report import Report, Span
from goodoffices.statements.coded import Coded, encode
from goodoffices.statements.decisions import Finding
from goodoffices.statements.forms import FORMS, Form
from goodoffices.workspace.cells import read_bytes
from goodoffices.workspace.roundtrip.incoming import Gathering, Incoming, among, same_text

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

KEY = "goodoffices"
PARTS = tuple(dict.fromkeys(part for form in FORMS.values() for part in form.parts[1:]))
"""Groups of places that belong to findings."""
MAX_UNPACKED = 200_000_000
"""Most bytes that a file may unpack to."""
_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")


def docbin_bytes(
    reports: Iterable[Report], findings: Sequence[Finding], kinds: Sequence[str] = tuple(FORMS)
) -> bytes:
    """Return reports and findings of some kinds as the bytes of a DocBin.

    The text is cut into tokens at every end of a place, so that each place is a span exactly.
    """
    from spacy.tokens import DocBin  # noqa: PLC0415 - loads slowly
    from spacy.vocab import Vocab  # noqa: PLC0415

    vocab = Vocab()
    bin_ = DocBin(store_user_data=True)
    for report in reports:
        own = [encode(one) for one in findings if one.evidence.report == report.id]
        bin_.add(_doc(report, own, [FORMS[kind] for kind in kinds], vocab))
    return bytes(bin_.to_bytes())


def read_docbin(path: Path, reports: Mapping[str, Report]) -> Incoming:
    """Read a DocBin.

    Raises:
        CaseError: The file is no DocBin, or unpacks to more than 200 MB.
    """
    from spacy.tokens import DocBin  # noqa: PLC0415 - loads slowly
    from spacy.vocab import Vocab  # noqa: PLC0415

    data = read_bytes(path)
    try:
        _check_size(data, path)
        docs = list(DocBin(store_user_data=True).from_bytes(data).get_docs(Vocab()))
    except CaseError:
        raise
    except Exception as error:
        raise CaseError(f"{path} is no DocBin that can be read ({error}); save it with spaCy 3") from error
    gathering = Gathering()
    for number, doc in enumerate(docs, start=1):
        where = f"{path}, document {number}"
        try:
            _read_doc(doc, where, reports, gathering)
        except CaseError as error:
            gathering.problems.append(str(error))
    return gathering.done()


def _check_size(data: bytes, path: Path) -> None:
    if len(zlib.decompressobj().decompress(data, MAX_UNPACKED)) >= MAX_UNPACKED:
        raise CaseError(f"{path} unpacks to more than {MAX_UNPACKED // 1_000_000} MB; split it")


def _doc(report: Report, findings: Sequence[Coded], forms: Sequence[Form], vocab: Any) -> Doc:  # noqa: ANN401 - spaCy's
    from spacy.tokens import Doc  # noqa: PLC0415 - loads slowly
    from spacy.tokens import Span as Tokens  # noqa: PLC0415

    places = [span for one in findings for spans in one.spans.values() for span in spans]
    words, starts = _tokens(report.text, {end for span in places for end in (span.start, span.end)})
    doc = Doc(vocab, words=words, spaces=[False] * len(words))
    place = {start: at for at, start in enumerate([*starts, len(report.text)])}

    def tokens(span: Span, label: str, id_: str) -> Tokens:
        return Tokens(doc, place[span.start], place[span.end], label=label, span_id=id_)

    record: dict[str, Any] = {"report": report.id}
    for form in forms:
        own = [one for one in findings if one.kind == form.kind]
        doc.spans[form.plural] = [tokens(one.spans["words"][0], one.label, one.id) for one in own]
        record[form.plural] = {one.id: _kept(one) for one in own}
    for part in PARTS:
        doc.spans[part] = [tokens(span, part, one.id) for one in findings for span in one.spans.get(part, ())]
    doc.user_data[KEY] = json.dumps(record, ensure_ascii=False)
    return doc


def _kept(one: Coded) -> dict[str, str]:
    return {name: text for name, text in one.values.items() if name != one.form.label}


def _tokens(text: str, ends: Iterable[int]) -> tuple[list[str], list[int]]:
    """Return tokens that make up the text without anything between them, and where each starts."""
    cuts = (
        sorted({0, *ends, *(found.start() for found in _TOKEN.finditer(text))} - {len(text)}) if text else []
    )
    return [text[start:end] for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)], cuts


def _read_doc(doc: Doc, where: str, reports: Mapping[str, Report], gathering: Gathering) -> None:
    record = _record(doc, where)
    report = among(reports, record.get("report", ""), where)
    wrong = same_text(where, doc.text, report)
    if wrong:
        raise CaseError(wrong)
    gathering.reports.append(report.id)
    for form in FORMS.values():
        if form.plural in doc.spans:
            gathering.kinds.add(form.kind)
        kept = record.get(form.plural, {})
        for tokens in doc.spans.get(form.plural, ()):
            spot = f"{where}, {form.kind} '{tokens.id_ or tokens.text[:30]}'"
            values = kept.get(tokens.id_, {}) if isinstance(kept, dict) else {}
            if not isinstance(values, dict) or any(
                name not in form.values or not isinstance(text, str) for name, text in values.items()
            ):
                gathering.problems.append(f"{spot}: what is noted of it is no value of {form.called}")
                continue
            gathering.coded.append(_coded(doc, tokens, form, values, Coded("", report.id, spot)))


def _coded(doc: Doc, tokens: Tokens, form: Form, values: Mapping[str, str], bare: Coded) -> Coded:
    spans: dict[str, tuple[Span, ...]] = {"words": (Span(tokens.start_char, tokens.end_char),)}
    for part in form.parts[1:]:
        found = [one for one in doc.spans.get(part, ()) if one.id_ == tokens.id_]
        spans[part] = tuple(Span(one.start_char, one.end_char) for one in found)
    if "cue" in spans:
        spans["cue"] = spans["cue"] or spans["words"]
    label = {form.label: tokens.label_} if form.label else {}
    return replace(bare, id=tokens.id_, values={**values, **label}, spans=spans, kind=form.kind)


def _record(doc: Doc, where: str) -> dict[str, Any]:
    try:
        record = json.loads(doc.user_data.get(KEY, "{}"))
    except (ValueError, RecursionError, TypeError) as error:
        raise CaseError(f"{where}: what is noted of it is not JSON ({error})") from error
    if not isinstance(record, dict) or not isinstance(record.get("report"), str):
        raise CaseError(f"{where}: it does not say of which report it is; keep doc.user_data['{KEY}']")
    return record
