"""Who has leverage over whom: by the noun, by an idiom, or by what one could turn off."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import leads_to, name_of, owners, parties, sources_of
from goodoffices.statements.relation_roles import is_told, places, undergoer
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import children, first_child, is_negated, lemma, modals, subject

NOUNS = frozenset(
    {"leverage", "influence", "sway", "clout", "hold", "lever", "grip", "dominance", "hegemony"}
)
GIVING = frozenset({"give", "grant", "hand", "lend", "afford"})
MEANS = frozenset(
    {"means", "mean", "power", "wherewithal", "capacity", "ability", "muscle", "tool", "instrument"}
)
OVER = ("over", "on", "with", "in", "upon")
OFF = frozenset({"turn", "shut", "switch", "cut", "choke"})
TIED_BY = frozenset({"mercy", "thumb", "heel", "sway", "spell", "tutelage", "influence", "wing"})


def find_leverage(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield what a word says of leverage: 'its influence on', 'at the mercy of', 'can turn off its oil'."""
    if word.pos_ == "NOUN" and lemma(word) in NOUNS:
        yield from _by_noun(word, attribution)
    if word.pos_ == "NOUN":
        yield from _by_means(word, attribution)
    if word.pos_ == "NOUN" and lemma(word) in TIED_BY and word.head.lower_ in {"at", "under"}:
        yield from _under(word, attribution)
    if word.pos_ == "VERB" and lemma(word) in OFF | {"stop", "throttle", "squeeze", "strangle", "close"}:
        yield from _could_turn_off(word, attribution)


def _by_means(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Paris has the means to sway Chad', 'is the only power that can move Chad'."""
    verb = noun.head
    aim = next((one for one in children(noun, "acl", "relcl") if lemma(one) in things("swaying_verb")), None)
    have = noun.dep_ == "dobj" and lemma(verb) in things("light_verb") and lemma(noun) in MEANS
    alone = noun.dep_ == "attr" and any(child.lower_ == "only" for child in noun.children)
    if aim is None or not (have or alone) or not is_told(verb):
        return
    whom = undergoer(aim)
    sources = sources_of(subject(verb), attribution)
    yield from _seen(sources, () if whom is None else (whom,), verb, is_negated(verb), attribution)


def _seen(
    sources: tuple[Actor, ...],
    target_of: tuple[Token, ...],
    anchor: Token,
    negated: bool,
    attribution: Attribution,
) -> Iterator[RelationSighting]:
    for source in sources:
        for place in target_of:
            for target in parties(place, attribution, source.party) or owners(
                place, attribution, source.party
            ):
                if target.party in {one.party for one in sources}:
                    continue
                verb = next(
                    (one for one in (anchor, *anchor.ancestors) if one.pos_ in {"VERB", "AUX"}), anchor
                )
                whole = tuple(verb.subtree) if negated or verb.i == anchor.i else _near(anchor, verb)
                yield RelationSighting(
                    RelationKind.HAS_LEVERAGE_OVER, source, target, anchor, whole, (), negated
                )


def _near(noun: Token, verb: Token) -> tuple[Token, ...]:
    who = subject(verb)
    kept = {*noun.subtree, verb, *name_of(who)}
    return tuple(sorted(kept, key=lambda token: token.i))


def _by_noun(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'It holds significant leverage over Russia', 'Beijing's influence on Pyongyang'."""
    verb, held = noun.head, first_child(noun, "poss") is not None
    negated = not held and is_negated(verb)
    if held or lemma(verb) not in GIVING | things("light_verb"):
        sources = owners(noun, attribution) if _owned(noun) else ()
    elif not is_told(verb):
        sources = ()
    elif lemma(verb) in GIVING:
        sources = parties(first_child(verb, "dative"), attribution)
    else:
        sources = sources_of(subject(verb), attribution)
    yield from _seen(sources, tuple(leads_to(noun, OVER)), noun, negated, attribution)


def _owned(noun: Token) -> bool:
    return any(True for _ in children(noun, "poss", "amod", "compound", "nmod"))


def _under(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Armenia is at the mercy of Russia', 'under Moscow's thumb'."""
    holder = noun.head.head
    who = subject(holder) if holder.pos_ in {"VERB", "AUX"} else holder
    if who is None or (holder.pos_ in {"VERB", "AUX"} and not is_told(holder)):
        return
    over = first_child(noun, "poss")
    sources = parties(over, attribution) if over is not None else ()
    sources = sources or next(
        (found for one in leads_to(noun, ("of",)) if (found := parties(one, attribution))), ()
    )
    negated = holder.pos_ in {"VERB", "AUX"} and is_negated(holder)
    yield from _seen(sources, (who,), noun, negated, attribution)


def _could_turn_off(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'China can turn off North Korea's oil': what one could stop is what one holds over somebody."""
    thing = undergoer(verb)
    able = modals(verb) & {"can", "could"} and not is_negated(verb) and verb.sent[-1].text != "?"
    if thing is None or not able or lemma(thing) not in things("tap_noun"):
        return
    over = tuple(place for link in ("to", "on") for place in places(verb, thing, link))
    sources = sources_of(subject(verb), attribution)
    yield from _seen(sources, over or (thing,), verb, False, attribution)
