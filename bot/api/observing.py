"""What is counted of every call: the route, the method, the status and the time. Never an id, never a text."""

from __future__ import annotations

from typing import Protocol

ROUTE = "sekimori.route"
"""Where in an ASGI scope the route that answers is named; other addresses are not told apart."""

ELSEWHERE = "other"
METHODS = frozenset({"GET", "HEAD", "POST", "PUT"})

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
"""Prometheus' text format."""


class Observer(Protocol):
    """Counts calls."""

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """A call was answered with `status` after `seconds`."""

    def text(self) -> bytes:
        """Everything counted, in Prometheus' text format."""
