"""Acts whose verb is left out because it was said before: 'so did Kenya', 'and Jordan the timetable'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.acts import Act
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import is_asserted
from goodoffices.statements.sighting import Sighting, Tokens
from goodoffices.statements.statement import Actor, Manner, Modality
from goodoffices.statements.syntax import SUBJECTS, children, lemma

LIKEWISE = frozenset({"so", "as", "nor", "neither"})
HELPERS = frozenset({"do", "have", "will", "would", "can", "could"})
REFUSING = frozenset({"will", "would", "can", "could", "ca", "wo"})
CLAUSE_ENDS = frozenset({".", ";", ",", "!", "–", "—"})
WITH_HELPER = frozenset({"not", "n't", "n’t", "never", "too", "also"})
DENIALS = frozenset({"not", "n't", "n’t", "never"})
OPENERS = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "CD", "UH", "PDT"})
YESES = frozenset({Act.ACCEPT, Act.AGREE, Act.SUPPORT, Act.OPEN, Act.PROMISE, Act.OFFER})
NEVER = frozenset({Act.CLAIM, Act.CONSULT})
TOO = frozenset({"too", "likewise"})
GAP = "gap"
LONGEST = 14
"""Words of the longest piece of a sentence that is read without a verb of its own."""
NOT_WHAT = frozenset(
    {"before", "after", "until", "without", "only", "yet", "when", "because", "if", "always"}
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a sentence without a verb: what stands before it, who acts, and the rest."""

    opener: Token
    actors: tuple[Actor, ...]
    who: Tokens
    rest: Tokens


def elliptical(
    sentence: SentenceSpan, found: Sequence[Sighting], before: Sighting | None, attribution: Attribution
) -> tuple[Sighting, ...]:
    """Return the acts of a sentence with those whose verb is left out, what was found cut where those begin.

    Args:
        sentence: The sentence.
        found: The acts found in it.
        before: The last act of the sentence before.
        attribution: Resolves the noun phrases.
    """
    kept = sorted((one for one in found if one.act not in NEVER and one.rule != "noun"), key=_place)
    added: list[Sighting] = []
    cuts: list[int] = []
    for token in sentence:
        earlier = [one for one in kept if one.verb.i < token.i]
        model = _first_of_last(earlier) if earlier else None if found else before
        if model is None:
            continue
        for one in _left_out(token, model, attribution):
            added.append(one)
            cuts.append(token.i)
    others = {(one.actor.label, one.act, one.verb.sent.start) for one in added if one.rule == GAP}
    mine = [one for one in found if (one.actor.label, one.act, one.verb.sent.start) not in others]
    return (*(_cut(one, cuts) for one in mine), *added)


def _place(one: Sighting) -> int:
    return one.verb.i


def _first_of_last(earlier: Sequence[Sighting]) -> Sighting:
    """Return the last act, that of the first doer where it has several."""
    return next(one for one in earlier if one.verb.i == earlier[-1].verb.i)


def _left_out(token: Token, model: Sighting, attribution: Attribution) -> Iterator[Sighting]:
    described = lemma(token) == "be" and model.rule == "description"
    if lemma(token) in HELPERS or token.lower_ in REFUSING or described:
        yield from _by_helper(token, model, attribution)
    elif token.lower_ in TOO:
        yield from _by_too(token, model, attribution)
    elif token.lower_ == "but":
        yield from _by_but_not(token, model)
    elif token.lower_ in {"and", ";", ","}:
        yield from _by_gap(token, model, attribution)


def _by_helper(helper: Token, model: Sighting, attribution: Attribution) -> Iterator[Sighting]:
    """Yield 'so did Kenya', 'as has Norway', 'Jordan would not'."""
    before = helper.nbor(-1) if helper.i > helper.sent.start else None
    if before is not None and before.lower_ in LIKEWISE:
        who = next((one for one in children(helper, *SUBJECTS, "dobj") if one.i > helper.i), None)
        if who is not None and not any(one.pos_ == "VERB" for one in who.doc[helper.i + 1 : who.i + 1]):
            yield from _again(helper, (before, helper, *who.subtree), attribution.actors(who), model)
        return
    place = helper.i + 1
    said = []
    while place < helper.sent.end and helper.doc[place].lower_ in WITH_HELPER:
        said.append(helper.doc[place])
        place += 1
    ends = place < helper.sent.end and helper.doc[place].text in CLAUSE_ENDS
    who = next((one for one in children(helper, *SUBJECTS) if one.i < helper.i), None)
    if not ends or who is None or helper.dep_ in {"aux", "auxpass"} or not is_asserted(helper):
        return  # 'if the others cannot' supposes
    denied = any(one.lower_ in DENIALS for one in said)
    if denied or model.negated:
        yield from _again(
            helper,
            (*who.subtree, helper, *said),
            attribution.actors(who),
            _turned(model, helper, denied=denied),
        )


def _turned(model: Sighting, helper: Token, *, denied: bool) -> Sighting:
    """Return an act as a helper repeats or denies it: 'would sign; … would not' is a rejection."""
    if denied and model.act in YESES and helper.lower_ in REFUSING:
        return replace(model, act=Act.REJECT, negated=False, modality=Modality.PLAIN)
    return replace(model, negated=denied, modality=Modality.PLAIN)


