"""Whether the other side sees a message now."""

from __future__ import annotations

from enum import StrEnum


class Delivery(StrEnum):
    """What became of a message after its verdict."""

    SHOWN = "shown"
    PROVISIONAL = "provisional"
    """Shown until a disclosure request is decided."""
    WITHHELD = "withheld"
    """Never shown so far."""
    HIDDEN = "hidden"
    """Shown once, and not any more."""

    @property
    def is_visible(self) -> bool:
        """Whether the other side sees it."""
        return self in {Delivery.SHOWN, Delivery.PROVISIONAL}
