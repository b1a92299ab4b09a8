"""Work that goes on beside its starter: keeps the reference and the error, knows nothing of it."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from bot.telegram.network.error_text import error_text

log = logging.getLogger(__name__)


class Background:
    """Tasks nobody waits for; each error is logged, and in the end all are waited for."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin some work at the loop's next turn."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def finish(self, grace: float) -> None:
        """Wait for all work, and end what takes longer than ``grace`` seconds."""
        loop = asyncio.get_running_loop()
        until = loop.time() + grace
        while self._tasks and loop.time() < until:
            await asyncio.wait(self._tasks, timeout=until - loop.time())
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            log.warning("%d pieces of work were not finished in %s s", len(self._tasks), grace)
            await asyncio.wait(self._tasks)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("work in the background failed: %s", error_text(error))
