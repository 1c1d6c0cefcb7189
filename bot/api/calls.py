"""Every call of the interface in one table: its address, who may make it, what it reads and answers, how it is named.

The routes, the description and the test of who may do what all come from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.api.bodies import object_of
from bot.api.call import READS, TELLS, Call
from bot.api.case_calls import CASE_CALLS
from bot.api.disclosure_calls import DISCLOSURE_CALLS
from bot.domain.contract_json import contract_from, document_of_contract
from bot.domain.conversations import contract_id_from, document_of_link
from bot.domain.errors import NotFound
from bot.domain.fields import id_in
from bot.domain.member_json import document_of_member, told_from
from bot.domain.message_json import message_from
from bot.domain.verdict_json import document_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.api.door import Door


async def screen_message(request: Request, door: Door) -> dict[str, Any]:
    """The verdict on a message."""
    return document_of(await door.screen(message_from(await object_of(request))))


async def put_contract(request: Request, door: Door) -> dict[str, Any]:
    """A contract told, or moved."""
    contract_id = id_in(request.path_params, "contract_id")
    work_style, state, parties = contract_from(await object_of(request))
    return document_of_contract(await door.put_contract(contract_id, work_style, state, parties))


async def get_contract(request: Request, door: Door) -> dict[str, Any]:
    """A contract as it stands."""
    contract_id = id_in(request.path_params, "contract_id")
    found = await door.contract(contract_id)
    if found is None:
        raise NotFound("no_contract", contract_id=contract_id)
    return document_of_contract(found)


async def put_member(request: Request, door: Door) -> dict[str, Any]:
    """What is verified about a member, told."""
    member_id = id_in(request.path_params, "member_id")
    return document_of_member(await door.put_member(told_from(member_id, await object_of(request))))


async def get_member(request: Request, door: Door) -> dict[str, Any]:
    """A member as told."""
    member_id = id_in(request.path_params, "member_id")
    found = await door.member(member_id)
    if found is None:
        raise NotFound("no_member", member_id=member_id)
    return document_of_member(found)


async def put_conversation(request: Request, door: Door) -> dict[str, Any]:
    """A conversation linked to its contract."""
    conversation_id = id_in(request.path_params, "conversation_id")
    contract_id = contract_id_from(await object_of(request))
    return document_of_link(await door.put_conversation(conversation_id, contract_id))


async def get_conversation(request: Request, door: Door) -> dict[str, Any]:
    """Which contract a conversation belongs to."""
    conversation_id = id_in(request.path_params, "conversation_id")
    found = await door.conversation(conversation_id)
    if found is None:
        raise NotFound("no_conversation", conversation_id=conversation_id)
    return document_of_link(found)


CALLS: tuple[Call, ...] = (
    Call(
        "screenMessage",
        "POST",
        "/v1/messages",
        TELLS,
        screen_message,
        "Ask for the verdict on a message",
        "Safe to repeat: the same message_id and revision gets the same verdict again. An edit is the same "
        "message_id with a higher revision. A 200 means that the verdict is recorded for good.",
        "Verdict",
        body="Message",
        may_conflict=True,
    ),
    Call(
        "putContract",
        "PUT",
        "/v1/contracts/{contract_id}",
        TELLS,
        put_contract,
        "Tell a contract, or move it on",
        "The first time it may be told in any state; then only as the table of moves allows. "
        "The same state again is no move. Every move is in the ledger.",
        "Contract",
        body="ContractTerms",
        may_conflict=True,
    ),
    Call(
        "getContract",
        "GET",
        "/v1/contracts/{contract_id}",
        READS,
        get_contract,
        "Where a contract stands",
        "As the marketplace told it last.",
        "Contract",
        may_miss=True,
    ),
    Call(
        "putMember",
        "PUT",
        "/v1/members/{member_id}",
        TELLS,
        put_member,
        "Tell what is verified about a member",
        "What is left out stays as it was. A changed name or address lapses the identity, unless a later verification "
        "comes with it; a verification that has lapsed does not come back by being told again.",
        "Member",
        body="MemberTerms",
    ),
    Call(
        "getMember",
        "GET",
        "/v1/members/{member_id}",
        READS,
        get_member,
        "What is verified about a member",
        "Never their name or address: of these only keyed hashes are kept.",
        "Member",
        may_miss=True,
    ),
    Call(
        "putConversation",
        "PUT",
        "/v1/conversations/{conversation_id}",
        TELLS,
        put_conversation,
        "Tell which contract a conversation belongs to",
        "A message that names a contract_id does the same. null takes the link away.",
        "Conversation",
        body="ConversationTerms",
    ),
    Call(
        "getConversation",
        "GET",
        "/v1/conversations/{conversation_id}",
        READS,
        get_conversation,
        "Which contract a conversation belongs to",
        "As told, or as its last message named it.",
        "Conversation",
        may_miss=True,
    ),
    *DISCLOSURE_CALLS,
    *CASE_CALLS,
)
