"""The moment of an act: when it was or shall be, among all the moments that a text names."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.understanding.acts.accounted import is_talked_about, told_tokens
from bot.understanding.acts.clauses import clauses_of, plans, retries, teller_of
from bot.understanding.acts.news import act_clause
from bot.understanding.acts.tags import reply_phrases
from bot.understanding.acts.utterance import Utterance
from bot.understanding.calendar.moment_types import (
    Around,
    Day,
    Elapsed,
    Facing,
    Hour,
    Moment,
    NoSuchDay,
    Stretch,
    Two,
    Wrong,
)
from bot.understanding.moments.moments import Reach, Strength, usable
from bot.understanding.words.tokens import Line, is_mark
from bot.understanding.words.vocabulary import vocabularies, vocabulary

Found = tuple[int, Reach]
"""A moment, and the token at which it begins."""
OF_NO_DAY = frozenset({"sometime", "later"})
"""Rules in which a length or a day is none itself: "one day next week", "l8r 2day"."""
LONG_AGO = timedelta(days=200)
"""Further back nobody tells a logged contact in passing; it is told with its year."""
MONTHS_AGO = timedelta(days=120)
"""The same of a month or season, which in news is more often one to come: "due in March"."""


def moment_again(said: Utterance, clauses: Sequence[range]) -> Moment | None:
    """Return when it shall be tried again, as a clause of its own says."""
    line = said.line
    told = (one for one in clauses if retries(line, one) or plans(line, one))
    return next((moment for clause in told if (moment := _ahead_in(said, clause))), None)


def _ahead_in(said: Utterance, clause: range) -> Moment | None:
    """Return the moment in a clause, as one that is to come."""
    found = (reach for place, reach in said.found(Facing.FUTURE) if place in clause)
    strong = (one for one in found if one.strength >= Strength.BOUNDED)
    return next((one.moment for one in strong if not isinstance(one.moment, Wrong)), None)


def lone_moment(said: Utterance, facing: Facing) -> Moment | None:
    """Return the moment a text names, if that is one alone, and not told of somebody."""
    theirs = [one for one in clauses_of(said) if teller_of(said.line, one) is not None]
    found = [
        (place, reach)
        for place, reach in said.found(facing)
        if not any(place in one for one in theirs)
        and reach.strength >= Strength.STRONG
        and usable(reach.moment)
    ]
    longest = max(found, key=_length, default=None)
    if longest is None:
        return None
    within = range(longest[0], longest[1].end)
    return longest[1].moment if all(place in within for place, _ in found) else None


def moment_of_act(
    said: Utterance,
    facing: Facing,
    named: set[int],
    clauses: Sequence[range],
    aside: Sequence[range],
) -> Found | None:
    """Return the moment of what is told, and where it begins; None where none is named.

    Args:
        said: the text.
        facing: whether it looks back or ahead.
        named: the tokens of names.
        clauses: the clauses of the text.
        aside: those of them that tell of something else than what was done.
    """
    found = [
        (place, reach)
        for place, reach in said.found(facing)
        if named.isdisjoint(range(place, reach.end))
        and not vocabulary("no_days").at(said.line, place)
        if reach.strength >= Strength.STRONG or _stands_alone(said.line, place, reach, named)
    ]
    clear = [one for one in found if usable(one[1].moment) and not _is_within_no_day(one, found)]
    if facing is Facing.PAST:
        spans = [one for one in found if not one[1].until]
        found = spans or found  # "from friday to sunday" is over
        return _behind(said, clear, clauses, aside) or _behind(said, found, clauses, aside)
    return _ahead(said, clear or found, clauses)


def _is_within_no_day(one: Found, found: Sequence[Found]) -> bool:
    """Tell whether a moment is a piece of one that is no day: "31st" of September, "one day"."""
    return any(
        (isinstance(other.moment, NoSuchDay) or other.rule in OF_NO_DAY)
        and place <= one[0]
        and one[1].end <= other.end
        and one[1] is not other
        for place, other in found
    )


def _behind(
    said: Utterance, found: Sequence[Found], clauses: Sequence[range], aside: Sequence[range]
) -> Found | None:
    """Return the longest moment of what was done; the days of news are their own.

    Nor is that its day which was talked about, or on which it shall be tried again.
    """
    again = [clause for clause in clauses if retries(said.line, clause)]
    own = [
        (place, reach)
        for place, reach in found
        if not (_is_of_news(said, place, reach, aside) or _is_planned(said, place))
        and not is_talked_about(said.line, place, reach)
        and not any(place in clause for clause in again)
    ]
    act = act_clause(clauses, told_tokens(said.line)) or range(0)
    return max(own, key=lambda one: (one[0] in act, *_closeness(one)), default=None)


def _closeness(found: Found) -> tuple[bool, tuple[int, int]]:
    """Return what orders moments: "today" goes before "after work", and a longer one first."""
    return not found[1].rule.startswith("near"), _length(found)


def _ahead(said: Utterance, found: Sequence[Found], clauses: Sequence[range]) -> Found | None:
    """Return the moment at which something shall come back.

    Neither today nor a stretch is one beside another: "not this week, on Monday". The last of
    several is it where it is no earlier: "she's on a course until Sunday, so Monday".
    """
    ahead = [one for one in found if not _is_today(said, one[1].moment)]
    days = [one for one in ahead if not isinstance(one[1].moment, Stretch | Wrong)]
    last = max(days, key=lambda one: one[0], default=None)
    if last and all(_is_later(said, last, one) for one in days if one[1].end <= last[0]):
        return max((one for one in days if one[1].end > last[0]), key=_length)
    return max(days or ahead or found, key=lambda one: _rank(said, one, clauses), default=None)


def passed_by(said: Utterance, found: Found) -> set[int]:
    """Return the tokens of the moments to come before the one that counts, none of them later.

    They tell why: "she's away until Friday, so Saturday".
    """
    return {
        place
        for start, reach in said.found(Facing.FUTURE)
        if reach.end <= found[0] and _is_later(said, found, (start, reach))
        for place in range(start, reach.end)
    }


def _is_today(said: Utterance, moment: Moment) -> bool:
    """Tell whether a moment is today, or today beside another day: "not today, Friday"."""
    today = said.now.date()
    return moment == Day(today) or (isinstance(moment, Two) and moment.first == today)


def _is_later(said: Utterance, one: Found, other: Found) -> bool:
    """Tell whether a moment to come is later than another one, or on the same day."""
    first, second = (_begins(said, each[1].moment) for each in (other, one))
    return first is not None and second is not None and first <= second


def _begins(said: Utterance, moment: Moment) -> date | None:
    match moment:
        case Day(on):
            return on
        case Hour(at):
            return at.date()
        case Elapsed(delta):
            return (said.now + delta).date()
    return None


def _rank(
    said: Utterance, found: Found, clauses: Sequence[range]
) -> tuple[bool, int, tuple[int, int], bool]:
    """Return what orders moments to come: "she's back on Thursday, ask me on Friday".

    Those of the user go before what is told of somebody, and a later one corrects the first;
    "nothing before the new year" ends then, and does not begin a little before.
    """
    number = next((n for n, one in enumerate(clauses) if found[0] in one), 0)
    is_theirs = bool(clauses) and teller_of(said.line, clauses[number]) is not None
    return found[1].until or not is_theirs, number, _length(found), found[1].until


def _length(found: Found) -> tuple[int, int]:
    place, reach = found
    return reach.end - place, -place


def _is_of_news(said: Utterance, place: int, reach: Reach, aside: Sequence[range]) -> bool:
    """Tell whether a day belongs to what is told besides, or lies too far back to be logged."""
    ahead = (one.moment for one in said.reaches(place, Facing.FUTURE) if one.end == reach.end)
    is_ahead = any(not isinstance(moment, Wrong) for moment in ahead)
    if is_ahead and _is_long_ago(reach.moment, said.around(Facing.PAST)):
        return True
    clause = next((one for one in aside if place in one), None)
    if clause is None:
        return False
    is_theirs = bool(vocabulary("theirs").at(said.line, clause.start))
    if is_theirs or teller_of(said.line, clause) is not None:
        return True
    if any(vocabularies("selves", "pronouns").at(said.line, at) for at in clause):
        return False  # "done already, we had coffee on Saturday"
    is_told = any(reply_phrases().at(said.line, at) for at in range(clause.start))
    return is_told or is_ahead


def _is_planned(said: Utterance, place: int) -> bool:
    """Tell whether a day is that of a plan told behind what was done: "we're going Thursday"."""
    told = [at for at, _ in reply_phrases().within(said.line) if at < place]
    planned = [at for at, _ in vocabulary("plans").within(said.line) if at < place]
    return bool(told) and bool(planned) and max(planned) > max(told)


def _is_long_ago(moment: Moment, around: Around) -> bool:
    """Tell whether a day lies so far back that news are more likely: "she starts in November"."""
    if isinstance(moment, Day):
        return around.back and around.today - moment.on > LONG_AGO
    return around.back and around.today - getattr(moment, "last", around.today) > MONTHS_AGO


def _stands_alone(line: Line, start: int, reach: Reach, named: set[int]) -> bool:
    """Tell whether a short word is a moment by its place: at an end, apart, or behind a name."""
    ends = _ends(line, reach.end)
    before = start - 1
    begins = start == 0 or is_mark(line.tokens[before]) or before in named
    begins = begins or bool(vocabulary("pronouns").at(line, before))
    is_weekday = reach.rule == "weekday" and not vocabulary("links").at(line, before)
    return (reach.strength >= Strength.BOUNDED and (ends or begins)) or (
        ends and (begins or is_weekday)
    )


def _ends(line: Line, index: int) -> bool:
    """Tell whether what is said ends before a token, fillers aside, or a clause is joined to it."""
    while index < len(line) and not is_mark(line.tokens[index]):
        if vocabularies("clause_joints", "tellers").at(line, index):
            return True
        hedges = vocabulary("hedges_behind").at(line, index)
        if not hedges:
            return False
        index = hedges[0].end
    return True
