"""What was read lately, so that it need not be read again."""

from __future__ import annotations

from typing import Generic, TypeVar

Value = TypeVar("Value")


class Memory(Generic[Value]):
    """At most `size` values by name; the one that was used least recently is forgotten first."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._values: dict[str, Value] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def get(self, name: str) -> Value | None:
        """The value, which counts as used now; None if it is not remembered."""
        if name not in self._values:
            return None
        value = self._values[name] = self._values.pop(name)
        return value

    def keep(self, name: str, value: Value) -> None:
        """Remember a value."""
        self._values.pop(name, None)
        self._values[name] = value
        if len(self._values) > self._size:
            del self._values[next(iter(self._values))]

    def forget(self, name: str) -> None:
        """Forget it, if it is there."""
        self._values.pop(name, None)
