"""What is kept of Slack goes when it is over, and with the member."""

from datetime import timedelta

from bot.app import now
from bot.store.personal import erase_member
from bot.store.retention import Limits, purge
from tests.fakes.slack import TEAM
from tests.slack.test_scenarios import PHONE

LIMITS = Limits(timedelta(hours=24), timedelta(days=180), timedelta(days=30))


async def count(workspace, table):
    def counted(connection):
        return connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()

    return await workspace.guard.kept.database.read(counted)


async def test_events_and_calls_go_after_their_days(by_http):
    await by_http.slack.say("U1", PHONE)
    await by_http.settle()
    database = by_http.guard.kept.database
    await purge(database, LIMITS, now() + timedelta(days=29))
    assert await count(by_http, "slack_inbox") == 1
    await purge(database, LIMITS, now() + timedelta(days=31))
    assert (await count(by_http, "slack_inbox"), await count(by_http, "slack_calls")) == (0, 0)


async def test_an_erased_member_is_in_no_queue(by_http):
    await by_http.slack.say("U1", PHONE)
    await by_http.settle()
    kept = by_http.guard.kept
    await erase_member(kept.database, kept.sealer, f"{TEAM}:U1", now())
    left = await kept.database.read(
        lambda connection: connection.exec_driver_sql("SELECT * FROM slack_calls WHERE channel = 'U1'").all()
    )
    assert left == []
