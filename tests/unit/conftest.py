"""An invented conflict over a strait: its report, what a reader finds in it, and two cases made of it."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.instruments import (
    Disagreement,
    Guarantee,
    Leverage,
    Obligation,
    Precedent,
    Rule,
    Willingness,
)
from goodoffices.case.terms import (
    Issue,
    Option,
    Party,
    Position,
    Proposal,
    RedLine,
    Response,
    ResponseAct,
    WalkAway,
)
from goodoffices.case.values import Interval
from goodoffices.reports.report import Boilerplate, Report, Span
from goodoffices.statements.acts import Act
from goodoffices.statements.evidence import Evidence, cite
from goodoffices.statements.jsonl import reading_lines
from goodoffices.statements.statement import (
    Actor,
    DistanceMention,
    IssueMention,
    Manner,
    Modality,
    OptionMention,
    PrecedentMention,
    Reading,
    Relation,
    RelationKind,
    Statement,
)
from goodoffices.workspace.case_folder import save_case
from goodoffices.workspace.intake import save_report

STORY = """
Subscribe to read the full story

Norvania proposed that the Harbour League, Kestria among its members, guarantee the safety of Selmark
under an agreement that ends the blockade of the Tarn Strait. Selmark turned the idea down.

Selmark’s president Tomas Vey ruled out the plan, pointing to the League’s silence when Norvanian ships
closed the channel. He added that the Accord of Ost had promised free passage and nobody enforced it.

Kestria said it was ready to play “a helpful part” in any settlement. Its envoy Rada Lunn told reporters:
“We hope that both shores find a road they can walk together.”

Kestria buys most of Norvania’s grain and holds considerable leverage over it. Vey claimed that Kestria
could end the blockade in a week.

Selmark’s partners in the Southern Compact are preparing a mutual defence pact with backing from Aldera.
One option is a standing patrol in the strait.

The talks, hosted by Aldera, turn on security and on the border in the strait. Norvania and Selmark are
still far apart on both.

