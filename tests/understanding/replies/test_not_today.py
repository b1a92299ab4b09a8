"""Answers that say when it does not suit, or "of course"; it is Monday 2 March 2026, 11:30."""

from datetime import date, datetime

import pytest

from bot.languages import Language
from bot.understanding.replies.nudge_replies import Reply, Verb, read_reply
from bot.understanding.time.moments import Day

NOW = datetime(2026, 3, 2, 11, 30)  # noqa: DTZ001 - what people type is in local wall-clock time
MONDAY, TUESDAY = Day(date(2026, 3, 9)), Day(date(2026, 3, 3))
FRIDAY, SATURDAY = Day(date(2026, 3, 6)), Day(date(2026, 3, 7))
NOT_TODAY = (
    "busy today|I don't have time today|no time tonight|too tired today|didn't have time yesterday"
    "|orker ikke i dag|har ikke tid i dag|rekker ikke i dag|rekker det ikke i dag"
    "|har ikke tid i kveld"
    "|passer ikke i dag|kan ikke|jeg kan ikke nå|er opptatt|gidder ikke|rakk det ikke i går"
    "|orkar inte idag|hinner inte i dag|har inte tid ikväll|hann inte igår|passar inte|kan inte"
    "|jag är upptagen"
)
NOT_THEN = (
    "busy tomorrow|opptatt i morgen|upptagen imorgon|kan ikke på fredag|om en uke flytter hun"
    "|i helgen, vi pratade|på fredag, vi snakket|busy bee"
)


def _read(text: str, interface: Language = Language.EN) -> Reply | None:
    return read_reply(text, interface=interface, now=NOW)


@pytest.mark.parametrize("text", NOT_TODAY.split("|"))
def test_what_does_not_suit_today_chooses_no_time_today(text: str) -> None:
    """A nudge put off with "orker ikke i dag" does not come back this afternoon."""
    assert _read(text) == Reply(Verb.SNOOZE)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("busy until Friday", FRIDAY),
        ("opptatt til fredag", FRIDAY),
        ("upptagen till fredag", FRIDAY),
        ("can't, tomorrow", TUESDAY),
        ("har ikke tid, i morgen", TUESDAY),
        ("not this week", MONDAY),
        ("ikke denne uka", MONDAY),
        ("inte den här veckan", MONDAY),
        ("inte denna vecka!", MONDAY),
    ],
)
def test_a_time_that_does_suit_is_kept(text: str, moment: Day) -> None:
    """What says until when, or rules out a week, says when to come back."""
    assert _read(text) == Reply(Verb.SNOOZE, moment=moment)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("not this week, away", Reply(Verb.SNOOZE, moment=MONDAY, note="away")),
        ("in a week, she is away", Reply(Verb.SNOOZE, moment=MONDAY, note="she is away")),
        ("om en uke: hun er borte", Reply(Verb.SNOOZE, moment=MONDAY, note="hun er borte")),
        ("om en vecka - hon reser", Reply(Verb.SNOOZE, moment=MONDAY, note="hon reser")),
        ("til helga, hun jobber", Reply(Verb.SNOOZE, moment=SATURDAY, note="hun jobber")),
        ("till helgen, hon jobbar", Reply(Verb.SNOOZE, moment=SATURDAY, note="hon jobbar")),
    ],
)
def test_a_later_may_stand_before_a_note(text: str, answer: Reply) -> None:
    """*Later*, alone or before a note."""
    assert _read(text) == answer


@pytest.mark.parametrize("text", NOT_THEN.split("|"))
def test_a_time_that_does_not_suit_later_is_asked_back(text: str) -> None:
    """It says nothing about when to come back, or it may tell of what has been."""
    assert _read(text) is None


@pytest.mark.parametrize("interface", Language)
@pytest.mark.parametrize("text", ["så klart", "Så klart!", "ja, klart", "jo klart", "Japp, klart"])
def test_of_course_after_a_small_word_is_not_done(text: str, interface: Language) -> None:
    """The word "klart" also means "of course"."""
    assert _read(text, interface) is None


@pytest.mark.parametrize("text", ["ok klart", "okej, klart", "nu klart", "nu är det klart", "klar"])
def test_klart_with_a_word_that_can_only_mean_done_is_done(text: str) -> None:
    """Nobody says "of course" with the words "nu är det klart"."""
    assert _read(text) == Reply(Verb.DONE)
