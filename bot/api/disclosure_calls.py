"""The calls about disclosure requests and mutual requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.api.bodies import object_of
from bot.api.call import READS, Call, Parameter
from bot.api.people import SPEAKS_FOR_MEMBERS, STAFF, is_staff, member_in, moderator_in
from bot.domain.contracts import WorkStyle
from bot.domain.disclosure_json import (
    contacts_in,
    details_in,
    document_of_disclosure,
    document_of_mutual,
    flag_in,
    seen_in,
    text_or_empty,
)
from bot.domain.disclosures import DenialReason, DisclosureState, RevocationReason
from bot.domain.errors import BadInput
from bot.domain.fields import id_in, number_in, optional_id_in, text_in, word_in
from bot.domain.message_json import ID_SCHEMA
from bot.domain.mutual import MutualMove
from bot.domain.notes import NOTES_NEEDED
from bot.domain.wording import Language
from bot.flows.decide_disclosure import approve_disclosure, deny_disclosure, revoke_disclosure
from bot.flows.end_disclosure import appeal_disclosure, withdraw_disclosure
from bot.flows.exchange_details import agree_to_mutual_request, end_mutual_request, send_mutual_request
from bot.flows.file_disclosure import Filing, file_disclosure, request_disclosure

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.api.door import Door
    from bot.domain.disclosures import Disclosure
    from bot.domain.mutual import MutualRequest

WORD_LENGTH = 40
Document = dict[str, Any]


async def create_disclosure(request: Request, door: Door) -> Document:
    """A request from the contract's page, without a message."""
    document = await object_of(request)
    made = await request_disclosure(
        id_in(document, "contract_id"),
        contacts_in(document),
        door.office,
        by=member_in(document),
        now=door.now(),
        conversation_id=optional_id_in(document, "conversation_id"),
    )
    return _answer(made, request, door)


async def list_disclosures(request: Request, door: Door) -> Document:
    """Requests in a state, the one due first in front."""
    asked = request.query_params
    state = word_in(asked, "state", DisclosureState) or DisclosureState.FILED
    found = await door.queue.disclosures(
        [state],
        limit_in(request),
        member_id=optional_id_in(asked, "member_id"),
        due_before=door.now() if asked.get("overdue") == "true" else None,
    )
    return {"disclosures": [_answer(one, request, door) for one in found]}


async def get_disclosure(request: Request, door: Door) -> Document:
    """A request as it stands."""
    return _answer(await door.office.disclosure(_disclosure_id(request)), request, door)


async def file(request: Request, door: Door) -> Document:
    """A request filed."""
    document = await object_of(request)
    filing = Filing(
        purpose=text_in(document, "purpose", WORD_LENGTH),
        notes_version=text_in(document, "notes_version", WORD_LENGTH),
        is_agreed=flag_in(document, "agreed"),
        purpose_text=text_or_empty(document, "purpose_text"),
    )
    seen = number_in(document, "seen_revision", 1)
    by = member_in(document)
    filed = await file_disclosure(
        _disclosure_id(request), filing, door.office, by=by, now=door.now(), seen_revision=seen
    )
    return _answer(filed, request, door)


async def withdraw(request: Request, door: Door) -> Document:
    """A request withdrawn by its member."""
    document = await object_of(request)
    by, seen = member_in(document), number_in(document, "seen_revision", 1)
    ended = await withdraw_disclosure(_disclosure_id(request), door.office, by=by, now=door.now(), seen_revision=seen)
    return _answer(ended, request, door)


async def appeal(request: Request, door: Door) -> Document:
    """A denial appealed against, once."""
    document = await object_of(request)
    by, seen = member_in(document), number_in(document, "seen_revision", 1)
    text = text_or_empty(document, "text")
    again = await appeal_disclosure(
        _disclosure_id(request), text, door.office, by=by, now=door.now(), seen_revision=seen
    )
    return _answer(again, request, door)


async def decide(request: Request, door: Door) -> Document:
    """A request approved or denied."""
    document = await object_of(request)
    decision, reason = document.get("decision"), word_in(document, "reason", DenialReason)
    by, seen, now = moderator_in(document, request), seen_in(document), door.now()
    subject = _disclosure_id(request)
    if decision == "approve":
        done = await approve_disclosure(subject, door.office, by=by, now=now, seen_revision=seen)
    elif decision == "deny":
        if reason is None:
            raise BadInput("missing", "reason")
        done = await deny_disclosure(subject, reason, door.office, by=by, now=now, seen_revision=seen)
    else:
        raise BadInput("unknown_word", "decision", words="approve, deny")
    return _answer(done, request, door)


