"""The front without a network: a Telegram that is scripted, and a loop whose time leaps."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping

import pytest
import pytest_asyncio

from bot.telegram.network.background import Background
from bot.telegram.sending.messenger import Messenger, Wording
from tests.fakes.clock import FakeClock
from tests.fakes.elapsed import LeapingLoop, no_chance
from tests.fakes.telegram import FakeTelegram, bot_with
from tests.telegram.fronts import ADA, BEA, CID, Front, a_front
from tests.telegram.wording import nudge_text, pause_text


def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Run every test of this folder on a loop whose time leaps."""
    return {"leaping": LeapingLoop}


@pytest.fixture
def clock() -> FakeClock:
    """Return a clock that stands still."""
    return FakeClock()


@pytest_asyncio.fixture
async def telegram() -> FakeTelegram:
    """Return a Telegram that is well."""
    return FakeTelegram()


@pytest_asyncio.fixture
async def background() -> AsyncIterator[Background]:
    """Return what lanes run in; nothing may be left in the end."""
    background = Background()
    yield background
    await background.finish(3600)


@pytest_asyncio.fixture
async def messenger(telegram: FakeTelegram, background: Background, clock: FakeClock) -> Messenger:
    """Return a messenger to that Telegram."""
    wording = Wording(nudge_text, pause_text)
    return Messenger(bot_with(telegram), wording, clock, background, no_chance)


@pytest_asyncio.fixture
async def front(
    telegram: FakeTelegram, messenger: Messenger, background: Background, clock: FakeClock
) -> Front:
    """Return an intake for Ada, Bea and Cid."""
    return a_front(telegram, messenger, background, clock, frozenset({ADA, BEA, CID}))
