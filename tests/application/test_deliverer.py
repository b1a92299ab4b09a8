"""Bringing nudges: once if it can be known, twice at the most, never about the wrong person."""

import asyncio
from dataclasses import replace

import pytest

from bot.application.change_contact import let_go
from bot.application.deliver_nudges import Deliverer
from bot.application.log_outcome import Event, skip, subject_of
from bot.application.ports import RecipientGone, TryLater
from bot.application.write_nudge import ask_nudge
from bot.domain.records.book import Book
from bot.domain.records.nudge import Closing, Nudge
from tests.domain.people import KARI, NOON, due_since, nudged
from tests.fakes.books import MemoryBooks
from tests.fakes.clock import FakeClock
from tests.fakes.postman import FakePostman

USER = 7


class Round:
    """A deliverer on his round, with everything he touches in plain sight."""

    def __init__(self, book: Book | None = None) -> None:
        """Begin with one user whose Book this is."""
        self.clock = FakeClock(NOON)
        self.books = MemoryBooks(self.clock)
        self.postman = FakePostman()
        self.deliverer = Deliverer(self.books, self.postman, self.clock)
        self.books.books[USER] = book or due_since(1.5)

    @property
    def book(self) -> Book:
        """The user's Book as it was last committed."""
        return self.books.books[USER]

    @property
    def newest(self) -> Nudge:
        """The newest nudge in it."""
        return self.book.nudges[max(self.book.nudges)]

    async def deliver_due(self) -> None:
        """Look after the user once."""
        await self.deliverer.deliver_due(USER)


@pytest.fixture
async def round_() -> Round:
    """Return a round on which Kari is due."""
    return Round()


async def test_planned_then_brought_then_sent(round_: Round) -> None:
    """It is on disk as planned before it goes out, and as sent afterwards."""
    await round_.deliver_due()
    assert [one.contact_id for one in round_.postman.brought] == [KARI]
    assert round_.newest.is_open
    assert round_.newest.message_id == 1001
    assert round_.books.commits == 2


async def test_nothing_due_writes_nothing() -> None:
    """A look that finds nothing costs no commit."""
    round_ = Round(due_since(0.2))
    await round_.deliver_due()
    assert round_.books.commits == 0


async def test_a_second_beat_brings_nothing_more(round_: Round) -> None:
    """One nudge, however often the heart rounds."""
    for _ in range(5):
        await round_.deliver_due()
    assert len(round_.postman.brought) == 1


async def test_whoever_blocked_the_bot_keeps_the_book(round_: Round) -> None:
    """The Book stays, the nudge is withdrawn, and nothing is tried again."""
    round_.postman.failures = [RecipientGone()]
    await round_.deliver_due()
    assert round_.book.profile.unreachable
    assert round_.book.contacts.keys() == {KARI}
    assert round_.newest.how is Closing.WITHDRAWN
    await round_.deliver_due()
    round_.clock.advance(days=30)
    await round_.deliver_due()
    assert round_.postman.brought == []
    assert await round_.books.next_due_at(USER) is None


async def test_whoever_blocked_the_bot_while_being_forgotten(round_: Round) -> None:
    """A Book emptied meanwhile gets no nudge back."""
    round_.postman.road.clear()
    round_.postman.failures = [RecipientGone()]
    delivery = asyncio.ensure_future(round_.deliver_due())
    await round_.postman.left.wait()
    async with round_.books.open(USER) as work:
        work.book = work.book.without_contact(KARI)
    round_.postman.road.set()
    await delivery
    assert round_.book.nudges == {}
    assert round_.book.profile.unreachable


async def test_whoever_blocked_the_bot_after_forgetting_everything(round_: Round) -> None:
    """Promise: forgotten is forgotten; the nudge under way brings no Book back."""
    round_.postman.road.clear()
    round_.postman.failures = [RecipientGone()]
    delivery = asyncio.ensure_future(round_.deliver_due())
    await round_.postman.left.wait()
    async with round_.books.open(USER) as work:
        work.erase()
    round_.postman.road.set()
    await delivery
    assert USER not in round_.books.books


