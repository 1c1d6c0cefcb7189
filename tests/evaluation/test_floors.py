"""The guard does as well on our own sets as it is committed to, and the ruler measures what it says."""

import collections
import tomllib

import pytest

from tests.evaluation.cases import SHIPPED, Case, Form, Turn, set_name, sets
from tests.evaluation.measure import below_floor, floors_from, measured, raised
from tests.evaluation.scoring import Answer, Result, outcome_of, same


def test_no_figure_is_below_its_floor():
    results, floors = measured(sets(shipped_only=True), jobs=1), floors_from()
    assert [one for name, result in results.items() for one in below_floor(name, result.figures(), floors)] == []


def test_every_shipped_set_has_a_floor():
    assert {set_name(path) for path in sets(shipped_only=True)} - floors_from().keys() == set()


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*/*.jsonl")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_set_names_each_case_once(path):
    ids = [line.split('"id": "')[1].split('"')[0] for line in path.read_text().splitlines()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("wanted", "got", "is_same"),
    [
        pytest.param("+819012345678", "090-1234-5678", True, id="country and trunk prefix"),
        pytest.param("+819012345678", "+819012345679", False, id="another number"),
        pytest.param("Taro@Example.jp", "taro@example.jp", True, id="letter case"),
        pytest.param("taro@example.jp", "taro@example.com", False, id="another domain"),
        pytest.param("https://lin.ee/aB3/", "lin.ee/ab3", True, id="scheme and slash"),
        pytest.param("@taro_web", "taro_web", True, id="an at sign in front"),
        pytest.param("taro_web", "taro-web", False, id="another sign between"),
        pytest.param("03-1234-5678 内線12", "03-1234-5678", True, id="an extension"),
        pytest.param("1234", "1234567", False, id="too short to be one"),
    ],
)
def test_two_ways_of_writing_one_contact(wanted, got, is_same):
    assert same(wanted, got) is is_same


def a_case(form, **more):
    return Case("c", form, (Turn("a", "first"), Turn("b", "second")), (), **more)


def test_a_thread_is_flagged_by_any_of_its_messages():
    said = [Answer("warn", found=(("phone", "090"),)), Answer("allow")]
    assert outcome_of(a_case(Form.NEGATIVE_THREAD), said).counts["false_positives"] == 1
    assert outcome_of(a_case(Form.POSITIVE, kinds=frozenset({"phone"})), said).counts["caught"] == 0


def test_an_honest_ask_is_not_a_false_contact():
    said = [Answer("allow"), Answer("warn", "asks", (("solicitation", ""),))]
    counts = outcome_of(a_case(Form.NEGATIVE_TEXT), said).counts
    assert (counts["asks"], counts["false_positives"]) == (1, 0)


def test_a_wrong_kind_is_caught_and_counted():
    said = [Answer("allow"), Answer("block", "offers", (("line", "taro"), ("phone", "0901")))]
    counts = outcome_of(
        a_case(Form.POSITIVE, kinds=frozenset({"line"}), values=("taro",), values_complete=True), said
    ).counts
    assert (counts["caught"], counts["kind_ok"], counts["kind_extra"]) == (1, 1, 1)
    assert (counts["value_ok"], counts["found_values"], counts["found_ok"]) == (1, 2, 1)


def test_floors_look_the_right_way():
    floors = {"s": {"recall": 0.9, "false_positives": 3}}
    assert below_floor("s", {"recall": 0.9, "false_positives": 3}, floors) == []
    assert len(below_floor("s", {"recall": 0.89, "false_positives": 4}, floors)) == 2
    assert below_floor("s", {"recall": 0.9}, floors) == ["s says nothing about false_positives; floors.toml expects 3"]


def test_floors_are_raised_and_never_lowered():
    result = Result(collections.Counter(positives=100, caught=90, negatives=10, false_positives=2))
    floors = {"s": {"recall": 0.95, "false_positives": 5}, "other": {"recall": 0.5}}
    assert tomllib.loads(raised(floors, {"s": result})) == {
        "other": {"recall": 0.5},
        "s": {"recall": 0.95, "kind_right": 0, "kind_extra": 0.01, "false_positives": 2},
    }
