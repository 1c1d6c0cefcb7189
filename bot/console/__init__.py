"""What people open in a browser. So far the start page, where a message or a short thread can be tried."""

from bot.console.start_page import routes

__all__ = ["routes"]
