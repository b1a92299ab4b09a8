"""The command line: its words, what they start, and how it all ends."""

from bot.cli.main import main, program

__all__ = ["main", "program"]
