"""Mutual requests and reminders: every state × every move, and who sees what when."""

from dataclasses import replace
from itertools import product

import pytest

from bot.domain.disclosures import Consent
from bot.domain.errors import ChangedMeanwhile, Conflict
from bot.domain.mutual import Details, MutualMove, MutualRequest, MutualState
from bot.domain.reminders import Reminder, ReminderMove, ReminderState
from bot.domain.terms import Reveal
from tests.builders import NOON

S, M = MutualState, MutualMove
ALLOWED = {
    (S.SENT, M.AGREE): S.AGREED,
    (S.SENT, M.DECLINE): S.DECLINED,
    (S.SENT, M.WITHDRAW): S.WITHDRAWN,
    (S.SENT, M.LAPSE): S.LAPSED,
    (S.SENT, M.CLOSE): S.CLOSED,
    (S.AGREED, M.CLOSE): S.CLOSED,
}
HERS, HIS = Details("山田 花子", "東京都"), Details("鈴木 一郎", "大阪府")


def a_request(state=S.SENT, reveal=Reveal.WHEN_BOTH):
    return MutualRequest(
        "r-1", "k-1", "u-1", "u-2", reveal, NOON, HERS, Consent("u-1", "v", NOON), HIS, state=state, revision=2
    )


@pytest.mark.parametrize(("state", "move"), [*product(S, M)], ids=str)
def test_every_state_and_every_move(state, move):
    if (state, move) in ALLOWED:
        after = a_request(state).after(move, seen_revision=2)
        assert (after.state, after.revision) == (ALLOWED[state, move], 3)
    else:
        with pytest.raises(Conflict, match="no_such_move"):
            a_request(state).after(move)


def test_nobody_moves_what_they_did_not_see():
    with pytest.raises(ChangedMeanwhile):
        a_request().after(M.AGREE, seen_revision=1)


@pytest.mark.parametrize(("state", "reveal"), [*product(S, Reveal)], ids=str)
def test_who_sees_what_when(state, reveal):
    one = a_request(state, reveal)
    other_sees = state is S.AGREED or (state is S.SENT and reveal is Reveal.ON_SEND)
    assert one.seen_by("u-2") == (HERS if other_sees else None)
    assert one.seen_by("u-1") == (HIS if state is S.AGREED else None)


def test_names_and_addresses_are_in_no_log():
    assert not [secret for secret in ("山田", "東京", "鈴木", "大阪") if secret in repr(a_request())]


def a_reminder(state):
    return replace(Reminder("r-1", "c-1", None, "u-1", "u-2", NOON, NOON), state=state)


@pytest.mark.parametrize(("state", "move"), [*product(ReminderState, ReminderMove)], ids=str)
def test_a_reminder_is_settled_once(state, move):
    if state is ReminderState.WAITING:
        to = {ReminderMove.ANSWER: ReminderState.ANSWERED, ReminderMove.GIVE_UP: ReminderState.SILENT}[move]
        assert (a_reminder(state).after(move).state, a_reminder(state).after(move).revision) == (to, 2)
    else:
        with pytest.raises(Conflict, match="no_such_move"):
            a_reminder(state).after(move)
