"""What every kind of Books promises, whatever it keeps them in."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.application.ports import StorageFailed
from bot.application.undoing import remember
from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.policy.agenda import next_due_at
from bot.domain.records.book import Book
from bot.domain.records.change import ChangeKind
from bot.domain.records.contact import Contact, Note
from bot.domain.records.nudge import Nudge, Origin, Planned
from bot.domain.records.outcome import Outcome, OutcomeKind
from bot.domain.records.question import AskName
from tests.contracts.stores import DiskStore, MemoryStore, Store
from tests.fakes.clock import START, FakeClock

KARI, OLA, ELIN = 11, 12, 13


@pytest.fixture
def clock() -> FakeClock:
    """Return a clock that stands still."""
    return FakeClock()


@pytest.fixture(params=["memory", "tinydb"])
async def store(
    request: pytest.FixtureRequest, tmp_path: Path, clock: FakeClock
) -> AsyncIterator[Store]:
    """Yield each kind of store, ready for use."""
    on_disk = request.param == "tinydb"
    store: Store = DiskStore(tmp_path / "books", clock) if on_disk else MemoryStore(clock)
    await store.start()
    yield store
    await store.stop()


def person(number: int, name: str = "Kari", days: int = 30) -> Contact:
    """Return somebody added at noon."""
    return Contact(number, name, Cadence(days, Unit.DAY), START)


async def keep(store: Store, user_id: int, *people: Contact) -> Book:
    """Commit people into a user's Book and return it."""
    async with store.books.open(user_id) as work:
        for one in people:
            work.book = work.book.with_contact(one)
    return work.book


async def book_of(store: Store, user_id: int) -> Book:
    """Return a user's Book as somebody who opens it next sees it."""
    async with store.books.open(user_id) as work:
        return work.book


async def erase(store: Store, user_id: int) -> None:
    """Erase a user's Book."""
    async with store.books.open(user_id) as work:
        work.erase()


async def change_and_fail(store: Store, *, erasing: bool) -> None:
    """Change Kari's Book, perhaps ask for its end, and fail before leaving it."""
    async with store.books.open(KARI) as work:
        work.book = work.book.with_contact(person(2, "Ola"))
        if erasing:
            work.erase()
        raise LookupError


async def test_whoever_never_wrote_has_a_fresh_book(store: Store) -> None:
    """An unknown user gets an empty Book, and looking at it does not make them a user."""
    assert await book_of(store, KARI) == Book()
    assert store.users() == []
    assert await store.books.next_due_at(KARI) is None


async def test_a_change_is_there_next_time_and_after_a_restart(store: Store) -> None:
    """What was left without an exception stays, in every kind of record."""
    async with store.books.open(KARI) as work:
        before = work.book
        book = before.with_contact(person(1).noted(Note(2, "has a cat \N{CAT FACE}\0", START)))
        book = book.with_nudge(Nudge(3, 1, Origin.PLANNED, ("Hei!",), "just-hi", Planned(START)))
        book = book.with_outcome(Outcome(4, 1, OutcomeKind.DONE, START, START, 3, "fint"))
        book = replace(book, profile=replace(book.profile, zone="Europe/Oslo", started_at=START))
        book = replace(book, dose=book.dose.spend(START))
        book = remember(before, book, ChangeKind.ADDED, "Kari").having_handled(77)
        work.book = book.asking(AskName(), START)
    assert await book_of(store, KARI) == work.book
    await store.restart()
    assert await book_of(store, KARI) == work.book


async def test_later_changes_replace_and_remove_single_records(store: Store) -> None:
    """A second commit may add, replace and take away, and a restart finds just that."""
    await keep(store, KARI, person(1, "Kari"), person(2, "Ola"), person(3, "Elin"))
    async with store.books.open(KARI) as work:
        book = work.book.asking(AskName(), START).without_contact(2)
        work.book = book.with_contact(person(1, "Kari Nordmann")).with_contact(person(4, "Siri"))
    await store.restart()
    kept = await book_of(store, KARI)
    assert kept == work.book
    assert [one.name for one in kept.contacts.values()] == ["Kari Nordmann", "Elin", "Siri"]


