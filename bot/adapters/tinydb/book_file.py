"""One user's file: its Book in memory, and how a change of it reaches the disk."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from tinydb import TinyDB
from tinydb.table import Document, Table

from bot.adapters.tinydb import records
from bot.adapters.tinydb.durable import replace_file
from bot.adapters.tinydb.folder import copy_of
from bot.adapters.tinydb.migrations import (
    MIGRATIONS,
    Migration,
    NewerVersion,
    current,
    migrated,
    version_of,
)
from bot.adapters.tinydb.storage import AtomicStorage, Tables
from bot.domain.records.book import Book


class BookFile:
    """A Book and the file it lies in.

    ``written`` is the Book on disk; None when there is no file. After an error in ``save`` the
    tables in memory are no longer those on disk: the object must be dropped.

    Args:
        path: of the file.
        migrations: the steps to the version that it is written in.
    """

    def __init__(self, path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
        self._path = path
        self._migrations = migrations
        self._version = current(migrations)
        self._storage = AtomicStorage(path)
        self._db = TinyDB(storage=lambda: self._storage)
        self.written: Book | None = None
        self.book = Book()

    @classmethod
    def read(cls, path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> "BookFile":
        """Return a file with its Book, or with a fresh one when there is no file.

        Raises:
            Unreadable: the file does not hold a Book.
            NewerVersion: it was written by a later Hei.
            OSError: it cannot be read.
        """
        file = cls(path, migrations)
        tables = file._storage.read()
        if tables is not None:
            file._storage.write(file._in_todays_version(tables))
            file.book = file.written = records.decode(file._rows())
        return file

    def head(self) -> records.Head:
        """Return the head of the file as it was read."""
        return records.read_head(self._rows()["meta"][records.HEAD])

    def save(self, book: Book, next_due_at: datetime | None, counted_at: datetime) -> None:
        """Write a Book in one durable commit; a file of an earlier version is copied before.

        Raises:
            OSError: it did not become durable.
        """
        changed = records.changes(self.written, book)
        changed["meta"][records.HEAD] = records.head_of(
            book, next_due_at, counted_at, current(self._migrations)
        )
        for name, documents in changed.items():
            if documents:
                _put(self._db.table(name), documents)
        self._keep_earlier()
        self._storage.commit()
        self.book = self.written = book

    def _in_todays_version(self, tables: Tables) -> Tables:
        self._version = version_of(tables)
        try:
            return migrated(tables, self._migrations)
        except NewerVersion as newer:
            raise NewerVersion(f"{self._path}: {newer}") from None

    def _keep_earlier(self) -> None:
        """Copy a file of an earlier version as it is, unless that was done before."""
        if self._version == current(self._migrations):
            return
        copy = copy_of(self._path, self._version)
        if not copy.is_file():
            replace_file(copy, self._path.read_bytes())
        self._version = current(self._migrations)

    def _rows(self) -> records.DocumentTables:
        return {
            name: {document.doc_id: document for document in self._db.table(name)}
            for name in records.TABLES
        }


def _put(table: Table, documents: dict[int, records.Document | None]) -> None:
    """Put documents in place of those with the same ids; None takes one away.

    TinyDB's ``upsert`` would merge the fields of the old and the new one.
    """
    table.remove(doc_ids=documents)
    table.insert_multiple(Document(new, key) for key, new in documents.items() if new is not None)
