"""What Telegram does to any text: UTF-16 lengths and cleaning."""

import re
from typing import Any

MESSAGE_LIMIT = 4096
CAPTION_LIMIT = 1024

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]")
_FOUND = re.compile(
    r"(?<![\w/<>.])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?!\w)"
    r"|(?P<url>\bhttps?://[^\s<>\"]*[^\s<>\".,;:!?')\]])"
    r"|(?<![\w@.])(?P<mention>@[A-Za-z]\w{3,31})\b"
)

Json = dict[str, Any]
"""An object as it stands in JSON."""


def length(text: str) -> int:
    """Return how long Telegram finds a text: its UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cleaned(text: str) -> str:
    """Return a text without control characters except newline and tab, as Telegram keeps it."""
    if text.isprintable():
        return text
    return _CONTROLS.sub("", text.replace("\r\n", "\n"))


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Return a text without white space around it, its entities moved and cut to fit.

    Args:
        text: cleaned text.
        entities: with offsets and lengths in UTF-16 code units.
    """
    kept = text.strip()
    if len(kept) == len(text) or not entities:
        return kept, entities
    cut, end = length(text[: len(text) - len(text.lstrip())]), length(kept)
    moved = []
    for entity in entities:
        start = entity["offset"] - cut
        stop = min(start + entity["length"], end)
        start = max(start, 0)
        if stop > start:
            moved.append({**entity, "offset": start, "length": stop - start})
    return kept, moved


def found(text: str, taken: list[Json]) -> list[Json]:
    """Return the commands, addresses and mentions in a text that no entity covers yet.

    Args:
        text: cleaned and trimmed.
        taken: entities somebody marked; nothing is looked for inside code and links.
    """
    if "/" not in text and "@" not in text:
        return []
    spans = [(one["offset"], one["length"]) for one in taken]
    entities: list[Json] = []
    for match in _FOUND.finditer(text):
        start, size = length(text[: match.start()]), length(match.group())
        if not any(start < at + long and at < start + size for at, long in spans):
            kind = match.lastgroup or ""
            entities.append({"type": kind, "offset": start, "length": size})
    return entities


def pieces(text: str) -> list[str]:
    """Return what a Telegram client makes of a long text: parts of at most 4096 code units."""
    parts = [""]
    room = MESSAGE_LIMIT
    for character in text:
        size = length(character)
        if size > room:
            parts.append("")
            room = MESSAGE_LIMIT
        parts[-1] += character
        room -= size
    return parts
