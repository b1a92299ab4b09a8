"""What the owner of a bot may choose, where it is read from, and what is wrong with it."""

from bot.config.faults import WrongConfiguration
from bot.config.schema import Drafts, Log, Model, Schedule, Settings, Telegram, load

__all__ = [
    "Drafts",
    "Log",
    "Model",
    "Schedule",
    "Settings",
    "Telegram",
    "WrongConfiguration",
    "load",
]
