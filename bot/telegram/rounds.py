"""Rounds of delivery: every user who is due, side by side; knows no timer (see heartbeat)."""

import asyncio
import logging
from collections.abc import Iterable

from bot.application.deliver_nudges import Deliverer
from bot.application.ports import Books, Clock
from bot.telegram.network.error_text import error_text

log = logging.getLogger(__name__)

AT_ONCE = 100
"""Users asked for in one go."""
SIDE_BY_SIDE = 8
"""Users served at the same time."""


class Rounds:
    """Delivers to every user who is due, each at most once in a round."""

    def __init__(self, books: Books, deliverer: Deliverer, clock: Clock) -> None:
        self._books = books
        self._deliverer = deliverer
        self._clock = clock
        self._alone = asyncio.Lock()
        self._stopped = False

    def stop(self) -> None:
        """Begin with nobody any more; whoever is being delivered to is served to the end."""
        self._stopped = True

    async def go(self) -> None:
        """Deliver to all who are due now; return when that is done. Rounds wait for one another."""
        async with self._alone:
            served: set[int] = set()
            while not self._stopped and (fresh := await self._due_beside(served)):
                served.update(fresh)
                await self._deliver_to_all(fresh)

    async def _due_beside(self, served: set[int]) -> list[int]:
        """Return users who are due and had no look yet; the others may still be due."""
        due = await self._books.due(self._clock.now(), AT_ONCE + len(served))
        return [user_id for user_id in due if user_id not in served]

    async def _deliver_to_all(self, users: Iterable[int]) -> None:
        waiting = iter(users)

        async def worker() -> None:
            for user_id in waiting:
                if not self._stopped:
                    await self._deliver(user_id)

        async with asyncio.TaskGroup() as group:
            for _ in range(SIDE_BY_SIDE):
                group.create_task(worker())

    async def _deliver(self, user_id: int) -> None:
        try:
            await self._deliverer.deliver_due(user_id)
        except Exception as error:  # noqa: BLE001  (one user's trouble is not the others')
            log.error("nothing could be delivered to user %d: %s", user_id, error_text(error))  # noqa: TRY400
