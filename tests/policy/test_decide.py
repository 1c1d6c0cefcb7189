"""What a scan leads to, given where the contract stands."""

from dataclasses import replace

import pytest

from bot.domain.contracts import State, WorkStyle
from bot.domain.disclosures import Contact, MessageRef
from bot.domain.effects import HideMessage, OfferDisclosure, OpenCase
from bot.domain.terms import Publication
from bot.domain.threads import Standing
from bot.domain.verdicts import Outcome, Reason, Ruling
from bot.policy.decide import decide
from bot.policy.rulebook import Rulebook
from detectors import Kind, Piece, Scan, SpeechAct
from tests.builders import RULEBOOK, a_finding, a_message

MESSAGE = a_message("電話は090-1234-5678です")
BEFORE = Standing(WorkStyle.PROJECT, State.NEGOTIATING)
AFTER = Standing(WorkStyle.PROJECT, State.ESCROWED)
OFFERS, ASKS, MENTIONS, REFUSES = SpeechAct.OFFERS, SpeechAct.ASKS, SpeechAct.MENTIONS, SpeechAct.REFUSES


def judged(*findings, standing=BEFORE, failed=(), case_id="k-1", rulebook=RULEBOOK, page_of=None):
    return decide(MESSAGE, Scan(findings, failed), standing, rulebook, case_id=case_id, page_of=page_of)


def test_a_clean_message_is_allowed_and_nobody_is_told():
    verdict = judged()
    assert verdict.outcome is Outcome.ALLOW
    assert (verdict.notice, verdict.case_id, verdict.effects, verdict.speech_act, verdict.kinds) == (
        None,
        None,
        (),
        None,
        (),
    )
    assert verdict.policy == RULEBOOK.policy.version


@pytest.mark.parametrize(
    ("findings", "outcome", "act", "kinds"),
    [
        pytest.param([a_finding()], Outcome.BLOCK, OFFERS, [Kind.PHONE], id="one"),
        pytest.param(
            [a_finding(Kind.LINE, MENTIONS), a_finding()],
            Outcome.BLOCK,
            OFFERS,
            [Kind.PHONE],
            id="the strictest decides, whichever comes first",
        ),
        pytest.param(
            [a_finding(Kind.SOLICITATION, ASKS), a_finding(), a_finding(Kind.EMAIL)],
            Outcome.BLOCK,
            OFFERS,
            [Kind.SOLICITATION, Kind.PHONE, Kind.EMAIL],
            id="equals decide together, an offer names them",
        ),
        pytest.param([a_finding(Kind.LINE, REFUSES)], Outcome.ALLOW, REFUSES, [Kind.LINE], id="a refusal is allowed"),
        pytest.param([a_finding(confidence=0.79)], Outcome.HOLD_CHECK, OFFERS, [Kind.PHONE], id="not sure"),
        pytest.param([a_finding(confidence=0.8)], Outcome.BLOCK, OFFERS, [Kind.PHONE], id="just sure enough"),
        pytest.param(
            [a_finding(Kind.PERSONAL_DETAILS, confidence=0.5)],
            Outcome.WARN,
            OFFERS,
            [Kind.PERSONAL_DETAILS],
            id="doubt does not make a warning stricter",
        ),
        pytest.param(
            [a_finding(confidence=0.5), a_finding(Kind.EMAIL)],
            Outcome.BLOCK,
            OFFERS,
            [Kind.EMAIL],
            id="one sure finding is enough",
        ),
    ],
)
def test_the_strictest_finding_decides(findings, outcome, act, kinds):
    verdict = judged(*findings)
    assert (verdict.outcome, verdict.speech_act, list(verdict.kinds)) == (outcome, act, kinds)
    assert verdict.findings == tuple(findings)


def test_after_escrow_the_sender_is_led_to_the_request():
    verdict = judged(a_finding(), standing=AFTER)
    assert (verdict.ruling, verdict.outcome.reason) == (Ruling.HOLD, Reason.DISCLOSURE)
    assert "連絡先公開申請" in verdict.notice.ja
    assert verdict.case_id is None


def test_after_escrow_doubt_is_for_review():
    assert judged(a_finding(confidence=0.5), standing=AFTER).outcome is Outcome.REVIEW


def test_a_check_goes_before_a_disclosure():
    deliverable = a_finding(Kind.EMAIL, SpeechAct.DELIVERABLE)
    assert judged(deliverable, a_finding(), standing=AFTER).outcome is Outcome.HOLD_DISCLOSURE
    assert judged(a_finding(), standing=AFTER, failed=("email",)).outcome is Outcome.HOLD_CHECK


