"""`make measure-doc`: write `docs/ACCURACY.md` from a run, with the peers' figures that `make measure-peers` kept."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from tests.evaluation.cases import HELD_OUT, ROOT, Form, is_shipped, set_name, sets
from tests.evaluation.measure import cases_in, measured
from tests.evaluation.measure_peers import KEPT
from tests.evaluation.miss_classes import class_of_miss

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.evaluation.scoring import Outcome, Result

DOCUMENT = ROOT / "docs" / "ACCURACY.md"
US = "**Sekimori**"

HEAD = """# How accurate it is

Written by `make measure-doc`; do not edit. Nothing is left out: every miss on the sets of this repository is counted
below, by what was tried, with an example of each (of the sets that are held out only how many).

## How to repeat this

| command | what it does |
|---|---|
| `make measure` | the guard over every set, against `tests/evaluation/floors.toml`; `ARGS=--details` names each miss |
| `make measure-peers` | installs the peers, pinned, into `.venv-peers` and runs them over the same sets |
| `make measure-doc` | writes this page |

The sets in `tests/evaluation/sets/` were written for this project; every number, address and name in them is invented.
`redteam` was there before the detectors were, and they were improved on it. `twin`, `third`, `fourth`, `fifth`,
`seventh`, `ninth` (nothing below difficulty 3), `tenth`, `eleventh`, `thirteenth` and `fourteenth` are more of the
same kinds, each written by hands that saw neither detectors nor other sets, but looked at since; the conduct model
learned from the messages of `twin` to `fifth`, `seventh` and `ninth` to `thirteenth`. `classes` has 82 classes of
evasion, six each, most of them difficult, each class beside three near misses. So these are figures for known sets.
`sixth` and `eighth` are held out: they are measured, and nobody has read what is missed there; keep it so, though
what was learned was chosen with their totals in view. What unknown sets may show is what was measured at first sight:

| set | caught | caught, difficulty 1–3 | honest threads flagged | right ruling |
| --- | ---: | ---: | ---: | ---: |
| `third` | 82.5 % | 95.9 % | 2 of 120 | 96.7 % |
| `fourth` | 77.5 % | 86.4 % | – | – |
| `fifth` (a third of it of difficulty 4 and 5) | 69.6 % | 86.3 % | 9 of 260 | 93.9 % |
| `sixth`, the guard of 24 November | 75.0 % | – | 6 of 200 | 96.7 % |
| `sixth`, the guard of 28 November, morning | 79.5 % | 95.8 % | 4 of 200 | 93.3 % |
| `seventh`, the same guard | 81.7 % | 92.6 % | 18 of 260 | 87.3 % |
| `classes`, the same guard | 49.2 % | 65.1 % | 3 of 246 | – |
| `sixth`, the guard of 28 November, noon | 87.5 % | 97.5 % | 2 of 200 | 95.6 % |
| `eighth`, the same guard | 89.2 % | 94.7 % | 4 of 250 | 94.5 % |
| `ninth` (difficulty 3 to 5 only), the same guard | 80.5 % | 92.0 % | – | – |
| `tenth`, the same guard | 89.2 % | 97.4 % | 23 of 300 | – |
| `eleventh`, after learning from `ninth` and `tenth` | 88.9 % | 95.1 % | 13 of 320 | 97.5 % |
| `thirteenth`, the same | 87.7 % | 98.5 % | – | – |
| `fourteenth`, after learning from `eleventh` and `thirteenth` | 92.5 % | 95.9 % | 3 of 250 | – |

