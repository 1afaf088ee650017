"""The built wheel, installed on its own: complete, and good for the whole job away from the checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "examples/ukraine-2025-08/reports/report.txt"
CASE = ROOT / "examples/ukraine-2025-08/case.yaml"


def run(command: list[str | Path], place: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder with nothing of this process's environment but the path."""
    words = [str(word) for word in command]
    return subprocess.run(
        words, cwd=place, check=False, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"}
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel built from the checkout without fetching anything."""
    folder = tmp_path_factory.mktemp("dist")
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        folder,
        ROOT,
    ]
    done = run(command, folder)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the command of an installed wheel.

    A fresh environment borrows the pinned dependencies from the one that runs the tests, so that nothing is
    fetched; the wheel itself is installed in it and comes first.
    """
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    own = Path(
        run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], home).stdout.strip()
    )
    for name in ("purelib", "platlib"):
        borrowed = "".join(f"import sys; sys.path.append({path!r})\n" for path in [sysconfig.get_path(name)])
        (own / f"borrowed_{name}.pth").write_text(borrowed, encoding="utf-8")
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check"]
    done = run([*pip, "install", "--quiet", "--no-deps", "--no-index", "--ignore-installed", wheel], home)
    assert done.returncode == 0, done.stderr
    return home / "bin" / "goodoffices"


def test_wheel_holds_data_templates_and_schema(wheel: Path) -> None:
    """Every file that is no code in the package's folders is in the wheel, the JSON Schema included."""
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    source = ROOT / "src"
    files = (path.relative_to(source) for path in (source / "goodoffices").rglob("*") if path.is_file())
    wanted = {str(path) for path in files if not [part for part in path.parent.parts if part[0] in "._"]}
    assert len(wanted) > 100
    assert wanted <= inside
    assert sum(name.endswith(".tsv") for name in inside) >= 8
    assert "goodoffices/brief/templates/brief.html.j2" in inside
    assert [name for name in inside if name.endswith(".schema.json")]
    assert "goodoffices/py.typed" in inside
    assert any(name.endswith("/licenses/LICENSE") for name in inside)


def test_wheel_holds_nothing_else(wheel: Path) -> None:
    """No test, page or example is installed with the package."""
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}
    assert len(tops) == 2
    assert "goodoffices" in tops


def test_installed_wheel_runs_and_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    """The installed command tells the version, and its code lies in the fresh environment."""
    done = run([installed, "--version"], tmp_path)
    assert done.stdout.startswith("goodoffices, version "), done.stderr
    where = run(
        [installed.with_name("python"), "-c", "import goodoffices; print(goodoffices.__file__)"], tmp_path
    )
    assert Path(where.stdout.strip()).is_relative_to(installed.parents[1])


def test_installed_wheel_checks_a_case(installed: Path, tmp_path: Path) -> None:
    """A case file that lies outside the checkout is checked and found sound."""
    shutil.copy(CASE, tmp_path / "case.yaml")
    done = run([installed, "check", "case.yaml"], tmp_path)
    assert done.returncode == 0, done.stderr
    assert "sound" in done.stdout


def test_installed_wheel_writes_a_brief(installed: Path, tmp_path: Path) -> None:
    """A report outside the checkout becomes a brief that holds the report's words."""
    shutil.copy(REPORT, tmp_path / "report.txt")
    done = run([installed, "brief", "report.txt", "-o", "brief.html"], tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "a mutual defence pledge modelled on Article 5" in " ".join(page.split())
