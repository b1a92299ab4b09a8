"""Pieces side by side that are one moment, in any order: "friday 26 march at 18"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from bot.understanding.calendar import parts_of_day
from bot.understanding.calendar.clock_times import ClockTime
from bot.understanding.calendar.moment_readings import Settled
from bot.understanding.calendar.moment_types import (
    Around,
    Day,
    Elapsed,
    Moment,
    NoSuchDay,
    Stretch,
    Two,
    Vague,
    Wrong,
)
from bot.understanding.calendar.parts_of_day import PartHours, PartOnDate
from bot.understanding.calendar.reckoning import reckon
from bot.understanding.moments.combining import Part, combined, may_join
from bot.understanding.moments.pieces import HOURS, MomentPiece, Strength, compounds_at, pieces_at
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import calendar_words

_LONGEST = 5
"""Pieces of the longest moment: a weekday, a date, a year, a part of the day and an hour."""
_MOST_DAYS = 3
"""Pieces that name the day, at most: a weekday, a date and a month or a year."""
_BEFORE_HOUR = frozenset({"shift", "part"})
"""Rules that a bare hour may follow: "tomorrow 18". After a weekday it may be a date as well."""
_COUNTED = frozenset({"away", "length"})
"""Kinds that count from now instead of naming a day."""
_SURE = frozenset({"clock", "part", "date", "dom"})
"""Kinds beside which a word such as "sun" is surely a day."""
_BESIDE_LONE = _SURE | {"hour", "weekday", "week", "stretch"}
"""Kinds beside which such a word may stand: nobody calls yesterday "sun yesterday"."""


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that follow each other.

    Attributes:
        pieces: the pieces, in the order of the text.
        end: the token after the last one.
        rule: the rule that named the day; empty for an hour alone.
        strength: how much the words may be trusted to be a moment.
    """

    pieces: tuple[MomentPiece, ...]
    end: int
    rule: str
    strength: Strength

    @classmethod
    def of(cls, pieces: tuple[MomentPiece, ...]) -> "Run":
        """Return the run of some pieces."""
        rule = next((piece.rule for piece in pieces if piece.kind not in HOURS), "")
        return cls(pieces, pieces[-1].end, rule, _strength_of(pieces))


def _strength_of(pieces: tuple[MomentPiece, ...]) -> Strength:
    if len(pieces) == 1:
        return pieces[0].strength
    kinds = {piece.kind for piece in pieces}
    is_lone = min(piece.strength for piece in pieces) is Strength.LONE
    if "hour" in kinds or (is_lone and not kinds & _SURE):
        return Strength.BOUNDED
    return Strength.STRONG


@dataclass(slots=True)
class Scan:
    """A line that is looked through here and now: what was found in it is found once."""

    line: Line
    around: Around
    _pieces: dict[int, tuple[MomentPiece, ...]] = field(default_factory=dict)
    _begun: dict[int, tuple[tuple[MomentPiece, ...], ...]] = field(default_factory=dict)
    _runs: dict[int, list[Run]] = field(default_factory=dict)
    _begins: dict[int, bool] = field(default_factory=dict)
    _moments: dict[tuple[int, ...], Moment | None] = field(default_factory=dict)

    def towards(self, around: Around) -> "Scan":
        """Return a scan of the same line that looks the other way; its runs are shared."""
        return Scan(self.line, around, self._pieces, self._begun, self._runs, self._begins)

    def pieces(self, index: int) -> tuple[MomentPiece, ...]:
        """Return the pieces that begin at a token."""
        if index not in self._pieces:
            found = {(p.end, p.kind, p.strength, p.meaning): p for p in pieces_at(self.line, index)}
            self._pieces[index] = tuple(found.values())
        return self._pieces[index]

    def begun(self, index: int) -> tuple[tuple[MomentPiece, ...], ...]:
        """Return the pieces that begin at a token; of one word that is two pieces, both."""
        if index not in self._begun:
            alone = ((piece,) for piece in self.pieces(index))
            self._begun[index] = (*alone, *compounds_at(self.line, index))
        return self._begun[index]

    def begins(self, index: int) -> bool:
        """Tell whether a moment may begin at a token, perhaps with *until* or *after* before it."""
        if index not in self._begins:
            leads = (calendar_words(section).at(self.line, index) for section in ("until", "after"))
            self._begins[index] = any(leads) or bool(self.begun(index))
        return self._begins[index]

    def runs(self, index: int) -> list[Run]:
        """Return the runs that begin at a token and may mean something, the likeliest first.

        Of runs of the same kinds that end alike one is enough.
        """
        if index >= len(self.line):
            return []
        if index not in self._runs:
            self._runs[index] = self._found_runs(index)
        return self._runs[index]

    def _found_runs(self, index: int) -> list[Run]:
        found: dict[tuple[object, ...], Run] = {}
        for run in (run for pieces in self.begun(index) for run in _grown(self, pieces)):
            found.setdefault((run.end, run.strength, *(p.kind for p in run.pieces)), run)
        return sorted(found.values(), key=_preference)

    def moment(self, pieces: Sequence[MomentPiece]) -> Moment | None:
        """Return what pieces of this line mean together."""
        key = tuple(map(id, pieces))
        if key not in self._moments:
            self._moments[key] = _moment_of(pieces, self.around)
        return self._moments[key]


