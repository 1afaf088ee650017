"""A corpus from the command line: in several processes, on a cluster, killed and gone on with."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "goodoffices"]
CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of 150 short articles."""
    folder = tmp_path_factory.mktemp("articles")
    acts = ("rejected", "accepted", "proposed")
    for number in range(150):
        text = f"Kenya {acts[number % 3]} the plan for district {number} on Monday.\n"
        (folder / f"{number:03}.txt").write_text(text)
    return folder


def digests(folder: Path) -> dict[str, str]:
    """Return the hash of every result in a corpus."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


def goodoffices(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the program."""
    return subprocess.run([*PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def corpus(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the corpus that one process makes of the articles."""
    folder = tmp_path_factory.mktemp("out") / "corpus"
    found = goodoffices("read", articles, "-o", f"{folder}/", "--workers", "1")
    assert found.returncode == 0, found.stderr
    assert "150 reports from 150 files" in found.stdout
    assert "150 of 150 files" in found.stderr
    return folder


def test_processes_that_are_killed_lose_and_double_nothing(
    articles: Path, corpus: Path, tmp_path: Path
) -> None:
    """Two processes that are killed three times and then let go make the same corpus, to the byte."""
    killed = tmp_path / "killed"
    for seconds in (1.0, 2.5, 4.0):
        process = subprocess.Popen(
            [*PROGRAM, "read", str(articles), "-o", f"{killed}/", "--workers", "2"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    last = goodoffices("read", articles, "-o", f"{killed}/", "--workers", "2")
    assert last.returncode == 0, last.stderr
    assert digests(killed) == digests(corpus)


def test_no_worker_outlives_a_killed_reading(articles: Path, tmp_path: Path) -> None:
    """Where the first process alone is killed, those that it started end too."""
    process = subprocess.Popen(
        [*PROGRAM, "read", str(articles), "-o", f"{tmp_path}/corpus/", "--workers", "2"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    workers: list[Path] = []
    while len(workers) < 2:
        assert process.poll() is None
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        places = [Path("/proc") / child for child in children]
        workers = [place for place in places if b"spawn_main" in (place / "cmdline").read_bytes()]
        time.sleep(0.05)
    time.sleep(2)
    process.kill()
    process.wait()
    for _ in range(200):
        if not any(place.exists() for place in workers):
            break
        time.sleep(0.1)
    assert not any(place.exists() for place in workers)


def test_a_dask_cluster_gives_the_same_bytes(articles: Path, corpus: Path, tmp_path: Path) -> None:
    """The same function runs on the workers of a scheduler."""
    pytest.importorskip("distributed", reason="Dask is an extra: pip install goodoffices[cluster]")
    path = tmp_path / "cluster.py"
    path.write_text(CLUSTER)
    with subprocess.Popen(
        [sys.executable, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as cluster:
        assert cluster.stdout is not None
        assert cluster.stdin is not None
        address = cluster.stdout.readline().strip()
        found = goodoffices("read", articles, "-o", f"{tmp_path}/dask/", "--dask", address)
        cluster.stdin.close()
    assert found.returncode == 0, found.stderr
    assert digests(tmp_path / "dask") == digests(corpus)


def test_wrong_ways_to_read_a_corpus(articles: Path, tmp_path: Path) -> None:
    """Standard input, two kinds of workers, no corpus, no scheduler: one message each."""
    out = f"{tmp_path}/corpus/"
    for arguments, message in (
        (["-", "-o", out], "not from standard input"),
        ([str(articles), "-o", out, "--workers", "2", "--dask", "x"], "exclude each other"),
        ([str(articles), "--workers", "2"], "are for a corpus"),
        ([str(articles), "-o", out, "--dask", "nonsense://1"], "is no address of a Dask scheduler"),
        ([str(articles), "-o", out, "--dask", "tcp://127.0.0.1:1"], "no Dask scheduler answers"),
    ):
        found = goodoffices("read", *arguments)
        assert found.returncode == 2
        assert message in found.stderr
        assert "Traceback" not in found.stderr


def test_a_corpus_is_searched_and_asked(corpus: Path, tmp_path: Path) -> None:
    """Passages are found by their words, and tables asked in SQL, for people and for programs."""
    found = goodoffices("search", corpus, "district", "42")
    assert "plan for district 42" in found.stdout
    assert "1 passage." in found.stdout
    assert "--limit shows more" in goodoffices("search", corpus, "district").stdout
    assert '"passage"' in goodoffices("search", corpus, "district", "42", "--json").stdout
    assert "No passage holds 'zeppelin'; a star" in goodoffices("search", corpus, "zeppelin").stdout
    assert "leave some out" in goodoffices("search", corpus, "district", "zeppelin").stdout
    sql = "SELECT act, count(*) AS n, NULL AS nothing FROM statements GROUP BY act ORDER BY act"
    assert "accept" in goodoffices("query", corpus, sql).stdout
    assert goodoffices("query", corpus, sql, "--csv").stdout.splitlines()[1] == "accept,50,"
    assert '"act":"accept"' in goodoffices("query", corpus, sql, "--json").stdout.replace(" ", "")
    assert "The first 50 of 150 rows" in goodoffices("query", corpus, "SELECT report FROM reports").stdout
    assert goodoffices("query", corpus, sql, "-o", tmp_path / "acts.csv").returncode == 0
    assert (tmp_path / "acts.csv").read_text().startswith("act,n")
