"""SIGHUP: load policy, wording and words anew without a restart. A file that cannot be used changes nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import structlog

from bot.domain.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.app import Guard, Interface

SAID = 200
"""Characters of a complaint that go into the log."""


def on_hangup(guard: Guard, interface: Interface, end: Callable[[], None]) -> Callable[[], None]:
    """What to do when a hang-up signal arrives: load anew, or `end` when it is the terminal that closed."""
    was_at_a_terminal = _is_at_a_terminal()

    def hung_up() -> None:
        if was_at_a_terminal and not _is_at_a_terminal():
            end()
            return
        log, before = structlog.get_logger("bot.policy"), guard.rulebook.policy.version
        try:
            interface.reload()
        except ConfigError as error:
            log.error("new rules not usable; the rules before stay in use", policy=before, problem=str(error)[:SAID])  # noqa: TRY400
        else:
            log.info("rules loaded", policy=guard.rulebook.policy.version, before=before)

    return hung_up


def _is_at_a_terminal() -> bool:
    try:
        os.close(os.open("/dev/tty", os.O_RDWR))
    except OSError:
        return False
    return True
