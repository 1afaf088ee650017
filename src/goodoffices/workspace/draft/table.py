"""What is on the table, and who answered it how: statements gathered into proposals and responses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from goodoffices.case.terms import Proposal, Response, ResponseAct
from goodoffices.statements.acts import ANSWERS, PROPOSALS, Act
from goodoffices.statements.answers import content_words, same_matter
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.party_ids import slug
from goodoffices.statements.statement import Modality, OptionMention, Reading, Statement
from goodoffices.workspace.draft.coding import drafted

LONGEST_NAME = 160
FEWEST_WORDS = 2
"""Content words that a content must have to say what it is."""
POINTER = re.compile(r"(?:it|this|that|they|these|those|such|any such)\b", re.IGNORECASE)
"""Starts of a content that stands for something named before."""
DEFINITE = re.compile(r"(?:the|this|that|these|those|such|any such|its|their)\b", re.IGNORECASE)
"""Starts of a content that may repeat in few words what was named in many."""
ON_THE_TABLE = PROPOSALS | {Act.DEMAND}
SETTLED = frozenset({Act.REJECT, Act.ACCEPT})
"""Answers that put what they are about on the table even where nobody is named who put it there."""
ACTS = {
    Act.ACCEPT: ResponseAct.ACCEPTS,
    Act.AGREE: ResponseAct.ACCEPTS,
    Act.SUPPORT: ResponseAct.SUPPORTS,
    Act.OPEN: ResponseAct.OPEN,
    Act.REJECT: ResponseAct.REJECTS,
}


@dataclass(frozen=True, slots=True)
class Item:
    """Something on the table.

    Attributes:
        made_by: The statements that put it there; empty where the report only says who rejects it.
        options: Options that the report names for it.
        answers: The statements that answer it.
    """

    made_by: tuple[Statement, ...]
    options: tuple[OptionMention, ...] = ()
    answers: tuple[Statement, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Everything said about it."""
        return (*self.made_by, *self.answers)

    @property
    def named_by(self) -> str:
        """The words that say best what it is: an option named for it, or the fullest content.

        A single word ("China") says too little, so the whole clause stands for it.
        """
        if self.options:
            return self.options[0].content.exact
        made = self.made_by or self.answers
        rank = {Act.PROPOSE: 2, Act.OFFER: 2, Act.DEMAND: 1}
        best = max(made, key=lambda one: (rank.get(one.act, 0), len(_words(one))))
        return _words(best) if " " in _words(best) else best.evidence.exact


def items(reading: Reading, gazetteer: Gazetteer) -> tuple[Item, ...]:
    """Return what is on the table, in order of the text.

    Statements of one party that are about the same matter are one item. A yes or no that answers no
    proposal puts what it is about on the table, without anybody who put it forward; one whose content only
    points back ("it would have given Moscow a veto") answers what another party put forward last.
    """
    made = [one for one in reading.statements if one.act in ON_THE_TABLE and _counts(one)]
    groups = _grouped(made, gazetteer)
    found = [_item(group, reading) for group in groups]
    answered = {one.id for item in found for one in item.answers}
    loose = [
        one
        for one in reading.statements
        if one.act in ANSWERS and _counts(one) and one.id not in answered and one.content is not None
    ]
    found = [_with_pointing(item, found, loose, gazetteer) for item in found]
    tied = {one.id for item in found for one in item.answers}
    named = [one for one in loose if not _points_back(one) and one.id not in tied]
    found = [item for item in found if item.answers or item.options or not _all_little(item, gazetteer)]
    found += [
        Item((), (), tuple(group))
        for group in _by_matter(named, gazetteer)
        if any(one.act in SETTLED for one in group)
    ]
    return tuple(sorted(found, key=lambda item: min(int(one.id[1:]) for one in item.statements)))


def _points_back(statement: Statement) -> bool:
    return POINTER.match(_words(statement)) is not None


def _with_pointing(
    item: Item, found: Sequence[Item], loose: Sequence[Statement], gazetteer: Gazetteer
) -> Item:
    """Return an item with the rejections that point back to it or name it again in fewer words."""
    pointing = []
    for one in loose:
        before = [other for other in found if _made_before(other, one)]
        if not _points_back(one):
            before = [other for other in before if _named_again(other, one, gazetteer)]
        if before and before[-1] is item:
            pointing.append(one)
    return replace(item, answers=(*item.answers, *pointing))


def _named_again(item: Item, statement: Statement, gazetteer: Gazetteer) -> bool:
    """Tell whether a content repeats words of an item and no others: 'the assembly' for what ratifies."""
    matter = content_words(_words(statement), gazetteer)
    made = frozenset().union(*(content_words(_words(one), gazetteer) for one in item.made_by))
    return DEFINITE.match(_words(statement)) is not None and bool(matter) and matter <= made


def _made_before(item: Item, statement: Statement) -> bool:
    return any(
        made.evidence.report == statement.evidence.report
        and made.evidence.start < statement.evidence.start
        and made.actor.party != statement.actor.party
        for made in item.made_by
    )


def _counts(statement: Statement) -> bool:
    """Tell whether a statement is a party's act; what is denied, or whose maker is open, is not."""
    return not statement.negated and statement.actor.party is not None


def _item(group: Sequence[Statement], reading: Reading) -> Item:
    ids = {one.id for one in group}
    answers = (one for one in reading.statements if one.act in ANSWERS and _counts(one))
    return Item(
        made_by=tuple(group),
        options=tuple(option for option in reading.options if option.of in ids),
        answers=tuple(one for one in answers if ids & set(one.answers)),
    )


