"""Where the files of config/ are: beside the source tree, or packed into the wheel."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def config_directory() -> Traversable:
    """The directory that holds `policies/`, `wording.*.toml` and `words.toml`.

    A source tree's own `config/` comes first, so that an edit is seen at the next start; an installed wheel carries
    a copy as `bot/_config` (pyproject.toml, force-include).

    Raises:
        FileNotFoundError: neither is there, so the installation is broken.
    """
    package = files("bot")
    beside = Path(str(package)).parent / "config"
    for directory in (beside, package / "_config"):
        if (directory / "policies").is_dir():
            return directory
    raise FileNotFoundError(f"no config directory at {beside} nor inside the package: install sekimori again")