def _by_too(too: Token, model: Sighting, attribution: Attribution) -> Iterator[Sighting]:
    """Yield 'and Rwanda, too'."""
    place = too.i - 1
    while place > too.sent.start and too.doc[place].is_punct:
        place -= 1
    who = too.doc[place]
    first = who.left_edge.i
    alone = first == too.sent.start or who.doc[first - 1].text == ";"
    listed = who.doc[first - 1].text == "," and place == too.i - 1 and who.pos_ == "PROPN"
    joined = alone or listed or who.doc[first - 1].lower_ == "and"
    ends = too.i + 1 >= too.sent.end or too.nbor(1).text in CLAUSE_ENDS
    if joined and ends and who.pos_ in {"PROPN", "NOUN"} and who.i not in {one.i for one in model.content}:
        yield from _again(too, (*who.doc[first : too.i + 1],), _one(who, attribution), model)


def _by_but_not(but: Token, model: Sighting) -> Iterator[Sighting]:
    """Yield what is left out of an answer: 'accepted the map, but not the line'."""
    piece = _verbless(but, stop=CLAUSE_ENDS)
    if len(piece) < 2 or piece[0].lower_ != "not" or piece[1].lower_ in NOT_WHAT or model.act not in YESES:
        return
    no = model.act is Act.OPEN
    yield replace(
        model,
        act=Act.REJECT if no else model.act,
        negated=not no,
        modality=Modality.PLAIN,
        content=piece[1:],
        own_words=(),
        verb=piece[0],
        whole=tuple(sorted({*model.whole, but, *piece}, key=lambda token: token.i)),
        anaphor=None,
        rule="ellipsis",
    )


def _by_gap(opener: Token, model: Sighting, attribution: Attribution) -> Iterator[Sighting]:
    """Yield 'and Jordan the timetable', '; Iraq, elections', ', Niger no'."""
    prepositions = frozenset(one.lower_ for one in children(model.verb, "prep"))
    piece = _gapped(opener, prepositions, attribution)
    if piece is None or any(one.label == model.actor.label for one in piece.actors):
        return
    act = {"no": Act.REJECT, "yes": Act.ACCEPT}.get(piece.rest[0].lower_, model.act)
    bare = piece.rest[0].lower_ in {"no", "yes"} and len(piece.rest) == 1
    content = model.content if bare else piece.rest
    told = replace(model, act=act if bare else model.act, content=content)
    for one in _again(piece.rest[0], (*piece.who, *piece.rest), piece.actors, told):
        yield replace(one, rule=GAP)


def _gapped(opener: Token, prepositions: frozenset[str], attribution: Attribution) -> _Piece | None:
    piece = _verbless(opener, stop=frozenset({".", ";", "!"}))
    who = next((one for one in piece[:4] if one.pos_ in {"PROPN", "NOUN"}), None)
    if who is None or any(one.tag_ not in {"DT", "NNP", "JJ"} for one in piece if one.i < who.i):
        return None
    while who.i + 1 < who.sent.end and who.nbor(1).pos_ == "PROPN":
        who = who.nbor(1)
    rest = tuple(one for one in piece if one.i > who.i)
    comma = bool(rest) and rest[0].text == ","
    rest = rest[1:] if comma else rest
    shared = bool(rest) and rest[0].lower_ in prepositions
    rest = rest[1:] if shared else rest
    answer = bool(rest) and rest[0].lower_ in {"yes", "no"} and len(rest) == 1
    if not rest or rest[0].tag_ not in OPENERS or rest[0].ent_type_ in {"DATE", "TIME"}:
        return None
    if (
        (opener.text == "," and not (answer or shared))
        or (comma and opener.text != ";")
        or rest[0].lower_ == "too"
    ):
        return None
    if opener.lower_ == "and" and not (answer or shared) and rest[0].tag_ not in {"DT", "PRP$", "CD"}:
        return None
    actors = _one(who, attribution)
    return _Piece(opener, actors, tuple(one for one in piece if one.i <= who.i), rest) if actors else None


def _verbless(opener: Token, *, stop: frozenset[str]) -> Tokens:
    """Return the words behind a word up to the end of its piece, none where a verb is among them."""
    piece = []
    for token in opener.doc[opener.i + 1 : opener.sent.end]:
        if token.text in stop:
            break
        piece.append(token)
    verbal = any(one.pos_ in {"VERB", "AUX"} and one.tag_ not in {"VBG", "VBN"} for one in piece)
    return () if verbal or len(piece) > LONGEST else tuple(piece)


def _one(who: Token, attribution: Attribution) -> tuple[Actor, ...]:
    actor = attribution.actor(who)
    return () if actor is None else (actor,)


def _again(verb: Token, shown: Tokens, actors: tuple[Actor, ...], model: Sighting) -> Iterator[Sighting]:
    """Yield an act once more, of somebody else."""
    here = verb.sent.start <= model.verb.i < verb.sent.end
    whole = {*shown, *(token for token in model.content if here)}
    for actor in actors:
        if actor.label != model.actor.label:
            yield replace(
                model,
                actor=actor,
                manner=Manner.NARRATED,
                verb=verb,
                whole=tuple(sorted(whole, key=lambda token: token.i)),
                cue=(verb,),
                target=None,
                reasons=(),
                own_words=(),
                rule="ellipsis",
            )


def _cut(one: Sighting, cuts: Sequence[int]) -> Sighting:
    """Return an act whose content ends before the first piece that is another's."""
    inside = [cut for cut in cuts if one.content and one.content[0].i < cut <= one.content[-1].i]
    if not inside or one.verb.i > min(inside):
        return one
    kept = [token for token in one.content if token.i < min(inside)]
    while len(kept) > 1 and (kept[-1].is_punct or kept[-1].lower_ == "and"):
        kept.pop()
    return replace(one, content=tuple(kept))
