"""The start page: try a message or a short thread, see the ruling, what matched, why, and what the member is told.

Nothing is recorded here. The page works without JavaScript; `static/start.js` only saves the reload.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.console.answer import answer_to
from bot.console.asked import LONGEST, Asked, asked_by, language_of
from bot.console.examples import EXAMPLES
from bot.console.pages import HEADERS, STATIC, make_pages
from bot.console.trial import judge
from bot.console.turns import turns_in
from bot.domain.contracts import State, WorkStyle
from bot.domain.errors import BadInput, TooLarge
from bot.domain.wording import Language

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from bot.console.answer import Answer
    from bot.policy.rulebook import Rulebook


def routes(rulebook: Rulebook) -> list[BaseRoute]:
    """The start page at `/` and its two files under `/static`, judging by `rulebook`."""
    page = make_pages().get_template("start.html")

    def shown(asked: Asked, answer: Answer | None, error: str = "", status: int = 200) -> Response:
        html = page.render(
            say=partial(rulebook.wording.say, asked.language),
            asked=asked,
            answer=answer,
            error=error,
            other=Language.EN if asked.language is Language.JA else Language.JA,
            styles=list(WorkStyle),
            before=[state for state in State if not state.is_after_escrow],
            after=[state for state in State if state.is_after_escrow],
            examples=[(one.key, one.label(rulebook.wording, asked.language)) for one in EXAMPLES],
            longest=LONGEST,
        )
        return HTMLResponse(html, status, HEADERS)

    async def start(request: Request) -> Response:
        try:
            asked = await asked_by(request, rulebook.wording)
        except BadInput as error:
            language = language_of(request)
            said = rulebook.wording.say(language, f"refusal.{error.word}", **error.about)
            return shown(Asked(language), None, said, 413 if isinstance(error, TooLarge) else 400)
        judged = await run_in_threadpool(judge, turns_in(asked.text), asked.work_style, asked.state, rulebook)
        return shown(asked, answer_to(judged, rulebook.wording, asked.language))

    return [
        Route("/", start, methods=["GET", "POST"], include_in_schema=False),
        Mount("/static", StaticFiles(directory=STATIC), name="static"),
    ]
