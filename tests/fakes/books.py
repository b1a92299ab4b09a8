"""Books in memory: the same promises as those on disk, and everything in plain sight."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from bot.application.ports import Clock, StorageFailed
from bot.domain.policy.agenda import next_due_at
from bot.domain.records.book import Book


@dataclass(slots=True)
class OpenBook:
    """A Book while it is open."""

    book: Book
    erased: bool = False

    def erase(self) -> None:
        """Ask that the Book be deleted when the work ends, instead of kept."""
        self.erased = True


class MemoryBooks:
    """The ``Books`` port without a disk.

    ``books`` holds every committed Book and may be set by a test; ``commits`` counts them.
    While ``failing`` is set, every change fails as a full disk would make it fail.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._locks: dict[int, asyncio.Lock] = {}
        self._due: dict[int, tuple[datetime | None, datetime]] = {}
        self.books: dict[int, Book] = {}
        self.commits = 0
        self.failing = False

    @asynccontextmanager
    async def open(self, user_id: int) -> AsyncIterator[OpenBook]:
        """Open one user's Book, alone; see the port."""
        async with self._locks.setdefault(user_id, asyncio.Lock()):
            before = self.books.get(user_id, Book())
            work = OpenBook(before)
            yield work
            if work.erased or work.book is not before:
                await self._commit(user_id, None if work.erased else work.book)
            if user_id in self.books:
                self._count(user_id)

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Return up to ``limit`` users who are due, the longest waiting first.

        Whoever was counted by a clock that has been set back since is due at once.
        """
        for user_id in self.books.keys() - self._due.keys():
            self._count(user_id)
        waiting = {
            user: min(at or now, now) if counted_at > now else at
            for user, (at, counted_at) in self._due.items()
        }
        due = sorted((at, user) for user, at in waiting.items() if at and at <= now)
        return [user for _, user in due][:limit]

    async def next_due_at(self, user_id: int) -> datetime | None:
        """Return the next instant at which this user's agenda has something."""
        if user_id in self.books and user_id not in self._due:
            self._count(user_id)
        return self._due.get(user_id, (None, None))[0]

    async def _commit(self, user_id: int, book: Book | None) -> None:
        await asyncio.sleep(0)  # others go on meanwhile, as they do while a disk works
        if self.failing:
            raise StorageFailed("told to fail")
        self.commits += 1
        self._due.pop(user_id, None)
        self.books.pop(user_id, None)
        if book is not None:
            self.books[user_id] = book

    def _count(self, user_id: int) -> None:
        now = self._clock.now()
        self._due[user_id] = next_due_at(self.books[user_id], now), now
