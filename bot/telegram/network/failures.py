"""What an error of Telegram's means for the message that met it."""

from datetime import timedelta
from enum import Enum, auto

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
NOBODY_THERE = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")
UNCHANGED = ("message is not modified",)
NOT_EDITABLE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message identifier is not specified",
)
STALE_QUERY = ("query is too old", "query id is invalid", "query_id_invalid")


class Fate(Enum):
    """What became of a message that met an error."""

    GONE = auto()
    """Nobody reads this chat: blocked, deleted, or never started."""
    HELD = auto()
    """Too many at once: this chat waits as long as Telegram says."""
    NOT_ARRIVED = auto()
    """It surely did not arrive; later it may."""
    UNKNOWN = auto()
    """It may have arrived: it is not repeated."""
    REFUSED = auto()
    """Telegram does not take it as it is; the same again would be refused again."""


def fate_of(error: TelegramError) -> Fate:
    """Return what an error says about the message that met it."""
    match error:
        case RetryAfter():
            return Fate.HELD
        case Forbidden():
            return Fate.GONE
        case BadRequest():
            return Fate.GONE if says(error, NOBODY_THERE) else Fate.REFUSED
        case ChatMigrated():
            return Fate.REFUSED
        case NetworkError():
            return _fate_on_the_way(error)
        case _:
            return Fate.NOT_ARRIVED if error.__cause__ is None else Fate.UNKNOWN


def says(error: TelegramError, sentences: tuple[str, ...]) -> bool:
    """Tell whether Telegram's description holds one of these sentences, in lower case."""
    description = error.message.lower()
    return any(sentence in description for sentence in sentences)


def held_for(error: RetryAfter) -> float:
    """Return the seconds that Telegram asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _fate_on_the_way(error: NetworkError) -> Fate:
    """Tell an answer of status 5xx and a refused connection from a connection that broke."""
    cause = error.__cause__
    if isinstance(cause, NEVER_LEFT):
        return Fate.NOT_ARRIVED
    if isinstance(error, TimedOut):
        return Fate.UNKNOWN
    return Fate.NOT_ARRIVED if cause is None or isinstance(cause, TelegramError) else Fate.UNKNOWN
