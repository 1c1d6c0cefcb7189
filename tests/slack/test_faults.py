"""Everything that goes wrong between Slack and the bot: nothing is lost, nothing done twice, the member is told."""

import asyncio
import time
from contextlib import suppress
from datetime import timedelta

import pytest

from bot import app
from bot.domain.errors import StoreAway
from bot.domain.slack import Team
from bot.slack import names
from tests.fakes.slack import BOT, TEAM
from tests.slack.conftest import STAFF

PHONE = "携帯は 090-1234-5678 です"


async def test_the_same_event_twice_is_one_message(workspace):
    event = await workspace.slack.say("U1", PHONE, deliver=False)
    for _ in range(3):
        await workspace.slack.event(event, event_id="Ev-same")
    await workspace.slack.event(event, event_id="Ev-other")
    await workspace.settle()
    assert len(workspace.slack.asked("chat.delete")) == 1
    assert len(workspace.texts("U1")) == len(workspace.ephemerals("U1")) == 1


async def test_an_event_that_could_not_be_kept_is_not_acknowledged_and_comes_again(by_http, monkeypatch):
    slack, away = by_http.slack, [True, True]
    hear = by_http.store.hear

    async def failing(*given):
        if away:
            away.pop()
            raise StoreAway("away")
        return await hear(*given)

    monkeypatch.setattr(type(by_http.store), "hear", lambda _, *given: failing(*given))
    await slack.say("U1", PHONE)
    assert [status for _, status, _ in slack.deliveries] == [503, 503, 200]
    await by_http.settle()
    assert len(by_http.texts("U1")) == 1


async def test_a_storm_of_429_is_waited_out_in_order(workspace, monkeypatch):
    slack = workspace.slack
    for method in ("chat.delete", "chat.postEphemeral", "chat.postMessage"):
        slack.fail(method, status=429, after="1", times=3)
    moved = [timedelta()]
    monkeypatch.setattr(app, "now", lambda real=app.now: real() + moved[0])
    await slack.say("U1", PHONE)
    for _ in range(8):
        try:
            await workspace.settle(seconds=0.2)
        except AssertionError:
            moved[0] += timedelta(seconds=2)
    await workspace.settle()
    assert workspace.texts("C1") == []
    assert len(workspace.texts("U1")) == len(workspace.ephemerals("U1")) == 1
    tried = [name for name, _, _ in slack.calls]
    assert tried.index("chat.postEphemeral") > max(n for n, name in enumerate(tried) if name == "chat.delete")


async def test_an_answer_that_is_lost_does_no_harm_to_a_deletion(workspace, monkeypatch):
    slack = workspace.slack
    slack.fail("chat.delete", loses_answer=True)
    moved = [timedelta()]
    monkeypatch.setattr(app, "now", lambda real=app.now: real() + moved[0])
    await slack.say("U1", PHONE)
    with suppress(AssertionError):  # it waits, unless the client below us asked again by itself
        await workspace.settle(seconds=0.3)
    moved[0] += timedelta(minutes=2)
    await workspace.settle()
    assert workspace.texts("C1") == []
    assert len([name for name, _, _ in slack.calls if name == "chat.delete"]) > 1
    known = await workspace.store.known(f"{TEAM}:C1:{slack.asked('chat.delete')[0]['ts']}")
    assert known.is_removed, "message_not_found is success"


@pytest.mark.parametrize("word", ["token_revoked", "account_inactive", "cant_delete_message"])
async def test_without_the_right_to_delete_everybody_is_told_instead(workspace, word):
    slack = workspace.slack
    slack.fail("chat.delete", word)
    await slack.say("U1", PHONE)
    await workspace.settle()
    assert len(workspace.texts("C1")) == 1, "it stays"
    assert len(workspace.texts("U1")) == 2, "what was told first does not hold any more"
    assert any("削除" in text for text in workspace.texts(STAFF))
    team = await workspace.store.team(TEAM)
    assert (team.moderator_token is None) == (word != "cant_delete_message")
    await slack.say("U2", PHONE, channel="C2")
    await workspace.settle()
    assert len(workspace.texts("U2")) == 1


async def test_without_a_moderator_token_the_author_is_asked_to_delete(workspace):
    await workspace.store.keep_team(Team(TEAM, BOT, "xoxb-bot"), app.now())
    await workspace.slack.say("U1", PHONE)
    await workspace.settle()
    assert workspace.slack.asked("chat.delete") == []
    assert len(workspace.texts("C1")) == 1
    assert "削除" in workspace.texts("U1")[0]


