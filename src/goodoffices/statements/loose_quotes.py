"""Quotations that no verb of speech takes: those that go on, that a colon or a dash gives to somebody."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.ascription import Ascription, Ledger, Quotation
from goodoffices.statements.attributing_words import frames_of
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.sources import near_subject, source_of, whole_phrase
from goodoffices.statements.syntax import lemma

DASHES = frozenset({"—", "–", "-", "―", "--"})
MARKS = frozenset({"”", '"', "’", ","})
FEWEST_WORDS = 2
LONGEST_LABEL = 8
"""Words before a colon that may name who speaks."""
REACH = 14
"""Words behind a quotation within which a verb may name who speaks."""
THINGS = frozenset({"it", "that", "this", "which", "who"})
PLAIN = frozenset({"be", "have", "do"})


def attribute_loose_quotes(ledger: Ledger) -> None:
    """Attribute the quotations that are left: to who speaks already, or to who is named beside them."""
    for quote in ledger.quotes:
        if ledger.is_free(quote) and (quote.is_clause or quote.words >= FEWEST_WORDS):
            if quote.is_clause and _goes_on(quote, ledger):
                continue
            found = _behind_colon(quote, ledger) or _before_speaker(quote, ledger)
            if found is not None:
                ledger.add(found)


def _goes_on(quote: Quotation, ledger: Ledger) -> bool:
    """Let a quotation belong to the one before where nothing but marks stands between them."""
    spoken = [one for one in ledger.found if one.verb is not None and one.verb.i < quote.first]
    fitting = [one for one in spoken if one.quoted and _stands_next(one, quote, ledger)]
    if not fitting:
        return False
    ledger.widen(fitting[-1], quote)
    return True


def _stands_next(one: Ascription, quote: Quotation, ledger: Ledger) -> bool:
    if one.verb is None:
        return False
    before = [token.i for token in one.content if token.i < quote.first]
    end = max(one.verb.sent.end, before[-1] + 1 if before else 0)
    between = ledger.doc[end : quote.first]
    return quote.first < one.verb.sent.end or all(token.is_punct or token.is_space for token in between)


def _behind_colon(quote: Quotation, ledger: Ledger) -> Ascription | None:
    """Return the speaker before a colon: 'Keita went further: “…”', 'Keita: “…”'."""
    before = [token for token in ledger.doc[max(0, quote.first - 2) : quote.first] if not token.is_space]
    if not before or before[-1].text != ":":
        return None
    colon = before[-1]
    opening = [token for token in ledger.doc[colon.sent.start : colon.i] if token.i not in ledger.taken]
    verbs = [token for token in opening if token.pos_ == "VERB" and token.i not in ledger.inside]
    root = next((verb for verb in verbs if verb.dep_ == "ROOT"), verbs[0] if verbs else None)
    source = source_of(root, ledger.inside) if root is not None else ()
    if root is not None and source:
        return _spoken(quote, source, (root,), root, ledger)
    on = next((place for place, token in enumerate(opening) if token.lower_ == "on"), 0)
    if on:  # a headline: 'Keita on the vote: “…”'
        return _spoken(quote, tuple(opening[:on]), (colon,), None, ledger)
    label = 0 < len(opening) <= LONGEST_LABEL and not verbs
    return _spoken(quote, tuple(opening), (colon,), None, ledger) if label else None


def _before_speaker(quote: Quotation, ledger: Ledger) -> Ascription | None:
    """Return the speaker behind a quotation: '“…,” Keita thundered', '“…” — Keita'."""
    behind = ledger.doc[quote.last : quote.last + REACH]
    if len(behind) > 1 and behind[0].text in DASHES and behind[1].pos_ == "PROPN":
        rest = ledger.doc[quote.last + 1 : behind[0].sent.end]
        return _spoken(quote, tuple(rest), (behind[0],), None, ledger)
    ended = any(
        token.text[-1:] in ",?!" for token in ledger.doc[max(quote.first, quote.last - 3) : quote.last]
    )
    if not ended and not (behind and behind[0].text == ","):
        return None
    for token in behind:
        if token.i in ledger.inside or token.text in {".", ";"}:
            return None
        if token.pos_ in {"VERB", "AUX"} and token.tag_ in {"VBD", "VBZ", "VBP"}:
            return _by_manner(quote, token, ledger)
    return None


def _by_manner(quote: Quotation, verb: Token, ledger: Ledger) -> Ascription | None:
    """Return who speaks by a verb right behind a quotation, whatever the verb is."""
    known = [one for one in ledger.found if one.quoted and any(token.i == verb.i for token in one.cue)]
    if known:
        ledger.widen(known[0], quote)
        return None
    short = frames_of(verb) is None and not quote.is_clause
    between = [token for token in ledger.doc[quote.last : verb.i] if token.text not in MARKS]
    if lemma(verb) in PLAIN or short or (between and between[0].is_punct):
        return None
    who = near_subject(verb, ledger.inside)
    if who is None or who.i < quote.first or who.lower_ in THINGS:
        return None
    source = tuple(token for token in whole_phrase(who) if token.i not in ledger.inside)
    return _spoken(quote, source, (verb,), verb, ledger)


def _spoken(quote: Quotation, source: Tokens, cue: Tokens, verb: Token | None, ledger: Ledger) -> Ascription:
    return Ascription(source, cue, ledger.tokens(quote.range), verb, "quotation", quoted=True)
