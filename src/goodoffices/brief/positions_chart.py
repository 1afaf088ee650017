"""The picture of one issue's scale: where each party stands, what it could live with, what it rules out."""

from __future__ import annotations

from typing import Any

from goodoffices.brief.harmless import harmless
from goodoffices.case.case import Case
from goodoffices.findings.distance import Place, Strip
from goodoffices.findings.words import Names, interval, joined

WIDTH = 270
"""Width of the scale in pixels; with the names it fits a phone near its own size."""
INK, GREY, BAR, WARN = "#1c2430", "#5b6672", "#9db4cf", "#8c1d18"
CROSS = "M-.6,-.6L.6,.6M-.6,.6L.6,-.6"


def in_words(case: Case, strip: Strip) -> tuple[str, ...]:
    """Say in words what the picture shows, one line for each party."""
    return tuple(_sentence(Names(case), strip, each) for each in strip.places)


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
    import altair as alt  # noqa: PLC0415 - takes half a second, and most drafts have no numbers
    import vl_convert  # noqa: PLC0415 - the same

    names = Names(case)
    scale = alt.Scale(domain=[-4, 104], nice=False)
    axis = alt.Axis(
        values=[0, 25, 50, 75, 100], labelFontSize=12, gridColor="#e6eaee", domain=False, tickSize=4
    )
    labels = alt.Axis(labelLimit=120, labelFontSize=13, labelPadding=8, ticks=False, domain=False, grid=False)
    place = alt.X("place:Q", scale=scale, axis=axis, title=None)
    order = [_label(names, each) for each in strip.places]
    party = alt.Y("party:N", sort=["", *order], title=None, axis=labels)
    ideals, marks = _ideals(names, strip), {kind: _marks(names, strip, kind) for kind in ("accepts", "never")}
    layers = (
        _chart(alt, ideals)
        .mark_bar(height=12, color=BAR, cornerRadius=2)
        .encode(place, alt.X2("high:Q"), party),
        _chart(alt, marks["accepts"])
        .mark_point(size=150, color=GREY, strokeWidth=1.6, opacity=1)
        .encode(place, party),
        _chart(alt, marks["never"])
        .mark_point(shape=CROSS, size=130, color=WARN, strokeWidth=2.2, opacity=1)
        .encode(place, party),
        _chart(alt, ideals)
        .mark_point(filled=True, size=60, color=INK, opacity=1)
        .encode(alt.X("mid:Q", scale=scale), party),
        _chart(alt, _headings(strip))
        .mark_text(fontSize=12, fontWeight="bold", color=GREY)
        .encode(place, party, alt.Text("letter:N")),
    )
    chart = alt.layer(*layers).properties(width=WIDTH, height=alt.Step(30), background="transparent")
    spec = chart.configure_view(stroke=None).configure(font="sans-serif").to_dict()
    return str(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[]))


def _chart(alt: Any, values: list[dict[str, object]]) -> Any:  # noqa: ANN401 - altair is loaded late
    return alt.Chart(alt.Data(values=values))


def _label(names: Names, place: Place) -> str:
    """Name a party for the drawing; a control character in a name would end the drawing program."""
    return harmless(names.party(place.party))


def _ideals(names: Names, strip: Strip) -> list[dict[str, object]]:
    return [
        {
            "party": _label(names, each),
            "place": each.ideal.low,
            "mid": each.ideal.mid,
            "high": each.ideal.high,
        }
        for each in strip.places
        if each.ideal is not None
    ]


def _marks(names: Names, strip: Strip, kind: str) -> list[dict[str, object]]:
    return [
        {"party": _label(names, each), "place": strip.options[option]}
        for each in strip.places
        for option in (each.accepts if kind == "accepts" else each.never)
        if option in strip.options
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


def _sentence(names: Names, strip: Strip, place: Place) -> str:
    letters = _letters(strip)
    parts = []
    if place.ideal:
        parts.append(f"ideal at {interval(place.ideal)}")
    if place.accepts:
        parts.append(f"could live with {joined([letters[each] for each in place.accepts])}")
    if place.never:
        parts.append(f"rules out {joined([letters[each] for each in place.never])}")
    return f"{names.party(place.party)}: {'; '.join(parts) or 'nothing coded'}"
