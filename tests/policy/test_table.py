"""A policy file is complete or refused, by file, table and key."""

import re
from itertools import product

import pytest

from bot.domain.contracts import State, WorkStyle
from bot.domain.errors import ConfigError
from bot.domain.verdicts import Outcome
from bot.policy.table import resolve
from detectors import CONTACTS, Kind, SpeechAct
from tests.builders import RULEBOOK

LANCERS = RULEBOOK.policy
BEFORE = [state for state in State if not state.is_after_escrow]
OPEN = (State.ESCROWED, State.DELIVERED)

# DESIGN §3, the table of the lancers preset, column by column:
#              contact offered      solicitation  direct_deal  personal_details  deliverable
EARLY = ("block", "block", "block", "warn", "hold: check")
ROWS = [
    *((style, state, *EARLY) for style, state in product(WorkStyle, BEFORE)),
    *((WorkStyle.PROJECT, state, "hold: disclosure", "warn", "block", "allow", "review") for state in OPEN),
    *((WorkStyle.COMPETITION, state, "hold: disclosure", "warn", "block", "warn", "review") for state in OPEN),
    *((WorkStyle.TASK, state, *EARLY) for state in State),
    *(
        (style, State.COMPLETED, "hold: disclosure", "warn", "block", "warn", "review")
        for style in (WorkStyle.PROJECT, WorkStyle.COMPETITION)
    ),
]


@pytest.mark.parametrize(("style", "state", "contact", "solicitation", "direct", "personal", "deliverable"), ROWS)
def test_lancers_is_as_designed(style, state, contact, solicitation, direct, personal, deliverable):
    def cell(kind, act):
        return LANCERS.cells[style, state, kind, act].value

    assert {cell(kind, SpeechAct.OFFERS) for kind in CONTACTS} == {contact}
    asked = {Kind.SOLICITATION: solicitation, Kind.DIRECT_DEAL: direct, Kind.PERSONAL_DETAILS: personal}
    for kind, outcome in asked.items():
        assert {cell(kind, SpeechAct.OFFERS), cell(kind, SpeechAct.ASKS)} == {outcome}
    assert {cell(kind, act) for kind in Kind for act in (SpeechAct.REFUSES, SpeechAct.MENTIONS)} == {"allow"}
    assert {cell(kind, SpeechAct.DELIVERABLE) for kind in Kind} == {deliverable}
    assert {cell(kind, SpeechAct.ASKS) for kind in CONTACTS} == {solicitation}, "asking is an offence too"


def test_every_cell_is_there():
    assert set(LANCERS.cells) == set(product(WorkStyle, State, Kind, SpeechAct))
    assert {(style, state) for style, state, *_ in ROWS} == set(product(WorkStyle, State))


def test_competition_names_its_two_purposes():
    assert LANCERS.purposes[WorkStyle.COMPETITION] == ("files_cannot_be_attached", "detailed_feedback")
    assert LANCERS.purposes[WorkStyle.TASK] == ("any",)


def test_escrow_opens_a_way_except_for_tasks():
    assert LANCERS.opening == {WorkStyle.PROJECT, WorkStyle.COMPETITION}


def a_document(**sections):
    """A small policy that is complete: everything is allowed."""
    plain = {
        "name": "plain",
        "hide_delivered_pieces": False,
        "doubt": {
            "threshold": 0.8,
            "before_escrow": "hold: check",
            "after_escrow": "review",
            "broken_detector": "hold: check",
        },
        "default": {"*": {act.value: "allow" for act in SpeechAct}},
    }
    return plain | sections


def test_a_later_layer_and_a_narrower_word_win():
    policy = resolve(
        a_document(
            default={
                "*": dict.fromkeys((act.value for act in SpeechAct), "allow"),
                "contact": {"offers": "block"},
                "phone": {"offers": "review"},
            },
            project={"contact": {"offers": "warn"}, "escrowed": {"line": {"offers": "hold: disclosure"}}},
        ),
        "plain.toml",
    )
    offers = SpeechAct.OFFERS

    def cell(style, state, kind):
        return policy.cells[style, state, kind, offers]

    assert cell(WorkStyle.TASK, State.INQUIRY, Kind.EMAIL) is Outcome.BLOCK
    assert cell(WorkStyle.TASK, State.INQUIRY, Kind.PHONE) is Outcome.REVIEW
    assert cell(WorkStyle.PROJECT, State.INQUIRY, Kind.PHONE) is Outcome.WARN
    assert cell(WorkStyle.PROJECT, State.ESCROWED, Kind.LINE) is Outcome.HOLD_DISCLOSURE
    assert cell(WorkStyle.PROJECT, State.ESCROWED, Kind.PHONE) is Outcome.WARN
    assert cell(WorkStyle.TASK, State.INQUIRY, Kind.SOLICITATION) is Outcome.ALLOW


