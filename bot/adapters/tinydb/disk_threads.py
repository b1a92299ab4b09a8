"""Work in threads, many pieces to a trip: the way there and back costs more than most pieces do."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
Piece = tuple[Callable[[], Any], asyncio.Future[Any]]
Done = tuple[asyncio.Future[Any], Any, Exception | None]


class Trips:
    """Carries pieces of work out beside the loop, those that came first on the first trip.

    What is asked for in one turn of the loop is shared among the free threads; while all are on
    their way, what comes next waits together.

    Args:
        threads: trips at the same time.
        name: what the threads are called.
    """

    def __init__(self, threads: int, name: str) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._most = self._free = threads
        self._waiting: deque[Piece] = deque()
        self._leaving = self._closed = False
        self._home = asyncio.Event()
        self._home.set()

    def ask(self, action: Callable[[], T]) -> asyncio.Future[T]:
        """Have an action done in a thread; the future holds its result or its error.

        Raises:
            RuntimeError: the trips are over.
        """
        if self._closed:
            raise RuntimeError("no trips after the last")
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((action, future))
        self._home.clear()
        self._leave_soon()
        return future

    async def close(self) -> None:
        """Wait until everything that was asked for is done."""
        await self._home.wait()
        self._closed = True
        self._threads.shutdown(wait=True)

    def _leave_soon(self) -> None:
        if self._waiting and self._free and not self._leaving:
            self._leaving = True
            asyncio.get_running_loop().call_soon(self._leave)

    def _leave(self) -> None:
        """Share what waits among the free threads."""
        self._leaving = False
        loop = asyncio.get_running_loop()
        while self._waiting and self._free:
            share = -(-len(self._waiting) // self._free)
            load = [self._waiting.popleft() for _ in range(share)]
            self._free -= 1
            self._threads.submit(self._travel, loop, load)

    def _travel(self, loop: asyncio.AbstractEventLoop, load: Sequence[Piece]) -> None:
        done = [_carried_out(*piece) for piece in load]
        loop.call_soon_threadsafe(self._arrive, done)

    def _arrive(self, done: Sequence[Done]) -> None:
        self._free += 1
        for future, result, error in done:
            if future.cancelled():  # whoever asked does not wait any more
                continue
            if error:
                future.set_exception(error)
            else:
                future.set_result(result)
        self._leave_soon()
        if self._free == self._most and not self._waiting:
            self._home.set()


def _carried_out(action: Callable[[], Any], future: asyncio.Future[Any]) -> Done:
    try:
        return future, action(), None
    except Exception as error:  # noqa: BLE001  (whoever asked gets it)
        return future, None, error
