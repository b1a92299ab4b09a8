"""``python -m bot`` is ``hei``."""

from bot.cli import program

program()
