"""An intake with all it works with, ready to be run for some seconds."""

import asyncio
from collections.abc import AsyncIterator, Container
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.application.deliver_nudges import Deliverer
from bot.telegram.network.background import Background
from bot.telegram.receiving.intake import Intake
from bot.telegram.sending.messenger import Messenger
from tests.fakes.clock import FakeClock
from tests.fakes.elapsed import no_chance
from tests.fakes.telegram import FakeTelegram, bot_with
from tests.telegram.recorded_books import RecordedBooks
from tests.telegram.responders import Echo

ADA, BEA, CID, STRANGER = 1, 2, 3, 99


@dataclass
class Front:
    """An intake with everything it works with."""

    intake: Intake
    telegram: FakeTelegram
    books: RecordedBooks
    echo: Echo
    deliverer: Deliverer

    @asynccontextmanager
    async def running(self, seconds: float = 0) -> AsyncIterator[None]:
        """Run the intake for some seconds before and as long as the block; then stop it."""
        run = asyncio.ensure_future(self.intake.run())
        try:
            await asyncio.sleep(seconds)
            yield
        finally:
            self.intake.stop()
            await run
        await asyncio.sleep(60)

    async def take(self, *updates: dict[str, object], seconds: float = 20) -> None:
        """Let updates come in, and everything that follows from them within some seconds."""
        self.telegram.say(*updates)
        async with self.running(seconds):
            pass


def a_front(
    telegram: FakeTelegram,
    messenger: Messenger,
    background: Background,
    clock: FakeClock,
    allowed: Container[int],
) -> Front:
    """Build one."""
    books = RecordedBooks(clock, telegram)
    echo, deliverer = Echo(), Deliverer(books, messenger, clock)
    intake = Intake(
        bot=bot_with(telegram),
        books=books,
        responder=echo,
        messenger=messenger,
        deliverer=deliverer,
        clock=clock,
        allowed=allowed,
        background=background,
        chance=no_chance,
    )
    return Front(intake, telegram, books, echo, deliverer)
