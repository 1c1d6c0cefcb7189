"""Disclosure and mutual requests as JSON: what is read, what is answered, and the schemas both are published with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.domain.disclosures import Contact, DenialReason, DisclosureState, RevocationReason
from bot.domain.errors import BadInput
from bot.domain.fields import LARGEST, number_in, objects_in, optional_text_in, text_in, word_in
from bot.domain.message_json import ID_SCHEMA, MAYBE_ID_SCHEMA
from bot.domain.mutual import Details, MutualState
from bot.domain.terms import Publication, Reveal
from detectors import CONTACTS, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from bot.domain.disclosures import Disclosure
    from bot.domain.mutual import MutualRequest

CONTACTS_AT_ONCE = 10
VALUE_LENGTH = 320
TEXT_LENGTH = 2_000
"""Characters of a purpose or an appeal."""

REVISION_SCHEMA = {"type": "integer", "minimum": 1, "maximum": LARGEST}
MOMENT = {"type": ["string", "null"], "format": "date-time"}
TEXT = {"type": ["string", "null"], "maxLength": TEXT_LENGTH}
SAYS_SOMETHING = r"[^\s\x1c-\x1f\x85]"
"""Not only blanks: whatever Python calls a blank."""

KINDS = [kind.value for kind in CONTACTS]


def contacts_in(document: Mapping[str, Any]) -> tuple[Contact, ...]:
    """The contacts a member asks to disclose.

    Raises:
        BadInput: none, an unknown kind, or an empty value.
    """
    contacts = []
    for number, one in enumerate(objects_in(document, "contacts", CONTACTS_AT_ONCE)):
        path = f"contacts[{number}]."
        kind = word_in(one, "kind", Kind, path)
        if kind is None or not kind.is_contact:
            raise BadInput("unknown_word", f"{path}kind", words=", ".join(KINDS))
        value = text_in(one, "value", VALUE_LENGTH, path).strip()
        if not value:
            raise BadInput("empty", f"{path}value")
        contacts.append(Contact(kind, value))
    if not contacts:
        raise BadInput("missing", "contacts")
    return tuple(contacts)


def seen_in(document: Mapping[str, Any]) -> int:
    """The revision that was on the screen, which whoever decides has to name."""
    found = number_in(document, "seen_revision", 1)
    if found is None:
        raise BadInput("missing", "seen_revision")
    return found


def flag_in(document: Mapping[str, Any], name: str) -> bool:
    """A truth value; false where it is left out."""
    value = document.get(name, False)
    if type(value) is not bool:
        raise BadInput("not_a_flag", name)
    return value


def details_in(document: Mapping[str, Any]) -> Details:
    """A real name and address."""
    return Details(text_in(document, "name", VALUE_LENGTH), text_in(document, "address", TEXT_LENGTH))


def text_or_empty(document: Mapping[str, Any], name: str) -> str:
    """A text, empty where it is left out."""
    return optional_text_in(document, name, TEXT_LENGTH) or ""


def masked(value: str) -> str:
    """A contact as somebody sees it who may not see it: its ends, so that two of them can be told apart."""
    shown = 2 if len(value) > 6 else 0  # noqa: PLR2004 (of a short one nothing is left to hide)
    return value[:shown] + "●" * (len(value) - 2 * shown) + value[len(value) - shown :]


def document_of_disclosure(one: Disclosure, now: datetime, *, shows_contacts: bool) -> dict[str, Any]:
    """A request as a JSON object; its contacts masked for staff."""
    return {
        "disclosure_id": one.disclosure_id,
        "contract_id": one.contract_id,
        "conversation_id": one.conversation_id,
        "member_id": one.member_id,
        "counterpart_id": one.counterpart_id,
        "message_id": one.message.message_id if one.message else None,
        "message_revision": one.message.revision if one.message else None,
        "state": one.state.value,
        "revision": one.revision,
        "publication": one.publication.value,
        "is_shown": one.shows_its_message,
        "contacts": [
            {"kind": contact.kind.value, "value": contact.value if shows_contacts else masked(contact.value)}
            for contact in one.contacts
        ],
        "purpose": one.purpose,
        "purpose_text": one.purpose_text,
        "notes_version": one.consent.notes_version if one.consent else None,
        "consented_at": moment_of(one.consent.at if one.consent else None),
        "offered_at": moment_of(one.offered_at),
        "filed_at": moment_of(one.filed_at),
        "due_at": moment_of(one.due_at),
        "is_overdue": one.state is DisclosureState.FILED and one.due_at is not None and one.due_at < now,
        "is_appealed": one.is_appealed,
        "appeal_text": one.appeal_text,
        "decided_by": one.decided_by,
        "decided_at": moment_of(one.decided_at),
        "because": one.because,
    }


def document_of_mutual(one: MutualRequest, seen_by: str | None) -> dict[str, Any]:
    """A mutual request as a JSON object, with the other side's details as far as `seen_by` may see them now."""
    details = one.seen_by(seen_by) if seen_by in {one.member_id, one.counterpart_id} and seen_by else None
    return {
        "request_id": one.request_id,
        "contract_id": one.contract_id,
        "member_id": one.member_id,
        "counterpart_id": one.counterpart_id,
        "reveal": one.reveal.value,
        "state": one.state.value,
        "revision": one.revision,
        "sent_at": moment_of(one.sent_at),
        "other_side": {"name": details.name, "address": details.address} if details else None,
    }


