"""Killed in the middle of its work, the program loses nothing and does nothing twice."""

import signal
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.tinydb import TinyDbBooks
from bot.tryout.client import Person
from bot.tryout.server import Tryout
from bot.tryout.world.messages import HappeningKind
from bot.tryout.world.movable_clock import MovableClock
from tests.end_to_end.conftest import MONDAY
from tests.end_to_end.processes import USERS, ended, hei_run
from tests.fakes.clock import FakeClock

NOTES = 220
"""Notes from each user: more than five batches of a hundred updates from all three."""
KILLED_AFTER = (5, 12, 1, 20, 8)
"""How many answers one user gets from each process before it is killed."""
PATIENCE = 20.0


@pytest.fixture
async def stand_in() -> AsyncIterator[Tryout]:
    """A Bot API without a bot."""
    tryout = Tryout(MovableClock(FakeClock(MONDAY)))
    await tryout.start()
    yield tryout
    await tryout.stop()


async def answered(person: Person, times: int) -> None:
    """Return once the bot wrote so many more messages to a person."""
    start = len(person.happenings)
    for _ in range(times):
        await person.answer(start, PATIENCE, {HappeningKind.MESSAGE})


async def heard(person: Person, text: str, answer: str) -> None:
    """Type something and return once the bot answered it, whatever it answered before."""
    await person.type(text)
    while not (
        await person.answer(timeout=PATIENCE, kinds={HappeningKind.MESSAGE})
    ).text.startswith(answer):
        pass


async def notes_kept(folder: Path) -> dict[int, Counter[str]]:
    """Return how often each note lies in each user's Book."""
    books = TinyDbBooks(folder, FakeClock(MONDAY))
    await books.start()
    kept = {}
    for user in USERS:
        async with books.open(user) as work:
            people = work.book.contacts.values()
            kept[user] = Counter(note.text for one in people for note in one.notes)
    await books.close()
    return kept


async def test_a_killed_process_loses_and_repeats_nothing(stand_in: Tryout, tmp_path: Path) -> None:
    """Killed five times over 663 updates: none lost, none done twice (docs/semantics.md, 6)."""
    people = [stand_in.person(user) for user in USERS]
    for text in ("/add Kari every week", *(f"/note Kari: thing {n}" for n in range(NOTES))):
        for person in people:
            await person.type(text)
    for times in KILLED_AFTER:
        async with hei_run(stand_in, tmp_path) as process:
            await answered(people[0], times)
            process.kill()
    async with hei_run(stand_in, tmp_path) as process:
        for person in people:
            await heard(person, "/people", "Your people")
        assert await ended(process, signal.SIGTERM) == 0
    assert len(stand_in.chats.updates) == 0
    wanted = Counter(f"thing {number}" for number in range(NOTES))
    assert await notes_kept(tmp_path) == dict.fromkeys(USERS, wanted)


async def test_a_stopped_process_ends_well(stand_in: Tryout, tmp_path: Path) -> None:
    """SIGTERM and Ctrl-C end with 0 after committing; a second process on the folder with 3."""
    person = stand_in.person(1001)
    for number in (signal.SIGTERM, signal.SIGINT):
        async with hei_run(stand_in, tmp_path) as process:
            await person.type("/add Kari every week")
            await person.answer(timeout=PATIENCE)
            async with hei_run(stand_in, tmp_path) as second:
                _, said = await second.communicate()
                assert second.returncode == 3
                assert b"Traceback" not in said
            assert await ended(process, number) == 0
