"""One user's file: its Book in memory, and how a change of it reaches the disk.

Knows TinyDB. Refuses to know other users, locks and threads.
"""

from datetime import datetime
from pathlib import Path

from tinydb import TinyDB
from tinydb.table import Document, Table

from bot.adapters.tinydb import records
from bot.adapters.tinydb.migrations import NewerVersion, migrated
from bot.adapters.tinydb.storage import AtomicStorage, Tables
from bot.domain.records.book import Book


class BookFile:
    """A Book and the file it lies in.

    ``written`` is the Book on disk; None when there is no file. After an error in ``save`` the
    tables in memory are no longer those on disk: the object must be dropped.
    """

    def __init__(self, path: Path) -> None:
        self._storage = AtomicStorage(path)
        self._db = TinyDB(storage=lambda: self._storage)
        self.written: Book | None = None
        self.book = Book()

    @classmethod
    def read(cls, path: Path) -> "BookFile":
        """Return a file with its Book, or with a fresh one when there is no file.

        Raises:
            Unreadable: the file does not hold a Book.
            NewerVersion: it was written by a later Hei.
            OSError: it cannot be read.
        """
        file = cls(path)
        tables = file._storage.read()
        if tables is not None:
            file._storage.write(_in_todays_version(tables, path))
            file.book = file.written = records.decode(file._rows())
        return file

    def head(self) -> records.Head:
        """Return the head of the file as it was read."""
        return records.read_head(self._rows()["meta"][records.HEAD])

    def save(self, book: Book, next_due_at: datetime | None, counted_at: datetime) -> None:
        """Write a Book in one durable commit.

        Raises:
            OSError: it did not become durable.
        """
        changed = records.changes(self.written, book)
        changed["meta"][records.HEAD] = records.head_of(book, next_due_at, counted_at)
        for name, documents in changed.items():
            if documents:
                _put(self._db.table(name), documents)
        self._storage.commit()
        self.book = self.written = book

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


def _in_todays_version(tables: Tables, path: Path) -> Tables:
    try:
        return migrated(tables)
    except NewerVersion as newer:
        raise NewerVersion(f"{path}: {newer}") from None
