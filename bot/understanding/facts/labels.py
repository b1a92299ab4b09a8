"""Fields with a label, such as "why: she makes me laugh", cut out of a text."""

import re
from collections.abc import Iterator
from functools import cache

from bot.understanding.cadences.cadences import read_cadence
from bot.understanding.words.vocabulary import rows

_CHANNEL = re.compile(r"(?:@\w+|\+[\d\s()-]+|\S+@\S+\.\S+|(?:https?://)?t\.me/\S+)", re.IGNORECASE)


def labelled(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the text without its labelled fields, and each label's key with its value.

    ``last:`` ends with its line. ``why:`` goes on until the next label, but a later line that is
    nothing but a cadence or a way to reach a contact is a field of its own.
    """
    labels = list(_label().finditer(text))
    head = text[: labels[0].start()] if labels else text
    fields = []
    for number, label in enumerate(labels):
        end = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        key = _keys()[" ".join(label[1].casefold().split())]
        value, rest = _value(key, text[label.end() : end].strip())
        fields.append((key, value))
        head = f"{head}\n{rest}"
    return head.rstrip(), fields


def unmarked(key: str, text: str) -> Iterator[re.Match[str]]:
    """Yield where a label stands without its colon, after at least one other word."""
    names = sorted((name for name, each in _keys().items() if each == key), key=len, reverse=True)
    return re.finditer(rf"(?<=\S)\s+({'|'.join(map(re.escape, names))})\s+", text, re.IGNORECASE)


def _value(key: str, text: str) -> tuple[str, str]:
    first, *lines = text.split("\n")
    others = [line for line in lines if key != "why" or _is_field(line)]
    own = [line for line in lines if line not in others]
    return "\n".join([first, *own]), "\n".join(others)


def _is_field(line: str) -> bool:
    return read_cadence(line) is not None or _CHANNEL.fullmatch(line.strip()) is not None


@cache
def _keys() -> dict[str, str]:
    return {phrase: key for key, phrase in rows("labels")}


@cache
def _label() -> re.Pattern[str]:
    names = sorted(_keys(), key=len, reverse=True)
    spaced = (re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return re.compile(rf"(?<!\S)({'|'.join(spaced)})[ \t]*[:\uff1a]", re.IGNORECASE)
