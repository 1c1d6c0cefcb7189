"""Every text a member can get, both languages side by side, with made-up values: one page to read them all at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product
from typing import TYPE_CHECKING

from bot.console.pages import STATIC, make_pages
from bot.domain.notes import NOTES_NEEDED, TITLE
from bot.domain.notices import GROUPS, PHASES, TOLD, Occasion, notice_of
from bot.domain.told import REASONS, SIDES, About, notices_of
from bot.domain.verdicts import Outcome
from bot.domain.wording import Language
from detectors import Finding, Kind, Piece, SpeechAct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.wording import Wording

WHEN = datetime(2026, 11, 26, 1, 0, tzinfo=UTC)
CONTACT = Kind.PHONE
SHOWN = {"phone": "090-1234-5678", "solicitation": "LINEで話しませんか", "direct_deal": "直接お振り込みします"}
FAMILIES = ("page.status.", "page.next.", "page.publication.", "page.done.", "refusal.")
"""Texts without a deed of their own, read as they stand."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text under its key; what fills it is made up."""

    key: str
    ja: str
    en: str


def preview(wording: Wording) -> str:
    """The page, complete in one file."""
    sections = [
        ("notice", list(_notices(wording))),
        ("told", list(_told(wording))),
        ("because", list(_plain(wording, "because."))),
        ("notes", [_as_it_stands(wording, key) for key in (TITLE, *NOTES_NEEDED)]),
        *((family.rstrip("."), list(_plain(wording, family))) for family in FAMILIES),
        ("category", list(_plain(wording, "category."))),
        ("criterion", list(_plain(wording, "criterion."))),
    ]
    style = (STATIC / "sekimori.css").read_text(encoding="utf-8")
    return make_pages().get_template("wording.html").render(sections=sections, style=style)


def _notices(wording: Wording) -> Iterator[Text]:
    """What the sender of a message is told, by outcome, kind and where escrow stands."""
    for outcome, group, phase in product(TOLD, GROUPS, PHASES):
        if outcome is Outcome.HOLD_DISCLOSURE and (group != "contact" or phase != "after"):
            continue  # only contacts are disclosed, and only once escrow has opened the way
        kind = CONTACT if group == "contact" else Kind(group)
        text = SHOWN.get(kind.value, "…")
        piece = Piece("m-1", 0, len(text), text)
        finding = Finding(kind, SpeechAct.OFFERS, "", 0.97, (), "preview", "made up", (piece,))
        notice = notice_of(Occasion("m-1", outcome, [finding], phase), wording)
        if notice:
            yield Text(f"{TOLD[outcome]} · {kind.value} · {phase}", notice.ja, notice.en)


def _told(wording: Wording) -> Iterator[Text]:
    """What either side is told of a request, a case, a strike or a reminder."""
    whys = {"disclosure.denied": "because.denial.", "disclosure.revoked": "because.revocation."}
    for what, sides in SIDES.items():
        family = whys.get(what, "because.end.")
        why = family + REASONS[family.split(".")[1]][0]
        about = About(["phone"], why, WHEN, 3)
        notices = notices_of(what, wording, about, member_id="member", counterpart_id="counterpart")
        for side in sides:
            yield Text(f"told.{what}.{side}", notices[side].ja, notices[side].en)


def _plain(wording: Wording, family: str) -> Iterator[Text]:
    for key in wording.texts[Language.JA]:
        if key.startswith(family):
            yield _as_it_stands(wording, key)


def _as_it_stands(wording: Wording, key: str) -> Text:
    return Text(key, wording.texts[Language.JA][key], wording.texts[Language.EN][key])
