"""A postman who keeps what they were given, and fails when told to."""

import asyncio
from dataclasses import dataclass, field

from bot.domain.records.book import Book
from bot.domain.records.nudge import Nudge


@dataclass(slots=True)
class FakePostman:
    """The ``Postman`` port without a network.

    ``brought`` holds every nudge that arrived, ``pauses`` everybody who was told of a pause.
    ``failures`` are raised first, one for each attempt; ``road`` is closed while a test wants a
    nudge to be under way, and ``left`` tells that one is. With ``unsure`` nothing is known of what
    was sent.
    """

    brought: list[Nudge] = field(default_factory=list)
    pauses: list[int] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    road: asyncio.Event = field(default_factory=asyncio.Event)
    left: asyncio.Event = field(default_factory=asyncio.Event)
    unsure: bool = False

    def __post_init__(self) -> None:
        self.road.set()

    async def deliver(self, user_id: int, book: Book, nudge: Nudge) -> int | None:
        """Keep a nudge; see the port."""
        assert book.nudges[nudge.id].is_planned, f"user {user_id} gets what is not on disk"
        self.left.set()
        await self.road.wait()
        if self.failures:
            raise self.failures.pop(0)
        self.brought.append(nudge)
        return None if self.unsure else 1000 + len(self.brought)

    async def tell_pause(self, user_id: int, book: Book) -> None:
        """Keep who was told of a pause; see the port."""
        assert book.dose.pause_until is not None
        if self.failures:
            raise self.failures.pop(0)
        self.pauses.append(user_id)
