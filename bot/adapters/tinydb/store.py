"""The Books of all users in a folder, one file each, for the ``Books`` port.

Knows locks, threads and the memory of Books lately used.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar
from weakref import WeakValueDictionary

from bot.adapters.tinydb.book_file import BookFile
from bot.adapters.tinydb.disk_threads import Trips
from bot.adapters.tinydb.due_index import DueIndex, Entry
from bot.adapters.tinydb.file_head import entry_in
from bot.adapters.tinydb.folder import DataFolder
from bot.adapters.tinydb.migrations import MIGRATIONS, Migration, current
from bot.adapters.tinydb.storage import Unreadable
from bot.application.ports import Clock, StorageFailed
from bot.domain.policy.agenda import next_due_at
from bot.domain.records.book import Book

log = logging.getLogger(__name__)
T = TypeVar("T")

KEPT = 1000
"""Books kept in memory; reading one again costs some milliseconds."""
THREADS = 4
"""Trips to the disk at the same time; each of them mostly waits."""


@dataclass(slots=True)
class OpenBook:
    """A Book while it is open."""

    book: Book
    erased: bool = False

    def erase(self) -> None:
        """Ask that the Book be deleted when the work ends, instead of kept."""
        self.erased = True


class TinyDbBooks:
    """One TinyDB file per user; one lock per user; reads come from memory.

    ``start`` comes first and ``close`` last. Opening a user's Book inside of itself waits for
    ever, as it would on any lock.

    Args:
        folder: where they lie.
        clock: tells from when a user is due.
        kept: Books to keep in memory.
        migrations: the steps from the versions of earlier files to that of today.
    """

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        kept: int = KEPT,
        migrations: Sequence[Migration] = MIGRATIONS,
    ) -> None:
        self._folder = DataFolder(folder)
        self._clock = clock
        self._kept = kept
        self._migrations = migrations
        self._files: OrderedDict[int, BookFile] = OrderedDict()
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._index = DueIndex()
        self._trips = Trips(THREADS, "books")

    async def start(self) -> None:
        """Claim the folder, clear away what a crash left and learn who is due when.

        Raises:
            FolderInUse: another process holds the folder.
            NewerVersion: a file was written by a later Hei.
            StorageFailed: the folder cannot be used.
        """
        try:
            await self._in_thread(self._claim)
        except OSError as error:
            raise StorageFailed(f"cannot use the data folder: {error}") from error

    async def close(self) -> None:
        """Wait for the commits under way and let go of the folder."""
        await self._trips.close()
        self._files.clear()
        self._folder.release()

    @asynccontextmanager
    async def open(self, user_id: int) -> AsyncIterator[OpenBook]:
        """Open one user's Book; see the port.

        Raises:
            StorageFailed: on entering, when the file cannot be read; on leaving, when the change
                could not be made durable.
        """
        lock = self._locks.setdefault(user_id, asyncio.Lock())
        async with lock:
            file = await self._file(user_id)
            work = OpenBook(file.book)
            yield work
            await self._leave(user_id, file, work)

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Return up to ``limit`` users who are due, the longest waiting first."""
        return self._index.due(now, limit)

    async def next_due_at(self, user_id: int) -> datetime | None:
        """Return the next instant at which this user's agenda has something."""
        return self._index.at(user_id)

    async def _file(self, user_id: int) -> BookFile:
        file = self._files.get(user_id) or await self._loaded(user_id)
        self._files[user_id] = file
        self._files.move_to_end(user_id)
        while len(self._files) > self._kept:
            self._files.popitem(last=False)
        return file

    async def _loaded(self, user_id: int) -> BookFile:
        reading = self._in_thread(partial(self._read, user_id))
        stopped = await _until_done(reading)
        if stopped:
            raise stopped from reading.exception()
        try:
            return reading.result()
        except OSError as error:
            raise StorageFailed(f"cannot read the book of user {user_id}: {error}") from error

    async def _leave(self, user_id: int, file: BookFile, work: OpenBook) -> None:
        if work.erased:
            erase = partial(self._folder.erase, user_id)
            await self._commit(user_id, erase, partial(self._drop, user_id))
            return
        now = self._clock.now()
        due = next_due_at(work.book, now)
        note = partial(self._index.put, user_id, due, now)
        if work.book is not file.book:
            await self._commit(user_id, partial(file.save, work.book, due, now), note)
        elif file.written:
            note()
        else:
            self._index.drop(user_id)

    async def _commit(
        self, user_id: int, write: Callable[[], None], note: Callable[[], None]
    ) -> None:
        """Write in a thread, then make the memory agree with the disk, whatever happened.

        A cancellation has to wait until the thread is done: before that nobody knows what is on
        disk, and nobody else may open the Book.
        """
        writing = self._in_thread(write)
        stopped = await _until_done(writing)
        error = writing.exception()
        if error:
            self._files.pop(user_id, None)
        else:
            note()
        if stopped:
            raise stopped from error
        if error:
            raise StorageFailed(f"cannot write the book of user {user_id}: {error}") from error

    def _drop(self, user_id: int) -> None:
        self._files.pop(user_id, None)
        self._index.drop(user_id)

    def _read(self, user_id: int) -> BookFile:
        path = self._folder.file_of(user_id)
        try:
            return BookFile.read(path, self._migrations)
        except Unreadable as fault:
            aside = self._folder.set_aside(user_id)
            log.error("%s is unreadable: %s; set aside as %s", path, fault, aside.name)  # noqa: TRY400 - a traceback tells no more
            return BookFile(path, self._migrations)

    def _claim(self) -> None:
        self._folder.claim()
        try:
            self._folder.sweep()
            self._index = DueIndex(self._entries())
        except BaseException:
            self._folder.release()
            raise

    def _entries(self) -> Iterator[tuple[int, Entry]]:
        version = current(self._migrations)
        for user_id in self._folder.users():
            try:
                entry = entry_in(self._folder.file_of(user_id), version)
                entry = entry or self._whole_entry(user_id)
            except OSError as error:
                log.error("the book of user %d cannot be read: %s", user_id, error)  # noqa: TRY400
                continue
            if entry:
                yield user_id, entry

    def _whole_entry(self, user_id: int) -> Entry | None:
        """Return when a user is due from the whole file; None when it was unreadable."""
        file = self._read(user_id)
        if file.written is None:
            return None
        head = file.head()
        return Entry(head.next_due_at, head.counted_at)

    def _in_thread(self, action: Callable[[], T]) -> asyncio.Future[T]:
        return self._trips.ask(action)


async def _until_done(future: asyncio.Future[T]) -> asyncio.CancelledError | None:
    """Wait until a future is done, also through cancellations; return the last of these."""
    stopped = None
    while not future.done():
        try:
            await asyncio.wait((future,))
        except asyncio.CancelledError as cancelled:
            stopped = cancelled
    return stopped
