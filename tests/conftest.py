"""The parser and the names, loaded once for all tests that read reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from goodoffices.statements.gazetteer import Gazetteer
    from goodoffices.statements.names import Names
    from goodoffices.statements.passage import Parse


@pytest.fixture(scope="session")
def parse() -> Parse:
    """Return the dependency parser."""
    from goodoffices.workspace.parser import load_parser

    return load_parser()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Return the names of the whole world."""
    from goodoffices.statements.gazetteer import load_gazetteer

    return load_gazetteer()


@pytest.fixture(scope="session")
def names(gazetteer: Gazetteer) -> Names:
    """Return the names, indexed for a search in one pass."""
    from goodoffices.statements.names import index_names

    return index_names(gazetteer)
