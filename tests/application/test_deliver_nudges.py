"""What one look at the clock makes of a Book."""

from dataclasses import replace

import pytest

from bot.application.deliver_nudges import Decision, decide, mark_sent
from bot.application.log_outcome import Event, snooze, subject_of
from bot.application.write_nudge import ask_nudge
from bot.domain.policy.agenda import next_due_at
from bot.domain.records.book import Book
from bot.domain.records.contact import Standing
from bot.domain.records.nudge import Closing, Nudge, Origin
from bot.domain.records.profile import Rest
from tests.domain.people import (
    DAY,
    HOUR,
    KARI,
    NOON,
    OLA,
    brought,
    due_since,
    nudged,
    settled,
)

TWO_DAYS = 2 * DAY


def planned_at_noon(book: Book) -> tuple[Book, Nudge]:
    """Return the Book in which a nudge is planned and not yet sent."""
    decision = decide(book, NOON)
    assert decision.nudge is not None
    return decision.book, decision.nudge


def test_somebody_due_at_a_good_hour_comes_up() -> None:
    """It plans one nudge, about one person, and gives it to be brought."""
    book, nudge = planned_at_noon(due_since(1.5, 1.2))
    assert nudge.is_planned
    assert book.planned_nudge == nudge
    assert nudge.contact_id == KARI
    assert nudge.draft


def test_nothing_to_do_changes_nothing() -> None:
    """With nobody due the very same Book comes back, so that nothing is written."""
    book = due_since(0.5)
    assert decide(book, NOON).book is book


def test_at_night_nothing_happens_at_all() -> None:
    """In quiet hours nothing is planned, brought or closed."""
    book, _ = nudged(due_since(1.5), KARI, NOON - TWO_DAYS)
    assert decide(book, NOON + 10 * HOUR) == Decision(book)


def test_sent_costs_a_token_and_opens_the_nudge() -> None:
    """What went out is open, with its message, and paid for."""
    book, nudge = planned_at_noon(due_since(1.5))
    sent = mark_sent(book, nudge.id, 42, NOON)
    assert sent.open_nudge == sent.nudge_in(42) == nudge.sent(NOON, 42)
    assert sent.dose.tokens_at(NOON) == 0
    assert decide(sent, NOON) == Decision(sent)


def test_an_unknown_fate_counts_as_sent() -> None:
    """Without a message id it is open all the same, and is not planned again."""
    book, nudge = planned_at_noon(due_since(1.5))
    sent = mark_sent(book, nudge.id, None, NOON)
    assert sent.open_nudge is not None
    assert sent.open_nudge.message_id is None
    assert decide(sent, NOON + HOUR).nudge is None


def test_marking_twice_or_the_unknown_changes_nothing() -> None:
    """A nudge that is gone or out already is left as it is."""
    book, nudge = planned_at_noon(due_since(1.5))
    sent = mark_sent(book, nudge.id, 42, NOON)
    assert mark_sent(sent, nudge.id, 43, NOON + HOUR) is sent
    assert mark_sent(sent, 999, 43, NOON) is sent


def test_a_planned_nudge_survives_and_is_brought_later() -> None:
    """Decided before a crash, it is brought afterwards as it was worded."""
    book, nudge = planned_at_noon(due_since(1.5))
    again = decide(book, NOON + HOUR / 2)
    assert again.nudge == nudge
    assert again.book is book


def test_a_planned_nudge_waits_for_the_next_good_hour() -> None:
    """Held by the hour, it is withdrawn, and the same person comes up in the next good hour."""
    book, nudge = planned_at_noon(due_since(1.5))
    held = decide(book, NOON + 2 * HOUR)
    assert held.nudge is None
    assert held.book.nudges[nudge.id].how is Closing.WITHDRAWN
    again = decide(held.book, NOON + 6 * HOUR).nudge
    assert again is not None
    assert again.contact_id == nudge.contact_id


@pytest.mark.parametrize("standing", [Standing.LET_GO, Standing.DECEASED])
def test_a_planned_nudge_about_somebody_let_go_is_withdrawn(standing: Standing) -> None:
    """Whoever was let go between planning and sending is not brought up."""
    book, nudge = planned_at_noon(due_since(1.5))
    book = book.with_contact(replace(book.contacts[KARI], standing=standing))
    decision = decide(book, NOON)
    assert decision.nudge is None
    assert decision.book.nudges[nudge.id].how is Closing.WITHDRAWN
    assert decision.book.nudges[nudge.id].sent_at is None


