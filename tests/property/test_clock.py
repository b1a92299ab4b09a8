"""docs/semantics.md, 1: what moves the clock, and what does not."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.application.add_contact import add_contact, tell_last_contact
from bot.application.change_settings import rest, wake
from bot.application.log_outcome import Event, Subject, done, skip, snooze, tried
from bot.application.undoing import undo
from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.clock.wall_time import to_instant, to_wall
from bot.domain.policy.due import due_at, gap_ratio, last_contact_at
from bot.domain.records.book import Book
from bot.domain.records.outcome import Outcome, OutcomeKind
from bot.domain.records.question import Newcomer
from tests.domain.people import KARI, NOON, book_of, person, settled
from tests.property.strategies import INSTANTS, cadences, zones

AGO = st.integers(0, 24 * 900).map(lambda hours: timedelta(hours=hours))
CONTACTS = st.lists(AGO, min_size=1, max_size=6)


def logged(book: Book, agos: Sequence[timedelta]) -> Book:
    """Return the Book with contacts told one after the other."""
    for ago in agos:
        event = Event(NOON, NOON - ago)
        book = done(book, Subject(book.contacts[KARI]), event)
    return book


def due(book: Book) -> datetime:
    """Return when Kari is due."""
    return due_at(book, book.contacts[KARI])


@given(INSTANTS, cadences, zones)
def test_due_is_latest_contact_plus_cadence(at: datetime, cadence: Cadence, zone: str) -> None:
    """1: due is the latest real contact plus the cadence, at the same time of the local day."""
    kari = replace(person(), cadence=cadence)
    book = book_of(kari, zone=zone).with_outcome(Outcome(50, KARI, OutcomeKind.DONE, at, at))
    wall = to_wall(at, zone)
    day = cadence.occurrence(wall.date(), 1)
    assert due(book) == to_instant(datetime.combine(day, wall.time()), zone)
    assert due(book) > at


@given(CONTACTS, st.randoms())
def test_the_order_of_telling_does_not_matter(agos: list[timedelta], random: Random) -> None:
    """1: it counts when it happened, not when it was entered: any order gives the same due."""
    shuffled = list(agos)
    random.shuffle(shuffled)
    once, again = (logged(book_of(person()), told) for told in (agos, shuffled))
    assert due(once) == due(again)
    assert last_contact_at(once, KARI) == NOON - min(agos)


@given(CONTACTS, AGO)
def test_an_older_entry_never_moves_the_clock_back(agos: list[timedelta], ago: timedelta) -> None:
    """1: one more entry moves the clock on or leaves it; an older one leaves it."""
    before = logged(book_of(person()), agos)
    after = logged(before, [ago])
    assert due(after) >= due(before)
    assert (due(after) == due(before)) == (ago >= min(agos))


@given(CONTACTS, AGO)
def test_a_deleted_entry_moves_it_back(agos: list[timedelta], ago: timedelta) -> None:
    """1: taking an entry back puts the clock where it was without it."""
    before = logged(book_of(person()), agos)
    back, _ = undo(logged(before, [ago]), NOON)
    assert due(back) == due(before)
    assert back.outcomes == before.outcomes


@given(CONTACTS, st.sampled_from((tried, snooze)), AGO)
def test_a_try_and_a_snooze_are_no_contact(
    agos: list[timedelta], delay: Callable[[Book, Subject, Event], Book], ago: timedelta
) -> None:
    """1: "tried, no answer" and "snooze" delay; the clock, the pace and the last contact stay."""
    before = logged(book_of(person()), agos)
    event = Event(NOON, NOON - ago)
    after = delay(before, Subject(before.contacts[KARI]), event)
    assert due(after) == due(before)
    assert last_contact_at(after, KARI) == last_contact_at(before, KARI)
    assert after.contacts[KARI].cadence == before.contacts[KARI].cadence


@given(st.integers(30, 900), st.integers(1, 60), st.integers(1, 4))
def test_a_skip_moves_to_a_later_turn(since: int, days: int, skips: int) -> None:
    """1: a skip goes on to a later turn of the same series, without claiming contact."""
    cadence = Cadence(days, Unit.DAY)
    last = NOON - timedelta(days=since)
    book = book_of(replace(person(), cadence=cadence))
    book = book.with_outcome(Outcome(50, KARI, OutcomeKind.DONE, last, last))
    for _ in range(skips):
        book = skip(book, Subject(book.contacts[KARI]), Event(NOON))
    assert last_contact_at(book, KARI) == last
    turns = (due(book) - last) / timedelta(days=days)
    assert turns == int(turns)
    if since >= days:
        assert timedelta(days=days / 2) < due(book) - NOON <= timedelta(days=days * 1.5)


@given(cadences, INSTANTS, zones, st.integers(0, 10**6))
def test_an_unknown_last_contact(cadence: Cadence, now: datetime, zone: str, serial: int) -> None:
    """1: unknown last contact: due between a quarter and the whole of the first cadence."""
    book = replace(book_of(zone=zone), serial=serial)
    book, kari = add_contact(book, Newcomer("Kari", cadence=cadence), now)
    wall = to_wall(now, zone)
    whole = to_instant(datetime.combine(cadence.occurrence(wall.date(), 1), wall.time()), zone)
    assert now + (whole - now) / 4 <= due_at(book, kari) <= whole


@given(cadences, st.integers(0, 10**6), st.booleans())
def test_twenty_at_once_never_come_together(cadence: Cadence, serial: int, told: bool) -> None:  # noqa: FBT001 - Hypothesis draws it
    """1: many added at once are spread: no two come within a hundredth, no quarter holds half."""
    book, dues = replace(book_of(), serial=serial), []
    for number in range(20):
        book, one = add_contact(book, Newcomer(f"P{number}", cadence=cadence), NOON)
        if told:
            book = tell_last_contact(book, one.id, NOON, NOON)
            book, _ = undo(book, NOON)
    dues = sorted(due_at(book, one) for one in book.contacts.values())
    span = timedelta(days=cadence.approximate_days * 3 / 4)
    assert min(later - sooner for sooner, later in pairwise(dues)) > span / 100
    assert max(sum(at <= one < at + span / 4 for one in dues) for at in dues) < 10


@given(AGO, st.integers(0, 60))
def test_the_future_cannot_be_told(ago: timedelta, days: int) -> None:
    """1: a contact counts from when it happened, and what has not happened yet from now."""
    told = tell_last_contact(book_of(person()), KARI, NOON + ago, NOON)
    later = done(told, Subject(told.contacts[KARI]), Event(NOON, NOON + timedelta(days=days)))
    assert last_contact_at(told, KARI) == last_contact_at(later, KARI) == NOON


@given(st.lists(st.integers(1, 400), min_size=1, max_size=25), st.integers(1, 60))
def test_waking_spreads_what_was_due(overdue: list[int], rested: int) -> None:
    """5: after a rest nobody is older than due, and what was due lies within 21 days."""
    book = book_of(*(person(n + 1, days=20) for n in range(len(overdue))))
    for number, days in enumerate(overdue, start=1):
        at = NOON - timedelta(days=20 + days)
        book = book.with_outcome(Outcome(book.next_id(), number, OutcomeKind.DONE, at, at))
    woken_at = NOON + timedelta(days=rested)
    book = wake(rest(book, None, NOON), woken_at)
    for one in book.contacts.values():
        assert woken_at <= due_at(book, one) < woken_at + timedelta(days=21)
        assert gap_ratio(one, due_at(book, one), woken_at) <= 1


@given(st.integers(10, 40), st.integers(1, 60))
def test_waking_brings_no_pile(people: int, rested: int) -> None:
    """5: of those who waited through a rest, no quarter of the three weeks gets half."""
    book = book_of(*(person(n + 1) for n in range(people)))
    woken_at = NOON + timedelta(days=rested)
    book = wake(rest(book, None, NOON), woken_at)
    dues = [due_at(book, one) for one in book.contacts.values()]
    quarter = timedelta(days=21) / 4
    assert max(sum(at <= one < at + quarter for one in dues) for at in dues) < people / 2


def test_a_turn_beyond_the_calendar_is_its_end() -> None:
    """4: a pace that runs past the last year of the calendar raises nothing."""
    at = NOON.replace(year=9998)
    kari = replace(person(added_at=at), cadence=Cadence(10, Unit.YEAR))
    assert due_at(book_of(kari), kari).year == 9999


@pytest.mark.parametrize("zone", ["Europe/Oslo", "Pacific/Apia"])
def test_a_due_on_a_missing_day_still_comes(zone: str) -> None:
    """3: a due date that the zone skipped is the first moment after it."""
    at = to_instant(datetime.combine(datetime(2011, 12, 23), time(12)), zone)  # noqa: DTZ001 - a wall time
    book = settled(book_of(replace(person(), cadence=Cadence(1, Unit.WEEK))), zone=zone)
    book = book.with_outcome(Outcome(50, KARI, OutcomeKind.DONE, at, at))
    expected = {"Europe/Oslo": datetime(2011, 12, 30, 12), "Pacific/Apia": datetime(2011, 12, 31)}  # noqa: DTZ001 - wall times
    assert to_wall(due(book), zone) == expected[zone]