async def test_an_exception_inside_changes_nothing(store: Store) -> None:
    """Half a change is no change: an exception leaves the Book as it was, and open to others."""
    before = await keep(store, KARI, person(1))
    with pytest.raises(LookupError):
        await change_and_fail(store, erasing=False)
    assert await book_of(store, KARI) == before
    await store.restart()
    assert await book_of(store, KARI) == before


async def test_two_at_one_book_take_turns(store: Store) -> None:
    """Of many changes to one Book at the same time none is lost."""

    async def add(number: int) -> None:
        async with store.books.open(KARI) as work:
            await asyncio.sleep(0)
            work.book = work.book.with_contact(person(number))

    await asyncio.gather(*(add(number) for number in range(1, 21)))
    assert set((await book_of(store, KARI)).contacts) == set(range(1, 21))


async def test_users_go_on_side_by_side(store: Store) -> None:
    """One user's open Book keeps nobody else waiting."""
    async with asyncio.timeout(10), store.books.open(KARI) as work:
        await keep(store, OLA, person(1, "Elin"))
        work.book = work.book.with_contact(person(2, "Siri"))
    assert set((await book_of(store, OLA)).contacts) == {1}
    assert set((await book_of(store, KARI)).contacts) == {2}


async def test_somebody_who_gives_up_waiting_blocks_nobody(store: Store) -> None:
    """A cancelled wait for a Book leaves the Book to the next."""
    async with store.books.open(KARI):
        waiting = asyncio.ensure_future(keep(store, KARI, person(1)))
        await asyncio.sleep(0)
        waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    async with asyncio.timeout(10):
        assert await book_of(store, KARI) == Book()


async def test_a_cancellation_during_a_commit_is_all_or_nothing(store: Store) -> None:
    """Whenever a task is cancelled, memory and disk agree on whether its change is in."""
    for pauses in range(8):
        before = await book_of(store, KARI)
        changing = asyncio.ensure_future(keep(store, KARI, person(before.next_id())))
        for _ in range(pauses):
            await asyncio.sleep(0)
        changing.cancel()
        await asyncio.gather(changing, return_exceptions=True)
        after = await book_of(store, KARI)
        assert len(after.contacts) - len(before.contacts) in {0, 1}
        await store.restart()
        assert await book_of(store, KARI) == after
        assert await store.books.next_due_at(KARI) == next_due_at(after, START)


async def test_an_erased_book_is_gone(store: Store) -> None:
    """Erasing takes the Book, its place among the users and its next due instant."""
    await keep(store, KARI, person(1))
    async with store.books.open(KARI) as work:
        work.book = work.book.with_contact(person(2, "Ola"))
        work.erase()
    for _ in range(2):
        assert await book_of(store, KARI) == Book()
        assert store.users() == []
        assert await store.books.next_due_at(KARI) is None
        assert await store.books.due(START + timedelta(days=999), 10) == []
        await store.restart()


async def test_an_exception_takes_an_erasure_back(store: Store) -> None:
    """Asking for erasure and failing afterwards erases nothing."""
    before = await keep(store, KARI, person(1))
    with pytest.raises(LookupError):
        await change_and_fail(store, erasing=True)
    assert await book_of(store, KARI) == before


async def test_erasing_leaves_the_others(store: Store) -> None:
    """Erasing the Book of one user, or of nobody, does not touch anybody else."""
    await keep(store, KARI, person(1))
    before = await keep(store, OLA, person(1, "Elin"))
    await erase(store, KARI)
    await erase(store, ELIN)
    assert store.users() == [OLA]
    assert await book_of(store, OLA) == before


async def test_users_are_those_with_a_book(store: Store) -> None:
    """Everybody who ever changed something is a user, in the order of their ids."""
    for user in (ELIN, KARI, OLA):
        await keep(store, user, person(1))
    assert store.users() == [KARI, OLA, ELIN]
    await store.restart()
    assert store.users() == [KARI, OLA, ELIN]


