"""Share a batch among processes: one conversation always goes to the same one, answers come back in order."""

from __future__ import annotations

import json
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING
from zlib import crc32

from bot.flows.scan_lines import Answer, Batch, Line, Terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from bot.policy.rulebook import Rulebook

CHUNK = 1_000
"""Lines handed out at a time."""

AHEAD = 4
"""Chunks under way at once: enough to keep every process busy, few enough to hold in memory."""

_batch: Batch


def _begin(rulebook: Rulebook, terms: Terms) -> None:
    """Set up a process: it keeps its conversations from chunk to chunk."""
    global _batch  # noqa: PLW0603 (a process of its own, with one batch)
    _batch = Batch(rulebook, terms)


def _answers(lines: list[Line]) -> list[Answer]:
    return [_batch.answer(line) for line in lines]


def answers_in_parallel(lines: Iterable[Line], rulebook: Rulebook, terms: Terms, jobs: int) -> Iterator[Answer]:
    """The answers to `lines`, in their order, worked out by `jobs` processes."""
    context = get_context("spawn")
    with ExitStack() as running:
        workers = [
            running.enter_context(
                ProcessPoolExecutor(1, mp_context=context, initializer=_begin, initargs=(rulebook, terms))
            )
            for _ in range(jobs)
        ]
        under_way: deque[list[tuple[list[int], Future[list[Answer]]]]] = deque()
        source = iter(lines)
        while chunk := list(islice(source, CHUNK)):
            shares: list[list[int]] = [[] for _ in workers]
            for place, line in enumerate(chunk):
                shares[_share(line.raw, jobs)].append(place)
            under_way.append(
                [
                    (share, worker.submit(_answers, [chunk[place] for place in share]))
                    for share, worker in zip(shares, workers, strict=True)
                    if share
                ]
            )
            if len(under_way) == AHEAD:
                yield from _in_order(under_way.popleft())
        for parts in under_way:
            yield from _in_order(parts)


def _share(raw: bytes, jobs: int) -> int:
    """Which process a line goes to, by its conversation; an unreadable one may go anywhere."""
    try:
        return crc32(json.loads(raw)["conversation_id"].encode()) % jobs
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return 0


def _in_order(parts: list[tuple[list[int], Future[list[Answer]]]]) -> Iterator[Answer]:
    placed = [pair for places, answers in parts for pair in zip(places, answers.result(), strict=True)]
    placed.sort(key=lambda pair: pair[0])
    return (answer for _, answer in placed)
