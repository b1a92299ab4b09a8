"""What a message holds beside its act: whom it names, when, and what is left over.

Nothing of weight is lost: what is no name, no moment and no everyday word stays in the note.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.understanding.acts.clauses import clauses_of, plans, retries, teller_of
from bot.understanding.acts.tags import reply_phrases
from bot.understanding.acts.utterance import Utterance
from bot.understanding.calendar.moment_types import Around, Day, Facing, Moment, Stretch, Wrong
from bot.understanding.facts.first_names import is_first_name
from bot.understanding.moments.moments import Reach, Strength, usable
from bot.understanding.moments.weighty_words import weighty
from bot.understanding.words.tokens import Line, is_mark
from bot.understanding.words.vocabulary import vocabularies, vocabulary

EVERYDAY = ("fillers", "pronouns", "callers", "links", "objects", "subjects", "leads", "courtesies")
"""Sections whose words carry no news."""
TIMELY = ("until", "timely")
"""Sections of words that lead to a moment."""
LONG_AGO = timedelta(days=200)
"""Further back nobody tells a logged contact in passing; it is told with its year."""
A_WORD = 5
"""Letters from which on a single word may tell something."""
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
        news: what is told besides, in the words of the user; "" when nothing is.
        tells_of_them: whether anything says itself whom it tells of: "she got the job".
        speaks_of: whether a pronoun means one more than those who are named.
        is_at_theirs: whether it was at the home of one who is named: "hos mamma".
        adds: whether a word such as *too* says that those who are named come on top.
        speaks_of_time: whether a word such as *until* or *after* stands in it.
        is_half_read: whether something of weight is left that no part accounts for.
        again: when it shall be tried again; None when that is not said.
    """

    contact_ids: tuple[int, ...]
    owners: tuple[int, ...]
    reach: Reach | None
    written: str
    news: str
    tells_of_them: bool
    speaks_of: bool
    is_at_theirs: bool
    adds: bool
    speaks_of_time: bool
    is_half_read: bool
    again: Moment | None

    @property
    def moment(self) -> Moment | None:
        """The moment that was named."""
        return self.reach.moment if self.reach else None


def parts_of(said: Utterance, facing: Facing) -> MessageParts:
    """Return the parts of a text; ``facing`` is whether it looks back or ahead."""
    line = said.line
    named = {place for one in said.mentions for place in range(one.start, one.end)}
    told = _told(line) | (_counted(line) if facing is Facing.PAST else set())
    clauses = clauses_of(said)
    again = [one for one in clauses if retries(line, one)]
    told |= {place for clause in again for place in clause}
    told |= _passing(said, facing) | _joints(line, clauses)
    everyday = named | told | _everyday(line)
    others = [one for one in clauses if one not in again]
    telling = _telling(line, others, named | told, everyday | _timely(said))
    found = _moment(said, facing, named, telling, again)
    taken = named | set(range(found[0], found[1].end) if found else ())
    if found and facing is Facing.PAST:
        telling = [one for one in telling if found[0] not in one]
    news = _last_of(line, telling) or _run_of_news(line, everyday | taken, taken)
    return MessageParts(
        _contact_ids(said),
        tuple(dict.fromkeys(one.contact_id for one in said.mentions if one.is_owner)),
        found[1] if found else None,
        line.between(found[0], found[1].end) if found else "",
        news,
        vocabulary("tellers").anywhere(line),
        vocabulary("pronouns").anywhere(line),
        any(vocabulary("at_place").at(line, one.start - 1) for one in said.mentions if one.start),
        vocabulary("toos").anywhere(line),
        vocabularies(*TIMELY).anywhere(line),
        _is_half_read(line, taken | told, telling, news if found else ""),
        _again(said, clauses),
    )


def _contact_ids(said: Utterance) -> tuple[int, ...]:
    """Return the contacts a text names, without those it denies beside others: "not Kari, Ola"."""
    named = [one for one in said.mentions if not one.is_owner]
    meant = [one for one in named if not one.start or not _denies(said.line, one.start - 1)]
    return tuple(dict.fromkeys(one.contact_id for one in meant or named))


def _denies(line: Line, at: int) -> bool:
    return bool(vocabulary("negations").at(line, at))