async def test_the_longest_waiting_is_due_first(store: Store, clock: FakeClock) -> None:
    """Those at or before the instant, longest waiting first, no more than asked for."""
    for user, days in ((KARI, 30), (OLA, 2), (ELIN, 9)):
        await keep(store, user, person(1, days=days))
    instants = [await store.books.next_due_at(user) for user in (OLA, ELIN, KARI)]
    first, second, third = (at for at in instants if at)
    await store.restart()
    assert await store.books.due(first - timedelta(microseconds=1), 9) == []
    assert await store.books.due(first, 9) == [OLA]
    assert await store.books.due(second, 9) == [OLA, ELIN]
    assert await store.books.due(third, 9) == [OLA, ELIN, KARI]
    assert await store.books.due(third, 2) == [OLA, ELIN]
    assert clock.now() == START


async def test_asking_who_is_due_takes_nobody_away(store: Store) -> None:
    """Whoever was not served comes up again."""
    await keep(store, KARI, person(1))
    for _ in range(3):
        assert await store.books.due(START + timedelta(days=60), 5) == [KARI]


async def test_the_next_due_instant_is_the_agendas(store: Store, clock: FakeClock) -> None:
    """It is worked out anew whenever a Book was open, changed or not."""
    book = await keep(store, KARI, person(1, days=2))
    assert await store.books.next_due_at(KARI) == next_due_at(book, START)
    later = clock.advance(days=40, hours=9)
    assert await store.books.due(later, 5) == [KARI]
    await book_of(store, KARI)
    assert await store.books.next_due_at(KARI) == next_due_at(book, later) != None  # noqa: E711
    assert next_due_at(book, later) != next_due_at(book, START)


async def test_a_clock_set_back_makes_nobody_late(store: Store, clock: FakeClock) -> None:
    """What a clock that ran a year ahead worked out is not trusted once it is right again."""
    for restarting in (False, True):
        ahead = clock.advance(days=365)
        await keep(store, KARI, person(1, days=2))
        assert (await store.books.next_due_at(KARI) or START) >= ahead
        if restarting:
            await store.restart()
        right = clock.advance(days=-300)
        assert await store.books.due(right, 5) == [KARI]
        book = await book_of(store, KARI)
        assert await store.books.next_due_at(KARI) == next_due_at(book, right)


async def test_handled_updates_are_committed_with_their_effects(store: Store) -> None:
    """The ids of handled updates are part of the Book, so a repeat is known after a crash."""
    async with store.books.open(KARI) as work:
        work.book = work.book.with_contact(person(1)).having_handled(900).having_handled(7)
    await store.restart()
    assert (await book_of(store, KARI)).handled == (900, 7)


@pytest.mark.parametrize(
    "name",
    ["Åse \N{HEAVY BLACK HEART}\0", "<b>&\"'\\", "\u202eabc", "half \ud83d a pair", "\u2028"],
)
async def test_any_text_is_kept(store: Store, name: str) -> None:
    """No character a stranger sends keeps a Book from being written and read back."""
    await keep(store, KARI, person(1, name))
    await store.restart()
    assert (await book_of(store, KARI)).contacts[1].name == name


async def test_a_disk_that_fails_keeps_the_old_and_recovers(store: Store) -> None:
    """A failed commit says so, leaves nothing behind, and the next one works."""
    before = await keep(store, KARI, person(1))
    due = await store.books.next_due_at(KARI)
    store.break_disk()
    with pytest.raises(StorageFailed):
        await keep(store, KARI, person(2, "Ola", days=1))
    with pytest.raises(StorageFailed):
        await erase(store, KARI)
    store.mend_disk()
    assert await book_of(store, KARI) == before
    assert await store.books.next_due_at(KARI) == due
    after = await keep(store, KARI, person(2, "Ola"))
    await store.restart()
    assert await book_of(store, KARI) == after
