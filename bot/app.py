"""The only place where things are put together. It owns the clock and the source of ids."""

from __future__ import annotations

import asyncio
import secrets
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from time import monotonic, perf_counter
from typing import TYPE_CHECKING, Self

import structlog

from bot.api import Admission, Callers, Straight, make_api
from bot.console import PageLinks, member_routes, routes
from bot.domain.contracts import NOBODY, State, WorkStyle
from bot.domain.errors import ConfigError
from bot.domain.keys import ApiKey
from bot.flows.brake import Brake
from bot.flows.desk import Office
from bot.flows.guard_message import guard_message
from bot.flows.link_conversation import link_conversation
from bot.flows.move_contract import move_contract
from bot.flows.preview_thread import preview_thread
from bot.flows.tell_member import tell_member
from bot.flows.watch_deadlines import watch_deadlines
from bot.kept import Kept, Started, open_kept
from bot.settings import Environment, Settings, load_rulebook, load_settings
from bot.store import Store
from bot.store.chance import Draw
from bot.store.queue import Queue
from bot.telemetry import Metrics
from detectors import Utterance, Words, scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from slack_bolt.async_app import AsyncApp
    from starlette import types as asgi
    from starlette.routing import BaseRoute

    from bot.api.straight import Headers
    from bot.domain.contracts import Contract, Parties
    from bot.domain.conversations import Link
    from bot.domain.keys import Scope
    from bot.domain.members import Member, Told
    from bot.domain.messages import Message
    from bot.domain.verdicts import Verdict
    from bot.policy.rulebook import Rulebook
    from bot.slack.context import Slack
    from bot.slack.serving import Duties


CANARY = "canary@example.jp"
"""Always found, whatever the words."""


def warm(words: Words) -> None:
    """Load what detectors load at first use, before it: these words, a contact, one in two pieces, one corrected."""
    scan(CANARY, (), words)
    scan("1234-5678", (Utterance("1", "a", "090-"),), words)
    scan("8ではなく9でした", (Utterance("1", "a", "090-1234-5678"),), words)


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """An id nobody else has, and nobody can guess: 128 random bits. In hex, since no command takes it for an option."""
    return _DRAW().hex()


_DRAW = Draw(16)


def new_key(scope: Scope, label: str, at: datetime) -> tuple[str, ApiKey]:
    """A new API key, and what is kept of it: the key itself is shown once and never kept."""
    prefix = f"smk_{secrets.token_hex(5)}"
    token = f"{prefix}_{secrets.token_urlsafe(32)}"
    return token, ApiKey(prefix, scope, label, sha256(token.encode()).digest(), at)


