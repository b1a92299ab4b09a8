"""What the connections to Telegram promise."""

import asyncio

import pytest
from telegram.error import NetworkError

from bot.telegram.network.connections import Connections
from tests.fakes.telegram import FakeTelegram, bot_with, dropped


class Exchange:
    """Makes connections and keeps them in sight."""

    def __init__(self) -> None:
        self.made: list[FakeTelegram] = []

    def __call__(self) -> FakeTelegram:
        """Return another connection, each of whose calls takes a second."""
        telegram = FakeTelegram()
        telegram.slow = 1.0
        self.made.append(telegram)
        return telegram


async def test_calls_go_side_by_side_up_to_a_most() -> None:
    """As many calls as agreed are under way at once, each on a connection of its own."""
    exchange = Exchange()
    async with bot_with(Connections(exchange, 4)) as bot:
        await asyncio.gather(*(bot.send_message(1, "hello") for _ in range(12)))
        assert all(one.is_open for one in exchange.made)
    assert len(exchange.made) == 4
    assert all(max(one.under_way) == 1 for one in exchange.made)
    assert asyncio.get_running_loop().time() == pytest.approx(1 + 3)
    assert not any(one.is_open for one in exchange.made)


async def test_one_call_at_a_time_needs_one_connection() -> None:
    """A connection that is free is used again before another is made, also after an error."""
    exchange = Exchange()
    async with bot_with(Connections(exchange, 4)) as bot:
        exchange.made[0].script["sendMessage"].append(dropped())
        with pytest.raises(NetworkError):
            await bot.send_message(1, "lost")
        await bot.send_message(1, "hello")
    assert len(exchange.made) == 1


async def test_a_poll_waits_as_its_connection_does() -> None:
    """The library adds a connection's own patience to that of a long poll."""
    assert Connections(Exchange(), 4).read_timeout == 5.0
