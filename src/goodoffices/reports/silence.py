"""Keep the libraries that read reports from talking past us: what goes wrong is said by our errors."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def silenced(*libraries: str) -> Iterator[None]:
    """Hold back warnings and log records of the named libraries for the length of a block.

    Their levels are put back afterwards, so a program that wants their records elsewhere has them.
    """
    loggers = [logging.getLogger(name) for name in libraries]
    levels = [logger.level for logger in loggers]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for logger in loggers:
            logger.setLevel(logging.CRITICAL + 1)
        try:
            yield
        finally:
            for logger, level in zip(loggers, levels, strict=True):
                logger.setLevel(level)
