"""What a committed file may hold: readable text, no address of a package registry, no path of a machine."""

from __future__ import annotations

import configparser
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from ruamel.yaml import YAML

from goodoffices import __version__

ROOT_FILES = {
    *(
        ".gitattributes",
        ".gitignore",
        ".importlinter",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CITATION.cff",
        "CONTRIBUTING.md",
    ),
    *("LICENSE", "Makefile", "README.md", "SECURITY.md", "pyproject.toml"),
    *("requirements-test.lock", "requirements.lock"),
}
PUBLIC_REGISTRIES = (
    *(("pypi", "org"), ("files", "pythonhosted", "org"), ("registry", "npmjs", "org")),
    *(
        ("registry", "yarnpkg", "com"),
        ("crates", "io"),
        ("proxy", "golang", "org"),
        ("conda", "anaconda", "org"),
    ),
)
"""In parts, so that this file holds none of them."""
TOP_FOLDERS = ("work", "root", "home", "farm", "Users", "tmp", "opt", "var", "mnt")


def hosts() -> set[str]:
    """Return the hosts of package registries: well-known ones, and those that pip is set up with here."""
    command = [sys.executable, "-m", "pip", "config", "list"]
    settings = subprocess.run(command, check=False, capture_output=True, text=True).stdout
    settings += "\n".join(
        os.environ.get(name, "") for name in ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "UV_INDEX_URL")
    )
    own = re.findall(r"https?://(?:[^@/\s']*@)?([^/:\s']+)", settings)
    return {".".join(parts) for parts in PUBLIC_REGISTRIES} | {host for host in own if "." in host}


def offences(texts: Mapping[Path, bytes], pattern: re.Pattern[str]) -> list[str]:
    """Return file, line and words of every match."""
    return [
        f"{path}:{number}: {match.group()}"
        for path, content in texts.items()
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1)
        for match in [pattern.search(line)]
        if match
    ]


def test_no_file_names_a_package_registry(texts: Mapping[Path, bytes]) -> None:
    """Where packages come from is the business of each machine and stands in no file."""
    known = hosts()
    assert len(known) >= len(PUBLIC_REGISTRIES)
    found = offences(texts, re.compile("|".join(re.escape(host) for host in sorted(known))))
    assert not found, "\n".join(found)


def test_lock_files_hold_pins_and_hashes_and_no_address(root: Path) -> None:
    """Each lock file pins every package to one version with hashes, and says nothing of where it lies."""
    for name in ("requirements.lock", "requirements-test.lock"):
        lock = (root / name).read_text(encoding="utf-8")
        pins = re.findall(r"^([A-Za-z0-9][\w.-]*)(.*)$", lock, flags=re.MULTILINE)
        assert len(pins) > 5
        assert [pin for pin, rest in pins if not re.match(r"==\S+", rest)] == []
        blocks = re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE)
        assert [block for block in blocks[1:] if "--hash=sha256:" not in block] == []
        assert "://" not in lock


def test_no_file_holds_a_path_of_one_machine(texts: Mapping[Path, bytes]) -> None:
    """No file points to a folder that only its author has."""
    pattern = re.compile(rf"(?<![\w.])/(?:{'|'.join(TOP_FOLDERS)})/[\w.]+|\b[A-Z]:\\Users\\")
    found = offences(texts, pattern)
    assert not found, "\n".join(found)


def test_text_is_utf8_and_ends_with_a_line_break(texts: Mapping[Path, bytes]) -> None:
    """Every committed text is UTF-8 with Unix line breaks, and ends with exactly one; none is empty."""
    for path, content in texts.items():
        content.decode("utf-8")
        if path.name == "py.typed":
            continue
        assert content.endswith(b"\n"), f"{path} does not end with a line break"
        assert not content.endswith(b"\n\n"), f"{path} ends with an empty line"
        assert b"\r" not in content, f"{path} has Windows line breaks"


def test_no_stray_file_stands_in_the_root(committed: tuple[Path, ...]) -> None:
    """The top folder holds the files that everybody looks for there, and no other."""
    assert {str(path) for path in committed if len(path.parts) == 1} == ROOT_FILES


def test_citation_names_the_version_and_no_invented_person(root: Path) -> None:
    """CITATION.cff has what its format requires, and the version is the package's own."""
    cited = YAML(typ="safe").load((root / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors", "version", "license"} <= set(cited)
    assert cited["cff-version"] == "1.2.0"
    assert cited["version"] == __version__
    assert cited["authors"] == [{"name": "The goodoffices authors"}]


def test_the_version_is_the_same_everywhere(root: Path) -> None:
    """The version in the project's settings is the one that the package tells."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["project"]["version"] == __version__


def test_import_contracts_leave_no_package_out(root: Path) -> None:
    """The layers contract is exhaustive and names every top-level part of the package."""
    contracts = configparser.ConfigParser()
    contracts.read(root / ".importlinter", encoding="utf-8")
    flow = contracts["importlinter:contract:flow"]
    assert flow["type"] == "layers"
    assert flow.getboolean("exhaustive")
    layers = set(re.findall(r"\w+", flow["layers"]))
    inside = (root / "src/goodoffices").glob("*")
    parts = {path.stem for path in inside if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert layers == parts - {"__init__"}


def test_no_left_over_stands_in_the_code(modules: Mapping[Path, str]) -> None:
    """No code is marked as unfinished, hidden from coverage, or exempt from a check without saying which."""
    words = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplemented" + "Error", "pragma: no " + "cover")
    pattern = re.compile(
        "|".join([*(rf"\b{word}\b" for word in words), r"# type: ignore(?!\[)", r"# no" + r"qa(?!:)"])
    )
    own = {path: text.encode() for path, text in modules.items() if path.name != Path(__file__).name}
    found = offences(own, pattern)
    assert not found, "\n".join(found)
