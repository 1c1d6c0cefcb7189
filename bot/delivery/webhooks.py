"""Send one event by the Standard Webhooks scheme (standardwebhooks.com): signed, no redirects, no private address."""

from __future__ import annotations

import asyncio
import socket
from base64 import b64decode
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from aiohttp import ClientConnectorCertificateError, ClientError, ClientSession, ClientTimeout, DummyCookieJar
from aiohttp import TCPConnector as Connector
from standardwebhooks import Webhook
from typing_extensions import override

from bot.delivery.addresses import checked_url, is_local, may_connect
from bot.delivery.ports import Sender, Sent
from bot.domain.effects import body_of
from bot.domain.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiohttp.connector import AddrInfoType

    from bot.domain.effects import Event

TIMEOUT_SECONDS = 15
"""For one attempt, from the name look-up to the answer."""

SHORTEST_SECRET, LONGEST_SECRET = 24, 64
"""Bytes of a signing secret, as the specification has it."""


class RefusedAddressError(OSError):
    """The endpoint's name leads to an address that events may not go to."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where events go, and what they are signed with: one secret, or two while the receiver changes over."""

    url: str
    signers: tuple[Webhook, ...] = field(repr=False)
    allows_private: bool = False

    @classmethod
    def of(cls, url: str, secrets: str, *, allows_private: bool = False) -> Self:
        """The endpoint of the settings; `secrets` stand with spaces between them, the newest first.

        Raises:
            ConfigError: not an address for events, or not a secret.
        """
        checked = checked_url(url)
        signers = tuple(_signer(secret) for secret in secrets.split())
        if not signers:
            raise ConfigError("settings", (), "SEKIMORI_WEBHOOK_SECRETS: is missing; events are never sent unsigned")
        return cls(checked, signers, allows_private)

    @property
    def is_local(self) -> bool:
        """Whether it is named as this machine."""
        return is_local(urlsplit(self.url).hostname or "")


def _signer(secret: str) -> Webhook:
    encoded = secret.removeprefix("whsec_")
    try:
        key = b64decode(encoded + "=" * (-len(encoded) % 4), validate=True)
    except ValueError:
        key = b""
    if not SHORTEST_SECRET <= len(key) <= LONGEST_SECRET:
        raise ConfigError("settings", (), "SEKIMORI_WEBHOOK_SECRETS: each is whsec_ and 24 to 64 bytes in base64")
    return Webhook(key)


class Webhooks(Sender):
    """Sends events to one endpoint: `async with Webhooks(endpoint, now) as webhooks: await webhooks.send(event)`."""

    def __init__(self, endpoint: Endpoint, now: Callable[[], datetime]) -> None:
        self._endpoint = endpoint
        self._now = now
        self._session: ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = ClientSession(
            connector=Connector(socket_factory=self._socket, limit=32, use_dns_cache=False),
            cookie_jar=DummyCookieJar(),
            timeout=ClientTimeout(total=TIMEOUT_SECONDS),
            headers={"User-Agent": "sekimori", "Content-Type": "application/json"},
            auto_decompress=False,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session:
            await self._session.close()

    @override
    async def send(self, event: Event) -> Sent:
        if self._session is None:
            raise RuntimeError("open it first: async with Webhooks(endpoint, now) as webhooks")
        body = body_of(event)
        headers = self._signed(event.event_id, body)
        try:
            async with self._session.post(
                self._endpoint.url, data=body.encode(), headers=headers, allow_redirects=False
            ) as answer:
                return Sent() if answer.ok and answer.status < 300 else Sent(f"status {answer.status}")  # noqa: PLR2004
        except (ClientError, OSError, ValueError) as error:  # TimeoutError is an OSError
            return Sent(_in_words(error))

    def _signed(self, event_id: str, body: str) -> dict[str, str]:
        """The headers for an attempt made now. Each secret signs, so the receiver may know either."""
        at = self._now().astimezone(UTC).replace(microsecond=0)
        return {
            "webhook-id": event_id,
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": " ".join(one.sign(event_id, at, body) for one in self._endpoint.signers),
        }

    def _socket(self, address: AddrInfoType) -> socket.socket:
        """A socket for the address that is connected to in the very next step, whatever the name meant before."""
        family, kind, protocol, _, where = address
        endpoint = self._endpoint
        if not may_connect(str(where[0]), local=endpoint.is_local, private=endpoint.allows_private):
            raise RefusedAddressError("events may not go to this address")
        return socket.socket(family, kind, protocol)


def _in_words(error: BaseException) -> str:
    """What went wrong, in words that quote nothing from outside."""
    step: BaseException | None = error
    while step is not None:
        if isinstance(step, RefusedAddressError):
            return "address not allowed"
        step = getattr(step, "os_error", None) or step.__cause__
    if isinstance(error, asyncio.TimeoutError):
        return "no answer in time"
    if isinstance(error, ClientConnectorCertificateError):
        return "certificate not valid"
    return type(error).__name__[:40]
