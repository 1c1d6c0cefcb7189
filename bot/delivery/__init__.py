"""What is sent out: events to the marketplace's endpoint, at least once, signed, with patience."""

from bot.delivery.several import Telling
from bot.delivery.webhooks import Endpoint, Webhooks
from bot.delivery.worker import Chore, Worker

__all__ = ["Chore", "Endpoint", "Telling", "Webhooks", "Worker"]
