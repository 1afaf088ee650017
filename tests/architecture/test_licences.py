"""What the pinned packages allow: nothing that users run may be under the GPL or the AGPL alone."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

import pytest

COPYLEFT = re.compile(r"(?<![A-Za-z])A?GPL|(?<!Lesser )General Public License|Affero", re.IGNORECASE)
"""GPL and AGPL in any spelling; the LGPL, which binds only its own library, is not meant."""


def locked(root: Path) -> list[str]:
    """Return the names in the lock file for users."""
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    return sorted(set(re.findall(r"^([A-Za-z0-9][\w.-]*)==", lock, flags=re.MULTILINE)))


def choices(about: metadata.PackageMetadata) -> list[str]:
    """Return the licences among which a user of a package may choose, in the words of its metadata."""
    expression = about.get_all("License-Expression") or []
    if expression:
        return re.split(r"\s+OR\s+", expression[0])
    trove = [line for line in about.get_all("Classifier") or [] if line.startswith("License ::")]
    return trove or [text.split("\n")[0] for text in about.get_all("License") or [] if text]


def only_copyleft(stated: list[str]) -> bool:
    """Tell whether every licence on offer is the GPL or the AGPL."""
    return bool(stated) and all(COPYLEFT.search(one) for one in stated)


def test_no_locked_package_is_under_the_gpl_alone(root: Path) -> None:
    """Each package that users install states a licence, and leaves a choice beside the GPL and AGPL."""
    names, seen = locked(root), 0
    for name in names:
        try:
            stated = choices(metadata.metadata(name))
        except metadata.PackageNotFoundError:
            continue
        seen += 1
        assert stated, f"{name} states no licence in its metadata; read its licence file"
        assert not only_copyleft(stated), f"{name} is under {stated}; find another package"
    assert seen > 60


@pytest.mark.parametrize(
    ("stated", "verdict"),
    [
        (["GPL-3.0-or-later"], True),
        (["AGPL-3.0-only"], True),
        (["License :: OSI Approved :: GNU General Public License v3 (GPLv3)"], True),
        (["License :: OSI Approved :: GNU Affero General Public License v3"], True),
        (["LGPL-2.1-or-later"], False),
        (["MPL-1.1", "GPL-2.0-only", "LGPL-2.1-or-later"], False),
        (["MIT"], False),
    ],
)
def test_licence_check_knows_copyleft_when_it_sees_it(stated: list[str], verdict: bool) -> None:
    """GPL and AGPL are refused in every spelling, the LGPL and a choice of licences are not."""
    assert only_copyleft(stated) is verdict


def test_own_licence_is_apache_2(root: Path) -> None:
    """The project is under the Apache License 2.0, in full and wherever it says so."""
    text = (root / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License\n                           Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert 'license = "Apache-2.0"' in (root / "pyproject.toml").read_text(encoding="utf-8")
    assert "license: Apache-2.0" in (root / "CITATION.cff").read_text(encoding="utf-8")
