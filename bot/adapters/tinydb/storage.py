"""TinyDB's storage: tables in memory, on disk only when told so, and then atomically."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from bot.adapters.tinydb.durable import replace_file

Tables = dict[str, dict[str, Any]]
"""Documents by table name and by document id; both are strings, as in JSON."""

FIRST = "meta"
"""The table that a file begins with, so that its head alone tells what is in it."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


class Unreadable(Exception):
    """A file does not hold what it should; the message never quotes what it does hold."""


class Written(Mapping[str, Any]):
    """A document as its JSON text, so that a commit does not encode again what did not change.

    It cannot be changed in place; put another document there instead.
    """

    __slots__ = ("text",)

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.text = _encode(document)

    def __getitem__(self, field: str) -> Any:
        return json.loads(self.text)[field]

    def __iter__(self) -> Iterator[str]:
        return iter(json.loads(self.text))

    def __len__(self) -> int:
        return len(json.loads(self.text))


class AtomicStorage(Storage):
    """The tables of one file.

    ``write`` keeps them in memory only, since TinyDB calls it for every single operation;
    ``commit`` puts everything on disk at once.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tables: Tables | None = None

    def read(self) -> Tables | None:
        """Return the tables, from the file when they are not in memory; None when there is none.

        Raises:
            Unreadable: the file does not hold tables.
            OSError: the file cannot be read.
        """
        if self._tables is None:
            self._tables = read_tables(self._path)
        return self._tables

    def write(self, data: Tables) -> None:
        """Keep the tables for the next commit."""
        self._tables = data

    def commit(self) -> None:
        """Make the tables durable.

        Raises:
            OSError: they did not become durable.
        """
        replace_file(self._path, encoded(self._tables or {}))


def read_tables(path: Path) -> Tables | None:
    """Return the tables of a file; None when there is no file.

    Raises:
        Unreadable: the file does not hold tables.
        OSError: the file cannot be read.
    """
    try:
        tables = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not JSON ({type(error).__name__})") from None
    if not _are_tables(tables):
        raise Unreadable("not tables of documents")
    return dict(tables)


def encoded(tables: Tables) -> bytes:
    """Return the tables that are not empty as JSON in UTF-8, in one order whatever came first.

    Documents are replaced by their written form on the way. Half of a surrogate pair cannot be
    UTF-8; it becomes its JSON escape, which is what ``backslashreplace`` happens to write.
    """
    filled = (name for name, table in tables.items() if table)
    names = sorted(filled, key=lambda name: (name != FIRST, name))
    text = ",".join(f"{_encode(name)}:{{{_table_text(tables[name])}}}" for name in names)
    return f"{{{text}}}".encode(errors="backslashreplace")


def _table_text(table: dict[str, Any]) -> str:
    for key, document in table.items():
        if not isinstance(document, Written):
            table[key] = Written(document)
    return ",".join(f'"{key}":{table[key].text}' for key in sorted(table, key=int))


def _are_tables(found: object) -> bool:
    return isinstance(found, dict) and all(
        isinstance(table, dict) and all(_is_document(*item) for item in table.items())
        for table in found.values()
    )


def _is_document(key: str, document: object) -> bool:
    return key.isdecimal() and key.isascii() and isinstance(document, dict)
