"""The presets: complete, as DESIGN §3 has the facts, and saying so in the members' words."""

from itertools import product

import pytest

from bot.domain.contracts import State, WorkStyle
from bot.domain.errors import ConfigError
from bot.domain.threads import Standing
from bot.domain.wording import Language
from bot.policy.decide import decide
from bot.settings import load_rulebook, presets
from detectors import CONTACTS, Kind, Scan, SpeechAct
from tests.builders import a_finding, a_message

RULEBOOKS = {name: load_rulebook(name) for name in presets()}
BEFORE = (State.INQUIRY, State.NEGOTIATING, State.AWAITING_ESCROW)
AFTER = (State.ESCROWED, State.DELIVERED, State.COMPLETED)
NOWHERE = (State.CANCELLED, State.REFUNDED, State.UNKNOWN)
OFFERS, ASKS = SpeechAct.OFFERS, SpeechAct.ASKS

# preset, states, a contact offered, asked for; solicitation; direct_deal; personal_details; a deliverable
FACTS = [
    ("crowdworks", BEFORE, "hold: disclosure", "warn", "warn", "block", "warn", "hold: check"),
    ("crowdworks", AFTER, "hold: disclosure", "warn", "warn", "block", "warn", "review"),
    ("crowdworks", NOWHERE, "block", "block", "block", "block", "warn", "hold: check"),
    ("coconala", (*BEFORE, *NOWHERE), "block", "block", "block", "block", "warn", "hold: check"),
    ("coconala", AFTER, "block", "block", "block", "block", "warn", "review"),
    ("upwork", (*BEFORE, *NOWHERE), "block", "block", "block", "block", "warn", "hold: check"),
    ("upwork", AFTER, "allow", "allow", "allow", "block", "allow", "allow"),
]
CASES = [(row[0], style, state, *row[2:]) for row in FACTS for state in row[1] for style in WorkStyle]


def test_there_are_four():
    assert presets() == ["coconala", "crowdworks", "lancers", "upwork"]


@pytest.mark.parametrize(
    ("preset", "style", "state", "given", "asked", "elsewhere", "direct", "personal", "work"), CASES
)
def test_a_preset_is_as_designed(preset, style, state, given, asked, elsewhere, direct, personal, work):
    cells = RULEBOOKS[preset].policy.cells

    def outcomes(kinds, *acts):
        return {cells[style, state, kind, act].value for kind in kinds for act in acts}

    assert outcomes(CONTACTS, OFFERS) == {given}
    assert outcomes(CONTACTS, ASKS) == {asked}
    assert outcomes([Kind.SOLICITATION], OFFERS, ASKS) == {elsewhere}
    assert outcomes([Kind.DIRECT_DEAL], OFFERS, ASKS) == {direct}
    assert outcomes([Kind.PERSONAL_DETAILS], OFFERS, ASKS) == {personal}
    assert outcomes(CONTACTS, SpeechAct.DELIVERABLE) == {work}


@pytest.mark.parametrize("preset", RULEBOOKS)
def test_a_refusal_or_a_mention_is_never_punished(preset):
    cells = RULEBOOKS[preset].policy.cells
    mild = [act for act in SpeechAct if act in {SpeechAct.REFUSES, SpeechAct.MENTIONS}]
    assert {cells[place].value for place in product(WorkStyle, State, Kind, mild)} == {"allow"}


@pytest.mark.parametrize(
    ("preset", "state", "ja", "en"),
    [
        ("lancers", State.NEGOTIATING, "仮払いが完了するまで", "Until escrow is funded"),
        ("lancers", State.ESCROWED, "連絡先公開申請", "contact disclosure request"),
        ("crowdworks", State.INQUIRY, "サービス外連絡申請", "contact outside CrowdWorks"),
        ("crowdworks", State.ESCROWED, "サービス外連絡申請", "contact outside CrowdWorks"),
        ("coconala", State.DELIVERED, "購入の前も後も", "before a purchase or after it"),
        ("upwork", State.AWAITING_ESCROW, "契約が始まるまで", "Until the contract has started"),
    ],
)
def test_the_sender_reads_the_rule_of_this_marketplace(preset, state, ja, en):
    rulebook = RULEBOOKS[preset]
    notice = decide(a_message(), Scan((a_finding(),)), Standing(state=state), rulebook).notice
    assert ja in notice.ja
    assert en in notice.en
    if preset != "lancers":
        assert "連絡先公開申請" not in notice.ja
        assert "仮払い" not in notice.ja


def own_policy(tmp_path, more):
    own = tmp_path / "own.toml"
    own.write_text(PLAIN + more)
    return str(own)


PLAIN = """
name = "own"
hide_delivered_pieces = false
[doubt]
threshold = 0.8
before_escrow = "hold: check"
after_escrow = "review"
broken_detector = "hold: check"
[default]
"*" = {offers = "allow", asks = "allow", refuses = "allow", mentions = "allow", deliverable = "allow"}
"""


def test_a_file_of_ones_own_brings_its_own_words(tmp_path):
    own = own_policy(tmp_path, '[wording.ja]\nkind.phone = "電話"\n[wording.en]\nkind.phone = "phone"\n')
    wording = load_rulebook(own).wording
    assert (wording.say(Language.JA, "kind.phone"), wording.say(Language.JA, "kind.line")) == ("電話", "LINE")


@pytest.mark.parametrize(
    ("more", "complaint"),
    [
        ('[wording.fr]\na = "b"', r'own.toml: \[wording\] "fr" is no table of texts'),
        ('[wording]\nja = "b"', r'\[wording\] "ja" is no table'),
        ('[wording.ja]\nkind.phone = "電話"', r"\[wording.en\] kind.phone: is missing"),
        ('[wording.en]\nkind.phone = "phone"', r"\[wording.ja\] kind.phone: is missing"),
        ("[wording.ja]\nkind.phone = 1", r"\[wording.ja.kind\] phone: is not a text"),
        ('[wording.ja]\nno = "a"\n[wording.en]\nno = "b"', r"\[wording.ja\] no: there is no such text"),
        (
            '[wording.ja]\nnotice.warn = "a"\n[wording.en]\nnotice.warn = "b"',
            r"notice.warn: has other gaps than the text it replaces \({found}, {why}\)",
        ),
    ],
)
def test_words_of_ones_own_that_nobody_could_read_are_refused(tmp_path, more, complaint):
    with pytest.raises(ConfigError, match=complaint):
        load_rulebook(own_policy(tmp_path, more))
