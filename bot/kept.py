"""What is kept, opened: the database brought up to date, the keys, and the worker that looks after both."""

from __future__ import annotations

import asyncio
import secrets
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

import structlog

from bot.delivery import Chore, Endpoint, Telling, Webhooks, Worker
from bot.domain.errors import ConfigError
from bot.settings import Environment, Settings
from bot.store import KeyRing, Sealer, load_keys
from bot.store.chain import seal_ledger
from bot.store.database import Database, open_database
from bot.store.outbox import Outbox
from bot.store.retention import Limits, purge
from bot.store.snapshots import freeze_snapshots
from bot.store.upgrade import upgrade

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from datetime import datetime
    from pathlib import Path

    from bot.delivery.ports import Sender
    from bot.domain.effects import Event

FOLLOW_SECONDS = 5.0
"""How often a running process looks whether the key file has a new key."""

SEAL_SECONDS = 60.0
PURGE_SECONDS = 24 * 3600.0
FREEZE_SECONDS = 60.0
DEADLINES_SECONDS = 60.0
SLACK_SECONDS = 0.1
"""Between looks at what Slack told; a message is seen by others until it is judged."""


class SlackDuties(Protocol):
    """What the worker does for Slack (slack.serving.Duties)."""

    async def tell(self, event: Event) -> None:
        """Note what an event means in Slack."""

    async def judge(self) -> None:
        """Judge everything that waits."""

    async def call(self) -> None:
        """Make every call that is due."""


@dataclass(frozen=True, slots=True)
class Started:
    """What a start did beside starting: the migration before (None for a new database), and a key made just now."""

    migrated_from: str | None
    migrated_to: str
    made_key_file: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """The open database with what seals it."""

    database: Database
    sealer: Sealer
    key_file: Path
    started: Started

    @property
    def outbox(self) -> Outbox:
        """Events that wait to be sent."""
        return Outbox(self.database)


def database_of(settings: Settings) -> Database:
    """The database of these settings; an embedded one gets its directory, readable by its owner only."""
    given = settings.database_url.get_secret_value() if settings.database_url else None
    if given is None:
        settings.var.mkdir(parents=True, exist_ok=True, mode=0o700)
    return open_database(given, settings.var)


def keys_of(settings: Settings) -> tuple[KeyRing, bool, Path]:
    """The keys of these settings, whether they were made just now, and their file.

    Raises:
        ConfigError: the file is not usable, or it is a generated one and this is production.
    """
    key_file = settings.key_file or settings.var / "keys.toml"
    is_production = settings.environment is Environment.PRODUCTION
    ring, made = load_keys(key_file, may_generate=settings.key_file is None and not is_production)
    if ring.is_generated and is_production:
        raise ConfigError(str(key_file), (), "was generated for trying out; production needs a key of its own")
    return ring, made, key_file


@asynccontextmanager
async def open_kept(settings: Settings) -> AsyncIterator[Kept]:
    """Open keys and database, and bring the database up to date.

    Raises:
        ConfigError: the keys are not usable.
        StoreAway: the database does not answer.
    """
    ring, made, key_file = keys_of(settings)
    database = database_of(settings)
    sealer = Sealer(ring, lambda: load_keys(key_file, may_generate=False)[0])
    following = asyncio.create_task(follow_keys(key_file, sealer), name="sekimori-keys")
    try:
        before, after = await upgrade(database)
        yield Kept(database, sealer, key_file, Started(before, after, str(key_file) if made else None))
    finally:
        following.cancel()
        await database.close()


async def follow_keys(key_file: Path, sealer: Sealer, every_seconds: float = FOLLOW_SECONDS) -> None:
    """Seal with a new key soon after `sekimori keys rotate` made it. A file that cannot be used changes nothing."""
    seen = _changed_at(key_file)
    while True:
        await asyncio.sleep(every_seconds)
        with suppress(OSError):
            changed = _changed_at(key_file)
            if changed == seen:
                continue
            seen = changed
            try:
                sealer.use(load_keys(key_file, may_generate=False)[0])
            except ConfigError:
                structlog.get_logger("bot.keys").error("new key file not usable; the keys before stay in use")


def _changed_at(file: Path) -> int:
    return file.stat().st_mtime_ns


def endpoint_of(settings: Settings) -> Endpoint | None:
    """Where events go, None without a setting.

    Raises:
        ConfigError: the address or a secret is not usable.
    """
    if settings.webhook_url is None:
        return None
    secret = settings.webhook_secrets.get_secret_value() if settings.webhook_secrets else ""
    return Endpoint.of(settings.webhook_url, secret, allows_private=settings.webhook_private)


def limits_of(settings: Settings) -> Limits:
    """How long what is kept."""
    return Limits(
        texts=timedelta(hours=settings.keep_text_hours),
        cases=timedelta(days=settings.keep_case_days),
        events=timedelta(days=settings.keep_event_days),
    )


@asynccontextmanager
async def open_worker(
    kept: Kept,
    settings: Settings,
    now: Callable[[], datetime],
    new_id: Callable[[], str],
    watch: Callable[[], Awaitable[object]],
    slack: SlackDuties | None = None,
) -> AsyncIterator[Worker]:
    """The worker: it sends events, seals the ledger and freezes threads every minute, purges daily.

    `watch` looks every minute after what falls due; `slack` is what there is to do for Slack.

    Raises:
        ConfigError: the endpoint is not usable.
    """
    endpoint, limits = endpoint_of(settings), limits_of(settings)
    for_slack = (
        (Chore("slack-inbox", SLACK_SECONDS, slack.judge), Chore("slack-calls", SLACK_SECONDS, slack.call))
        if slack
        else ()
    )
    chores = (
        *for_slack,
        Chore("seal", SEAL_SECONDS, lambda: seal_ledger(kept.database, now())),
        Chore("freeze", FREEZE_SECONDS, lambda: freeze_snapshots(kept.database, kept.sealer, now())),
        Chore("deadlines", DEADLINES_SECONDS, watch),
        Chore("purge", PURGE_SECONDS, lambda: purge(kept.database, limits, now())),
    )
    async with AsyncExitStack() as stack:
        sender: Sender | None = await stack.enter_async_context(Webhooks(endpoint, now)) if endpoint else None
        if slack:
            sender = Telling(slack.tell, sender)
        chance = secrets.SystemRandom().random
        yield Worker(kept.outbox, sender, chores, now=now, new_id=new_id, chance=chance)