def test_an_asked_nudge_that_could_not_be_sent_does_not_ring_at_night() -> None:
    """At once it comes at any hour; minutes later the quiet hours hold it like any other."""
    evening, morning = NOON + 10 * HOUR, NOON + 20 * HOUR
    book = due_since(1.5)
    planned, nudge = ask_nudge(book, book.contacts[KARI], evening)
    assert decide(planned, evening + HOUR / 60).nudge == nudge
    assert decide(planned, evening + HOUR).nudge is None
    assert next_due_at(planned, evening + HOUR) == morning
    assert decide(planned, morning).nudge == nudge


def test_a_planned_nudge_is_withdrawn_for_a_rest() -> None:
    """A rest begun between planning and sending leaves nothing behind to come out later."""
    book, nudge = planned_at_noon(due_since(1.5))
    decision = decide(settled(book, rest=Rest(NOON)), NOON)
    assert decision.book.nudges[nudge.id].how is Closing.WITHDRAWN


def test_an_unanswered_nudge_closes_after_48_hours() -> None:
    """It ends without a word, and counts as one silence."""
    book, nudge = nudged(due_since(0.5), KARI, NOON)
    almost = decide(book, NOON + TWO_DAYS - HOUR / 2)
    assert almost.book.nudges[nudge.id].is_open
    lapsed = decide(book, NOON + TWO_DAYS)
    assert lapsed.book.nudges[nudge.id].how is Closing.LAPSED
    assert lapsed.book.dose.silences == 1
    assert next_due_at(book, NOON) == NOON + TWO_DAYS


def test_it_is_not_repeated_at_once() -> None:
    """Somebody whose nudge met silence does not come up again in the next days; others may."""
    book, nudge = nudged(due_since(1.5, 1.1), KARI, NOON)
    book, after = brought(book, NOON + TWO_DAYS)
    assert book.nudges[nudge.id].how is Closing.LAPSED
    assert after is not None
    assert after.contact_id == OLA


def test_a_nudge_that_was_asked_for_is_no_silence() -> None:
    """Nobody is quieter for not acting on what they asked for."""
    book, nudge = nudged(due_since(0.5), KARI, NOON, Origin.ASKED)
    lapsed = decide(book, NOON + TWO_DAYS).book
    assert lapsed.nudges[nudge.id].how is Closing.LAPSED
    assert lapsed.dose.silences == 0


def test_the_sixth_silence_begins_a_pause_that_is_told() -> None:
    """The pause is told once, and nothing is brought with it."""
    book, _ = nudged(due_since(1.5, 1.2), KARI, NOON)
    book = replace(book, dose=replace(book.dose, silences=5, tokens=1.5))
    decision = decide(book, NOON + TWO_DAYS)
    assert decision.pause_began
    assert decision.nudge is None
    assert not decide(decision.book, NOON + TWO_DAYS).pause_began


def test_hi_gives_way_to_nothing() -> None:
    """/hi withdraws what was only planned, and replaces what is open once it is out."""
    book, planned = planned_at_noon(due_since(1.5, 1.2))
    book, opened = nudged(book, OLA, NOON - HOUR)
    book, asked = ask_nudge(book, book.contacts[KARI], NOON)
    assert book.nudges[planned.id].how is Closing.WITHDRAWN
    book = mark_sent(book, asked.id, 9, NOON)
    assert book.nudges[opened.id].how is Closing.REPLACED
    assert [one.id for one in book.nudges.values() if one.is_open] == [asked.id]
    assert book.dose.tokens_at(NOON) == 1


def test_hi_ends_the_snooze() -> None:
    """Who asks for a snoozed person has them back."""
    book, nudge = nudged(due_since(1.5), KARI, NOON)
    book = snooze(book, subject_of(book, nudge), Event(NOON), NOON + DAY)
    book, asked = ask_nudge(book, book.contacts[KARI], NOON + HOUR)
    book = mark_sent(book, asked.id, 9, NOON + HOUR)
    assert book.contacts[KARI].hold is None
    assert decide(book, NOON + DAY).nudge is None


def test_after_an_outage_one_nudge_and_no_pile() -> None:
    """However many were due for however long, the first hours bring one."""
    book, out = due_since(*(3.0 + n / 10 for n in range(30))), 0
    for minutes in range(0, 24 * 60, 10):
        book, nudge = brought(book, NOON + 90 * DAY + minutes * HOUR / 60)
        out += nudge is not None
    assert out == 1
