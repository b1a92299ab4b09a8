"""docs/semantics.md, 5: a rest that is still to come holds nothing before it begins, then all."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.application.add_contact import add_contact
from bot.application.change_settings import rest, wake
from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.policy.agenda import coming_up, next_due_at
from bot.domain.policy.due import due_at
from bot.domain.records.book import Book
from bot.domain.records.dose import Ease
from bot.domain.records.question import Newcomer
from tests.property.life import BEAT, BEGIN, Life, begun

DAYS = st.integers(1, 60)
AFTER = timedelta(days=40)


def with_people(weeks: int) -> Book:
    """Return the Book of somebody with three contacts who were talked to some weeks ago."""
    book = replace(begun(), dose=begun().dose.choose(Ease.EASY, BEGIN))
    for name in ("Kari", "Ola", "Eli"):
        last_at = BEGIN - timedelta(weeks=weeks)
        someone = Newcomer(name, cadence=Cadence(1, Unit.WEEK), last_at=last_at)
        book, _ = add_contact(book, someone, BEGIN)
    return book


def lived(life: Life, until: datetime) -> list[datetime]:
    """Let the heartbeat run whenever something is due, and return when nudges of Hei's came."""
    while life.now < until:
        due = next_due_at(life.book, life.now)
        life.now = max(life.now + BEAT, min(due or until, until))
        if life.now < until:
            life.look()
    return [one.at for one in life.log if one.is_own]


@settings(max_examples=40)
@given(begins=DAYS, lasts=DAYS, weeks=st.integers(0, 6))
def test_no_nudge_goes_out_within_and_some_before_and_after(
    begins: int, lasts: int, weeks: int
) -> None:
    """5: nudges go on until a rest begins, none comes in it, and afterwards they come again."""
    since = BEGIN + timedelta(days=begins)
    until = since + timedelta(days=lasts)
    book = with_people(weeks)
    life = Life(rest(book, until, BEGIN, since=since))
    came = lived(life, until + AFTER)
    assert not [at for at in came if since <= at < until]
    assert [at for at in came if at < since] == lived(Life(book), since)
    assert [at for at in came if at >= until]


@given(begins=DAYS, lasts=DAYS, weeks=st.integers(0, 6))
def test_what_is_told_ahead_is_what_the_day_itself_tells(
    begins: int, lasts: int, weeks: int
) -> None:
    """3: who comes up is told neither within a rest to come nor later than it may happen."""
    since = BEGIN + timedelta(days=begins)
    until = since + timedelta(days=lasts)
    book = rest(with_people(weeks), until, BEGIN, since=since)
    told = coming_up(book, BEGIN)
    assert len(told) == 3
    assert not [at for at, _ in told if since <= at < until]
    assert next_due_at(book, BEGIN) == told[0][0]


@given(begins=DAYS, lasts=DAYS)
def test_after_a_rest_that_was_said_ahead_all_are_spread(begins: int, lasts: int) -> None:
    """5: who became due before its end is spread over three weeks, as after any rest."""
    since = BEGIN + timedelta(days=begins)
    until = since + timedelta(days=lasts)
    book = rest(with_people(10), until, BEGIN, since=since)
    for contact in book.contacts.values():
        assert due_at(book, contact, now=BEGIN) < BEGIN
        assert until <= due_at(book, contact, now=since) < until + timedelta(days=21)


@given(first=DAYS, second=DAYS, gap=st.integers(0, 60), begins=DAYS)
def test_rests_hold_each_in_its_own_time(first: int, second: int, gap: int, begins: int) -> None:
    """5: several rests to come hold one after the other, and between them nothing does."""
    one = BEGIN + timedelta(days=begins)
    two = one + timedelta(days=first + gap)
    book = rest(begun(), one + timedelta(days=first), BEGIN, since=one)
    profile = rest(book, two + timedelta(days=second), BEGIN, since=two).profile
    assert not profile.is_resting(one - BEAT)
    assert profile.is_resting(one)
    assert profile.is_resting(one + timedelta(days=first) - BEAT)
    assert profile.is_resting(two - BEAT) == (gap == 0)
    assert profile.is_resting(two + timedelta(days=second) - BEAT)
    assert not profile.is_resting(two + timedelta(days=second))


@given(begins=DAYS, lasts=DAYS)
def test_what_was_taken_away_holds_nothing(begins: int, lasts: int) -> None:
    """5: /wake before a rest begins leaves all as if it had never been said."""
    since = BEGIN + timedelta(days=begins)
    book = rest(begun(), since + timedelta(days=lasts), BEGIN, since=since)
    awake = wake(book, BEGIN)
    assert awake.profile == begun().profile
    assert not awake.profile.is_resting(datetime(2026, 6, 1, tzinfo=UTC))
