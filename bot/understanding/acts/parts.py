"""What a message holds beside its act: whom it names, when, and what is left over.

Nothing of weight is lost: what is no name, no moment and no everyday word stays in the note.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from bot.understanding.calendar.moment_types import Around, Day, Moment
from bot.understanding.facts.mentions import mentions_in
from bot.understanding.moments.moments import Reach, Strength, reaches
from bot.understanding.moments.weighty_words import weighty
from bot.understanding.words.tokens import Line, is_mark
from bot.understanding.words.tries import Phrases
from bot.understanding.words.vocabulary import rows, vocabulary

SAID = ("done", "snooze", "tried", "skip")
"""Sections of the word lists that say what was done with a nudge."""
EVERYDAY = ("fillers", "pronouns", "callers", "links", "objects", "subjects", "leads", "courtesies")
"""Sections whose words carry no news."""
TIMELY = ("until", "timely")
"""Sections of words that lead to a moment."""
LONG_AGO = timedelta(days=200)
"""Further back nobody tells a logged contact in passing; it is told with its year."""
FEWEST_NEWS = 2
"""Words that are no moment, name or everyday word, from which on they are worth a note."""


@dataclass(frozen=True, slots=True)
class MessageParts:
    """What a message holds.

    Attributes:
        contact_ids: the contacts it names, in their order, each once; no owners.
        owners: those of whom only something is meant: "Kari's brother".
        reach: the moment it names, and where; None when it names none.
        written: the moment in the words of the user; "" where there is none.
        news: what is left, in the words of the user; "" when nothing is.
        speaks_of: whether a pronoun means one more than those who are named.
        speaks_of_time: whether a word such as *until* or *after* stands in it.
        is_half_read: whether something of weight is left that no part accounts for.
    """

    contact_ids: tuple[int, ...]
    owners: tuple[int, ...]
    reach: Reach | None
    written: str
    news: str
    speaks_of: bool
    speaks_of_time: bool
    is_half_read: bool

    @property
    def moment(self) -> Moment | None:
        """The moment that was named."""
        return self.reach.moment if self.reach else None


def parts_of(text: str, names: Mapping[int, str], around: Around) -> MessageParts:
    """Return the parts of a message.

    Args:
        text: the message.
        names: the names of the Book by contact id.
        around: the user's local time, and whether the message looks back or ahead.
    """
    line = Line.of(text)
    mentions = mentions_in(line, names)
    taken = {place for one in mentions for place in range(one.start, one.end)}
    found = _moment(line, around, taken)
    if found:
        taken |= set(range(found[0], found[1].end))
    said = taken | _said(line)
    news = _news(line, said | _everyday(line), taken)
    return MessageParts(
        tuple(dict.fromkeys(one.contact_id for one in mentions if not one.is_owner)),
        tuple(dict.fromkeys(one.contact_id for one in mentions if one.is_owner)),
        found[1] if found else None,
        line.between(found[0], found[1].end) if found else "",
        news,
        any(vocabulary("pronouns").at(line, place) for place in range(len(line))),
        any(vocabulary(each).at(line, place) for each in TIMELY for place in range(len(line))),
        _is_half_read(line, said, news),
    )


def _moment(line: Line, around: Around, taken: set[int]) -> tuple[int, Reach] | None:
    """Return the longest moment that stands anywhere outside of names, and where it begins.

    Of what shall come back, today is no moment beside another: "not today, on Friday".
    """
    found = [
        (place, reach)
        for place in range(len(line))
        if place not in taken
        for reach in reaches(line, place, around)
        if reach.strength >= Strength.STRONG or _stands_alone(line, place, reach)
    ]
    found = [one for one in found if not _is_long_ago(one[1].moment, around)]
    ahead = [one for one in found if not around.back and one[1].moment != Day(around.today)]
    return max(ahead or found, key=lambda one: (one[1].end - one[0], -one[0]), default=None)


def _is_long_ago(moment: Moment, around: Around) -> bool:
    """Tell whether a day lies so far back that news are more likely: "she starts in November"."""
    on = moment.on if isinstance(moment, Day) else getattr(moment, "last", around.today)
    return around.back and around.today - on > LONG_AGO


def _stands_alone(line: Line, start: int, reach: Reach) -> bool:
    """Tell whether a short word is a moment by its place: at an end of the line, or apart."""
    ends = reach.end == len(line) or is_mark(line.tokens[reach.end])
    begins = start == 0 or is_mark(line.tokens[start - 1])
    return ends and (begins or reach.strength >= Strength.BOUNDED)


def _said(line: Line) -> set[int]:
    """Return the tokens of every phrase that says what was done."""
    return {
        place
        for start in range(len(line))
        for match in _phrases().at(line, start)[:1]
        for place in range(start, match.end)
    }


@cache
def _phrases() -> Phrases[str]:
    phrases: Phrases[str] = Phrases(
        {"pronoun": vocabulary("pronouns").slot(), "caller": vocabulary("callers").slot()}
    )
    for section in SAID:
        for meaning, phrase in rows(section):
            phrases.add(phrase, meaning)
    return phrases


def _everyday(line: Line) -> set[int]:
    return {
        place
        for section in EVERYDAY
        for start in range(len(line))
        for match in vocabulary(section).at(line, start)[:1]
        for place in range(start, match.end)
    }


def _news(line: Line, covered: set[int], named: set[int]) -> str:
    """Return the last run of words that tell something; of single words none does."""
    runs = _runs(line, covered, named)
    if not runs:
        return ""
    start, end = runs[-1]
    if end - start < FEWEST_NEWS and len(runs) > 1:
        start, end = max(runs, key=lambda run: run[1] - run[0])
        if end - start < FEWEST_NEWS:
            return ""
    return line.between(start, end).strip()


def _is_half_read(line: Line, said: set[int], news: str) -> bool:
    """Tell whether something of weight is left over.

    News may speak of other days ("she moves in May"), but not begin with one.
    """
    start = line.text.find(news) if news else len(line.text)
    told = [n for n, token in enumerate(line.tokens) if start <= token.start < start + len(news)]
    free = set(told[FEWEST_NEWS:])
    left = (place for place in range(len(line)) if place not in said | free)
    return any(weighty(line, place, place + 1) for place in left)


def _runs(line: Line, covered: set[int], named: set[int]) -> Sequence[tuple[int, int]]:
    """Return where words tell something, with a few others between them, but no name or moment."""
    telling = [n for n in range(len(line)) if n not in covered and not is_mark(line.tokens[n])]
    runs: list[tuple[int, int]] = []
    for place in telling:
        between = range(runs[-1][1], place) if runs else range(0)
        if runs and len(between) <= FEWEST_NEWS and named.isdisjoint(between):
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs
