"""What can become of a disclosure request: every state × every move, against DESIGN §4 written out."""

from itertools import product

import pytest

from bot.domain.disclosures import Consent, Contact, Disclosure, DisclosureMove, DisclosureState, MessageRef
from bot.domain.errors import AlreadyDecided, ChangedMeanwhile, Conflict
from bot.domain.terms import Publication
from detectors import Kind
from tests.builders import NOON

S, M = DisclosureState, DisclosureMove
ALLOWED = {
    (S.OFFERED, M.FILE): S.FILED,
    (S.OFFERED, M.WITHDRAW): S.WITHDRAWN,
    (S.OFFERED, M.LAPSE): S.LAPSED,
    (S.FILED, M.APPROVE): S.APPROVED,
    (S.FILED, M.DENY): S.DENIED,
    (S.FILED, M.WITHDRAW): S.WITHDRAWN,
    (S.FILED, M.CLOSE): S.CLOSED,
    (S.DENIED, M.APPEAL): S.FILED,
    (S.APPROVED, M.REVOKE): S.REVOKED,
}


def a_disclosure(state=S.OFFERED, **more):
    return Disclosure("d-1", "u-1", (Contact(Kind.PHONE, "+819012345678"),), NOON, state=state, revision=3, **more)


@pytest.mark.parametrize(("state", "move"), [*product(S, M)], ids=str)
def test_every_state_and_every_move(state, move):
    before = a_disclosure(state)
    if (state, move) in ALLOWED:
        after = before.after(move, seen_revision=3, because="why")
        assert (after.state, after.revision, after.because) == (ALLOWED[state, move], 4, "why")
    else:
        with pytest.raises(Conflict) as refused:
            before.after(move, seen_revision=3)
        assert refused.value.word == "no_such_move"


@pytest.mark.parametrize("move", [M.APPROVE, M.DENY, M.REVOKE])
def test_who_comes_second_is_told_who_was_first(move):
    decided = a_disclosure(S.DENIED, decided_by="mod-1")
    with pytest.raises(AlreadyDecided) as refused:
        decided.after(move, seen_revision=2)
    assert refused.value.about == {"by": "mod-1", "state": "denied"}


@pytest.mark.parametrize(("seen", "is_stale"), [(2, True), (4, True), (3, False), (None, False)])
def test_nobody_moves_what_they_did_not_see(seen, is_stale):
    if not is_stale:
        assert a_disclosure(S.FILED).after(M.WITHDRAW, seen_revision=seen).state is S.WITHDRAWN
        return
    with pytest.raises(ChangedMeanwhile):
        a_disclosure(S.FILED).after(M.WITHDRAW, seen_revision=seen)


def test_there_is_one_appeal():
    with pytest.raises(Conflict, match="appealed_before"):
        a_disclosure(S.DENIED, is_appealed=True).after(M.APPEAL)


@pytest.mark.parametrize(
    ("state", "publication", "is_appealed", "shown"),
    [
        pytest.param(S.OFFERED, Publication.PROVISIONAL, False, False, id="not filed yet"),
        pytest.param(S.FILED, Publication.PROVISIONAL, False, True, id="provisionally"),
        pytest.param(S.FILED, Publication.AFTER_APPROVAL, False, False, id="only once approved"),
        pytest.param(S.FILED, Publication.PROVISIONAL, True, False, id="an appeal shows nothing"),
        pytest.param(S.APPROVED, Publication.AFTER_APPROVAL, True, True, id="approved"),
        pytest.param(S.DENIED, Publication.PROVISIONAL, False, False, id="denied"),
        pytest.param(S.REVOKED, Publication.PROVISIONAL, False, False, id="revoked"),
    ],
)
def test_when_its_message_is_shown(state, publication, is_appealed, shown):
    assert a_disclosure(state, publication=publication, is_appealed=is_appealed).shows_its_message is shown


def test_it_is_open_while_an_approval_is_possible():
    assert {state for state in S if state.is_open} == {S.OFFERED, S.FILED}


def test_it_shows_nothing_of_a_member_by_accident():
    one = a_disclosure(
        purpose_text="秘密の用件",
        appeal_text="秘密の理由",
        message=MessageRef("m-1", 1),
        consent=Consent("u-1", "v", NOON),
    )
    assert not [secret for secret in ("+8190", "秘密") if secret in repr(one)]
