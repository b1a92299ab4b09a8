"""What is gathered from a Book, once per mapping and never stale."""

from dataclasses import replace

import pytest

from bot.application.log_outcome import Event, Subject, done, feel_after, skip, subject_of
from bot.domain import parameters as p
from bot.domain.records.book import Book
from bot.domain.records.history import Same, history
from bot.domain.records.outcome import Feeling
from tests.domain.people import DAY, HOUR, KARI, NOON, OLA, due_since, had_nudges, nudged, talked

LIGHTER, NEUTRAL, HEAVIER = Feeling


def felt(*feelings: Feeling) -> Book:
    """Return a Book in which contacts with Kari left the user so, a day apart."""
    book = due_since(1.5)
    for days, feeling in enumerate(feelings):
        book = talked(book, KARI, NOON + days * DAY)
        book = feel_after(book, max(book.outcomes), feeling)
    return book


def test_what_was_gathered_is_never_stale() -> None:
    """A Book with one more record is gathered anew; the old one keeps what is true of it."""
    book = due_since(1.5)
    before = history(book)
    later = talked(book, KARI, NOON)
    assert history(later).last_contact_at[KARI] == NOON
    assert history(book) == before
    assert history(replace(later, serial=99)) == history(later)


def test_a_mapping_is_the_same_as_itself_alone() -> None:
    """Two mappings that hold the same are two: nothing is taken from one for the other."""
    one: dict[int, int] = {1: 2}
    assert Same(one) == Same(one)
    assert Same(one) != Same(dict(one))
    assert Same(one) != one


def test_the_latest_contact_whatever_the_order() -> None:
    """An older entry never moves the clock back (docs/semantics.md, 1)."""
    book = talked(talked(due_since(1.5), KARI, NOON - DAY), KARI, NOON - 9 * DAY)
    assert history(book).last_contact_at[KARI] == NOON - DAY
    assert history(book).outcomes.logged[KARI] == 3
    assert history(book).knows_cadence(KARI)
    assert not history(book).knows_cadence(OLA)


def test_a_skip_counts_until_the_next_contact() -> None:
    """Whoever was in touch since is not skipped any more."""
    book = due_since(1.5)
    skipped = skip(book, Subject(book.contacts[KARI]), Event(NOON))
    assert history(skipped).last_skip(KARI) == NOON
    again = done(skipped, Subject(skipped.contacts[KARI]), Event(NOON + DAY))
    assert history(again).last_skip(KARI) is None


@pytest.mark.parametrize(
    ("feelings", "cost"),
    [
        ((), p.COST_START),
        ((LIGHTER,), 0.21),
        ((NEUTRAL,), 0.33),
        ((HEAVIER,), 0.51),
        ((HEAVIER, LIGHTER), 0.357),
    ],
)
def test_cost_is_an_average_that_forgets(feelings: tuple[Feeling, ...], cost: float) -> None:
    """Start 0.3, weight 0.3; lighter 0, neutral 0.4, heavier 1 (docs/policy.md)."""
    assert history(felt(*feelings)).cost(KARI) == pytest.approx(cost)


def test_a_feeling_belongs_to_a_logged_contact() -> None:
    """One tap, another replaces it; what is no contact has none."""
    book, nudge = nudged(due_since(1.5), KARI, NOON)
    assert feel_after(book, nudge.id, HEAVIER) is book
    told = done(book, subject_of(book, nudge), Event(NOON + HOUR))
    outcome_id = next(one.id for one in told.outcomes.values() if one.nudge_id == nudge.id)
    heavy = feel_after(told, outcome_id, HEAVIER)
    assert history(heavy).cost(KARI) == pytest.approx(0.51)
    assert feel_after(heavy, outcome_id, HEAVIER) is heavy
    assert history(feel_after(heavy, outcome_id, LIGHTER)).cost(KARI) == pytest.approx(0.21)
    assert feel_after(heavy, 12345, HEAVIER) is heavy


def test_counted_nudges_within_a_span() -> None:
    """Those ahead of the clock count as well: it was set back meanwhile."""
    sent = [NOON - 8 * DAY, NOON - 7 * DAY, NOON - DAY, NOON + DAY, NOON + 8 * DAY]
    past = history(had_nudges(due_since(1.5), sent))
    assert past.since(NOON, p.WEEK) == [NOON - DAY, NOON + DAY]
    assert past.nudges.last_nudge_at[KARI] == NOON + 8 * DAY