Norvanian minister Ilse Marrow said a pact made without Norvania “would sink in its own harbour”. She also
stated that Norvania cannot accept Compact ships in the strait.
"""
PARAGRAPHS = tuple(" ".join(part.split()) for part in STORY.split("\n\n"))
TEXT = "\n".join(PARAGRAPHS)


def report() -> Report:
    """Return the report, its first line marked as boilerplate."""
    spans, start = [], 0
    for paragraph in PARAGRAPHS:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 1
    marked = Boilerplate(spans[0].start, spans[0].end, "subscription line")
    return Report("strait", TEXT, title="Talks on the strait", passages=tuple(spans), boilerplate=(marked,))


def words(exact: str) -> Evidence:
    """Return words of the report as evidence."""
    start = TEXT.index(exact)
    return cite(report(), start, start + len(exact))


def actor(name: str, person: str | None = None, role: str | None = None) -> Actor:
    """Return a party as an actor; its id is its name in lower case with underscores."""
    return Actor(name, party=name.lower().replace(" ", "_"), name=name, person=person, role=role)


def said(id_: str, who: Actor, act: Act, evidence: str, cue: str, **more: Any) -> Statement:  # noqa: ANN401 - any part of a statement
    """Return a statement of the report."""
    holds = words(evidence)
    start = holds.start + evidence.index(cue)
    return Statement(id_, who, act, Manner.INDIRECT, holds, cite(report(), start, start + len(cue)), **more)


def reading() -> Reading:
    """Return what is found in the report."""
    norvania, selmark, kestria = actor("Norvania"), actor("Selmark"), actor("Kestria")
    vey = actor("Selmark", person="Tomas Vey", role="president")
    compact = actor("Southern Compact")
    guarantee = ("security_guarantees",)
    first = PARAGRAPHS[1].split(". ")[0]
    return Reading(
        statements=(
            said("s1", norvania, Act.PROPOSE, first, "proposed", issues=guarantee),
            said("s2", selmark, Act.REJECT, "Selmark turned the idea down.", "turned", answers=("s1",)),
            said("s3", vey, Act.REJECT, PARAGRAPHS[2].split(". ")[0], "ruled out", answers=("s1", "s2")),
            said("s4", kestria, Act.OPEN, "Kestria said it was ready to play “a helpful part”", "ready"),
            said("s5", kestria, Act.APPEAL, PARAGRAPHS[3].split(". ")[1], "hope"),
            said(
                "s6",
                compact,
                Act.PLAN,
                PARAGRAPHS[5].split(". ")[0],
                "preparing",
                issues=guarantee,
            ),
            said(
                "s7",
                actor("Norvania", person="Ilse Marrow"),
                Act.REJECT,
                PARAGRAPHS[7].split(". ")[0],
                "would sink",
                issues=guarantee,
                modality=Modality.WOULD,
            ),
            said(
                "s8",
                actor("Norvania", person="Ilse Marrow"),
                Act.REJECT,
                "Norvania cannot accept Compact ships in the strait",
                "cannot accept",
                issues=("troops",),
            ),
            said(
                "s9", vey, Act.CLAIM, "Vey claimed that Kestria could end the blockade in a week.", "claimed"
            ),
        ),
        relations=(
            Relation(
                "r1",
                RelationKind.BUYS_FROM,
                kestria,
                norvania,
                words("Kestria buys most of Norvania’s grain"),
                means=words("grain"),
            ),
            Relation(
                "r2",
                RelationKind.HAS_LEVERAGE_OVER,
                kestria,
                norvania,
                words("Kestria buys most of Norvania’s grain and holds considerable leverage over it."),
            ),
            Relation(
                "r3",
                RelationKind.ATTACKS,
                norvania,
                selmark,
                words("when Norvanian ships closed the channel"),
                claimed_by=vey,
            ),
        ),
        precedents=(
            PrecedentMention("p1", "Accord of Ost", words(PARAGRAPHS[2].split(". ")[1]), claimed_by=vey),
        ),
        options=(
            OptionMention(
                "o1", words("a standing patrol in the strait"), words(PARAGRAPHS[5].split(". ")[1]), of="s6"
            ),
        ),
        distances=(
            DistanceMention(
                "d1",
                words("Norvania and Selmark are still far apart on both."),
                (norvania, selmark),
                ("security_guarantees", "territory"),
            ),
        ),
        issues=(
            IssueMention("security_guarantees", (words("security"),)),
            IssueMention("territory", (words("the border in the strait"),)),
        ),
    )


def coding(*because: str, status: Status = Status.REPORTED) -> Coding:
    """Return the source of a value that the tool drafted."""
    return Coding(status=status, because=because, drafted=True)


def drafted_case() -> Case:
    """Return the case as a draft: no numbers, no rule of a guarantee."""
    return Case(
        title="The Tarn Strait",
        parties={
            "norvania": Party(name="Norvania", aliases=("Ilse Marrow",), must_sign=True),
            "selmark": Party(name="Selmark", aliases=("Tomas Vey",), must_sign=True),
            "kestria": Party(name="Kestria"),
            "southern_compact": Party(name="Southern Compact"),
            "aldera": Party(name="Aldera"),
        },
        issues={
            "security_guarantees": Issue(name="Security guarantees"),
            "territory": Issue(name="Territory and borders"),
        },
        proposals={
            "league_guarantee": Proposal(
                name="A guarantee by members of the Harbour League",
                by=("norvania",),
                coding=coding("s1"),
                responses={
                    "selmark": Response(
                        act=ResponseAct.REJECTS,
                        coding=coding("s2", "s3"),
                        reasons=("the League’s silence when Norvanian ships closed the channel",),
                    ),
                    "kestria": Response(act=ResponseAct.OPEN, coding=coding("s4")),
                },
            ),
            "defence_pact": Proposal(
                name="A mutual defence pact with backing from Aldera",
                by=("southern_compact",),
                coding=coding("s6"),
                planned=True,
                responses={"norvania": Response(act=ResponseAct.REJECTS, coding=coding("s7"))},
            ),
            "compact_ships": Proposal(
                name="Compact ships in the strait",
                by=(),
                coding=coding("s8"),
                responses={"norvania": Response(act=ResponseAct.REJECTS, coding=coding("s8"))},
            ),
        },
        leverage=(
            Leverage(
                holder="kestria", target="norvania", means="purchases of grain", coding=coding("r1", "r2")
            ),
            Leverage(
                holder="kestria",
                target="norvania",
                claimed_by="selmark",
                coding=coding("s9", status=Status.CLAIM),
            ),
        ),
        precedents=(
            Precedent(
                name="Accord of Ost",
                said="it promised free passage and nobody enforced it",
                claimed_by="selmark",
                coding=coding("p1", status=Status.CLAIM),
            ),
        ),
        disagreements=(
            Disagreement(
                parties=("norvania", "selmark"),
                issues=("security_guarantees", "territory"),
                coding=coding("d1"),
            ),
        ),
    )


def judged(*because: str) -> Coding:
    """Return the source of a value that an analyst judged."""
    return Coding(status=Status.JUDGEMENT, because=because, coder="A. Analyst")


def coded_case() -> Case:
    """Return the case with an analyst's numbers, a red line and guarantees whose rules are known."""
    draft = drafted_case()
    league = draft.proposals["league_guarantee"]
    pact = draft.proposals["defence_pact"]
    ships = draft.proposals["compact_ships"]
    return Case(
        title=draft.title,
        parties=draft.parties,
        issues={
            "security_guarantees": Issue(
                name="Security guarantees",
                question="Who answers for the safety of Selmark?",
                low="nobody",
                high="allies, each free to act",
                options={
                    "none": Option(name="No guarantee", place=0),
                    "league": Option(name="The League, by consent of all", place=25),
                    "pact": Option(name="A pact of allies", place=85),
                },
                coding=judged(),
            ),
            "troops": Issue(
                name="Ships in the strait",
                options={"none": Option(name="None"), "compact": Option(name="Compact ships")},
            ),
        },
        positions=(
            Position(
                party="norvania",
                issue="security_guarantees",
                ideal="league",
                place=Interval(15, 25, 35),
                accepts=("none", "league"),
                salience=Interval(0.6, 0.7, 0.8),
                coding=judged("s1"),
            ),
            Position(
                party="selmark",
                issue="security_guarantees",
                ideal="pact",
                place=Interval(75, 85, 95),
                accepts=("pact",),
                salience=Interval(0.8, 0.9, 1.0),
                coding=judged("s2", "s3"),
            ),
            Position(party="norvania", issue="troops", ideal="none", accepts=("none",), coding=judged("s8")),
        ),
        red_lines=(
            RedLine(
                party="norvania",
                never="troops = compact",
                name="No Compact ships in the strait",
                coding=Coding(status=Status.REPORTED, because=("s8",)),
            ),
        ),
        walk_away=(),
        proposals={
            "league_guarantee": dataclasses.replace(
                league, terms={"security_guarantees": "league"}, guarantee="league_guarantee"
            ),
            "defence_pact": dataclasses.replace(
                pact, terms={"security_guarantees": "pact"}, guarantee="defence_pact"
            ),
            "compact_ships": dataclasses.replace(ships, terms={"troops": "compact"}),
        },
        guarantees={
            "league_guarantee": Guarantee(
                name="Guarantee by the Harbour League",
                beneficiary="selmark",
                against=("norvania",),
                guarantors=("norvania", "kestria", "aldera"),
                rule=Rule.UNANIMOUS,
                obligation=Obligation.DEFEND,
                trigger="an attack on Selmark",
                coding=judged("s1"),
            ),
            "defence_pact": Guarantee(
                name="Mutual defence pact",
                beneficiary="selmark",
                against=("norvania",),
                guarantors=("southern_compact", "aldera"),
                rule=Rule.EACH_ALONE,
                willingness={
                    "southern_compact": Willingness(value=Interval(0.3, 0.5, 0.7), coding=judged()),
                    "aldera": Willingness(value=Interval(0.2, 0.4, 0.6), coding=judged()),
                },
                coding=judged("s6"),
            ),
        },
        leverage=(
            Leverage(
                holder="kestria",
                target="norvania",
                means="purchases of grain",
                share=Interval(0.4, 0.5, 0.6),
                willingness=Interval(0.0, 0.1, 0.3),
                coding=judged("r1", "r2"),
            ),
        ),
        precedents=draft.precedents,
        disagreements=draft.disagreements,
    )


