"""Compile a function once per machine, and keep what was compiled wherever it can be kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

Kernel = TypeVar("Kernel", bound=Callable[..., Any])


def compiled(function: Kernel) -> Kernel:
    """Compile a function on its first call, without Python's lock, cached on disk if any folder allows.

    numba keeps compiled code beside the module, else in the user's cache folder. Where it may write to
    neither it refuses to cache, and the function is then compiled in each process.
    """
    try:
        return cast(Kernel, njit(cache=True, nogil=True)(function))
    except RuntimeError:
        return cast(Kernel, njit(nogil=True)(function))
