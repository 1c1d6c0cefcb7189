"""Learn detectors/lexicon/conduct_model.bin from the sentences beside this file.

Needs scikit-learn, which the project itself does not: see README.md for the command. Nothing is random, so the same
sentences and the same library versions give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from detectors.conduct_model import BITS, CLASSES, grams, judge, packed, sentences, share
from detectors.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
#: Nobody may train on the sentences that are held out.
HELD = HERE / "acts_held.jsonl"
TRAINING = sorted(set(HERE.glob("acts_*.jsonl")) - {HELD})
MODEL = ROOT / "detectors" / "lexicon" / "conduct_model.bin"
STRENGTH = 1.0  # inverse of the L2 penalty; between 0.5 and 2 little changes


#: Between a Latin word and a Japanese one.
_SEAM = re.compile(r"(?<=[a-z])(?=[ァ-ヶ一-龠])|(?<=[ァ-ヶ一-龠])(?=[a-z])")


def label(kind: str, act: str) -> str:
    """The class of a sentence: what is asked or offered, or that it is not."""
    if kind != "none" and act in {"asks", "offers"}:
        return f"{kind}_{act}"
    return act if act in {"refuses", "mentions"} else "none"


def examples(lines: Iterable[str]) -> tuple[list[str], list[int]]:
    """Folded sentences and their classes.

    Of an honest message each sentence is honest too; of a violation only the whole is sure. Whoever mixes languages may
    set Latin words between blanks or not («LINE の ID», «LINEのID»): each is learned both ways.
    """
    texts: list[str] = []
    labels: list[int] = []
    for line in lines:
        row = json.loads(line)
        low = fold(row["text"]).low
        wanted = label(row["kind"], row["act"])
        parts = [low[a:b].strip() for a, b in sentences(low)] if wanted in {"mentions", "none"} else []
        for text in dict.fromkeys([form for part in (low, *parts) for form in (part, _SEAM.sub(" ", part))]):
            texts.append(text)
            labels.append(CLASSES.index(wanted))
    return texts, labels


def matrix(texts: list[str]) -> csr_matrix:
    """One row a text, a column for each row of weights: how often its n-grams occur, by what one of them says."""
    starts, indices, counts = [0], [], []
    for text in texts:
        columns, often = np.unique(grams(text), return_counts=True)
        indices.append(columns)
        counts.append(often * share(len(text)))
        starts.append(starts[-1] + len(columns))
    return csr_matrix(
        (np.concatenate(counts).astype(np.float64), np.concatenate(indices), starts), (len(texts), 1 << BITS)
    )


def learned(lines: Iterable[str]) -> bytes:
    """The model file: multinomial logistic regression, rounded to a byte a weight."""
    texts, labels = examples(lines)
    model = LogisticRegression(C=STRENGTH, max_iter=1000, tol=1e-5).fit(matrix(texts), labels)
    weights = (model.coef_ - model.coef_.mean(axis=0)).T
    scale = float(np.abs(weights).max() / 127)
    return packed(np.rint(weights / scale).astype(np.int8), tuple(map(float, model.intercept_)), scale)


def held_out() -> list[tuple[float, str]]:
    """(violation, class) of every sentence that is held out, by the shipped model."""
    rows = [json.loads(line) for line in HELD.read_text("utf-8").splitlines()]
    return [(judge(fold(row["text"]).low).violation, label(row["kind"], row["act"])) for row in rows]


def table(judged: list[tuple[float, str]]) -> str:
    """How many of each class reach each threshold."""
    thresholds = (0.3, 0.5, 0.6, 0.7, 0.8, 0.9)
    rows = ["| | of | " + " | ".join(f"{one:.2f}" for one in thresholds) + " |", "|---" * (len(thresholds) + 2) + "|"]
    groups = {"violations": CLASSES[:6], "refusals": ("refuses",), "mentions": ("mentions",), "ordinary": ("none",)}
    for name, classes in groups.items():
        values = [value for value, wanted in judged if wanted in classes]
        reached = " | ".join(str(sum(value >= one for value in values)) for one in thresholds)
        rows.append(f"| {name} | {len(values)} | {reached} |")
    return "\n".join(rows)


def main() -> None:
    """Write the model, or say how well models like it do on sentences they have not seen."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--output", type=Path, default=MODEL)
    arguments.add_argument("--held-out", action="store_true", help="print the README's table, write nothing")
    asked = arguments.parse_args()
    if asked.held_out:
        print(table(held_out()))  # noqa: T201 - a command prints
        return
    lines = [line for path in TRAINING for line in path.read_text("utf-8").splitlines()]
    data = learned(lines)
    asked.output.write_bytes(data)
    print(f"{asked.output}: {len(data):,} bytes from {len(lines):,} lines")  # noqa: T201 - a command prints


if __name__ == "__main__":
    main()
