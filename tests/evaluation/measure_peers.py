"""`make measure-peers`: the same sets through the peers; the figures are kept in `peer_results.json`."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any

from tests.evaluation.cases import HERE, ROOT, cases_of, set_name, sets
from tests.evaluation.peers import installed
from tests.evaluation.scoring import ALLOW, Answer, score

if TYPE_CHECKING:
    from tests.evaluation.cases import Case
    from tests.evaluation.peers import Read

KEPT = HERE / "peer_results.json"


def answers_of(cases: list[Case], read: Read) -> list[list[Answer]]:
    """A message is flagged if anything is found in it."""
    return [[_answer(read(turn.text)) for turn in case.turns] for case in cases]


def _answer(found: list[tuple[str, str]]) -> Answer:
    return Answer("block" if found else ALLOW, None, tuple(found))


def main() -> int:
    """Measure every peer that is installed on every set, and keep the figures."""
    kept: dict[str, Any] = {}
    for name, version, read in installed():
        figures = {}
        began = time.perf_counter()
        for path in sets():
            cases = cases_of(path)
            figures[set_name(path)] = score(cases, answers_of(cases, read)).figures()
        sys.stdout.write(f"{name} {version}: {time.perf_counter() - began:.0f} s\n")
        for one, said in figures.items():
            sys.stdout.write(f"    {one:24} " + "  ".join(f"{k} {v}" for k, v in said.items()) + "\n")
        kept[name] = {"version": version, "sets": figures}
    KEPT.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.stdout.write(f"kept in {KEPT.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
