"""How well our own coded reports are read, beside a plain baseline over the same parse, in one run.

Run as `python -m benchmarks.reading.own_reports`. The baseline takes a verb of a short list with its subject
and its complement or object, and looks the subject's names up in the gazetteer: no quotations over sentences,
no pronouns, no nouns that tell of acts, no passives. Only figures are printed, none of the sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from goodoffices.reports.report import Report
from goodoffices.statements.acts import Act
from goodoffices.statements.evidence import cite
from goodoffices.statements.gazetteer import Entity, load_gazetteer
from goodoffices.statements.report_score import score_report
from goodoffices.statements.scoring import Figure, Score, figures
from goodoffices.statements.statement import Actor, Manner, Reading, Statement
from goodoffices.workspace.gold import Gold, load_gold
from goodoffices.workspace.parser import load_parser
from goodoffices.workspace.reading import read

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

REPORTS = Path(__file__).parents[2] / "tests" / "reference" / "reading" / "reports"
WANTED = {("found", "statements"): 0.85, ("right", "act"): 0.85, ("right", "actor's state"): 0.95}
"""What the reader is meant to reach; of invented statements, none."""
SHOWN = (
    *("statements", "invented", "act", "actor's state", "actor's party", "negation", "content"),
    *("relations", "precedents", "options", "distances"),
)
VERBS = {
    Act.CLAIM: "say tell add state claim stress note argue reply answer",
    Act.PROPOSE: "propose suggest",
    Act.OFFER: "offer",
    Act.PLAN: "plan",
    Act.PROMISE: "promise pledge vow",
    Act.ACCEPT: "accept",
    Act.AGREE: "agree sign",
    Act.REJECT: "reject refuse oppose",
    Act.DEMAND: "demand insist",
    Act.REQUEST: "request ask",
    Act.APPEAL: "urge call",
    Act.SUPPORT: "support back favour welcome",
    Act.THREATEN: "threaten",
    Act.WARN: "warn",
    Act.ACCUSE: "accuse blame",
    Act.DENY: "deny",
}
ACTS = {verb: act for act, verbs in VERBS.items() for verb in verbs.split()}
COMPLEMENTS = {"ccomp", "xcomp", "dobj"}

Reader = Callable[[Report], Reading]


def baseline(report: Report) -> Reading:
    """Return verbs of the list with subject and complement, as statements."""
    return Reading(tuple(_statements(report)))


def _statements(report: Report) -> Iterator[Statement]:
    parse = load_parser()
    number = 0
    for passage in report.passages:
        for sentence in parse(report.cut(passage)).sents:
            for token in sentence:
                subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
                if token.pos_ == "VERB" and token.lemma_ in ACTS and subject is not None:
                    number += 1
                    yield _statement(report, f"s{number}", passage.start, sentence, token, subject)


def _statement(
    report: Report, id_: str, start: int, sentence: Span, verb: Token, subject: Token
) -> Statement:
    evidence = cite(report, start + sentence.start_char, start + sentence.end_char)
    cue = cite(report, start + verb.idx, start + verb.idx + len(verb))
    said = next((child for child in verb.children if child.dep_ in COMPLEMENTS), None)
    content = None
    if said is not None:
        left, right = said.left_edge, said.right_edge
        content = cite(report, start + left.idx, start + right.idx + len(right))
    negated = any(child.dep_ == "neg" for child in verb.children)
    manner = Manner.INDIRECT
    return Statement(id_, _actor(subject), ACTS[verb.lemma_], manner, evidence, cue, content, negated=negated)


def _actor(subject: Token) -> Actor:
    phrase = subject.doc[subject.left_edge.i : subject.right_edge.i + 1]
    gazetteer = load_gazetteer()
    named = [phrase, *phrase.ents, *phrase]
    known: list[Entity] = [one for words in named for one in gazetteer.lookup(words.text)]
    party = next((one.state or one.id if one.office else one.id for one in known), None)
    return Actor(phrase.text, party)


def scored(gold: tuple[Gold, ...], reader: Reader) -> dict[tuple[str, str], Figure]:
    """Return the figures of a reader."""
    scores: list[Score] = [score_report(one.report, reader(one.report), one.coding) for one in gold]
    return {(one.group, one.name): one for one in figures(scores)}


def told(figure: Figure | None) -> str:
    """Return a figure in words: precision, recall, F1 and interval; a share once."""
    if figure is None or figure.counts.f1 is None:
        return "-"
    counts = figure.counts
    interval = "" if figure.interval is None else " [{:.2f}, {:.2f}]".format(*figure.interval)
    if figure.group != "found":
        return f"{counts.right} of {counts.wanted}, {counts.f1:.2f}{interval}"
    rates = "/".join("-" if rate is None else f"{rate:.2f}" for rate in (counts.precision, counts.recall))
    return f"{rates} {counts.f1:.2f}{interval}"


def main() -> None:
    """Print both readers' figures on both halves."""
    for half in ("train", "test"):
        gold = load_gold(REPORTS / half)
        ours = scored(gold, lambda report: read([report]))
        plain = scored(gold, baseline)
        print(f"\n{half}: {len(gold)} reports; precision/recall F1 [95 of 100 draws of the reports]")
        print(f"{'':16}{'this reader':34}{'plain baseline':34}wanted")
        for key in ours:
            if key[0] in ("found", "share", "right") and key[1] in SHOWN:
                wanted = f"{WANTED[key]:.2f}" if key in WANTED else ""
                print(f"{key[1]:16}{told(ours[key]):34}{told(plain.get(key)):34}{wanted}".rstrip())


if __name__ == "__main__":
    main()