async def test_a_token_that_is_taken_back_mid_run_is_noticed(workspace):
    slack = workspace.slack
    slack.tokens["xoxp-admin"]["revoked"] = True
    await slack.event({"type": "tokens_revoked", "tokens": {"oauth": ["U9ADMIN"], "bot": []}})
    await slack.say("U1", PHONE)
    await workspace.settle()
    assert (await workspace.store.team(TEAM)).moderator_failure == "token_revoked"
    assert len(workspace.texts("U1")) == 1


async def test_in_a_shared_channel_nothing_is_deleted(workspace):
    event = await workspace.slack.say("U1", PHONE, deliver=False)
    await workspace.slack.event(event, is_ext_shared_channel=True)
    await workspace.settle()
    assert workspace.slack.asked("chat.delete") == []
    assert len(workspace.texts("U1")) == 1


async def test_a_trigger_that_is_over_loses_nothing(workspace):
    slack = workspace.slack
    await slack.say("U1", PHONE)
    await workspace.settle()
    slack._triggers["old"] = time.monotonic() - 10
    value = workspace.near("U1", names.MESSAGE_APPEAL)
    await slack.click("U1", names.MESSAGE_APPEAL, value, trigger_id="old")
    assert slack.views == {}
    await slack.click("U1", names.MESSAGE_APPEAL, value)
    assert len(slack.views) == 1, "pressed again, it opens"


async def test_a_workspace_that_is_not_ours_is_counted_and_answered(workspace):
    slack = workspace.slack
    event = await slack.say("U1", PHONE, deliver=False)
    await slack.event(event, team="T2")
    await workspace.settle()
    assert {status for _, status, _ in slack.deliveries} == {200}
    assert b"sekimori_slack_strangers_total 1.0" in workspace.guard.metrics.text()
    assert slack.calls == [call for call in slack.calls if call[0] == "apps.connections.open"]


async def test_after_the_app_is_removed_nothing_of_it_can_be_used(workspace):
    slack = workspace.slack
    await slack.event({"type": "app_uninstalled"})
    await slack.say("U1", PHONE)
    await workspace.settle()
    team = await workspace.store.team(TEAM)
    assert (team.bot_token, team.moderator_token) == (None, None)
    assert not [name for name, _, _ in slack.calls if name.startswith("chat.")]


async def test_a_forged_or_old_call_is_refused(by_http):
    slack = by_http.slack
    async with slack._session.post(slack.app_url, data=b"{}", headers={"content-type": "application/json"}) as answer:
        assert answer.status == 401
    stale = {"x-slack-request-timestamp": "1", "x-slack-signature": "v0=00", "content-type": "application/json"}
    async with slack._session.post(slack.app_url, data=b"{}", headers=stale) as answer:
        assert answer.status == 401


async def test_the_bots_own_words_are_not_judged(workspace):
    await workspace.slack.say(BOT, PHONE)
    await workspace.settle()
    assert workspace.slack.asked("chat.delete") == []


async def test_another_bot_is_judged_and_nobody_is_told(workspace):
    event = await workspace.slack.say("B7", PHONE, deliver=False)
    del event["user"]
    await workspace.slack.event({**event, "subtype": "bot_message", "bot_id": "B7"})
    await workspace.settle()
    assert workspace.texts("C1") == []
    assert workspace.slack.asked("chat.postEphemeral") == []


async def test_many_at_once_are_each_judged_once(workspace):
    slack = workspace.slack
    await asyncio.gather(*(slack.say(f"U{n}", PHONE, channel=f"C{n % 5}") for n in range(30)))
    await workspace.settle(seconds=20)
    assert [text for n in range(5) for text in workspace.texts(f"C{n}")] == []
    assert all(len(workspace.texts(f"U{n}")) == 1 for n in range(30))


async def test_nothing_of_slack_can_be_read_in_the_database(by_http, tmp_path):
    await by_http.slack.say("U1", PHONE)
    await by_http.slack.say("U1", "秘密の話です")
    await by_http.settle()
    kept = b"".join(file.read_bytes() for file in (tmp_path / "var").glob("sekimori.sqlite3*"))
    assert not [secret for secret in ("xoxb-bot", "xoxp-admin", "5678", "秘密") if secret.encode() in kept]
