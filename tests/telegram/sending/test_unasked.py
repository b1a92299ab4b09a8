"""What the messenger promises for what Hei says unasked: fates, holds and pace."""

import asyncio
from collections.abc import Callable

import pytest

from bot.application.ports import RecipientGone, TryLater
from bot.conversation.effects import Deliver, Message, Say
from bot.domain.records.book import Book
from bot.domain.records.nudge import Origin
from bot.telegram.network.background import Background
from bot.telegram.sending.messenger import Messenger
from tests.fakes.telegram import (
    FakeTelegram,
    Refusal,
    dropped,
    refused_connection,
    timed_out,
)
from tests.telegram.wording import a_nudge

USER = 42
WAIT = Refusal(429, "Too Many Requests: retry after 30", 30)


def say(text: str) -> Say:
    """Return an answer of one text."""
    return Say(Message(text))


async def test_a_nudge_tells_its_message(messenger: Messenger, telegram: FakeTelegram) -> None:
    """A nudge that was sent is known by the id of its message."""
    message_id = await messenger.deliver(USER, Book(), a_nudge(7))
    assert message_id == 1001
    assert telegram.texts == ["nudge 7"]


@pytest.mark.parametrize(
    "refusal",
    [
        Refusal(403, "Forbidden: bot was blocked by the user"),
        Refusal(403, "Forbidden: user is deactivated"),
        Refusal(400, "Bad Request: chat not found"),
    ],
)
async def test_a_nudge_to_nobody(
    messenger: Messenger, telegram: FakeTelegram, refusal: Refusal
) -> None:
    """Blocked, deleted, never started: the recipient is gone."""
    telegram.script["sendMessage"].append(refusal)
    with pytest.raises(RecipientGone):
        await messenger.deliver(USER, Book(), a_nudge())


@pytest.mark.parametrize(
    "failure",
    [WAIT, refused_connection(), Refusal(500, "Internal Server Error"), Refusal(401, "no")],
)
async def test_a_nudge_that_surely_did_not_arrive(
    messenger: Messenger, telegram: FakeTelegram, failure: Refusal
) -> None:
    """A nudge that did not arrive is for later, and this attempt is over at once."""
    telegram.script["sendMessage"].append(failure)
    with pytest.raises(TryLater):
        await messenger.deliver(USER, Book(), a_nudge())
    assert len(telegram.calls) == 1


@pytest.mark.parametrize("failure", [timed_out, dropped])
async def test_a_nudge_of_unknown_fate_counts_as_sent(
    messenger: Messenger, telegram: FakeTelegram, failure: Callable[[], Exception]
) -> None:
    """A nudge that may have arrived is not repeated (docs/semantics.md, 6)."""
    telegram.script["sendMessage"].append(failure())
    assert await messenger.deliver(USER, Book(), a_nudge()) is None


async def test_a_nudge_with_an_unreadable_answer_counts_as_sent(
    messenger: Messenger, telegram: FakeTelegram
) -> None:
    """Telegram said yes, in words that cannot be read: it is not sent again."""
    telegram.script["sendMessage"].append({"odd": 1})
    assert await messenger.deliver(USER, Book(), a_nudge()) is None
    assert len(telegram.calls) == 1


async def test_a_nudge_that_telegram_refuses_ends(
    messenger: Messenger, telegram: FakeTelegram
) -> None:
    """A nudge refused in HTML and plain counts as sent rather than coming back for ever."""
    telegram.script["sendMessage"].extend([Refusal(400, "Bad Request: no")] * 2)
    assert await messenger.deliver(USER, Book(), a_nudge()) is None


async def test_a_held_chat_gets_no_nudge(messenger: Messenger, telegram: FakeTelegram) -> None:
    """While Telegram holds a chat its nudges are for later, asked for or not; then they go."""
    telegram.script["sendMessage"].append(WAIT)
    for origin in (Origin.PLANNED, Origin.PLANNED, Origin.ASKED):
        with pytest.raises(TryLater):
            await messenger.deliver(USER, Book(), a_nudge(1, origin))
    assert len(telegram.calls) == 1
    await asyncio.sleep(31)
    assert await messenger.deliver(USER, Book(), a_nudge())


@pytest.mark.parametrize("origin", Origin)
async def test_a_held_chat_is_not_waited_for(
    messenger: Messenger, telegram: FakeTelegram, origin: Origin
) -> None:
    """An answer that waits for the end of the hold keeps no heartbeat waiting behind it."""
    telegram.script["sendMessage"].append(WAIT)
    messenger.perform(USER, (say("one"),))
    await asyncio.sleep(1)
    async with asyncio.timeout(1):
        with pytest.raises(TryLater):
            await messenger.deliver(USER, Book(), a_nudge(1, origin))
    await asyncio.sleep(31)
    assert telegram.texts == ["one", "one"]


async def test_an_asked_nudge_comes_after_the_answer(
    messenger: Messenger, telegram: FakeTelegram
) -> None:
    """A nudge asked for comes behind the answers that were waiting before it."""
    telegram.slow = 1.0
    messenger.perform(USER, (say("one"), say("two"), Deliver(Book(), a_nudge(9))))
    await messenger.deliver(USER, Book(), a_nudge(9, Origin.ASKED))
    assert telegram.texts == ["one", "two", "nudge 9"]


async def test_only_unasked_nudges_are_paced(messenger: Messenger, telegram: FakeTelegram) -> None:
    """Unasked messages keep a second's distance in a chat; what was asked goes at once."""
    await messenger.deliver(USER, Book(), a_nudge(1))
    await messenger.tell_pause(USER, Book())
    await messenger.deliver(USER, Book(), a_nudge(3, Origin.ASKED))
    times = [call.at for call in telegram.calls]
    assert telegram.texts == ["nudge 1", "pause", "nudge 3"]
    assert times == pytest.approx([0.0, 1.0, 1.0], abs=0.01)


async def test_nobody_waits_after_the_end(
    messenger: Messenger, telegram: FakeTelegram, background: Background
) -> None:
    """When the program ends, a nudge that still waits for its turn is let go of, unsent."""
    telegram.slow = 30.0
    messenger.perform(USER, (say("one"),))
    bringing = asyncio.ensure_future(messenger.deliver(USER, Book(), a_nudge(9, Origin.ASKED)))
    await asyncio.sleep(1)
    messenger.abandon()
    with pytest.raises(asyncio.CancelledError):
        await bringing
    await background.finish(600)
    assert telegram.texts == ["one"]
