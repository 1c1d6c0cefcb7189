"""`make measure`: how well the guard does on every set, and whether that is at least what it was.

Exits 1 if a figure is worse than `floors.toml` says. Sets from outside are measured where they are present.
"""

from __future__ import annotations

import argparse
import sys
import time
import tomllib
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

from tests.evaluation.cases import HELD_OUT, HERE, OUTSIDE, cases_of, is_shipped, set_name, sets
from tests.evaluation.guard import answers_of
from tests.evaluation.scoring import LOWER_IS_BETTER, Answer, Outcome, Result, score

if TYPE_CHECKING:
    from pathlib import Path

FLOORS = HERE / "floors.toml"
COLUMNS = {
    "recall": "caught",
    "recall_easy": "difficulty 1–3",
    "kind_right": "kind right",
    "kind_extra": "kind extra",
    "value_recall": "value recall",
    "value_precision": "value prec.",
    "false_positives": "false pos.",
    "asks_rate": "asks",
    "ruling_right": "ruling",
    "act_right": "act",
}
PORTION = 2_000
"""Cases handed to a process at a time."""

SLACK = 0.01
"""How far a figure may fall without anyone saying so: one case of 100."""


def measured(paths: list[Path], jobs: int = 2) -> dict[str, Result]:
    """The result of every set, by its name. Threads are independent, so a set may be shared among processes."""
    loaded = {path: cases_of(path) for path in paths}
    if jobs == 1:
        return {set_name(path): score(cases, answers_of(cases)) for path, cases in loaded.items()}
    portions = [
        (path, cases[at : at + PORTION]) for path, cases in loaded.items() for at in range(0, len(cases), PORTION)
    ]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as workers:
        answered = list(workers.map(answers_of, [cases for _, cases in portions]))
    answers: dict[Path, list[list[Answer]]] = {path: [] for path in paths}
    for (path, _), said in zip(portions, answered, strict=True):
        answers[path] += said
    return {set_name(path): score(loaded[path], answers[path]) for path in paths}


def below_floor(name: str, figures: dict[str, float], floors: dict[str, dict[str, float]]) -> list[str]:
    """A sentence for each figure of a set that is worse than its floor."""
    complaints = []
    for figure, floor in floors.get(name, {}).items():
        got = figures.get(figure)
        if got is None:
            complaints.append(f"{name} says nothing about {figure}; floors.toml expects {floor}")
        elif (got > floor) if figure in LOWER_IS_BETTER else (got < floor):
            complaints.append(f"{name}: {figure} is {got}, {'over' if figure in LOWER_IS_BETTER else 'below'} {floor}")
    return complaints


def raised(floors: dict[str, dict[str, float]], results: dict[str, Result]) -> str:
    """The floors as TOML, each brought up to what is reached now less `SLACK`; none is lowered."""
    lines = [f"# The worst that passes. `make measure ARGS=--raise-floors` brings it up to {SLACK} of what is reached."]
    for name in sorted(floors.keys() | results.keys()):
        lines.append(f'\n["{name}"]')
        figures = results[name].figures() if name in results else {}
        for figure in COLUMNS:
            old, new = floors.get(name, {}).get(figure), figures.get(figure)
            if old is None and new is None:
                continue
            lines.append(f"{figure} = {_floor(figure, old, new):g}")
    return "\n".join(lines) + "\n"


def _floor(figure: str, old: float | None, new: float | None) -> float:
    if new is None or figure == "false_positives":
        return min(one for one in (old, new) if one is not None)
    if figure in LOWER_IS_BETTER:
        reached = round(new + SLACK, 3)
        return reached if old is None else min(old, reached)
    reached = round(max(new - SLACK, 0), 3)
    return reached if old is None else max(old, reached)


def floors_from(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """The committed floors: set → figure → worst that passes."""
    floors: dict[str, dict[str, float]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return floors


def table(results: dict[str, Result]) -> str:
    """The figures of all sets, one a line."""
    width = max(map(len, results))
    lines = [" " * width + "  cases  " + "  ".join(f"{title:>14}" for title in COLUMNS.values())]
    for name, result in results.items():
        figures = result.figures()
        cells = [f"{_shown(column, figures):>14}" for column in COLUMNS]
        lines.append(f"{name:{width}}  {cases_in(result):5}  " + "  ".join(cells).rstrip())
    return "\n".join(lines)


def cases_in(result: Result) -> int:
    """How many cases were counted."""
    return result.counts["positives"] + result.counts["negatives"] + result.counts["rulings"]


def _shown(column: str, figures: dict[str, float]) -> str:
    if column not in figures:
        return ""
    value = figures[column]
    return str(int(value)) if column == "false_positives" else f"{value:.4f}"


def details(name: str, result: Result, *, most: int) -> str:
    """What went wrong, by class, and the cases themselves."""
    lines = [f"\n{name}"]
    ranked = sorted(result.classes.items(), key=lambda one: (one[0].split(":")[0], -one[1][0] / one[1][1], one[0]))
    lines += [f"    {shown:46} wrong {bad} of {whole}" for shown, (bad, whole) in ranked if bad]
    lines += [_miss(outcome) for outcome in result.wrong[:most]]
    if len(result.wrong) > most:
        lines.append(f"    … and {len(result.wrong) - most} more (--most)")
    return "\n".join(lines)


def _miss(outcome: Outcome) -> str:
    case = outcome.case
    said = " / ".join(turn.text for turn in case.turns).replace("\n", "⏎")
    found = ", ".join(f"{kind} {value}".rstrip() for kind, value in outcome.answer.found) or "nothing"
    about = ", ".join(name.partition(": ")[2] for name in case.classes if name.startswith(("trick", "trap", "why")))
    return (
        f"    {outcome.wrong}: {case.id} [{about}]\n        {said[-240:]}\n        → {outcome.answer.ruling}; {found}"
    )


def main() -> int:
    """Measure, print, compare."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--details", action="store_true", help="print what went wrong, by class and case by case")
    ask.add_argument("--most", type=int, default=40, help="cases printed for each set with --details")
    ask.add_argument("--shipped", action="store_true", help="only the sets of this repository")
    ask.add_argument("--raise-floors", action="store_true", help="bring floors.toml up to what is reached now")
    ask.add_argument("--jobs", type=int, default=2)
    ask.add_argument("names", nargs="*", help="only sets whose name holds one of these")
    asked = ask.parse_args()
    paths = [path for path in sets() if not asked.names or any(part in set_name(path) for part in asked.names)]
    paths = [path for path in paths if is_shipped(path) or not asked.shipped]
    if not paths:
        sys.stderr.write("measure: no set of that name\n")
        return 2
    began = time.perf_counter()
    results = measured(paths, asked.jobs)
    sys.stdout.write(table(results) + "\n")
    if asked.details:
        told = (
            details(name, result, most=asked.most) for name, result in results.items() if not name.startswith(HELD_OUT)
        )
        sys.stdout.write("\n".join(told) + "\n")
    if not (asked.shipped or asked.names or OUTSIDE.is_dir()):
        sys.stdout.write(f"(no sets from outside: {OUTSIDE} is not there)\n")
    floors = floors_from()
    if asked.raise_floors:
        FLOORS.write_text(raised(floors, results), encoding="utf-8")
    complaints = [one for name, result in results.items() for one in below_floor(name, result.figures(), floors)]
    sys.stdout.write(f"{len(paths)} sets in {time.perf_counter() - began:.0f} s\n")
    sys.stderr.write("".join(f"measure: {one}\n" for one in complaints))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