def _grouped(made: Sequence[Statement], gazetteer: Gazetteer) -> list[list[Statement]]:
    """Gather what one party put forward about one matter; 'the text it floated' joins its neighbour."""
    groups: list[list[Statement]] = []
    for one in made:
        same = [group for group in groups if group[0].actor.party == one.actor.party]
        fitting = [group for group in same if _alike(group, one, gazetteer)]
        if fitting:
            fitting[-1].append(one)
        else:
            groups.append([one])
    return groups


def _alike(group: Sequence[Statement], one: Statement, gazetteer: Gazetteer) -> bool:
    bare = _says_little(one, gazetteer) or all(_says_little(other, gazetteer) for other in group)
    if bare:
        return any(other.evidence.report == one.evidence.report for other in group)
    matter = content_words(_words(one), gazetteer)
    return any(same_matter(content_words(_words(other), gazetteer), matter) for other in group)


def _says_little(statement: Statement, gazetteer: Gazetteer) -> bool:
    """Tell whether a content does not say what it is: 'the text', 'all of them', 'to take it'."""
    content = statement.content
    return content is None or len(content_words(content.exact, gazetteer)) < FEWEST_WORDS


def _all_little(item: Item, gazetteer: Gazetteer) -> bool:
    return all(_says_little(one, gazetteer) for one in item.made_by)


def _by_matter(loose: Sequence[Statement], gazetteer: Gazetteer) -> list[list[Statement]]:
    groups: list[list[Statement]] = []
    for one in loose:
        matter = content_words(_words(one), gazetteer)
        fitting = [
            group
            for group in groups
            if any(_same(content_words(_words(other), gazetteer), matter) for other in group)
        ]
        if fitting:
            fitting[-1].append(one)
        else:
            groups.append([one])
    return groups


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two contents are about one matter: by many shared words, or by all of few."""
    return same_matter(one, other) or (bool(one) and one == other)


def _words(statement: Statement) -> str:
    return (statement.content or statement.evidence).exact


def proposals(found: Sequence[Item]) -> dict[str, Proposal]:
    """Return the items as proposals of a case, by id."""
    drafts: dict[str, Proposal] = {}
    for item in found:
        name = title_of(item.named_by)
        id_ = _free(slug(_first_words(name)), drafts)
        by = tuple(dict.fromkeys(one.actor.party for one in item.made_by if one.actor.party))
        because = [one.id for one in (item.made_by or item.answers)] + [option.id for option in item.options]
        drafts[id_] = Proposal(
            name=name,
            by=by,
            coding=drafted(because),
            responses=_responses(item),
            date=next((one.date for one in item.made_by if one.date), None),
            planned=bool(item.made_by) and all(one.act is Act.PLAN for one in item.made_by),
        )
    return drafts


def title_of(words: str) -> str:
    """Return the words of a report as a name: one line, a capital first, shortened at a word.

    Examples:
        >>> title_of("troops from  NATO states")
        'Troops from NATO states'
    """
    line = " ".join(words.split()).strip("“”\"'., ")
    if line.count("“") != line.count("”") or line.count('"') % 2:
        line = re.sub('[“”"]', "", line)
    if len(line) > LONGEST_NAME:
        line = line[:LONGEST_NAME].rsplit(" ", 1)[0].rstrip(",;–—- ") + " …"
    return line[:1].upper() + line[1:]


def _first_words(name: str) -> str:
    small = {"a", "an", "the", "that", "of", "to", "in"}
    kept = [word for word in slug(name).split("_") if word not in small]
    return "_".join(kept[:5]) or "proposal"


def _free(id_: str, taken: dict[str, Proposal]) -> str:
    id_ = id_ if id_[:1].isalpha() else f"p_{id_}"
    number = 2
    free = id_
    while free in taken:
        free = f"{id_}_{number}"
        number += 1
    return free


def _responses(item: Item) -> dict[str, Response]:
    by_party: dict[str, list[Statement]] = {}
    for one in item.answers:
        if one.actor.party is not None:
            by_party.setdefault(one.actor.party, []).append(one)
    return {party: _response(given) for party, given in by_party.items()}


def _response(given: Sequence[Statement]) -> Response:
    """Return one response from everything that a party said to a proposal; the last word counts."""
    last = given[-1]
    agreeing = [one for one in given if response_act(one) is response_act(last)]
    changed = [one for one in given if response_act(one) is not response_act(last)]
    note = None
    if changed:
        earlier = ", ".join(f"{one.id} {response_act(one)}" for one in changed)
        note = f"The report also has the party say otherwise: {earlier}."
    condition = next((one.condition.exact for one in agreeing if one.condition), None)
    return Response(
        act=response_act(last),
        coding=replace(drafted([one.id for one in agreeing]), note=note),
        condition=condition,
        reasons=tuple(dict.fromkeys(reason.exact for one in agreeing for reason in one.reasons)),
        date=next((one.date for one in agreeing if one.date), None),
    )


def response_act(statement: Statement) -> ResponseAct:
    """Return the answer that a statement with one of `ACTS` gives."""
    act = ACTS[statement.act]
    conditional = statement.modality is Modality.CONDITIONAL and act is not ResponseAct.REJECTS
    return ResponseAct.CONDITIONAL if conditional else act
