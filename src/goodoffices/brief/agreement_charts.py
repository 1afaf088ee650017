"""Pictures of a bargaining problem, with or without a case: the frontier of two parties, and the matrix.

Each returns an Altair chart that a notebook shows; the function beside it says the same in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from goodoffices.brief.harmless import harmless
from goodoffices.findings.acceptance import SIGNS, Judged, Verdict
from goodoffices.findings.agreement_words import Labels
from goodoffices.findings.frontier import FrontierPoints
from goodoffices.findings.words import counted, short

__all__ = ["acceptance_chart", "acceptance_in_words", "draw", "frontier_chart", "frontier_in_words"]

SIDE = 270
"""Width and height of the frontier in pixels; with its labels it fits a phone near its own size."""
INK, GREY, LINE, BAND, WARN = "#1c2430", "#5b6672", "#1f4e79", "#f8eed8", "#8c1d18"
TITLE = 60
"""Most characters of a line above the picture."""
CROSS = "M-.6,-.6L.6,.6M-.6,.6L.6,-.6"
FILLS = {
    Verdict.ACCEPTABLE: "#dcebdc",
    Verdict.RED_LINE: "#f3d9d6",
    Verdict.OUTSIDE: "#f3d9d6",
    Verdict.BELOW: "#f8eed8",
    Verdict.OPEN: "#eef1f4",
}


def frontier_chart(points: FrontierPoints, labels: Labels | None = None, *, titled: bool = True) -> Any:  # noqa: ANN401 - altair is loaded late
    """Return a chart of what packages are worth to two parties: the frontier, and where both gain shaded.

    Args:
        points: As `frontier_points` gives them.
        labels: Names of the parties.
        titled: Whether a title says what the signs stand for; not where that stands beside the picture.

    Returns:
        An Altair chart.
    """
    import altair as alt  # noqa: PLC0415 - takes half a second, and most drafts have no numbers

    names = labels or Labels()
    scale = alt.Scale(domain=[0, 1])
    axis = alt.Axis(
        values=[0, 0.25, 0.5, 0.75, 1], format=".2f", grid=False, labelFontSize=12, titleFontWeight="normal"
    )
    across = alt.X("first:Q", scale=scale, axis=axis, title=f"worth to {harmless(names.party(points.first))}")
    up = alt.Y("second:Q", scale=scale, axis=axis, title=f"worth to {harmless(names.party(points.second))}")
    some = {
        kind: _chart(alt, [{"first": one, "second": two} for one, two in getattr(points, kind)])
        for kind in ("breaking", "others", "zone", "frontier")
    }
    layers = [
        *_gains(alt, points, scale),
        some["breaking"]
        .mark_point(shape=CROSS, size=40, color=WARN, strokeWidth=1.1, opacity=0.7)
        .encode(across, up),
        some["others"].mark_point(size=14, color=GREY, strokeWidth=1, opacity=0.6).encode(across, up),
        some["zone"].mark_point(filled=True, size=26, color=LINE, opacity=1).encode(across, up),
        some["frontier"].mark_line(color=INK, strokeWidth=1.5).encode(across, up, alt.Order("first:Q")),
        some["frontier"]
        .mark_point(filled=True, shape="diamond", size=60, color=INK, opacity=1)
        .encode(across, up),
    ]
    chart = alt.layer(*layers).properties(width=SIDE, height=SIDE)
    if not titled:
        return chart
    below = [short(harmless(line), TITLE) for line in _key(points)]
    title = alt.TitleParams("What packages are worth to the two", subtitle=below, anchor="start")
    return chart.properties(title=title)


def _key(points: FrontierPoints) -> tuple[str, ...]:
    """Say what each sign stands for that the picture has, and what it lacks."""
    told = ["From 0 to 1, where 1 is all that a party wants."]
    if points.frontier:
        told.append("Diamonds: neither can gain unless the other loses.")
    elif points.breaking:
        told.append("No diamonds: no package keeps every red line and limit.")
    if points.zone:
        told.append("Discs: acceptable to all who must sign.")
    if points.others:
        told.append("Rings: break no red line, yet below a walk-away value.")
    if points.breaking:
        told.append("Crosses: break a red line or a limit of one who must sign.")
    if None in points.walk_away:
        told.append("No shading: not both walk-away values are known.")
    else:
        told.append("Shaded: both are as well off as without agreement.")
    return tuple(told)


def frontier_in_words(points: FrontierPoints, labels: Labels | None = None) -> tuple[str, ...]:
    """Say in words what the picture of the frontier shows."""
    names = labels or Labels()
    first, second = names.party(points.first), names.party(points.second)
    told = [
        f"no agreement is worth {floor:.2f} to {name}"
        for name, floor in zip((first, second), points.walk_away, strict=True)
        if floor is not None
    ]
    if points.frontier:
        ends = dict.fromkeys((points.frontier[0], points.frontier[-1]))
        span = " to ".join(f"{one:.2f} for {first} with {two:.2f} for {second}" for one, two in ends)
        told.append(f"the frontier has {counted(len(points.frontier), 'point')}, from {span}")
    if points.frontier and None not in points.walk_away:
        both = sum(
            all(worth >= (floor or 0.0) for worth, floor in zip(one, points.walk_away, strict=True))
            for one in points.frontier
        )
        told.append(f"at {counted(both, 'of', 'of')} these points both are as well off as without agreement")
    if not points.frontier:
        told.append("every package breaks a red line or an accepted option of one who must sign")
    elif points.listed:
        told.append(
            "some packages are acceptable to all" if points.zone else "no package is acceptable to all"
        )
    return tuple(told)


def acceptance_chart(matrix: Mapping[str, Mapping[str, Judged]], labels: Labels | None = None) -> Any:  # noqa: ANN401 - altair is loaded late
    """Return a chart of how packages or proposals stand with each party, with a sign in each field.

    Args:
        matrix: As `judged` gives it.
        labels: Names of parties and proposals.

    Returns:
        An Altair chart.
    """
    import altair as alt  # noqa: PLC0415 - takes half a second

    names = labels or Labels()
    fields = [
        {
            "proposal": harmless(names.proposal(name)),
            "party": harmless(names.party(party)),
            "sign": f"{SIGNS[each.verdict]} {each.verdict.value}",
            "verdict": each.verdict.value,
        }
        for name, row in matrix.items()
        for party, each in row.items()
    ]
    fills = alt.Scale(domain=[str(one) for one in FILLS], range=list(FILLS.values()))
    across = alt.X(
        "party:N", sort=None, title=None, axis=alt.Axis(orient="top", labelAngle=0, labelFontSize=13)
    )
    down = alt.Y("proposal:N", sort=None, title=None, axis=alt.Axis(labelLimit=260, labelFontSize=13))
    base = _chart(alt, fields).encode(across, down)
    return alt.layer(
        base.mark_rect(stroke="white", strokeWidth=2).encode(
            alt.Color("verdict:N", scale=fills, legend=None)
        ),
        base.mark_text(fontSize=12, color=INK).encode(alt.Text("sign:N")),
    ).properties(width=alt.Step(190), height=alt.Step(36))


def acceptance_in_words(
    matrix: Mapping[str, Mapping[str, Judged]], labels: Labels | None = None
) -> tuple[str, ...]:
    """Say in words what the matrix shows, one line for each package or proposal."""
    names = labels or Labels()
    return tuple(
        f"{names.proposal(name)}: "
        + "; ".join(f"{names.party(party)}: {each.verdict.value}" for party, each in row.items())
        for name, row in matrix.items()
    )


def draw(chart: Any) -> str:  # noqa: ANN401 - altair is loaded late
    """Draw a chart as SVG, without asking anything of the network."""
    import vl_convert  # noqa: PLC0415 - slow to load, and most drafts have no numbers

    plain = chart.properties(background="transparent").configure_view(stroke=None)
    return str(vl_convert.vegalite_to_svg(plain.configure(font="sans-serif").to_dict(), allowed_base_urls=[]))


def _gains(alt: Any, points: FrontierPoints, scale: Any) -> list[Any]:  # noqa: ANN401 - altair is loaded late
    """Return the field where both gain, shaded, and a broken line at each walk-away value."""
    one, two = points.walk_away
    layers = []
    if one is not None and two is not None:
        zone = [{"low": one, "high": 1, "from": two, "to": 1}]
        layers.append(
            _chart(alt, zone)
            .mark_rect(color=BAND, opacity=1)
            .encode(
                alt.X("low:Q", scale=scale), alt.X2("high:Q"), alt.Y("from:Q", scale=scale), alt.Y2("to:Q")
            )
        )
    for floor, place in ((one, alt.X("at:Q", scale=scale)), (two, alt.Y("at:Q", scale=scale))):
        if floor is not None:
            rule = _chart(alt, [{"at": floor}]).mark_rule(color=GREY, strokeDash=[5, 4], strokeWidth=1.5)
            layers.append(rule.encode(place))
    return layers


def _chart(alt: Any, values: list[dict[str, Any]]) -> Any:  # noqa: ANN401 - altair is loaded late
    return alt.Chart(alt.Data(values=values))
