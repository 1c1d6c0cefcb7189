"""What people open in a browser: the start page, where a message can be tried, and the members' own pages."""

from bot.console.links import PageLinks
from bot.console.member_page import member_routes
from bot.console.start_page import routes

__all__ = ["PageLinks", "member_routes", "routes"]
