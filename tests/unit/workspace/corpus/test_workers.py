"""Where the batches of a corpus are read."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from goodoffices.errors import ReportError
from goodoffices.workspace.corpus.batch import Source, read_batch
from goodoffices.workspace.corpus.build import build_corpus
from goodoffices.workspace.corpus.plan import Batch, plan_corpus
from goodoffices.workspace.corpus.query import query
from goodoffices.workspace.corpus.workers import dask, here, processes

EXAMPLE = Path(__file__).parents[4] / "examples" / "ukraine-2025-08" / "reports" / "report.txt"


def quiet(done: int, total: int) -> None:
    """Take the progress and show nothing."""


@pytest.fixture(scope="module")
def batches(tmp_path_factory: pytest.TempPathFactory) -> tuple[Batch, ...]:
    """Return the batches of 150 short articles."""
    folder = tmp_path_factory.mktemp("articles")
    for number in range(150):
        (folder / f"{number}.txt").write_text(f"Kenya rejected offer {number}.\n")
    return plan_corpus([folder]).batches


@pytest.fixture(scope="module")
def wanted(batches: tuple[Batch, ...]) -> dict[str, bytes]:
    """Return what this process reads in the batches."""
    return {batch.key: found for batch, found in here(iter(batches))}


def test_two_processes_read_the_same(batches: tuple[Batch, ...], wanted: dict[str, bytes]) -> None:
    """Every batch comes back once, with the same bytes."""
    assert {batch.key: found for batch, found in processes(2)(iter(batches))} == wanted
    assert len(wanted) == len(batches)


def test_a_process_that_dies_is_said(batches: tuple[Batch, ...]) -> None:
    """Where the system ends a process, the message says that nothing is lost and what to do."""
    found = processes(1)(iter(batches))
    next(found)
    for child in Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split():
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
            os.kill(int(child), signal.SIGKILL)
    with pytest.raises(ReportError, match="ended from outside"):
        list(found)


def test_a_cluster_reads_the_same(batches: tuple[Batch, ...], wanted: dict[str, bytes]) -> None:
    """Dask's workers run the same function."""
    distributed = pytest.importorskip("distributed", reason="Dask is an extra: goodoffices[cluster]")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, protocol="tcp://", dashboard_address="127.0.0.1:0"
    ) as cluster:
        found = {batch.key: data for batch, data in dask(cluster.scheduler_address)(iter(batches))}
    assert found == wanted


def test_addresses_of_clusters(batches: tuple[Batch, ...]) -> None:
    """What is no address is refused before anything is tried."""
    with pytest.raises(ReportError, match="is no address"):
        list(dask("somewhere")(iter(batches)))


def test_every_kind_of_finding_has_its_table(tmp_path: Path) -> None:
    """The example report gives rows in every table."""
    build_corpus([EXAMPLE], tmp_path / "corpus", run=here, progress=quiet)
    for table in ("statements", "relations", "precedents"):
        assert len(query(tmp_path / "corpus", f"FROM {table}")) > 0
    text = "One option is a federal state. The two sides remain far apart on the status of the province."
    read = read_batch((Source("x.txt", text.encode()),))
    (tmp_path / "x.txt").write_text(text)
    assert read == read_batch((Source("x.txt", (tmp_path / "x.txt").read_bytes()),))
    build_corpus([tmp_path / "x.txt"], tmp_path / "other", run=here, progress=quiet)
    assert len(query(tmp_path / "other", "FROM options")) == 1
