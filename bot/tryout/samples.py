"""Who tries the bot out; knows the page's people and three they might add, refuses to add them."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((files("bot.tryout") / "static" / name).read_text("utf-8"))
    return content


@cache
def page_people() -> Mapping[int, str]:
    """Return those one can be on the chat page, name by Telegram id."""
    return MappingProxyType({int(key): name for key, name in _read("people.json").items()})


@cache
def page_languages() -> frozenset[str]:
    """Return the codes of the languages that the page itself is written in."""
    return frozenset(_read("words.json"))


def sample_commands(language_code: str) -> list[str]:
    """Return three ``/add`` commands as a person would type them.

    Args:
        language_code: ``en``, ``nb`` or ``sv``; any other gives English.
    """
    words = _read("words.json")
    return list(words.get(language_code, words["en"])["sample_commands"])
