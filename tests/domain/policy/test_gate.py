"""Each reason of the gate by itself, and the instant at which it gives way."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from bot.domain.clock.hours import Hours
from bot.domain.policy.gate import GateVerdict, Reason, may_nudge
from bot.domain.records.book import Book
from bot.domain.records.contact import Hold, Standing
from bot.domain.records.nudge import Origin
from bot.domain.records.profile import Rest
from tests.domain.people import DAY, HOUR, KARI, NOON, due_since, had_nudges, settled

Change = Callable[[Book], Book]


def ask(book: Book, now: datetime = NOON, origin: Origin = Origin.PLANNED) -> GateVerdict:
    """Return what the gate says about Kari."""
    return may_nudge(book, book.contacts[KARI], now, origin)


def held(verdict: GateVerdict) -> dict[Reason, datetime | None]:
    """Return the reasons and until when each holds."""
    return {one.reason: one.until for one in verdict.held}


def with_dose(**values: object) -> Change:
    """Return a change of the dose."""
    return lambda book: replace(book, dose=replace(book.dose, **values))  # type: ignore[arg-type]


def with_kari(**values: object) -> Change:
    """Return a change of Kari."""
    return lambda book: book.with_contact(replace(book.contacts[KARI], **values))  # type: ignore[arg-type]


def with_profile(**values: object) -> Change:
    """Return a change of the settings."""
    return lambda book: settled(book, **values)


def with_nudges(*ago: timedelta, origin: Origin = Origin.PLANNED) -> Change:
    """Return the sending of nudges some time before noon."""
    return lambda book: had_nudges(book, [NOON - one for one in ago], origin)


def test_nothing_holds_a_due_person_at_a_good_hour() -> None:
    """Someone due at Monday noon may come up, and the gate has no more to say."""
    assert ask(due_since(1.5)).may
    assert ask(due_since(1.5)).opens_at(NOON) == NOON


ALONE: list[tuple[Change, Reason, datetime | None]] = [
    (with_profile(unreachable=True), Reason.UNREACHABLE, None),
    (with_profile(rest=Rest(NOON)), Reason.RESTING, None),
    (with_dose(pause_until=NOON + 3 * DAY), Reason.PAUSED, NOON + 3 * DAY),
    (with_dose(silent=True), Reason.PAUSED, None),
    (with_nudges(HOUR, origin=Origin.ASKED), Reason.HAD_ONE_TODAY, NOON + 12 * HOUR),
    (with_nudges(35 * HOUR), Reason.TOO_CLOSE, NOON + HOUR),
    (with_dose(scale=1.0, tokens=0.0, counted_at=NOON), Reason.DOSE, NOON + 3.5 * DAY),
    (with_kari(standing=Standing.LET_GO), Reason.LET_GO, None),
    (with_kari(standing=Standing.DECEASED), Reason.DECEASED, None),
    (with_kari(hold=Hold(NOON + DAY)), Reason.SNOOZED, NOON + DAY),
    (with_profile(quiet=Hours(time(12), time(14))), Reason.QUIET_HOURS, NOON + 2 * HOUR),
]


@pytest.mark.parametrize(("change", "reason", "until"), ALONE)
def test_each_reason_by_itself(change: Change, reason: Reason, until: datetime | None) -> None:
    """Each reason holds a nudge back, and says until when; None: only the user can change it."""
    verdict = ask(change(due_since(1.5)))
    found = held(verdict)
    assert not verdict.may
    assert set(found) - {Reason.OUTSIDE_HOURS} == {reason}
    given = found[reason]
    assert given == until or (given and until and abs(given - until) < timedelta(seconds=1))


def test_a_rest_with_an_end_holds_until_then() -> None:
    """A rest that has an end holds until then; afterwards those due are spread, and wait."""
    book = settled(due_since(1.5), rest=Rest(NOON, NOON + DAY))
    assert held(ask(book))[Reason.RESTING] == NOON + DAY
    assert Reason.RESTING not in held(ask(book, NOON + DAY))


def test_outside_good_hours_it_waits_for_the_next() -> None:
    """In the middle of the afternoon the next good hour is after work."""
    assert held(ask(due_since(1.5), NOON + 3 * HOUR)) == {
        Reason.OUTSIDE_HOURS: NOON + 5.5 * HOUR,
    }


def test_somebody_not_due_waits_until_they_are() -> None:
    """Before gap / cadence is 1 the gate names the due instant."""
    assert held(ask(due_since(0.9))) == {Reason.NOT_DUE: NOON + 3 * DAY}


def test_three_in_seven_days_fill_the_week() -> None:
    """The week is any 7 x 24 hours: it opens when the third newest is that old."""
    book = with_nudges(6 * DAY, 4 * DAY, 2 * DAY)(due_since(1.5))
    assert held(ask(book)) == {Reason.WEEK_IS_FULL: NOON + DAY}
    assert ask(book, NOON + DAY).may


def test_what_was_asked_for_counts_for_the_week_and_not_for_the_spacing() -> None:
    """/hi fills the day and the week; only Hei's own keep 36 hours between them."""
    assert ask(with_nudges(20 * HOUR, origin=Origin.ASKED)(due_since(1.5))).may
    asked = with_nudges(3 * DAY, 2 * DAY, DAY, origin=Origin.ASKED)(due_since(1.5))
    assert set(held(ask(asked))) == {Reason.WEEK_IS_FULL}


def test_what_returned_at_a_chosen_time_counts_for_nothing() -> None:
    """A kept nudge an hour ago holds nothing back."""
    assert ask(with_nudges(HOUR, 2 * HOUR, DAY, 2 * DAY, origin=Origin.KEPT)(due_since(1.5))).may


def test_a_nudge_from_the_future_still_counts() -> None:
    """A clock set back does not give a second nudge for the same day."""
    book = with_nudges(-5 * HOUR)(due_since(1.5))
    assert {Reason.HAD_ONE_TODAY, Reason.TOO_CLOSE} <= set(held(ask(book)))


def test_asked_passes_everything_but_letting_go() -> None:
    """/hi knows no dose, no hours, no rest and no snooze."""
    book = due_since(0.1)
    for change, reason, _ in ALONE:
        gone = reason in {Reason.LET_GO, Reason.DECEASED}
        assert ask(change(book), NOON + 14 * HOUR, Origin.ASKED).may is not gone


def test_the_latest_reason_decides_when_it_opens() -> None:
    """The gate opens when the last reason gives way; one without an end keeps it shut."""
    book = with_kari(hold=Hold(NOON + 4 * DAY))(with_nudges(35 * HOUR)(due_since(1.5)))
    assert ask(book).opens_at(NOON) == NOON + 4 * DAY
    assert ask(with_dose(silent=True)(book)).opens_at(NOON) is None
