"""What is kept: one code for SQLite and PostgreSQL, commits in groups, content sealed."""

from bot.store.keys import load_keys
from bot.store.sealing import KeyRing, Sealer
from bot.store.store import Store

__all__ = ["KeyRing", "Sealer", "Store", "load_keys"]
