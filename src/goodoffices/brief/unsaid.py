"""Section: what does the report not say?"""

from __future__ import annotations

from goodoffices.brief.material import Material
from goodoffices.brief.page import Items, Section
from goodoffices.findings.silences import silences


def unsaid(material: Material) -> Section:
    """Return the section on what is absent."""
    question = f"What {material.verb('does', 'do')} {material.source} not say?"
    found = silences(material.case, material.reading, material.reports)
    if not found:
        return Section("silences", question, ("Nothing that this brief looks for is missing.",))
    answer = (
        (
            "A gap is not a position: who says nothing here may have spoken elsewhere, and nothing below was "
            "filled in by guessing."
        ),
    )
    return Section("silences", question, answer, (Items(tuple(each.finding.claim for each in found)),))
