"""The picture of one issue's scale: where each party stands, what it could live with, what it rules out."""

from __future__ import annotations

from typing import Any

from goodoffices.case.case import Case
from goodoffices.findings.distance import Place, Strip
from goodoffices.findings.words import Names, interval, joined, plain_number

WIDTH = 400
"""Width of the drawing in pixels; small enough for a phone to show it near its own size."""
INK, GREY, BAR, WARN = "#1d2733", "#5f6b78", "#9db4cf", "#8c1d18"


def in_words(case: Case, strip: Strip) -> str:
    """Say in words what the picture shows."""
    names = Names(case)
    issue = case.issues[strip.issue]
    scale = f"Scale from 0{_end(issue.low)} to 100{_end(issue.high)}."
    options = [
        f"{names.option(strip.issue, id_)} at {plain_number(place)}" for id_, place in strip.options.items()
    ]
    return " ".join(
        (scale, f"Options: {joined(options)}.", *(_sentence(names, strip, each) for each in strip.places))
    )


def draw_strip(case: Case, strip: Strip) -> str:
    """Draw one issue's scale as SVG, without asking anything of the network."""
    import altair as alt  # noqa: PLC0415 - takes half a second, and most drafts have no numbers
    import vl_convert  # noqa: PLC0415 - the same

    names = Names(case)
    order = [names.party(place.party) for place in strip.places]
    party = alt.Y(
        "party:N",
        sort=order,
        title=None,
        axis=alt.Axis(labelLimit=110, labelFontSize=13, ticks=False, domain=False),
    )
    scale = alt.Scale(domain=[0, 100])
    axis = alt.Axis(
        values=[0, 25, 50, 75, 100], labelFontSize=12, titleFontSize=12, grid=True, gridColor="#e3e7ec"
    )
    place = alt.X("place:Q", scale=scale, axis=axis, title=_axis_title(case, strip))
    spans = _chart(alt, _ideals(names, strip)).mark_bar(height=12, color=BAR, cornerRadius=2)
    dots = _chart(alt, _ideals(names, strip)).mark_point(filled=True, size=70, color=INK, opacity=1)
    rings = _chart(alt, _marks(names, strip, accepted=True)).mark_point(
        size=150, color=GREY, strokeWidth=1.6, opacity=1
    )
    crosses = _chart(alt, _marks(names, strip, accepted=False)).mark_point(
        shape="M-.7,-.7L.7,.7M-.7,.7L.7,-.7", size=120, color=WARN, strokeWidth=2.2, opacity=1
    )
    layers = alt.layer(
        spans.encode(
            x=alt.X("low:Q", scale=scale, axis=axis, title=_axis_title(case, strip)), x2="high:Q", y=party
        ),
        rings.encode(x=place, y=party),
        crosses.encode(x=place, y=party),
        dots.encode(x=alt.X("mid:Q", scale=scale), y=party),
    )
    chart = layers.properties(width=WIDTH - 120, height=alt.Step(34), background="transparent")
    spec = chart.configure_view(stroke=None).configure(font="sans-serif").to_dict()
    return str(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[]))


def _chart(alt: Any, values: list[dict[str, object]]) -> Any:  # noqa: ANN401 - altair is loaded late
    return alt.Chart(alt.Data(values=values))


def _ideals(names: Names, strip: Strip) -> list[dict[str, object]]:
    return [
        {
            "party": names.party(each.party),
            "low": each.ideal.low,
            "mid": each.ideal.mid,
            "high": each.ideal.high,
        }
        for each in strip.places
        if each.ideal is not None
    ]


def _marks(names: Names, strip: Strip, *, accepted: bool) -> list[dict[str, object]]:
    return [
        {"party": names.party(each.party), "place": strip.options[option]}
        for each in strip.places
        for option in (each.accepts if accepted else each.never)
        if option in strip.options
    ]


def _axis_title(case: Case, strip: Strip) -> str:
    issue = case.issues[strip.issue]
    ends = [part for part in (issue.low and f"0: {issue.low}", issue.high and f"100: {issue.high}") if part]
    return " · ".join(ends)


def _end(meaning: str | None) -> str:
    return f" ({meaning})" if meaning else ""


def _sentence(names: Names, strip: Strip, place: Place) -> str:
    parts = []
    if place.ideal:
        parts.append(f"ideal at {interval(place.ideal)}")
    if place.accepts:
        parts.append(f"could live with {joined([names.option(strip.issue, each) for each in place.accepts])}")
    if place.never:
        parts.append(f"rules out {joined([names.option(strip.issue, each) for each in place.never])}")
    return f"{names.party(place.party)}: {'; '.join(parts) or 'nothing coded'}."
