"""Installing: the browser goes to Slack and comes back with tokens, or with nothing."""

from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from bot.slack.needs import BOT_SCOPES, USER_SCOPES

INSTALLED = {"ok": True, "access_token": "xoxb-new", "bot_user_id": "U0NEW", "team": {"id": "T7", "name": "seven"}}
GRANTED = {"ok": True, "team": {"id": "T7"}, "authed_user": {"id": "U9", "access_token": "xoxp-new"}}


@pytest.fixture
async def browser(by_http):
    async with httpx2.AsyncClient(base_url=by_http.slack.base) as browser:
        yield browser


async def begin(browser, path):
    answer = await browser.get(path)
    assert answer.status_code == 302
    return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["location"]).query).items()}


async def come_back(browser, slack, path, given):
    asked = await begin(browser, path)
    slack.codes["c0de"] = given
    return asked, await browser.get("/slack/oauth_redirect", params={"code": "c0de", "state": asked["state"]})


async def test_a_workspace_installs_and_an_owner_grants(by_http, browser):
    asked, answer = await come_back(browser, by_http.slack, "/slack/install", INSTALLED)
    assert set(asked["scope"].split(",")) == set(BOT_SCOPES)
    assert (answer.status_code, "インストールしました" in answer.text) == (200, True)
    asked, answer = await come_back(browser, by_http.slack, "/slack/grant", GRANTED)
    assert set(asked["user_scope"].split(",")) == set(USER_SCOPES)
    assert answer.status_code == 200
    team = await by_http.store.team("T7")
    assert (team.bot_user_id, team.bot_token, team.moderator_token) == ("U0NEW", "xoxb-new", "xoxp-new")
    assert "xox" not in repr(team)
    _, answer = await come_back(browser, by_http.slack, "/slack/install", INSTALLED)
    assert (await by_http.store.team("T7")).moderator_token == "xoxp-new", "installing again takes nothing away"


async def test_a_state_of_another_browser_is_refused(by_http, browser):
    asked = await begin(browser, "/slack/install")
    by_http.slack.codes["c0de"] = INSTALLED
    async with httpx2.AsyncClient(base_url=by_http.slack.base) as other:
        answer = await other.get("/slack/oauth_redirect", params={"code": "c0de", "state": asked["state"]})
    assert answer.status_code == 400
    assert await by_http.store.team("T7") is None


@pytest.mark.parametrize(
    "params", [{}, {"state": "made.up.state", "code": "c0de"}, {"code": "c0de"}], ids=["nothing", "made up", "no state"]
)
async def test_what_did_not_begin_here_is_refused(browser, params):
    assert (await browser.get("/slack/oauth_redirect", params=params)).status_code == 400


async def test_who_says_no_at_slack_reads_so(browser):
    asked = await begin(browser, "/slack/install")
    answer = await browser.get("/slack/oauth_redirect", params={"error": "access_denied", "state": asked["state"]})
    assert answer.status_code == 400


async def test_a_grant_for_a_workspace_without_the_app_is_not_kept(by_http, browser):
    _, answer = await come_back(browser, by_http.slack, "/slack/grant", GRANTED)
    assert answer.status_code == 400
    assert await by_http.store.team("T7") is None
