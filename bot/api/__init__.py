"""The interface over HTTP, /v1: for the marketplace's engineers. It translates and calls; it decides nothing."""

from bot.api.application import make_api
from bot.api.callers import Admission, Callers
from bot.api.straight import Straight

__all__ = ["Admission", "Callers", "Straight", "make_api"]
