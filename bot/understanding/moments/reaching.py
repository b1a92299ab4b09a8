"""How far moments reach in a line, and how much each may be trusted to be one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from bot.understanding.calendar.moment_types import Around, Day, Moment, NoSuchDay, Stretch, Wrong
from bot.understanding.moments.alternatives import alternatives
from bot.understanding.moments.pieces import MomentPiece, Strength, first_words
from bot.understanding.moments.runs import Run, Scan
from bot.understanding.words.tokens import Line, is_emoji, is_mark
from bot.understanding.words.tries import places_of, starts_of_any
from bot.understanding.words.vocabulary import calendar_words

_YEARLY = frozenset({"month", "date", "season", "feast", "weekday", "third", "sometime", "nth"})
"""Rules whose days come every year, and what may stand beside one."""
_HALF_A_YEAR = timedelta(days=183)
_BEHIND = frozenset({"shift", "ago", "past", "part"})
"""Rules of days that lie behind where they are read as such."""
_UNTOLD = (Wrong, NoSuchDay)
"""Moments that count only before punctuation: "tomorrow she moves" is a note."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A moment in a line and the token after it."""

    end: int
    moment: Moment
    strength: Strength
    until: bool
    rule: str
    """The rule of the word lists that named the day, such as ``ahead``; empty for an hour alone."""


def standing(line: Line, index: int, around: Around) -> Reach | None:
    """Return the longest moment at a token that stands as a phrase of its own there."""
    return next((reach for reach in reaches(line, index, around) if stands(line, reach)), None)


def reaches(line: Line, index: int, around: Around) -> Iterator[Reach]:
    """Yield every moment that begins at a token, the longest first."""
    return reaches_in(Scan(line, around), index)


def reaches_by_token(scan: Scan) -> Mapping[int, Sequence[Reach]]:
    """Return every moment of a line by the token at which it begins, the longest first."""
    places = places_of(_first_words(), scan.line)
    return {index: found for index in places if (found := tuple(reaches_in(scan, index)))}


@cache
def _first_words() -> frozenset[str] | None:
    leads = (calendar_words(section).starts() for section in ("until", "after"))
    return starts_of_any(first_words(), *leads)


def reaches_in(scan: Scan, index: int) -> Iterator[Reach]:
    """Yield like ``reaches``, of a line of which more than one token is looked at."""
    line = scan.line
    if index >= len(line) or not scan.begins(index):
        return
    untils = calendar_words("until").at(line, index)
    afters = calendar_words("after").at(line, index)
    found = [(reach, 0) for reach in _plain(scan, index)]
    for match in untils:
        found += [(each, 1) for each in _until(scan, match.end)]
    for match in afters:
        found += [(each, 2) for each in _after(scan, match.end)]
    yield from (reach for reach, _ in sorted(found, key=lambda each: (-each[0].end, each[1])))


def _plain(scan: Scan, index: int) -> list[Reach]:
    """Return the moments at a token, of those with one end only what can be trusted more."""
    trusted: dict[int, Strength] = {}
    found: list[Reach] = []
    for end, moment, strength, rule in _told(scan, scan.runs(index)):
        if strength > trusted.get(end, Strength.LEANING):
            trusted[end] = strength
            found.append(Reach(end, moment, strength, until=False, rule=rule))
    return found


def _told(scan: Scan, runs: list[Run]) -> Iterator[tuple[int, Moment, Strength, str]]:
    """Yield what runs mean, and what those before an *or* mean together with what follows it."""
    known: dict[int, Run] = {}
    for run in runs:
        if run.end in known and known[run.end].strength >= run.strength:
            continue
        moment = scan.moment(run.pieces)
        if moment is not None:
            known[run.end] = run
            yield run.end, moment, _strength(run, moment, scan.around), run.rule
    yield from alternatives(scan, known.values())


def _until(scan: Scan, index: int) -> Iterator[Reach]:
    """Read what follows *until*, which always lies ahead."""
    for reach in _plain(scan, index):
        is_behind = reach.rule in _BEHIND and not isinstance(reach.moment, Wrong)
        if scan.around.back and is_behind and reach.strength is Strength.STRONG:
            continue  # "talked to yesterday", "en kopp te igår kväll"
        if scan.around.back:
            yield Reach(reach.end, Wrong(), Strength.BOUNDED, until=True, rule="")
        else:
            yield replace(reach, strength=Strength.STRONG, until=True)
    for run in scan.runs(index) if not scan.around.back else ():
        moment = scan.moment(run.pieces)
        if run.strength is Strength.LEANING and moment is not None:
            yield Reach(run.end, moment, Strength.STRONG, until=True, rule=run.rule)


def _after(scan: Scan, index: int) -> Iterator[Reach]:
    """Read "after friday": the day after it."""
    for reach in _plain(scan, index):
        moment = _day_after(reach.moment, scan.around)
        if moment is not None:
            yield replace(reach, moment=moment, rule="after")


def _day_after(moment: Moment, around: Around) -> Moment | None:
    match moment:
        case Day(day) | Stretch(_, day):
            after = day + timedelta(days=1)
            return Wrong() if around.back and after > around.today else Day(after)
        case NoSuchDay() | Wrong():
            return moment
    return None


def stands(line: Line, reach: Reach) -> bool:
    """Tell whether a moment stands as a phrase of its own, whatever follows it."""
    whole = reach.end == len(line)
    bounded = whole or (
        is_mark(line.tokens[reach.end]) and line.tokens[reach.end].text not in "'%€$"
    )
    if reach.strength is Strength.LONE:
        return all(closing(line, i) for i in range(reach.end, len(line)))
    if reach.strength is Strength.BOUNDED or isinstance(reach.moment, _UNTOLD):
        return bounded
    return bounded or line.apart(reach.end)


def closing(line: Line, index: int) -> bool:
    """Tell whether a token only closes what is said: a mark or an emoji."""
    return line.tokens[index].text in ".,!;:" or is_emoji(line.tokens[index])


def _strength(run: Run, moment: Moment, around: Around) -> Strength:
    """Return how much a run may be trusted; ahead, "3 days" says how long a snooze is."""
    if run.rule == "amount" and not around.back:
        return Strength.STRONG
    strength = run.strength
    if around.back and _may_be_ahead(run, moment, around):
        return min(strength, Strength.BOUNDED)
    return strength


def _may_be_ahead(run: Run, moment: Moment, around: Around) -> bool:
    """Tell whether what comes every year lies so far back that it may well be the coming one.

    "Done Kari, and in May she moves" tells of the May to come.
    """
    days = [piece for piece in run.pieces if piece.rule]
    if not {piece.rule for piece in days} <= _YEARLY or any(map(_is_placed, days)):
        return False
    day = moment.on if isinstance(moment, Day) else getattr(moment, "first", around.today)
    return around.today - day > _HALF_A_YEAR


def _is_placed(day: MomentPiece) -> bool:
    """Tell whether a piece says itself which year is meant: the last one, or by its number."""
    typed = day.values.get("date")
    return "past" in day.meaning or "year" in day.values or bool(typed and typed.year)
