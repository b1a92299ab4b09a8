"""What the long poll promises: it never raises, waits as long as is right, and recovers."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from bot.telegram.receiving.polling import FLOOR, GRACE, HOLD, Polling
from tests.fakes.elapsed import no_chance
from tests.fakes.telegram import (
    FakeTelegram,
    Refusal,
    bot_with,
    dropped,
    refused_connection,
    timed_out,
    typed,
)


@pytest.fixture
def polling(telegram: FakeTelegram) -> Polling:
    """Return a polling that never shortens its waits."""
    return Polling(bot_with(telegram), no_chance)


async def waited(polling: Polling) -> float:
    """Return the seconds of one failed poll."""
    began = asyncio.get_running_loop().time()
    assert await polling.updates(None) is None
    return asyncio.get_running_loop().time() - began


async def test_a_poll_asks_for_what_hei_reads(polling: Polling, telegram: FakeTelegram) -> None:
    """A poll is long, and asks for messages, their edits and pressed buttons only."""
    telegram.say(typed(10, 1))
    updates = await polling.updates(7)
    assert updates is not None
    assert [one.update_id for one in updates] == [10]
    assert telegram.calls[0].given == {
        "offset": 7,
        "timeout": HOLD,
        "allowed_updates": ["message", "edited_message", "callback_query"],
    }


@pytest.mark.parametrize(
    "failure",
    [refused_connection, dropped, timed_out, lambda: Refusal(502, "Bad Gateway")],
)
async def test_faults_back_off_and_recover(
    polling: Polling, telegram: FakeTelegram, failure: Callable[[], Exception | Refusal]
) -> None:
    """Drops, refusals and 5xx: the waits double up to 30 s, and the first success ends them."""
    telegram.script["getUpdates"].extend([failure() for _ in range(9)])
    waits = [await waited(polling) for _ in range(8)]
    assert waits == pytest.approx([0.5, 1, 2, 4, 8, 16, 30, 30])
    telegram.script["getUpdates"].clear()
    telegram.say(typed(10, 1))
    assert await polling.updates(None)
    telegram.script["getUpdates"].append(failure())
    assert await waited(polling) == pytest.approx(0.5)


async def test_the_waits_are_scattered(telegram: FakeTelegram) -> None:
    """Chance shortens a wait by up to half, so that many bots do not come back together."""
    polling = Polling(bot_with(telegram), lambda: 0.999)
    telegram.script["getUpdates"].append(dropped())
    assert await waited(polling) == pytest.approx(0.25, abs=0.01)


async def test_telegram_says_how_long(polling: Polling, telegram: FakeTelegram) -> None:
    """A 429 is obeyed."""
    telegram.script["getUpdates"].append(Refusal(429, "Too Many Requests: retry after 77", 77))
    assert await waited(polling) == pytest.approx(77)


@pytest.mark.parametrize(("code", "words"), [(401, "refuses the token"), (409, "another program")])
async def test_what_the_owner_must_mend_is_said(
    polling: Polling,
    telegram: FakeTelegram,
    caplog: pytest.LogCaptureFixture,
    code: int,
    words: str,
) -> None:
    """A revoked token and a second poller are named in the log, and waited out."""
    telegram.script["getUpdates"].append(Refusal(code, "no"))
    assert await waited(polling) > 0
    assert words in caplog.text


async def test_a_revoked_token_is_asked_slowly(polling: Polling, telegram: FakeTelegram) -> None:
    """A token that Telegram refuses is tried ever more slowly; a single refusal costs little."""
    telegram.script["getUpdates"].extend([Refusal(401, "Unauthorized")] * 8)
    waits = [await waited(polling) for _ in range(8)]
    assert waits[0] == pytest.approx(0.5)
    assert waits == sorted(waits)
    assert waits[-1] == pytest.approx(30)


async def test_the_watchdog_breaks_a_hung_poll(
    polling: Polling, telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    """A poll without any answer is broken off, with the time of the last good one, and repeated."""
    telegram.say(typed(10, 1))
    await polling.updates(None)
    telegram.script["getUpdates"].append(asyncio.Event().wait)
    assert await waited(polling) == pytest.approx(HOLD + GRACE + 0.5)
    assert "last good poll: 30 s ago" in caplog.text
    assert await polling.updates(None)


async def test_an_eager_server_does_not_make_it_spin(
    polling: Polling, telegram: FakeTelegram
) -> None:
    """An empty answer that comes at once is followed by a short wait, a full one is not."""
    telegram.script["getUpdates"].extend([[], [typed(10, 1)]])
    assert await polling.updates(None) == ()
    assert asyncio.get_running_loop().time() == pytest.approx(FLOOR)
    assert await polling.updates(None)
    assert asyncio.get_running_loop().time() == pytest.approx(FLOOR)


async def test_a_stop_is_quiet(
    polling: Polling, telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    """A stopped polling ends what is under way at once and logs no fault."""
    poll = asyncio.ensure_future(polling.updates(None))
    await asyncio.sleep(1)
    polling.stop()
    polling.stop()
    assert await poll is None
    await polling.pause(100)
    assert asyncio.get_running_loop().time() == pytest.approx(1)
    assert not caplog.records
    assert len(telegram.calls) == 1


async def test_confirming_never_fails(polling: Polling, telegram: FakeTelegram) -> None:
    """The last word to Telegram is a courtesy: an error or a hang ends it within seconds."""
    telegram.script["getUpdates"].extend([dropped(), asyncio.Event().wait])
    await polling.confirm(5)
    await polling.confirm(5)
    assert asyncio.get_running_loop().time() == pytest.approx(3)


async def test_an_unreadable_batch_can_fail_too(polling: Polling, telegram: FakeTelegram) -> None:
    """A fault while reading updates one by one is waited out like any other."""
    odd = {"update_id": 1, "message": {"odd": 1}}
    telegram.script["getUpdates"].extend([[odd], dropped()])
    assert await waited(polling) == pytest.approx(0.5)


@pytest.mark.parametrize("answer", [{"odd": 1}, [{"message": {}}], [5]])
async def test_an_answer_without_updates_is_waited_out(
    polling: Polling, telegram: FakeTelegram, answer: dict[str, Any] | list[Any]
) -> None:
    """What is no list of updates, however often, ends nothing: it is a failed poll."""
    telegram.script["getUpdates"].extend([answer] * 2)
    assert await waited(polling) == pytest.approx(0.5)
    telegram.say(typed(10, 1))
    assert await polling.updates(None)
