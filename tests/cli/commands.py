"""The command: in this process where that shows the same, or for real in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from typer.testing import CliRunner

from bot.cli import cli

ROOT = Path(__file__).parents[2]


class Run(NamedTuple):
    returncode: int
    stdout: bytes
    stderr: bytes


def sekimori(*arguments, given=b"", **more):
    """The command as called with these arguments, environment and standard input."""
    raw = given.encode() if isinstance(given, str) else given
    result = CliRunner().invoke(cli, [*map(str, arguments)], input=raw, env={"LANG": "C.UTF-8"} | more)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Run(result.exit_code, result.stdout_bytes, result.stderr_bytes)


def environment(**more):
    """This process's own, without settings and without this repository's `.env`."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("SEKIMORI_") and name != "PORT"}
    return plain | {"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", **more}


def sekimori_alone(*arguments, given=b"", cwd=None, **more):
    """The same in a process of its own."""
    command = [sys.executable, "-m", "bot", *map(str, arguments)]
    run = subprocess.run(
        command, input=given, capture_output=True, check=False, cwd=cwd or ROOT, timeout=60, env=environment(**more)
    )
    return Run(run.returncode, run.stdout, run.stderr)
