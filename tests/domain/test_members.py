"""What is verified about a member, and what ends it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.errors import BadInput
from bot.domain.member_json import MEMBER_TERMS_SCHEMA, document_of_member, told_from
from bot.domain.members import Fact, Member, MemberStanding, Proof, Told, Verification, as_compared, member_after

NOW = datetime(2026, 11, 22, 16, tzinfo=UTC)
TODAY = date(2026, 11, 23)  # in Japan it is past midnight
SPRING, SUMMER = date(2026, 4, 1), date(2026, 7, 1)
VERIFIED = Verification(Proof.VERIFIED, SPRING)


def after(before=None, /, name=None, address=None, **facts):
    told = Told("u-1", facts={Fact(fact): verification for fact, verification in facts.items()})
    return member_after(told, before, name, address, NOW)


TARO = after(name=b"taro", address=b"tokyo", identity=VERIFIED, phone=VERIFIED)
HANAKO = after(TARO, name=b"hanako")


def test_a_new_member_has_nothing_verified_but_what_is_told():
    assert after() == Member("u-1")
    assert TARO.facts == {
        Fact.IDENTITY: VERIFIED,
        Fact.PHONE: VERIFIED,
        Fact.NDA: Verification(),
        Fact.PLATFORM_CHECK: Verification(),
    }


def test_the_same_told_again_is_no_change():
    assert after(TARO, name=b"taro", address=b"tokyo", identity=VERIFIED) == TARO


def test_what_is_left_out_stays():
    assert after(TARO) == TARO
    suspended = member_after(Told("u-1", MemberStanding.SUSPENDED), TARO, None, None, NOW)
    assert suspended == replace(TARO, standing=MemberStanding.SUSPENDED, revision=2)


@pytest.mark.parametrize("changed", [{"name": b"hanako"}, {"address": b"osaka"}], ids=["name", "address"])
def test_a_changed_name_or_address_lapses_the_identity_and_nothing_else(changed):
    lapsed = after(TARO, **changed)
    assert lapsed.facts[Fact.IDENTITY] == Verification(Proof.LAPSED, TODAY, SPRING)
    assert lapsed.facts[Fact.PHONE] == VERIFIED
    assert lapsed.revision == 2


def test_a_name_told_for_the_first_time_is_no_change():
    assert after(after(identity=VERIFIED), name=b"taro").facts[Fact.IDENTITY] == VERIFIED


def test_a_change_with_its_new_verification_stays_verified():
    renewed = after(TARO, name=b"hanako", identity=Verification(Proof.VERIFIED, SUMMER))
    assert renewed.facts[Fact.IDENTITY] == Verification(Proof.VERIFIED, SUMMER)


def test_the_old_verification_told_again_with_the_change_does_not_help():
    assert after(TARO, name=b"hanako", identity=VERIFIED).facts[Fact.IDENTITY].proof is Proof.LAPSED


def test_a_verification_that_has_lapsed_does_not_come_back_by_being_repeated():
    assert after(HANAKO, name=b"hanako", identity=VERIFIED) == HANAKO


def test_a_later_verification_counts():
    again = after(HANAKO, identity=Verification(Proof.VERIFIED, SUMMER))
    assert again.facts[Fact.IDENTITY] == Verification(Proof.VERIFIED, SUMMER)


def test_the_marketplace_may_lapse_or_take_back_a_fact_itself():
    lapsed = after(TARO, phone=Verification(Proof.LAPSED, SUMMER))
    assert lapsed.facts[Fact.PHONE] == Verification(Proof.LAPSED, SUMMER, SPRING)
    assert after(lapsed, phone=VERIFIED) == lapsed
    assert after(TARO, identity=Verification()).facts[Fact.IDENTITY].proof is Proof.NONE
    assert after(lapsed, phone=Verification(Proof.LAPSED, TODAY)).facts[Fact.PHONE].verified_on == SPRING


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("山田 太郎", "山田　太郎", True, id="another blank"),
        pytest.param("ヤマダ タロウ", "ﾔﾏﾀﾞﾀﾛｳ", True, id="half-width"),
        pytest.param("Taro YAMADA", "taro yamada", True, id="another case"),
        pytest.param("山田 太郎", "山本 太郎", False, id="another name"),
        pytest.param("東京都1-2-3", "東京都1-2-4", False, id="another house"),
    ],
)
def test_another_way_of_writing_is_no_change(one, other, same):
    assert (as_compared(one) == as_compared(other)) is same


def test_a_name_is_shown_nowhere():
    told = told_from("u-1", {"name": "山田", "address": "東京"})
    assert "山田" not in repr(told)
    assert "東京" not in repr(told)
    assert "山田" not in str(document_of_member(member_after(told, None, b"x", b"y", NOW)))


def test_the_example_can_be_read():
    told = told_from("u-1", MEMBER_TERMS_SCHEMA["example"])
    assert told.facts[Fact.IDENTITY] == VERIFIED
    assert told.facts[Fact.NDA] == Verification()


@pytest.mark.parametrize(
    ("document", "word", "field"),
    [
        pytest.param({"verified": []}, "not_an_object", "verified", id="a list of facts"),
        pytest.param({"verified": {"shoe_size": {}}}, "unknown_word", "verified", id="a fact nobody knows"),
        pytest.param({"verified": {"phone": "verified"}}, "not_an_object", "verified.phone", id="no object"),
        pytest.param({"verified": {"phone": {}}}, "missing", "verified.phone.proof", id="no proof"),
        pytest.param(
            {"verified": {"phone": {"proof": "yes"}}}, "unknown_word", "verified.phone.proof", id="a strange proof"
        ),
        pytest.param({"verified": {"phone": {"proof": "verified"}}}, "missing", "verified.phone.on", id="no day"),
        pytest.param(
            {"verified": {"phone": {"proof": "verified", "on": 1}}}, "not_text", "verified.phone.on", id="a number"
        ),
        *(
            pytest.param(
                {"verified": {"phone": {"proof": "lapsed", "on": day}}}, "not_a_day", "verified.phone.on", id=day
            )
            for day in ("yesterday", "20260401", "2026-02-30", "2026-04-01T00:00:00")
        ),
        pytest.param({"standing": "bad"}, "unknown_word", "standing", id="a strange standing"),
        pytest.param({"name": 1}, "not_text", "name", id="a name that is a number"),
        pytest.param({"address": "x" * 1_001}, "too_long", "address", id="an endless address"),
    ],
)
def test_what_cannot_be_read_is_refused_by_field(document, word, field):
    with pytest.raises(BadInput) as refused:
        told_from("u-1", document)
    assert (refused.value.word, refused.value.field) == (word, field)
