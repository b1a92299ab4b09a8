"""The few things that Hei asks or offers, and how rarely."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.application.change_contact import set_reason
from bot.application.change_settings import choose_less
from bot.application.deliver_nudges import mark_sent
from bot.application.log_outcome import Event, Subject, feel_after, snooze
from bot.application.undoing import undo
from bot.domain import parameters as p
from bot.domain.policy.check_ins import (
    CheckIn,
    check_in_for,
    check_in_under,
    having_asked,
    offers_less,
    usual_gap,
)
from bot.domain.records.book import Book
from bot.domain.records.contact import ReasonTag
from bot.domain.records.dose import Dose, Ease
from bot.domain.records.nudge import Nudge, Origin, Planned
from bot.domain.records.outcome import Feeling
from tests.domain.people import DAY, KARI, NOON, book_of, due_since, had_nudges, person, talked

QUARTER = p.REFLECTION_AGAIN


def with_gaps(days: float, silent_for: float) -> Book:
    """Return a Book with contacts so many days apart, the last one some days before noon."""
    newcomer = person(days=60, added_at=NOON - 30 * DAY)
    book = book_of(newcomer)
    for n in range(4):
        book = talked(book, KARI, NOON - timedelta(days=silent_for + n * days))
    return book


def asked(book: Book, check_in: CheckIn) -> Book:
    """Return the Book in which a question was asked at noon."""
    return having_asked(book, KARI, check_in, NOON)


def question(book: Book, days: float = 0) -> CheckIn | None:
    """Return what is asked about Kari some days after noon."""
    return check_in_for(book, book.contacts[KARI], NOON + timedelta(days=days))


def test_too_much_is_offered_on_the_second_and_every_fifth() -> None:
    """Of Hei's own nudges the second and every fifth ask."""
    book = had_nudges(due_since(1.5), [NOON - 9 * DAY], Origin.ASKED)
    book = had_nudges(book, [NOON + n * DAY for n in range(11)])
    own = [n for n in book.nudges.values() if n.origin is Origin.PLANNED]
    assert [offers_less(book, one) for one in own] == [n in {2, 5, 10} for n in range(1, 12)]
    assert not any(offers_less(book, n) for n in book.nudges.values() if n not in own)


def test_a_nudge_about_to_go_out_counts_itself() -> None:
    """What is shown is what was planned: the offer does not depend on when it is drawn."""
    book = had_nudges(due_since(1.5), [NOON - 9 * DAY])
    planned = Nudge(book.next_id(), KARI, Origin.PLANNED, ("Hi!",), "just-hi", Planned(NOON))
    assert offers_less(book.with_nudge(planned), planned)
    assert offers_less(book.with_nudge(planned.sent(NOON, 5)), planned.sent(NOON, 5))


def test_a_question_stays_under_the_nudge_that_asked_it() -> None:
    """It is known as asked once the nudge is out, and no other nudge shows it."""
    book, planned = with_planned(with_gaps(days=10, silent_for=70))
    assert check_in_under(book, planned, NOON) is CheckIn.RHYTHM
    sent = mark_sent(book, planned.id, 5, NOON)
    assert sent.contacts[KARI].asked.rhythm_at == NOON
    assert check_in_under(sent, sent.nudges[planned.id], NOON + DAY) is CheckIn.RHYTHM
    after, later = with_planned(sent)
    assert check_in_under(after, later, NOON + DAY) is None
    own = replace(planned, origin=Origin.ASKED)
    assert check_in_under(book, own, NOON) is None


def with_planned(book: Book) -> tuple[Book, Nudge]:
    """Return the Book with a planned nudge about Kari, and the nudge."""
    nudge = Nudge(book.next_id(), KARI, Origin.PLANNED, ("Hi!",), "just-hi", Planned(NOON))
    return book.with_nudge(nudge), nudge