def moment_of(at: datetime | None) -> str | None:
    """A moment as JSON has it."""
    return at.isoformat() if at else None


def object_schema(title: str, properties: Mapping[str, Any], required: list[str], example: Mapping[str, Any]) -> Any:
    """A schema of an object."""
    return {
        "type": "object",
        "title": title,
        "required": required,
        "properties": dict(properties),
        "example": dict(example),
    }


_CONTACT = {
    "type": "object",
    "required": ["kind", "value"],
    "properties": {
        "kind": {"type": "string", "enum": KINDS},
        "value": {"type": "string", "pattern": SAYS_SOMETHING, "maxLength": VALUE_LENGTH},
    },
}
_SEEN = {**REVISION_SCHEMA, "description": "the revision that was on the screen"}
_DISCLOSURE = {
    "disclosure_id": ID_SCHEMA,
    "contract_id": MAYBE_ID_SCHEMA,
    "conversation_id": MAYBE_ID_SCHEMA,
    "member_id": ID_SCHEMA,
    "counterpart_id": MAYBE_ID_SCHEMA,
    "message_id": MAYBE_ID_SCHEMA,
    "message_revision": {"type": ["integer", "null"]},
    "state": {"type": "string", "enum": [state.value for state in DisclosureState]},
    "revision": REVISION_SCHEMA,
    "publication": {"type": "string", "enum": [one.value for one in Publication]},
    "is_shown": {"type": "boolean", "description": "whether the other side sees the message now"},
    "contacts": {"type": "array", "items": _CONTACT, "description": "masked for keys of staff"},
    "purpose": {"type": ["string", "null"]},
    "purpose_text": {"type": "string"},
    "notes_version": {"type": ["string", "null"]},
    "consented_at": MOMENT,
    "offered_at": MOMENT,
    "filed_at": MOMENT,
    "due_at": MOMENT,
    "is_overdue": {"type": "boolean"},
    "is_appealed": {"type": "boolean"},
    "appeal_text": {"type": "string"},
    "decided_by": {"type": ["string", "null"]},
    "decided_at": MOMENT,
    "because": {"type": ["string", "null"], "description": "why it ended so"},
}
_OFFERED: dict[str, Any] = {
    **dict.fromkeys(_DISCLOSURE),
    "disclosure_id": "Zb3kq0T1xK8sVd2mQw7yEg",
    "contract_id": "k-3",
    "conversation_id": "c-9",
    "member_id": "u-7",
    "counterpart_id": "u-8",
    "message_id": "m-2",
    "message_revision": 1,
    "state": "filed",
    "revision": 2,
    "publication": "provisional",
    "is_shown": True,
    "contacts": [{"kind": "phone", "value": "+819012345678"}],
    "purpose": "urgent_contact",
    "purpose_text": "撮影当日の待ち合わせのため",
    "notes_version": "5e0c1a2b3c4d",
    "consented_at": "2026-11-24T01:00:00+00:00",
    "offered_at": "2026-11-24T00:58:00+00:00",
    "filed_at": "2026-11-24T01:00:00+00:00",
    "due_at": "2026-11-26T01:00:00+00:00",
    "is_overdue": False,
    "is_appealed": False,
    "appeal_text": "",
}

