"""A member's page: why a message did not go through, and everything its sender can do about it. Plain forms, no script.

Whoever has the link acts for the member; it is signed, it expires, and the marketplace shows it to nobody else.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from starlette.responses import HTMLResponse, RedirectResponse
from starlette.routing import Route

from bot.console.asked import language_of
from bot.console.links import NoPage
from bot.console.member_view import MemberView, view_of
from bot.console.pages import HEADERS, form_of, make_pages
from bot.domain.actors import Actor, Rank
from bot.domain.errors import BadInput, Refusal, StaleView, StoreAway
from bot.domain.wording import Language
from bot.flows.appeal_message import appeal_message
from bot.flows.end_disclosure import appeal_disclosure, withdraw_disclosure
from bot.flows.file_disclosure import Filing, file_disclosure

if TYPE_CHECKING:
    from datetime import datetime

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from bot.console.links import About, PageLinks
    from bot.flows.desk import Office

BODY_LIMIT = 64 * 1024
TEXT_LENGTH = 2_000
DEEDS = ("file", "withdraw", "appeal_denial", "appeal")
"""What a form can ask for; each has a text of thanks under `page.done.`."""


ASKED = {"agreed": "page.agree_first", "purpose": "page.choose_purpose", "purpose_text": "page.describe_purpose"}
"""What is to be filled in, in the words of the page rather than of the interface."""


class Hall(Protocol):
    """Where members' pages get what they show and act on."""

    @property
    def office(self) -> Office:
        """The desk with the rules in force."""

    @property
    def links(self) -> PageLinks:
        """Who may open which page."""

    def now(self) -> datetime:
        """The time."""


def member_routes(hall: Hall) -> list[BaseRoute]:
    """The members' pages under `/pages`."""
    return [Route("/pages/{token}", MemberPages(hall).answer, methods=["GET", "POST"], include_in_schema=False)]


class MemberPages:
    """Shows a page, and does what its forms ask for."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._template = make_pages().get_template("member.html")

    async def answer(self, request: Request) -> Response:
        """The page; after a deed the browser is sent to it again, so that a reload does nothing twice."""
        language = language_of(request)
        try:
            about = self._hall.links.about(request.path_params["token"])
            view = await view_of(about, self._hall.office, language)
        except NoPage as error:
            return self._shown(language, None, error=self._refusal(language, error), status=404)
        except StoreAway:
            return self._shown(language, None, error=self._say(language, "refusal.away"), status=503)
        if request.method == "POST":
            return await self._answer_form(request, about, view)
        return self._shown(language, view, done=request.query_params.get("done", ""))

    async def _answer_form(self, request: Request, about: About, view: MemberView) -> Response:
        """What was filled in stays where something is still wrong with it."""
        language = view.language
        filled: dict[str, str] = {}
        try:
            filled = await form_of(request, BODY_LIMIT)
            deed = await _do(filled, view, self._hall)
        except BadInput as error:
            said = self._say(language, ASKED[error.field]) if error.field in ASKED else self._refusal(language, error)
            return self._shown(language, view, error=said, status=422, filled=filled)
        except Refusal as error:
            now = await view_of(about, self._hall.office, language)
            return self._shown(language, now, error=self._refusal(language, error), status=409, filled=filled)
        except (StoreAway, StaleView):
            return self._shown(language, view, error=self._say(language, "refusal.away"), status=503, filled=filled)
        return RedirectResponse(f"{request.url.path}?lang={language.value}&done={deed}", 303, HEADERS)

    def _shown(
        self,
        language: Language,
        view: MemberView | None,
        *,
        error: str = "",
        done: str = "",
        status: int = 200,
        filled: dict[str, str] | None = None,
    ) -> Response:
        html = self._template.render(
            say=partial(self._say, language),
            view=view,
            language=language,
            other=Language.EN if language is Language.JA else Language.JA,
            error=error,
            done=self._say(language, f"page.done.{done}") if done in DEEDS and view else "",
            filled=filled or {},
            longest=TEXT_LENGTH,
        )
        return HTMLResponse(html, status, HEADERS)

    def _say(self, language: Language, key: str, **gaps: object) -> str:
        return self._hall.office.rulebook.wording.say(language, key, **gaps)

    def _refusal(self, language: Language, error: Refusal) -> str:
        return self._say(language, f"refusal.{error.word}", **error.about)


async def _do(form: dict[str, str], view: MemberView, hall: Hall) -> str:
    """Do what the form asks for, as the member whose page it is; the word for what was done."""
    by, now, office = Actor(view.member_id, Rank.MEMBER), hall.now(), hall.office
    text = form.get("text", "").replace("\r\n", "\n").strip()
    if len(text) > TEXT_LENGTH:
        raise BadInput("too_long", "text", limit=TEXT_LENGTH)
    disclosure_id = view.disclosure.disclosure_id if view.disclosure else ""
    seen = int(form["seen"]) if form.get("seen", "").isdecimal() and len(form["seen"]) < 10 else None  # noqa: PLR2004
    match form.get("deed"):
        case "file":
            filing = Filing(form.get("purpose", ""), form.get("notes_version", ""), "agreed" in form, text)
            await file_disclosure(disclosure_id, filing, office, by=by, now=now, seen_revision=seen)
            return "file"
        case "withdraw":
            await withdraw_disclosure(disclosure_id, office, by=by, now=now, seen_revision=seen)
            return "withdraw"
        case "appeal_denial":
            await appeal_disclosure(disclosure_id, text, office, by=by, now=now, seen_revision=seen)
            return "appeal_denial"
        case "appeal":
            await appeal_message(view.message_id or "", text, office, by=by, now=now)
            return "appeal"
        case _:
            raise BadInput("unknown_word", "deed", words=", ".join(DEEDS))
