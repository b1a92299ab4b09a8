"""Moments in three languages and both directions; it is Wednesday 16 September 2026, 14:05."""

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.languages import Language
from bot.understanding.time.moments import (
    Day,
    Elapsed,
    Facing,
    Hour,
    Moment,
    Two,
    Wrong,
    find_moment,
    read_moment,
)
from tests.every_row import every_row
from tests.phrase_tables import lists, table, unread

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local wall-clock time
PAST, FUTURE = Facing.PAST, Facing.FUTURE


def _day(iso: str) -> Day:
    return Day(date.fromisoformat(iso))


def _hour(iso: str) -> Hour:
    return Hour(datetime.fromisoformat(iso))


def _moment(row: dict[str, Any]) -> Moment:
    """Return what a row of the table means."""
    match row["means"]:
        case [first, second]:
            return Two(first, second, row.get("at"))
        case datetime() as at:
            return Hour(at)
        case date() as on:
            return Day(on)
        case "the other direction":
            return Wrong()
        case said:
            figure = re.fullmatch(r"in (\d+) minutes|(\d+) minutes ago", said)
            assert figure, f"{said!r} is no moment"
            return Elapsed(timedelta(minutes=int(figure[1] or 0) - int(figure[2] or 0)))


def _table(name: str) -> list[tuple[str, Moment]]:
    """Return what is typed in any language, with the moment that it means."""
    rows = [row for language in Language for row in table("moments", language)[name]]
    return [(typed, _moment(row)) for row in rows for typed in row["typed"]]


@every_row(_table("ahead"))
def test_a_moment_ahead_is_read(text: str, moment: Moment) -> None:
    """For snooze and rest, every form in any language is the moment to come (traps 3 to 5, 7)."""
    assert read_moment(text, now=NOW, facing=FUTURE) == moment


@every_row(_table("behind"))
def test_a_moment_behind_is_read(text: str, moment: Moment) -> None:
    """For done and last, the same words are the moment that was (trap 4)."""
    assert read_moment(text, now=NOW, facing=PAST) == moment


@every_row(unread("moments"), Facing)
def test_what_is_no_moment_is_refused(text: str, facing: Facing) -> None:
    """Impossible dates, more than ten years and half phrases are asked back, never guessed."""
    assert read_moment(text, now=NOW, facing=facing) is None


@every_row(lists("moments", "spoken"))
def test_a_time_of_day_may_be_said_in_words(text: str, at: str) -> None:
    """In nb and sv "halv sju" is half past six; of morning and evening the nearest is meant."""
    assert read_moment(text, now=NOW, facing=FUTURE) == _hour(f"2026-09-16 {at}")


@pytest.mark.parametrize("text", ["i morgen 18", "i morgon 18", "tomorrow 18", "imorgen 18.00"])
def test_a_bare_hour_after_a_day_is_kept(text: str) -> None:
    """The hour is part of the time, not a note."""
    assert read_moment(text, now=NOW, facing=FUTURE) == _hour("2026-09-17 18:00")


@pytest.mark.parametrize("text", ["fredag 18", "friday 8", "på tisdag 20"])
def test_a_figure_after_a_weekday_is_asked_back(text: str) -> None:
    """It may be an hour or a date, and is no note either."""
    assert read_moment(text, now=NOW, facing=FUTURE) is None
    assert find_moment(text, now=NOW, facing=FUTURE) is None


@pytest.mark.parametrize(
    "text",
    ["in January she moves", "i januar flytter hun", "i januari flyttar hon", "1 March is her day"],
)
def test_a_date_that_may_lie_ahead_is_no_moment_before_a_note(text: str) -> None:
    """What happens in January is news in September, not a contact of last winter."""
    assert find_moment(text, now=NOW, facing=PAST) is None


@pytest.mark.parametrize("text", ["om et kvarter", "om en kvart", "in a quarter of an hour"])
def test_a_quarter_of_an_hour_is_an_amount(text: str) -> None:
    """Fifteen minutes have a word of their own."""
    assert read_moment(text, now=NOW, facing=FUTURE) == Elapsed(timedelta(minutes=15))


@pytest.mark.parametrize("text", ["1.5 hours", "1.5 uker", "om 2.5 timmar", "1.5 weeks ago"])
@pytest.mark.parametrize("facing", Facing)
def test_an_amount_with_a_point_is_no_date(text: str, facing: Facing) -> None:
    """Nobody who types "snooze 1.5 hours" means the first of May."""
    assert read_moment(text, now=NOW, facing=facing) is None
    assert find_moment(text, now=NOW, facing=facing) is None


@pytest.mark.parametrize("text", ["for 2 weeks", "i to uker", "i två veckor", "this month"])
def test_a_length_of_time_is_no_moment_behind(text: str) -> None:
    """A phrase such as "for two weeks" says how long, not when, once it is over."""
    assert read_moment(text, now=NOW, facing=PAST) is None


@pytest.mark.parametrize("text", ["this week", "denne uka", "den här veckan"])
def test_this_week_is_no_moment_ahead(text: str) -> None:
    """Nobody can tell which day of this week is meant."""
    assert read_moment(text, now=NOW, facing=FUTURE) is None