def utility_case() -> Case:
    """Return the coded case with walk-away values, so that utilities can be compared."""
    case = coded_case()
    floors = tuple(
        WalkAway(party=party, value=Interval(0.5, 0.6, 0.7), coding=judged())
        for party in ("norvania", "selmark")
    )
    kept = tuple(position for position in case.positions if position.issue == "security_guarantees")
    return dataclasses.replace(case, walk_away=floors, positions=kept)


@pytest.fixture
def strait_report() -> Report:
    """Return the report on the strait."""
    return report()


@pytest.fixture
def strait_reading() -> Reading:
    """Return what is found in the report on the strait."""
    return reading()


@pytest.fixture
def strait_draft() -> Case:
    """Return the drafted case, without numbers."""
    return drafted_case()


@pytest.fixture
def strait_coded() -> Case:
    """Return the coded case, with positions and a red line."""
    return coded_case()


@pytest.fixture
def strait_measured() -> Case:
    """Return the coded case with walk-away values as well."""
    return utility_case()


@pytest.fixture
def strait_folder(tmp_path: Path) -> Path:
    """Return a case folder with the report on the strait, what was found in it, and the coded case."""
    folder = tmp_path / "strait"
    save_report(report(), folder)
    (folder / "statements.jsonl").write_text(reading_lines(reading()), encoding="utf-8")
    save_case(dataclasses.replace(coded_case(), disagreements=()), folder)
    return folder
