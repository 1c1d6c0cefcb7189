"""A member's page as plain values: what is with the message or request, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from bot.console.links import About, NoPage
from bot.console.marks import Mark, segments
from bot.domain.contracts import WorkStyle
from bot.domain.delivery import Delivery
from bot.domain.disclosures import DisclosureState
from bot.domain.errors import Refusal
from bot.domain.notes import NOTES_NEEDED
from bot.domain.told import moment
from bot.domain.wording import Language
from bot.flows.file_disclosure import refuse_unless_possible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.console.marks import Segment
    from bot.domain.cases import Case
    from bot.domain.disclosures import Disclosure
    from bot.domain.snapshots import KeptMessage
    from bot.flows.desk import Office
    from detectors import Finding


@dataclass(frozen=True, slots=True)
class Found:
    """Something that matched: what kind, and why it counts."""

    kind: str
    because: str


@dataclass(frozen=True, slots=True)
class MemberView:
    """Everything the page shows. `status` is the word under `page.status.` for the headline."""

    language: Language
    member_id: str
    status: str
    tone: str
    segments: tuple[Segment, ...] = field(default=(), repr=False)
    notice: str = field(default="", repr=False)
    found: tuple[Found, ...] = ()
    disclosure: Disclosure | None = None
    contacts: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    purposes: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    notes_version: str = ""
    publication: str = ""
    due: str = ""
    because: str = ""
    can_file: bool = False
    can_withdraw: bool = False
    can_appeal_denial: bool = False
    can_appeal: bool = False
    is_appealed: bool = False
    message_id: str | None = None


TONES = {
    "blocked": "block",
    "checked": "hold",
    "offered": "hold",
    "filed": "review",
    "provisional": "review",
    "approved": "allow",
    "delivered": "allow",
    "hidden": "block",
    "denied": "block",
    "withdrawn": "warn",
    "lapsed": "warn",
    "closed": "warn",
    "revoked": "block",
    "edited": "warn",
    "warned": "warn",
}
"""The colour of each status; the words are under `page.status.`."""


async def view_of(about: About, office: Office, language: Language) -> MemberView:
    """The page of a message or request as it stands now.

    Raises:
        NoPage: neither is kept any more.
    """
    message = None
    if about.message:
        message = await office.desk.message(about.message.message_id, about.message.revision)
        disclosure = await office.desk.disclosure_for(about.message)
    else:
        disclosure = await office.desk.disclosure(about.disclosure_id or "")
        if disclosure and disclosure.message:
            message = await office.desk.message(disclosure.message.message_id, disclosure.message.revision)
    if message is None and disclosure is None:
        raise NoPage("link_gone")
    cases = await office.desk.cases_about(message.ref.message_id) if message else []
    return await _view(message, disclosure, cases, office, language)


async def _view(
    message: KeptMessage | None,
    disclosure: Disclosure | None,
    cases: Sequence[Case],
    office: Office,
    language: Language,
) -> MemberView:
    say = partial(office.rulebook.wording.say, language)
    status = status_of(message, disclosure)
    contract_id = disclosure.contract_id if disclosure else message.contract_id if message else None
    contract = await office.contract(contract_id)
    can_file = disclosure is not None and disclosure.state is DisclosureState.OFFERED and status == "offered"
    if can_file and disclosure:
        try:
            refuse_unless_possible(contract, disclosure.contacts, office)
        except Refusal:
            can_file = False
    is_appealed = any(one.appealed_at for one in cases)
    is_hidden = message is not None and not message.delivery.is_visible and message.is_newest
    style = contract.work_style if contract else WorkStyle.PROJECT
    return MemberView(
        language=language,
        member_id=message.sender_id if message else disclosure.member_id if disclosure else "",
        status=status,
        tone=TONES[status],
        segments=_segments(message),
        notice=_notice(message, language) if status in {"blocked", "checked", "offered", "warned"} else "",
        found=tuple(_found(one, language, office) for one in _deciding(message)),
        disclosure=disclosure,
        contacts=tuple((say(f"kind.{one.kind.value}"), one.value) for one in disclosure.contacts) if disclosure else (),
        purposes=tuple((one, say(f"purpose.{one}")) for one in office.rulebook.policy.purposes_in(style)),
        notes=tuple(say(key) for key in NOTES_NEEDED),
        notes_version=office.rulebook.notes_version,
        publication=say(f"page.publication.{office.rulebook.policy.disclosure.publication.value}"),
        due=moment(disclosure.due_at, office.rulebook.wording, language)
        if disclosure and disclosure.due_at and disclosure.state is DisclosureState.FILED
        else "",
        because=_because(disclosure, office, language),
        can_file=can_file,
        can_withdraw=disclosure is not None and disclosure.state.is_open and status != "edited",
        can_appeal_denial=disclosure is not None
        and disclosure.state is DisclosureState.DENIED
        and not disclosure.is_appealed,
        can_appeal=is_hidden and not is_appealed and status in {"blocked", "checked", "offered"},
        is_appealed=is_appealed,
        message_id=message.ref.message_id if message else None,
    )


def status_of(message: KeptMessage | None, disclosure: Disclosure | None) -> str:
    """The word for what is with it now."""
    if message and not message.is_newest:
        return "edited"
    if disclosure and not (message and message.delivery is Delivery.SHOWN):
        is_shown = disclosure.state is DisclosureState.FILED and disclosure.shows_its_message and disclosure.message
        return "provisional" if is_shown else disclosure.state.value
    if message is None:
        return "approved"
    if message.delivery.is_visible:
        is_warned = message.outcome.value == "warn"
        return "warned" if is_warned else "approved" if disclosure else "delivered"
    if message.delivery is Delivery.HIDDEN:
        return "hidden"
    return "blocked" if message.outcome.value == "block" else "checked"


def _segments(message: KeptMessage | None) -> tuple[Segment, ...]:
    if message is None or message.text is None:
        return ()
    marks = [
        Mark(piece.start, piece.end, number, finding.kind.is_contact)
        for number, finding in enumerate(_deciding(message), 1)
        for piece in finding.pieces
        if piece.message_id == message.ref.message_id and not hasattr(piece, "attachment")
    ]
    return segments(message.text, marks)


def _deciding(message: KeptMessage | None) -> list[Finding]:
    if message is None:
        return []
    return [one for one in message.verdict.findings if one.kind in message.verdict.kinds]


def _notice(message: KeptMessage | None, language: Language) -> str:
    notice = message.verdict.notice if message else None
    if notice is None:
        return ""
    return notice.ja if language is Language.JA else notice.en


def _found(finding: Finding, language: Language, office: Office) -> Found:
    wording = office.rulebook.wording
    kind = wording.say(language, f"kind.{finding.kind.value}")
    key = f"rule.{finding.rule}"
    because = wording.say(language, key, service=kind) if wording.knows(language, key) else finding.because
    return Found(kind, because)


def _because(disclosure: Disclosure | None, office: Office, language: Language) -> str:
    families = {
        DisclosureState.DENIED: "denial",
        DisclosureState.REVOKED: "revocation",
        DisclosureState.WITHDRAWN: "end",
        DisclosureState.LAPSED: "end",
        DisclosureState.CLOSED: "end",
    }
    if disclosure is None or disclosure.because is None or disclosure.state not in families:
        return ""
    return office.rulebook.wording.say(language, f"because.{families[disclosure.state]}.{disclosure.because}")