@pytest.mark.parametrize(
    ("now", "text", "moment"),
    [
        ("2026-09-16 20:00", "tonight", _hour("2026-09-16 21:59")),
        ("2026-09-16 23:59", "tonight", Wrong()),
        ("2026-09-16 20:00", "in the evening", _hour("2026-09-17 19:00")),
        ("2026-09-16 06:00", "in the morning", _hour("2026-09-16 09:00")),
        ("2026-09-16 22:00", "at 8", _hour("2026-09-17 08:00")),
        ("2026-09-16 22:00", "at 3", _hour("2026-09-17 15:00")),
        ("2026-09-16 22:00", "at 12", _hour("2026-09-17 12:00")),
        ("2026-09-16 22:00", "at 12am", _hour("2026-09-17 00:00")),
        ("2026-09-19 10:00", "til helga", _day("2026-09-20")),
        ("2026-09-20 10:00", "til helga", _day("2026-09-26")),
        ("2026-09-19 10:00", "saturday", _day("2026-09-26")),
        ("2026-12-31 10:00", "the 31st", _day("2026-12-31")),
        ("2027-01-31 10:00", "the 30th", _day("2027-03-30")),
        ("2026-01-31 10:00", "1 month", _day("2026-02-28")),
        ("2026-12-30 10:00", "week 1", _day("2027-01-04")),
        ("2026-12-24 10:00", "24.12.", _day("2026-12-24")),
        ("2026-12-24 10:00", "24.12. at 9:00", Wrong()),
    ],
)
def test_a_moment_depends_on_now(now: str, text: str, moment: Moment) -> None:
    """Evenings that have begun, weekends, short months and the turn of the year come out right."""
    assert read_moment(text, now=datetime.fromisoformat(now), facing=FUTURE) == moment


@pytest.mark.parametrize(
    ("now", "text", "moment"),
    [
        ("2026-09-16 03:00", "this morning", Wrong()),
        ("2026-09-16 03:00", "in the morning", _hour("2026-09-15 09:00")),
        ("2026-09-20 10:00", "i helga", _day("2026-09-19")),
        ("2026-09-19 10:00", "i helga", _day("2026-09-13")),
        ("2026-09-10 10:00", "in september", _day("2026-09-10")),
        ("2026-01-04 10:00", "week 52", _day("2025-12-22")),
        ("2026-01-04 10:00", "in December", _day("2025-12-15")),
    ],
)
def test_a_moment_behind_depends_on_now(now: str, text: str, moment: Moment) -> None:
    """What has not begun yet was not this morning; the year turns backwards too."""
    assert read_moment(text, now=datetime.fromisoformat(now), facing=PAST) == moment


@pytest.mark.parametrize(
    ("text", "moment", "rest"),
    [
        ("yesterday she got the job", _day("2026-09-15"), "she got the job"),
        ("yesterday, she got the job", _day("2026-09-15"), "she got the job"),
        ("i går hun fikk jobben", _day("2026-09-15"), "hun fikk jobben"),
        ("i tisdags: hon var glad", _day("2026-09-15"), "hon var glad"),
        ("3 weeks ago - coffee in town", _day("2026-08-26"), "coffee in town"),
        ("on friday we met", _day("2026-09-11"), "we met"),
        ("tue, great talk", _day("2026-09-15"), "great talk"),
        ("sun", _day("2026-09-13"), ""),
        ("yesterday", _day("2026-09-15"), ""),
        ("at 18, she called", _hour("2026-09-15 18:00"), "she called"),
        ("tomorrow, she moves", Wrong(), "she moves"),
        ("tomorrow", Wrong(), ""),
        ("last week (at her place)", _day("2026-09-09"), "(at her place)"),
        ("in the morning we met", _hour("2026-09-16 09:00"), "we met"),
        ("yesterday 🎉 new job", _day("2026-09-15"), "new job"),
        ("3 weeks", _day("2026-08-26"), ""),
        ("the 15th, at work", _day("2026-09-15"), "at work"),
    ],
)
def test_a_moment_is_found_before_a_note(text: str, moment: Moment, rest: str) -> None:
    """In "/done Kari yesterday she got the job" the day is read and the note is whole."""
    found = find_moment(text, now=NOW, facing=PAST)
    assert found is not None
    assert (found.moment, found.rest) == (moment, rest)


@pytest.mark.parametrize(
    ("text", "moment", "rest"),
    [
        ("3 days she is away", _day("2026-09-19"), "she is away"),
        ("a week, on holiday", _day("2026-09-23"), "on holiday"),
        ("until friday, busy", _day("2026-09-18"), "busy"),
        ("til neste tirsdag", Two(date(2026, 9, 22), date(2026, 9, 29)), ""),
        ("2h", Elapsed(timedelta(hours=2)), ""),
        ("yesterday", Wrong(), ""),
    ],
)
def test_a_moment_ahead_is_found_before_a_note(text: str, moment: Moment, rest: str) -> None:
    """A snooze may say how long and why."""
    found = find_moment(text, now=NOW, facing=FUTURE)
    assert found is not None
    assert (found.moment, found.rest) == (moment, rest)


@pytest.mark.parametrize(
    "text",
    [
        "sun was shining",
        "Sun, sand and sea",
        "man skulle tro",
        "man, what a day",
        "may was great",
        "today's news",
        "weekend trip with her",
        "two hours on the phone",
        "3 days with her",
        "evening walk",
        "tomorrow she moves",
        "in 3 weeks she moves",
        "to jul",
        "on time",
        "she got it",
        "tue was fine",
        "at 18 people came",
        "the 5th time",
        "the weekend was fun",
        "sat together",
        "i morgen flytter hun",
        "for two hours",
        "",
        "  ",
        "!",
        "til fredag er hun borte",
        "May",
        "mon ami",
        "15% better",
        "fre the whale",
        "i to timer",
    ],
)
def test_a_note_keeps_its_first_words(text: str) -> None:
    """A note that merely begins with such a word is a note: nothing of it is eaten."""
    assert find_moment(text, now=NOW, facing=PAST) is None
