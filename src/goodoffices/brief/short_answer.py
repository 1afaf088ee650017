"""The short answer: three or four sentences for someone who reads nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.brief.material import Material
from goodoffices.brief.page import Claim
from goodoffices.findings.distance import coded_distances, stated_distances
from goodoffices.findings.finding import Basis, Finding
from goodoffices.findings.influence import levers
from goodoffices.findings.obstacles import obstacle_finding, obstacles

MOST = 5
"""How many sentences the short answer has at most."""


def short_answer(material: Material) -> tuple[Claim, ...]:
    """Return what matters most, each sentence with its words."""
    found = tuple(_findings(material))
    if not found:
        nothing = f"No statement by a party was found in {material.here}, so there is nothing to analyse."
        return (material.citer.claim(Finding(nothing, Basis.COMPUTED)),)
    return tuple(material.citer.claim(finding) for finding in found[:MOST])


def _findings(material: Material) -> Iterator[Finding]:
    case = material.case
    lacking = [each for each in obstacles(case) if not each.passes]
    for each in lacking[:2]:
        found = obstacle_finding(case, each)
        yield found
    apart = (*coded_distances(case), *stated_distances(case))
    yield from apart[:1]
    yield from levers(case)[:1]