def _again(said: Utterance, clauses: Sequence[range]) -> Moment | None:
    """Return when it shall be tried again, as a clause of its own says."""
    line = said.line
    told = (one for one in clauses if retries(line, one) or plans(line, one))
    return next((moment for clause in told if (moment := _ahead_in(said, clause))), None)


def _ahead_in(said: Utterance, clause: range) -> Moment | None:
    """Return the moment in a clause, as one that is to come."""
    found = (reach for place in clause for reach in said.reaches(place, Facing.FUTURE))
    strong = (one for one in found if one.strength >= Strength.BOUNDED)
    return next((one.moment for one in strong if not isinstance(one.moment, Wrong)), None)


def _telling(
    line: Line, clauses: Sequence[range], told: set[int], covered: set[int]
) -> Sequence[range]:
    """Return the clauses that tell something beside whom something was done with, and what.

    What follows one that tells of somebody goes on with it: "she's expecting, due in March".
    """
    act = next((one for one in clauses if not told.isdisjoint(one)), next(iter(clauses), None))
    telling: list[range] = []
    for clause in clauses:
        follows = bool(telling) and teller_of(line, telling[-1]) is not None
        goes_on = follows and clause.start == telling[-1].stop
        if clause != act and (goes_on or _tells(line, clause, covered)):
            telling.append(clause)
    return telling


def _tells(line: Line, clause: range, covered: set[int]) -> bool:
    words = [n for n in clause if n not in covered and not is_mark(line.tokens[n])]
    return len(words) >= FEWEST_NEWS or (bool(words) and teller_of(line, clause) is not None)


def _last_of(line: Line, telling: Sequence[range]) -> str:
    """Return the last clauses that tell something and follow each other, without their "and"."""
    run: list[range] = list(telling[-1:])
    for clause in reversed(telling[:-1]):
        if clause.stop == run[0].start:
            run.insert(0, clause)
    if not run:
        return ""
    start = teller_of(line, run[0])
    return line.between(run[0].start if start is None else start, run[-1].stop).strip(" ,;:-(")


def _moment(
    said: Utterance,
    facing: Facing,
    named: set[int],
    telling: Sequence[range],
    again: Sequence[range],
) -> tuple[int, Reach] | None:
    """Return the longest moment that stands anywhere outside of names, and where it begins.

    Of what shall come back, neither today nor a stretch is a moment beside another: "not this
    week, on Monday". Of what was, the days of news are their own: "she moves on the 3rd".
    """
    around = said.around(facing)
    found = [
        (place, reach)
        for place in range(len(said.line))
        if place not in named
        for reach in said.reaches(place, facing)
        if reach.strength >= Strength.STRONG or _stands_alone(said.line, place, reach, named)
    ]
    if facing is Facing.PAST:
        found = [one for one in found if not _is_of_news(said, *one, telling)]
        found = [one for one in found if not any(one[0] in clause for clause in again)]
        clear = [one for one in found if usable(one[1].moment)]
        return max(clear or found, key=_length, default=None)
    found = [one for one in found if usable(one[1].moment)] or found
    ahead = [one for one in found if one[1].moment != Day(around.today)]
    days = [one for one in ahead if not isinstance(one[1].moment, Stretch | Wrong)]
    clauses = clauses_of(said)
    return max(days or ahead or found, key=lambda one: _rank(said, one, clauses), default=None)


def _rank(
    said: Utterance, found: tuple[int, Reach], clauses: Sequence[range]
) -> tuple[bool, int, tuple[int, int]]:
    """Return what orders moments to come: "she's back on Thursday, ask me on Friday".

    Those of the user go before what is told of somebody, and a later one corrects the first.
    """
    number = next((n for n, one in enumerate(clauses) if found[0] in one), 0)
    is_theirs = bool(clauses) and teller_of(said.line, clauses[number]) is not None
    return found[1].until or not is_theirs, number, _length(found)


def _length(found: tuple[int, Reach]) -> tuple[int, int]:
    place, reach = found
    return reach.end - place, -place


def _is_of_news(said: Utterance, place: int, reach: Reach, telling: Sequence[range]) -> bool:
    """Tell whether a day belongs to what is told besides, or lies too far back to be logged."""
    ahead = (one.moment for one in said.reaches(place, Facing.FUTURE) if one.end == reach.end)
    is_ahead = any(not isinstance(moment, Wrong) for moment in ahead)
    if is_ahead and _is_long_ago(reach.moment, said.around(Facing.PAST)):
        return True
    clause = next((one for one in telling if place in one), None)
    if clause is None:
        return False
    is_told = any(reply_phrases().at(said.line, at) for at in range(clause.start))
    return is_told or is_ahead or teller_of(said.line, clause) is not None


