"""What an operator sees of the guard: logs and numbers, without anything a member wrote."""

from bot.telemetry.logs import set_up_logging
from bot.telemetry.metrics import Metrics

__all__ = ["Metrics", "set_up_logging"]
