"""Random bytes from the operating system, drawn many at a time: a system call for each message costs more than AES."""

from __future__ import annotations

import os
from collections import deque

AT_ONCE = 256
"""Pieces drawn together."""


class Draw:
    """Hands out random pieces of one length, each once: to any number of threads, and never again after a fork."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._pieces: deque[bytes] = deque()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._pieces.clear)

    def __call__(self) -> bytes:
        """The next piece."""
        while True:
            try:
                return self._pieces.popleft()  # one step, also between threads
            except IndexError:
                drawn, length = os.urandom(self._length * AT_ONCE), self._length
                self._pieces.extend(drawn[start : start + length] for start in range(0, len(drawn), length))
