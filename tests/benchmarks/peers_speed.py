"""Time the peers in their own environment: texts as JSON come in, seconds for a pass go out.

Run by `bench.py` with the interpreter of `.venv-peers`, on the same core, one pass after another.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

from tests.evaluation.peers import installed

if TYPE_CHECKING:
    from tests.evaluation.peers import Read


def main() -> int:
    """For each peer the best time of the passes asked for."""
    asked = json.load(sys.stdin)
    texts: list[str] = asked["texts"]
    best = {}
    for name, _, read in installed():
        if name not in asked["names"]:
            continue
        for text in texts[:200]:
            read(text)
        best[name] = min(_pass(read, texts) for _ in range(asked["passes"]))
    json.dump(best, sys.stdout)
    return 0


def _pass(read: Read, texts: list[str]) -> float:
    began = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
