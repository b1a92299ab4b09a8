"""First names that many people have, so that one of them is no slip of another."""

from functools import cache

from bot.domain.names import fold
from bot.languages.data import shared_file


def is_first_name(typed: str) -> bool:
    """Tell whether a name begins with one that many people have."""
    return fold(typed).split()[:1] != [] and fold(typed).split()[0] in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(shared_file("first_names.txt").read_text(encoding="utf-8").split())
