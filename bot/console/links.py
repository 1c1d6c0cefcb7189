"""Links to a member's own page: signed, so that nobody can make one up, and good for a while."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from itsdangerous import BadData, SignatureExpired, URLSafeTimedSerializer

from bot.domain.disclosures import MessageRef
from bot.domain.errors import Refusal

if TYPE_CHECKING:
    from datetime import timedelta

    from bot.domain.messages import Message

SALT = "sekimori.page"


class NoPage(Refusal):
    """This link leads nowhere, or not any more."""


@dataclass(frozen=True, slots=True)
class About:
    """What a page is about: a revision of a message, or a request that was made without one."""

    message: MessageRef | None = None
    disclosure_id: str | None = None


class PageLinks:
    """Makes links and reads them. `base` is where members reach this server, without a slash at the end."""

    def __init__(self, secret: bytes, base: str, lasts: timedelta) -> None:
        self._signer = URLSafeTimedSerializer(secret, salt=SALT)
        self._base = base.rstrip("/")
        self._seconds = int(lasts.total_seconds())

    def to_message(self, message: Message) -> str:
        """The page of a message, for its sender."""
        return self._to(["m", message.message_id, message.revision])

    def to_disclosure(self, disclosure_id: str) -> str:
        """The page of a request, for its member."""
        return self._to(["d", disclosure_id])

    def about(self, token: str) -> About:
        """What a link is about.

        Raises:
            NoPage: it was not made here, or it is too old.
        """
        try:
            read = self._signer.loads(token, max_age=self._seconds)
        except SignatureExpired:
            raise NoPage("link_expired") from None
        except BadData:
            raise NoPage("link_unknown") from None
        match read:
            case ["m", str(message_id), int(revision)]:
                return About(MessageRef(message_id, revision))
            case ["d", str(disclosure_id)]:
                return About(disclosure_id=disclosure_id)
            case _:
                raise NoPage("link_unknown")

    def _to(self, about: list[str | int]) -> str:
        return f"{self._base}/pages/{self._signer.dumps(about)}"
