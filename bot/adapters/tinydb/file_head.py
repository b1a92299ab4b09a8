"""When a user is due, from the first bytes of their file.

Knows how a file begins. Refuses to read on: a start with many users would take minutes.
"""

import re
from datetime import datetime
from pathlib import Path

from bot.adapters.tinydb.due_index import Entry

HEAD_BYTES = 512
HEAD = re.compile(
    rb'\{"meta":\{"1":\{"schema":(?P<schema>[0-9]+),'
    rb'"next_due_at":(?:null|"(?P<at>[0-9TZ:.+-]+)"),'
    rb'"counted_at":"(?P<counted_at>[0-9TZ:.+-]+)",'
)


def entry_in(path: Path, version: int) -> Entry | None:
    """Return when the user of a file of a version is due; None when only the whole file can tell.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        head = HEAD.match(file.read(HEAD_BYTES))
    if head is None or int(head["schema"]) != version:
        return None
    try:
        return Entry(_instant(head["at"]) if head["at"] else None, _instant(head["counted_at"]))
    except ValueError:
        return None


def _instant(text: bytes) -> datetime:
    instant = datetime.fromisoformat(text.decode())
    if instant.tzinfo is None:
        raise ValueError("an instant without a zone")
    return instant
