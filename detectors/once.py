"""A property that is worked out when it is first asked for.

`functools.cached_property` takes a lock each time until Python 3.12, which costs more than most of the questions here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from functools import cached_property

    once = cached_property
else:

    class once:  # noqa: N801 - it is written like `property`
        """Keeps what its function says in the instance, which then stands before it."""

        def __init__(self, ask: Callable[[Any], Any]) -> None:
            self._ask = ask
            self._name = ask.__name__
            self.__doc__ = ask.__doc__

        def __get__(self, instance: Any, _owner: type) -> Any:
            answer = instance.__dict__[self._name] = self._ask(instance)
            return answer