class Guard:
    """The whole guard in process: `async with Guard(settings) as guard: verdict = await guard.screen(message)`.

    Opening it brings the database up to date. One guard serves any number of tasks of one event loop.
    """

    def __init__(self, settings: Settings | None = None, rulebook: Rulebook | None = None) -> None:
        self.settings = settings or load_settings()
        self.rulebook = rulebook or load_rulebook(self.settings.policy)
        self.brake = Brake(self.settings.block_brake)
        self._kept: Kept | None = None
        self._store: Store | None = None
        self._links: PageLinks | None = None
        self._slack: Slack | None = None
        self._running = AsyncExitStack()
        self.metrics = Metrics()
        self.metrics.uses(self.rulebook.policy.version)

    async def __aenter__(self) -> Self:
        kept = self._kept = await self._running.enter_async_context(open_kept(self.settings))
        self._store = await self._running.enter_async_context(Store(kept.database, kept.sealer, new_id))
        secret = kept.sealer.fingerprint("page-links")
        self._links = PageLinks(secret, self.settings.base_url, timedelta(days=self.settings.link_days))
        self._slack = self._made_slack()
        warming = asyncio.create_task(asyncio.to_thread(warm, self.rulebook.words))
        self._running.push_async_callback(asyncio.wait, [warming])
        return self

    async def __aexit__(self, *_: object) -> None:
        self._store = None
        await self._running.aclose()

    @property
    def kept(self) -> Kept:
        """The open database and its keys.

        Raises:
            RuntimeError: the guard was never opened.
        """
        if self._kept is None:
            raise RuntimeError("open the guard first: async with Guard() as guard")
        return self._kept

    @property
    def started(self) -> Started:
        """What the start did beside starting."""
        return self.kept.started

    @property
    def store(self) -> Store:
        """Where everything is kept.

        Raises:
            RuntimeError: the guard is not open.
        """
        if self._store is None:
            raise RuntimeError("open the guard first: async with Guard() as guard")
        return self._store

    async def screen(self, message: Message) -> Verdict:
        """The verdict on `message`, recorded: it survives a power cut once this returns.

        Raises:
            Conflict: this id and revision was given to another text.
            StoreAway: nothing was recorded; safe to repeat.
        """
        began = perf_counter()
        at = now()
        is_braked = await self._is_braked(at)
        verdict = await guard_message(
            message,
            self.store,
            self.rulebook,
            now=at,
            new_id=new_id,
            is_braked=is_braked,
            page_of=self.links.to_message,
        )
        self.brake.saw(verdict)
        self.metrics.decided(verdict, perf_counter() - began)
        return verdict

    async def _is_braked(self, at: datetime) -> bool:
        """Whether automatic blocking is braked; that it begins to be is an alarm."""
        alarms = self.brake.alarms
        is_braked = await self.brake.holds(self.store, at)
        if self.brake.alarms > alarms:
            self.metrics.alarmed()
            structlog.get_logger("bot.brake").error("brake on: blocks are held for a person", limit=self.brake.limit)
        return is_braked

    async def put_contract(
        self, contract_id: str, work_style: WorkStyle, state: State, parties: Parties = NOBODY
    ) -> Contract:
        """The contract after it was told or moved.

        Raises:
            Conflict: the table of moves does not know this one, the work style is another, or a side is somebody else.
            StoreAway: nothing was recorded; safe to repeat.
        """
        return await move_contract(
            contract_id, work_style, state, self.store, now=now(), parties=parties, office=self.office
        )

    @property
    def office(self) -> Office:
        """The desk with the rules in force: for requests, cases and whatever people decide."""
        return Office(self.store.desk, self.rulebook, new_id)

    @property
    def links(self) -> PageLinks:
        """Links to members' pages.

        Raises:
            RuntimeError: the guard is not open.
        """
        if self._links is None:
            raise RuntimeError("open the guard first: async with Guard() as guard")
        return self._links

    @property
    def queue(self) -> Queue:
        """What waits for people, and what has been done."""
        return Queue(self.kept.database, self.kept.sealer)

    async def watch_deadlines(self) -> None:
        """Look after what falls due: requests that lapse, decisions that are late, silence.

        Raises:
            StoreAway: the database does not answer; the rest is done next time.
        """
        await watch_deadlines(self.office, now=now())

    @property
    def slack_duties(self) -> Duties | None:
        """What the worker does for Slack, None where Slack is not listened to."""
        from bot.slack.serving import Duties  # noqa: PLC0415 (nobody else waits for Slack's modules)

        return Duties(self._slack) if self._slack else None

    def slack_app(self) -> AsyncApp:
        """The Bolt app over this guard, for Socket Mode or HTTP.

        Raises:
            ConfigError: no setting says that Slack is listened to.
        """
        from bot.slack.app import make_app  # noqa: PLC0415 (as above)

        if self._slack is None:
            raise ConfigError("settings", (), "SEKIMORI_SLACK_SIGNING_SECRET or SEKIMORI_SLACK_APP_TOKEN: is missing")
        secret = self.settings.slack_signing_secret
        return make_app(self._slack, secret.get_secret_value() if secret else None, stranger=self.metrics.stranger)

    async def listen_by_socket(self, stopping: asyncio.Event) -> None:
        """Socket Mode until `stopping` is set.

        Raises:
            ConfigError: SEKIMORI_SLACK_APP_TOKEN is missing.
        """
        from bot.slack.serving import listen_by_socket  # noqa: PLC0415 (as above)

        token = self.settings.slack_app_token
        if token is None or self._slack is None:
            raise ConfigError("settings", (), "SEKIMORI_SLACK_APP_TOKEN: is missing; Socket Mode needs one")
        await listen_by_socket(self.slack_app(), self._slack, token.get_secret_value(), stopping)

    def slack_routes(self) -> list[BaseRoute]:
        """Where Slack calls and installs; nothing without a signing secret."""
        settings = self.settings
        if self._slack is None or settings.slack_signing_secret is None:
            return []
        from bot.slack.installing import Client, installation_routes  # noqa: PLC0415 (as above)
        from bot.slack.serving import event_routes  # noqa: PLC0415 (as above)

        found = event_routes(self.slack_app())
        if settings.slack_client_id and settings.slack_client_secret:
            client = Client(
                settings.slack_client_id, settings.slack_client_secret.get_secret_value(), settings.base_url
            )
            found += installation_routes(self._slack, client, self.kept.sealer.fingerprint("slack-install"))
        return found

    def _made_slack(self) -> Slack | None:
        settings = self.settings
        if not settings.has_slack:
            return None
        from bot.slack.context import Slack, Terms  # noqa: PLC0415 (as above)
        from bot.slack.web import Web  # noqa: PLC0415 (as above)

        terms = Terms(
            settings.slack_moderator_channel,
            _ids(settings.slack_moderators),
            _ids(settings.slack_leads),
            settings.slack_language,
        )
        return Slack(self.store.slack, self, Web(settings.slack_api_url), terms, new_id)

    def now(self) -> datetime:
        """The time, in UTC."""
        return now()

    async def contract(self, contract_id: str) -> Contract | None:
        """The contract, None if nobody told it."""
        return await self.store.contract(contract_id)

    async def put_member(self, told: Told) -> Member:
        """The member once `told` holds.

        Raises:
            StoreAway: nothing was recorded; safe to repeat.
        """
        return await tell_member(told, self.store.members, now=now())

    async def member(self, member_id: str) -> Member | None:
        """The member, None if nobody told of them."""
        return await self.store.members.member(member_id)

    async def put_conversation(self, conversation_id: str, contract_id: str | None) -> Link:
        """The conversation once it belongs to the contract.

        Raises:
            StoreAway: nothing was recorded; safe to repeat.
        """
        return await link_conversation(conversation_id, contract_id, self.store.links, now=now())

    async def conversation(self, conversation_id: str) -> Link | None:
        """Which contract a conversation belongs to, None if nobody spoke of it."""
        return await self.store.links.link(conversation_id)

    def reload(self) -> None:
        """Load policy, wording and words anew; what is being decided is decided by the old ones.

        Raises:
            ConfigError: a file cannot be used; the old ones stay.
        """
        try:
            self.rulebook = load_rulebook(self.settings.policy)
        except ConfigError:
            self.metrics.reloaded(is_new=False)
            raise
        self.metrics.reloaded(is_new=True)
        self.metrics.uses(self.rulebook.policy.version)

    async def is_ready(self) -> bool:
        """Whether the database answers."""
        return await self.store.answers()

    def preview(
        self,
        thread: Iterable[Message],
        work_style: WorkStyle = WorkStyle.PROJECT,
        state: State = State.NEGOTIATING,
    ) -> list[Verdict]:
        """What the guard would say to each message of one conversation. Nothing is recorded."""
        return preview_thread(thread, work_style, state, self.rulebook)


