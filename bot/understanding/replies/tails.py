"""What may follow the phrase of a reply: nothing, a note, a moment, or somebody's name."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from bot.understanding.calendar.amounts import amount_slot
from bot.understanding.calendar.moment_types import Around, Day, Hour, Moment, Wrong
from bot.understanding.moments.moments import Reach, Strength, reaches, stands, usable
from bot.understanding.words.endings import after_thanks, ends, note_from, separated
from bot.understanding.words.tokens import Line, is_mark
from bot.understanding.words.tries import Phrases
from bot.understanding.words.vocabulary import rows, vocabulary

_LONGEST_NAME = 24
"""Words after which nothing looks for the end of a name any more."""
_NO_NAME = ("negations", "topics", "buts")
"""Words that no name begins with: "ringte ikke" is no call to somebody called *ikke*."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What followed a phrase."""

    name: str = ""
    moment: Moment | None = None
    note: str = ""
    doubt: bool = False
    """Whether the note begins with *but*: the caller must find out what it takes back."""


def read(line: Line, index: int, around: Around, weakest: Strength = Strength.LONE) -> Tail | None:
    """Read nothing, a note set apart, a moment and perhaps a note, or a *but*.

    Args:
        line: the whole message.
        index: the token after the phrase.
        around: the local time now and the direction.
        weakest: how little a word may be a moment; after a name it takes more ("called Min Sun").
    """
    return (
        apart(line, index, around)
        or after_moment(line, index, around, weakest)
        or _circumstance(line, index, around, weakest)
        or _but(line, index)
    )


def apart(line: Line, index: int, around: Around | None = None) -> Tail | None:
    """Read nothing, or a note set apart by punctuation, an emoji or a line end.

    Args:
        line: the whole message.
        index: the token after the phrase.
        around: given when a note that is nothing but a moment is that moment.
    """
    if ends(line, index):
        return Tail()
    start = after_thanks(line, index)
    if start is None:
        return None
    moment = _whole_moment(line, start, around) if around else None
    return Tail(moment=moment) if moment else Tail(note=note_from(line, start))


def after_moment(
    line: Line, index: int, around: Around, weakest: Strength = Strength.LONE
) -> Tail | None:
    """Read a moment, then nothing or a note."""
    reach = _standing(line, index, around, weakest)
    if reach is None:
        return None
    if ends(line, reach.end):
        return Tail(moment=reach.moment)
    start = separated(line, reach.end)
    if start is None and line.tokens[reach.end].text == "?":
        return None
    note = note_from(line, reach.end if start is None else start)
    if not around.back and note.isdecimal():  # "Friday 18": an hour, or a date?
        return None
    doubt = _but(line, reach.end) is not None
    return Tail(moment=reach.moment, note=note, doubt=doubt)


def unfit(line: Line, index: int, around: Around) -> Tail | None:
    """Read what follows "no time": nothing, a note, or when it is that it does not suit.

    "No time today" chooses no time to come back, "busy until Friday" does, and "busy tomorrow" is
    no reply: it says nothing about today.
    """
    alone = apart(line, index, around)
    reach = None if alone else _standing(line, index, around, Strength.LONE)
    found = after_moment(line, index, around) if reach else alone
    if reach is None or found is None or reach.until:
        return found
    return replace(found, moment=None) if _is_over_soon(reach.moment, around) else None


def until_day(line: Line, index: int, day: object) -> Tail | None:
    """Read nothing or a note after a phrase that names its own day, such as "not this week"."""
    found = apart(line, index)
    return replace(found, moment=Day(day)) if found and isinstance(day, date) else None


def _is_over_soon(moment: Moment, around: Around) -> bool:
    match moment:
        case Wrong():
            return True
        case Day(on):
            return on == around.today
        case Hour(at):
            return at.date() == around.today
    return False


def named(line: Line, index: int, around: Around) -> Tail | None:
    """Read a pronoun or a name, then nothing, a moment, or a note."""
    pronouns = [match.end for match in vocabulary("pronouns").at(line, index)]
    for end in pronouns:
        found = read(line, end, around) or _topic(line, end)
        if found is not None:
            return found
    return None if pronouns else _name(line, index, around)


def _whole_moment(line: Line, start: int, around: Around) -> Moment | None:
    if start >= len(line):
        return None
    whole = (reach for reach in reaches(line, start, around) if ends(line, reach.end))
    return next((usable(reach.moment) for reach in whole), None)


def _standing(line: Line, index: int, around: Around, weakest: Strength) -> Reach | None:
    """Return the longest moment at a token that ends where it may.

    Looking back, a bare length of time is no moment: "called it a day".
    """
    if index >= len(line):
        return None
    least = max(weakest, Strength.BOUNDED) if around.back else weakest
    fitting = (reach for reach in reaches(line, index, around) if reach.strength >= least)
    longest = next((reach for reach in fitting if _may_end(line, reach)), None)
    return longest if longest and usable(longest.moment) else None


def _may_end(line: Line, reach: Reach) -> bool:
    if ends(line, reach.end) or separated(line, reach.end) is not None:
        return True
    return stands(line, reach)


def _topic(line: Line, index: int) -> Tail | None:
    """Read "talked to her about the job": the note begins with a word such as *about*."""
    return Tail(note=line.after(index)) if _begins(line, index, "topics") else None


def _but(line: Line, index: int) -> Tail | None:
    return Tail(note=line.after(index), doubt=True) if _begins(line, index, "buts") else None


def _begins(line: Line, index: int, section: str) -> bool:
    return index < len(line) and bool(vocabulary(section).at(line, index))


def _circumstance(line: Line, index: int, around: Around, weakest: Strength) -> Tail | None:
    """Read what may follow "for an hour" or "on the phone", which is nothing to mention later."""
    for match in _circumstances().at(line, index) if index < len(line) else ():
        found = (
            apart(line, match.end, around)
            or after_moment(line, match.end, around, weakest)
            or _but(line, match.end)
        )
        if found is not None:
            return found
    return None


def circumstance(text: str, around: Around) -> Tail | None:
    """Read a text that begins with a circumstance: "on the phone yesterday"."""
    line = Line.of(text)
    found = _circumstance(line, 0, around, Strength.BOUNDED)
    return None if found is None or found.doubt else found


@cache
def _circumstances() -> Phrases[str]:
    phrases: Phrases[str] = Phrases({"amount": amount_slot()})
    for meaning, phrase in rows("circumstances"):
        phrases.add(phrase, meaning)
    return phrases


def _name(line: Line, index: int, around: Around) -> Tail | None:
    """Read a name up to a moment, punctuation, a topic, a *but* or the end."""
    if index >= len(line) or any(_begins(line, index, each) for each in _NO_NAME):
        return None
    for end in range(index, min(len(line), index + _LONGEST_NAME)):
        if line.tokens[end].text == "?" or (end == index and is_mark(line.tokens[end])):
            return None
        found = read(line, end + 1, around, Strength.BOUNDED) or _topic(line, end + 1)
        if found is not None:
            return replace(found, name=line.between(index, end + 1))
    return Tail(line.after(index))
