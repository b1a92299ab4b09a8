"""Where somebody in need reaches a human being, by country."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.languages.data import shared


@dataclass(frozen=True, slots=True)
class Helpline:
    """One way to reach a human being: a number to call, one to text a word to, or a web address."""

    name: str
    call: str = ""
    text: str = ""
    word: str = ""
    web: str = ""


@dataclass(frozen=True, slots=True)
class Helplines:
    """What helps in one country; ``emergency`` is empty where the number is not known."""

    emergency: str
    lines: Sequence[Helpline]


@cache
def helplines_in(country: str | None) -> Helplines:
    """Return what helps in an ISO 3166 country, or wherever the country is not known."""
    data = shared("helplines.toml")
    if country in data["in"]:
        return _helplines(data["in"][country])
    known = country in data["elsewhere_with_112"]["countries"]
    return _helplines(data["elsewhere_with_112" if known else "elsewhere"])


def _helplines(found: dict[str, Any]) -> Helplines:
    lines = tuple(Helpline(**line) for line in found["lines"])
    return Helplines(found.get("emergency", ""), lines)
