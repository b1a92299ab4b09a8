"""A started stand-in, a bot that speaks to it, and a person in its chat."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from telegram import Bot

from bot.tryout.client import Person
from bot.tryout.server import Tryout
from bot.tryout.world.movable_clock import MovableClock

TOKEN = "7100200300:ABC"  # noqa: S105  (it opens nothing but the stand-in)
NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


class Standing:
    """A base clock that stands still, so that only the offset moves."""

    def now(self) -> datetime:
        """Return noon."""
        return NOON


@pytest.fixture
def clock() -> MovableClock:
    """Return a movable clock that stands at noon UTC on 1 October 2026."""
    return MovableClock(Standing())


@asynccontextmanager
async def listening(clock: MovableClock) -> AsyncIterator[Tryout]:
    """Give a stand-in that listens, with a fixed token, until the block ends."""
    stand_in = Tryout(clock, token=TOKEN)
    await stand_in.start()
    yield stand_in
    await stand_in.stop()


def speaking(tryout: Tryout) -> Bot:
    """Return an unchanged python-telegram-bot that speaks to the stand-in, not yet started."""
    return Bot(TOKEN, base_url=tryout.base_url, base_file_url=tryout.base_file_url)


@pytest.fixture
async def tryout(clock: MovableClock) -> AsyncIterator[Tryout]:
    """Return a stand-in that listens."""
    async with listening(clock) as stand_in:
        yield stand_in


@pytest.fixture
async def bot(tryout: Tryout) -> AsyncIterator[Bot]:
    """Return a bot that speaks to the stand-in."""
    async with speaking(tryout) as started:
        yield started


@pytest.fixture
def person(tryout: Tryout) -> Person:
    """Return somebody who has a chat with the bot."""
    return tryout.person(42, first_name="Robin", language_code="nb", username="robin")


Caller = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
async def call(tryout: Tryout) -> AsyncIterator[Caller]:
    """Return how to call a method with JSON and see Telegram's whole answer, word by word."""
    async with httpx.AsyncClient(base_url=f"{tryout.base_url}{TOKEN}/") as client:

        async def calling(method: str, **parameters: object) -> dict[str, Any]:
            answer = await client.post(method, json=parameters)
            body: dict[str, Any] = answer.json()
            assert answer.status_code == body.get("error_code", 200)
            return body

        yield calling
