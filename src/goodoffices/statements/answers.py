"""Which proposal a response answers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from goodoffices.statements.acts import ANSWERS, PROPOSALS, Act
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.lexicon import words
from goodoffices.statements.statement import Statement

FEWEST_SHARED = 3
"""Content words that two texts must share to be about the same thing."""
SMALLEST_SHARE = 0.5
"""Share of the shorter text's content words that must be in the longer one."""
FARTHEST = 100
"""Proposals back to which a response may reach."""
NEAR = 200
"""Characters between a proposal and the pronoun that stands for it: about one sentence."""
PRONOUNS = frozenset({"it", "this", "that", "they", "these", "those"})
CALLED = {
    "offer": frozenset({Act.OFFER}),
    **dict.fromkeys(("plan", "scheme", "blueprint", "draft"), frozenset({Act.PLAN, Act.PROPOSE})),
    **dict.fromkeys(("proposal", "idea", "suggestion", "initiative"), frozenset({Act.PROPOSE, Act.PLAN})),
}
"""Acts by which that is put forward which a noun calls so."""
STOP = words("content_stop")
STEM = re.compile(r"(?:ors?|ees?|ances?|ings?|ed|es|ies|s|ments?|ions?)$")


def content_words(text: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the words that carry a text's content, with names of states folded to the state.

    'Ukrainian', 'Kyiv' and 'Ukraine' are one word; endings are cut so that 'guarantor' and 'guarantee'
    meet; helpers and words that every peace report holds are left out.
    """
    found = set()
    for word in re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", re.sub(r"[’']s\b", "", text)):
        state = gazetteer.demonym(word)
        named = () if state or not word[0].isupper() else gazetteer.lookup(word)
        if state is not None:
            found.add(state.id)
        elif len(named) == 1:
            found.add(gazetteer.party_of(named[0]).id)
        elif word.lower() not in STOP and len(word) > 2:
            found.add(STEM.sub("", word.lower()) or word.lower())
    return frozenset(found)


def same_matter(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two sets of content words are about the same thing.

    They are if they share at least three words and those are at least half of the smaller set.
    """
    shared = len(one & other)
    return shared >= FEWEST_SHARED and shared >= SMALLEST_SHARE * min(len(one), len(other))


def link_answers(
    statements: Sequence[Statement],
    pointers: dict[str, str],
    came_after: dict[str, str],
    gazetteer: Gazetteer,
) -> tuple[Statement, ...]:
    """Return the statements with what each answers.

    A response answers the proposal that the sentence says it came after; or the latest proposal of
    another party where its content only points back ('the proposal', 'this idea'); or the latest
    proposal of another party about the same matter.

    Args:
        statements: The statements in order of the text.
        pointers: For each statement whose content points back, the noun that does, in dictionary form.
        came_after: For each statement, the id of the one that the sentence says it came after.
        gazetteer: Names of states.
    """
    by_id = {statement.id: statement for statement in statements}
    matter = {
        statement.id: content_words(statement.content.exact, gazetteer) if statement.content else frozenset()
        for statement in statements
        if statement.act in ANSWERS | PROPOSALS
    }
    made = (one for one in statements if one.act in PROPOSALS and not one.negated)
    proposals = sorted(made, key=_place)
    linked = []
    for statement in statements:
        answered = _answered(statement, proposals, by_id, pointers, came_after, matter)
        linked.append(replace(statement, answers=answered) if answered else statement)
    return tuple(linked)


def _place(statement: Statement) -> tuple[str, int]:
    return statement.evidence.report, statement.cue.start


def _put_before(statement: Statement, proposals: Sequence[Statement]) -> list[Statement]:
    """Return the latest proposals of other parties before a statement, in order of the text."""
    place = bisect_left(proposals, _place(statement), key=_place)
    near = proposals[max(0, place - FARTHEST) : place]
    return [other for other in near if other.actor.label != statement.actor.label]


def _answered(
    statement: Statement,
    proposals: Sequence[Statement],
    by_id: dict[str, Statement],
    pointers: dict[str, str],
    came_after: dict[str, str],
    matter: dict[str, frozenset[str]],
) -> tuple[str, ...]:
    if statement.act not in ANSWERS or statement.negated:
        return ()
    after = by_id.get(came_after.get(statement.id, ""))
    if after is not None and after.act in PROPOSALS:
        return (after.id,)
    others = _put_before(statement, proposals)
    if statement.id in pointers:
        return _pointed_at(pointers[statement.id], others, statement)
    alike = [other for other in others if same_matter(matter[other.id], matter[statement.id])]
    return (alike[-1].id,) if alike else ()


def _pointed_at(noun: str, others: Sequence[Statement], statement: Statement) -> tuple[str, ...]:
    """Return the latest proposal that a noun can stand for: 'the offer' an offer, 'it' one just told of."""
    called = CALLED.get(noun, frozenset())
    fitting = [other for other in others if other.act in called] or list(others)
    if noun in PRONOUNS:
        fitting = [other for other in fitting if statement.cue.start - other.evidence.end <= NEAR]
    return (fitting[-1].id,) if fitting else ()
