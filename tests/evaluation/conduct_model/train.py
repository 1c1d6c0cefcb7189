"""Learn `detectors/lexicon/conduct_model.bin` from the sentences beside this file. Deterministic.

Needs scikit-learn, which the project does not: `python -m venv V && V/bin/pip install scikit-learn`, and what the
project itself needs; then `PYTHONPATH=. V/bin/python tests/evaluation/conduct_model/train.py` from the root of the
source tree. The README says what comes out.
"""

from __future__ import annotations

import argparse
import collections
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from detectors.conduct_model import CLASSES, grams, packed, sentences
from detectors.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
TRAINING = ("acts_train.jsonl", "acts_more.jsonl", "acts_threads.jsonl")
MODEL = ROOT / "detectors" / "lexicon" / "conduct_model.bin"
FEWEST = 2  # an n-gram must stand in as many sentences
STRENGTH = 2.0  # inverse of the L2 penalty; chosen by cross-validation on acts_train.jsonl
LARGEST = 30_000  # n-grams kept, by their widest weight


def label(kind: str, act: str) -> str:
    """The class of a sentence: what is asked or offered, or that it is not."""
    if kind != "none" and act in {"asks", "offers"}:
        return f"{kind}_{act}"
    return act if act in {"refuses", "mentions"} else "none"


def examples(paths: Iterable[Path]) -> tuple[list[str], list[int]]:
    """Folded sentences and their classes.

    Of an honest message each sentence is honest too; of a violation only the whole is sure.
    """
    texts: list[str] = []
    labels: list[int] = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            low = fold(row["text"]).low
            wanted = label(row["kind"], row["act"])
            parts = [low[a:b].strip() for a, b in sentences(low)] if wanted in {"mentions", "none"} else []
            for text in dict.fromkeys([low, *parts]):
                texts.append(text)
                labels.append(CLASSES.index(wanted))
    return texts, labels


def matrix(found: list[set[str]], columns: Mapping[str, int]) -> csr_matrix:
    """One row a sentence, 1 where it has the n-gram."""
    starts = [0]
    indices: list[int] = []
    for row in found:
        indices += sorted(columns[gram] for gram in row if gram in columns)
        starts.append(len(indices))
    return csr_matrix((np.ones(len(indices)), indices, starts), (len(found), len(columns)))


def fitted(found: list[set[str]], labels: list[int], names: list[str]) -> LogisticRegression:
    """Multinomial logistic regression over the n-grams named."""
    columns = {name: at for at, name in enumerate(names)}
    return LogisticRegression(C=STRENGTH, max_iter=1000, tol=1e-5).fit(matrix(found, columns), labels)


def learned(paths: Iterable[Path]) -> bytes:
    """The model file: learn, keep the n-grams that say most, learn again with those, round to 8 bits."""
    texts, labels = examples(paths)
    found = [grams(text) for text in texts]
    seen = collections.Counter(gram for row in found for gram in row)
    names = sorted(gram for gram, count in seen.items() if count >= FEWEST)
    first = fitted(found, labels, names).coef_
    order = np.argsort(-np.ptp(first, axis=0), kind="stable")
    names = sorted(names[at] for at in order[:LARGEST])
    model = fitted(found, labels, names)
    weights = model.coef_ - model.coef_.mean(axis=0)
    scale = float(np.abs(weights).max() / 127)
    rounded = np.rint(weights / scale).astype(int).T.tolist()
    kept = {name: tuple(row) for name, row in zip(names, rounded, strict=True) if any(row)}
    return packed(kept, tuple(float(value) for value in model.intercept_), scale)


def main() -> None:
    """Write the model."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--output", type=Path, default=MODEL)
    output = arguments.parse_args().output
    data = learned(HERE / name for name in TRAINING)
    output.write_bytes(data)
    print(f"{output}: {len(data):,} bytes")  # noqa: T201 - a command prints


if __name__ == "__main__":
    main()
