"""The picture of how likely a guarantee is acted on, along the input that moves it most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from goodoffices.brief.harmless import harmless
from goodoffices.case.values import Interval
from goodoffices.findings.words import plain_number
from goodoffices.models.guarantees.credibility import Credibility
from goodoffices.models.guarantees.sensitivity import Point

__all__ = ["action_chart", "chance", "chances", "draw_action", "in_words"]

WIDTH, HEIGHT = 300, 170
"""Size of the plot in pixels; with its labels it fits a phone near its own size."""
INK, GREY, LINE, BAND = "#1c2430", "#5b6672", "#1f4e79", "#f8eed8"


def chance(value: float) -> str:
    """Write a probability, and never as certain what is not.

    Examples:
        >>> chance(0.9999), chance(0.5)
        ('above 0.99', '0.5')
    """
    if 0.0 < value < 0.005:
        return "below 0.01"
    return "above 0.99" if 0.995 <= value < 1.0 else plain_number(value)


def chances(span: Interval) -> str:
    """Write an interval of a probability, or one number where its ends are the same."""
    if span.low == span.high:
        return chance(span.mid)
    return f"{chance(span.mid)} ({chance(span.low)} to {chance(span.high)})"


def action_chart(
    points: Sequence[Point], name: str, *, middle: float | None = None, needed: Credibility | None = None
) -> Any:  # noqa: ANN401 - altair is loaded late
    """Return a chart of the probability of action along one input, to be shown in a notebook.

    Args:
        points: The probability at values of the input, as `action_along` gives them.
        name: The input in plain words, written under the axis.
        middle: The input's most credible value, marked by a dot.
        needed: The credibility that is needed, shaded from its lowest to its highest value.

    Returns:
        An Altair chart.
    """
    import altair as alt  # noqa: PLC0415 - takes half a second, and most briefs have no chances

    axis = alt.Axis(
        labelFontSize=12,
        titleFontSize=12,
        titleFontWeight="normal",
        grid=False,
        tickCount=4,
        labelOverlap="greedy",
        labelSeparation=8,
    )
    across = alt.X("at:Q", axis=axis, title=harmless(name), scale=alt.Scale(nice=False, zero=False))
    ticks = alt.Axis(values=[0, 0.25, 0.5, 0.75, 1], format=".2f", labelFontSize=12, domain=False)
    whole = alt.Scale(domain=[0, 1])
    up = alt.Y("result:Q", axis=ticks, title=None, scale=whole)
    drawn = [{"at": point.at, "result": point.result} for point in points]
    layers = [_chart(alt, drawn).mark_line(color=LINE, strokeWidth=2.5).encode(across, up)]
    layers[:0] = _needed(alt, points, needed, whole)
    if middle is not None:
        nearest = min(points, key=lambda point: abs(point.at - middle))
        dot = [{"at": nearest.at, "result": nearest.result}]
        layers.append(
            _chart(alt, dot).mark_point(filled=True, size=80, color=INK, opacity=1).encode(across, up)
        )
    return alt.layer(*layers).properties(width=WIDTH, height=HEIGHT)


def draw_action(chart: Any) -> str:  # noqa: ANN401 - altair is loaded late
    """Draw a chart as SVG, without asking anything of the network."""
    import vl_convert  # noqa: PLC0415 - slow to load, and most briefs have no chances

    plain = chart.properties(background="transparent").configure_view(stroke=None)
    return str(vl_convert.vegalite_to_svg(plain.configure(font="sans-serif").to_dict(), allowed_base_urls=[]))


def in_words(
    points: Sequence[Point], name: str, *, middle: float, needed: Credibility | None = None
) -> tuple[str, ...]:
    """Say in words what the picture shows, one line for each thing drawn."""
    nearest = min(points, key=lambda point: abs(point.at - middle))
    told = [
        f"with {name} at {plain_number(point.at)}: {chance(point.result)}{most}"
        for point, most in ((points[0], ""), (nearest, ", the most credible value"), (points[-1], ""))
    ]
    if needed is not None and needed.low <= 1.0:
        told.append(f"needed to deter: {_span(needed)}, at the middle values {_end(needed.mid)}")
    return tuple(dict.fromkeys(told))


def _needed(alt: Any, points: Sequence[Point], needed: Credibility | None, whole: Any) -> list[Any]:  # noqa: ANN401
    """Return a band from the lowest to the highest value that is needed, and a broken line at the middle."""
    if needed is None or needed.low > 1.0 or needed.high < 0.0:
        return []
    first, last = points[0].at, points[-1].at
    band = {"from": first, "to": last, "low": max(0.0, needed.low), "high": min(1.0, needed.high)}
    # Anything may be needed: a band over the whole plot would say nothing and look like a background.
    layers = [] if needed.low <= 0.0 and needed.high >= 1.0 else [_band(alt, band, whole)]
    if 0.0 <= needed.mid <= 1.0:
        middle = [{"at": end, "result": needed.mid} for end in (first, last)]
        broken = _chart(alt, middle).mark_line(color=GREY, strokeDash=[5, 4], strokeWidth=1.5)
        layers.append(broken.encode(alt.X("at:Q"), alt.Y("result:Q", scale=whole)))
    return layers


def _band(alt: Any, band: dict[str, float], whole: Any) -> Any:  # noqa: ANN401 - altair is loaded late
    drawn = _chart(alt, [band]).mark_rect(color=BAND, opacity=1)
    return drawn.encode(alt.X("from:Q"), alt.X2("to:Q"), alt.Y("low:Q", scale=whole), alt.Y2("high:Q"))


def _chart(alt: Any, values: list[dict[str, float]]) -> Any:  # noqa: ANN401 - altair is loaded late
    return alt.Chart(alt.Data(values=values))


def _span(needed: Credibility) -> str:
    return f"{_end(needed.low)} to {_end(needed.high)}"


def _end(value: float) -> str:
    return "more than 1" if value > 1.0 else chance(max(0.0, value))
