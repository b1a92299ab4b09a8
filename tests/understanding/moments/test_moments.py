"""Moments in three languages and both directions; it is Wednesday 16 September 2026, 14:05."""

from datetime import date, datetime, timedelta

import pytest

from bot.understanding.moments.moments import (
    Elapsed,
    Facing,
    Hour,
    Moment,
    Stretch,
    find_moment,
    read_moment,
)
from tests.every_row import every_row
from tests.phrase_meanings import moment as moment_of
from tests.phrase_tables import lists, phrases, rows, unread

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local wall-clock time
PAST, FUTURE = Facing.PAST, Facing.FUTURE


def _hour(iso: str) -> Hour:
    return Hour(datetime.fromisoformat(iso))


def _table(name: str) -> list[tuple[str, Moment]]:
    """Return what is typed in any language, with the moment that it means."""
    return [(typed, moment_of(row["means"], row.get("at"))) for typed, row in rows("moments", name)]


def _at_another_time(name: str) -> list[tuple[datetime, str, Moment]]:
    """Return when something is typed, what it is, and the moment that it means."""
    found = rows("moments", name)
    return [(row["now"], typed, moment_of(row["means"], row.get("at"))) for typed, row in found]


def _with_note(name: str) -> list[tuple[str, Moment, str]]:
    """Return what is typed, the moment that it means, and the note behind it."""
    found = rows("moments", name)
    return [(typed, moment_of(row["means"]), row.get("note", "")) for typed, row in found]


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


@pytest.mark.parametrize("text", ["for 2 weeks", "i to uker", "i två veckor"])
def test_a_length_of_time_is_no_moment_behind(text: str) -> None:
    """A phrase such as "for two weeks" says how long, not when, once it is over."""
    assert read_moment(text, now=NOW, facing=PAST) is None


@pytest.mark.parametrize("text", ["this week", "denne uka", "den här veckan"])
def test_this_week_is_a_stretch_either_way(text: str) -> None:
    """Which day of this week is meant is for the caller to choose."""
    week = Stretch(date(2026, 9, 14), date(2026, 9, 20))
    assert {read_moment(text, now=NOW, facing=facing) for facing in Facing} == {week}


@every_row(_at_another_time("ahead_from"))
def test_a_moment_depends_on_now(now: datetime, text: str, moment: Moment) -> None:
    """Evenings that have begun, weekends, short months and the turn of the year come out right."""
    assert read_moment(text, now=now, facing=FUTURE) == moment


@every_row(_at_another_time("behind_from"))
def test_a_moment_behind_depends_on_now(now: datetime, text: str, moment: Moment) -> None:
    """What has not begun yet was not this morning; the year turns backwards too."""
    assert read_moment(text, now=now, facing=PAST) == moment


@every_row(_with_note("behind_before_note"))
def test_a_moment_is_found_before_a_note(text: str, moment: Moment, rest: str) -> None:
    """In "/done Kari yesterday she got the job" the day is read and the note is whole."""
    found = find_moment(text, now=NOW, facing=PAST)
    assert found is not None
    assert (found.moment, found.rest) == (moment, rest)


@every_row(_with_note("ahead_before_note"))
def test_a_moment_ahead_is_found_before_a_note(text: str, moment: Moment, rest: str) -> None:
    """A snooze may say how long and why."""
    found = find_moment(text, now=NOW, facing=FUTURE)
    assert found is not None
    assert (found.moment, found.rest) == (moment, rest)


@every_row(phrases("moments", "notes"))
def test_a_note_keeps_its_first_words(text: str) -> None:
    """A note that merely begins with such a word is a note: nothing of it is eaten."""
    assert find_moment(text, now=NOW, facing=PAST) is None


@pytest.mark.parametrize(
    ("text", "other"),
    [("klokka ni", "2026-09-17 09:00"), ("at 9", "2026-09-17 09:00"), ("kl 18", None)],
)
def test_a_bare_hour_has_its_other_half(text: str, other: str | None) -> None:
    """Said at 20:40, nine is soon or tomorrow morning: a caller may offer both."""
    moment = read_moment(text, now=NOW.replace(hour=17, minute=40), facing=FUTURE)
    assert isinstance(moment, Hour)
    assert moment.other == (datetime.fromisoformat(other) if other else None)


@pytest.mark.parametrize("text", ["frida", "Frida", "Fridya", "marte", "augusta", "mandal"])
def test_a_name_is_no_slip(text: str) -> None:
    """Frida is a letter from Friday, and somebody's name."""
    assert read_moment(text, now=NOW, facing=PAST) is None
    assert find_moment(text, now=NOW, facing=PAST) is None


@pytest.mark.parametrize("text", ["yesterdya", "lørdga", "fredga", "förra vecken", "tusday"])
def test_one_slip_is_forgiven(text: str) -> None:
    """A word of the calendar with one slip is that word, where nothing else is said."""
    found = find_moment(text, now=NOW, facing=PAST)
    assert found is not None
    assert found.rest == ""
    assert find_moment(f"{text} she called", now=NOW, facing=PAST) is None


@pytest.mark.parametrize(
    "text",
    [
        "friday 18:00 monday",
        "i fredags för en timme sen",
        "last week tomorrow",
        "i går om en uke",
    ],
)
def test_half_a_moment_is_none(text: str) -> None:
    """What goes on about time right after a moment is no note."""
    assert find_moment(text, now=NOW, facing=PAST) is None
