"""Promises about moments that are put together from pieces."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.moments.moments import Day, Facing, Hour, Two, find_moment, read_moment

NOWS = st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1))  # noqa: DTZ001 - local wall time
WEEKDAYS = (
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
)
MONTHS = (
    "january february march april may june july august september october november december",
    "januar februar mars april mai juni juli august september oktober november desember",
    "januari februari mars april maj juni juli augusti september oktober november december",
)
WEEKDAY_WORDS = (("{}", "on {}"), ("{}", "på {}"), ("{}", "på {}"))
DATE_WORDS = (
    ("{day} {month}", "{month} {day}", "the {day}th of {month}"),
    ("{day}. {month}", "den {day}. {month}", "{day} {month}"),
    ("{day} {month}", "den {day} {month}", "den {day}:e {month}"),
)
HOUR_WORDS = (
    ("at {:%H:%M}", "{:%H:%M}", "after {:%H:%M}"),
    ("kl {:%H:%M}", "kl. {:%H.%M}", "etter {:%H:%M}"),
    ("kl {:%H:%M}", "klockan {:%H.%M}", "efter {:%H:%M}"),
)


def _pieces(language: int, at: datetime, wording: int) -> tuple[str, str, str]:
    month = MONTHS[language].split()[at.month - 1]
    weekdays, hours = WEEKDAY_WORDS[language], HOUR_WORDS[language]
    dates = DATE_WORDS[language][wording % len(DATE_WORDS[language])]
    return (
        weekdays[wording % len(weekdays)].format(WEEKDAYS[language][at.weekday()]),
        dates.format(day=at.day, month=month),
        hours[wording % len(hours)].format(at),
    )


@st.composite
def _lines(draw: st.DrawFn) -> tuple[datetime, datetime, str]:
    """Return now, the hour that is meant, and a line that says it in some order and wording."""
    now, at = draw(NOWS), draw(st.times(time(1), time(23, 59)))
    day = now.date() + timedelta(days=draw(st.integers(61, 300)))
    meant = datetime.combine(day, at.replace(second=0, microsecond=0))
    pieces = _pieces(draw(st.integers(0, 2)), meant, draw(st.integers(0, 5)))
    order = draw(st.permutations(pieces))
    return now, meant, draw(st.sampled_from([" ", ", "])).join(order)


@given(_lines())
def test_a_composed_line_is_read_whole(line: tuple[datetime, datetime, str]) -> None:
    """A weekday, its date and an hour are one moment in any order, or none at all."""
    now, meant, text = line
    moment = read_moment(text, now=now, facing=Facing.FUTURE)
    assert moment is None or moment == Hour(meant), text
    found = find_moment(text, now=now, facing=Facing.FUTURE)
    assert found is None or (found.moment == moment and not found.rest), text


@given(NOWS, st.integers(61, 300), st.integers(0, 2), st.integers(0, 2))
def test_a_weekday_settles_its_date(now: datetime, days: int, language: int, wording: int) -> None:
    """With its own weekday a date is one day; with another both are offered."""
    day = now.date() + timedelta(days=days)
    at = datetime.combine(day, time())
    _, dated, _ = _pieces(language, at, wording)
    for weekday, name in enumerate(WEEKDAYS[language]):
        moment = read_moment(f"{name} {dated}", now=now, facing=Facing.FUTURE)
        if weekday == day.weekday():
            assert moment == Day(day)
        else:
            assert isinstance(moment, Two)
            assert moment.first == day
            assert moment.second.weekday() == weekday
            assert date.min < moment.second <= now.date() + timedelta(weeks=1)


@given(
    NOWS, st.integers(1, 8), st.integers(1, 6), st.sampled_from([("and", "ago"), ("og", "siden")])
)
def test_a_sum_is_as_long_as_its_parts(
    now: datetime, weeks: int, days: int, words: tuple[str, str]
) -> None:
    """So many weeks and days ago are counted back together."""
    plus, ago = words
    units = ("weeks", "days") if plus == "and" else ("uker", "dager")
    text = f"{weeks} {units[0]} {plus} {days} {units[1]} {ago}"
    moment = read_moment(text, now=now, facing=Facing.PAST)
    assert moment == Day(now.date() - timedelta(weeks=weeks, days=days))
