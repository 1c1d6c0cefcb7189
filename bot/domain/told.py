"""What members are told when something about their requests, cases or strikes has happened, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.domain.calendar import JAPAN
from bot.domain.cases import ReportCategory
from bot.domain.disclosures import DenialReason, EndReason, RevocationReason
from bot.domain.verdicts import Notice
from bot.domain.wording import Language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.domain.wording import Wording

MEMBER, COUNTERPART = "member", "counterpart"

SIDES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "disclosure.filed": (MEMBER, COUNTERPART),
        "disclosure.approved": (MEMBER, COUNTERPART),
        "disclosure.denied": (MEMBER, COUNTERPART),
        "disclosure.appealed": (MEMBER,),
        "disclosure.withdrawn": (MEMBER, COUNTERPART),
        "disclosure.lapsed": (MEMBER,),
        "disclosure.closed": (MEMBER, COUNTERPART),
        "disclosure.revoked": (MEMBER, COUNTERPART),
        "disclosure.overdue": (MEMBER,),
        "mutual.sent": (MEMBER, COUNTERPART),
        "mutual.agreed": (MEMBER, COUNTERPART),
        "mutual.declined": (MEMBER,),
        "mutual.withdrawn": (COUNTERPART,),
        "mutual.lapsed": (MEMBER, COUNTERPART),
        "mutual.closed": (MEMBER, COUNTERPART),
        "case.released": (MEMBER,),
        "case.cleared": (MEMBER,),
        "case.upheld": (MEMBER,),
        "case.hidden": (MEMBER,),
        "case.reviewed": (MEMBER,),
        "case.appealed": (MEMBER,),
        "case.reported": (MEMBER,),
        "strike.warning": (MEMBER,),
        "strike.limit": (MEMBER,),
        "strike.suspension": (MEMBER,),
        "reminder.asked": (MEMBER, COUNTERPART),
        "reminder.silent": (MEMBER,),
    }
)
"""What can happen, and which side is told of it. `member` is whose request, message or strike it is."""

REASONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "denial": tuple(DenialReason),
        "revocation": tuple(RevocationReason),
        "end": tuple(EndReason),
    }
)

TOLD_NEEDED = (
    *(f"told.{what}.{side}" for what, sides in SIDES.items() for side in sides),
    *(f"because.{family}.{reason}" for family, reasons in REASONS.items() for reason in reasons),
    *(f"category.{category.value}" for category in ReportCategory),
    "told.day",
)
"""The keys these texts may need; wording without them is refused at start."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class About:
    """What fills a text: kinds of contact, why (the key of a reason), until when, how many business days."""

    kinds: Sequence[str] = ()
    why: str = ""
    until: datetime | None = None
    days: int = 0


def notices_of(
    what: str, wording: Wording, about: About, *, member_id: str | None, counterpart_id: str | None = None
) -> dict[str, Notice]:
    """What each side is told of `what`, by member id; a side that nobody knows is not told."""
    sides = {MEMBER: member_id, COUNTERPART: counterpart_id}
    told = {}
    for side in SIDES[what]:
        who = sides[side]
        if who:
            key = f"told.{what}.{side}"
            told[who] = Notice(ja=_said(key, wording, about, Language.JA), en=_said(key, wording, about, Language.EN))
    return told


def _said(key: str, wording: Wording, about: About, language: Language) -> str:
    comma = wording.say(language, "notice.and")
    return wording.say(
        language,
        key,
        kinds=comma.join(wording.say(language, f"kind.{kind}") for kind in dict.fromkeys(about.kinds)),
        why=wording.say(language, about.why) if about.why else "",
        until=moment(about.until, wording, language) if about.until else "",
        days=about.days,
    )


def moment(at: datetime, wording: Wording, language: Language) -> str:
    """A moment as people read it, in Japan's time."""
    here = at.astimezone(JAPAN)
    return wording.say(
        language,
        "told.day",
        year=here.year,
        month=here.month if language is Language.JA else MONTHS[here.month - 1],
        day=here.day,
        time=f"{here:%H:%M}",
    )
