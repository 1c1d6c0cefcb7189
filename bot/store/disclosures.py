"""Disclosure requests and mutual requests as rows; what members wrote about themselves is sealed on the way in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.domain.disclosures import Consent, Contact, Disclosure, DisclosureState, MessageRef
from bot.domain.json_text import text_of
from bot.domain.mutual import Details, MutualRequest, MutualState
from bot.domain.terms import Publication, Reveal
from detectors import Kind

if TYPE_CHECKING:
    from sqlalchemy import Row

    from bot.store.sealing import Sealer

DISCLOSURE = "disclosures.content"
MUTUAL = "mutual_requests.content"


def disclosure_row(one: Disclosure, sealer: Sealer) -> dict[str, Any]:
    """The row of a request."""
    content = {
        "contacts": [[contact.kind.value, contact.value] for contact in one.contacts],
        "purpose_text": one.purpose_text,
        "appeal_text": one.appeal_text,
    }
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
        "purpose": one.purpose,
        "notes_version": one.consent.notes_version if one.consent else None,
        "consented_at": one.consent.at if one.consent else None,
        "offered_at": one.offered_at,
        "filed_at": one.filed_at,
        "due_at": one.due_at,
        "is_appealed": one.is_appealed,
        "decided_by": one.decided_by,
        "decided_at": one.decided_at,
        "because": one.because,
        "content_sealed": sealer.seal(text_of(content).encode(), DISCLOSURE, one.disclosure_id),
    }


def disclosure_in(row: Row[*tuple[Any, ...]], sealer: Sealer) -> Disclosure:
    """The request as the database has it; one whose content is purged has no contacts any more."""
    content: dict[str, Any] = {"contacts": [], "purpose_text": "", "appeal_text": ""}
    if row.content_sealed is not None:
        content = json.loads(sealer.open(row.content_sealed, DISCLOSURE, row.disclosure_id))
    return Disclosure(
        disclosure_id=row.disclosure_id,
        member_id=row.member_id,
        contacts=tuple(Contact(Kind(kind), value) for kind, value in content["contacts"]),
        offered_at=row.offered_at,
        publication=Publication(row.publication),
        contract_id=row.contract_id,
        conversation_id=row.conversation_id,
        counterpart_id=row.counterpart_id,
        message=MessageRef(row.message_id, row.message_revision) if row.message_id else None,
        state=DisclosureState(row.state),
        revision=row.revision,
        purpose=row.purpose,
        purpose_text=content["purpose_text"],
        consent=Consent(row.member_id, row.notes_version, row.consented_at) if row.notes_version else None,
        filed_at=row.filed_at,
        due_at=row.due_at,
        is_appealed=row.is_appealed,
        appeal_text=content["appeal_text"],
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        because=row.because,
    )


def mutual_row(one: MutualRequest, sealer: Sealer) -> dict[str, Any]:
    """The row of a mutual request."""
    given = [(half.name, half.address) if half else None for half in (one.details, one.counterpart_details)]
    other = one.counterpart_consent
    return {
        "request_id": one.request_id,
        "contract_id": one.contract_id,
        "member_id": one.member_id,
        "counterpart_id": one.counterpart_id,
        "reveal": one.reveal.value,
        "state": one.state.value,
        "revision": one.revision,
        "sent_at": one.sent_at,
        "notes_version": one.consent.notes_version,
        "consented_at": one.consent.at,
        "counterpart_notes_version": other.notes_version if other else None,
        "counterpart_consented_at": other.at if other else None,
        "content_sealed": sealer.seal(text_of({"details": given}).encode(), MUTUAL, one.request_id),
    }


def mutual_in(row: Row[*tuple[Any, ...]], sealer: Sealer) -> MutualRequest:
    """The mutual request as the database has it; empty details where they are purged."""
    given: list[list[str] | None] = [["", ""], None]
    if row.content_sealed is not None:
        given = json.loads(sealer.open(row.content_sealed, MUTUAL, row.request_id))["details"]
    first, second = (Details(*half) if half else None for half in given)
    version, at = row.counterpart_notes_version, row.counterpart_consented_at
    return MutualRequest(
        request_id=row.request_id,
        contract_id=row.contract_id,
        member_id=row.member_id,
        counterpart_id=row.counterpart_id,
        reveal=Reveal(row.reveal),
        sent_at=row.sent_at,
        details=first or Details("", ""),
        consent=Consent(row.member_id, row.notes_version, row.consented_at),
        counterpart_details=second,
        counterpart_consent=Consent(row.counterpart_id, version, at) if version else None,
        state=MutualState(row.state),
        revision=row.revision,
    )
