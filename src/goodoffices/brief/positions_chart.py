"""The picture of one issue's scale: where each party stands, what it could live with, what it rules out."""

from __future__ import annotations

from typing import Any

from goodoffices.brief.agreement_charts import draw
from goodoffices.brief.harmless import harmless
from goodoffices.case.case import Case
from goodoffices.findings.agreement_words import Labels, case_labels
from goodoffices.findings.distance import Place, Strip, problem_strips
from goodoffices.findings.words import Names, interval, joined, short
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.robustness import Ranges

__all__ = ["draw_strip", "in_words", "options_key", "position_map", "position_map_in_words", "strip_chart"]

WIDTH = 270
"""Width of the scale in pixels; with the names it fits a phone near its own size."""
INK, GREY, BAR, WARN = "#1c2430", "#5b6672", "#9db4cf", "#8c1d18"
SLASH = "M-.7,.7L.7,-.7"
"""One line of the hatching."""
ENDS = (-2.0, 102.0)
"""Where hatching ends that reaches beyond the outermost option of the scale."""
STEP = 2.2
"""How dense the lines of the hatching are, in points of the scale."""
TITLE = 60
"""Most characters of a line above a scale."""
MAP_KEY = (
    "Dot: what a party wants most; bar: where that may lie. Ring: could live with.",
    "Hatched: ruled out by a red line, from its limit on; where no limit is known, from half-way",
    "to the next option. Where no option lies beyond a limit, nothing is hatched.",
)
"""What the signs of the map stand for."""


def in_words(case: Case, strip: Strip) -> tuple[str, ...]:
    """Say in words what the picture shows, one line for each party."""
    return _lines(strip, case_labels(case))


def position_map(problem: Problem, ranges: Ranges | None = None, labels: Labels | None = None) -> Any:  # noqa: ANN401
    """Return a chart of all issues whose options have places, one below the other, to be shown in a notebook.

    Args:
        problem: The problem; it needs no case.
        ranges: Intervals in which ideals may lie.
        labels: Names of parties and issues.

    Returns:
        An Altair chart.
    """
    import altair as alt  # noqa: PLC0415 - takes half a second

    names = labels or Labels()
    strips = [
        strip_chart(strip, names).properties(title=_title(alt, strip, names))
        for strip in problem_strips(problem, ranges or Ranges())
    ]
    return alt.vconcat(
        *strips, title=alt.TitleParams(list(MAP_KEY), fontWeight="normal", fontSize=12, anchor="start")
    )


def position_map_in_words(
    problem: Problem, ranges: Ranges | None = None, labels: Labels | None = None
) -> tuple[str, ...]:
    """Say in words what the map shows, one line for each party on each issue."""
    names = labels or Labels()
    return tuple(
        f"{_issue(strip, names)}, {line}"
        for strip in problem_strips(problem, ranges or Ranges())
        for line in _lines(strip, names)
    )


def options_key(case: Case, strip: Strip) -> tuple[str, ...]:
    """Say what the letters of the options and the ends of the scale mean."""
    names = Names(case)
    issue = case.issues[strip.issue]
    ends = [f"{place}: {end}" for place, end in ((0, issue.low), (100, issue.high)) if end]
    return (
        *ends,
        *(f"{_letters(strip)[id_]}: {names.option(strip.issue, id_)}" for id_ in strip.options),
    )


def draw_strip(case: Case, strip: Strip) -> str:
    """Draw one issue's scale as SVG, without asking anything of the network."""
    return draw(strip_chart(strip, case_labels(case)))


def strip_chart(strip: Strip, labels: Labels) -> Any:  # noqa: ANN401 - altair is loaded late
    """Return a chart of one issue's scale: ideals with intervals, accepted options, red lines hatched."""
    import altair as alt  # noqa: PLC0415 - takes half a second, and most drafts have no numbers

    scale = alt.Scale(domain=[-4, 104], nice=False)
    axis = alt.Axis(
        values=[0, 25, 50, 75, 100], labelFontSize=12, gridColor="#e6eaee", domain=False, tickSize=4
    )
    names = alt.Axis(labelLimit=120, labelFontSize=13, labelPadding=8, ticks=False, domain=False, grid=False)
    place = alt.X("place:Q", scale=scale, axis=axis, title=None)
    order = [_label(labels, each) for each in strip.places]
    party = alt.Y("party:N", sort=["", *order], title=None, axis=names)
    ideals, zones = _ideals(labels, strip), _zones(labels, strip)
    layers = (
        _chart(alt, zones)
        .mark_bar(height=18, fill="#ffffff", stroke=WARN, strokeWidth=1)
        .encode(place, alt.X2("high:Q"), party),
        _chart(alt, _hatching(zones))
        .mark_point(shape=SLASH, size=130, color=WARN, strokeWidth=1.1, opacity=1)
        .encode(place, party),
        _chart(alt, ideals)
        .mark_bar(height=10, color=BAR, cornerRadius=2)
        .encode(place, alt.X2("high:Q"), party),
        _chart(alt, _accepted(labels, strip))
        .mark_point(size=150, color=GREY, strokeWidth=1.6, opacity=1)
        .encode(place, party),
        _chart(alt, ideals)
        .mark_point(filled=True, size=60, color=INK, opacity=1)
        .encode(alt.X("mid:Q", scale=scale), party),
        _chart(alt, _headings(strip))
        .mark_text(fontSize=12, fontWeight="bold", color=GREY)
        .encode(place, party, alt.Text("letter:N")),
    )
    return alt.layer(*layers).properties(width=WIDTH, height=alt.Step(30))


