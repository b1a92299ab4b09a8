"""Who tries the bot out; knows the page's people and three they might add, refuses to add them."""

import json
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((files("bot.tryout") / "static" / name).read_text("utf-8"))
    return content


PEOPLE: Mapping[int, str] = MappingProxyType(
    {int(user_id): name for user_id, name in _read("people.json").items()}
)
"""Those one can be on the chat page, name by Telegram id; a try-out lets them in."""
LANGUAGES = frozenset(_read("words.json"))
"""The codes of the languages that the page itself is written in."""


def sample_commands(language_code: str) -> list[str]:
    """Return three ``/add`` commands as a person would type them.

    Args:
        language_code: ``en``, ``nb`` or ``sv``; any other gives English.
    """
    words = _read("words.json")
    return list(words.get(language_code, words["en"])["sample_commands"])