async def test_what_was_answered_before_it_was_lost_stays_answered(round_: Round) -> None:
    """A nudge that never arrived keeps the answer that was given meanwhile."""
    round_.postman.road.clear()
    round_.postman.failures = [RecipientGone()]
    delivery = asyncio.ensure_future(round_.deliver_due())
    await round_.postman.left.wait()
    async with round_.books.open(USER) as work:
        work.book = skip(work.book, subject_of(work.book, round_.newest), Event(NOON))
    round_.postman.road.set()
    await delivery
    assert round_.newest.how is Closing.SKIPPED


async def test_try_later_stays_planned(round_: Round) -> None:
    """What surely did not arrive is brought by a later delivery, as it was worded."""
    round_.postman.failures = [TryLater(), TryLater()]
    await round_.deliver_due()
    planned = round_.newest
    assert planned.is_planned
    await round_.deliver_due()
    await round_.deliver_due()
    assert round_.postman.brought == [planned]
    assert round_.newest.is_open


async def test_an_unknown_fate_is_not_repeated(round_: Round) -> None:
    """A send that may have gone out counts as sent."""
    round_.postman.unsure = True
    await round_.deliver_due()
    await round_.deliver_due()
    assert len(round_.postman.brought) == 1
    assert round_.newest.is_open
    assert round_.newest.message_id is None


async def test_a_crash_between_planned_and_sent_repeats_one(round_: Round) -> None:
    """A planned nudge is brought once more after a restart, and then no more."""
    round_.postman.road.clear()
    delivery = asyncio.ensure_future(round_.deliver_due())
    await round_.postman.left.wait()
    delivery.cancel()
    with pytest.raises(asyncio.CancelledError):
        await delivery
    assert round_.newest.is_planned
    restarted = Round(round_.book)
    await restarted.deliver_due()
    await restarted.deliver_due()
    assert [one.id for one in restarted.postman.brought] == [round_.newest.id]


async def test_let_go_before_it_could_be_sent(round_: Round) -> None:
    """A nudge that waited for a second try is withdrawn when its person was let go meanwhile."""
    round_.postman.failures = [TryLater()]
    await round_.deliver_due()
    planned = round_.newest
    async with round_.books.open(USER) as work:
        work.book = let_go(work.book, work.book.contacts[KARI], NOON)
    await round_.deliver_due()
    assert round_.postman.brought == []
    assert round_.book.nudges[planned.id].how is Closing.WITHDRAWN


async def test_two_beats_at_once_send_one(round_: Round) -> None:
    """Beats that overlap bring the nudge once, wherever the first one waits."""
    round_.postman.road.clear()
    rounds = [asyncio.ensure_future(round_.deliver_due()) for _ in range(4)]
    await round_.postman.left.wait()
    await round_.deliver_due()
    round_.postman.road.set()
    await asyncio.gather(*rounds)
    assert len(round_.postman.brought) == 1


async def test_a_claimed_way_is_free_again(round_: Round) -> None:
    """The way to a user is taken once at a time and given back whatever happened."""
    round_.postman.failures = [TryLater()]
    await round_.deliver_due()
    assert round_.deliverer.claim(USER)
    assert not round_.deliverer.claim(USER)
    await round_.deliver_due()
    assert round_.postman.brought == []


async def test_a_nudge_asked_for_is_brought_on_a_claimed_way(round_: Round) -> None:
    """/hi plans, claims and brings; the heartbeat meanwhile keeps its hands off."""
    async with round_.books.open(USER) as work:
        work.book, nudge = ask_nudge(work.book, work.book.contacts[KARI], NOON)
    assert round_.deliverer.claim(USER)
    await round_.deliver_due()
    await round_.deliverer.deliver(USER, round_.book, nudge)
    assert [one.id for one in round_.postman.brought] == [nudge.id]
    assert round_.newest.is_open


@pytest.mark.parametrize("failure", [None, RecipientGone(), TryLater()])
async def test_a_pause_is_told_once(failure: Exception | None) -> None:
    """The sixth silence is told in one line; when the line fails it is not said again."""
    book, _ = nudged(due_since(1.5), KARI, NOON)
    round_ = Round(replace(book, dose=replace(book.dose, silences=5)))
    round_.postman.failures = [failure] if failure else []
    round_.clock.advance(days=2)
    await round_.deliver_due()
    await round_.deliver_due()
    assert round_.postman.pauses == ([] if failure else [USER])
    assert round_.book.dose.pause_until is not None
