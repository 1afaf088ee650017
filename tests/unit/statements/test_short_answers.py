"""Answers that leave words out."""

from __future__ import annotations

import pytest

from goodoffices.statements.acts import Act
from goodoffices.statements.descriptions import Verdict
from goodoffices.statements.passage import Parse
from goodoffices.statements.short_answers import refused_besides, short_act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Not while the guns are loaded.", Act.REJECT),
        ("No, not before the harvest.", Act.REJECT),
        ("Yes, if the shelling stops.", Act.OPEN),
        ("Only if the others come, too.", Act.OPEN),
        ("We can't, not while the guns are loaded.", Act.REJECT),
        ("We cannot.", Act.REJECT),
    ],
)
def test_answer_without_a_main_clause(text: str, act: Act, parse: Parse) -> None:
    """'Not while …' refuses, 'yes, if …' leaves open."""
    verdict = short_act(tuple(parse(text)))
    assert verdict is not None
    assert verdict.act is act


@pytest.mark.parametrize(
    "text", ["No.", "Yes, we signed.", "Not a word of it is true.", "We can go now.", "“"]
)
def test_answer_that_says_too_little(text: str, parse: Parse) -> None:
    """A bare yes or no, and whole sentences, are left alone."""
    assert short_act(tuple(parse(text))) is None


@pytest.mark.parametrize(
    ("text", "act", "refused"),
    [
        (
            "We are ready to talk about the form, but not about the principle.",
            Act.OPEN,
            "not about the principle",
        ),
        ("We accept monitors but not soldiers; that is all.", Act.ACCEPT, "not soldiers"),
        ("We accept monitors but not soldiers.", Act.REJECT, ""),
        ("We accept the bishops, though not the police.", Act.ACCEPT, "not the police"),
        ("We accept monitors, but not all of us like it.", Act.ACCEPT, ""),
        ("We accept monitors.", Act.ACCEPT, ""),
    ],
)
def test_but_not_refuses(text: str, act: Act, refused: str, parse: Parse) -> None:
    """Beside consent, 'but not …' refuses what it names; a clause of its own does not count."""
    doc = parse(text)
    found = refused_besides(tuple(doc), Verdict(act, (doc[1],)))
    assert " ".join(token.text for token in found) == refused


def test_consent_behind_the_refusal(parse: Parse) -> None:
    """What is consented to behind 'but not' is not limited by it, and consent that is denied is none."""
    doc = parse("They came, but not in peace, and we accept them.")
    assert refused_besides(tuple(doc), Verdict(Act.ACCEPT, (doc[-3],))) == ()
    assert refused_besides(tuple(doc), Verdict(Act.ACCEPT, (doc[1],), negated=True)) == ()
