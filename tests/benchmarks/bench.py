"""`make bench`: how fast a scan is, as ratios within one run on one core.

The machine, its load and its Python move every absolute number; what is compared is measured turn by turn, on the same
messages, and the best pass counts. `--strict` exits 1 where a goal is missed.
"""

# ruff: noqa: T201 (a command prints)

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import phonenumbers

import detectors
from detectors import Utterance, scan
from tests.benchmarks.hostile import lengths_table
from tests.benchmarks.messages import WANTED, mix
from tests.evaluation.cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PEERS_PYTHON = ROOT / ".venv-peers" / "bin" / "python"
HISTORY = 20
SOME = 6_000
"""Messages of a pass that the peers in their own environment are given: they are slow."""
MICRO = 1e6


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure, what it should be, and whether more or less is better."""

    name: str
    figure: float
    wanted: float
    at_least: bool

    @property
    def is_met(self) -> bool:
        """Whether it is."""
        return self.figure >= self.wanted if self.at_least else self.figure <= self.wanted

    def __str__(self) -> str:
        sign, mark = "≥" if self.at_least else "≤", "ok    " if self.is_met else "MISSED"
        return f"  {mark} {self.name:58} {self.figure:9.2f}  ({sign} {self.wanted:g})"


def best_pass(passes: int, *runs: Callable[[], object]) -> list[float]:
    """The best time of each run, in seconds of this process; they take turns, so a slow moment strikes them alike."""
    best = [float("inf")] * len(runs)
    gc.collect()
    gc.disable()
    try:
        for _ in range(passes):
            for number, run in enumerate(runs):
                began = time.process_time()
                run()
                best[number] = min(best[number], time.process_time() - began)
    finally:
        gc.enable()
    return best


def _each(call: Callable[[str], object], texts: list[str]) -> Callable[[], None]:
    def run() -> None:
        for text in texts:
            call(text)

    return run


def _matched(text: str) -> list[object]:
    return list(phonenumbers.PhoneNumberMatcher(text, "JP", leniency=phonenumbers.Leniency.VALID))


def throughput(texts: list[str], passes: int) -> list[Goal]:
    """Messages a second, ours and the peers'."""
    said = [Utterance(f"h-{i}", f"u-{i % 2}", text) for i, text in enumerate(texts)]
    threads = [(text, said[max(0, i - HISTORY) : i]) for i, text in enumerate(texts)]
    for text, history in threads[:2_000]:  # compile and load before the clock runs
        scan(text, history, sender="u-1")
    runs: dict[str, Callable[[], object]] = {
        "scan": _each(scan, texts),
        "scan, history of 20": lambda: [scan(text, history, sender="u-1") for text, history in threads],
        "PhoneNumberMatcher": _each(_matched, texts),
    }
    many = getattr(detectors, "scan_many", None)
    if many is not None:
        runs["scan_many"] = lambda: list(many(texts))
    seconds = dict(zip(runs, best_pass(passes, *runs.values()), strict=True))
    seconds |= _peers(texts, passes)
    ours = seconds["scan"]
    print(f"\n{'':24} {'messages/s':>12} {'µs each':>9} {'× scan':>8}")
    for name, spent in sorted(seconds.items(), key=lambda one: one[1]):
        print(f"  {name:22} {len(texts) / spent:12,.0f} {spent / len(texts) * MICRO:9.2f} {spent / ours:8.2f}")
    goals = [
        Goal("throughput over PhoneNumberMatcher (JP, VALID)", seconds["PhoneNumberMatcher"] / ours, 3, at_least=True)
    ]
    goals.append(
        Goal(
            "the same, with a history of 20",
            seconds["PhoneNumberMatcher"] / seconds["scan, history of 20"],
            3,
            at_least=True,
        )
    )
    if "Presidio" in seconds:
        goals.append(Goal("throughput over Presidio (phone, e-mail)", seconds["Presidio"] / ours, 30, at_least=True))
    if "scan_many" in seconds:
        goals.append(Goal("scan_many over scan", ours / seconds["scan_many"], 1, at_least=True))
    return goals


def _peers(texts: list[str], passes: int) -> dict[str, float]:
    if not PEERS_PYTHON.exists():
        print(f"(Presidio and DataFog left out: no {PEERS_PYTHON.relative_to(ROOT)}; make measure-peers installs them)")
        return {}
    some = texts[:SOME]
    asked = {"texts": some, "passes": min(passes, 3), "names": ["Presidio", "scrubadub", "DataFog"]}
    run = subprocess.run(
        [str(PEERS_PYTHON), "-m", "tests.benchmarks.peers_speed"],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    if run.returncode:
        print(f"(peers left out: {run.stderr.strip().splitlines()[-1]})")
        return {}
    return {name: spent * len(texts) / len(some) for name, spent in json.loads(run.stdout).items()}


def clean_latency(texts: Iterable[str], passes: int) -> list[Goal]:
    """What one clean message costs over an empty call: each one's best of the passes."""

    def nothing(_text: str) -> None: ...

    clean = [text for text in texts if not scan(text).findings]
    empty = statistics.median(_best_each(nothing, clean[:2_000], passes))
    spent = sorted(max(0.0, one - empty) * MICRO for one in _best_each(scan, clean, passes))
    half, late = spent[len(spent) // 2], spent[len(spent) * 99 // 100]
    print(
        f"\n  clean messages over an empty call: p50 {half:.2f} µs, p90 {spent[len(spent) * 9 // 10]:.2f} µs, "
        f"p99 {late:.2f} µs, slowest {spent[-1]:.0f} µs"
    )
    return [
        Goal("p50 of clean messages, µs over an empty call", half, 3, at_least=False),
        Goal("p99 over p50 of clean messages", late / half, 15, at_least=False),
    ]


def _best_each(call: Callable[[str], object], texts: list[str], passes: int) -> list[float]:
    best = [float("inf")] * len(texts)
    for _ in range(passes):
        for number, text in enumerate(texts):
            began = time.perf_counter()
            call(text)
            spent = time.perf_counter() - began
            best[number] = min(best[number], spent)
    return best


def main() -> int:
    """Measure, print, and say which goals are missed."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--strict", action="store_true", help="exit 1 where a goal is missed")
    ask.add_argument("--messages", type=int, default=WANTED)
    ask.add_argument("--passes", type=int, default=5)
    ask.add_argument("--only", choices=("throughput", "lengths"), help="one half of it")
    asked = ask.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    goals: list[Goal] = []
    if asked.only != "lengths":
        texts, source = mix(asked.messages)
        sizes = sorted(map(len, texts))
        print(
            f"{len(texts)} messages from {source}, median {sizes[len(sizes) // 2]} characters, each once a pass, "
            f"best of {asked.passes} passes, one core"
        )
        goals += throughput(texts, asked.passes)
        goals += clean_latency(texts, asked.passes)
    if asked.only != "throughput":
        slowest, dearest = lengths_table()
        goals.append(Goal("100 kB over 1 kB of the same, worst kind", slowest, 130, at_least=False))
        goals.append(Goal("100 kB of anything over 100 kB of plain prose, worst", dearest, 20, at_least=False))
    print("\nGoals")
    for goal in goals:
        print(goal)
    return int(asked.strict and not all(goal.is_met for goal in goals))


if __name__ == "__main__":
    sys.exit(main())
