"""What the app asks of a workspace, and why. `config/slack-manifest.json` asks for exactly this."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BOT_SCOPES: Mapping[str, str] = MappingProxyType(
    {
        "channels:history": "to hear the messages of public channels it was invited to",
        "groups:history": "to hear the messages of private channels it was invited to",
        "channels:read": "to know a public channel's name, and whether it is shared with another organisation",
        "groups:read": "the same of private channels",
        "chat:write": "to tell members and moderators, to publish a held message, to hide it again",
        "im:write": "to open the direct message in which a member is told",
        "users:read": "to call people by their names",
        "usergroups:read": "to know who is a moderator, where a user group says so",
        "files:read": "to read the names and texts of files that are sent along",
        "commands": "for /sekimori and the shortcut on a message",
    }
)
"""What the bot's own token may do."""

USER_SCOPES: Mapping[str, str] = MappingProxyType(
    {
        "chat:write": "to delete a message of another member, which Slack lets nobody but an owner or admin do",
        "files:write": "to delete its files, which stay behind when the message is deleted",
    }
)
"""What the moderator token may do: a grant of its own, by an owner or admin of the workspace, and theirs to revoke."""

EVENTS: Mapping[str, str] = MappingProxyType(
    {
        "message.channels": "messages, edits and deletions in public channels",
        "message.groups": "messages, edits and deletions in private channels",
        "app_home_opened": "to show a moderator the queue",
        "app_uninstalled": "to forget the workspace's tokens",
        "tokens_revoked": "to notice that a moderator token is gone, and to say so",
    }
)
"""What Slack tells us of, besides clicks, commands and forms."""

EVENTS_PATH = "/slack/events"
"""Where Slack sends events, clicks and commands."""

INSTALL_PATH = "/slack/install"
"""Where an installation begins."""

REDIRECT_PATH = "/slack/oauth_redirect"
"""Where Slack sends the browser once somebody has agreed."""

GRANT_PATH = "/slack/grant"
"""Where an owner or admin grants the moderator token, apart from the installation."""
