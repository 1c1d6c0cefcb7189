"""Choose the words that let a message reach the conduct model, beside the hand-made signs.

Greedy cover: of the training violations that no sign shows yet, each is to hold two of the words, and a word is worth
the violations it adds over the honest sentences that hold it too. Honest are the training sentences and, where they are
there, the texts of shared/eval/real, of which nothing but these counts is used.
"""

from __future__ import annotations

import collections
import heapq
import json
import re
from typing import TYPE_CHECKING

from detectors.gate import Sign, pattern_table, signs_by
from detectors.lexicon import signs
from detectors.normalise import fold
from tests.evaluation.cases import cases_of, set_name, sets
from tests.evaluation.conduct_model.train import ROOT, TRAINING, label

if TYPE_CHECKING:
    from collections.abc import Iterable

SIGNS = ROOT / "detectors" / "lexicon" / "conduct_signs.py"
WORTH = 0.6  # a word that adds less over what it costs is left out
SELDOM = 2  # words in fewer violations are not looked at
_WORD = re.compile(r"[a-z][a-z']*")
_HEAD = '''"""Words in which conduct is worded, seldom in other talk.

Written by tests/evaluation/conduct_model/choose_signs.py; do not edit. Japanese as it stands in a folded text; English
as whole words.
"""

JAPANESE = (
{japanese}
)
ENGLISH = (
{english}
)
'''


def candidates(low: str) -> set[str]:
    """Runs of two to seven characters, not all Latin and no figures; one to three Latin words in a row."""
    low = low[:200]
    found = {
        gram
        for size in range(2, 8)
        for gram in map("".join, zip(*[low[i:] for i in range(size)], strict=False))
        if not gram.isascii() and not set(" 。\n0123456789") & set(gram)
    }
    words = _WORD.findall(low)
    for size in range(1, 4):
        found.update(" " + " ".join(words[at : at + size]) + " " for at in range(len(words) - size + 1))
    return found


def chosen(violations: list[set[str]], honest: Iterable[set[str]], outside: Iterable[set[str]]) -> list[str]:
    """The words, best first."""
    where = collections.defaultdict(list)
    for at, found in enumerate(violations):
        for word in found:
            where[word].append(at)
    where = {word: places for word, places in where.items() if len(places) > SELDOM}
    cost = dict.fromkeys(where, 2.0)
    for weight, texts in ((1.0, honest), (1.5, outside)):
        for found in texts:
            for word in found & where.keys():
                cost[word] += weight
    missing = [2] * len(violations)
    heap = [(-len(places) / cost[word], word) for word, places in where.items()]
    heapq.heapify(heap)
    taken: list[str] = []
    while heap:
        _, word = heapq.heappop(heap)
        gain = sum(missing[at] > 0 for at in where[word])
        worth = gain / cost[word]
        if gain < SELDOM or worth < WORTH:
            continue
        if heap and -worth > heap[0][0]:
            heapq.heappush(heap, (-worth, word))
            continue
        taken.append(word)
        for at in where[word]:
            missing[at] -= 1
    return taken


def main() -> None:
    """Write the module."""
    services = tuple(pattern for group in signs.SERVICES.values() for pattern in group)
    by_hand = {Sign.DEAL: signs.DEAL, Sign.TOPIC: signs.TOPIC, Sign.SERVICE: (*services, *signs.MASKED)}
    reaches = signs_by(pattern_table(by_hand))

    rows = [json.loads(line) for path in TRAINING for line in path.read_text("utf-8").splitlines()]
    violations, honest = [], []
    for row in rows:
        kind = label(row["kind"], row["act"])
        if kind == "none":
            honest.append(candidates(fold(row["text"]).low))
        elif kind not in {"refuses", "mentions"} and not reaches(row["text"]):
            violations.append(candidates(fold(row["text"]).low))
    outside = (
        candidates(fold(turn.text).low)
        for path in sets()
        if set_name(path).startswith("real/negatives")
        for case in cases_of(path)
        for turn in case.turns
        if not reaches(turn.text)
    )
    words = sorted(chosen(violations, honest, outside))
    groups = {
        "japanese": [word for word in words if not word.isascii()],
        "english": [word.strip() for word in words if word.isascii()],
    }
    parts = {
        name: "\n".join(f"    {json.dumps(word, ensure_ascii=False)}," for word in group)
        for name, group in groups.items()
    }
    SIGNS.write_text(_HEAD.format(**parts), encoding="utf-8")
    print(f"{SIGNS.name}: {len(words)} words")  # noqa: T201 - a command prints


if __name__ == "__main__":
    main()
