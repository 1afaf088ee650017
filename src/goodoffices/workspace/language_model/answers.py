"""Answers of a model that could be used, kept so that no question is paid for twice."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from goodoffices.errors import ReaderError
from goodoffices.statements.proposed import parse_reply
from goodoffices.workspace.files import replace_file
from goodoffices.workspace.language_model.endpoint import Endpoint

_NAME = re.compile(r"[^\w.:-]+")


def kept_answer(cache: Path | None, endpoint: Endpoint, prompt: str) -> str | None:
    """Return the answer that this model at this endpoint gave to a question; None if it gave none of use.

    Args:
        cache: Folder in which answers are kept; None where none are.
        endpoint: Where the model is asked.
        prompt: SHA-256 of the question.
    """
    if cache is None:
        return None
    try:
        record = json.loads(_path(cache, endpoint, prompt).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    asked = {"model": endpoint.model, "endpoint": endpoint.url, "prompt_sha256": prompt}
    if not isinstance(record, dict) or {name: record.get(name) for name in asked} != asked:
        return None
    answer = record.get("answer")
    return answer if isinstance(answer, str) and usable(answer) else None


def keep_answer(cache: Path, endpoint: Endpoint, prompt: str, answer: str) -> None:
    """Keep an answer.

    Raises:
        ReaderError: The folder cannot be written to.
    """
    path = _path(cache, endpoint, prompt)
    record = {
        "model": endpoint.model,
        "endpoint": endpoint.url,
        "prompt_sha256": prompt,
        "answer": answer,
    }
    try:
        cache.mkdir(parents=True, exist_ok=True)
        replace_file(path, json.dumps(record) + "\n")
    except OSError as error:
        raise ReaderError(
            f"{cache} cannot be written to ({error.strerror}); set XDG_CACHE_HOME to another folder"
        ) from error


def usable(answer: str) -> bool:
    """Tell whether an answer has the form asked for; one that has not is asked for again next time."""
    try:
        parse_reply(answer)
    except ReaderError:
        return False
    return True


def _path(cache: Path, endpoint: Endpoint, prompt: str) -> Path:
    asked = json.dumps([endpoint.url, endpoint.model, prompt])
    name = _NAME.sub("_", endpoint.model)[:60]
    return cache / f"{name}-{hashlib.sha256(asked.encode()).hexdigest()[:32]}.json"
