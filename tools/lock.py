"""Write the lock files: exact versions and hashes, and no address of where they came from."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = [
    *("uv", "pip", "compile", "--generate-hashes", "--universal", "--no-emit-index-url"),
    *("--no-emit-find-links", "--no-header", "--python-version", "3.11"),
]


def compile_lock(*arguments: str, output: str) -> str:
    """Resolve the dependencies and return the text of the lock file."""
    command = [sys.executable, "-m", *COMPILE, *arguments, "--output-file", output]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return (ROOT / output).read_text(encoding="utf-8")


def pins(lock: str) -> set[str]:
    """Return the pins of a lock file: name, version and marker."""
    return set(re.findall(r"^(\S+==[^\\\n]+?)\s*\\$", lock, flags=re.MULTILINE))


def without(lock: str, known: set[str]) -> str:
    """Return the lock file less the blocks whose pin is known already."""
    blocks = re.split(r"^(?=\S+==)", lock, flags=re.MULTILINE)
    return "".join(block for block in blocks if not pins(block) & known)


def main() -> None:
    """Refresh both lock files; the second holds only what the first lacks."""
    run = compile_lock("pyproject.toml", "tools/build-backend.in", output="requirements.lock")
    test = compile_lock(
        "pyproject.toml",
        "--group",
        "test",
        "--constraint",
        "requirements.lock",
        output="requirements-test.lock",
    )
    (ROOT / "requirements-test.lock").write_text(without(test, pins(run)), encoding="utf-8")


if __name__ == "__main__":
    main()
