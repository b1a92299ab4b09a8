"""What the intake promises when turns fail, the disk is full, or it is told to stop."""

import asyncio

import pytest

from bot.domain.records.book import Book
from bot.domain.records.profile import Profile
from bot.languages import Language
from tests.fakes.telegram import pressed, typed
from tests.telegram.fronts import ADA, BEA, CID, STRANGER, Front


async def test_poison_is_set_aside_after_three_tries(
    front: Front, caplog: pytest.LogCaptureFixture
) -> None:
    """An update that always fails is tried three times, the user is told, the next one is taken."""
    front.books.books[ADA] = Book(Profile(Language.NB))
    await front.take(typed(10, ADA, "poison"), typed(11, ADA, "fine"))
    assert [text for _, text in front.echo.heard] == ["poison"] * 3 + ["fine"]
    assert front.telegram.texts == ["sorry nb", "fine"]
    assert 12 in front.telegram.offsets
    assert "update 10 (Typed) is set aside" in caplog.text
    assert "poison" not in caplog.text
    assert "secret" not in caplog.text


async def test_a_poisoned_press_is_released(front: Front) -> None:
    """A button whose press cannot be dealt with does not keep spinning."""
    front.books.unreadable[ADA] = 4
    await front.take(pressed(10, ADA))
    assert [c.method for c in front.telegram.calls[2:4]] == ["answerCallbackQuery", "sendMessage"]
    assert front.telegram.texts == ["sorry en"]


async def test_a_stumble_is_forgiven(front: Front) -> None:
    """An update that fails once goes well on the second try, and nobody is told."""
    await front.take(typed(10, ADA, "stumble"))
    assert front.telegram.texts == ["stumble"]


async def test_what_could_not_be_stored_is_not_acknowledged(front: Front) -> None:
    """A full disk: the update is asked for again until it is stored; the user is told once.

    Others go on meanwhile, and what the same user wrote behind it waits for its turn.
    """
    front.books.broken[ADA] = 6
    front.telegram.say(typed(10, ADA, "one"), typed(11, BEA), typed(12, ADA, "two"))
    async with front.running(6):
        front.telegram.say(typed(13, CID))
        await asyncio.sleep(5)
        assert set(front.telegram.offsets) == {None, 10}
        assert front.books.books.keys() == {BEA, CID}
        await asyncio.sleep(60)
    assert front.telegram.texts == ["hello", "sorry en", "hello", "one", "two"]
    assert front.books.books[ADA].handled == (10, 12)
    assert front.books.books[BEA].handled == (11,)
    assert 14 in front.telegram.offsets


async def test_a_stranger_is_answered_once_while_others_wait(front: Front) -> None:
    """An update that comes again only because another waits is not answered again."""
    front.books.broken[ADA] = 2
    await front.take(typed(10, ADA), typed(11, STRANGER))
    assert front.telegram.texts == ["not for 99", "hello"]


async def test_stopping_finishes_the_batch(front: Front) -> None:
    """A stop in the middle of a batch: all of it is committed, confirmed and answered."""
    front.books.slow[ADA] = 5.0
    front.telegram.say(*(typed(10 + i, ADA, f"n{i}") for i in range(3)))
    async with front.running(2):
        pass
    assert front.books.books[ADA].handled == (10, 11, 12)
    assert front.telegram.offsets == [None, 13]
    assert front.telegram.calls[1].given["limit"] == 1
    assert front.telegram.texts == ["n0", "n1", "n2"]


async def test_stopping_breaks_a_waiting_poll(front: Front) -> None:
    """A stop does not wait for the long poll to end, and has nothing to confirm."""
    async with front.running(5):
        pass
    assert front.telegram.offsets == [None]


async def test_stopping_breaks_a_pause(front: Front) -> None:
    """A stop while the storage fails ends at once; nothing was acknowledged."""
    front.books.broken[ADA] = 1000
    front.telegram.say(typed(10, ADA))
    async with front.running(30):
        began = asyncio.get_running_loop().time()
    assert asyncio.get_running_loop().time() - began == pytest.approx(60, abs=0.1)
    assert set(front.telegram.offsets) == {None, 10}


async def test_a_broken_reader_stops_nothing(
    front: Front, caplog: pytest.LogCaptureFixture
) -> None:
    """An update with parts that the library cannot read is passed over; the others are taken."""
    await front.take(
        typed(10, ADA, "one"),
        {"update_id": 11, "message": {"odd": "secret"}},
        typed(12, ADA, "two"),
    )
    assert front.telegram.texts == ["one", "two"]
    assert 13 in front.telegram.offsets
    assert "update 11 cannot be read" in caplog.text


async def test_an_update_without_a_sender_stops_nothing(
    front: Front, caplog: pytest.LogCaptureFixture
) -> None:
    """An update that makes no sense is logged and passed over."""
    nobody = {"id": "q", "from": None, "chat_instance": "1", "data": "wk"}
    await front.take({"update_id": 10, "callback_query": nobody}, typed(11, ADA))
    assert front.telegram.texts == ["hello"]
    assert "update 10 cannot be read" in caplog.text


async def test_a_poisoned_stranger_is_told(front: Front) -> None:
    """Whoever it is, an update that cannot be dealt with ends in an apology."""
    front.echo.stranger = None  # type: ignore[assignment,method-assign]
    await front.take(typed(10, STRANGER))
    assert front.telegram.texts == ["sorry en"]
    assert front.books.books == {}