DISCLOSURE_SCHEMA = object_schema("Disclosure", _DISCLOSURE, list(_DISCLOSURE), _OFFERED)
DISCLOSURES_SCHEMA = object_schema(
    "Disclosures",
    {"disclosures": {"type": "array", "items": DISCLOSURE_SCHEMA}},
    ["disclosures"],
    {"disclosures": [_OFFERED]},
)
DISCLOSURE_REQUEST_SCHEMA = object_schema(
    "DisclosureRequest",
    {
        "member_id": ID_SCHEMA,
        "contract_id": ID_SCHEMA,
        "conversation_id": MAYBE_ID_SCHEMA,
        "contacts": {"type": "array", "minItems": 1, "maxItems": CONTACTS_AT_ONCE, "items": _CONTACT},
    },
    ["member_id", "contract_id", "contacts"],
    {"member_id": "u-7", "contract_id": "k-3", "contacts": [{"kind": "phone", "value": "+819012345678"}]},
)
FILING_SCHEMA = object_schema(
    "Filing",
    {
        "member_id": ID_SCHEMA,
        "purpose": {"type": "string", "maxLength": 40},
        "purpose_text": {"type": "string", "pattern": SAYS_SOMETHING, "maxLength": TEXT_LENGTH},
        "notes_version": {"type": "string", "maxLength": 40, "description": "of the notes that were read"},
        "agreed": {"const": True},
        "seen_revision": _SEEN,
    },
    ["member_id", "purpose", "purpose_text", "notes_version", "agreed"],
    {
        "member_id": "u-7",
        "purpose": "urgent_contact",
        "purpose_text": "撮影当日の待ち合わせのため",
        "notes_version": "5e0c1a2b3c4d",
        "agreed": True,
    },
)
MEMBER_ACT_SCHEMA = object_schema(
    "MemberAct",
    {"member_id": ID_SCHEMA, "text": TEXT, "seen_revision": {**_SEEN, "type": ["integer", "null"]}},
    ["member_id"],
    {"member_id": "u-7", "text": "社名の一部で、連絡先ではありません"},
)
DECISION_SCHEMA = object_schema(
    "Decision",
    {
        "moderator_id": ID_SCHEMA,
        "decision": {"type": "string", "enum": ["approve", "deny"]},
        "reason": {"type": ["string", "null"], "enum": [None, *(reason.value for reason in DenialReason)]},
        "seen_revision": _SEEN,
    },
    ["moderator_id", "decision", "seen_revision"],
    {"moderator_id": "mod-1", "decision": "deny", "reason": "purpose_unclear", "seen_revision": 2},
)
REVOCATION_SCHEMA = object_schema(
    "Revocation",
    {
        "moderator_id": ID_SCHEMA,
        "reason": {"type": "string", "enum": [reason.value for reason in RevocationReason]},
        "seen_revision": _SEEN,
    },
    ["moderator_id", "reason", "seen_revision"],
    {"moderator_id": "lead-1", "reason": "misused", "seen_revision": 3},
)
NOTES_SCHEMA = object_schema(
    "Notes",
    {
        "version": {"type": "string"},
        "purposes": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}},
        "ja": {"type": "array", "items": {"type": "string"}},
        "en": {"type": "array", "items": {"type": "string"}},
    },
    ["version", "purposes", "ja", "en"],
    {"version": "5e0c1a2b3c4d", "purposes": {"project": ["meeting"]}, "ja": ["…"], "en": ["…"]},
)
_SIDE = {
    "member_id": ID_SCHEMA,
    "name": {"type": "string", "pattern": SAYS_SOMETHING, "maxLength": VALUE_LENGTH},
    "address": {"type": "string", "pattern": SAYS_SOMETHING, "maxLength": TEXT_LENGTH},
    "notes_version": {"type": "string", "maxLength": 40},
    "agreed": {"const": True},
}
_GIVEN = {
    "member_id": "u-7",
    "name": "山田 太郎",
    "address": "東京都千代田区…",
    "notes_version": "5e0c1a2b3c4d",
    "agreed": True,
}
MUTUAL_SENDING_SCHEMA = object_schema(
    "MutualSending", {"contract_id": ID_SCHEMA, **_SIDE}, ["contract_id", *_SIDE], {"contract_id": "k-3", **_GIVEN}
)
MUTUAL_AGREEMENT_SCHEMA = object_schema(
    "MutualAgreement", {**_SIDE, "seen_revision": _SEEN}, list(_SIDE), {**_GIVEN, "member_id": "u-8"}
)
_MUTUAL = {
    "request_id": ID_SCHEMA,
    "contract_id": ID_SCHEMA,
    "member_id": ID_SCHEMA,
    "counterpart_id": ID_SCHEMA,
    "reveal": {"type": "string", "enum": [one.value for one in Reveal]},
    "state": {"type": "string", "enum": [one.value for one in MutualState]},
    "revision": REVISION_SCHEMA,
    "sent_at": MOMENT,
    "other_side": {
        "type": ["object", "null"],
        "properties": {"name": {"type": "string"}, "address": {"type": "string"}},
        "description": "what the asking side may see of the other now",
    },
}
MUTUAL_SCHEMA = object_schema(
    "MutualRequest",
    _MUTUAL,
    list(_MUTUAL),
    {
        "request_id": "h2V9c0sJp4yR1tQe8uZk7w",
        "contract_id": "k-3",
        "member_id": "u-7",
        "counterpart_id": "u-8",
        "reveal": "when_both",
        "state": "sent",
        "revision": 1,
        "sent_at": "2026-11-24T01:00:00+00:00",
        "other_side": None,
    },
)