async def revoke(request: Request, door: Door) -> Document:
    """An approval taken back."""
    document = await object_of(request)
    reason = word_in(document, "reason", RevocationReason)
    if reason is None:
        raise BadInput("missing", "reason")
    by, seen = moderator_in(document, request), seen_in(document)
    done = await revoke_disclosure(
        _disclosure_id(request), reason, door.office, by=by, now=door.now(), seen_revision=seen
    )
    return _answer(done, request, door)


async def notes(_: Request, door: Door) -> Document:
    """The notes to be read, their version, and the purposes by work style."""
    rulebook = door.office.rulebook
    texts = rulebook.wording.texts
    return {
        "version": rulebook.notes_version,
        "purposes": {style.value: list(rulebook.policy.purposes_in(style)) for style in WorkStyle},
        **{language.value: [texts[language][key] for key in NOTES_NEEDED] for language in Language},
    }


async def send_mutual(request: Request, door: Door) -> Document:
    """Name and address sent to the other side."""
    document = await object_of(request)
    _refuse_unless_agreed(document)
    sent = await send_mutual_request(
        id_in(document, "contract_id"),
        details_in(document),
        text_in(document, "notes_version", WORD_LENGTH),
        door.office,
        by=member_in(document),
        now=door.now(),
    )
    return _mutual(sent, sent.member_id)


async def get_mutual(request: Request, door: Door) -> Document:
    """A mutual request, as one side may see it now."""
    found = await door.office.mutual(id_in(request.path_params, "request_id"))
    member_id = optional_id_in(request.query_params, "member_id")
    return _mutual(found, None if is_staff(request) else member_id)


async def agree_mutual(request: Request, door: Door) -> Document:
    """The other side's name and address given."""
    document = await object_of(request)
    _refuse_unless_agreed(document)
    agreed = await agree_to_mutual_request(
        id_in(request.path_params, "request_id"),
        details_in(document),
        text_in(document, "notes_version", WORD_LENGTH),
        door.office,
        by=member_in(document),
        now=door.now(),
        seen_revision=number_in(document, "seen_revision", 1),
    )
    return _mutual(agreed, agreed.counterpart_id)


async def decline_mutual(request: Request, door: Door) -> Document:
    """The other side says no."""
    return await _end_mutual(request, door, MutualMove.DECLINE)


async def withdraw_mutual(request: Request, door: Door) -> Document:
    """The sender takes it back."""
    return await _end_mutual(request, door, MutualMove.WITHDRAW)


async def _end_mutual(request: Request, door: Door, move: MutualMove) -> Document:
    document = await object_of(request)
    by, seen = member_in(document), number_in(document, "seen_revision", 1)
    subject = id_in(request.path_params, "request_id")
    ended = await end_mutual_request(subject, move, door.office, by=by, now=door.now(), seen_revision=seen)
    return _mutual(ended, by.actor_id)


def limit_in(request: Request) -> int:
    """How many are asked for; 100 where nothing is said, 500 at most."""
    said = request.query_params.get("limit", "100")
    if not (said.isascii() and said.isdecimal() and 0 < int(said[:9]) <= 500):  # noqa: PLR2004 (told in the refusal)
        raise BadInput("out_of_range", "limit", lowest=1, highest=500)
    return int(said)


def _refuse_unless_agreed(document: Document) -> None:
    if not flag_in(document, "agreed"):
        raise BadInput("not_agreed", "agreed")


def _disclosure_id(request: Request) -> str:
    return id_in(request.path_params, "disclosure_id")


def _answer(one: Disclosure, request: Request, door: Door) -> Document:
    return document_of_disclosure(one, door.now(), shows_contacts=not is_staff(request))


def _mutual(one: MutualRequest, seen_by: str | None) -> Document:
    return document_of_mutual(one, seen_by)


LIMIT = Parameter("limit", {"type": "integer", "minimum": 1, "maximum": 500}, "how many at most; 100 if left out")
MEMBER = Parameter("member_id", ID_SCHEMA, "only this member's")

