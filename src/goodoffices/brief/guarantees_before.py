"""What is said of guarantees where none is on the table, but one of before is spoken of."""

from __future__ import annotations

import re

from goodoffices.brief.material import Material
from goodoffices.findings.words import capital, joined, quoted

GUARANTEE = re.compile(r"\bguarantees?\b", re.IGNORECASE)
"""What tells by its name that a precedent was a guarantee."""


def none_named(material: Material) -> str:
    """Say that no guarantee is on the table, and which one of before is spoken of all the same."""
    name = material.verb("names", "name")
    before = [
        f"{quoted(each.name)}{f' of {each.year}' if each.year else ''}"
        for each in material.case.precedents
        if GUARANTEE.search(each.name)
    ]
    if not before:
        return f"{capital(material.here)} {name} no security guarantee."
    return (
        f"{capital(material.here)} {name} no security guarantee that is put forward; spoken of is "
        f"{joined(before)}, which stands among the precedents and whose terms are not coded here."
    )
