"""Names that can stand for several."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from goodoffices.statements.ambiguity import choose
from goodoffices.statements.coreference import Discourse
from goodoffices.statements.gazetteer import Gazetteer, Kind
from goodoffices.statements.names import Mention
from goodoffices.statements.statement import Actor, Reading


def test_surname_of_several_people_of_one_state_is_the_state(gazetteer: Gazetteer) -> None:
    """Where two leaders of a state share a surname, neither is named for it, unless named before."""
    people = [one for one in gazetteer.lookup("Kim Jong Un") if one.kind is Kind.PERSON]
    others = [one for one in gazetteer.lookup("Kim Il Sung") if one.kind is Kind.PERSON]
    mention = Mention(0, 1, "Kim", (*people[:1], *others[:1]))
    found = choose(mention, (), Discourse(), gazetteer)
    assert found is not None
    assert (found.kind, found.id) == (Kind.STATE, "north_korea")
    told = Discourse(people={others[0].name: Actor("Kim Il Sung", person=others[0].name)})
    assert choose(mention, (), told, gazetteer) == others[0]


def test_ministers_of_two_states_act_for_both(read: Callable[..., Reading]) -> None:
    """'The ministers of Egypt and Jordan' are two parties, and one minister is one."""
    text = "The foreign ministers of Egypt and Jordan backed the plan."
    assert [one.actor.party for one in read(text).statements] == ["egypt", "jordan"]
    one = read("The foreign minister of Egypt backed the plan.", on=dt.date(2020, 1, 1)).statements
    assert [statement.actor.party for statement in one] == ["egypt"]


def test_surname_that_is_also_a_state_s_is_a_person_s(read: Callable[..., Reading]) -> None:
    """'Mr. CHAD (Mali)' acts for Mali, and 'Mrs. Ireland' for nobody known; 'Chad' alone is the state."""
    text = "Mr. CHAD (Mali) proposed a truce. Mrs. Ireland rejected the plan. Chad accepted the truce."
    found = [(one.actor.party, one.actor.person) for one in read(text).statements]
    assert found == [("mali", "CHAD"), (None, "Ireland"), ("chad", None)]


def test_capitals_act_by_older_spellings_of_their_names(read: Callable[..., Reading]) -> None:
    """'Djakarta' and 'Tiflis' stand for their states where they act, and for nobody where it rains."""
    text = "Djakarta rejected the plan. Tiflis accused the rebels of arson. Rain fell in Khartum."
    assert [one.actor.party for one in read(text).statements] == ["indonesia", "georgia"]
