"""The real server is killed between what it heard and what it does: nothing is lost."""

import asyncio

import pytest

from bot.app import Guard, now
from bot.domain.slack import Team
from tests.fakes.slack import BOT, SIGNING_SECRET, TEAM
from tests.slack.conftest import STAFF, settings_of
from tests.stories.server import Server

PHONE = "携帯は 090-1234-5678 です"
PATIENCE = 60


async def until(condition):
    for _ in range(PATIENCE * 20):
        if condition():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not happen in time")


@pytest.mark.parametrize("pause", [0.0, 0.15], ids=["at once", "in the middle"])
async def test_what_was_acknowledged_is_done_after_a_kill(tmp_path, slack, pause):
    settings = settings_of(tmp_path, slack)
    async with Guard(settings) as guard:
        await guard._slack.store.keep_team(Team(TEAM, BOT, "xoxb-bot", "xoxp-admin"), now())
    environment = {
        "SEKIMORI_VAR": str(tmp_path / "var"),
        "SEKIMORI_SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "SEKIMORI_SLACK_API_URL": slack.url,
        "SEKIMORI_SLACK_MODERATOR_CHANNEL": STAFF,
    }
    people = [f"U{number}" for number in range(6)]
    with Server(tmp_path, **environment) as server:
        slack.app_url = f"{server.url}/slack/events"
        await slack.say("U9", PHONE, channel="C9")
        await until(lambda: not slack.channels["C9"])
        await asyncio.gather(*(slack.say(user, PHONE, channel=f"C{user}") for user in people))
        await asyncio.sleep(pause)
        await asyncio.to_thread(server.kill)
    acknowledged = [status for _, status, _ in slack.deliveries]
    assert acknowledged == [200] * 7
    with Server(tmp_path, **environment):
        await until(lambda: not any(slack.channels[f"C{user}"] for user in people))
        await until(lambda: all(slack.channels[user] for user in people))
    deleted = [payload["ts"] for payload in slack.asked("chat.delete")]
    assert len(deleted) == len(set(deleted)) == 7
    # killed between Slack's answer and our note of it, a notice is said again: Slack offers no key to say it once by
    assert sum(len(slack.channels[user]) for user in people) <= len(people) + 1
