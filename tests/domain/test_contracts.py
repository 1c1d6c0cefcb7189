"""Where a contract may move, and where not."""

from itertools import product

import pytest

from bot.domain.contracts import NOBODY, Contract, Parties, State, WorkStyle
from bot.domain.errors import Conflict

S = State
# DESIGN §3: inquiry → negotiating → awaiting_escrow → escrowed → delivered → completed; negotiating or
# awaiting_escrow → cancelled; escrowed or delivered → refunded; cancelled → negotiating.
ALLOWED = {
    (S.INQUIRY, S.NEGOTIATING),
    (S.NEGOTIATING, S.AWAITING_ESCROW),
    (S.AWAITING_ESCROW, S.ESCROWED),
    (S.ESCROWED, S.DELIVERED),
    (S.DELIVERED, S.COMPLETED),
    (S.NEGOTIATING, S.CANCELLED),
    (S.AWAITING_ESCROW, S.CANCELLED),
    (S.ESCROWED, S.REFUNDED),
    (S.DELIVERED, S.REFUNDED),
    (S.CANCELLED, S.NEGOTIATING),
}


@pytest.mark.parametrize(("before", "after"), [*product(S, S)], ids=str)
def test_every_move_against_the_table(before, after):
    contract = Contract("k-1", WorkStyle.PROJECT, before, 7)
    if before is after:
        assert contract.after(after, NOBODY) is contract, "the same state again is no move"
    elif (before, after) in ALLOWED:
        assert contract.after(after, NOBODY) == Contract("k-1", WorkStyle.PROJECT, after, 8)
    else:
        with pytest.raises(Conflict) as refused:
            contract.after(after, NOBODY)
        assert refused.value.about == {"contract_id": "k-1", "before": before.value, "after": after.value}


def test_a_party_told_later_is_a_change_and_told_again_is_none():
    before = Contract("k-1", WorkStyle.PROJECT, S.ESCROWED, parties=Parties("u-1"))
    after = before.after(S.ESCROWED, Parties(freelancer_id="u-2"))
    assert (after.parties, after.revision) == (Parties("u-1", "u-2"), 2)
    assert after.after(S.ESCROWED, Parties("u-1")) is after


def test_a_party_is_not_exchanged_for_another():
    with pytest.raises(Conflict, match="other_party"):
        Contract("k-1", WorkStyle.PROJECT, S.ESCROWED, parties=Parties("u-1")).after(S.ESCROWED, Parties("u-9"))


@pytest.mark.parametrize(("asked", "other"), [("u-1", "u-2"), ("u-2", "u-1"), ("u-3", None)])
def test_the_other_side(asked, other):
    assert Parties("u-1", "u-2").other_than(asked) == other


def test_money_is_in_escrow_in_three_states():
    assert [state for state in S if state.is_after_escrow] == [S.ESCROWED, S.DELIVERED, S.COMPLETED]