def test_the_version_follows_the_content_and_not_its_order():
    one = resolve(a_document(), "a.toml").version
    assert re.fullmatch(r"plain@[0-9a-f]{12}", one)
    assert resolve(dict(reversed(a_document().items())), "b.toml").version == one
    assert resolve(a_document(hide_delivered_pieces=True), "a.toml").version != one


def all_but(act):
    return {"*": {one.value: "allow" for one in SpeechAct if one is not act}}


REFUSED = [
    pytest.param(
        a_document(default=all_but(SpeechAct.ASKS)),
        "p.toml: [project.inquiry] phone: nothing is said about asks",
        id="a gap",
    ),
    pytest.param(a_document(projekt={}), 'p.toml: "projekt" is neither a section', id="an unknown section"),
    pytest.param(
        a_document(task={"fone": {"offers": "block"}}), 'p.toml: [task] "fone" is no kind', id="an unknown kind"
    ),
    pytest.param(
        a_document(task={"escrowd": {"phone": {"offers": "block"}}}),
        'p.toml: [task] "escrowd" is no kind',
        id="an unknown state",
    ),
    pytest.param(
        a_document(task={"escrowed": {"phone": {"offer": "block"}}}),
        'p.toml: [task.escrowed] phone.offer: "offer" is unknown; one of offers',
        id="an unknown act",
    ),
    pytest.param(
        a_document(task={"phone": {"offers": "hold"}}),
        'p.toml: [task] phone.offers: "hold" is unknown; one of allow',
        id="an unknown outcome",
    ),
    pytest.param(
        a_document(task={"phone": "block"}), "p.toml: [task] phone: 'block' is not a table", id="no table of acts"
    ),
    pytest.param(a_document(default="allow"), "p.toml: default: 'allow' is not a table", id="no table of cells"),
    pytest.param(
        a_document(task={"solicitation": {"offers": "hold: disclosure"}}),
        'p.toml: [task.inquiry] solicitation.offers: "hold: disclosure", but a conduct',
        id="a contradiction: conduct disclosed",
    ),
    pytest.param(
        a_document(task={"phone": {"refuses": "block"}}),
        'p.toml: [task.inquiry] phone.refuses: "block" is stricter than phone.offers',
        id="a contradiction: a refusal punished",
    ),
    pytest.param(a_document(name=""), "p.toml: name", id="no name"),
    pytest.param(a_document(hide_delivered_pieces="yes"), "p.toml: hide_delivered_pieces", id="no yes or no"),
    pytest.param(a_document(doubt={}), "p.toml: [doubt] threshold: None is not a number", id="no doubt"),
    pytest.param(
        a_document(doubt=a_document()["doubt"] | {"threshold": 8}),
        "p.toml: [doubt] threshold: 8 is not a number from 0 to 1",
        id="a threshold out of range",
    ),
    pytest.param(
        a_document(doubt=a_document()["doubt"] | {"treshold": 0.5}),
        'p.toml: [doubt] "treshold" is no key',
        id="an unknown key of doubt",
    ),
    pytest.param(
        a_document(doubt=a_document()["doubt"] | {"after_escrow": "block"}),
        'p.toml: [doubt] after_escrow: "block", but doubt is for a person',
        id="a contradiction: doubt that blocks",
    ),
    pytest.param(
        a_document(doubt={"threshold": 0.5}),
        "p.toml: [doubt] before_escrow: is missing; one of",
        id="doubt without an outcome",
    ),
    pytest.param(
        a_document(purposes={"task": ["fun"]}), "p.toml: [purposes] task: not a list of", id="an unknown purpose"
    ),
    pytest.param(
        a_document(purposes={"taks": ["any"]}),
        'p.toml: [purposes] taks: "taks" is unknown',
        id="purposes of no work style",
    ),
]


@pytest.mark.parametrize(("document", "complaint"), REFUSED)
def test_what_cannot_be_meant_is_refused_by_file_table_and_key(document, complaint):
    with pytest.raises(ConfigError, match=re.escape(complaint)):
        resolve(document, "p.toml")
