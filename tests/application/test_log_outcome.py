"""What the user tells, and what becomes of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from bot.application.deliver_nudges import decide
from bot.application.log_outcome import (
    Event,
    Subject,
    done,
    is_settled,
    rest_from,
    skip,
    snooze,
    subject_of,
    tried,
)
from bot.application.write_nudge import plan_nudge
from bot.domain import parameters as p
from bot.domain.policy.check_ins import asks_hesitation
from bot.domain.policy.due import due_at, last_contact_at
from bot.domain.records.book import Book
from bot.domain.records.contact import Hold
from bot.domain.records.nudge import Closing, Nudge, Origin
from bot.domain.records.outcome import OutcomeKind
from tests.domain.people import DAY, HOUR, KARI, NOON, OLA, due_since, nudged

LATER = NOON + HOUR
Answer = Callable[[Book, Subject, Event], Book]


def begun() -> tuple[Book, Nudge]:
    """Return a Book with an open nudge about Kari, and the nudge."""
    return nudged(due_since(1.5, 1.2), KARI, NOON)


def kinds(book: Book) -> list[OutcomeKind]:
    """Return what was noted since noon."""
    return [one.kind for one in book.outcomes.values() if one.recorded_at >= NOON]


def by_name(book: Book, number: int = KARI) -> Subject:
    """Return a person without a nudge, as a command names them."""
    return Subject(book.contacts[number])


def test_a_second_press_is_known_as_one() -> None:
    """Once done, a nudge is settled: the caller answers kindly and changes nothing."""
    book, nudge = begun()
    assert not is_settled(book, nudge)
    after = done(book, subject_of(book, nudge), Event(LATER))
    assert is_settled(after, after.nudges[nudge.id])


@pytest.mark.parametrize("answer", [done, tried, skip, snooze])
def test_the_same_answer_twice_leaves_one_outcome(answer: Answer) -> None:
    """Pressing twice stores one outcome for the nudge, not two."""
    book, nudge = begun()
    for _ in range(2):
        book = answer(book, subject_of(book, book.nudges[nudge.id]), Event(LATER))
    assert len(kinds(book)) == 1
    assert book.open_nudge is None


def test_done_after_snooze_corrects_it() -> None:
    """Pressing Done on a snoozed nudge makes it a contact and ends the snooze."""
    book, nudge = begun()
    snoozed = snooze(book, subject_of(book, nudge), Event(NOON), NOON + DAY)
    after = done(snoozed, subject_of(snoozed, snoozed.nudges[nudge.id]), Event(LATER))
    assert kinds(after) == [OutcomeKind.DONE]
    assert after.contacts[KARI].hold is None
    assert after.nudges[nudge.id].how is Closing.DONE
    assert decide(after, NOON + DAY).nudge is None or after.open_nudge is None


def test_a_late_done_after_it_lapsed_still_counts() -> None:
    """The buttons of a nudge that closed by itself stay good."""
    book, nudge = begun()
    lapsed = book.with_nudge(nudge.closed(NOON + 2 * DAY, Closing.LAPSED))
    now = NOON + 5 * DAY
    after = done(lapsed, subject_of(lapsed, lapsed.nudges[nudge.id]), Event(now))
    assert last_contact_at(after, KARI) == now
    assert after.nudges[nudge.id].how is Closing.DONE
    assert after.nudges[nudge.id].sent_at == NOON


def test_done_by_name_closes_the_open_nudge() -> None:
    """A contact logged without the nudge counts as much, and closes it."""
    book, nudge = begun()
    after = done(book, by_name(book), Event(LATER))
    assert after.nudges[nudge.id].how is Closing.DONE
    assert after.open_nudge is None
    assert is_settled(after, after.nudges[nudge.id])


def test_done_by_name_withdraws_a_planned_nudge() -> None:
    """What was about to be sent about the person is not sent any more."""
    book, nudge = plan_nudge(due_since(1.5), due_since(1.5).contacts[KARI], Origin.PLANNED, NOON)
    after = done(book, by_name(book), Event(LATER))
    assert after.nudges[nudge.id].how is Closing.WITHDRAWN
    assert decide(after, LATER).nudge is None


def test_the_nudge_about_somebody_else_stays_open() -> None:
    """A contact with Ola says nothing about the nudge about Kari."""
    book, nudge = begun()
    after = done(book, by_name(book, OLA), Event(LATER))
    assert after.nudges[nudge.id].is_open
    assert not is_settled(after, nudge)


def test_a_contact_of_last_tuesday_counts_from_tuesday() -> None:
    """It counts when it happened, whatever the day it is told."""
    tuesday = NOON - 6 * DAY
    book, nudge = begun()
    after = done(book, by_name(book), Event(LATER, tuesday))
    assert last_contact_at(after, KARI) == tuesday
    assert due_at(after, after.contacts[KARI]) == tuesday + 30 * DAY
    assert not is_settled(after.with_nudge(nudge), nudge)


def test_a_contact_from_before_the_last_one_moves_nothing() -> None:
    """An older entry never moves the clock back."""
    book = due_since(0.5)
    after = done(book, by_name(book), Event(LATER, NOON - 90 * DAY))
    assert due_at(after, after.contacts[KARI]) == due_at(book, book.contacts[KARI])


def test_a_note_becomes_the_newest() -> None:
    """What is said with an answer is the next thing to mention."""
    book, nudge = begun()
    after = done(book, subject_of(book, nudge), Event(LATER, note="she got the job"))
    newest = after.contacts[KARI].newest_note
    assert newest is not None
    assert newest.text == "she got the job"
    assert after.serial > newest.id


def test_a_try_waits_a_quarter_and_is_no_contact() -> None:
    """Tried, no answer: the person waits from when it was tried; the clock stays."""
    book, nudge = begun()
    after = tried(book, subject_of(book, nudge), Event(LATER, NOON - DAY))
    assert after.contacts[KARI].hold == Hold(NOON - DAY + 7.5 * DAY)
    assert last_contact_at(after, KARI) == last_contact_at(book, KARI)
    assert after.nudges[nudge.id].how is Closing.TRIED


def test_a_skip_ends_the_snooze() -> None:
    """Skipped is on to the next turn, and nothing else is kept waiting."""
    book, nudge = begun()
    held = snooze(book, subject_of(book, nudge), Event(NOON), NOON + DAY)
    after = skip(held, subject_of(held, held.nudges[nudge.id]), Event(LATER))
    assert after.contacts[KARI].hold is None
    assert due_at(after, after.contacts[KARI]) > LATER + 15 * DAY


def test_bare_snoozes_climb_the_ladder_and_ask_once_past_it() -> None:
    """1, 3, 9 days, then half a cadence and one question; the pace is not touched."""
    book, now = due_since(1.5), NOON
    waits: list[float] = []
    asked: list[bool] = []
    for _ in range(4):
        book = snooze(book, by_name(book), Event(now))
        hold = book.contacts[KARI].hold
        assert hold is not None
        waits.append((hold.until - now) / DAY)
        asked.append(asks_hesitation(book.contacts[KARI]))
        now = hold.until
    assert waits == [1, 3, 9, 15]
    assert asked == [False, False, False, True]
    assert book.contacts[KARI].cadence == due_since(1.5).contacts[KARI].cadence


def test_a_bare_snooze_never_shortens_a_chosen_time() -> None:
    """Who chose three weeks does not get the person back tomorrow."""
    book = due_since(1.5)
    book = snooze(book, by_name(book), Event(NOON), NOON + 21 * DAY)
    again = snooze(book, by_name(book), Event(LATER))
    assert again.contacts[KARI].hold == book.contacts[KARI].hold


@pytest.mark.parametrize("answer", [done, tried, skip, snooze])
@pytest.mark.parametrize("at", [NOON, NOON + 30 * DAY])
def test_any_answer_ends_the_silence_and_a_hello_gives_dose_back(
    answer: Answer, at: datetime
) -> None:
    """A tap is a sign of life, a snooze too; only what led to something asks for more."""
    book, nudge = begun()
    dose = book.dose
    for _ in range(6):
        dose = dose.met_silence(NOON)
    quiet = replace(book, dose=dose)
    after = answer(quiet, subject_of(quiet, nudge), Event(at))
    led = answer in {done, tried}
    assert after.dose.scale == quiet.dose.scale + led * p.REGAIN
    assert (after.dose.silences, after.dose.pause_until) == (0, None)


def test_a_contact_that_came_by_itself_gives_no_dose_back() -> None:
    """It is a sign of life, and no wish for more nudges; for an open nudge it is an answer."""
    book, nudge = begun()
    dose = book.dose.met_silence(NOON).met_silence(NOON)
    closed = replace(book.with_nudge(nudge.closed(NOON, Closing.SKIPPED)), dose=dose)
    told = done(closed, by_name(closed), Event(NOON))
    assert (told.dose.scale, told.dose.silences) == (dose.scale, 0)
    answered = done(replace(book, dose=dose), by_name(book), Event(NOON))
    assert answered.dose.scale == dose.scale + p.REGAIN


def test_a_rest_from_a_person_lasts_a_season() -> None:
    """The nudge closes, the pace stays, and no snooze is counted; a later chosen time is kept."""
    book, nudge = nudged(due_since(1.5), KARI, NOON)
    rested = rest_from(book, Subject(book.contacts[KARI], nudge), Event(NOON))
    contact = rested.contacts[KARI]
    assert contact.hold == Hold(NOON + p.PERSON_REST)
    assert (contact.snoozes, contact.cadence) == (0, book.contacts[KARI].cadence)
    assert rested.nudges[nudge.id].how is Closing.SNOOZED
    far = Hold(NOON + 2 * p.PERSON_REST, chosen=True)
    held = rested.with_contact(replace(contact, hold=far))
    again = rest_from(held, Subject(held.contacts[KARI]), Event(NOON))
    assert again.contacts[KARI].hold == far
