"""Ids of parties that no table has, made from their names."""

from __future__ import annotations

import re
import unicodedata


def slug(text: str) -> str:
    """Return a text as an id: lower case letters and digits joined by underscores, without its article.

    Examples:
        >>> slug("Ukraine’s European allies"), slug("The Lake Front")
        ('ukraine_european_allies', 'lake_front')
    """
    folded = unicodedata.normalize("NFKD", re.sub(r"[’']s\b|^the ", "", text.lower()))
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    id_ = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:60].strip("_")
    return id_ if id_[:1].isalpha() else f"party_{id_}".rstrip("_")
