"""`goodoffices propose` against a server on this machine."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from goodoffices.cli.propose_command import command
from goodoffices.errors import NoAnswerError

ROOT = Path(__file__).parents[3]
QUOTE = {
    "actor": "Kenya",
    "act": "reject",
    "quote": "Kenya turned down the offer.",
    "cue": "turned down",
    "content": "the offer",
    "target": None,
    "negated": False,
}


class Answering(BaseHTTPRequestHandler):
    """Proposes one statement that is in the report and one that is not."""

    def do_POST(self) -> None:
        """Answer."""
        self.rfile.read(int(self.headers["Content-Length"]))
        content = json.dumps({"statements": [QUOTE, QUOTE | {"quote": "Kenya accepted."}]})
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"choices": [{"message": {"content": content}}]}).encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """Return the address of a server."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    server = HTTPServer(("127.0.0.1", 0), Answering)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    server.shutdown()
    server.server_close()
    thread.join()


def run(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(command, [*map(str, arguments), "--model", "m"])


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return a report whose one statement no rule knows by these words alone."""
    path = tmp_path / "report.txt"
    path.write_text("“Kenya turned down the offer.”\n")
    return path


def test_nothing_is_sent_unasked(url: str, report: Path) -> None:
    """Without a person to ask and without --yes it is said what would be sent, and nothing is."""
    found = run(report, "--endpoint", url)
    assert found.exit_code == 2
    assert f"would go to {url}, on this machine, for the model m" in found.output
    assert "nothing was sent" in found.output
    far = run(report, "--endpoint", "https://example.org/v1")
    assert "OUTSIDE this machine" in far.output


def test_proposals_of_a_report(url: str, report: Path) -> None:
    """What is kept goes to standard output, what is dropped is counted."""
    found = run(report, "--endpoint", url, "--yes")
    assert found.exit_code == 0, found.output
    assert '"type": "call"' in found.stdout
    assert "1 quote not in the report" in found.stderr
    assert "Nobody has confirmed them yet" in found.stderr


def test_what_is_kept_is_said_to_be(url: str, report: Path) -> None:
    """An answer from before is announced as such and nothing as sent; another endpoint is asked."""
    run(report, "--endpoint", url, "--yes")
    again = run(report, "--endpoint", url)
    assert again.exit_code == 0
    assert f"1 answer of m at {url} is kept from before" in again.stderr
    assert "would go to" not in again.stderr
    assert '"from_cache": true' in again.stdout
    gone = run(report, "--endpoint", "http://127.0.0.1:1/v1", "--yes")
    assert isinstance(gone.exception, NoAnswerError)


def test_no_endpoint_is_no_endpoint(monkeypatch: pytest.MonkeyPatch, report: Path) -> None:
    """Without --endpoint and OPENAI_BASE_URL nothing is asked, and both are named."""
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    found = run(report, "--yes")
    assert "give --endpoint ADDRESS or set OPENAI_BASE_URL" in str(found.exception)


def test_proposals_in_a_case_folder(url: str, tmp_path: Path) -> None:
    """They go to a file of their own, and nothing else in the folder changes."""
    folder = tmp_path / "case"
    shutil.copytree(ROOT / "examples" / "ukraine-2025-08", folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found = run(folder, "--endpoint", url, "--yes")
    assert found.exit_code == 0, found.output
    lines = (folder / "proposals.jsonl").read_text().splitlines()
    assert json.loads(lines[0])["type"] == "proposals"
    assert {path: path.read_bytes() for path in before} == before


def test_nothing_to_send(url: str, tmp_path: Path) -> None:
    """A report of boilerplate only has nothing that could be sent."""
    (tmp_path / "login.txt").write_text("Log in\n")
    found = run(tmp_path / "login.txt", "--endpoint", url, "--yes")
    assert found.exit_code == 2
    assert "no passage that could be sent" in found.output