def _moment_of(pieces: Sequence[MomentPiece], around: Around) -> Moment | None:
    """Return what pieces mean together here and now; None where they mean nothing."""
    days = [piece for piece in pieces if piece.kind not in HOURS]
    said = {piece.kind: piece.meaning for piece in pieces if piece.kind in HOURS}
    parts_said = [PartHours.of(piece.meaning) for piece in pieces if piece.kind == "part"]
    clock: ClockTime | None = said.get("clock") or said.get("hour")
    if not days:
        return parts_of_day.nearest(clock, around) if clock and "part" not in said else None
    parts = [Part(each.kind, reckon(each.meaning, each.values, around)) for each in days]
    part = min(parts_said, key=PartHours.length) if parts_said else None
    moment = _with_hour(combined(parts, around), part, clock, around)
    if isinstance(moment, Day) and {each.kind for each in days} <= _COUNTED:
        return replace(moment, counted=True)
    return moment


def _preference(run: Run) -> tuple[int, bool]:
    """Return what orders runs: short ones come first, and Christmas before "jul" for July."""
    return len(run.pieces), any(piece.kind == "month" for piece in run.pieces)


def _grown(scan: Scan, pieces: tuple[MomentPiece, ...]) -> Iterator[Run]:
    yield Run.of(pieces)
    if len(pieces) == _LONGEST:
        return
    for start in _next_starts(scan.line, pieces[-1].end):
        for piece in scan.pieces(start):
            if _fits(pieces, piece):
                yield from _grown(scan, (*pieces, piece))


def _next_starts(line: Line, end: int) -> Iterator[int]:
    """Yield where the next piece may begin: at once, or after words such as "on the"."""
    if end >= len(line):
        return
    yield end
    for match in calendar_words("glue").at(line, end):
        if match.end < len(line):
            yield match.end


def _fits(pieces: tuple[MomentPiece, ...], piece: MomentPiece) -> bool:
    kinds = [each.kind for each in pieces]
    if piece.kind == "part" and kinds.count("part") == 1:
        return _narrows(pieces, piece) and _together(frozenset(kinds))
    if piece.kind in kinds or (piece.kind in {"clock", "hour"} and {"clock", "hour"} & {*kinds}):
        return False
    alone = any(each.strength is Strength.LONE for each in (*pieces, piece))
    if alone and not {*kinds, piece.kind} <= _BESIDE_LONE:
        return False
    if piece.kind == "hour" and not _BEFORE_HOUR & {each.rule for each in pieces}:
        return False
    return _together(frozenset((*kinds, piece.kind)))


def _narrows(pieces: tuple[MomentPiece, ...], second: MomentPiece) -> bool:
    """Tell whether one part of the day lies in the other: "late saturday night"."""
    first = next(piece for piece in pieces if piece.kind == "part")
    one, other = PartHours.of(first.meaning), PartHours.of(second.meaning)
    return one != other and (one.lies_in(other) or other.lies_in(one))


@lru_cache(maxsize=1024)
def _together(kinds: frozenset[str]) -> bool:
    """Tell whether kinds may stand in one run; of an hour alone the day may follow."""
    days = kinds - HOURS
    if not days or len(days) > _MOST_DAYS:
        return not days
    if days & {"length", "vague"} and len(kinds) > 1:
        return False
    if "stretch" in days and "part" in kinds:
        return False
    return may_join(days) or ("third" in days or "sometime" in days)


def _with_hour(
    reading: Settled, part: PartHours | None, clock: ClockTime | None, around: Around
) -> Moment | None:
    match reading:
        case NoSuchDay():
            return reading
        case Elapsed() | Wrong() | Stretch() | Vague() | None:
            return None if part or clock else _directed(reading, around)
        case Two():
            at = clock.at if clock else part.typical if part else reading.at
            return replace(reading, at=at)
        case PartOnDate():
            return _on_stretch(reading, clock, around) if part is None else None
        case _:
            return _on_day(reading, part, clock, around)


def _on_day(day: date, part: PartHours | None, clock: ClockTime | None, around: Around) -> Moment:
    if clock is not None:
        return parts_of_day.on_date(day, clock, around, part)
    if part is not None:
        return PartOnDate(day, part).hour(around)
    lies_wrong = day > around.today if around.back else day < around.today
    return Wrong() if lies_wrong else Day(day)


def _on_stretch(stretch: PartOnDate, clock: ClockTime | None, around: Around) -> Moment:
    if clock is None:
        return stretch.hour(around)
    return parts_of_day.on_date(stretch.on, clock, around, stretch.part)


def _directed(reading: Elapsed | Wrong | Stretch | Vague | None, around: Around) -> Moment | None:
    match reading:
        case Elapsed(delta) if (delta.days < 0) is not around.back:
            return Wrong()
        case Stretch(first, last):
            lies_wrong = first > around.today if around.back else last < around.today
            return Wrong() if lies_wrong else reading
    return reading
