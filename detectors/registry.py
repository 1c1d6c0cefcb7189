"""Every detector, in one tuple: its name and its function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detectors.contacts.email import find_addresses, find_named_apart, find_symbol_addresses
from detectors.contacts.links import find_links
from detectors.contacts.phone import find_phones
from detectors.contacts.services import find_handles

if TYPE_CHECKING:
    from collections.abc import Callable

    from detectors.hits import Hit
    from detectors.normalise import Passage
    from detectors.words import Words

DETECTORS: tuple[tuple[str, Callable[[Passage, Words], list[Hit]]], ...] = (
    ("phone", lambda passage, _: find_phones(passage)),
    ("email", lambda passage, _: find_addresses(passage)),
    ("email_symbols", lambda passage, _: find_symbol_addresses(passage)),
    ("email_named_apart", lambda passage, _: find_named_apart(passage)),
    ("links", lambda passage, _: find_links(passage)),
    ("handles", find_handles),
)
