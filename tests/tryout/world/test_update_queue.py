"""getUpdates hands out, keeps and forgets as Telegram does."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import Bot
from telegram.error import Conflict

from bot.tryout.client import Person
from bot.tryout.server import Tryout
from bot.tryout.world.errors import HungUp
from bot.tryout.world.update_queue import Updates

TOKEN = "7100200300:ABC"  # noqa: S105  (it opens nothing but the stand-in)


@pytest.fixture
async def second(tryout: Tryout) -> AsyncIterator[Bot]:
    """Return another instance of the same bot, with connections of its own."""
    async with Bot(TOKEN, base_url=tryout.base_url) as started:
        yield started


@pytest.fixture
async def five(person: Person) -> Person:
    """Return a person who wrote five messages that nobody fetched."""
    for text in "abcde":
        await person.type(text)
    return person


async def test_updates_stay_until_confirmed(bot: Bot, five: Person) -> None:
    """Only an offset beyond an update forgets it; ids grow by one."""
    first = await bot.get_updates()
    assert [one.message.text for one in first if one.message] == list("abcde")
    assert [one.update_id - first[0].update_id for one in first] == list(range(5))
    again = await bot.get_updates(offset=first[2].update_id, limit=2)
    assert [one.update_id for one in again] == [first[2].update_id, first[3].update_id]
    assert await bot.get_updates(offset=first[-1].update_id + 1) == ()
    assert five.messages[0].text == "a"


async def test_negative_offset_keeps_the_newest(bot: Bot, five: Person) -> None:
    """Minus two forgets all but the last two."""
    kept = await bot.get_updates(offset=-2)
    assert [one.message.text for one in kept if one.message] == ["d", "e"]
    assert len(await bot.get_updates()) == 2
    assert len(five.messages) == 5


async def test_limit_is_between_1_and_100(bot: Bot, person: Person) -> None:
    """More than 100 or fewer than one are never handed out when there are any."""
    for _ in range(101):
        await person.type("a")
    assert len(await bot.get_updates(limit=1000)) == 100
    assert len(await bot.get_updates(limit=0)) == 1


async def test_long_poll_wakes_at_once(bot: Bot, person: Person) -> None:
    """A waiting poll returns as soon as somebody writes, long before its time is over."""
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        poll = group.create_task(bot.get_updates(timeout=50))
        await bot.get_me()
        await person.type("hello")
    assert [one.message.text for one in poll.result() if one.message] == ["hello"]


async def test_long_poll_ends_empty() -> None:
    """When nothing comes, a poll ends without anything."""
    updates = Updates()
    await updates.wait(asyncio.get_running_loop().create_future(), 0.001)
    assert updates.head(100) == b"[]"
    await updates.wait(asyncio.get_running_loop().create_future(), 0)


async def test_newer_poll_ends_the_older(bot: Bot, second: Bot, person: Person) -> None:
    """Of two polls at once the older gets a conflict and the newer the updates."""
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        older = group.create_task(_conflict(bot))
        await bot.get_me()
        newer = group.create_task(second.get_updates(timeout=50))
        assert await older == (
            "Conflict: terminated by other getUpdates request; "
            "make sure that only one bot instance is running"
        )
        await person.type("hello")
    assert len(newer.result()) == 1


async def _conflict(bot: Bot) -> str:
    with pytest.raises(Conflict) as ended:
        await bot.get_updates(timeout=50)
    return str(ended.value)


async def test_caller_who_leaves_loses_nothing(
    tryout: Tryout, bot: Bot, second: Bot, person: Person
) -> None:
    """An update that comes after a poll broke off waits for the next poll."""
    poll = asyncio.ensure_future(bot.get_updates(timeout=50))
    await bot.get_me()
    poll.cancel()
    with pytest.raises(asyncio.CancelledError):
        await poll
    await bot.get_me()
    await person.type("hello")
    assert len(tryout.chats.updates) == 1
    assert len(await second.get_updates()) == 1


async def test_allowed_updates_choose_kinds(bot: Bot, call: Any, person: Person) -> None:
    """From the call on only the kinds asked for are queued; an empty list means the usual ones."""
    message = await person.type("a")
    await bot.get_updates(allowed_updates=["edited_message"])
    await person.type("b")
    await person.edit(message, "c")
    kinds = [sorted(one.to_dict()) for one in await bot.get_updates(allowed_updates=[])]
    assert kinds == [["message", "update_id"], ["edited_message", "update_id"]]
    person.block()
    person.block()
    assert (await call("getUpdates", offset=-1))["result"][0]["my_chat_member"]["new_chat_member"][
        "status"
    ] == "kicked"


async def test_dropping_pending_updates(bot: Bot, five: Person) -> None:
    """Deleting the webhook may drop what waits; the webhook itself was never there."""
    assert (await bot.get_webhook_info()).pending_update_count == 5
    assert await bot.delete_webhook()
    assert await bot.delete_webhook(drop_pending_updates=True)
    assert (await bot.get_webhook_info()).pending_update_count == 0
    assert five.messages


async def test_closing_ends_a_waiting_poll() -> None:
    """Nobody waits for a stand-in that is gone, and closing one that nobody polls is fine."""
    updates = Updates()
    updates.close()
    poll = asyncio.get_running_loop().create_future()
    waiting = asyncio.ensure_future(updates.wait(poll, 50))
    while not waiting.done():
        await asyncio.get_running_loop().run_in_executor(None, lambda: None)
        updates.close()
    with pytest.raises(HungUp):
        await waiting
