"""What can become of a case: every state × every move, claims with their lease, decisions and their undoing."""

from datetime import timedelta
from itertools import product

import pytest

from bot.domain.cases import LEASE, UNDO, Case, CaseMove, CaseState, CaseWhy
from bot.domain.errors import AlreadyDecided, ChangedMeanwhile, Conflict
from tests.builders import NOON

S, M = CaseState, CaseMove
DECIDES = {M.UPHOLD: S.UPHELD, M.OVERTURN: S.OVERTURNED}
ALLOWED = {
    (S.OPEN, M.CLAIM): S.CLAIMED,
    (S.CLAIMED, M.CLAIM): S.CLAIMED,
    (S.ESCALATED, M.CLAIM): S.CLAIMED,
    (S.CLAIMED, M.RELEASE): S.OPEN,
    (S.OPEN, M.ESCALATE): S.ESCALATED,
    (S.CLAIMED, M.ESCALATE): S.ESCALATED,
    **{(state, move): to for state in (S.OPEN, S.CLAIMED, S.ESCALATED) for move, to in DECIDES.items()},
    (S.UPHELD, M.UNDO): S.OPEN,
    (S.OVERTURNED, M.UNDO): S.OPEN,
    (S.UPHELD, M.REOPEN): S.OPEN,
}


def a_case(state=S.OPEN, **more):
    decided = {"decided_by": "mod-1", "decided_at": NOON} if state in DECIDES.values() else {}
    claimed = {"claimed_by": "mod-1", "claimed_until": NOON + LEASE} if state is S.CLAIMED else {}
    return Case("x-1", CaseWhy.BLOCK, NOON, state=state, revision=3, **{**decided, **claimed, **more})


@pytest.mark.parametrize(("state", "move"), [*product(S, M)], ids=str)
def test_every_state_and_every_move(state, move):
    before = a_case(state)
    if (state, move) in ALLOWED:
        after = before.after(move, "mod-1", NOON, seen_revision=3)
        assert (after.state, after.revision) == (ALLOWED[state, move], 4)
        assert (after.decided_by is not None) == (after.state in DECIDES.values())
    else:
        with pytest.raises(Conflict) as refused:
            before.after(move, "mod-1", NOON, seen_revision=3)
        assert refused.value.word == ("already_decided" if state.is_decided else "no_such_move")


def test_who_comes_second_is_told_who_was_first():
    with pytest.raises(AlreadyDecided) as refused:
        a_case(S.UPHELD).after(M.OVERTURN, "mod-2", NOON, seen_revision=1)
    assert refused.value.about == {"by": "mod-1", "state": "upheld"}


def test_nobody_moves_what_they_did_not_see():
    with pytest.raises(ChangedMeanwhile):
        a_case().after(M.UPHOLD, "mod-1", NOON, seen_revision=2)


@pytest.mark.parametrize("move", [M.CLAIM, M.RELEASE, M.ESCALATE, M.UPHOLD, M.OVERTURN])
def test_what_one_holds_the_others_leave_alone(move):
    with pytest.raises(Conflict) as refused:
        a_case(S.CLAIMED).after(move, "mod-2", NOON, seen_revision=3)
    assert (refused.value.word, refused.value.about["by"]) == ("held_by_another", "mod-1")


def test_a_claim_is_over_after_ten_minutes_unless_it_is_renewed():
    claimed = a_case().after(M.CLAIM, "mod-1", NOON)
    assert (claimed.holder(NOON + LEASE - timedelta(seconds=1)), claimed.holder(NOON + LEASE)) == ("mod-1", None)
    renewed = claimed.after(M.CLAIM, "mod-1", NOON + timedelta(minutes=9))
    assert renewed.holder(NOON + timedelta(minutes=18)) == "mod-1"
    assert claimed.after(M.UPHOLD, "mod-2", NOON + LEASE).decided_by == "mod-2"


@pytest.mark.parametrize(
    ("after", "is_late"), [(timedelta(0), False), (UNDO - timedelta(seconds=1), False), (UNDO, True)]
)
def test_a_decision_can_be_undone_for_thirty_seconds(after, is_late):
    decided = a_case(S.OVERTURNED)
    if is_late:
        with pytest.raises(Conflict, match="too_late_to_undo"):
            decided.after(M.UNDO, "mod-1", NOON + after)
    else:
        undone = decided.after(M.UNDO, "mod-1", NOON + after)
        assert (undone.state, undone.decided_by, undone.decided_at) == (S.OPEN, None, None)


def test_only_who_decided_undoes_it():
    with pytest.raises(Conflict, match="decided_by_another"):
        a_case(S.UPHELD).after(M.UNDO, "mod-2", NOON)


@pytest.mark.parametrize(("state", "move"), [(S.CLAIMED, M.RELEASE), (S.UPHELD, M.UNDO)])
def test_what_was_handed_to_the_leads_goes_back_to_them(state, move):
    assert a_case(state, is_escalated=True).after(move, "mod-1", NOON).state is S.ESCALATED


def test_what_a_member_said_is_in_no_log():
    assert "秘密" not in repr(a_case(said="秘密の理由"))
