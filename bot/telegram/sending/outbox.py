"""Errands in order for each chat, chats side by side; knows no Telegram and no words."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

from bot.telegram.network.background import Background
from bot.telegram.network.error_text import error_text

log = logging.getLogger(__name__)
T = TypeVar("T")
Errand = Callable[[], Awaitable[None]]


class Outbox:
    """A lane for every chat that has something to be sent; an empty lane is gone.

    Args:
        background: where the lanes run.
    """

    def __init__(self, background: Background) -> None:
        self._background = background
        self._lanes: dict[int, deque[Errand]] = {}
        self._asked: set[asyncio.Future[Any]] = set()

    def add(self, chat_id: int, errand: Errand) -> None:
        """Do an errand after those that this chat waits for already."""
        lane = self._lanes.get(chat_id)
        if lane is not None:
            lane.append(errand)
            return
        self._lanes[chat_id] = deque([errand])
        self._background.start(self._run(chat_id))

    async def ask(self, chat_id: int, errand: Callable[[], Awaitable[T]]) -> T:
        """Do an errand in its turn, and return or raise what came of it."""
        result: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._asked.add(result)
        result.add_done_callback(self._asked.discard)
        self.add(chat_id, partial(_fulfil, errand, result))
        return await result

    def abandon(self) -> None:
        """Let nobody wait any longer: their errands are not done."""
        for result in tuple(self._asked):
            result.cancel()

    async def _run(self, chat_id: int) -> None:
        lane = self._lanes[chat_id]
        try:
            while lane:
                await _safely(lane.popleft())
        finally:
            del self._lanes[chat_id]


async def _safely(errand: Errand) -> None:
    """Do an errand; those behind it are done whatever comes of it."""
    try:
        await errand()
    except Exception as error:  # noqa: BLE001  (a lane outlives every errand)
        log.error("an answer was not sent: %s", error_text(error))  # noqa: TRY400


async def _fulfil(errand: Callable[[], Awaitable[T]], result: asyncio.Future[T]) -> None:
    if result.cancelled():
        return
    try:
        value = await errand()
    except Exception as error:  # noqa: BLE001  (whoever asked gets it)
        if not result.cancelled():
            result.set_exception(error)
    else:
        if not result.cancelled():
            result.set_result(value)
