"""What clauses in the first person do."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from goodoffices.statements.acts import Act
from goodoffices.statements.first_person import acts_in
from goodoffices.statements.passage import Parse


def is_we(token: Token) -> bool:
    """Tell whether a word stands for the speaker."""
    return token.lower_ in {"we", "i"}


def acts(parse: Parse, text: str) -> list[tuple[Act, bool]]:
    """Return the acts of a sentence, each with whether it is denied."""
    return [(verdict.act, verdict.negated) for _, verdict in acts_in(tuple(parse(text)), is_we)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("We have accepted the calendar of the mediators.", Act.ACCEPT),
        ("I reject the idea of a second army.", Act.REJECT),
        ("We will not hand over a single rifle.", Act.REJECT),
        ("We cannot sign a blank page.", Act.REJECT),
        ("I am not going to sign that paper.", Act.REJECT),
        ("We are going to release the officers in May.", Act.PROMISE),
        ("We will rebuild the bridge at Kota.", Act.PROMISE),
        ("We shall not sell the harbour.", Act.REJECT),
        ("We will attack the convoys.", Act.THREATEN),
        ("We do not accept the boundary of last year.", Act.REJECT),
        ("We do not agree to the list of guests.", Act.REJECT),
        ("In the end we gave way.", Act.CONCEDE),
        ("And we said yes on the spot.", Act.ACCEPT),
        ("We said no to the general.", Act.REJECT),
        ("We could live with two chambers.", Act.OPEN),
        ("We cannot live with a foreign garrison.", Act.REJECT),
        ("We have no objection to a commission of judges.", Act.OPEN),
        ("No, we are not leaving.", Act.REJECT),
        ("Our demand is a new election.", Act.DEMAND),
        ("Our condition remains the release of the teachers.", Act.DEMAND),
        ("My answer is no.", Act.REJECT),
        ("What we reject is the order of the steps.", Act.REJECT),
        ("What we want is a date.", Act.DEMAND),
        ("That is why we reject the draft.", Act.REJECT),
        ("What I can tell you is that we refuse to sign.", Act.REJECT),
        ("Let me be clear: we will not sign a blank page.", Act.REJECT),
        ("Let me add that all guns must fall silent.", Act.DEMAND),
        ("Open the road before the rains.", Act.APPEAL),
        ("Let the monitors come to the valley.", Act.APPEAL),
        ("Let it come.", Act.OPEN),
        ("They should take us off their list.", Act.APPEAL),
        ("The army must go back to its barracks.", Act.DEMAND),
        ("I am not happy about it, but we will respect the result.", Act.PROMISE),
        ("We're in favour; the others have not come yet.", Act.SUPPORT),
    ],
)
def test_clause_in_the_first_person_is_an_act(text: str, act: Act, parse: Parse) -> None:
    """Acts in every tense, undertakings, refusals, nouns, clefts and imperatives are the speaker's."""
    assert acts(parse, text) == [(act, False)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("We have not accepted the calendar.", Act.ACCEPT),
        ("We did not give way.", Act.CONCEDE),
        ("We promised nothing else to them.", Act.PROMISE),
    ],
)
def test_act_that_did_not_take_place(text: str, act: Act, parse: Parse) -> None:
    """What the speaker says that it did not do is denied and no refusal."""
    assert acts(parse, text) == [(act, True)]


@pytest.mark.parametrize(
    "text",
    [
        "We would have signed in March.",
        "We are not sleeping.",
        "I think that we shall get them.",
        "Norway and Cuba brokered these talks.",
        "We cannot protect every village.",
        "We will not comment on that.",
        "We will not bomb the town.",
        "Our answer is late.",
        "Our house is a ruin.",
        "Their demand is a new election.",
        "Our demand is not a new election.",
        "What they reject is the order of the steps.",
        "What counts is the order of the steps.",
        "Look at the map.",
        "Let me finish.",
        "Have the guns fallen silent?",
        "We have a map.",
        "We said so in May.",
        "We live with it.",
        "I want to say a word about the harbour.",
        "No soldier came and no rifle was seen.",
    ],
)
def test_clause_that_is_no_act(text: str, parse: Parse) -> None:
    """Inability, what did not come about, what others do and talk about talking are no acts."""
    assert not [act for act, _ in acts(parse, text) if act is not Act.PROMISE]


def test_each_clause_does_its_own(parse: Parse) -> None:
    """Clauses joined by 'and' or 'but' that do different things are told apart."""
    text = "We welcome the observers, but we reject any army."
    assert acts(parse, text) == [(Act.SUPPORT, False), (Act.REJECT, False)]
    assert acts(parse, "We will sign and keep the accord.")[0] == (Act.ACCEPT, False)
