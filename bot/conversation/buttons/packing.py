"""The only place where the data of a button is packed and unpacked.

Data is ``tag:field:field``; it carries ids, at most 64 bytes.
"""

from collections.abc import Callable, Mapping
from dataclasses import astuple, fields
from datetime import date
from typing import get_type_hints

from bot.conversation.buttons.button import BY_TAG, Button
from bot.domain.records.dose import Ease

DATA_LIMIT = 64
"""Bytes that Telegram carries in a button."""


class UnreadableButton(ValueError):
    """Data that no button of this version carries."""


def pack(button: Button) -> str:
    """Return the data of a button.

    Raises:
        ValueError: it would not fit into 64 bytes.
    """
    data = ":".join((button.tag, *(f"{value}" for value in astuple(button))))
    if len(data.encode()) > DATA_LIMIT:
        raise ValueError(f"{len(data.encode())} bytes of a button")
    return data


def unpack(data: str) -> Button:
    """Return what a button means.

    Raises:
        UnreadableButton: the data is not of this version, or forged.
    """
    tag, *values = data.split(":")
    kind = BY_TAG.get(tag)
    if kind is None or len(values) != len(fields(kind)):
        raise UnreadableButton(data)
    types = get_type_hints(kind)
    try:
        return kind(*(_reader(types[f.name])(v) for f, v in zip(fields(kind), values, strict=True)))
    except ValueError as wrong:
        raise UnreadableButton(data) from wrong


def _ease(value: str) -> Ease:
    return Ease(int(value))


_READERS: Mapping[type, Callable[[str], object]] = {date: date.fromisoformat, Ease: _ease}
"""How fields are read whose class does not take the packed word itself."""


def _reader(kind: type) -> Callable[[str], object]:
    return _READERS.get(kind, kind)
