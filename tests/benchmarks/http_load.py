"""`make bench-http`: POST /v1/messages, every verdict on the disk, beside an empty route on the same core.

Both servers on one core; wrk, the paced load and PostgreSQL on another; the mix of `make bench`; SQLite
(synchronous=FULL) and PostgreSQL (synchronous_commit=on). Short runs of both in turn, so that what else the machine
does falls on both. Prints the medians: messages a second, the ratio, the 99th percentile at full and at half load.
"""

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.messages import mix
from tests.cli.commands import environment
from tests.databases import new_postgres_url, postgres_server

SERVER_CORE, LOAD_CORE = 0, 1
FULL = 64
"""Connections at once."""

ROUNDS = 3

GOAL_RATIO, GOAL_P99 = 0.40, 4.0


class Result(NamedTuple):
    a_second: float
    p99_ms: float
    errors: int
    cpu_us: float = 0.0
    """Of the server's core, for each message: what other work on the machine moves least."""


class Server(NamedTuple):
    url: str
    pid: int


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=int, default=5, help="of each run")
    options.add_argument("--only", choices=["sqlite", "postgresql"])
    asked = options.parse_args()
    if not shutil.which("wrk"):
        sys.stderr.write("make bench-http needs wrk: apt-get install wrk\n")
        return 1
    os.sched_setaffinity(0, {LOAD_CORE})  # and with it whatever is started here but the servers
    with tempfile.TemporaryDirectory() as name:
        compare(Path(name), asked.seconds, asked.only)
    return 0


def compare(directory, seconds, only):
    bodies = directory / "bodies.txt"
    texts, source = mix()
    bodies.write_text("".join(json.dumps({"text": text}, ensure_ascii=False)[1:] + "\n" for text in texts))
    sys.stdout.write(f"messages: {source}; {FULL} connections; one core for the server; medians of {ROUNDS} runs\n")
    sys.stdout.write("a flush to the disk: {:.1f} ms, p99 {:.1f} ms\n".format(*flushing(directory)))
    if only != "postgresql":
        measured("SQLite", f"sqlite:///{directory / 'bench.sqlite3'}", directory, bodies, seconds)
    if only != "sqlite":
        with postgres_server(directory / "postgres"):
            measured("PostgreSQL", fresh_postgres(directory / "postgres"), directory, bodies, seconds)


def measured(name, database_url, directory, bodies, seconds):
    with empty_route() as empty_one, guard(directory, database_url) as one:
        for each in (empty_one, one):
            run(each, bodies, 3)
        rounds = [(run(empty_one, bodies, seconds), run(one, bodies, seconds)) for _ in range(ROUNDS)]
        empty, full = (middle(results) for results in zip(*rounds, strict=True))
        rate = full.a_second / 2
        rounds = [(paced(empty_one, bodies, rate, seconds), paced(one, bodies, rate, seconds)) for _ in range(ROUNDS)]
        empty_half, half = (middle(results) for results in zip(*rounds, strict=True))
    tell("empty route", empty)
    tell(f"guard on {name}", full)
    tell("  at half its load", half)
    tell("  empty route, same", empty_half)
    ratio, slower = full.a_second / empty.a_second, full.p99_ms / max(half.p99_ms, 0.001)
    sys.stdout.write(
        f"    {ratio:.0%} of the empty route (goal {GOAL_RATIO:.0%}), "
        f"{empty.cpu_us / full.cpu_us:.0%} by the time of the core; "
        f"p99 {slower:.1f} times that at half load (goal {GOAL_P99:.0f})\n"
    )


def flushing(directory):
    """What the disk takes by itself: median and 99th percentile of a flush, in milliseconds."""
    took = []
    with (directory / "flushed").open("wb", buffering=0) as file:
        for _ in range(200):
            file.write(bytes(40_000))
            began = time.perf_counter()
            os.fdatasync(file.fileno())
            took.append((time.perf_counter() - began) * 1000)
    took.sort()
    return took[100], took[198]


def middle(results):
    """The medians, and every error."""
    speeds, p99s, errors, cpus = zip(*results, strict=True)
    return Result(median(speeds), median(p99s), sum(errors), median(cpus))


def tell(name, result):
    sys.stdout.write(
        f"{name:<20} {result.a_second:8,.0f} a second   p99 {result.p99_ms:6.1f} ms   "
        f"{result.cpu_us:4.0f} µs each   {result.errors} errors\n"
    )
    sys.stdout.flush()


def fresh_postgres(directory):
    import asyncio  # noqa: PLC0415 (only here)

    return asyncio.run(new_postgres_url(directory))


def run(server, bodies, seconds):
    """One run of wrk: as many as are answered."""
    command = ["wrk", "-t1", f"-c{FULL}", f"-d{seconds}s", "--timeout", "10s"]
    script = str(Path(__file__).with_suffix(".lua"))
    return result_of(server, [*command, "-s", script, f"{server.url}/v1/messages", "--", str(bodies)])


def paced(server, bodies, rate, seconds):
    """One run at a steady rate."""
    command = [sys.executable, "-m", "tests.benchmarks.paced"]
    return result_of(server, [*command, f"{server.url}/v1/messages", str(bodies), str(rate), str(seconds)])


def result_of(server, command):
    before = core_seconds(server.pid)
    seeded = environment() | {"LOAD_SEED": str(time.monotonic_ns())}
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=seeded).stdout
    requests, microseconds, p99, errors = map(int, said.rpartition("RESULT ")[2].split())
    spent = (core_seconds(server.pid) - before) / max(requests, 1) * 1e6
    return Result(requests / microseconds * 1e6, p99 / 1000, errors, spent)


def core_seconds(pid):
    """What a process has used of the processor so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def empty_route():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with served([sys.executable, "-m", "tests.benchmarks.empty_route", str(port)], None, environment()) as process:
        wait_for(port, "/")
        yield Server(f"http://127.0.0.1:{port}", process.pid)


@contextmanager
def guard(directory, database_url):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = {
        "SEKIMORI_DATABASE_URL": database_url,
        "SEKIMORI_BLOCK_BRAKE": "0",
        "SEKIMORI_CALLS_PER_SECOND": "1000000",
    }
    command = [sys.executable, "-m", "bot", "serve", "--port", str(port), "--no-worker"]
    with served(command, directory, environment(**settings)) as process:
        wait_for(port, "/readyz")
        first_message(f"http://127.0.0.1:{port}/v1/messages")
        yield Server(f"http://127.0.0.1:{port}", process.pid)


@contextmanager
def served(command, directory, given):
    process = subprocess.Popen(
        ["taskset", "-c", str(SERVER_CORE), *command], stdout=subprocess.DEVNULL, cwd=directory, env=given
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


def first_message(url):
    """What detectors load at first use is loaded when this is answered."""
    message = {"message_id": "0", "conversation_id": "0", "sender_id": "0", "text": "090-1234-5678 taro@example.jp"}
    body, kind = json.dumps(message).encode(), {"content-type": "application/json"}
    urllib.request.urlopen(urllib.request.Request(url, body, kind), timeout=60).close()


def wait_for(port, path):
    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=2).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(path)


if __name__ == "__main__":
    sys.exit(main())
