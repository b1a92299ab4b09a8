"""Several connections to Telegram side by side, each used again as soon as it is free.

httpcore's pool looks at every connection for every call: with 16 of them it took more processor
time than all else that an update costs. Pools of one connection each do not.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from telegram.request import BaseRequest, RequestData


class Connections(BaseRequest):
    """Hands each call to a free connection, the one used last first; further calls wait.

    Args:
        connect: makes one connection; called when there is none free, up to ``most`` times.
        most: connections at once.
    """

    __slots__ = ("_all", "_connect", "_free", "_room")

    def __init__(self, connect: Callable[[], BaseRequest], most: int) -> None:
        self._connect = connect
        self._room = asyncio.Semaphore(most)
        self._all = [connect()]
        self._free = list(self._all)

    @property
    def read_timeout(self) -> float | None:
        """Return the seconds that each connection waits for an answer."""
        return self._all[0].read_timeout

    async def initialize(self) -> None:
        """Make ready."""
        await self._all[0].initialize()

    async def shutdown(self) -> None:
        """Close every connection."""
        await asyncio.gather(*(one.shutdown() for one in self._all))

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *timeouts: Any,
        **named_timeouts: Any,
    ) -> tuple[int, bytes]:
        """Make a call over a free connection; see the library."""
        async with self._room:
            connection = await self._taken()
            try:
                return await connection.do_request(
                    url, method, request_data, *timeouts, **named_timeouts
                )
            finally:
                self._free.append(connection)

    async def _taken(self) -> BaseRequest:
        if self._free:
            return self._free.pop()
        connection = self._connect()
        self._all.append(connection)
        await connection.initialize()
        return connection
