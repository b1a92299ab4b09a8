"""Books in memory that tell when they commit, and can be slow or fail for single users."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.application.ports import Clock, StorageFailed
from tests.fakes.books import MemoryBooks, OpenBook
from tests.fakes.telegram import FakeTelegram


class RecordedBooks(MemoryBooks):
    """``order`` holds polls as ``poll OFFSET`` and commits as ``commit USER``, as they happened.

    ``slow`` is the seconds that a user's commits take, ``broken`` how many times they fail, and
    ``unreadable`` how many times they cannot be opened.
    """

    def __init__(self, clock: Clock, telegram: FakeTelegram | None = None) -> None:
        super().__init__(clock)
        self._telegram = telegram
        self.slow: dict[int, float] = {}
        self.broken: Counter[int] = Counter()
        self.unreadable: Counter[int] = Counter()
        self.committed: list[tuple[int, int, float]] = []

    @asynccontextmanager
    async def open(self, user_id: int) -> AsyncIterator[OpenBook]:
        """Open a Book as the fake does, with the troubles that were asked for."""
        if self.unreadable[user_id] > 0:
            self.unreadable[user_id] -= 1
            raise OSError("unreadable")
        before = self.commits
        async with super().open(user_id) as work:
            book = work.book
            yield work
            if work.book is not book:
                await self._trouble(user_id)
        if self.commits > before:
            polls = len(self._telegram.offsets) if self._telegram else 0
            self.committed.append((user_id, polls, asyncio.get_running_loop().time()))

    async def _trouble(self, user_id: int) -> None:
        if self.slow.get(user_id):
            await asyncio.sleep(self.slow[user_id])
        if self.broken[user_id] > 0:
            self.broken[user_id] -= 1
            raise StorageFailed("told to fail")
