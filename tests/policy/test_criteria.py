"""The checklist of a disclosure request: each criterion passes, fails or is unknown, and says from what fact."""

from dataclasses import replace

import pytest

from bot.domain.contracts import Contract, State, WorkStyle
from bot.domain.members import NOTHING, Fact, Member, Proof, Verification
from bot.domain.wording import Language
from bot.policy.criteria import FACTS, Facts, Result, all_pass, criteria_of, explain
from tests.builders import RULEBOOK

ALL = {fact: Verification(Proof.VERIFIED) for fact in Fact}
PROVEN, NEW = Member("u-1", facts=ALL), Member("u-2", facts=NOTHING)
GOOD = Facts(Contract("k-1", WorkStyle.PROJECT, State.ESCROWED), PROVEN, PROVEN, 0, 0, 0, "meeting", "打ち合わせ")
P, F, U = Result.PASS, Result.FAIL, Result.UNKNOWN


def checked(policy=RULEBOOK.policy, style=WorkStyle.PROJECT, **facts):
    return {one.name: one for one in criteria_of(replace(GOOD, **facts), policy, style)}


def test_what_is_all_in_order_passes():
    criteria = checked()
    assert list(criteria) == list(FACTS)
    assert all_pass(criteria.values())


def limited(count):
    return replace(RULEBOOK.policy, disclosure=replace(RULEBOOK.policy.disclosure, limit_per_contract=count))


@pytest.mark.parametrize(
    ("facts", "name", "result", "fact"),
    [
        ({"contract": None}, "escrow_funded", U, "no_contract"),
        ({"contract": Contract("k", WorkStyle.PROJECT, State.NEGOTIATING)}, "escrow_funded", F, "not_funded"),
        ({"requester": NEW}, "identity_verified", F, "requester"),
        ({"counterpart": NEW}, "phone_verified", F, "counterpart"),
        ({"requester": NEW, "counterpart": NEW}, "nda", F, "neither"),
        ({"counterpart": None}, "identity_verified", U, "not_told"),
        ({"requester": NEW, "counterpart": None}, "nda", F, "requester"),
        ({"strikes_in_window": 2}, "no_open_strike", F, "some"),
        ({"direct_deal_nearby": 1}, "no_direct_deal_nearby", F, "some"),
        ({"direct_deal_nearby": None}, "no_direct_deal_nearby", U, "not_kept"),
        ({"purpose": None}, "purpose_given", F, "missing"),
        ({"purpose_text": " "}, "purpose_given", F, "missing"),
        ({"purpose": "any"}, "purpose_given", F, "not_allowed"),
    ],
)
def test_what_is_lacking_is_said(facts, name, result, fact):
    criteria = checked(**facts)
    assert (criteria[name].result, criteria[name].fact) == (result, fact)
    assert not all_pass(criteria.values())


@pytest.mark.parametrize(("count", "result", "fact"), [(0, P, "within"), (1, F, "beyond"), (2, F, "beyond")])
def test_a_limit_counts_the_other_requests(count, result, fact):
    one = checked(limited(1), requests_on_contract=count)["within_limit"]
    assert (one.result, one.fact) == (result, fact)


def test_a_competition_allows_two_purposes():
    assert checked(style=WorkStyle.COMPETITION)["purpose_given"].fact == "not_allowed"
    assert checked(style=WorkStyle.COMPETITION, purpose="detailed_feedback")["purpose_given"].result is P


@pytest.mark.parametrize("language", Language)
def test_every_fact_is_a_sentence_with_nothing_left_open(language):
    variants = (checked(), checked(limited(1)), checked(limited(1), requests_on_contract=1, strikes_in_window=1))
    for criteria in variants:
        for one in criteria.values():
            assert "{" not in explain(one, RULEBOOK.wording, language)
    assert "仮払い済み" in explain(checked()["escrow_funded"], RULEBOOK.wording, Language.JA)


def test_what_a_member_wrote_is_in_no_log():
    assert "打ち合わせ" not in repr(GOOD)
