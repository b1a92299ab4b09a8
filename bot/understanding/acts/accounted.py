"""The tokens of a text that are accounted for: what was done, when, and everyday words."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.understanding.acts.clauses import retries, teller_of
from bot.understanding.acts.tags import reply_phrases
from bot.understanding.acts.utterance import Utterance
from bot.understanding.calendar.moment_types import Day, Elapsed, Facing, Moment, Stretch, Wrong
from bot.understanding.moments.moments import Reach, Strength
from bot.understanding.replies.tails import circumstances
from bot.understanding.words.tokens import Line
from bot.understanding.words.tries import Phrases
from bot.understanding.words.vocabulary import vocabularies, vocabulary

EVERYDAY = ("fillers", "pronouns", "callers", "links", "objects", "subjects", "leads", "courtesies")
"""Sections whose words carry no news."""
A_DAY = timedelta(days=1)
"""From which on a length of time is no longer how long a talk was."""


def done_tokens(said: Utterance, facing: Facing, clauses: Sequence[range]) -> set[int]:
    """Return the tokens that say what was done, and those of what is said only along with it.

    Looking back that is how often, how long, at which meal and about which day; ahead it is the day
    that does not suit.
    """
    line = said.line
    ahead = {place for place, _ in said.found(Facing.FUTURE)}
    dated = (one for one in clauses if retries(line, one) and not ahead.isdisjoint(one))
    again = {place for one in dated for place in one}
    along = _counted(said) | _talked_about(said) if facing is Facing.PAST else _passing(said)
    told = told_tokens(line)
    how = _circumstances(said, told) if facing is Facing.PAST else set()
    joints = _joints(line, clauses) | _name_joints(said)
    return told | how | again | along | joints | _set_phrases(line)


def told_tokens(line: Line) -> set[int]:
    """Return the tokens of every phrase that says what was done."""
    return _covered(reply_phrases(), line)


def _counted(said: Utterance) -> set[int]:
    """Return the tokens that only tell how often, how long or at which meal it was."""
    line = said.line
    lasted = (
        range(start - bool(start and vocabulary("joints").at(line, start - 1)), reach.end)
        for start, reach in said.found(Facing.FUTURE)
        if isinstance(reach.moment, Elapsed) and _is_length(said, start, reach)
    )
    counted = _covered(vocabularies("times", "parts"), line)
    return {place for tokens in lasted for place in tokens} | counted


def _is_length(said: Utterance, start: int, reach: Reach) -> bool:
    """Tell whether a length of time tells how long it was: "two hours", and no "two weeks ago"."""
    back = said.reaches(start, Facing.PAST)
    is_short = isinstance(reach.moment, Elapsed) and reach.moment.delta < A_DAY
    return all(
        isinstance(one.moment, Wrong) or (is_short and one.strength is Strength.LONE)
        for one in back
    )


def _joints(line: Line, clauses: Sequence[range]) -> set[int]:
    """Return the tokens that only join a clause to the one before it: "and she was out"."""
    begun = ((one.start, teller_of(line, one)) for one in clauses)
    return {place for start, at in begun if at is not None for place in range(start, at)}


def _name_joints(said: Utterance) -> set[int]:
    """Return the tokens that only join a contact to the one before: "mamma och sedan Jonas"."""
    starts = {one.start for one in said.mentions}
    joints = vocabulary("joints").within(said.line)
    ends = [(at, match.end) for at, found in joints for match in found if match.end in starts]
    return {place for at, end in ends if at for place in range(at, end)}


def _passing(said: Utterance) -> set[int]:
    """Return the tokens of the day that it does not suit: "can't today, on Friday"."""
    today = said.now.date()
    return {
        place
        for facing in Facing
        for start, reach in said.found(facing)
        if reach.moment == Day(today) or _holds(reach.moment, today)
        for place in range(start, reach.end)
    }


def _holds(moment: Moment, day: date) -> bool:
    return isinstance(moment, Stretch) and moment.first <= day <= moment.last


def _talked_about(said: Utterance) -> set[int]:
    """Return the tokens of days that are what was talked about."""
    return {
        index
        for place, reach in said.found(Facing.PAST)
        if reach.strength >= Strength.BOUNDED and is_talked_about(said.line, place, reach)
        for index in range(place - 1, reach.end)
    }


def is_talked_about(line: Line, place: int, reach: Reach) -> bool:
    """Tell whether a day is what was talked about: "texted Jonas about Saturday"."""
    is_day = isinstance(reach.moment, Day) and not reach.moment.counted
    return is_day and place > 0 and bool(vocabulary("abouts").at(line, place - 1))


def _set_phrases(line: Line) -> set[int]:
    """Return the tokens of everyday phrases of several words: "at last" is no "last"."""
    return _covered(vocabularies("fillers", "no_days"), line, least=2)


def timely_tokens(said: Utterance) -> set[int]:
    """Return the tokens of every moment, whichever way it lies."""
    return {
        place
        for facing in Facing
        for start, reach in said.found(facing)
        if reach.strength >= Strength.BOUNDED
        for place in range(start, reach.end)
    }


def _circumstances(said: Utterance, told: set[int]) -> set[int]:
    """Return the tokens of how one talked, right behind whom with: "to Kari on the phone"."""
    line = said.line
    named = {one.end - 1 for one in said.mentions}
    whom = told | named | pronoun_tokens(line)
    return {
        place
        for start, matches in circumstances().within(line)
        if start - 1 in whom
        for place in range(start, matches[0].end)
    }


def pronoun_tokens(line: Line) -> set[int]:
    """Return the tokens of words such as *her*."""
    return _covered(vocabulary("pronouns"), line)


def everyday_tokens(line: Line) -> set[int]:
    """Return the tokens of words that carry no news."""
    return _covered(vocabularies(*EVERYDAY), line)


def _covered(phrases: Phrases[str], line: Line, least: int = 1) -> set[int]:
    """Return the tokens of every phrase that is found; ``least`` is how many it has at least."""
    return {
        place
        for start, matches in phrases.within(line)
        if matches[0].end - start >= least
        for place in range(start, matches[0].end)
    }
