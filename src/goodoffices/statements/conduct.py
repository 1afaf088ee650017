"""What parties did about an earlier promise: who signed it, who guaranteed it, who acted when it counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.acted import (
    doers_of,
    find_action,
    find_idleness,
    is_beside_a_noun,
    noun_beside,
    seen_in,
)
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import is_asserted
from goodoffices.statements.content import extent
from goodoffices.statements.lexicon import words
from goodoffices.statements.promise_kept import find_promise_kept
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import sources_of
from goodoffices.statements.relation_roles import antecedent
from goodoffices.statements.sighting import RelationSighting, Tokens
from goodoffices.statements.signatories import find_signatures
from goodoffices.statements.signed_there import find_signature, find_signed_there
from goodoffices.statements.signing import is_dated_paper, joined_by, named_again
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import (
    RELATIVES,
    children,
    first_child,
    is_negated,
    lemma,
    modals,
    subject,
)

ABOUT = frozenset({"on", "about", "over"})


def find_conduct(
    sentence: SentenceSpan,
    attribution: Attribution,
    named: Sequence[Tokens],
    *,
    earlier: Sequence[str] = (),
    just_before: bool = False,
) -> Iterator[RelationSighting]:
    """Yield who signed or guaranteed an earlier agreement, and who acted, or did not, on an occasion.

    'China endorsed the Budapest Memorandum', 'the 1960 treaty, guaranteed by Britain', 'it did not act when
    the border fell', 'their silence during the siege'. What is asked, wished, supposed or still to come is no
    conduct.

    Args:
        sentence: The sentence.
        attribution: Resolves the noun phrases.
        named: The tokens of each earlier agreement that the sentence names.
        earlier: Names of the agreements that the report has named before.
        just_before: Whether the sentence before named the last of them, so that 'it' may be that one.
    """
    papers = {token.i: tokens for tokens in named for token in tokens}
    papers |= {token.i: (token,) for token in named_again(sentence, papers, earlier, just_before)}
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"}:
            yield from _said_by_verb(token, papers, attribution)
        elif token.pos_ != "NOUN":
            continue
        elif lemma(token) in words("guarantor_noun") | words("signatory_noun"):
            yield from _standing(token, papers, attribution)
        elif lemma(token) in words("idleness_noun"):
            yield from find_idleness(token, attribution)
        yield from find_signature(token, attribution)


def _said_by_verb(
    verb: Token, papers: Mapping[int, Tokens], attribution: Attribution
) -> Iterator[RelationSighting]:
    """Yield who signed, vouched or acted by a verb; each way of saying who signed may find others."""
    elsewhere = tuple(find_signed_there(verb, attribution))
    if modals(verb):
        yield from elsewhere
        return
    named_paper = tuple(_put_their_name(verb, papers, attribution))
    yield from max(named_paper, tuple(find_signatures(verb, attribution)), elsewhere, key=len)
    yield from _assured(verb, attribution)
    yield from tuple(find_action(verb, attribution)) or find_promise_kept(verb, attribution)


def _put_their_name(
    verb: Token, papers: Mapping[int, Tokens], attribution: Attribution
) -> Iterator[RelationSighting]:
    """'Chad signed the Sirte Accord', 'the treaty of 1960, guaranteed by Britain', 'guaranteed Cyprus'."""
    thing = first_child(verb, "dobj")
    by_name = (
        lemma(verb) in words("affixing_verb") and thing is not None and lemma(thing) in words("hand_mark")
    )
    signing = lemma(verb) in words("joining_verb") or by_name
    stands = lemma(verb) in {"stand", "act"} and _as_guarantor(verb)
    vouching = lemma(verb) in words("vouching_verb") or stands
    if not (signing or vouching) or not (is_asserted(verb) or is_beside_a_noun(verb)):
        return
    paper = _paper(verb, papers)
    thing = None if paper is not None else first_child(verb, "dobj")
    kind = RelationKind.SIGNED if signing else RelationKind.GUARANTEED
    others = joined_by(verb, attribution) if signing and paper is not None else ()
    for source in (*doers_of(verb, attribution), *others):
        if paper is not None:
            yield seen_in(kind, source, None, verb, paper)
        elif signing and thing is not None and is_dated_paper(verb, thing):
            partner = next((one for one in joined_by(verb, attribution) if one.party != source.party), None)
            yield seen_in(kind, source, partner, verb, extent(thing))
        elif (
            vouching
            and thing is not None
            and not _is_fighting(thing)
            and (target := _party_of(thing, source, attribution)) is not None
        ):
            whole = thing.pos_ == "PROPN"
            yield seen_in(kind, source, target, verb, () if whole else extent(thing))


def _is_fighting(thing: Token) -> bool:
    """Tell whether something paid for is no promise: 'underwrites the army'."""
    return lemma(thing) in things("fighting_noun")


def _as_guarantor(verb: Token) -> bool:
    """Tell whether somebody stands surety: 'stood guarantor for', 'acts as guarantor of'."""
    near = (
        *children(verb, "dobj", "attr", "acomp", "oprd"),
        *(first_child(one, "pobj") for one in children(verb, "prep")),
    )
    return any(one is not None and lemma(one) in words("guarantor_noun") for one in near)


def _paper(verb: Token, papers: Mapping[int, Tokens]) -> Tokens | None:
    """Return the words of what is signed: an object, a passive subject, or the noun it stands beside."""
    thing = first_child(verb, "dobj", "nsubjpass")
    if thing is None or lemma(thing) in words("hand_mark") | words("guarantor_noun"):
        to = next((one for one in children(verb, "prep") if one.lower_ in {"to", "for"}), None)
        thing = first_child(to, "pobj") if to is not None else None
    if thing is None:
        thing = noun_beside(verb)
    elif thing.lower_ in RELATIVES:
        thing = antecedent(thing, verb)
    return _named(thing, papers)


def _named(thing: Token | None, papers: Mapping[int, Tokens]) -> Tokens | None:
    listed = () if thing is None else (thing, *thing.conjuncts)
    return next((papers[one.i] for one in listed if one.i in papers), None)


def _party_of(thing: Token, source: Actor, attribution: Attribution) -> Actor | None:
    """Return the party that a thing is or belongs to, other than the source: 'Cyprus', 'its independence'."""
    found = next(iter(sources_of(thing, attribution)), None)
    if found is None:
        of = next((one for one in children(thing, "prep") if one.lower_ == "of"), None)
        found = next(iter(sources_of(first_child(of, "pobj") if of is not None else None, attribution)), None)
    return found if found is not None and found.party != source.party else None


def _assured(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Gave Ukraine security assurances', 'extended a guarantee to Belgium'."""
    thing = first_child(verb, "dobj") or _given_in_writing(verb)
    given = lemma(verb) in words("granting_verb") and is_asserted(verb)
    if not given or thing is None or lemma(thing) not in words("assurance_noun"):
        return
    if any(
        one.lower_ in {"on", "about", "over"} for holder in (verb, thing) for one in children(holder, "prep")
    ):
        for source in doers_of(verb, attribution):
            yield seen_in(RelationKind.GUARANTEED, source, None, verb, extent(thing))
        return
    to = next((one for one in children(verb, "dative", "prep") if one.lower_ == "to"), None)
    whom = first_child(to, "pobj") if to is not None else first_child(verb, "dative")
    whom = whom or next((one for one in children(thing, "compound") if one.pos_ == "PROPN"), None)
    for source in doers_of(verb, attribution):
        target = next((one for one in sources_of(whom, attribution) if one.party != source.party), None)
        if target is not None:
            yield seen_in(RelationKind.GUARANTEED, source, target, verb, _less(thing, whom))


