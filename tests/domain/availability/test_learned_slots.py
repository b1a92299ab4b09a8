"""Which slot a day gets: learned from taps, within days, and forgotten with time."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from bot.application.change_settings import choose_quiet, reset_learned, rest
from bot.application.undoing import undo
from bot.domain import parameters as p
from bot.domain.availability.learned_slots import Arm, arm_at, is_liked, reward_of, slots_on, timing
from bot.domain.clock.hours import Hours
from bot.domain.policy.learned import learned
from bot.domain.records.book import Book
from bot.domain.records.nudge import Closed, Closing, Nudge, Open, Origin, Planned
from tests.domain.people import DAY, HOUR, KARI, NOON, due_since, settled

LUNCH, EVENING, LATE = (Arm(weekend=False, slot=n) for n in (1, 2, 3))
MIDDAY = Arm(weekend=True, slot=1)


def nudge(sent_at: datetime, how: Closing, after: timedelta = HOUR, **more: object) -> Nudge:
    """Return a nudge of Hei's own that ended so."""
    state = Closed(sent_at, 1, sent_at + after, how)
    made = Nudge(0, KARI, Origin.PLANNED, ("Hi!",), "just-hi", state)
    return replace(made, **more)  # type: ignore[arg-type]


def with_nudges(count: int, how: Closing, hour: int = 12, book: Book | None = None) -> Book:
    """Return a Book in which so many weekday nudges at an hour ended so, a week apart."""
    book = book or due_since(1.5)
    for n in range(count):
        at = (NOON - (n + 2) * 7 * DAY).replace(hour=hour)
        book = book.with_nudge(replace(nudge(at, how), id=book.next_id()))
    return book


def slots(book: Book, days: int = 400) -> Counter[Hours]:
    """Return how often each slot is the one of a weekday."""
    every = (date(2026, 3, 3) + timedelta(days=n) for n in range(days))
    found = [slots_on(timing(book), day) for day in every if day.weekday() < 5]
    assert all(len(one) == 1 for one in found)
    return Counter(one[0] for one in found)


def mixed() -> Book:
    """Return a Book in which every slot was taken up as often as expected at first."""
    hours = {12: 4, 18: 4, 20: 4}
    book = due_since(1.5)
    for hour, count in hours.items():
        book = with_nudges(1, Closing.DONE, hour, book)
        book = with_nudges(count - 1, Closing.LAPSED, hour, book)
    return book


def test_what_an_hour_is_worth() -> None:
    """Done 1, another draft 0.5, snooze 0.2, nothing 0, and within 24 hours (docs/policy.md)."""
    rewards = {
        how: reward_of(nudge(NOON, how)) for how in (Closing.DONE, Closing.SNOOZED, Closing.LAPSED)
    }
    assert rewards == {Closing.DONE: 1.0, Closing.SNOOZED: 0.2, Closing.LAPSED: 0.0}
    assert reward_of(nudge(NOON, Closing.DONE, 25 * HOUR)) == 0.0
    assert reward_of(nudge(NOON, Closing.LAPSED, drafts=("Hi!", "Hello!"))) == 0.5


def test_what_tells_nothing_of_an_hour() -> None:
    """Nudges that the user asked for, that gave way, and those still open."""
    assert reward_of(nudge(NOON, Closing.DONE, origin=Origin.ASKED)) is None
    assert reward_of(nudge(NOON, Closing.REPLACED)) is None
    assert reward_of(nudge(NOON, Closing.DONE, state=Open(NOON, 1))) is None


def test_as_long_as_little_is_known_any_good_hour_will_do() -> None:
    """A new user waits for no slot; a day without good hours has none."""
    day, all_day = NOON.date(), Hours(time(0), time(23, 59))
    hours = tuple(arm.hours for arm in (LUNCH, EVENING, LATE))
    assert slots_on(timing(due_since(1.5)), day) == hours
    assert slots_on(timing(with_nudges(p.TIMED_FROM - 1, Closing.DONE)), day) == hours
    assert slots_on(timing(settled(due_since(1.5), quiet=all_day)), day) == ()


