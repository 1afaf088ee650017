"""Ask an endpoint that speaks OpenAI's chat protocol, on this machine or elsewhere."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx

from goodoffices.errors import NoAnswerError, ReaderError
from goodoffices.workspace.language_model.prompt import reply_format

TRIES = 3
LARGEST = 5_000_000
"""Bytes of an answer."""
_AGAIN = frozenset({408, 409, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is asked.

    Attributes:
        url: Base of the interface, such as http://localhost:11434/v1.
        model: Name of the model there.
        key: Key that the endpoint asks for, where it asks for one; it is shown nowhere.
        timeout: Seconds to wait for an answer.
        pause: Waits a number of seconds between two tries.
    """

    url: str
    model: str
    key: str | None = None
    timeout: float = 120.0
    pause: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ReaderError(
                f"{self.url!r} is no address of an endpoint; it looks like http://localhost:11434/v1"
            )
        if parts.username or parts.password:
            raise ReaderError("an endpoint's address may hold no password; give the key in OPENAI_API_KEY")

    def __repr__(self) -> str:
        return f"Endpoint({self.model} at {self.url})"


def from_environment(model: str, url: str | None, timeout: float) -> Endpoint:
    """Return the endpoint that was named, or that OPENAI_BASE_URL names, with the key in OPENAI_API_KEY.

    Raises:
        ReaderError: None is named: no report goes to a place that nobody chose.
    """
    chosen = url or os.environ.get("OPENAI_BASE_URL")
    if not chosen:
        raise ReaderError(
            "no endpoint is named, and reports go nowhere unasked; give --endpoint ADDRESS or set "
            "OPENAI_BASE_URL, such as http://localhost:11434/v1 for a server on this machine"
        )
    return Endpoint(chosen.rstrip("/"), model, os.environ.get("OPENAI_API_KEY") or None, timeout)


def ask(endpoint: Endpoint, messages: list[dict[str, str]]) -> str:
    """Return what the model answers, as text.

    Redirects are not followed: the report goes where it was said to go. Overload and time-outs are tried
    three times. An endpoint that does not know JSON schemas is asked again without one; the answer is checked
    anyway.

    Raises:
        NoAnswerError: There is no answer, or the model refuses.
    """
    body: dict[str, Any] = {
        "model": endpoint.model,
        "messages": messages,
        "temperature": 0,
        "seed": 1,
        "response_format": reply_format(),
    }
    answer = _post(endpoint, body)
    if answer.status_code in {400, 422} and "response_format" in answer.text:
        del body["response_format"]
        answer = _post(endpoint, body)
    if answer.status_code != 200:
        raise NoAnswerError(_refused(endpoint, answer))
    return _content(answer)


def _post(endpoint: Endpoint, body: dict[str, Any]) -> httpx.Response:
    headers = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    problem = ""
    with httpx.Client(timeout=endpoint.timeout, follow_redirects=False, headers=headers) as client:
        for number in range(TRIES):
            if number:
                endpoint.pause(2.0**number)
            try:
                answer = client.post(f"{endpoint.url}/chat/completions", json=body)
            except httpx.TimeoutException:
                problem = f"gave no answer within {endpoint.timeout:g} s; --timeout waits longer"
                continue
            except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
                raise NoAnswerError(
                    f"{endpoint.url} cannot be reached ({error}); start the server, or name another with "
                    "--endpoint"
                ) from error
            if answer.status_code not in _AGAIN:
                return answer
            problem = f"answers with status {answer.status_code}"
    raise NoAnswerError(f"{endpoint.url} {problem} (tried {TRIES} times)")


def _refused(endpoint: Endpoint, answer: httpx.Response) -> str:
    said = " ".join(answer.text.split())[:200]
    hint = {
        401: "set OPENAI_API_KEY to a key that it takes",
        403: "set OPENAI_API_KEY to a key that it takes",
        404: f"check the address and whether it has a model '{endpoint.model}'",
    }.get(answer.status_code, "check the address and the model")
    return f"{endpoint.url} answers with status {answer.status_code} ({said}); {hint}"


def _content(answer: httpx.Response) -> str:
    if len(answer.content) > LARGEST:
        raise NoAnswerError(f"the answer has {len(answer.content):,} bytes, more than {LARGEST:,}")
    try:
        message = json.loads(answer.content)["choices"][0]["message"]
        refusal, content = message.get("refusal"), message.get("content")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise NoAnswerError("the answer does not have the form of OpenAI's chat protocol") from error
    if refusal or not isinstance(content, str):
        raise NoAnswerError(f"the model refuses: {' '.join(str(refusal or 'it says nothing').split())[:200]}")
    return content
