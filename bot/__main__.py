"""The `sekimori` command, as `python -m bot`."""

from bot.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