def _given_in_writing(verb: Token) -> Token | None:
    """Return 'assurances' in 'gave Chad written assurances', where the parse takes 'written' for a verb."""
    small = first_child(verb, "ccomp")
    return first_child(small, "dobj") if small is not None and small.tag_ == "VBN" else None


def _less(thing: Token, whom: Token | None) -> Tokens:
    """Return the words of what is given without those of whom it is given to: 'Kyiv security assurances'."""
    return extent(thing, () if whom is None else (whom.i,))


def _standing(
    noun: Token, papers: Mapping[int, Tokens], attribution: Attribution
) -> Iterator[RelationSighting]:
    """'Britain is a guarantor of the 1960 treaty', 'Togo, a signatory of the Lomé accord'."""
    top = noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.dep_ in {"attr", "appos"}:
        top = noun.head.head
    verb = top.head
    is_said = top.dep_ == "attr" and is_asserted(verb) and not modals(verb)
    who = top.head if top.dep_ == "appos" else subject(verb) if is_said else None
    near = (*children(noun, "prep"), *(children(verb, "prep") if is_said else ()))
    place = next((one for one in near if one.lower_ in {"of", "to"}), None)
    thing = antecedent(first_child(place, "pobj") if place is not None else None, verb)
    if who is None or thing is None:
        return
    signatory = lemma(noun) in words("signatory_noun")
    kind = RelationKind.SIGNED if signatory else RelationKind.GUARANTEED
    paper = _named(thing, papers)
    for source in sources_of(who, attribution):
        if paper is not None:
            yield seen_in(kind, source, None, noun, paper, negated=is_said and is_negated(verb))
        elif not signatory and (target := _party_of(thing, source, attribution)) is not None:
            yield seen_in(kind, source, target, noun, (), negated=is_said and is_negated(verb))
