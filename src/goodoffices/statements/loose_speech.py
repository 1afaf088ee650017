"""Statements in quotations that no verb of speech takes: behind a colon, in the next paragraph."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.ascription import Ascription, Ledger
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.sighting import Sighting, Tokens
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import lemma, subject
from goodoffices.statements.voices import spoken


def by_loose_quote(quote: Tokens, ledger: Ledger, attribution: Attribution) -> tuple[Sighting, ...]:
    """Return what is said in a quotation that a colon, a dash or any verb beside it gives to somebody.

    Args:
        quote: The quotation.
        ledger: What the passage attributes to anybody.
        attribution: Resolves the noun phrases.
    """
    inside = {token.i for token in quote}
    for one in ledger.found:
        if one.rule == "quotation" and any(token.i in inside for token in one.content):
            verb = one.verb or one.cue[0]
            if lemma(verb) == "ask":
                return ()
            whole = (*one.source, *one.cue, *quote)
            return tuple(
                spoken(quote, actor, verb, (one.cue, whole, None), attribution)
                for actor in attribution.actors(_head(one))
            )
    return ()


def _head(one: Ascription) -> Token:
    """Return the head of the words for a source."""
    inside = {token.i for token in one.source}
    return next(token for token in one.source if token.head.i not in inside or token.head.i == token.i)


def opening_quote(quotes: tuple[Tokens, ...], ledger: Ledger) -> Tokens | None:
    """Return the quotation that opens a passage and that the passage gives to nobody."""
    loose = ledger.opening
    return next((quote for quote in quotes if loose is not None and quote[0].i in loose.range), None)


def by_earlier_speaker(quote: Tokens, speaker: Actor, attribution: Attribution) -> Sighting:
    """Return what somebody goes on to say in a paragraph that is a quotation and names nobody."""
    return spoken(quote, speaker, quote[0], (quote[:1], quote, None), attribution)


def announced_speaker(ledger: Ledger, attribution: Attribution) -> Actor | None:
    """Return who is about to speak where a passage ends with a colon: 'The envoy read from a sheet:'."""
    told = [token for token in ledger.doc if not token.is_space]
    if not told or told[-1].text != ":":
        return None
    verbs = [token for token in told[-1].sent if token.pos_ == "VERB" and token.i not in ledger.inside]
    whose = (who for verb in reversed(verbs) if (who := subject(verb)) is not None)
    actors = (actor for who in whose if (actor := attribution.actor(who)) is not None)
    return next((actor for actor in actors if actor.person or actor.party), None)


def last_speaker(ledger: Ledger, quotation: Sighting | None) -> Actor | None:
    """Return who spoke last in a passage that ends with the quotation, or with the sentence that gives it."""
    words = [token for token in ledger.doc if not token.is_space]
    if quotation is None or not words or not ledger.quotes:
        return None
    in_quotation = words[-1].i in ledger.quotes[-1].range
    in_sentence = words[-1].i < quotation.verb.sent.end
    return quotation.actor if in_quotation or in_sentence else None
