"""The words a policy file chooses from for what follows after a message: publication, reveal, the steps of a ladder."""

from __future__ import annotations

from enum import StrEnum


class Publication(StrEnum):
    """When the other side sees a message with a disclosure request."""

    PROVISIONAL = "provisional"
    """At filing; hidden again if the request is denied."""
    AFTER_APPROVAL = "after_approval"


class Reveal(StrEnum):
    """When the sides of a mutual request see each other's data."""

    ON_SEND = "on_send"
    """The sender's at sending, the other's at agreeing."""
    WHEN_BOTH = "when_both"


class Step(StrEnum):
    """What a strike leads to."""

    WARNING = "warning"
    LIMIT = "limit"
    """A second warning; a messaging limit of 24 hours is proposed to the marketplace."""
    SUSPENSION = "suspension"
    """A suspension is proposed; a lead confirms before the marketplace hears of it."""