def _ids(spelled: str) -> tuple[str, ...]:
    """The ids in a setting, with commas between."""
    return tuple(one.strip() for one in spelled.split(",") if one.strip())


class Interface:
    """The interface of /v1 and the pages over an open guard (ASGI); `reload` goes on with the guard's new rules.

    On loopback outside production a call without a key is the marketplace's; elsewhere there is no such thing.
    """

    def __init__(self, guard: Guard) -> None:
        settings = guard.settings
        is_for_trying_out = settings.environment is not Environment.PRODUCTION and settings.is_on_loopback
        admission = Admission(is_for_trying_out, settings.calls_per_second, monotonic)
        self._guard = guard
        self._callers = Callers(KeysOf(guard), admission)
        self._app, self._straight = self._made()

    async def __call__(self, scope: asgi.Scope, receive: asgi.Receive, send: asgi.Send) -> None:
        """Serve one connection (ASGI)."""
        await self._app(scope, receive, send)

    def reload(self) -> None:
        """Load the rules anew; calls under way end with the old ones.

        Raises:
            ConfigError: a file cannot be used; the old rules stay.
        """
        self._guard.reload()
        self._app, self._straight = self._made()

    async def answer(self, headers: Sequence[tuple[bytes, bytes]], body: bytes) -> tuple[int, Headers, bytes]:
        """The answer to a whole message (bot.api.wire.Answers)."""
        return await self._straight.answer(headers, body)

    def _made(self) -> tuple[asgi.ASGIApp, Straight]:
        guard = self._guard
        straight = Straight(guard, guard.rulebook.wording, self._callers, guard.metrics)
        app = make_api(
            guard,
            guard.rulebook.wording,
            self._callers,
            guard.metrics,
            pages=[*routes(guard.rulebook), *member_routes(guard), *guard.slack_routes()],
        )
        return app, straight


class KeysOf:
    """The API keys of a guard, which may be opened later."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    async def find(self, prefix: str) -> ApiKey | None:
        """The key with this prefix, None if there is none."""
        return await self._guard.store.keys.find(prefix)


def make_asgi(guard: Guard) -> Interface:
    """The interface over `guard`."""
    return Interface(guard)
