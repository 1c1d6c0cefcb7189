"""The manifest asks for what the code needs and nothing else, and stays within what Slack accepts."""

import json
from pathlib import Path

from bot.slack import names, needs

ROOT = Path(__file__).parents[2]
MANIFEST = json.loads((ROOT / "config/slack-manifest.json").read_text())
GUIDE = (ROOT / "docs/slack.md").read_text()
SCOPES = MANIFEST["oauth_config"]["scopes"]
SETTINGS, FEATURES = MANIFEST["settings"], MANIFEST["features"]
ADDRESS = "https://sekimori.example.com"

WANTED_BY = {
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "app_home_opened": None,
    "app_uninstalled": None,
    "tokens_revoked": None,
}
"""The scope without which Slack does not send an event (docs.slack.dev/reference/events)."""


def test_the_scopes_are_those_that_have_a_reason():
    assert {"bot": list(needs.BOT_SCOPES), "user": list(needs.USER_SCOPES)} == SCOPES


def test_the_events_are_those_that_have_a_reason_and_a_scope():
    assert SETTINGS["event_subscriptions"]["bot_events"] == list(needs.EVENTS) == list(WANTED_BY)
    assert {scope for scope in WANTED_BY.values() if scope} <= set(needs.BOT_SCOPES)


def test_the_moderator_token_may_do_no_more_than_delete():
    assert set(needs.USER_SCOPES) == {"chat:write", "files:write"}


def test_the_shortcut_and_the_command_are_those_we_answer():
    assert [(one["type"], one["callback_id"]) for one in FEATURES["shortcuts"]] == [("message", names.REPORT_MESSAGE)]
    assert [one["command"] for one in FEATURES["slash_commands"]] == [names.COMMAND]
    assert "commands" in needs.BOT_SCOPES


def test_everything_is_sent_to_one_address():
    assert SETTINGS["event_subscriptions"]["request_url"] == ADDRESS + needs.EVENTS_PATH
    assert SETTINGS["interactivity"] == {"is_enabled": True, "request_url": ADDRESS + needs.EVENTS_PATH}
    assert FEATURES["slash_commands"][0]["url"] == ADDRESS + needs.EVENTS_PATH
    assert MANIFEST["oauth_config"]["redirect_urls"] == [ADDRESS + needs.REDIRECT_PATH]


def test_http_is_the_transport_and_tokens_do_not_rotate():
    assert not SETTINGS["socket_mode_enabled"]
    assert not SETTINGS["token_rotation_enabled"]
    assert not SETTINGS["org_deploy_enabled"]


def test_app_home_and_the_bots_messages_are_there():
    assert FEATURES["app_home"]["home_tab_enabled"]
    assert FEATURES["app_home"]["messages_tab_enabled"]


def test_slack_accepts_the_lengths():
    shown = MANIFEST["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 174 <= len(shown["long_description"]) <= 4000
    assert len(FEATURES["bot_user"]["display_name"]) <= 80
    for shortcut in FEATURES["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150
        assert len(shortcut["callback_id"]) <= 255
    for command in FEATURES["slash_commands"]:
        assert len(command["command"]) <= 32
        assert len(command["description"]) <= 2000
        assert len(command["usage_hint"]) <= 1000


def test_the_guide_gives_the_reason_of_every_scope_and_event():
    for table in (needs.BOT_SCOPES, needs.USER_SCOPES, needs.EVENTS):
        for name, reason in table.items():
            assert f"| `{name}` | {reason} |" in GUIDE


def test_the_guide_names_every_address():
    for path in (needs.EVENTS_PATH, needs.INSTALL_PATH, needs.REDIRECT_PATH):
        assert path in GUIDE
