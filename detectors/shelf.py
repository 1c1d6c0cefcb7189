"""Where compiled patterns are kept from one process to the next: compiling takes seconds, reading them milliseconds.

The only file of this package that touches a disk; what a scan finds does not depend on it. Nothing of any message is kept,
and where nothing can be kept the patterns are compiled anew.
"""

from __future__ import annotations

import hashlib
import os
import platform
import tempfile
from importlib.metadata import version
from pathlib import Path

import hyperscan

_VERSION = version("hyperscan")
#: Kept files that nobody asked for so long are of another version, in seconds.
_STALE = 90 * 24 * 3600


def compiled(patterns: list[tuple[bytes, int, int]]) -> hyperscan.Database:
    """A database of (pattern, id, flags), read if it was compiled before on this machine."""
    name = hashlib.sha256(repr((_VERSION, platform.machine(), patterns)).encode()).hexdigest()
    folder = _folder()
    path = folder / name if folder else None
    if path and (database := _read(path)):
        return database
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    expressions, ids, flags = zip(*patterns, strict=True)
    database.compile(expressions=list(expressions), ids=list(ids), elements=len(patterns), flags=list(flags))
    if path:
        _keep(path, hyperscan.dumpb(database))
    return database


def _folder() -> Path | None:
    """A folder that is ours alone, or None: what lies in another's could be made to crash or to find nothing."""
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        folder = (Path(base) if base else Path.home() / ".cache") / "sekimori"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        known = folder.lstat()
    except (OSError, RuntimeError):  # no room, or no home
        return None
    ours = not hasattr(os, "getuid") or (known.st_uid == os.getuid() and not known.st_mode & 0o022)
    return folder if ours and folder.is_dir() and not folder.is_symlink() else None


def _read(path: Path) -> hyperscan.Database | None:
    try:
        data = path.read_bytes()
        digest, kept = data[:32], data[32:]
        if hashlib.sha256(kept).digest() != digest:
            return None
        database = hyperscan.loadb(kept, hyperscan.HS_MODE_BLOCK)
        database.scratch = hyperscan.Scratch(database)
    except (OSError, hyperscan.error):  # cut short, or for another processor
        return None
    return database


def _keep(path: Path, data: bytes) -> None:
    """Whole or not at all: another process may read at the same moment."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(hashlib.sha256(data).digest() + data)
        Path(file.name).replace(path)
        newest = path.stat().st_mtime
        for other in path.parent.iterdir():
            if newest - other.stat().st_mtime > _STALE:
                other.unlink(missing_ok=True)
    except OSError:
        return
