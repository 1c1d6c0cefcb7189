"""Cost by length: 1 kB and 100 kB of every hostile kind, each in a process that is stopped when it takes too long."""

# ruff: noqa: T201 (a command prints)

from __future__ import annotations

import math
import time
from multiprocessing import get_context
from typing import TYPE_CHECKING

from detectors import scan
from tests.benchmarks.messages import HOSTILE, PROSE

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

SHORT, LONG = 1_000, 100_000
PATIENCE = 20.0
"""Seconds after which a kind counts as endless."""

WARM = "電話 090-1234-5678、taro@example.jp、LINE ID: taro_web、ラインを教えて。https://lin.ee/abc taro at x dot com"


def lengths_table() -> tuple[float, float]:
    """Print every kind; returns the worst factor for 100 × the length, and the worst against plain prose."""
    worker = Worker()
    prose = {name: worker.spent((unit * (LONG // len(unit) + 1))[:LONG], 5) for name, unit in PROSE.items()}
    for name, spent in prose.items():
        print(f"\n  100 kB of {name}: {spent * 1e3:.2f} ms", end="")
    plain = min(prose.values())
    print(f"\n\n  {'kind':28} {'1 kB, ms':>10} {'100 kB, ms':>12} {'for 100×':>10} {'× prose':>9}")
    rows = []
    for name, text in HOSTILE.items():
        short, long = worker.spent(text(SHORT), 5), worker.spent(text(LONG), 2)
        rows.append((long / short, long / plain, name, short, long))
    worker.stop()
    for factor, dear, name, short, long in sorted(rows, key=lambda row: -row[1]):
        shown = f"{long * 1e3:12.1f} {factor:10.0f} {dear:9.1f}" if math.isfinite(long) else f"{'> 20 s':>12}"
        print(f"  {name:28} {short * 1e3:10.2f} {shown}")
    return max(row[0] for row in rows), max(row[1] for row in rows)


def _spent(text: str, passes: int) -> float:
    """The best of some passes, in seconds of this process alone; one pass is enough for what takes a second."""
    best = math.inf
    for _ in range(passes):
        began = time.process_time()
        scan(text)
        best = min(best, time.process_time() - began)
        if best > 1:
            break
    return best


class Worker:
    """A process that scans what it is sent; replaced when it does not come back in time."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        context = get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        self._ours.recv()

    def spent(self, text: str, passes: int) -> float:
        """Seconds for one scan, or infinity."""
        self._ours.send((text, passes))
        if self._ours.poll(PATIENCE):
            return float(self._ours.recv())
        self.stop()
        self._begin()
        return math.inf

    def stop(self) -> None:
        """End it, in the middle of a scan if need be."""
        self._process.kill()
        self._process.join()


def _serve(pipe: Connection) -> None:
    scan(WARM)
    pipe.send(0.0)
    while True:
        text, passes = pipe.recv()
        pipe.send(_spent(text, passes))
