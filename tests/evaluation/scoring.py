"""Compare answers with what was expected, and count.

Caught: the ruling on the target is anything but allow. Right kind: one of the kinds found is one of those expected.
Extra kind: a contact of another kind is found as well. Value recall: expected values that are found; value precision:
contacts found that are expected, where every value is known. On honest threads any ruling but allow, on any message,
is a false positive; on honest texts from outside a contact finding is one, and a text flagged for its conduct alone
(honest requests for a number do occur there) is counted as an ask.
"""

from __future__ import annotations

import collections
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.evaluation.cases import CONDUCT, ONE_NAME, Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.evaluation.cases import Case

EXTENSION = re.compile(r"(?:;?ext\.?n?=?|extension|内線|x|#|~|доб)[\s.:=]*\d{1,7}\D*$", re.IGNORECASE)
SHORTEST_SAME, LONGEST_SAME = 7, 9
"""Two numbers are the same if this many last digits are (country and trunk prefixes are written or not)."""

ALLOW = "allow"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a guard says about one message: its ruling and (kind, value) of each finding."""

    ruling: str
    act: str | None = None
    found: tuple[tuple[str, str], ...] = ()

    @property
    def contacts(self) -> list[tuple[str, str]]:
        """The findings that are a contact."""
        return [(kind, value) for kind, value in self.found if kind not in CONDUCT]

    @property
    def is_flagged(self) -> bool:
        """Whether the message is anything but allowed."""
        return self.ruling != ALLOW


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one case adds to the counts; `wrong` says what is wrong, if anything is."""

    case: Case
    answer: Answer
    counts: dict[str, int]
    wrong: str = ""


@dataclass(slots=True)
class Result:
    """The counts of a whole set, by class too, and the outcomes that are wrong."""

    counts: collections.Counter[str] = field(default_factory=collections.Counter)
    classes: dict[str, tuple[int, int]] = field(default_factory=dict)
    wrong: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count one more case."""
        self.counts.update(outcome.counts)
        for name in outcome.case.classes:
            bad, whole = self.classes.get(name, (0, 0))
            self.classes[name] = bad + bool(outcome.wrong), whole + 1
        if outcome.wrong:
            self.wrong.append(outcome)

    def figures(self) -> dict[str, float]:
        """The figures of the set; one that says nothing about such a set is left out."""
        shares = {name: _share(self.counts, *parts) for name, parts in FIGURES.items()}
        figures = {name: share for name, share in shares.items() if share is not None}
        if self.counts["negatives"]:
            figures["false_positives"] = self.counts["false_positives"]
        easy = [
            part for name, part in self.classes.items() if name in {"difficulty: 1", "difficulty: 2", "difficulty: 3"}
        ]
        if easy:
            figures["recall_easy"] = round(1 - sum(bad for bad, _ in easy) / sum(whole for _, whole in easy), 4)
        return figures


#: Figure → (counted, of all).
FIGURES = {
    "recall": ("caught", "positives"),
    "kind_right": ("kind_ok", "positives"),
    "kind_extra": ("kind_extra", "positives"),
    "value_recall": ("value_ok", "values"),
    "value_precision": ("found_ok", "found_values"),
    "false_positive_rate": ("false_positives", "negatives"),
    "asks_rate": ("asks", "texts"),
    "ruling_right": ("ruling_ok", "rulings"),
    "act_right": ("act_ok", "acts"),
}
LOWER_IS_BETTER = frozenset({"kind_extra", "false_positives", "false_positive_rate", "asks_rate"})


def score(cases: Iterable[Case], answers: Iterable[Sequence[Answer]]) -> Result:
    """Count a set: for each case its answers, one a turn."""
    result = Result()
    for case, said in zip(cases, answers, strict=True):
        result.add(outcome_of(case, said))
    return result


def outcome_of(case: Case, said: Sequence[Answer]) -> Outcome:
    """Judge the answers to one case."""
    match case.form:
        case Form.RULING:
            return _ruling(case, said[-1])
        case Form.POSITIVE:
            return _positive(case, said[-1])
        case Form.NEGATIVE_THREAD:
            wrong = next((one for one in said if one.is_flagged), None)
            counts = {"negatives": 1, "false_positives": int(wrong is not None)}
            return Outcome(case, wrong or said[-1], counts, "flagged" if wrong else "")
        case Form.NEGATIVE_TEXT:
            answer = said[-1]
            wrong_text = bool(answer.contacts)
            asks = int(answer.is_flagged and not wrong_text)
            counts = {"negatives": 1, "texts": 1, "false_positives": int(wrong_text), "asks": asks}
            return Outcome(case, answer, counts, "flagged" if wrong_text else "")


def _ruling(case: Case, answer: Answer) -> Outcome:
    right = answer.ruling in case.rulings
    counts = {"rulings": 1, "ruling_ok": int(right)}
    wrong = "" if right else f"ruled {answer.ruling} for {' or '.join(case.rulings)}"
    if case.acts is not None and case.rulings != (ALLOW,):  # an allowed message need not carry a finding
        act_right = answer.act in case.acts
        counts |= {"acts": 1, "act_ok": int(act_right)}
        if right and not act_right:
            wrong = f"read as {answer.act} for {' or '.join(case.acts)}"
    return Outcome(case, answer, counts, wrong)


def _positive(case: Case, answer: Answer) -> Outcome:
    contacts = answer.contacts
    counts = {
        "positives": 1,
        "caught": int(answer.is_flagged),
        "kind_ok": int(bool(_kinds(answer.found) & case.kinds)),
        "kind_extra": int(bool(_kinds(contacts) - case.kinds)),
        "values": len(case.values),
        "value_ok": sum(any(same(wanted, value) for _, value in contacts) for wanted in case.values),
    }
    if case.values_complete:
        counts["found_values"] = len(contacts)
        counts["found_ok"] = sum(any(same(wanted, value) for wanted in case.values) for _, value in contacts)
    return Outcome(case, answer, counts, "" if answer.is_flagged else "missed")


def same(wanted: str, got: str) -> bool:
    """Whether two ways of writing a value mean one contact."""
    if _plain(wanted) == _plain(got):
        return True
    if "@" in wanted or re.search(r"[a-z]{3}", EXTENSION.sub("", _plain(wanted))):
        return False
    one, other = _digits(wanted), _digits(got)
    last = min(len(one), len(other), LONGEST_SAME)
    return last >= SHORTEST_SAME and one[-last:] == other[-last:]


def _kinds(found: Iterable[tuple[str, str]]) -> set[str]:
    return {ONE_NAME.get(kind, kind) for kind, _ in found}


def _plain(value: str) -> str:
    low = unicodedata.normalize("NFKC", value).lower().strip()
    low = re.sub(r"^(https?://)?(www\.)?", "", low).rstrip("/")
    return "".join(c for c in low if c.isalnum() or c in "@.+_-:/").lstrip("@")


def _digits(value: str) -> str:
    return "".join(c for c in EXTENSION.sub("", unicodedata.normalize("NFKC", value)) if c.isdigit())


def _share(counts: collections.Counter[str], part: str, whole: str) -> float | None:
    return round(counts[part] / counts[whole], 4) if counts[whole] else None
