"""A Book as documents, and back: exactly the Book that was written.

Tables ``contacts``, ``nudges``, ``outcomes`` and ``changes`` hold one record a document, under its
own id. ``profile`` holds the profile (1) and the dose (2); ``meta`` the head (1) and the open
question (2).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.adapters.tinydb.storage import Unreadable
from bot.domain.records.book import Book
from bot.domain.records.change import Change
from bot.domain.records.contact import Contact
from bot.domain.records.dose import Dose
from bot.domain.records.nudge import Nudge
from bot.domain.records.outcome import Outcome
from bot.domain.records.profile import Profile
from bot.domain.records.question import OpenQuestion

Record = TypeVar("Record")
Document = Mapping[str, Any]
DocumentTables = Mapping[str, Mapping[int, Document]]
"""Documents by table and id."""

HEAD, QUESTION = 1, 2
PROFILE, DOSE = 1, 2
TABLES = ("meta", "profile", "contacts", "nudges", "outcomes", "changes")
NAMES_IN_FILE: Mapping[type[Any], Mapping[str, str]] = {OpenQuestion: {"question": "topic"}}
"""Fields that the code calls otherwise today: a file outlives the names in the code."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a file begins with: enough to plan by without reading the rest.

    ``next_due_at`` was worked out at ``counted_at``. The order of the fields is that in the file.
    """

    schema: int
    next_due_at: datetime | None
    counted_at: datetime
    serial: int
    handled: tuple[int, ...]


def head_of(
    book: Book, next_due_at: datetime | None, counted_at: datetime, version: int
) -> Document:
    """Return the document that heads a Book's file."""
    return _encoded(Head(version, next_due_at, counted_at, book.serial, book.handled))


def read_head(document: Document) -> Head:
    """Return the head in a document.

    Raises:
        Unreadable: it is no head.
    """
    return _decoded(Head, document, "meta", HEAD)


def changes(before: Book | None, after: Book) -> dict[str, dict[int, Document | None]]:
    """Return the documents that differ between two Books, the head aside; None for those gone.

    Records are compared by identity: they are frozen, and a change always makes a new one.

    Args:
        before: the Book as it is written; None when nothing is.
        after: the Book as it shall be written.
    """
    written = _records(before) if before else {}
    return {name: _changed(written.get(name, {}), new) for name, new in _records(after).items()}


def decode(rows: DocumentTables) -> Book:
    """Return the Book that documents hold.

    Raises:
        Unreadable: a document is missing or is not what it should be.
    """
    head = _single(Head, rows, "meta", HEAD)
    profile, dose = _single(Profile, rows, "profile", PROFILE), _single(Dose, rows, "profile", DOSE)
    if head is None or profile is None or dose is None:
        raise Unreadable("no head, profile or dose")
    return Book(
        profile=profile,
        dose=dose,
        contacts=_table(Contact, rows, "contacts"),
        nudges=_table(Nudge, rows, "nudges"),
        outcomes=_table(Outcome, rows, "outcomes"),
        open_question=_single(OpenQuestion, rows, "meta", QUESTION),
        changes=tuple(one for _, one in sorted(_table(Change, rows, "changes").items())),
        handled=head.handled,
        serial=head.serial,
    )


def _records(book: Book) -> dict[str, Mapping[int, object]]:
    return {
        "meta": {QUESTION: book.open_question},
        "profile": {PROFILE: book.profile, DOSE: book.dose},
        "contacts": book.contacts,
        "nudges": book.nudges,
        "outcomes": book.outcomes,
        "changes": {change.id: change for change in book.changes},
    }


def _changed(old: Mapping[int, object], new: Mapping[int, object]) -> dict[int, Document | None]:
    if old is new:
        return {}
    touched = [key for key in {**old, **new} if old.get(key) is not new.get(key)]
    return {key: _encoded(new[key]) if new.get(key) is not None else None for key in touched}


def _table(kind: type[Record], rows: DocumentTables, name: str) -> dict[int, Record]:
    documents = rows.get(name, {})
    return {key: _decoded(kind, document, name, key) for key, document in documents.items()}


def _single(kind: type[Record], rows: DocumentTables, name: str, key: int) -> Record | None:
    document = rows.get(name, {}).get(key)
    return None if document is None else _decoded(kind, document, name, key)


class _Adapters(dict[type[Any], TypeAdapter[Any]]):
    """What encodes each kind of record, built when first used: it takes milliseconds."""

    def __missing__(self, kind: type[Any]) -> TypeAdapter[Any]:
        return self.setdefault(kind, TypeAdapter(kind))


_adapters = _Adapters()


def _encoded(record: Any) -> Document:
    document: Document = _adapters[type(record)].dump_python(record, mode="json")
    names = NAMES_IN_FILE.get(type(record))
    return {names.get(key, key): value for key, value in document.items()} if names else document


def _decoded(kind: type[Record], document: Document, name: str, key: int) -> Record:
    """Return one record. The members of a union are told apart by their literal fields."""
    names = {in_file: name for name, in_file in NAMES_IN_FILE.get(kind, {}).items()}
    if names:
        document = {names.get(key, key): value for key, value in document.items()}
    try:
        record: Record = _adapters[kind].validate_python(document)
    except ValidationError as error:
        fields = sorted({str(part) for fault in error.errors() for part in fault["loc"][:1]})
        raise Unreadable(f"{name} {key}: wrong {', '.join(fields)}") from None
    return record