DISCLOSURE_CALLS = (
    Call(
        "createDisclosure",
        "POST",
        "/v1/disclosures",
        SPEAKS_FOR_MEMBERS,
        create_disclosure,
        "Begin a disclosure request without a message",
        "For “I want to give my phone number” on the contract's page. A held message has begun one by itself.",
        "Disclosure",
        body="DisclosureRequest",
        may_conflict=True,
    ),
    Call(
        "listDisclosures",
        "GET",
        "/v1/disclosures",
        READS,
        list_disclosures,
        "Disclosure requests in a state, the one due first in front",
        "Filed ones if no state is named. Contacts are masked for keys of staff.",
        "Disclosures",
        parameters=(
            Parameter("state", {"type": "string", "enum": [state.value for state in DisclosureState]}, "their state"),
            Parameter("overdue", {"type": "string", "enum": ["true", "false"]}, "only those that are late"),
            MEMBER,
            LIMIT,
        ),
    ),
    Call(
        "disclosureNotes",
        "GET",
        "/v1/disclosures/notes",
        READS,
        notes,
        "The notes a member reads before filing, and the purposes to choose from",
        "Filing names the version that was read; after a change of the notes it must be the new one.",
        "Notes",
    ),
    Call(
        "getDisclosure",
        "GET",
        "/v1/disclosures/{disclosure_id}",
        READS,
        get_disclosure,
        "Where a disclosure request stands",
        "Contacts are masked for keys of staff.",
        "Disclosure",
        may_miss=True,
    ),
    Call(
        "fileDisclosure",
        "POST",
        "/v1/disclosures/{disclosure_id}/file",
        SPEAKS_FOR_MEMBERS,
        file,
        "File a disclosure request for a member",
        "The notes were read and agreed to, and a purpose given. Where the policy publishes provisionally, the message "
        "is released at once (message.released).",
        "Disclosure",
        body="Filing",
        may_conflict=True,
        may_miss=True,
    ),
    Call(
        "withdrawDisclosure",
        "POST",
        "/v1/disclosures/{disclosure_id}/withdraw",
        SPEAKS_FOR_MEMBERS,
        withdraw,
        "Withdraw a disclosure request for a member",
        "What was shown until the decision is hidden.",
        "Disclosure",
        body="MemberAct",
        may_conflict=True,
        may_miss=True,
    ),
    Call(
        "appealDisclosure",
        "POST",
        "/v1/disclosures/{disclosure_id}/appeal",
        SPEAKS_FOR_MEMBERS,
        appeal,
        "Appeal against a denial, once",
        "The request is filed again; its message stays hidden until it is approved.",
        "Disclosure",
        body="MemberAct",
        may_conflict=True,
        may_miss=True,
    ),
    Call(
        "decideDisclosure",
        "POST",
        "/v1/disclosures/{disclosure_id}/decide",
        STAFF,
        decide,
        "Approve or deny a disclosure request",
        "Names the revision that was on the screen; who comes second is told who was first (409). A denial has a "
        "reason.",
        "Disclosure",
        body="Decision",
        may_conflict=True,
        may_miss=True,
    ),
    Call(
        "revokeDisclosure",
        "POST",
        "/v1/disclosures/{disclosure_id}/revoke",
        STAFF,
        revoke,
        "Take an approval back",
        "Leads only. The grant ends, the message is hidden, both sides are told why.",
        "Disclosure",
        body="Revocation",
        may_conflict=True,
        may_miss=True,
    ),
    Call(
        "sendMutualRequest",
        "POST",
        "/v1/mutual-requests",
        SPEAKS_FOR_MEMBERS,
        send_mutual,
        "Send real name and address to the other side of a contract, for theirs",
        "Whether the other side sees them at sending or once it has agreed is the policy's; say so before.",
        "MutualRequest",
        body="MutualSending",
        may_conflict=True,
    ),
    Call(
        "getMutualRequest",
        "GET",
        "/v1/mutual-requests/{request_id}",
        READS,
        get_mutual,
        "A mutual request, as one side may see it now",
        "The other side's name and address come only to the marketplace's key, for the member it names.",
        "MutualRequest",
        parameters=(Parameter("member_id", MEMBER.schema, "whose view"),),
        may_miss=True,
    ),
    Call(
        "agreeToMutualRequest",
        "POST",
        "/v1/mutual-requests/{request_id}/agree",
        SPEAKS_FOR_MEMBERS,
        agree_mutual,
        "Agree to a mutual request, with one's own name and address",
        "From now on each side sees the other's.",
        "MutualRequest",
        body="MutualAgreement",
        may_conflict=True,
        may_miss=True,
    ),
    Call(
        "declineMutualRequest",
        "POST",
        "/v1/mutual-requests/{request_id}/decline",
        SPEAKS_FOR_MEMBERS,
        decline_mutual,
        "Decline a mutual request",
        "Nothing of it is shown any more.",
        "MutualRequest",
        body="MemberAct",
        may_conflict=True,
        may_miss=True,
    ),
    Call(
        "withdrawMutualRequest",
        "POST",
        "/v1/mutual-requests/{request_id}/withdraw",
        SPEAKS_FOR_MEMBERS,
        withdraw_mutual,
        "Take a mutual request back",
        "Nothing of it is shown any more.",
        "MutualRequest",
        body="MemberAct",
        may_conflict=True,
        may_miss=True,
    ),
)
