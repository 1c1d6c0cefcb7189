"""`sekimori serve`: the guard over HTTP, until Ctrl-C."""

from __future__ import annotations

import asyncio
import errno
import gc
import signal
import socket
import sys
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import TYPE_CHECKING

import uvicorn
from typing_extensions import override

from bot.api.wire import wire_of
from bot.app import Guard, make_asgi, new_id, now
from bot.cli.reloading import on_hangup
from bot.domain.errors import StoreAway
from bot.kept import open_worker
from bot.telemetry import set_up_logging

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from bot.settings import Settings

GARBAGE = (20_000, 10, 10)
"""New containers until the young ones are looked through, and how many such looks until the older ones are."""

GRACE_SECONDS = 5
"""How long calls under way may take to end after Ctrl-C."""


def serve_until_stopped(settings: Settings, *, with_worker: bool = True) -> int:
    """Serve until told to stop; the exit code. What is to be opened is said on standard output."""
    set_up_logging(settings.log_level)
    try:
        listening = listen(settings.host, settings.port)
    except OSError as error:
        sys.stderr.write(f"sekimori: {_why_not(error, settings)}\n")
        return 1
    with listening, asyncio.Runner(loop_factory=_fastest_loop()) as runner:
        try:
            runner.run(_serve(settings, listening, with_worker=with_worker))
        except StoreAway:
            sys.stderr.write("sekimori: the database cannot be reached (SEKIMORI_DATABASE_URL, SEKIMORI_VAR)\n")
            return 1
        except KeyboardInterrupt:
            pass
    return 0


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on `host` and `port`; port 0 takes a free one.

    Raises:
        OSError: the port is taken, or there is no such address.
    """
    family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    return socket.create_server(address[:2], family=family, backlog=1024)


def _why_not(error: OSError, settings: Settings) -> str:
    if error.errno == errno.EADDRINUSE:
        another = settings.port + 1 if settings.port < 65535 else 8000  # noqa: PLR2004 (the last port)
        return f"port {settings.port} is taken; choose another, for example: make run PORT={another}"
    return f"cannot listen on {settings.host} port {settings.port}: {error.strerror}"


class _Server(uvicorn.Server):
    """Uvicorn that leaves the signals to us: its own way of passing them on would cut the closing of the store."""

    @override
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        yield


async def _serve(settings: Settings, listening: socket.socket, *, with_worker: bool) -> None:
    async with Guard(settings) as guard, _worker_beside(guard, with_worker=with_worker):
        interface = make_asgi(guard)
        server = _Server(
            uvicorn.Config(
                interface,
                http=wire_of(interface),
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                ws="none",
                timeout_graceful_shutdown=GRACE_SECONDS,
            )
        )
        if hasattr(signal, "SIGHUP"):
            end = partial(server.handle_exit, signal.SIGHUP, None)
            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, on_hangup(guard, interface, end))
        _collect_rarely()
        sys.stdout.write(_greeting(guard, settings, listening.getsockname()[1]))
        sys.stdout.flush()
        await server.serve([listening])


def _collect_rarely() -> None:
    """Look for garbage in circles less often, and never among what a start makes: it cost a quarter of each message."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)


@asynccontextmanager
async def _worker_beside(guard: Guard, *, with_worker: bool) -> AsyncIterator[None]:
    """The worker, at work until the block is left."""
    if not with_worker:
        yield
        return
    async with open_worker(
        guard.kept, guard.settings, now, new_id, guard.watch_deadlines, guard.slack_duties
    ) as worker:
        stopping = asyncio.Event()
        working = asyncio.create_task(worker.run(stopping), name="sekimori-worker")
        try:
            yield
        finally:
            stopping.set()
            _, unfinished = await asyncio.wait([working], timeout=GRACE_SECONDS)
            for task in unfinished:  # what it holds is sent again when the lease is over
                task.cancel()
            await asyncio.gather(working, return_exceptions=True)


def _greeting(guard: Guard, settings: Settings, port: int) -> str:
    """What to open, and what the start made: calm, and nothing that is not needed."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    lines = ["Sekimori is on guard.", f"  Open       http://{host}:{port}/", f"  Interface  http://{host}:{port}/docs"]
    started = guard.started
    if settings.database_url is None:
        new = " (new)" if started.migrated_from is None else ""
        lines.append(f"  Database   {settings.var / 'sekimori.sqlite3'}{new}")
    if started.made_key_file:
        lines.append(f"  Key        {started.made_key_file} (made just now, readable by you only; back it up)")
    return "\n".join([*lines, "Ctrl-C ends it.", ""])


def _fastest_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """The event loop factory of uvloop where it is installed."""
    try:
        import uvloop  # noqa: PLC0415 (not on every platform)
    except ImportError:
        return None
    return uvloop.new_event_loop