def test_too_much_halves_the_dose_for_good() -> None:
    """Taps do not bring it back; choosing a dose does, and so does /undo."""
    book = replace(due_since(1.5), dose=Dose().choose(Ease.EASY, NOON))
    less = choose_less(book, NOON)
    assert less.dose.a_day == pytest.approx(book.dose.a_day / 2)
    assert less.dose.taken_up(NOON).a_day == pytest.approx(book.dose.taken_up(NOON).a_day / 2)
    assert less.dose.choose(Ease.EASY, NOON).a_day == book.dose.a_day
    assert undo(less, NOON)[0].dose.a_day == book.dose.a_day
    least = book
    for _ in range(9):
        least = choose_less(least, NOON)
    assert least.dose.share == p.LEAST_SHARE


def test_a_rhythm_that_became_another_is_asked_about_once() -> None:
    """A gap of over six times their usual gap asks one check-in, and not again."""
    assert usual_gap(with_gaps(3, 0), person()) == 3 * DAY
    assert question(with_gaps(3, 17)) is None
    book = with_gaps(3, 19)
    assert question(book) is CheckIn.RHYTHM
    assert question(asked(book, CheckIn.RHYTHM), days=20) is None
    again = talked(asked(book, CheckIn.RHYTHM), KARI, NOON + DAY)
    assert question(again, days=25) is CheckIn.RHYTHM


def test_without_a_known_rhythm_the_pace_is_the_rhythm() -> None:
    """Two contacts make no rhythm."""
    book = talked(book_of(person(days=10, added_at=NOON - 60 * DAY)), KARI, NOON - 59 * DAY)
    assert usual_gap(book, book.contacts[KARI]) == 10 * DAY
    assert question(book) is None
    assert question(book, days=2) is CheckIn.RHYTHM
    assert question(book_of(person(added_at=NOON))) is None


def test_duty_is_asked_about_once_a_year() -> None:
    """It may have become something else."""
    book = book_of(person(added_at=NOON - 200 * DAY))
    book = asked(set_reason(book, book.contacts[KARI], ReasonTag.DUTY), CheckIn.REFLECTION)
    assert question(book) is None
    year = asked(having_asked(book, KARI, CheckIn.REFLECTION, NOON + 160 * DAY), CheckIn.RHYTHM)
    assert question(year, days=165) is CheckIn.DUTY
    again = having_asked(year, KARI, CheckIn.DUTY, NOON + 165 * DAY)
    assert question(again, days=166) is None


def test_three_heavier_of_four_offer_relief_once() -> None:
    """Slower, rest or let go."""
    book = with_gaps(10, 1)
    ids = sorted(book.outcomes, key=lambda key: book.outcomes[key].occurred_at)
    feelings = (Feeling.HEAVIER, Feeling.LIGHTER, Feeling.HEAVIER, Feeling.HEAVIER)
    for number, (key, feeling) in enumerate(zip(ids, feelings, strict=True)):
        assert question(book) is None, number
        book = feel_after(book, key, feeling)
    assert question(book) is CheckIn.RELIEF
    assert question(asked(book, CheckIn.RELIEF)) is None


def test_a_reflection_at_most_once_a_quarter() -> None:
    """And never about somebody new."""
    book = talked(book_of(person(added_at=NOON)), KARI, NOON)
    assert question(book) is None
    assert check_in_for(book, book.contacts[KARI], NOON + QUARTER) is CheckIn.REFLECTION
    later = having_asked(book, KARI, CheckIn.REFLECTION, NOON + QUARTER)
    assert check_in_for(later, later.contacts[KARI], NOON + 1.9 * QUARTER) is None


def test_what_was_asked_stays_asked() -> None:
    """Taking back a snooze does not bring the question back."""
    book = snooze(due_since(1.5), Subject(person()), Event(NOON))
    back, _ = undo(asked(book, CheckIn.REFLECTION), NOON)
    assert back.contacts[KARI].hold is None
    assert back.contacts[KARI].asked.reflection_at == NOON
