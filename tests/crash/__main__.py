"""`make crash`: server and worker are killed at random moments under load, and nothing may be lost or done twice.

python -m tests.crash --rounds 20 [--seed N]
"""

import argparse
import random
import sys
import tempfile
from pathlib import Path

from tests.crash.rounds import crash


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=20)
    options.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    asked = options.parse_args()
    sys.stdout.write(f"seed {asked.seed}\n")
    with tempfile.TemporaryDirectory() as directory:
        told = crash(Path(directory), asked.rounds, asked.seed, say=lambda line: sys.stdout.write(f"{line}\n"))
    sys.stdout.write(f"{told}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
