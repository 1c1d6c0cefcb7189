"""A member as JSON: what the marketplace tells, what is answered, and the schemas of both."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from bot.domain.errors import BadInput
from bot.domain.fields import object_in, optional_text_in, word_in
from bot.domain.members import Fact, MemberStanding, Proof, Told, Verification
from bot.domain.message_json import ID_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.members import Member

NAME_LENGTH = 1_000
"""Characters of a name or an address."""


def told_from(member_id: str, document: Mapping[str, Any]) -> Told:
    """What a JSON object tells about a member. Fields it does not know are passed over.

    Raises:
        BadInput: the first field that is wrong, by name.
    """
    verified = object_in(document, "verified") or {}
    for name in verified:
        if name not in set(Fact):
            raise BadInput("unknown_word", "verified", words=", ".join(Fact))
    return Told(
        member_id,
        word_in(document, "standing", MemberStanding),
        {fact: _verification(verified, fact) for fact in Fact if verified.get(fact.value) is not None},
        optional_text_in(document, "name", NAME_LENGTH),
        optional_text_in(document, "address", NAME_LENGTH),
    )


def _verification(verified: Mapping[str, Any], fact: Fact) -> Verification:
    path = f"verified.{fact.value}"
    told = verified[fact.value]
    if type(told) is not dict:
        raise BadInput("not_an_object", path)
    proof = word_in(told, "proof", Proof, f"{path}.")
    if proof is None:
        raise BadInput("missing", f"{path}.proof")
    if proof is Proof.NONE:
        return Verification()
    spelled = told.get("on")
    if spelled is None:
        raise BadInput("missing", f"{path}.on")
    return Verification(proof, _day(spelled, f"{path}.on"))


def _day(spelled: object, path: str) -> date:
    if type(spelled) is not str:
        raise BadInput("not_text", path)
    try:
        day = date.fromisoformat(spelled)
    except ValueError:
        raise BadInput("not_a_day", path) from None
    if day.isoformat() != spelled:  # 20260401 and 2026-W14-3 are days to Python, not to the schema
        raise BadInput("not_a_day", path)
    return day


def document_of_member(member: Member) -> dict[str, Any]:
    """The member as a JSON object: no name, no address."""
    return {
        "member_id": member.member_id,
        "standing": member.standing.value,
        "verified": {
            fact.value: {"proof": one.proof.value, "on": one.on.isoformat() if one.on else None}
            for fact, one in member.facts.items()
        },
        "revision": member.revision,
    }


_DAY = {"type": "string", "format": "date"}
_PROOF = {"type": "string", "enum": [proof.value for proof in Proof]}
_STANDING = [standing.value for standing in MemberStanding]
_TEXT = {"type": ["string", "null"], "maxLength": NAME_LENGTH}
_TOLD = {
    "type": ["object", "null"],
    "required": ["proof"],
    "properties": {"proof": _PROOF, "on": {"type": ["string", "null"], "format": "date"}},
    "if": {"type": "object", "properties": {"proof": {"enum": ["verified", "lapsed"]}}, "required": ["proof"]},
    "then": {"required": ["on"], "properties": {"on": _DAY}},
}
_HELD = {
    "type": "object",
    "required": ["proof", "on"],
    "properties": {"proof": _PROOF, "on": {"type": ["string", "null"], "format": "date"}},
}

MEMBER_TERMS_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "title": "MemberTerms",
    "description": "What is left out stays as it was. Name and address are kept as keyed hashes only.",
    "properties": {
        "standing": {"type": ["string", "null"], "enum": [*_STANDING, None]},
        "verified": {
            "type": ["object", "null"],
            "additionalProperties": False,
            "properties": {fact.value: _TOLD for fact in Fact},
        },
        "name": {**_TEXT, "description": "a change lapses the identity"},
        "address": {**_TEXT, "description": "a change lapses the identity"},
    },
    "example": {
        "name": "山田 太郎",
        "verified": {
            "identity": {"proof": "verified", "on": "2026-04-01"},
            "phone": {"proof": "verified", "on": "2026-04-02"},
            "nda": {"proof": "none"},
        },
    },
}

MEMBER_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "title": "Member",
    "required": ["member_id", "standing", "verified", "revision"],
    "properties": {
        "member_id": ID_SCHEMA,
        "standing": {"type": "string", "enum": _STANDING},
        "verified": {
            "type": "object",
            "required": [fact.value for fact in Fact],
            "properties": {fact.value: _HELD for fact in Fact},
        },
        "revision": {"type": "integer", "minimum": 1, "description": "counts the changes"},
    },
    "example": {
        "member_id": "u-7",
        "standing": "good",
        "verified": {
            "identity": {"proof": "verified", "on": "2026-04-01"},
            "phone": {"proof": "verified", "on": "2026-04-02"},
            "nda": {"proof": "none", "on": None},
            "platform_check": {"proof": "none", "on": None},
        },
        "revision": 1,
    },
}