`real/` is from outside (chat of two languages, and the expectations of other projects' test suites) and no part of this
repository; without it the other figures are still measured.

Caught: the message is not simply allowed. Right kind: it is called what it is. Extra kind: a contact of another kind
is reported as well. Value recall: contacts read letter for letter (numbers: the last nine digits). Value precision:
contacts reported that are really there. A thread counts as a false positive if any of its messages is flagged. Asks:
honest texts flagged for their conduct alone, such as a request for a telephone number in a booking dialogue.
"""

Column = tuple[str, str]
CATCHING: tuple[Column, ...] = (
    ("recall", "caught"),
    ("recall_easy", "caught, difficulty 1–3"),
    ("kind_right", "right kind"),
    ("kind_extra", "extra kind"),
    ("value_recall", "value recall"),
    ("value_precision", "value precision"),
)
LEAVING: tuple[Column, ...] = (
    ("false_positives", "false positives"),
    ("false_positive_rate", "rate"),
    ("asks_rate", "asks"),
)
RULING: tuple[Column, ...] = (("ruling_right", "right ruling"), ("act_right", "right speech act"))


def document(results: dict[str, Result], peers: dict[str, Any]) -> str:
    """The whole page."""
    own = {set_name(path) for path in sets() if is_shipped(path) and not set_name(path).startswith(HELD_OUT)}
    parts = [HEAD, "## Contacts caught\n"]
    parts += _compared(results, peers, "positives", CATCHING)
    parts += ["## Honest messages left alone\n"]
    parts += _compared(results, peers, "negatives", LEAVING)
    parts += ["## Rulings\n", RULINGS]
    parts += _compared(results, {}, "rulings", RULING)
    parts += ["## Peers\n", _peers(peers)]
    parts += ["## What goes wrong, by class\n", WRONG]
    quotable = [outcome for name in sorted(own) if name in results for outcome in results[name].wrong]
    for title, form in TITLES.items():
        parts += [f"### {title}\n", _classes([results[name] for name in sorted(own)], quotable, form)]
    if any(name.endswith("suites") for name in results):
        parts += ["## Misses among other projects' expectations\n", SUITES]
        parts.append(_suites(next(result for name, result in results.items() if name.endswith("suites"))))
    return "\n".join(parts).rstrip() + "\n"


RULINGS = """A thread with a contract: contacts in every state, asks, refusals, mentions, deliverables. Peers know
neither contracts nor speech acts, so they are not compared here.
"""
WRONG = """For each trick, trap or situation in the sets of this repository: how many cases went wrong, and the first
of them. A case with two tricks counts under both; classes without a miss are named at the end.
"""
SUITES = """`real/positives_suites` holds what other libraries' own tests expect to be found, so it also holds what a
guard of chat does better to leave alone. By what is missed (figures only; the texts are not ours to print):
"""
TITLES = {
    "Missed, by trick": Form.POSITIVE,
    "Flagged though honest, by trap": Form.NEGATIVE_THREAD,
    "Ruled otherwise, by situation": Form.RULING,
}
_PREFIX = {Form.POSITIVE: "trick: ", Form.NEGATIVE_THREAD: "trap: ", Form.RULING: "why: "}


def _compared(
    results: dict[str, Result], peers: dict[str, Any], part: str, columns: tuple[Column, ...]
) -> Iterable[str]:
    for name, result in results.items():
        if not result.counts[part]:
            continue
        ours = result.figures()
        shown = [column for column in columns if column[0] in ours]
        rows = [(US, ours)] + [(peer, kept["sets"][name]) for peer, kept in peers.items() if name in kept["sets"]]
        yield f"`{name}`, {cases_in(result)} {'texts' if name.startswith('real') else 'threads'}\n"
        yield _table(
            ["", *(title for _, title in shown)], [[who, *(_cell(key, said) for key, _ in shown)] for who, said in rows]
        )


def _cell(key: str, figures: dict[str, float]) -> str:
    if key not in figures:
        return "–"
    return f"{figures[key]:.0f}" if key == "false_positives" else f"{100 * figures[key]:.1f} %"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def _peers(peers: dict[str, Any]) -> str:
    if not peers:
        return "None has been measured yet: `make measure-peers`.\n"
    names = ", ".join(f"{name} {kept['version']}".rstrip() for name, kept in peers.items())
    return (
        f"{names}. Each gets the settings that suit these sets (`tests/evaluation/peers.py`): regions Japan and United "
        "States (Presidio: United Kingdom too), phone and e-mail recognisers; Presidio runs over a blank spaCy "
        "pipeline, whose models those two recognisers do not need. They look at one message at a time; a message in "
        "which they find anything counts as flagged. None of them claims to find LINE names, requests or evasions: "
        "the tables say what that leaves open.\n"
    )


def _classes(results: list[Result], wrong: list[Outcome], form: Form) -> str:
    prefix = _PREFIX[form]
    counted: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for result in results:
        for name, (bad, whole) in result.classes.items():
            if name.startswith(prefix):
                counted[name] = (counted[name][0] + bad, counted[name][1] + whole)
    bad_ones = sorted((one for one in counted if counted[one][0]), key=lambda one: (-counted[one][0], one))
    clean = sorted(one.removeprefix(prefix) for one in counted if not counted[one][0])
    rows = []
    for name in bad_ones:
        outcome = next(one for one in wrong if name in one.case.classes and one.case.form is form)
        rows.append([name.removeprefix(prefix), f"{counted[name][0]} of {counted[name][1]}", _example(outcome)])
    table = _table(["class", "wrong", "one of them"], rows).replace("---:", "---") if rows else "None.\n"
    return f"{table}\nNone wrong: {', '.join(clean)}.\n" if clean else table


def _example(outcome: Outcome) -> str:
    said = " / ".join(f"{turn.sender}: {turn.text}" for turn in outcome.case.turns[-2:])
    plain = " ".join(said.split()).replace("|", "\\|").replace("`", "'")
    return f"`{plain[-160:]}` ({outcome.case.id}: {outcome.wrong})"


def _suites(result: Result) -> str:
    missed: dict[str, int] = defaultdict(int)
    for outcome in result.wrong:
        missed[class_of_miss(outcome.case)] += 1
    ranked = sorted(missed.items(), key=lambda one: -one[1])
    sources = sorted((name, part) for name, part in result.classes.items() if name.startswith("source: "))
    return (
        _table(["what is missed", "cases"], [[name, str(count)] for name, count in ranked])
        + "\n"
        + _table(["source", "missed", "of"], [[name[8:], str(bad), str(whole)] for name, (bad, whole) in sources])
    )


def main() -> int:
    """Measure, and write the page."""
    paths = sets()
    results = measured(paths)
    peers = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    DOCUMENT.write_text(document(results, peers), encoding="utf-8")
    sys.stdout.write(f"wrote {DOCUMENT.relative_to(ROOT)}: {len(results)} sets, {sum(map(is_shipped, paths))} ours\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
