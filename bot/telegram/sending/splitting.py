"""Telegram's HTML in parts that fit, no tag and no entity cut in two."""

import re
from dataclasses import dataclass, field

from bot.telegram.sending.cleaning import units

LIMIT = 4096
"""UTF-16 code units in one message; tags are counted too, which is on the safe side."""
TOKEN = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)[^<>]*>|&#?\w+;|.", re.DOTALL)


def split(html: str, limit: int = LIMIT) -> tuple[str, ...]:
    """Return a text in parts of at most ``limit`` units, none of them blank.

    It is cut behind a line end, else behind a space, else where it must be; never inside a tag or
    an entity. Tags open at a cut are closed there and opened again.
    """
    if units(html) <= limit:
        return (html,)
    tokens = [_Token.of(match) for match in TOKEN.finditer(html)]
    parts: list[str] = []
    start = 0
    opened: Opened = ()
    while start < len(tokens):
        part = _Part(limit, opened)
        end = part.take(tokens, start)
        parts.append(part.text(tokens[start:end]))
        start, opened = end, part.opened
    return tuple(part for part in parts if _is_seen(part))


def _is_seen(part: str) -> bool:
    return any(not match["name"] and not match[0].isspace() for match in TOKEN.finditer(part))


@dataclass(frozen=True, slots=True)
class _Token:
    """A tag, an entity or a character; ``name`` and ``end`` are of a tag only."""

    text: str
    name: str = ""
    end: bool = False

    @classmethod
    def of(cls, match: re.Match[str]) -> "_Token":
        return cls(match[0], match["name"] or "", bool(match["end"]))


Opened = tuple[_Token, ...]


def _after(opened: Opened, token: _Token) -> Opened:
    """Return the tags open behind a token."""
    if not token.name:
        return opened
    if not token.end:
        return (*opened, token)
    return opened[:-1] if opened and opened[-1].name == token.name else opened


@dataclass(slots=True)
class _Part:
    """One part in the making: how much fits, and where it is best cut."""

    limit: int
    opened: Opened
    before: Opened = field(init=False)

    def __post_init__(self) -> None:
        self.before = self.opened

    def take(self, tokens: list[_Token], start: int) -> int:
        """Return the index behind the last token of this part, and keep what is open there."""
        length = sum(units(tag.text) for tag in self.opened)
        cuts: dict[str, tuple[int, Opened]] = {}
        for index in range(start, len(tokens)):
            token = tokens[index]
            opened = _after(self.opened, token)
            length += units(token.text)
            if length + sum(len(tag.name) + 3 for tag in opened) > self.limit and index > start:
                return self._cut(cuts, index)
            self.opened = opened
            if token.text in {"\n", " "}:
                cuts[token.text] = (index + 1, opened)
        return len(tokens)

    def _cut(self, cuts: dict[str, tuple[int, Opened]], index: int) -> int:
        end, self.opened = cuts.get("\n") or cuts.get(" ") or (index, self.opened)
        return end

    def text(self, tokens: list[_Token]) -> str:
        """Return the part, whole by itself."""
        opening = "".join(tag.text for tag in self.before)
        closing = "".join(f"</{tag.name}>" for tag in reversed(self.opened))
        return opening + "".join(token.text for token in tokens) + closing
