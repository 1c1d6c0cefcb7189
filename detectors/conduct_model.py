"""How much a message sounds like conduct, by a small linear model over character n-grams.

Catches wordings no rule lists: «もう少し気楽な場所に移りましょう», "where else could I reach you?". Leaves
«電話番号の入力欄を作ってください» (a mention), «LINEは規約違反なのでできません» (a refusal),
"let me know when the hotel is booked" (ordinary talk).

Two to five characters in a row are hashed to a row of weights, so a sentence costs a few vector operations, whatever is said
in it. Training needs scikit-learn, reading the file does not; `tests/evaluation/conduct_model/README.md` says how it was
made, from which sentences, and what it reaches.
"""

from __future__ import annotations

import functools
import math
import operator
import pkgutil
import re
import struct
import zlib
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: What the model tells apart, in the order of the columns of a weight.
CLASSES = (
    "solicitation_asks",
    "solicitation_offers",
    "direct_deal_asks",
    "direct_deal_offers",
    "personal_details_asks",
    "personal_details_offers",
    "refuses",
    "mentions",
    "none",
)
_VIOLATIONS = 6  # of the classes, the first six
#: A sentence longer than this is judged by windows: cost stays linear, and a long paste does not outvote a short plea.
LONGEST = 160
#: What each character adds to the row of an n-gram: a line for its place in it, a column for the n-gram's length. The
#: numbers are odd and otherwise any; sums wrap around at 32 bits, and the highest bits are the row.
_MULTIPLIERS = np.array(
    [
        [0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F],
        [0x165667B1, 0xD3A2646D, 0xFD7046C5, 0xB55A4F09],
        [0, 0x8CB92BA7, 0x6C8E9CF5, 0xA0761D65],
        [0, 0, 0xE7037ED1, 0x8EBC6AF1],
        [0, 0, 0, 0x589965CD],
    ],
    np.uint32,
)
_LONGEST_GRAM, _LENGTHS = _MULTIPLIERS.shape
#: Rows of weights are 2 to the power of this.
BITS = 17
_SHIFT = np.uint32(32 - BITS)
_SENTENCE = re.compile(r"(?:[^。!?\n.]|\.(?!\s))+[。!?.]*")
#: Behind the text, so that an n-gram of any length begins at each of its characters and the blank before it.
_EDGE = " " * (_LONGEST_GRAM - 1)
#: Sums up what speaks for a violation, and what speaks for anything.
_VIOLATIONS_AND_ALL = np.array([[at < _VIOLATIONS, True] for at in range(len(CLASSES))], np.float32)
#: The exponential of a higher score has no room in 32 bits.
_HIGHEST = np.float32(80)


class Judgement(NamedTuple):
    """Probabilities, 0 to 1, of the sentence (or pair of neighbouring sentences) that sounds most like a violation.

    `solicitation`, `direct_deal` and `personal_details` each count asking and offering together. `asks`, `offers`,
    `refuses`, `mentions` and `none` add up to 1. `start` and `end` say where that sentence stands in the text judged.
    """

    solicitation: float
    direct_deal: float
    personal_details: float
    asks: float
    offers: float
    refuses: float
    mentions: float
    none: float
    start: int
    end: int

    @property
    def violation(self) -> float:
        """How likely it is that something is asked or offered that a marketplace forbids."""
        return self.asks + self.offers


#: Of a text without a sentence.
ORDINARY = Judgement(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0, 0)


class Model(NamedTuple):
    """A row of weights for each hashed n-gram, a column for each class; and what each class has without any."""

    weights: NDArray[np.float32]
    intercepts: NDArray[np.float32]


def sentences(low: str) -> list[tuple[int, int]]:
    """Where the sentences of a text stand, windows of what is too long among them."""
    spans: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(low):
        start, end = match.span()
        while end - start > LONGEST:
            spans.append((start, start + LONGEST))
            start += LONGEST // 2
        if low[start:end].strip():
            spans.append((start, end))
    return spans


def grams(low: str) -> NDArray[np.uint32]:
    """The rows of the n-grams of two to five characters that begin at each character of a text set between blanks."""
    raw = f" {low}{_EDGE}".encode("utf-32-le", "replace")
    windows: NDArray[np.uint32] = np.ndarray((len(low) + 1, _LONGEST_GRAM), np.uint32, raw, 0, (4, 4))
    return ((windows @ _MULTIPLIERS) >> _SHIFT).ravel()


def judge(low: str, model: Model | None = None) -> Judgement:
    """Judge a folded text (`Passage.low`), by another model than the shipped one if it is given. Linear in its length.

    Each sentence counts, and each two neighbours together; the one that sounds most like a violation decides.
    """
    weights, intercepts = model or _model()
    spans = sentences(low)
    if not spans:
        return ORDINARY
    taken = weights.take(grams(low), axis=0)
    if len(spans) == 1:
        start, end = spans[0]
        own = taken[start * _LENGTHS : (end + 1) * _LENGTHS].sum(axis=0)
        return _judgement(own * share(end - start) + intercepts, start, end)
    own = np.add.reduceat(taken, [start * _LENGTHS for start, _ in spans], axis=0)
    sizes = [end - start for start, end in spans]
    shares = [share(size) for size in (*sizes, *map(operator.add, sizes, sizes[1:]))]
    scores = np.concatenate((own, own[:-1] + own[1:]))
    scores *= np.array(shares, np.float32)[:, None]
    scores += intercepts
    odds = np.exp(np.minimum(scores, _HIGHEST)) @ _VIOLATIONS_AND_ALL
    most = int((odds[:, 0] / odds[:, 1]).argmax())
    at = most % len(spans)
    return _judgement(scores[most], spans[at][0], spans[at + (most >= len(spans))][1])


def share(size: int) -> float:
    """What one n-gram says in a sentence of so many characters: less where there are many, though not in proportion."""
    return float(max(size, 1) ** -0.25)


def _judgement(scores: NDArray[np.float32], start: int, end: int) -> Judgement:
    """The chance of each class, by its score."""
    values = scores.tolist()
    largest = max(values)
    powers = [math.exp(value - largest) for value in values]
    a, b, c, d, e, f, refuses, mentions, none = powers
    total = sum(powers)
    return Judgement(
        (a + b) / total,
        (c + d) / total,
        (e + f) / total,
        (a + c + e) / total,
        (b + d + f) / total,
        refuses / total,
        mentions / total,
        none / total,
        start,
        end,
    )


def packed(weights: NDArray[np.int8], intercepts: tuple[float, ...], scale: float) -> bytes:
    """A model file: intercepts and scale as doubles, then the weights column by column, a byte each; compressed."""
    header = struct.pack(f"<{len(CLASSES) + 1}d", *intercepts, scale)
    return zlib.compress(header + np.ascontiguousarray(weights.T).tobytes(), 9)


def unpacked(data: bytes) -> Model:
    """The model that `packed` wrote."""
    raw = zlib.decompress(data)
    form = f"<{len(CLASSES) + 1}d"
    *intercepts, scale = struct.unpack_from(form, raw)
    columns = np.frombuffer(raw, np.int8, offset=struct.calcsize(form)).reshape(len(CLASSES), -1)
    return Model(np.ascontiguousarray(columns.T, np.float32) * np.float32(scale), np.array(intercepts, np.float32))


@functools.cache
def _model() -> Model:
    data = pkgutil.get_data("detectors.lexicon", "conduct_model.bin")
    if data is None:  # pragma: no cover - a package without its own file is broken
        raise FileNotFoundError("detectors/lexicon/conduct_model.bin is missing; reinstall, or run train.py")
    return unpacked(data)