def _is_long_ago(moment: Moment, around: Around) -> bool:
    """Tell whether a day lies so far back that news are more likely: "she starts in November"."""
    on = moment.on if isinstance(moment, Day) else getattr(moment, "last", around.today)
    return around.back and around.today - on > LONG_AGO


def _stands_alone(line: Line, start: int, reach: Reach, named: set[int]) -> bool:
    """Tell whether a short word is a moment by its place: at an end, apart, or behind a name."""
    ends = reach.end == len(line) or is_mark(line.tokens[reach.end])
    begins = start == 0 or is_mark(line.tokens[start - 1]) or start - 1 in named
    return (reach.strength >= Strength.BOUNDED and (ends or begins)) or (ends and begins)


def _told(line: Line) -> set[int]:
    """Return the tokens of every phrase that says what was done."""
    return {
        place
        for start in range(len(line))
        for match in reply_phrases().at(line, start)[:1]
        for place in range(start, match.end)
    }


def _counted(line: Line) -> set[int]:
    """Return the tokens that only tell how often something was tried, or at which meal."""
    return {
        place
        for start in range(len(line))
        for match in vocabularies("times", "parts").at(line, start)[:1]
        for place in range(start, match.end)
    }


def _joints(line: Line, clauses: Sequence[range]) -> set[int]:
    """Return the tokens that only join a clause to the one before it: "and she was out"."""
    begun = ((one.start, teller_of(line, one)) for one in clauses)
    return {place for start, at in begun if at is not None for place in range(start, at)}


def _passing(said: Utterance, facing: Facing) -> set[int]:
    """Return the tokens of the day that it does not suit: "can't today, on Friday"."""
    today = said.now.date()
    return {
        place
        for start in range(len(said.line) if facing is Facing.FUTURE else 0)
        for reach in said.reaches(start, facing)
        if reach.moment == Day(today) or _holds(reach.moment, today)
        for place in range(start, reach.end)
    }


def _holds(moment: Moment, day: date) -> bool:
    return isinstance(moment, Stretch) and moment.first <= day <= moment.last


def _timely(said: Utterance) -> set[int]:
    """Return the tokens of every moment, whichever way it lies."""
    return {
        place
        for start in range(len(said.line))
        for facing in Facing
        for reach in said.reaches(start, facing)
        if reach.strength >= Strength.BOUNDED
        for place in range(start, reach.end)
    }


def _everyday(line: Line) -> set[int]:
    return {
        place
        for start in range(len(line))
        for match in vocabularies(*EVERYDAY).at(line, start)[:1]
        for place in range(start, match.end)
    }


def _run_of_news(line: Line, covered: set[int], named: set[int]) -> str:
    """Return the last run of words that tell something; of single words none does."""
    runs = _runs(line, covered, named)
    if not runs:
        return ""
    start, end = runs[-1]
    if end - start < FEWEST_NEWS:
        start, end = max(runs, key=lambda run: run[1] - run[0])
    is_length = any(vocabulary("units").at(line, at) for at in range(start, end))
    is_slight = len(runs) > 1 or len(line.tokens[start].text) < A_WORD
    if is_length or (end - start < FEWEST_NEWS and is_slight):
        return ""
    return line.between(start, end).strip()


def _is_half_read(line: Line, said: set[int], telling: Sequence[range], news: str) -> bool:
    """Tell whether something of weight is left over.

    What is told besides may speak of other days ("she moves in May"); a run of news may not begin
    with one.
    """
    free = {place for clause in telling for place in clause}
    if not telling and news:
        start = line.text.find(news)
        told = [n for n, one in enumerate(line.tokens) if start <= one.start < start + len(news)]
        free = set(told[FEWEST_NEWS:])
    left = [place for place in range(len(line)) if place not in said | free]
    return any(weighty(line, place, place + 1) or _is_stranger(line, place) for place in left)


def _is_stranger(line: Line, place: int) -> bool:
    """Tell whether a word with a capital is a first name that nobody in the Book has."""
    typed = line.between(place, place + 1)
    return place > 0 and typed[:1].isupper() and is_first_name(typed)


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
