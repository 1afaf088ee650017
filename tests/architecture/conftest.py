"""What the checks of the house style look at: the files in git, and the project's Python as syntax trees."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def committed() -> tuple[Path, ...]:
    """Return the files that git knows and that are there, as paths below the top folder."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return tuple(path for path in map(Path, listed.split("\0")) if path.name and (ROOT / path).is_file())


@pytest.fixture(scope="session")
def texts(committed: tuple[Path, ...]) -> Mapping[Path, bytes]:
    """Return the content of the committed files that are text by their names."""
    binary = {".png", ".jpg", ".pdf", ".docx", ".xlsx", ".parquet", ".gz"}
    return {path: (ROOT / path).read_bytes() for path in committed if path.suffix.lower() not in binary}


@pytest.fixture(scope="session")
def modules(committed: tuple[Path, ...]) -> Mapping[Path, str]:
    """Return the source text of every committed Python file."""
    return {path: (ROOT / path).read_text(encoding="utf-8") for path in committed if path.suffix == ".py"}


@pytest.fixture(scope="session")
def trees(modules: Mapping[Path, str]) -> Mapping[Path, ast.Module]:
    """Return the syntax tree of every committed Python file."""
    return {path: ast.parse(text, filename=str(path)) for path, text in modules.items()}
