"""How an error is logged: its kind and place, never its sentence, which may quote a user."""

import re
from traceback import extract_tb

from telegram.error import TelegramError

QUOTED = re.compile(r'"| [\'\N{LEFT SINGLE QUOTATION MARK}]')


def error_text(error: BaseException) -> str:
    """Return the kinds and places of an error and of what caused it, on one line.

    Telegram's descriptions are kept up to their first quotation.
    """
    kinds = " from ".join(_kind(one) for one in _chain(error))
    if isinstance(error, TelegramError):
        return kinds  # the place is always the library
    frames = extract_tb(error.__traceback__)[-3:]
    places = " > ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{kinds} at {places}" if places else kinds


def _kind(error: BaseException) -> str:
    name = type(error).__name__
    if not isinstance(error, TelegramError):
        return name
    return f"{name} ({QUOTED.split(error.message, maxsplit=1)[0].strip()})"


def _chain(error: BaseException) -> list[BaseException]:
    chain = [error]
    while (cause := chain[-1].__cause__) and cause not in chain:
        chain.append(cause)
    return chain