def test_a_contact_that_was_granted_is_allowed_and_only_that_one():
    granted = replace(AFTER, granted=frozenset({(Kind.PHONE, "+819012345678")}))
    assert judged(a_finding(), standing=granted).outcome is Outcome.ALLOW
    assert judged(a_finding(value="+819099999999"), standing=granted).outcome is Outcome.HOLD_DISCLOSURE
    assert judged(a_finding(Kind.WHATSAPP), standing=granted).outcome is Outcome.HOLD_DISCLOSURE


def test_a_broken_detector_is_never_clean():
    verdict = judged(failed=("phone",))
    assert (verdict.outcome, verdict.failed, verdict.speech_act) == (Outcome.HOLD_CHECK, ("phone",), None)
    assert "自動確認の一部" in verdict.notice.ja


def test_a_broken_detector_does_not_soften_a_block():
    assert judged(a_finding(), failed=("line",)).outcome is Outcome.BLOCK


def test_a_policy_may_prefer_delivery_when_a_detector_breaks():
    policy = replace(RULEBOOK.policy, doubt=replace(RULEBOOK.policy.doubt, broken_detector=Outcome.REVIEW))
    assert judged(failed=("phone",), rulebook=Rulebook(policy, RULEBOOK.wording)).outcome is Outcome.REVIEW


@pytest.mark.parametrize(
    ("standing", "confidence", "opened"),
    [
        pytest.param(BEFORE, 0.97, "block", id="blocked"),
        pytest.param(BEFORE, 0.5, "hold: check", id="held for a check"),
        pytest.param(AFTER, 0.5, "review", id="reviewed"),
        pytest.param(AFTER, 0.97, None, id="a disclosure is nobody's case yet"),
    ],
)
def test_what_a_person_must_look_at_opens_a_case(standing, confidence, opened):
    verdict = judged(a_finding(confidence=confidence), standing=standing)
    cases = tuple(effect for effect in verdict.effects if isinstance(effect, OpenCase))
    assert cases == ((OpenCase("k-1", "m-1", 1, opened),) if opened else ())
    assert verdict.case_id == ("k-1" if opened else None)


def test_a_contact_after_escrow_is_offered_for_disclosure_once_each():
    twice = judged(a_finding(), a_finding(), a_finding(Kind.SOLICITATION), standing=AFTER)
    assert twice.effects == (
        OfferDisclosure("k-1", MessageRef("m-1", 1), (Contact(Kind.PHONE, "+819012345678"),), Publication.PROVISIONAL),
    )
    assert judged(a_finding(), standing=AFTER, case_id=None).effects == ()


@pytest.mark.parametrize(
    ("findings", "standing", "leads"),
    [
        pytest.param([a_finding()], BEFORE, True, id="blocked"),
        pytest.param([a_finding()], AFTER, True, id="held"),
        pytest.param([a_finding(Kind.SOLICITATION)], AFTER, True, id="warned after escrow: there is a way"),
        pytest.param([a_finding(Kind.PERSONAL_DETAILS)], BEFORE, False, id="warned before escrow: there is none"),
        pytest.param([], BEFORE, False, id="allowed"),
    ],
)
def test_who_can_do_something_about_it_is_told_where(findings, standing, leads):
    verdict = judged(*findings, standing=standing, page_of=lambda message: f"page of {message.message_id}")
    assert verdict.disclosure_url == ("page of m-1" if leads else None)


def test_without_an_id_no_case_is_opened():
    verdict = judged(a_finding(), case_id=None)
    assert (verdict.case_id, verdict.effects) == (None, ())


PIECES = (Piece("m-0", 0, 3, "090"), Piece("m-1", 3, 12, "1234-5678"))


@pytest.mark.parametrize(
    ("shown", "hides", "hidden"),
    [
        pytest.param({"m-0"}, True, [HideMessage("m-0", "m-1")], id="a piece already delivered is hidden"),
        pytest.param(set(), True, [], id="a piece that never went out needs no hiding"),
        pytest.param({"m-0"}, False, [], id="where the policy says so"),
    ],
)
def test_earlier_pieces_are_hidden(shown, hides, hidden):
    rulebook = replace(RULEBOOK, policy=replace(RULEBOOK.policy, hides_delivered_pieces=hides))
    standing = replace(BEFORE, shown=frozenset(shown))
    verdict = judged(a_finding(pieces=PIECES), standing=standing, case_id=None, rulebook=rulebook)
    assert list(verdict.effects) == hidden


def test_nothing_is_hidden_when_the_message_itself_goes_out():
    standing = replace(AFTER, shown=frozenset({"m-0"}))
    assert judged(a_finding(pieces=PIECES, confidence=0.5), standing=standing, case_id=None).effects == ()
