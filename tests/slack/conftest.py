"""The bot as it runs, over both ways in, against a Slack on loopback."""

import asyncio
import contextlib
import socket

import pytest
import uvicorn

from bot.app import Guard, make_asgi, new_id, now
from bot.domain.slack import Team
from bot.kept import open_worker
from bot.settings import Settings
from tests.fakes.slack import BOT, SIGNING_SECRET, TEAM, FakeSlack

STAFF = "C0MODS"


class Workspace:
    """A workspace with the bot in it: what people do, and what they see."""

    def __init__(self, slack, guard, duties):
        self.slack, self.guard, self.duties = slack, guard, duties
        self.clock = None

    @property
    def store(self):
        return self.guard._slack.store

    async def settle(self, *, seconds=8.0):
        """Until nothing waits: neither events, nor calls, nor what the outbox tells."""
        async with open_worker(
            self.guard.kept, self.guard.settings, now, new_id, self.guard.watch_deadlines, self.duties
        ) as worker:
            for _ in range(int(seconds / 0.02)):
                await self.duties.judge()
                await self.duties.call()
                busy = await worker.deliver_due()
                if not busy and not await self._waits():
                    return
                await asyncio.sleep(0.02)
        raise AssertionError("something waits for ever")

    async def _waits(self):
        from sqlalchemy import func, select  # noqa: PLC0415

        from bot.store.tables import slack_calls, slack_inbox  # noqa: PLC0415

        def count(connection):
            return sum(
                connection.execute(select(func.count()).select_from(table).where(table.c.state == "waiting")).scalar()
                for table in (slack_inbox, slack_calls)
            )

        return await self.guard.kept.database.read(count)

    def texts(self, channel):
        """What stands in a channel, or in somebody's direct messages, as one text each."""
        return [said(one) for one in self.slack.channels[channel].values()]

    def ephemerals(self, user):
        """What somebody alone was shown."""
        return [said(one) for one in self.slack.asked("chat.postEphemeral") if one["user"] == user]

    def button(self, channel, action):
        """The value of a button that stands in a channel, the newest."""
        return self._button([*self.slack.channels[channel].values()], action)

    def near(self, user, action):
        """The value of a button in what somebody alone was shown."""
        return self._button([one for one in self.slack.asked("chat.postEphemeral") if one["user"] == user], action)

    def _button(self, messages, action):
        found = [
            element["value"]
            for message in messages
            for block in message.get("blocks", ())
            if block["type"] == "actions"
            for element in block["elements"]
            if element.get("action_id") == action
        ]
        assert found, f"no button {action}"
        return found[-1]


def said(thing):
    """Every word of a message."""
    if isinstance(thing, dict):
        return " ".join(said(value) for key, value in thing.items() if key not in {"type", "action_id", "value", "ts"})
    if isinstance(thing, list):
        return " ".join(map(said, thing))
    return str(thing)


@contextlib.asynccontextmanager
async def served(guard):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(make_asgi(guard), log_level="critical", lifespan="off", ws="none")
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve([listening]))
        while not server.started:  # noqa: ASYNC110 (uvicorn says it no other way)
            await asyncio.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            await serving


def settings_of(tmp_path, slack, **more):
    usual = {
        "var": tmp_path / "var",
        "slack_signing_secret": SIGNING_SECRET,
        "slack_client_id": "1.2",
        "slack_client_secret": "secret",
        "slack_app_token": "xapp-1",
        "slack_api_url": slack.url,
        "slack_moderator_channel": STAFF,
        "slack_moderators": "UMOD1,S1GROUP",
        "slack_leads": "ULEAD",
    }
    return Settings(_env_file=None, **usual | more)


@pytest.fixture
async def slack():
    async with FakeSlack() as slack:
        yield slack


@pytest.fixture(params=["http", "socket"])
async def workspace(request, tmp_path, slack):
    async with opened(tmp_path, slack, request.param) as workspace:
        yield workspace


@pytest.fixture
async def by_http(tmp_path, slack):
    async with opened(tmp_path, slack, "http") as workspace:
        yield workspace


@contextlib.asynccontextmanager
async def opened(tmp_path, slack, way, **more):
    async with Guard(settings_of(tmp_path, slack, **more)) as guard, contextlib.AsyncExitStack() as stack:
        await guard._slack.store.keep_team(Team(TEAM, BOT, "xoxb-bot", "xoxp-admin"), now())
        if way == "http":
            base = await stack.enter_async_context(served(guard))
            slack.app_url = f"{base}/slack/events"
            slack.base = base
        else:
            stopping = asyncio.Event()
            listening = asyncio.create_task(guard.listen_by_socket(stopping))

            async def end():
                stopping.set()
                await listening

            stack.push_async_callback(end)
            for _ in range(500):
                if slack._sockets:
                    break
                await asyncio.sleep(0.01)
        yield Workspace(slack, guard, guard.slack_duties)
