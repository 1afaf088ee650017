"""Section: what does the report not say?"""

from __future__ import annotations

from goodoffices.brief.material import Material
from goodoffices.brief.page import Block, Claims, Items, Section
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
    bare = tuple(each.finding.claim for each in found if not each.finding.because)
    shown = tuple(material.citer.claim(each.finding) for each in found if each.finding.because)
    blocks: list[Block] = [Items(bare)] if bare else []
    if shown:
        blocks.append(Claims(shown, "Found, and not placed"))
    return Section("silences", question, answer, tuple(blocks))
