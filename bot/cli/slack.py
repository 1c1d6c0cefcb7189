"""`sekimori slack`: Socket Mode with the worker beside it, until Ctrl-C."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from bot.app import Guard, new_id, now
from bot.domain.errors import StoreAway
from bot.kept import open_worker
from bot.telemetry import set_up_logging

if TYPE_CHECKING:
    from bot.settings import Settings


def listen_until_stopped(settings: Settings) -> int:
    """Listen until told to stop; the exit code."""
    set_up_logging(settings.log_level)
    try:
        asyncio.run(_listen(settings))
    except StoreAway:
        sys.stderr.write("sekimori: the database cannot be reached (SEKIMORI_DATABASE_URL, SEKIMORI_VAR)\n")
        return 1
    except KeyboardInterrupt:
        pass
    return 0


async def _listen(settings: Settings) -> None:
    stopping = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows
            asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    async with (
        Guard(settings) as guard,
        open_worker(guard.kept, settings, now, new_id, guard.watch_deadlines, guard.slack_duties) as worker,
    ):
        working = asyncio.create_task(worker.run(stopping), name="sekimori-worker")
        sys.stdout.write("Listening to Slack by Socket Mode.\nCtrl-C ends it.\n")
        sys.stdout.flush()
        try:
            await guard.listen_by_socket(stopping)
        finally:
            stopping.set()
            await working
