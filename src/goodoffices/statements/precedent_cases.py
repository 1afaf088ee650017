"""Cases that are called by their place alone, and articles of treaties: 'as in Namibia', 'Article 5'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.lexicon import rows
from goodoffices.statements.precedent_names import capitalised_run
from goodoffices.statements.precedent_when import year_of_place
from goodoffices.statements.precedent_years import DATE, YEAR
from goodoffices.statements.relation_frames import things
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.syntax import lemma

ARTICLE = re.compile(
    r"\b(?:(?P<owner>[A-Z][\w.]+)(?:[’']s)? )?Article (?P<number>\d+|[IVX]+)\b"
    r"(?! of (?:the|this|its|their|our) (?:draft|text|agreement|plan|proposal|constitution|law|accord)\b)"
)
AGREED = re.compile(rf"^, (?:which was )?(?:signed|agreed|concluded|negotiated|sealed) in {DATE}")
YEAR_BEHIND = re.compile(rf"^,? (?:in|after|of|since|before) {DATE}")
AT = re.compile(r"\b[Aa]t (?:the )?$")
HELD_UP = re.compile(
    r"^,? (?:where |in which |when |as (?:an?|the|their|its|his|her) (?:\w+ )?"
    r"(?:model|example|precedent|case|warning|lesson|proof|parallel|reminder|success|failure|pattern|template"
    r"|instance|inspiration)\b)"
)
REACH = 70
"""Characters before a name in which a comparison is looked for."""
UNSURE = frozenset({"", "ORG", "EVENT", "WORK_OF_ART", "PRODUCT"})
PLACES = frozenset({"GPE", "LOC", "FAC"})


def places_agreed(sentence: SentenceSpan) -> Iterator[tuple[Tokens, int | None]]:
    """Yield an agreement that is called by its place alone: 'Taif, signed in 1989'."""
    for token in sentence:
        follows = AGREED.match(_rest(token, sentence)) if token.pos_ == "PROPN" else None
        if follows and not _is_instrument(token) and token.ent_type_ != "PERSON":
            yield capitalised_run(token, sentence), int(follows["year"])


@cache
def _comparing(kind: str) -> re.Pattern[str]:
    """Return what stands before a case that is compared with, by its kind: likened, dated, recalled, year."""
    patterns = (row["pattern"] for row in rows("comparisons.tsv") if row["kind"] == kind)
    return re.compile(rf"(?:^|\W)(?:{'|'.join(patterns)})$")


def places_likened(
    sentence: SentenceSpan, attribution: Attribution | None
) -> Iterator[tuple[Tokens, int | None]]:
    """Yield an earlier case called by its place: 'as in Namibia', 'another Munich', 'Vietnam after 1973'.

    A place that somebody recalls counts where no party is called by it, or where it is told as what it stands
    for: 'recalled Dayton', 'cited Oslo as a warning'.
    """
    for token in sentence:
        if token.pos_ != "PROPN" or _goes_on(token, sentence) or _is_instrument(token):
            continue
        name = capitalised_run(token, sentence)
        before = sentence.doc.text[max(sentence.start_char, name[0].idx - REACH) : name[0].idx]
        behind = YEAR_BEHIND.match(_rest(token, sentence))
        likened = _is_likened(name, before)
        told = AT.search(before) is not None or _rest(token, sentence).startswith(", where ")
        place = told or _is_place(name, attribution)
        if not place:
            continue
        if behind is not None and (likened or _comparing("dated").search(before)):
            yield name, int(behind["year"])
        elif (
            behind is None
            and (likened or _is_recalled(name, before, sentence, attribution))
            and not (_is_party(name, attribution))
        ):
            yield name, year_of_place(name, sentence)


def _is_likened(name: Tokens, before: str) -> bool:
    """Tell whether words compare with a place; 'similar to' compares with much that is no place."""
    near = name[-1].ent_type_ in PLACES and _comparing("kin").search(before) is not None
    return near or _comparing("likened").search(before) is not None


def _is_recalled(name: Tokens, before: str, sentence: SentenceSpan, attribution: Attribution | None) -> bool:
    """Tell whether somebody brings up a place as a case, not as a party or as where something is."""
    told = HELD_UP.match(_rest(name[-1], sentence)) is not None
    known = attribution is not None and name[-1].i in attribution.mentions
    if _comparing("recalled").search(before) is not None:
        return told or (not known and name[-1].ent_type_ in PLACES)
    return told and _comparing("held").search(before) is not None


def years_likened(sentence: SentenceSpan, this_year: int | None) -> Iterator[tuple[Tokens, int | None]]:
    """Yield an earlier case called by its year alone: 'another 1983', 'go the way of 1995'."""
    for token in sentence:
        if not YEAR.fullmatch(token.text) or (this_year is not None and int(token.text) >= this_year):
            continue
        before = sentence.doc.text[max(sentence.start_char, token.idx - REACH) : token.idx]
        if _comparing("year").search(before):
            yield (token,), int(token.text)


def _goes_on(token: Token, sentence: SentenceSpan) -> bool:
    behind = token.doc[token.i + 1] if token.i + 1 < sentence.end else None
    return behind is not None and (
        behind.text in {"-", "’s", "'s"} or behind.pos_ == "PROPN" or behind.dep_ == "compound"
    )


def _is_instrument(token: Token) -> bool:
    return token.lower_ in things("strong_instrument") | things("weak_instrument")


def _is_place(name: Tokens, attribution: Attribution | None) -> bool:
    mention = attribution.mentions.get(name[-1].i) if attribution is not None else None
    if mention is not None:
        return not mention.demonym and mention.entities[0].kind.value == "state"
    return name[-1].ent_type_ in PLACES or name[-1].ent_type_ in UNSURE


def _is_party(name: Tokens, attribution: Attribution | None) -> bool:
    """Tell whether a place stands for a party that the report has named before."""
    mention = attribution.mentions.get(name[-1].i) if attribution is not None else None
    if mention is None or attribution is None:
        return False
    ids = {entity.id for entity in mention.entities}
    discourse = attribution.discourse
    return any(one.actor.party in ids and one.sentence < discourse.sentence for one in discourse.seen)


def articles(sentence: SentenceSpan) -> Iterator[tuple[Tokens, str]]:
    """Yield articles of treaties with their owner: 'NATO’s Article 5'."""
    for match in ARTICLE.finditer(sentence.text):
        span = sentence.doc.char_span(
            sentence.start_char + match.start(), sentence.start_char + match.end(), alignment_mode="expand"
        )
        if span is not None:
            yield tuple(span), match.group()


def is_to_be_signed(tokens: Tokens) -> bool:
    """Tell whether a name is that of what is being made: 'will sign the Accord', 'the draft Protocol'."""
    first, last = tokens[0], tokens[-1]
    before = first.doc[first.i - 1].lower_ if first.i > first.sent.start else ""
    rest = _rest(last, last.sent)
    if before in things("draft_word") or rest.startswith((" of this year", " of this month")):
        return True
    verb = next((one for one in last.ancestors if one.pos_ in {"VERB", "AUX"}), None)
    if verb is None or lemma(verb) not in {
        "sign",
        "conclude",
        "finalise",
        "finalize",
        "negotiate",
        "initial",
        "draft",
    }:
        return False
    return any(
        word.lower_ in {"will", "would", "to", "could", "may", "shall", "’ll", "'ll"}
        for word in verb.children
    )


def _rest(token: Token, sentence: SentenceSpan) -> str:
    return f"{token.whitespace_}{token.doc[token.i + 1 : sentence.end].text}"