def test_every_day_has_one_slot_and_keeps_it() -> None:
    """One draw a day: asked again the slot stays; all that hold good hours have their turn."""
    found = slots(mixed())
    assert set(found) <= {arm.hours for arm in (LUNCH, EVENING, LATE)}
    assert min(found.values()) > 30
    assert slots(mixed()) == found
    today = had_one(mixed(), NOON.replace(hour=12), Closing.DONE)
    assert slots_on(timing(today), NOON.date()) == slots_on(timing(mixed()), NOON.date())


def had_one(book: Book, sent_at: datetime, how: Closing) -> Book:
    """Return the Book with one more nudge that ended so."""
    return book.with_nudge(replace(nudge(sent_at, how), id=book.next_id()))


def test_a_slot_that_is_taken_up_comes_more_often() -> None:
    """And one that is not comes less often, but is never given up."""
    often, seldom = with_nudges(12, Closing.DONE), with_nudges(12, Closing.LAPSED)
    assert slots(often)[LUNCH.hours] > 1.5 * slots(mixed())[LUNCH.hours]
    assert 0 < slots(seldom)[LUNCH.hours] < slots(mixed())[LUNCH.hours]
    assert is_liked(often, LUNCH, NOON.date())
    assert not is_liked(seldom, LUNCH, NOON.date())
    assert not is_liked(due_since(1.5), EVENING, NOON.date())


def test_what_was_learned_can_be_seen() -> None:
    """Evenings and weekends around noon begin a little higher."""
    begin = learned(due_since(1.5), NOON)
    assert begin.hours[LUNCH].mean == pytest.approx(p.PRIOR_MEAN)
    assert begin.hours[MIDDAY].mean == pytest.approx(p.PRIOR_MEAN + p.PRIOR_MORE)
    assert begin.costs == {}
    assert learned(with_nudges(9, Closing.DONE), NOON).hours[LUNCH].mean > 0.6


def test_what_was_learned_is_forgotten_with_time() -> None:
    """After years without a nudge in a slot it is as good as new."""
    later = learned(with_nudges(9, Closing.DONE), NOON + 3000 * DAY)
    assert later.hours[LUNCH].mean == pytest.approx(p.PRIOR_MEAN, abs=0.01)


def test_what_was_learned_can_be_reset() -> None:
    """Then it is as on the first day; /undo does not bring it back."""
    book = choose_quiet(with_nudges(9, Closing.DONE), Hours(NOON.time(), NOON.time()))
    fresh = reset_learned(book, NOON)
    assert learned(fresh, NOON).hours == learned(due_since(1.5), NOON).hours
    assert learned(fresh, NOON).since == NOON
    assert fresh.nudges is book.nudges
    back, change = undo(fresh, NOON)
    assert change is not None
    assert back.profile.quiet != book.profile.quiet
    assert back.profile.learns_since == NOON
    assert undo(rest(fresh, None, NOON), NOON)[0].profile == fresh.profile


def test_which_slot_an_instant_lies_in() -> None:
    """By the wall clock of the user; between the slots there is none."""
    assert arm_at(NOON, "UTC") == LUNCH
    assert arm_at(NOON + 5 * DAY, "UTC") == MIDDAY
    assert arm_at(NOON + 3 * HOUR, "UTC") is None
    assert arm_at(NOON, "America/New_York") is None


def test_where_quiet_hours_leave_no_slot_any_good_hour_will_do() -> None:
    """Quiet hours are the user's word; they never stop everything."""
    from bot.domain.policy.agenda import next_due_at, propose

    night = Hours((NOON - 12 * HOUR).time(), (NOON + 5.5 * HOUR).time())
    book = settled(due_since(1.5), quiet=night)
    due = next_due_at(book, NOON)
    assert due is not None
    assert propose(book, due) is not None


def test_a_nudge_that_is_planned_or_ends_today_moves_no_slot() -> None:
    """However much was learned before: what was decided stays decided for the day."""
    book = with_nudges(3 * p.LEARNED_FROM, Closing.LAPSED, 18, with_nudges(9, Closing.DONE))
    planned = replace(nudge(NOON, Closing.DONE), id=book.next_id(), state=Planned(NOON))
    for days in range(60):
        now = NOON + days * DAY
        before = slots_on(timing(book), now.date())
        assert slots_on(timing(book.with_nudge(planned)), now.date()) == before
        assert slots_on(timing(had_one(book, now - HOUR, Closing.DONE)), now.date()) == before
