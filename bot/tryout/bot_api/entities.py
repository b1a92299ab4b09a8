"""Telegram's HTML, its tags and its complaints."""

import re
from dataclasses import dataclass, field

from bot.tryout.world.errors import ApiError, bad_request
from bot.tryout.world.utf16 import Json, length

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_MARKED = frozenset({*_TAGS.values(), "expandable_blockquote", "text_mention"})
_DETECTED = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"}
)
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPECIAL = re.compile("[&<]")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot));?")
_SPACE = re.compile(r"[ \t\r\n\v]*")
_NAME = re.compile(r"[^ \t\r\n\v>]*")
_ATTRIBUTE = re.compile(r"[^ \t\r\n\v=>/\"']*")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_LAST_CODE_POINT = 0x10FFFF


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Return the plain text and the entities of a text in Telegram's HTML.

    Args:
        source: cleaned text with tags and character references.

    Returns:
        the text, and the entities by offset, the longer one first.

    Raises:
        ApiError: 400 with Telegram's description of what can't be parsed.
    """
    if _SPECIAL.search(source) is None:
        return source, []
    reading = _Reading(source)
    reading.read()
    reading.entities.sort(key=lambda one: (one["offset"], -one["length"]))
    return "".join(reading.parts), reading.entities


def checked_entities(text: str, entities: list[Json]) -> list[Json]:
    """Return the entities that a caller marked itself, when they fit the text.

    Args:
        text: the plain text they belong to.
        entities: as the Bot API takes them, offsets in UTF-16 code units.

    Raises:
        ApiError: 400 when one has an unknown type or lies outside the text.
    """
    end = length(text)
    for entity in entities:
        if entity.get("type") not in _MARKED | _DETECTED:
            raise bad_request("can't parse MessageEntity: Unsupported type specified")
        start, size = int(entity["offset"]), int(entity["length"])
        if start < 0:
            raise bad_request(f"receive an entity with incorrect offset {start}")
        if start > end:
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {start}")
        if start + size > end:
            raise bad_request(
                f"entity beginning at UTF-16 offset {start} ends after the end of the text "
                f"at UTF-16 offset {start + size}"
            )
    return [entity for entity in entities if entity["type"] in _MARKED]


@dataclass
class _Open:
    """A start tag that waits for its end."""

    tag: str
    offset: int
    parts: int
    attributes: dict[str, str]


@dataclass
class _Reading:
    """One pass over a source."""

    source: str
    position: int = 0
    offset: int = 0
    parts: list[str] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)
    nested: list[_Open] = field(default_factory=list)

    def read(self) -> None:
        """Read to the end; what is still open then is a fault."""
        while match := _SPECIAL.search(self.source, self.position):
            self._keep(self.source[self.position : match.start()])
            self.position = match.start()
            if match.group() == "&":
                self._keep(self._reference())
            elif self.source.startswith("</", self.position):
                self._end_tag()
            else:
                self._start_tag()
        self._keep(self.source[self.position :])
        if self.nested:
            tag = self.nested[-1].tag
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{tag}"')

    def _keep(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.offset += length(text)

    def _reference(self) -> str:
        """Return the character meant at an ampersand, or the ampersand itself."""
        match = _REFERENCE.match(self.source, self.position)
        if match is None:
            self.position += 1
            return "&"
        self.position = match.end()
        sixteen, ten, name = match.groups()
        if name:
            return _NAMED[name]
        code = int(sixteen, 16) if sixteen else int(ten)
        return chr(code) if 0 < code <= _LAST_CODE_POINT else match.group()

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.source, self.position)
        text = match.group() if match else ""
        self.position += len(text)
        return text

    def _here(self) -> str:
        return self.source[self.position : self.position + 1]

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode("utf-8", "surrogatepass"))

    def _start_tag(self) -> None:
        begin = self.position
        self.position += 1
        tag = self._take(_NAME).lower()
        if not self._here():
            raise _unparsable(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        if tag not in _TAGS:
            at = self._bytes(begin)
            raise _unparsable(f'Unsupported start tag "{tag}" at byte offset {at}')
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            at = self._bytes(begin)
            raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
        self.nested.append(_Open(tag, self.offset, len(self.parts), attributes))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self._take(_SPACE)
            if self._here() == ">":
                self.position += 1
                return attributes
            name = self._take(_ATTRIBUTE)
            if not name:
                at = self._bytes(begin)
                raise _unparsable(
                    f'Empty attribute name in the tag "{tag}" at byte offset {at}'
                    if self._here()
                    else f'Unclosed start tag "{tag}" at byte offset {at}'
                )
            self._take(_SPACE)
            attributes[name] = self._value(tag, begin) if self._here() == "=" else ""

    def _value(self, tag: str, begin: int) -> str:
        self.position += 1
        self._take(_SPACE)
        quote = self._here()
        if quote not in {'"', "'"}:
            token_begin = self.position
            token = self._take(_TOKEN).lower()
            if self._here() and self._here() not in " \t\r\n\v>":
                at = self._bytes(token_begin)
                raise _unparsable(f"Unexpected end of name token at byte offset {at}")
            return token
        end = self.source.find(quote, self.position + 1)
        if end < 0 or end + 1 == len(self.source):
            at = self._bytes(begin)
            raise _unparsable(f'Unclosed start tag "{tag}" at byte offset {at}')
        value = _Reading(self.source[self.position + 1 : end])
        self.position = end + 1
        return value.plain()

    def plain(self) -> str:
        """Return the source with character references resolved and nothing else read."""
        while match := _SPECIAL.search(self.source, self.position):
            self._keep(self.source[self.position : match.start()])
            self.position = match.start()
            if match.group() == "&":
                self._keep(self._reference())
            else:
                self._keep("<")
                self.position += 1
        self._keep(self.source[self.position :])
        return "".join(self.parts)

    def _end_tag(self) -> None:
        begin = self.position
        if not self.nested:
            raise _unparsable(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        self.position += 2
        found = self._take(_NAME).lower()
        self._take(_SPACE)
        if self._here() != ">":
            raise _unparsable(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        self.position += 1
        opened = self.nested.pop()
        if found and found != opened.tag:
            raise _unparsable(
                f"Unmatched end tag at byte offset {self._bytes(begin)}, "
                f'expected "</{opened.tag}>", found "</{found}>"'
            )
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        size = self.offset - opened.offset
        entity: Json = {"type": _TAGS[opened.tag], "offset": opened.offset, "length": size}
        given = opened.attributes
        if opened.tag == "a":
            entity["url"] = given.get("href") or "".join(self.parts[opened.parts :])
            if "://" not in entity["url"] and not entity["url"].startswith(("tg:", "mailto:")):
                return
        elif opened.tag == "blockquote" and "expandable" in given:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = given.get("emoji-id", "")
        elif opened.tag == "code" and given.get("class", "").startswith("language-"):
            entity["language"] = given["class"].removeprefix("language-")
        self._add(entity)

    def _add(self, entity: Json) -> None:
        """Add an entity; a code block right inside a pre block gives it its language."""
        last = self.entities[-1] if self.entities else None
        if (
            entity["type"] == "pre"
            and last is not None
            and last["type"] == "code"
            and (last["offset"], last["length"]) == (entity["offset"], entity["length"])
        ):
            self.entities.pop()
            if "language" in last:
                entity["language"] = last["language"]
        elif entity["type"] == "code" and not any(one.tag == "pre" for one in self.nested):
            entity.pop("language", None)
        self.entities.append(entity)


def _unparsable(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")
