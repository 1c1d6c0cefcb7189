"""Every detector has a table with hits and near misses, and every rule is exercised by a hit."""

import inspect

import pytest

from detectors import CONTACTS, conduct, conversation, readings
from detectors.contacts import email, links, phone, services, told_names
from detectors.hits import RULES
from detectors.registry import DETECTORS
from tests.detectors import (
    claims,
    test_assembled,
    test_conduct,
    test_conversation,
    test_conversation_choices,
    test_conversation_parts,
    test_conversation_shown,
    test_corrections,
    test_email,
    test_figures_told,
    test_links,
    test_phone,
    test_puzzles,
    test_readings,
    test_services,
    test_told_names,
)

#: Detector or mechanism → its table.
TABLES = {
    "phone": test_phone.TABLE,
    "email": test_email.ADDRESSES,
    "email_symbols": [row for row in test_email.TABLE if row.rule == "email.disguised"],
    "email_named_apart": test_email.APART,
    "links": test_links.TABLE,
    "handles": test_services.TABLE,
    "spelled_handles": test_services.SPELLED,
    "told_names": test_told_names.TABLE,
    "conduct": test_conduct.TABLE,
    "conversation": [
        *test_conversation.TABLE,
        *test_conversation_choices.TABLE,
        *test_conversation_parts.TABLE,
        *test_conversation_shown.TABLE,
    ],
    "readings": [*test_readings.TABLE, *test_assembled.TABLE, *test_figures_told.TABLE, *test_corrections.TABLE],
    "puzzles": test_puzzles.TABLE,
}
ROWS = [row for table in TABLES.values() for row in table]


def test_every_detector_has_a_table():
    assert {detector.name for detector in DETECTORS} | {"conversation", "readings", "puzzles"} == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_hits_each_with_a_near_miss_beside_it(name):
    assert len(TABLES[name]) >= 3
    for row in TABLES[name]:
        assert all((row.claim, row.text, row.finds, row.rule, row.beside, row.left)), row.claim
        assert row.left != row.text or row.left_earlier != row.earlier, row.claim


def test_every_rule_is_exercised_by_a_hit():
    assert set(RULES) == {row.rule for row in ROWS}


def test_every_kind_of_contact_is_found_somewhere():
    found = {one.split(" ")[0] for row in ROWS for one in row.finds.split(" | ")}
    assert found >= {kind.value for kind in CONTACTS}


def test_every_other_reading_is_exercised():
    tricks = {row.trick for row in TABLES["readings"]}
    assert tricks >= {way[0] for way in (*readings._UNDO, *readings._OTHERWISE)}


@pytest.mark.parametrize("name", TABLES)
def test_claims_are_named_once(name):
    names = [name for row in TABLES[name] for name in (row.claim, row.beside)]
    assert len(names) == len(set(names))


def test_open_claims_are_claims():
    known = {name for row in ROWS for name in (row.claim, row.beside)}
    assert set(claims.NOT_YET) <= known


def test_what_a_detector_catches_and_leaves_is_said():
    silent = [
        module.__name__
        for module in (phone, email, links, services, told_names, conduct, conversation)
        if not says(module)
    ]
    assert silent == []


def says(module):
    return all(word in inspect.getdoc(module) for word in ("Catches", "Leaves"))
