"""Seal what members wrote before it is kept: AES-GCM, bound to its row; equality by a keyed hash."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.store.chance import Draw

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

KEY_BYTES = 32
NONCE_BYTES = 12
"""Drawn at random: NIST SP 800-38D allows 2³² seals under one key, then rotate."""


class BrokenSealError(Exception):
    """The bytes were changed, belong to another row, or were sealed with a key that is not on the ring."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The keys by id, the id of the one that seals, and the key of the hash. None of them is ever shown."""

    sealing: Mapping[str, bytes] = field(repr=False)
    current: str
    digest: bytes = field(repr=False)
    is_generated: bool = False


class Sealer:
    """Seals and opens bytes.

    What is kept is: length of the key's id (1 byte), the id, the nonce (12 bytes), the ciphertext with its tag. Table,
    row and key id are bound as associated data, so a sealed value does not open in another row. `head`, id and length,
    begins whatever is sealed now. For a key it does not know the ring is read again, once a time.
    """

    def __init__(self, ring: KeyRing, read_again: Callable[[], KeyRing] | None = None) -> None:
        self._read_again = read_again
        self._nonce = Draw(NONCE_BYTES)
        self.use(ring)

    def use(self, ring: KeyRing) -> None:
        """From now on seal with this ring's current key, and open with any of its keys."""
        self._ciphers = {key_id: AESGCM(key) for key_id, key in ring.sealing.items()}
        self._current = ring.current
        self.head = bytes([len(ring.current)]) + ring.current.encode()
        self._inner, self._outer = _hmac_begun(ring.digest)

    def seal(self, plain: bytes, table: str, row: str) -> bytes:
        """`plain`, readable only with the key and only as this row of this table."""
        nonce = self._nonce()
        sealed = self._ciphers[self._current].encrypt(nonce, plain, _bound(table, row, self._current))
        return self.head + nonce + sealed

    def open(self, sealed: bytes, table: str, row: str) -> bytes:
        """What was sealed.

        Raises:
            BrokenSealError: it does not open here.
        """
        end = 1 + sealed[0]
        key_id = sealed[1:end].decode("ascii", "replace")
        cipher = self._ciphers.get(key_id)
        if cipher is None and self._read_again:  # another process rotates
            self.use(self._read_again())
            cipher = self._ciphers.get(key_id)
        if cipher is None:
            raise BrokenSealError(f"no key {key_id!r} on the ring")
        try:
            nonce, body = sealed[end : end + NONCE_BYTES], sealed[end + NONCE_BYTES :]
            return cipher.decrypt(nonce, body, _bound(table, row, key_id))
        except InvalidTag:
            raise BrokenSealError(f"{table} row does not open") from None

    def fingerprint(self, *parts: str) -> bytes:
        """A keyed hash, equal for equal parts: 32 bytes that tell nothing without the key."""
        told = b"".join([len(part).to_bytes(4, "big") + part.encode("utf-8", "surrogatepass") for part in parts])
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(told)
        outer.update(inner.digest())
        digest: bytes = outer.digest()
        return digest


def _hmac_begun(key: bytes) -> tuple[Any, Any]:
    """HMAC-SHA256 (RFC 2104) with the key already in: begun once, copied for each hash, at half the price."""
    block = key.ljust(hashlib.sha256().block_size, b"\0")
    inner, outer = (hashlib.sha256(bytes([byte ^ pad for byte in block])) for pad in (0x36, 0x5C))
    return inner, outer


def _bound(table: str, row: str, key_id: str) -> bytes:
    return f"{table}\0{row}\0{key_id}".encode()
