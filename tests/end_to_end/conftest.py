"""The whole bot over loopback, at its other end a person and a clock that stands until moved."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.cli.tryout import trying
from bot.tryout.client import Person
from bot.tryout.server import Tryout
from bot.tryout.world.messages import ChatMessage, HappeningKind
from bot.tryout.world.movable_clock import MovableClock
from tests.fakes.clock import FakeClock

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday morning in November: ten o'clock in Oslo and Stockholm."""


@dataclass
class Scene:
    """A person, the bot and the time between them."""

    tryout: Tryout
    person: Person

    async def said(self, text: str, reply_to: ChatMessage | None = None) -> ChatMessage:
        """Type something and return the bot's next message."""
        await self.person.type(text, reply_to)
        return await self.heard(HappeningKind.MESSAGE)

    async def pressed(self, label: str, kind: HappeningKind = HappeningKind.MESSAGE) -> ChatMessage:
        """Press the newest button of a label and return what the bot made of it."""
        await self.person.press(label)
        return await self.heard(kind)

    async def heard(self, kind: HappeningKind) -> ChatMessage:
        """Return the next message, or the next that changed."""
        happening = await self.person.answer(kinds={kind})
        assert happening.message is not None
        return happening.message

    async def nudged(self) -> ChatMessage:
        """Let time pass until the next nudge and return it."""
        before = len(self.person.happenings)
        assert await self.tryout.advance_to_next_nudge(self.person.user.id)
        happening = await self.person.answer(before, kinds={HappeningKind.MESSAGE})
        assert happening.message is not None
        return happening.message

    async def days_pass(self, days: float) -> list[ChatMessage]:
        """Let time pass hour by hour and return the nudges that came."""
        before = len(self.person.happenings)
        for _ in range(round(days * 24)):
            await self.tryout.advance(timedelta(hours=1))
        new = self.person.happenings[before:]
        return [one.message for one in new if one.kind is HappeningKind.MESSAGE and one.message]


@pytest.fixture
async def tryout(tmp_path: Path) -> AsyncIterator[Tryout]:
    """The bot at work against the stand-in, its Books in a folder of the test's own."""
    clock = MovableClock(FakeClock(MONDAY))
    async with trying(folder=tmp_path / "data", clock=clock) as running:
        yield running


@pytest.fixture
def scene(tryout: Tryout) -> Scene:
    """An English-speaking person in front of the bot."""
    return Scene(tryout, tryout.person(1001, first_name="Robin", language_code="en"))
