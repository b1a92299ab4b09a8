"""What the intake promises: nothing acknowledged is lost, nothing happens twice, all go on."""

import asyncio

from bot.domain.records.book import Book
from bot.domain.records.contact import DEFAULT_CADENCE, Contact
from tests.fakes.clock import START
from tests.fakes.telegram import Refusal, message, pressed, typed, user
from tests.telegram.fronts import ADA, BEA, CID, STRANGER, Front

KARI = Contact(id=1, name="Kari", cadence=DEFAULT_CADENCE, added_at=START)


async def test_an_update_is_acknowledged_after_its_commit(front: Front) -> None:
    """The offset that confirms an update is sent only when its change is committed."""
    front.books.slow[ADA] = 3.0
    front.telegram.say(typed(10, ADA))
    async with front.running(1):
        assert front.telegram.offsets == [None]
        await asyncio.sleep(4)
        assert front.telegram.offsets == [None, 11]
        assert [(who, polls) for who, polls, _ in front.books.committed] == [(ADA, 1)]


async def test_commit_acknowledge_send(front: Front) -> None:
    """Answers go out after the acknowledgement, which does not wait for them."""
    front.telegram.slow = 10.0
    await front.take(typed(10, ADA), typed(11, ADA))
    methods = [call.method for call in front.telegram.calls]
    assert methods[:3] == ["getUpdates", "getUpdates", "sendMessage"]
    assert front.telegram.calls[1].at == front.telegram.calls[2].at == 0.0


async def test_a_failed_send_fails_no_update(front: Front) -> None:
    """An update whose answer cannot be sent is done and acknowledged all the same."""
    front.telegram.script["sendMessage"].append(Refusal(403, "Forbidden: bot was blocked"))
    await front.take(typed(10, ADA))
    assert 11 in front.telegram.offsets
    assert front.books.books[ADA].handled == (10,)


async def test_each_user_is_in_order(front: Front) -> None:
    """One user's updates are taken in the order they came, whoever writes in between."""
    texts = ["a", "b", "c", "d"]
    updates = [typed(10 + i, ADA if i % 2 else BEA, text) for i, text in enumerate(texts * 2)]
    await front.take(*updates)
    assert [text for who, text in front.echo.heard if who == BEA] == ["a", "c", "a", "c"]
    assert [text for who, text in front.echo.heard if who == ADA] == ["b", "d", "b", "d"]


async def test_a_slow_user_delays_no_commit(front: Front) -> None:
    """Users go side by side: one whose commit is slow does not delay the others'."""
    front.books.slow[ADA] = 5.0
    await front.take(typed(10, ADA), typed(11, BEA), typed(12, CID))
    at = {who: at for who, _, at in front.books.committed}
    assert at == {BEA: 0.0, CID: 0.0, ADA: 5.0}


async def test_the_same_update_twice_changes_nothing(front: Front) -> None:
    """An update that comes again, though it was acknowledged, is not taken a second time."""
    front.telegram.script["getUpdates"].extend([[typed(10, ADA)], [typed(10, ADA), typed(11, ADA)]])
    await front.take()
    assert front.echo.heard == [(ADA, "hello")] * 2
    assert front.telegram.texts == ["hello"] * 2
    assert front.books.books[ADA].serial == 2


async def test_a_press_that_comes_again_is_released(front: Front) -> None:
    """A pressed button whose update was handled before the crash does not keep spinning."""
    front.books.books[ADA] = Book(handled=(10,))
    await front.take(pressed(10, ADA))
    assert front.echo.heard == []
    assert [c.method for c in front.telegram.made("answerCallbackQuery")] == ["answerCallbackQuery"]


async def test_after_a_quiet_week_any_id_may_come(front: Front) -> None:
    """Once Telegram confirmed an offset it is not asked for again: the next id may be lower."""
    front.telegram.say(typed(1000, ADA))
    async with front.running(50):
        front.telegram.say(typed(5, ADA, "later"))
        await asyncio.sleep(1)
    assert front.telegram.offsets[:3] == [None, 1001, None]
    assert [text for _, text in front.echo.heard] == ["hello", "later"]


async def test_strangers_have_no_book(front: Front) -> None:
    """Who is not admitted gets one polite line, and nothing of them is kept."""
    await front.take(typed(10, STRANGER), pressed(11, STRANGER))
    assert front.telegram.texts == ["not for 99", "not for 99"]
    assert len(front.telegram.made("answerCallbackQuery")) == 1
    assert front.books.books == {}
    assert front.echo.heard == []


async def test_what_hei_leaves_alone_is_only_confirmed(front: Front) -> None:
    """Groups, edits without words and unknown kinds are acknowledged; nothing else happens."""
    group = {"id": -5, "type": "group", "title": "Group"}
    said = {**message(ADA, 1, text="hi"), "chat": group, "from": user(ADA)}
    place = {"latitude": 60.0, "longitude": 5.0, "live_period": 60}
    edited = {**message(ADA, 2, location=place), "edit_date": 1, "from": user(ADA)}
    await front.take(
        {"update_id": 10, "message": said},
        {"update_id": 11, "edited_message": edited},
        {"update_id": 12},
    )
    assert {call.method for call in front.telegram.calls} == {"getUpdates"}
    assert 13 in front.telegram.offsets
    assert front.books.books == {}


async def test_to_be_forgotten(front: Front) -> None:
    """A turn that asks to be forgotten leaves no Book, and is answered."""
    await front.take(typed(10, ADA), typed(11, ADA, "forget"))
    assert front.books.books == {}
    assert front.telegram.texts == ["hello", "forget"]


async def test_an_asked_nudge_is_brought_once(front: Front) -> None:
    """A nudge asked for is sent after its answer, even if a heartbeat looks in between."""
    front.books.books[ADA] = Book(contacts={1: KARI}, serial=1)
    front.telegram.slow = 5.0
    front.telegram.say(typed(10, ADA, "hi"))
    async with front.running(2):
        await front.deliverer.deliver_due(ADA)
        await asyncio.sleep(20)
    assert front.telegram.texts == ["here", "nudge 3"]
    assert front.books.books[ADA].nudges[3].is_open


async def test_a_nudge_waits_for_the_one_under_way(front: Front) -> None:
    """While a nudge is on its way another stays planned, for the next heartbeat to bring."""
    assert front.deliverer.claim(ADA)
    await front.take(typed(10, ADA, "hi"))
    assert front.telegram.texts == ["here"]
    assert front.books.books[ADA].planned_nudge
