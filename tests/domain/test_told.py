"""What members are told: every text, each side, both languages, nothing left open."""

import pytest

from bot.domain.told import REASONS, SIDES, About, moment, notices_of
from bot.domain.wording import Language
from tests.builders import NOON, RULEBOOK

WORDING = RULEBOOK.wording


@pytest.mark.parametrize("what", SIDES)
def test_every_text_is_said_to_each_side_with_nothing_left_open(what):
    about = About(["phone", "line", "phone"], "because.denial.not_necessary", NOON, 3)
    told = notices_of(what, WORDING, about, member_id="u-1", counterpart_id="u-2")
    assert set(told) == {{"member": "u-1", "counterpart": "u-2"}[side] for side in SIDES[what]}
    for notice in told.values():
        assert notice.ja.endswith("。")
        assert not set("{}") & set(notice.ja + notice.en)
        assert "電話番号、LINE、電話番号" not in notice.ja


def test_a_side_nobody_knows_is_not_told():
    told = notices_of("disclosure.denied", WORDING, About(["phone"], "because.denial.not_verified"), member_id="u-1")
    assert set(told) == {"u-1"}


@pytest.mark.parametrize("family", REASONS)
def test_every_reason_is_a_sentence(family):
    for reason in REASONS[family]:
        assert WORDING.say(Language.JA, f"because.{family}.{reason}").endswith("。")
        assert WORDING.say(Language.EN, f"because.{family}.{reason}").endswith(".")


def test_moments_are_those_of_japan():
    assert moment(NOON, WORDING, Language.JA) == "2026年11月22日 21:00"
    assert moment(NOON, WORDING, Language.EN) == "22 Nov 2026, 21:00 (Japan)"
