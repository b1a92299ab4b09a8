"""What may follow the phrase of a reply: nothing, or a moment."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from bot.understanding.calendar.amounts import amount_slot
from bot.understanding.calendar.moment_types import Around, Day, Hour, Moment, Wrong
from bot.understanding.moments.moments import Reach, Strength, reaches, usable
from bot.understanding.words.endings import ends, separated
from bot.understanding.words.tokens import Line
from bot.understanding.words.tries import Phrases
from bot.understanding.words.vocabulary import rows, vocabulary


@dataclass(frozen=True, slots=True)
class Tail:
    """The end of a text behind a phrase, with the moment that it names, if any."""

    moment: Moment | None = None


def read(line: Line, index: int, around: Around) -> Tail | None:
    """Read nothing, or a moment, perhaps after a circumstance; None where more is said.

    Args:
        line: the whole message.
        index: the token after the phrase.
        around: the local time now and the direction.
    """
    if ends(line, index):
        return Tail()
    apart = separated(line, index)
    starts = [index if apart is None else apart]
    starts += [match.end for match in circumstances().at(line, starts[0])]
    found = (_standing(line, start, around) for start in starts)
    reach = next(filter(None, found), None)
    if reach is None:
        return Tail() if any(ends(line, start) for start in starts[1:]) else None
    return Tail(reach.moment)


def alone(line: Line, index: int) -> Tail | None:
    """Read nothing; None where anything is said."""
    return Tail() if ends(line, index) else None


def moment_alone(line: Line, index: int, around: Around) -> Tail | None:
    """Read a moment; None where there is none, or more is said."""
    reach = _standing(line, index, around)
    return Tail(reach.moment) if reach else None


def pronoun(line: Line, index: int, around: Around) -> Tail | None:
    """Read a word such as *her*, then nothing or a moment."""
    found = (read(line, match.end, around) for match in vocabulary("pronouns").at(line, index))
    return next(filter(None, found), None)


def unfit(line: Line, index: int, around: Around) -> Tail | None:
    """Read what follows "no time": nothing, or when it is that it does not suit.

    "No time today" chooses no time to come back, "busy until Friday" does, and "busy tomorrow" is
    no reply: it says nothing about today.
    """
    if ends(line, index):
        return Tail()
    apart = separated(line, index)
    reach = _standing(line, index if apart is None else apart, around)
    if reach is None:
        return None
    if reach.until or apart is not None:  # "can't, tomorrow"
        return Tail(reach.moment)
    return Tail() if _is_over_soon(reach.moment, around) else None


def until_day(line: Line, index: int, day: object) -> Tail | None:
    """Read nothing after a phrase that names its own day, such as "not this week"."""
    return Tail(Day(day)) if ends(line, index) and isinstance(day, date) else None


def _is_over_soon(moment: Moment, around: Around) -> bool:
    match moment:
        case Wrong():
            return True
        case Day(on):
            return on == around.today
        case Hour(at):
            return at.date() == around.today
    return False


def _standing(line: Line, index: int, around: Around) -> Reach | None:
    """Return the longest moment at a token that goes on to the end.

    Looking back, a bare length of time is no moment: "called it a day".
    """
    if index >= len(line):
        return None
    least = Strength.BOUNDED if around.back else Strength.LONE
    fitting = (reach for reach in reaches(line, index, around) if reach.strength >= least)
    longest = next((reach for reach in fitting if ends(line, reach.end)), None)
    return longest if longest and usable(longest.moment) else None


@cache
def circumstances() -> Phrases[str]:
    """Return what may be said of how it was: "for an hour", "on the phone"."""
    phrases: Phrases[str] = Phrases({"amount": amount_slot()})
    for meaning, phrase in rows("circumstances"):
        phrases.add(phrase, meaning)
    return phrases
