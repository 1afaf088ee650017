"""Statements in quotations that no verb of speech takes: behind a colon, in the next paragraph."""

from __future__ import annotations

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.ascription import Ascription, Ledger
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import cue_of
from goodoffices.statements.sighting import Sighting, Tokens
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import lemma, own_subject, subject
from goodoffices.statements.voices import spoken

HE = frozenset({"he", "she"})
SCENE = 250
"""Words before a quotation in which its speaker may be the subject of a sentence."""
FEWEST = 3
"""Words of the shortest quotation that stands for itself."""


def by_loose_quote(
    quote: Tokens, ledger: Ledger, attribution: Attribution, speaker: Actor | None
) -> tuple[Sighting, ...]:
    """Return what is said in a quotation that no verb of speech takes.

    A colon, a dash or any verb beside it may give it to somebody; at the head of a paragraph it goes on with
    who spoke last; else it belongs to whom the paragraph is about.

    Args:
        quote: The quotation.
        ledger: What the passage attributes to anybody.
        attribution: Resolves the noun phrases.
        speaker: Who spoke last in the passage before.
    """
    beside = _beside(quote, ledger, attribution)
    if beside is not None:
        return beside
    goes_on = speaker is not None and _opening_quote((quote,), ledger) is not None
    who = speaker if goes_on else _in_the_scene(quote, ledger, attribution)
    return () if who is None else (_by_earlier_speaker(quote, who, attribution),)


def _beside(quote: Tokens, ledger: Ledger, attribution: Attribution) -> tuple[Sighting, ...] | None:
    """Return what words beside a quotation give to somebody; None where there are no such words."""
    inside = {token.i for token in quote}
    for one in ledger.found:
        if _gives(one) and inside <= {token.i for token in one.content} | {quote[-1].i}:
            verb = one.verb or one.cue[0]
            if lemma(verb) == "ask":
                return ()
            whole = (*one.source, *one.cue, *quote)
            return tuple(
                spoken(quote, actor, verb, (one.cue, whole, None), attribution)
                for actor in attribution.actors(_head(one))
            )
    return None


def _gives(one: Ascription) -> bool:
    """Tell whether an attribution gives a quotation, and by a verb that is no cue: '“…,” she confessed'."""
    return one.rule == "quotation" or (one.verb is not None and cue_of(one.verb) is None)


def _head(one: Ascription) -> Token:
    """Return the head of the words for a source."""
    inside = {token.i for token in one.source}
    return next(token for token in one.source if token.head.i not in inside or token.head.i == token.i)


def _opening_quote(quotes: tuple[Tokens, ...], ledger: Ledger) -> Tokens | None:
    """Return the quotation that opens a passage and that the passage gives to nobody."""
    loose = ledger.opening
    return next((quote for quote in quotes if loose is not None and quote[0].i in loose.range), None)


def _in_the_scene(quote: Tokens, ledger: Ledger, attribution: Attribution) -> Actor | None:
    """Return whose a quotation is that stands for itself in a paragraph about somebody.

    It is the person who is the subject of the sentence before, as in 'Luna laughs. “First they leave.”', or
    the one person whom the report has quoted so far, unless the paragraph is about somebody else.

    Args:
        quote: The quotation.
        ledger: What the passage attributes to anybody, and its quotations.
        attribution: Resolves the noun phrases.
    """
    before = [sent for sent in quote[0].doc.sents if sent.end <= quote[0].i and sent.end > quote[0].i - SCENE]
    opens = quote[0].doc[max(quote[0].sent.start, quote[0].i - 1)]
    if not (opens.i in {quote[0].i, quote[0].sent.start} or opens.is_quote) or _is_short(quote):
        return None
    for sentence in reversed(before):
        who = None if ledger.is_quoted([sentence.root.i]) else _about(sentence)
        known = attribution.discourse.known_person(sentence[0].text)
        actor = known if who is None else attribution.discourse.named_at(who)
        if actor is None and who is not None and who.ent_type_ == "PERSON":
            actor = attribution.actor(who)
        if actor is not None and actor.person is not None:
            return actor
    named = {token.text for sentence in before for token in sentence if token.ent_type_ == "PERSON"}
    sole = attribution.discourse.scene.sole
    return sole if sole is not None and named <= set((sole.person or "").split()) else None


def _about(sentence: SentenceSpan) -> Token | None:
    """Return the subject that a sentence begins with, if it is a person by name or 'he' or 'she'."""
    who = own_subject(sentence.root)
    ahead = who is not None and who.i < sentence.root.i
    return who if who is not None and ahead and (who.lower_ in HE or who.ent_type_ == "PERSON") else None


def _is_short(quote: Tokens) -> bool:
    return sum(not token.is_punct for token in quote) < FEWEST


def _by_earlier_speaker(quote: Tokens, speaker: Actor, attribution: Attribution) -> Sighting:
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
