"""What a round promises to everybody who is due."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

import pytest

from bot.application.deliver_nudges import Deliverer
from bot.telegram.rounds import Rounds
from bot.telegram.sending.messenger import Messenger
from tests.fakes.books import MemoryBooks
from tests.fakes.clock import FakeClock


class DueBooks(MemoryBooks):
    """Books in which some users are due, and stay so when their Book cannot be opened."""

    def __init__(self, clock: FakeClock, due: Sequence[int]) -> None:
        super().__init__(clock)
        self.waiting = list(due)

    async def due(self, now: datetime, limit: int) -> Sequence[int]:  # noqa: ARG002
        """Return the first of those who wait."""
        return self.waiting[:limit]


class Looks(Deliverer):
    """A deliverer that notes whom it looked after; some cannot be."""

    __slots__ = ("alone", "failing", "most", "now_under_way", "seen")

    def __init__(self, books: DueBooks, postman: Messenger, clock: FakeClock) -> None:
        super().__init__(books, postman, clock)
        self.seen: Counter[int] = Counter()
        self.failing: set[int] = set()
        self.now_under_way = self.most = 0

    async def deliver_due(self, user_id: int) -> None:
        """Note it, take a second, and succeed unless told otherwise."""
        self.seen[user_id] += 1
        self.now_under_way += 1
        self.most = max(self.most, self.now_under_way)
        await asyncio.sleep(1)
        self.now_under_way -= 1
        if user_id in self.failing:
            raise RuntimeError("what a user wrote")
        self.books.waiting.remove(user_id)  # type: ignore[attr-defined]


def going_round(messenger: Messenger, clock: FakeClock, due: Sequence[int]) -> tuple[Rounds, Looks]:
    """Return rounds over these users, and the deliverer that looks after them."""
    books = DueBooks(clock, due)
    looks = Looks(books, messenger, clock)
    return Rounds(books, looks, clock), looks


async def test_everybody_due_is_served(messenger: Messenger, clock: FakeClock) -> None:
    """All who are due have one look in a round, however many, a few at a time."""
    rounds, looks = going_round(messenger, clock, range(250))
    await rounds.go()
    assert looks.seen == Counter(range(250))
    assert looks.most == 8


async def test_one_failure_stops_nobody(
    messenger: Messenger, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    """Users who cannot be served are logged, tried once in a round, and hide nobody behind them."""
    rounds, looks = going_round(messenger, clock, range(250))
    looks.failing = set(range(120))
    await rounds.go()
    assert looks.seen == Counter(range(250))
    assert len(caplog.records) == 120
    assert "what a user wrote" not in caplog.text
    await rounds.go()
    assert looks.seen[0] == 2


async def test_beats_wait_for_one_another(messenger: Messenger, clock: FakeClock) -> None:
    """Two rounds at once do not serve anybody side by side."""
    rounds, looks = going_round(messenger, clock, [1])
    looks.failing = {1}
    await asyncio.gather(rounds.go(), rounds.go())
    assert (looks.seen[1], looks.most) == (2, 1)


async def test_a_stopped_pulse_begins_with_nobody(messenger: Messenger, clock: FakeClock) -> None:
    """After a stop those under way are served to the end, and no others."""
    rounds, looks = going_round(messenger, clock, range(50))
    round_ = asyncio.ensure_future(rounds.go())
    await asyncio.sleep(0.5)
    rounds.stop()
    await round_
    assert looks.seen == Counter(range(8))
    assert looks.now_under_way == 0
