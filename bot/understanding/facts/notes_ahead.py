"""What a note tells of a day to come: "exam on Friday", «flytter i august», "on Monday: the race".

Only a day that the note begins or ends with is one: what stands in its middle says something else.
"""

from calendar import monthrange
from datetime import date, datetime
from functools import cache

from bot.domain.records.contact import Ahead, Precision
from bot.languages import Language
from bot.languages.data import table
from bot.understanding.calendar.moment_types import Day, Facing, Hour, Stretch
from bot.understanding.moments.moments import Moment, find_moment, read_moment
from bot.understanding.words.tokens import Line

MARKS = " ,.:;-\u2013\u2014("


def ahead_in(note: str, now: datetime) -> Ahead | None:
    """Return what a note tells of a day to come; None where it tells of none.

    Args:
        note: what the user writes down.
        now: the local wall-clock time, naive.
    """
    line = Line.of(note)
    for index in range(1, len(line)):
        moment = read_moment(line.after(index), now=now, facing=Facing.FUTURE)
        what = line.text[: line.tokens[index].start].rstrip(MARKS)
        if moment and what and line.words[index - 1] not in _no_days():
            return _ahead(what, moment, now.date())
    first = find_moment(note, now=now, facing=Facing.FUTURE)
    rest = first.rest.lstrip(MARKS) if first else ""
    return _ahead(rest, first.moment, now.date()) if first and rest else None


def _ahead(what: str, moment: Moment, today: date) -> Ahead | None:
    match moment:
        case Day(on=day):
            ahead = Ahead(what, day, Precision.DAY)
        case Hour(at=at):
            ahead = Ahead(what, at.date(), Precision.DAY)
        case Stretch(first=first, last=last):
            ahead = Ahead(what, last, _precision(first, last))
        case _:
            return None
    return ahead if ahead.day >= today else None


def _precision(first: date, last: date) -> Precision:
    """Return whether a stretch of days is a month; what is left of this one is none."""
    is_month = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    return Precision.MONTH if is_month and first.month == last.month else Precision.ROUGH


@cache
def _no_days() -> frozenset[str]:
    """Return the words before which a day is none of which to think: every, until, since."""
    lists = (table(each, "notes.toml")["no_days"] for each in Language)
    return frozenset[str]().union(*lists)
