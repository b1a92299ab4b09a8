"""What the owner of a bot may choose, where it is read from, and what is wrong with it."""

from bot.config.faults import WrongConfiguration
from bot.config.schema import Log, Schedule, Settings, Telegram, load

__all__ = ["Log", "Schedule", "Settings", "Telegram", "WrongConfiguration", "load"]
