"""Messages at a steady rate, whatever the server does: `python -m tests.benchmarks.paced URL BODIES RATE SECONDS`.

wrk sends as fast as it is answered, so a slow answer delays what would show it. Here each message has its moment, and
its latency counts from there. It runs on uvloop: asyncio's own loop cannot keep the pace of half of what the guard
carries by now, and the delays of the load would count as the server's. Prints messages a second, the 99th percentile
in microseconds, and the errors.
"""

import asyncio
import gc
import sys
import time
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import uvloop

CONNECTIONS = 64
CONVERSATIONS, EACH = 500, 8
"""Conversations at a time, and messages of each, as in http_load.lua."""


def main():
    url, bodies, rate, seconds = sys.argv[1:]
    gc.disable()
    lines = Path(bodies).read_bytes().splitlines()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        latencies, errors, took = runner.run(paced(url, lines, float(rate), int(seconds)))
    latencies.sort()
    p99 = latencies[int(len(latencies) * 0.99)] if latencies else 0.0
    sys.stdout.write(f"RESULT {len(latencies)} {took * 1e6:.0f} {p99 * 1e6:.0f} {errors}\n")


async def paced(url, bodies, rate, seconds):
    address = urlsplit(url)
    seed, numbers, total = f"p{time.monotonic_ns()}", count(), int(rate * seconds)
    latencies, errors = [], 0
    began = time.perf_counter()

    async def caller():
        nonlocal errors
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        while (number := next(numbers)) < total:
            due = began + number / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            writer.write(request(address.path, seed, number, bodies))
            errors += not await answered(reader)
            latencies.append(time.perf_counter() - due)
        writer.close()

    await asyncio.gather(*[caller() for _ in range(CONNECTIONS)])
    return latencies, errors, time.perf_counter() - began


def request(path, seed, number, bodies):
    at_once = CONVERSATIONS * EACH
    conversation = number // at_once * CONVERSATIONS + number * 7919 % CONVERSATIONS
    ids = (
        f'{{"message_id":"{seed}-{number}","conversation_id":"{seed}-c{conversation}","sender_id":"u{number % 2}",'
    ).encode()
    body = ids + bodies[number % len(bodies)]
    head = (
        f"POST {path} HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def answered(reader):
    """Whether the answer is a 200; it is read to its end."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = head.partition(b"content-length:")[2].partition(b"\r\n")[0]
    await reader.readexactly(int(length))
    return head.startswith(b"http/1.1 200")


if __name__ == "__main__":
    main()
