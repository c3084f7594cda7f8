"""How the time that a call takes grows with its input, measured so that neither other work nor the collector decides."""

from __future__ import annotations

import time
import timeit
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
RUNS = 3


def seconds(call: Callable[[], object]) -> float:
    """Processor seconds of the shortest of three runs; timeit holds the garbage collector off meanwhile."""
    return min(timeit.Timer(call, timer=time.process_time).repeat(RUNS, 1))


def growth(work: Callable[[T], object], small: T, large: T) -> float:
    """How many times as long ``work`` takes for the large input as for the small one; under 1 ms counts as 1 ms."""
    return seconds(lambda: work(large)) / max(0.001, seconds(lambda: work(small)))
