"""What the trips to the threads promise."""

import asyncio
import threading
from collections.abc import AsyncIterator
from functools import partial

import pytest

from bot.adapters.tinydb.disk_threads import Trips

THREADS = 2


@pytest.fixture
async def trips() -> AsyncIterator[Trips]:
    """Return trips in two threads, closed afterwards."""
    there = Trips(THREADS, "trip")
    yield there
    await there.close()


async def test_results_and_errors_come_back_to_who_asked(trips: Trips) -> None:
    """Each future holds what its own action gave; an error is nobody else's."""
    futures = [trips.ask(partial(divmod, 12, n)) for n in (3, 0, 4, 6)]
    results = await asyncio.gather(*futures, return_exceptions=True)
    assert [results[0], *results[2:]] == [(4, 0), (3, 0), (2, 0)]
    assert isinstance(results[1], ZeroDivisionError)


async def test_what_is_asked_at_once_shares_the_threads(trips: Trips) -> None:
    """Of many pieces asked for in one turn, each thread takes its share in one trip."""
    together = threading.Barrier(THREADS)
    names = await asyncio.gather(
        trips.ask(lambda: (together.wait(5), threading.current_thread().name)[1]),
        *(trips.ask(lambda: threading.current_thread().name) for _ in range(8)),
        trips.ask(lambda: (together.wait(5), threading.current_thread().name)[1]),
    )
    assert names[0] != names[-1], "both waited for one another, so neither was behind the other"
    assert [names.count(name) for name in dict.fromkeys(names)] == [5, 5]


async def test_what_comes_while_all_are_under_way_waits_and_is_done(trips: Trips) -> None:
    """More than the threads can take at once is taken afterwards, in order."""
    gate, order = threading.Event(), list[int]()
    first = [trips.ask(lambda: gate.wait(5)) for _ in range(THREADS)]
    await asyncio.sleep(0)
    later = [trips.ask(partial(order.append, n)) for n in range(2 * THREADS)]
    await asyncio.sleep(0)
    assert not order
    gate.set()
    assert await asyncio.gather(*first) == [True] * THREADS
    await asyncio.gather(*later)
    assert sorted(order) == list(range(2 * THREADS))


async def test_the_end_waits_for_everything() -> None:
    """Closing returns when all is done that was asked for, also what had not left yet."""
    trips, done = Trips(1, "trip"), list[int]()
    futures = [trips.ask(partial(done.append, n)) for n in range(3)]
    await trips.close()
    assert done == [0, 1, 2]
    assert all(future.done() for future in futures)


async def test_whoever_waits_no_more_keeps_nobody_else_waiting() -> None:
    """A future that was cancelled under way costs the others nothing, and the end comes."""
    there = Trips(1, "trip")
    cancelled, other = there.ask(threading.Event().is_set), there.ask(partial(divmod, 12, 3))
    cancelled.cancel()
    async with asyncio.timeout(5):
        assert await other == (4, 0)
        await there.close()


async def test_nothing_is_taken_on_after_the_end() -> None:
    """What is asked for too late is refused at once: nobody waits for it for ever."""
    there = Trips(THREADS, "trip")
    await there.close()
    with pytest.raises(RuntimeError):
        there.ask(threading.Event().is_set)
