"""A few people and what happened with them, to begin a test from."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from bot.application.deliver_nudges import decide, mark_sent
from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.clock.hours import Hours
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact
from bot.domain.records.nudge import Closed, Closing, Nudge, Open, Origin
from bot.domain.records.outcome import Outcome, OutcomeKind
from bot.domain.records.profile import Profile

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
"""A Monday noon in UTC: a good hour there, far from any change of the clocks."""
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
NIGHT = Hours(time(21), time(8))
KARI, OLA, ELIN = 1, 2, 3
NAMES = {KARI: "Kari", OLA: "Ola", ELIN: "Elin"}


def person(number: int = KARI, days: int = 30, added_at: datetime = NOON - 400 * DAY) -> Contact:
    """Return somebody with a pace in days, added long ago."""
    return Contact(number, NAMES.get(number, "Liv"), Cadence(days, Unit.DAY), added_at)


def book_of(*people: Contact, zone: str = "UTC") -> Book:
    """Return a Book with these people, in use for long."""
    book = Book(Profile(zone=zone, quiet=NIGHT, started_at=NOON - 500 * DAY), serial=9)
    for one in people:
        book = book.with_contact(one)
    return book


def talked(book: Book, number: int, at: datetime) -> Book:
    """Return the Book with a contact logged as it happened."""
    return book.with_outcome(Outcome(book.next_id(), number, OutcomeKind.DONE, at, at))


def due_since(*ratios: float, days: int = 30, zone: str = "UTC") -> Book:
    """Return a Book in which Kari, Ola and Elin have these gap ratios at ``NOON``."""
    book = book_of(*(person(n, days) for n in range(1, len(ratios) + 1)), zone=zone)
    for number, ratio in enumerate(ratios, start=1):
        book = talked(book, number, NOON - timedelta(days=days * ratio))
    return book


def nudged(
    book: Book, number: int, at: datetime, origin: Origin = Origin.PLANNED, message: int | None = 77
) -> tuple[Book, Nudge]:
    """Return the Book in which a nudge about somebody went out and waits."""
    nudge = Nudge(book.next_id(), number, origin, ("Hi!",), "just-hi", Open(at, message))
    return book.with_nudge(nudge), nudge


def had_nudges(book: Book, times: Sequence[datetime], origin: Origin = Origin.PLANNED) -> Book:
    """Return the Book in which nudges went out and closed."""
    for at in times:
        state = Closed(at, None, at + HOUR, Closing.SKIPPED)
        nudge = Nudge(book.next_id(), KARI, origin, ("Hi!",), "just-hi", state)
        book = book.with_nudge(nudge)
    return book


def brought(book: Book, now: datetime) -> tuple[Book, Nudge | None]:
    """Return the Book after one look at the clock, and the nudge that went out with it."""
    decision = decide(book, now)
    if decision.nudge is None:
        return decision.book, None
    sent = mark_sent(decision.book, decision.nudge.id, decision.nudge.id + 1000, now)
    return sent, sent.nudges[decision.nudge.id]


def settled(book: Book, **profile: object) -> Book:
    """Return the Book with other settings."""
    return replace(book, profile=replace(book.profile, **profile))  # type: ignore[arg-type]
