"""One look at the clock for everybody who is due: knows no timer (see heartbeat)."""

import asyncio
import logging
from collections.abc import Iterable

from bot.application.ports import Books, Clock
from bot.application.tend import Caretaker
from bot.chat.network.unworded import unworded

log = logging.getLogger(__name__)

AT_ONCE = 100
"""Users asked for in one go."""
SIDE_BY_SIDE = 8
"""Users tended at the same time."""


class Pulse:
    """Has everybody who is due looked after, each at most once in a beat."""

    def __init__(self, books: Books, caretaker: Caretaker, clock: Clock) -> None:
        self._books = books
        self._caretaker = caretaker
        self._clock = clock
        self._alone = asyncio.Lock()
        self._stopped = False

    def stop(self) -> None:
        """Begin with nobody any more; whoever is being tended is tended to the end."""
        self._stopped = True

    async def beat(self) -> None:
        """Look after all who are due now; return when that is done. Beats wait for one another."""
        async with self._alone:
            tended: set[int] = set()
            while not self._stopped and (fresh := await self._due_beside(tended)):
                tended.update(fresh)
                await self._tend_all(fresh)

    async def _due_beside(self, tended: set[int]) -> list[int]:
        """Return users who are due and had no look yet; the others may still be due."""
        due = await self._books.due(self._clock.now(), AT_ONCE + len(tended))
        return [user_id for user_id in due if user_id not in tended]

    async def _tend_all(self, users: Iterable[int]) -> None:
        waiting = iter(users)

        async def worker() -> None:
            for user_id in waiting:
                if not self._stopped:
                    await self._tend(user_id)

        async with asyncio.TaskGroup() as group:
            for _ in range(SIDE_BY_SIDE):
                group.create_task(worker())

    async def _tend(self, user_id: int) -> None:
        try:
            await self._caretaker.tend(user_id)
        except Exception as error:  # noqa: BLE001  (one user's trouble is not the others')
            log.error("user %d could not be tended: %s", user_id, unworded(error))  # noqa: TRY400
