"""Books to measure with: as many people and outcomes as asked for, the same at every run.

Knows what a Book holds after some years.
"""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.adapters.system_clock import SystemClock
from bot.adapters.tinydb.book_file import BookFile
from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.parameters import HANDLED_KEPT
from bot.domain.records.book import Book
from bot.domain.records.contact import Address, Contact, Note
from bot.domain.records.nudge import Closed, Closing, Nudge, Origin
from bot.domain.records.outcome import Outcome, OutcomeKind
from bot.domain.records.profile import Profile

LUNCH = datetime(2026, 3, 2, 10, 45, tzinfo=UTC)
"""A Monday's lunch in Oslo: a good hour for a nudge."""
DAY = timedelta(days=1)
ZONE = "Europe/Oslo"
CADENCES = (Cadence(2, Unit.WEEK), Cadence(30, Unit.DAY), Cadence(2, Unit.MONTH))
OUTCOMES_A_NUDGE = 4
SMALL = 3
"""People in each Book of a full folder."""


def book_of(people: int, outcomes: int, now: datetime) -> Book:
    """Return a Book in which about half of the people are due, and a nudge may go out.

    All instants in it move with ``now``, so that two Books of different instants share none.
    """
    contacts = {number: _person(number, now) for number in range(1, people + 1)}
    told = [
        _outcome(people + 1 + n, contacts[n % people + 1], n // people) for n in range(outcomes)
    ]
    sent = [_nudge(outcome, outcome.id + outcomes) for outcome in told[::OUTCOMES_A_NUDGE]]
    return Book(
        profile=Profile(zone=ZONE, started_at=now - 2000 * DAY),
        contacts=contacts,
        nudges={one.id: one for one in sent},
        outcomes={one.id: one for one in told},
        handled=tuple(range(700_000_001, 700_000_001 + HANDLED_KEPT)),
        serial=people + 2 * outcomes + 2 * people,
    )


def file_of(book: Book, path: Path, now: datetime) -> bytes:
    """Write a Book that is due tomorrow as Hei does, and return what its file holds."""
    BookFile(path).save(book, now + DAY, now)
    return path.read_bytes()


def fill(folder: Path, users: int) -> int:
    """Fill a new folder with a small Book for each of many users; return the bytes of one."""
    folder.mkdir(mode=0o700)
    now = SystemClock().now()
    first = folder / "1.json"
    content = file_of(book_of(SMALL, 2 * SMALL, now), first, now)
    for user in range(2, users + 1):
        shutil.copy(first, folder / f"{user}.json")
    return len(content)


def _person(number: int, now: datetime) -> Contact:
    note = Note(1_000_000 + number, "Has a new job at the harbour; ask how the boat is.", now - DAY)
    return Contact(
        id=number,
        name=f"Kari Nordmann {number}",
        cadence=CADENCES[number % len(CADENCES)],
        added_at=now - 1500 * DAY,
        address=Address(phone=f"+4740{number:06}"),
        why="We grew up in the same street.",
        notes=(note,),
    )


def _outcome(number: int, contact: Contact, turns_ago: int) -> Outcome:
    """Return a contact: the latest between a fifth of the cadence and nearly twice it ago."""
    stretch = 0.2 + 1.7 * (contact.id * 7 % 10) / 10 + turns_ago
    talked = contact.added_at + 1500 * DAY - stretch * contact.cadence.approximate_days * DAY
    return Outcome(number, contact.id, OutcomeKind.DONE, talked, talked + DAY / 24)


def _nudge(outcome: Outcome, number: int) -> Nudge:
    """Return the nudge that led to an outcome; those of the last eight days would be in the way."""
    sent = outcome.occurred_at - 8 * DAY
    state = Closed(sent, number, outcome.recorded_at, Closing.DONE)
    words = ("Hi Kari! Saw a boat and thought of you. No need to answer, just wanted to say hi.",)
    return Nudge(number, outcome.contact_id, Origin.PLANNED, words, "just-hi", state)