def _chart(alt: Any, values: list[dict[str, Any]]) -> Any:  # noqa: ANN401 - altair is loaded late
    return alt.Chart(alt.Data(values=values))


def _label(labels: Labels, place: Place) -> str:
    """Name a party for the drawing; a control character in a name would end the drawing program."""
    return harmless(labels.party(place.party))


def _ideals(labels: Labels, strip: Strip) -> list[dict[str, Any]]:
    return [
        {
            "party": _label(labels, each),
            "place": each.ideal.low,
            "mid": each.ideal.mid,
            "high": each.ideal.high,
        }
        for each in strip.places
        if each.ideal is not None
    ]


def _accepted(labels: Labels, strip: Strip) -> list[dict[str, Any]]:
    return [
        {"party": _label(labels, each), "place": strip.options[option]}
        for each in strip.places
        for option in each.accepts
        if option in strip.options
    ]


def _zones(labels: Labels, strip: Strip) -> list[dict[str, Any]]:
    """Return what red lines rule out: options next to one another make one zone, with both its ends."""
    zones: list[dict[str, Any]] = []
    options = list(strip.options)
    for each in strip.places:
        for first, last in _runs([option in each.never for option in options]):
            low = _edge(strip, each, first, first - 1)
            zones.append(
                {"party": _label(labels, each), "place": low, "high": _edge(strip, each, last, last + 1)}
            )
    return zones


def _runs(ruled_out: list[bool]) -> list[tuple[int, int]]:
    """Return where each unbroken row of what is ruled out begins and ends."""
    starts = [n for n, out in enumerate(ruled_out) if out and (n == 0 or not ruled_out[n - 1])]
    ends = [n for n, out in enumerate(ruled_out) if out and not any(ruled_out[n + 1 : n + 2])]
    return list(zip(starts, ends, strict=True))


def _edge(strip: Strip, place: Place, last: int, beyond: int) -> float:
    """Return where a zone ends towards the next option that is not ruled out.

    That is the limit itself where the option is one, half-way where nobody said, and the end of the scale
    where there is no further option.
    """
    places = list(strip.options.values())
    if not 0 <= beyond < len(places):
        return ENDS[int(beyond > last)]
    if strip.limits and place.must_sign:
        return places[beyond]
    return (places[last] + places[beyond]) / 2


def _hatching(zones: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a slanting line every few points of each zone."""
    return [
        {
            "party": zone["party"],
            "place": zone["place"] + (number + 0.5) * (zone["high"] - zone["place"]) / count,
        }
        for zone in zones
        for count in [max(2, round((zone["high"] - zone["place"]) / STEP))]
        for number in range(count)
    ]


def _headings(strip: Strip) -> list[dict[str, object]]:
    letters = _letters(strip)
    return [{"party": "", "place": place, "letter": letters[id_]} for id_, place in strip.options.items()]


def _letters(strip: Strip) -> dict[str, str]:
    """Give each option a letter in order of the scale: a, b, c, …, and a number behind the 26th."""
    return {
        id_: chr(ord("a") + place) if place < 26 else str(place + 1)
        for place, id_ in enumerate(strip.options)
    }


def _lines(strip: Strip, labels: Labels) -> tuple[str, ...]:
    return tuple(_sentence(labels, strip, each) for each in strip.places)


def _issue(strip: Strip, labels: Labels) -> str:
    """Name an issue; an id that nobody named at least without its underscores."""
    return labels.issues.get(strip.issue, strip.issue.replace("_", " "))


def _title(alt: Any, strip: Strip, labels: Labels) -> Any:  # noqa: ANN401 - altair is loaded late
    """Return the name of the issue with what the letters stand for below it."""
    said = [f"{letter}: {labels.option(strip.issue, id_)}" for id_, letter in _letters(strip).items()]
    named = any((strip.issue, id_) in labels.options for id_ in strip.options)
    below = [short(harmless(line), TITLE) for line in (said if named else [", ".join(said)])]
    return alt.TitleParams(harmless(_issue(strip, labels)), subtitle=below, anchor="start")


def _sentence(labels: Labels, strip: Strip, place: Place) -> str:
    letters = _letters(strip)
    parts = []
    if place.ideal:
        parts.append(f"ideal at {interval(place.ideal)}")
    if place.accepts:
        parts.append(f"could live with {joined([letters[each] for each in place.accepts])}")
    if place.never:
        parts.append(f"rules out {joined([letters[each] for each in place.never])}")
    return f"{labels.party(place.party)}: {'; '.join(parts) or 'nothing coded'}"
