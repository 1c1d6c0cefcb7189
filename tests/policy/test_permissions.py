"""Who may do what: the whole table, written out once more by those who asked for it."""

from itertools import product

import pytest

from bot.domain.actors import Actor, Rank
from bot.domain.errors import NotPermitted
from bot.policy.permissions import IMPARTIAL, MAY, Deed, permit

MEMBER = {Deed.FILE, Deed.WITHDRAW, Deed.APPEAL, Deed.REPORT, Deed.REMIND, Deed.AGREE, Deed.SEE_OWN}
LOOKING = {Deed.SEE_QUEUE, Deed.SEE_STATISTICS}
MODERATOR = LOOKING | {Deed.DECIDE, Deed.CLAIM, Deed.RESOLVE, Deed.ESCALATE, Deed.UNDO}
EXPECTED = {
    Rank.MEMBER: MEMBER,
    Rank.MODERATOR: MODERATOR,
    Rank.LEAD: MODERATOR | {Deed.REVOKE, Deed.RESOLVE_ESCALATED, Deed.SUSPEND, Deed.REVEAL},
    Rank.READER: LOOKING,
    Rank.MARKETPLACE: LOOKING,
    Rank.GUARD: set(),
}


def test_every_deed_has_its_line():
    assert set(MAY) == set(Deed)


@pytest.mark.parametrize(("rank", "deed"), [*product(Rank, Deed)], ids=str)
def test_every_rank_and_every_deed(rank, deed):
    actor = Actor("a", rank)
    if deed in EXPECTED[rank]:
        permit(actor, deed, own="a", parties=("u-1", "u-2"))
    else:
        with pytest.raises(NotPermitted) as refused:
            permit(actor, deed, own="a")
        assert refused.value.about == {"rank": rank.value, "deed": deed.value}


@pytest.mark.parametrize("deed", sorted(MEMBER))
def test_a_member_acts_on_their_own_side_only(deed):
    with pytest.raises(NotPermitted, match="not_own"):
        permit(Actor("u-1", Rank.MEMBER), deed, own="u-2")


@pytest.mark.parametrize("deed", sorted(IMPARTIAL))
def test_nobody_decides_on_a_contract_they_are_a_party_to(deed):
    with pytest.raises(NotPermitted, match="is_party"):
        permit(Actor("u-1", Rank.LEAD), deed, parties=("u-1", "u-2"))


@pytest.mark.parametrize("deed", sorted(LOOKING))
def test_looking_is_not_deciding(deed):
    permit(Actor("u-1", Rank.LEAD), deed, parties=("u-1",))
