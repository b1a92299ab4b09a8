"""What can be made to go wrong goes wrong exactly that often."""

import asyncio

import pytest
from telegram import Bot
from telegram.error import InvalidToken, NetworkError, TelegramError, TimedOut

from bot.tryout.bot_api.troubles import EVERY_METHOD
from bot.tryout.client import Person
from bot.tryout.server import Tryout
from bot.tryout.world.errors import HungUp


async def test_drop_before_the_effect(tryout: Tryout, bot: Bot, person: Person) -> None:
    """The connection ends, nothing was sent, and the call after that goes well."""
    tryout.faults.drop("sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(42, "a")
    assert person.messages == []
    await bot.send_message(42, "a")


async def test_drop_after_the_effect(tryout: Tryout, bot: Bot, person: Person) -> None:
    """The answer is lost, but the message is there, as often as asked for."""
    tryout.faults.drop("sendMessage", 2, after_effect=True)
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(42, "a")
    await bot.send_message(42, "a")
    assert len(person.messages) == 3


async def test_hanging_call_goes_on_when_cleared(tryout: Tryout, bot: Bot, person: Person) -> None:
    """No answer comes until the faults are cleared; then the call is carried out."""
    tryout.faults.hang("sendMessage")
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        sending = group.create_task(bot.send_message(42, "a"))
        await bot.get_me()
        assert person.messages == []
        tryout.faults.clear()
        assert (await sending).text == "a"


async def test_caller_who_gives_up_is_not_served(tryout: Tryout, bot: Bot, person: Person) -> None:
    """A hanging call whose caller timed out is never carried out."""
    tryout.faults.hang("sendMessage")
    with pytest.raises(TimedOut):
        await bot.send_message(42, "a", read_timeout=0.05)
    await bot.get_me()
    tryout.faults.clear()
    await bot.get_me()
    assert person.messages == []


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (500, "Internal Server Error"),
        (502, "Bad Gateway"),
        (409, "terminated by other getUpdates"),
        (401, "Unauthorized"),
    ],
)
async def test_refusals_come_as_often_as_asked(
    tryout: Tryout, bot: Bot, code: int, sentence: str
) -> None:
    """The next calls of every method get the status, and then all is well."""
    tryout.faults.refuse(EVERY_METHOD, code, 2)
    with pytest.raises((TelegramError, InvalidToken), match=sentence):
        await bot.get_updates()
    with pytest.raises((TelegramError, InvalidToken), match=sentence):
        await bot.get_webhook_info()
    assert await bot.get_updates() == ()


def test_too_many_requests_say_how_long(tryout: Tryout) -> None:
    """A 429 carries the seconds to wait, one when nothing else is said."""
    tryout.faults.refuse("sendMessage", 429, retry_after=7)
    tryout.faults.refuse("sendMessage", 429)
    assert tryout.faults.next_for("getMe") is None
    waits = []
    for _ in range(2):
        fault = tryout.faults.next_for("sendMessage")
        assert fault is not None
        assert fault.error is not None
        waits.append(fault.error.retry_after)
    assert waits == [7, 1]
    assert tryout.faults.next_for("sendMessage") is None


async def test_clearing_twice_is_safe(tryout: Tryout) -> None:
    """Clearing wakes whoever hangs once, and who hung up stays gone."""
    loop = asyncio.get_running_loop()
    hanging = loop.create_future()
    waiting = asyncio.ensure_future(tryout.faults.wait(hanging))
    await loop.run_in_executor(None, lambda: None)
    hanging.set_exception(HungUp())
    tryout.faults.clear()
    with pytest.raises(HungUp):
        await waiting
