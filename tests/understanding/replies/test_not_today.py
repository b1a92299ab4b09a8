"""Answers that say when it does not suit, or "of course"; it is Monday 2 March 2026, 11:30."""

from datetime import datetime

from bot.languages import Language
from bot.understanding.moments.moments import Moment
from bot.understanding.replies.nudge_replies import Reply, Verb, read_reply
from tests.every_row import every_row
from tests.phrase_meanings import moment as moment_of
from tests.phrase_tables import phrases, rows, unread

NOW = datetime(2026, 3, 2, 11, 30)  # noqa: DTZ001 - what people type is in local time
UNTIL = [
    (typed, moment_of(row["means"]))
    for typed, row in rows("postponements", "until")
    if "note" not in row
]


def _read(text: str, interface: Language = Language.EN) -> Reply | None:
    return read_reply(text, interface=interface, now=NOW)


@every_row(phrases("postponements", "today"))
def test_what_does_not_suit_today_chooses_no_time_today(text: str) -> None:
    """A nudge put off with "orker ikke i dag" does not come back this afternoon."""
    assert _read(text) == Reply(Verb.SNOOZE)


@every_row(UNTIL)
def test_a_time_that_does_suit_is_kept(text: str, moment: Moment) -> None:
    """What says until when, or rules out a week, says when to come back."""
    assert _read(text) == Reply(Verb.SNOOZE, moment=moment)


@every_row(unread("postponements"))
def test_a_time_that_does_not_suit_later_is_asked_back(text: str) -> None:
    """It says nothing about when to come back, or it may tell of what has been."""
    assert _read(text) is None


@every_row(phrases("replies", "yes_of_course"), Language)
def test_of_course_after_a_small_word_is_not_done(text: str, interface: Language) -> None:
    """The word "klart" also means "of course"."""
    assert _read(text, interface) is None


@every_row(phrases("replies", "done_and_not_of_course"))
def test_klart_with_a_word_that_can_only_mean_done_is_done(text: str) -> None:
    """Nobody says "of course" with the words "nu är det klart"."""
    assert _read(text) == Reply(Verb.DONE)
