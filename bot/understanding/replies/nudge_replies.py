"""Bare replies to a nudge: done, later, tried, skip, alone or with a moment.

Whatever says more is read by its weights (``bot.understanding.acts``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from itertools import product

from bot.languages import Language
from bot.understanding.calendar.moment_types import Around, Day, Facing, Moment, Stretch, Wrong
from bot.understanding.calendar.reckoning import reckon
from bot.understanding.moments.moments import Reach, Strength, reaches, usable
from bot.understanding.replies import tails
from bot.understanding.words import endings
from bot.understanding.words.tokens import Line, is_emoji, is_mark
from bot.understanding.words.tries import Phrases
from bot.understanding.words.vocabulary import rows_in, vocabulary

__all__ = ["Reply", "Verb", "read_reply"]


class Verb(Enum):
    """What a reply says about a nudge."""

    DONE = "done"
    """They talked, or something was sent."""
    SNOOZE = "snooze"
    """Not now; perhaps with a moment."""
    TRIED = "tried"
    """Nobody answered: it waits, it is not contact."""
    SKIP = "skip"
    """Not this time."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a message says about a nudge.

    ``name`` is whom it names, unresolved; empty when nobody or a pronoun was named. ``others`` are
    the ids of further contacts of whom the same is said. ``again`` is when a try shall be followed
    by another.
    """

    verb: Verb
    name: str = ""
    moment: Moment | None = None
    note: str = ""
    again: Moment | None = None
    others: tuple[int, ...] = ()


_FACING = {
    Verb.DONE: Facing.PAST,
    Verb.TRIED: Facing.PAST,
    Verb.SNOOZE: Facing.FUTURE,
    Verb.SKIP: Facing.FUTURE,
}
_PUTTING_OFF = frozenset(
    {
        "shift",
        "pair",
        "ahead",
        "weekday",
        "weekdays",
        "beyond",
        "weekend",
        "week",
        "start",
        "month",
        "season",
        "feast",
        "part",
        "near",
        "night",
        "later",
        "after",
    }
)
"""Rules of moments that say "later" all by themselves, when they look ahead."""


def read_reply(text: str, *, interface: Language, now: datetime) -> Reply | None:
    """Return what a message says about a nudge that says nothing else, or None if it is no reply.

    Args:
        text: the whole message.
        interface: the user's language; "sent" alone is *done* only to somebody who reads English.
        now: the local wall-clock time, naive.
    """
    line = Line.of(text)
    candidates = (
        reply
        for index, refused in _openings(line)
        for reply in _replies_at(line, index, interface, now)
        if not refused or reply.verb in {Verb.SNOOZE, Verb.SKIP}
    )
    return next(candidates, None) or _bare_moment(line, now)


def is_done_only_alone(text: str, interface: Language) -> bool:
    """Tell whether a text opens with what is *done* only by itself: "klart det!" is of course."""
    line = Line.of(text)
    done = [one for one in _phrases().at(line, 0) if one.meaning[0] is Verb.DONE]
    alone = [
        one.meaning[1] == "alone" or one.meaning[2] not in {None, interface}
        for one in done
        if one.end < len(line) or one.meaning[2] not in {None, interface}
    ]
    goes_on = all(one.end == len(line) or not is_mark(line.tokens[one.end]) for one in done)
    return bool(alone) and all(alone) and goes_on


@cache
def _phrases() -> Phrases[tuple[Verb, str, Language | None]]:
    """Return all phrases with their verb, their kind, and the interface that they need, if any."""
    phrases: Phrases[tuple[Verb, str, Language | None]] = Phrases(
        {"pronoun": vocabulary("pronouns").slot(), "caller": vocabulary("callers").slot()}
    )
    for verb, language in product(Verb, Language):
        for kind, phrase in rows_in(language, verb.value):
            phrases.add(phrase, (verb, kind, language if kind == "alone_here" else None))
    return phrases


def _said(line: Line, index: int, interface: Language | None) -> Iterator[tuple[int, Verb, str]]:
    """Yield the end, the verb and the kind of each phrase at a token."""
    for match in _phrases().at(line, index):
        verb, kind, needed = match.meaning
        if needed in {None, interface}:
            yield match.end, verb, kind


def _openings(line: Line) -> Iterator[tuple[int, bool]]:
    """Yield where a reply may begin, after emoji, "ok," and "no,", and whether it was a "no"."""
    start = 0
    while start < len(line) and is_emoji(line.tokens[start]):
        start += 1
    yield start, False
    for section, refused in (("leads", False), ("refusals", True)):
        for match in vocabulary(section).at(line, start):
            yield endings.skip(line, match.end, ",.!-"), refused


def _replies_at(
    line: Line, index: int, interface: Language | None, now: datetime
) -> Iterator[Reply]:
    """Yield what the phrases at a token say, perhaps after whom they say it of."""
    opens = index == next(_openings(line))[0]
    for end, verb, kind in _said(line, index, interface):
        if opens or kind != "alone":  # "så klart" and "ja, klart" are "of course"
            yield from _replies(line, end, verb, kind, now)
    for subject in vocabulary("subjects").at(line, index):
        for end, verb, kind in _said(line, subject.end, interface):
            if verb in {Verb.DONE, Verb.TRIED} and kind != "alone":
                yield from _replies(line, end, verb, kind, now)


def _replies(line: Line, end: int, verb: Verb, kind: str, now: datetime) -> Iterator[Reply]:
    """Yield what a phrase of a kind and what follows it say."""
    found = _tail(line, end, kind, Around(now, _FACING[verb]))
    if found is not None:
        yield Reply(verb, moment=found.moment)


def _tail(line: Line, end: int, kind: str, around: Around) -> tails.Tail | None:
    """Return what follows a phrase of a kind: the keys of the word lists."""
    match kind:
        case "plain":
            return tails.read(line, end, around)
        case "before_moment":
            return tails.moment_alone(line, end, around)
        case "named":
            return tails.pronoun(line, end, around)
        case "unfit":
            return tails.unfit(line, end, around)
        case "next_week":
            return tails.until_day(line, end, reckon("start 1", {}, around))
        case _:
            return tails.alone(line, end)


def _bare_moment(line: Line, now: datetime) -> Reply | None:
    """Read "om en uke" or "til helga" as *snooze*; a bare figure, date or hour is no reply."""
    around = Around(now, Facing.FUTURE)
    for start, _ in _openings(line):
        for reach in reaches(line, start, around) if start < len(line) else ():
            if endings.ends(line, reach.end) and _puts_off(reach, around):
                return Reply(Verb.SNOOZE, moment=reach.moment)
    return None


def _puts_off(reach: Reach, around: Around) -> bool:
    if usable(reach.moment) is None or _has_begun(reach.moment, around):
        return False
    named = reach.rule == "feast" and reach.strength is not Strength.STRONG
    if isinstance(reach.moment, Wrong) or reach.strength is Strength.LONE or named:
        return reach.until and not isinstance(reach.moment, Wrong)
    today = reach.rule == "shift" and reach.moment == Day(around.today)
    return reach.until or (reach.rule in _PUTTING_OFF and not today)


def _has_begun(moment: Moment, around: Around) -> bool:
    return isinstance(moment, Stretch) and moment.first <= around.today
