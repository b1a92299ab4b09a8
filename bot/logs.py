"""The log: lines of text or JSON on stderr, without tokens and without what users wrote.

Knows formats and what must not stand in them.
"""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from traceback import format_tb
from typing import TextIO

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")
HIDDEN = "[token]"
QUIET = {
    "httpx": logging.WARNING,  # the address of each call, in which the token stands
    "httpcore": logging.WARNING,
    "telegram": logging.WARNING,  # every call with its texts
    "apscheduler": logging.ERROR,  # every beat, and that a long one makes others wait
}
"""Libraries that tell too much, and from which level they are heard."""


def set_up(level: str, form: str, token: str | None = None, stream: TextIO | None = None) -> None:
    """Send every record to stderr, redacted.

    Args:
        level: the least level that is written.
        form: ``text`` or ``json``.
        token: the configured token, hidden even if it looks like none.
        stream: where to instead of stderr.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines() if form == "json" else logging.Formatter(TEXT))
    handler.addFilter(Redacting(token))
    root = logging.getLogger()
    for former in list(root.handlers):
        if any(isinstance(one, Redacting) for one in former.filters):
            root.removeHandler(former)
    root.addHandler(handler)
    root.setLevel(level.upper())
    for name, least in QUIET.items():
        logging.getLogger(name).setLevel(least)


TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class JsonLines(logging.Formatter):
    """One JSON object a line: time (ISO 8601, UTC), level, logger, message, error if any."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_text:
            line["error"] = record.exc_text
        return json.dumps(line, ensure_ascii=False)


class Redacting(logging.Filter):
    """Takes tokens out of a record, and what a library or an error may quote from users.

    Of an error remain its kind and its places: its sentence may hold what a user typed.
    python-telegram-bot hands whole updates over as arguments; its records lose them.
    """

    def __init__(self, token: str | None = None) -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact a record in place; none is dropped."""
        is_foreign = record.name.partition(".")[0] == "telegram"
        said = str(record.msg) if is_foreign else record.getMessage()
        record.msg, record.args = self._redacted(said), ()
        if record.exc_info and record.exc_info[1]:
            record.exc_text = self._redacted(_trace(record.exc_info[1]))
        elif record.exc_text:
            record.exc_text = self._redacted(record.exc_text)
        record.exc_info = None
        if record.stack_info:
            record.stack_info = self._redacted(record.stack_info)
        return True

    def _redacted(self, text: str) -> str:
        if self._token:
            text = text.replace(self._token, HIDDEN)
        return TOKEN.sub(HIDDEN, text)


def _trace(error: BaseException) -> str:
    """Return where an error and its causes were raised, without their sentences."""
    lines = format_tb(error.__traceback__)
    reason = f" ({error.strerror})" if isinstance(error, OSError) and error.strerror else ""
    lines.append(f"{type(error).__name__}{reason}")
    if error.__cause__:
        lines.append(f"\ncaused by\n{_trace(error.__cause__)}")
    return "".join(lines)
