"""Where batches are read: in this process, in several, or on a Dask cluster."""

from __future__ import annotations

import multiprocessing
import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from typing import Any

from goodoffices.errors import ReportError
from goodoffices.workspace.corpus.batch import read_batch
from goodoffices.workspace.corpus.plan import Batch

_ADDRESS = re.compile(r"(?:(?:tcp|tls|ucx|wss?)://)?[\w.\-\[\]:]+:\d+/?$")
AHEAD = 2
"""Batches that wait for each worker; more would only fill the memory."""

Run = Callable[[Iterator[Batch]], Iterator[tuple[Batch, bytes]]]
"""Reads batches and gives each back with what was found in it, in any order."""


def here(batches: Iterator[Batch]) -> Iterator[tuple[Batch, bytes]]:
    """Read one batch after the other in this process."""
    for batch in batches:
        yield batch, read_batch(batch.sources())


def processes(workers: int) -> Run:
    """Return a way to read in several processes on this machine.

    Args:
        workers: How many; each needs some 400 MB.
    """

    def run(batches: Iterator[Batch]) -> Iterator[tuple[Batch, bytes]]:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(workers, context, _end_with_parent) as pool:
            try:
                yield from _in_turn(
                    batches,
                    lambda batch: pool.submit(read_batch, batch.sources()),
                    lambda futures: wait(futures, return_when=FIRST_COMPLETED).done,
                    workers,
                )
            except BrokenProcessPool as error:
                raise ReportError(
                    "a process that read reports was ended from outside, perhaps for want of memory; what is "
                    "done is kept: give the same command again, with fewer --workers"
                ) from error
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    return run


def _end_with_parent() -> None:
    """Let this worker end when the process that started it is gone, however it went."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _in_turn(
    batches: Iterator[Batch],
    submit: Callable[[Batch], Any],
    first_done: Callable[[list[Any]], Iterable[Any]],
    workers: int,
) -> Iterator[tuple[Batch, bytes]]:
    """Keep the workers busy without reading files long before they are needed."""
    waiting: dict[Any, Batch] = {}
    for batch in batches:
        waiting[submit(batch)] = batch
        if len(waiting) >= AHEAD * workers:
            yield from _done(waiting, first_done)
    while waiting:
        yield from _done(waiting, first_done)


def _done(
    waiting: dict[Any, Batch], first_done: Callable[[list[Any]], Iterable[Any]]
) -> Iterator[tuple[Batch, bytes]]:
    for future in list(first_done(list(waiting))):
        yield waiting.pop(future), future.result()


def dask(address: str) -> Run:
    """Return a way to read on a Dask cluster whose workers have goodoffices.

    Args:
        address: Address of the scheduler, such as tcp://10.0.0.1:8786.
    """

    def run(batches: Iterator[Batch]) -> Iterator[tuple[Batch, bytes]]:
        client = _client(address)
        try:
            workers = max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
            yield from _in_turn(
                batches,
                lambda batch: client.submit(read_batch, batch.sources(), key=batch.key, pure=True),
                _first_done,
                workers,
            )
        finally:
            client.close()

    return run


def _first_done(futures: list[Any]) -> list[Any]:
    from distributed import client as distributed  # noqa: PLC0415 - only those with a cluster have it

    wait_for: Any = distributed.wait
    return list(wait_for(futures, return_when="FIRST_COMPLETED").done)


def _client(address: str) -> Any:  # noqa: ANN401 - distributed has no types
    try:
        import distributed  # noqa: PLC0415 - only those with a cluster have it
    except ImportError as error:
        raise ReportError("--dask needs Dask: install it with 'pip install goodoffices[cluster]'") from error
    if not _ADDRESS.match(address):
        raise ReportError(f"{address!r} is no address of a Dask scheduler; it looks like tcp://10.0.0.1:8786")
    try:
        connect: Any = distributed.Client
        return connect(address, timeout="10s")
    except (OSError, TimeoutError, ValueError) as error:
        raise ReportError(
            f"no Dask scheduler answers at {address}; start one with 'dask scheduler' and name its address"
        ) from error
