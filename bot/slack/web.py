"""Calls to Slack: one client, a token each time, and errors in words of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS = 10
RETRY_SECONDS = 30.0
"""When Slack asks to come later without saying when."""

TOO_MANY = 429


class SlackRefusal(Exception):  # noqa: N818 (an error is named for what was refused)
    """Slack said no, by its own word; `retry_after` seconds where it only said: later."""

    def __init__(self, word: str, retry_after: float | None = None) -> None:
        super().__init__(word)
        self.word = word
        self.retry_after = retry_after


class Web:
    """Slack's Web API at `base`, https://slack.com/api/ but in tests."""

    def __init__(self, base: str = AsyncWebClient.BASE_URL) -> None:
        self.base = base if base.endswith("/") else f"{base}/"
        self._client = AsyncWebClient(base_url=self.base, timeout=SECONDS)

    async def call(self, method: str, token: str, payload: Mapping[str, Any]) -> dict[str, Any]:
        """What Slack answers.

        Raises:
            SlackRefusal: it said no, or cannot be reached (`unreachable`: come again).
        """
        try:
            headers = {"Authorization": f"Bearer {token}"}
            answer = await self._client.api_call(method, json=dict(payload), headers=headers)
        except SlackApiError as error:
            raise _refusal(error) from None
        except (aiohttp.ClientError, TimeoutError, OSError):
            raise SlackRefusal("unreachable", RETRY_SECONDS) from None
        return dict(answer.data) if isinstance(answer.data, dict) else {}

    async def exchange(self, code: str, client_id: str, client_secret: str, redirect: str) -> dict[str, Any]:
        """The tokens for a code that OAuth gave.

        Raises:
            SlackRefusal: it said no.
        """
        try:
            given = {"client_id": client_id, "client_secret": client_secret, "code": code, "redirect_uri": redirect}
            answer = await self._client.api_call("oauth.v2.access", data=given)
        except SlackApiError as error:
            raise _refusal(error) from None
        except (aiohttp.ClientError, TimeoutError, OSError):
            raise SlackRefusal("unreachable", RETRY_SECONDS) from None
        return dict(answer.data) if isinstance(answer.data, dict) else {}


def _refusal(error: SlackApiError) -> SlackRefusal:
    response = error.response
    if response.status_code == TOO_MANY:
        said = response.headers.get("Retry-After", "")
        return SlackRefusal("ratelimited", float(said) if said.isdecimal() else RETRY_SECONDS)
    word = response.get("error") if isinstance(response.data, dict) else None
    if response.status_code >= 500 or word in {"internal_error", "fatal_error", "service_unavailable"}:  # noqa: PLR2004
        return SlackRefusal(str(word or "unavailable"), RETRY_SECONDS)
    return SlackRefusal(str(word or "unknown"))
