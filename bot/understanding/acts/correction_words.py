"""The words around a correction, and whom and when it names: all of a line, in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeAlias

from bot.understanding.calendar.moment_types import Around
from bot.understanding.facts.mentions import Mention, mentions_in
from bot.understanding.moments.moments import Reach, Strength, reaches, stands
from bot.understanding.words.tokens import Line, is_mark
from bot.understanding.words.tries import Phrases
from bot.understanding.words.vocabulary import rows, vocabulary


class Word(StrEnum):
    """What the words around a correction are: the keys of ``corrections`` in the word lists."""

    LEAD = "lead"
    """Opens one, so clearly that what was done may be said once more: "no, I called Ola"."""
    WAIT = "wait"
    """Opens one, though alone it puts off."""
    MARK = "mark"
    """Says that something is put right."""
    WAS = "was"
    """Says who or when it was; what was done may follow it: "it was Ola I called"."""
    MEANT = "meant"
    """Says who or when was meant."""
    WRONG = "wrong"
    """Says that somebody else was meant, and not who."""
    UNDO = "undo"
    """Takes back what was changed last, whenever that was."""
    FORGET = "forget"
    """Takes back what was told just before."""
    NOT = "not"
    """Before what was not meant."""
    SOFT = "soft"
    """Carries nothing."""
    CALLED = "called"
    """Says what a contact is called."""
    ANSWERED_NOT = "tried"
    """Nobody answered."""
    NOT_BY = "tried_by"
    """The one who was talked about did not answer."""
    ACTED = "done"
    """What was done, once more."""


CLEAR = frozenset({Word.LEAD, Word.WAS, Word.MEANT, Word.UNDO, Word.FORGET, Word.WRONG, Word.NOT})
"""Words after which what was done may be said once more: "no, I called Ola"."""
MARKING = (CLEAR - {Word.NOT}) | {Word.WAIT, Word.MARK}
"""Words of which a correction has at least one, unless it says what was not meant."""
CorrectionFound: TypeAlias = Word | Mention | Reach


@dataclass(frozen=True, slots=True)
class CorrectionPiece:
    """Something found in a line: from where, up to where, and whether a *not* stands before it."""

    start: int
    end: int
    found: CorrectionFound
    negated: bool = False


def is_wait(text: str) -> bool:
    """Tell whether a "wait" is all that is said."""
    line = Line.of(text)
    end = _end_of_wait(line)
    return end > 0 and all(is_mark(token) for token in line.tokens[end:])


def opens_with_wait(text: str) -> bool:
    """Tell whether more is said after a "wait": then it puts nothing off."""
    return _end_of_wait(Line.of(text)) > 0 and not is_wait(text)


def _end_of_wait(line: Line) -> int:
    """Return the token after a "wait" that a line begins with; 0 when it does not."""
    found = (one.end for one in _phrases().at(line, 0) if one.meaning is Word.WAIT)
    return max(found, default=0)


def pieces_in(
    line: Line, names: Mapping[int, str], around: Around
) -> tuple[list[CorrectionPiece], list[int]]:
    """Return what is found in a line, the longest first, and the words that are nothing of it."""
    mentions = {one.start: one for one in mentions_in(line, names)}
    pieces: list[CorrectionPiece] = []
    left: list[int] = []
    place, negated = 0, False
    while place < len(line):
        piece = _longest(line, place, mentions, around, negated=negated)
        if piece is None:
            if not is_mark(line.tokens[place]):
                left.append(place)
                negated = False
            place += 1
            continue
        if isinstance(piece.found, Word):
            negated = piece.found is Word.NOT or (negated and piece.found is Word.SOFT)
            pieces.append(piece)
        else:
            pieces.append(CorrectionPiece(piece.start, piece.end, piece.found, negated))
            negated = False
        place = piece.end
    return pieces, left


def _longest(
    line: Line, place: int, mentions: Mapping[int, Mention], around: Around, *, negated: bool
) -> CorrectionPiece | None:
    found: list[CorrectionPiece] = []
    if place in mentions:
        found.append(CorrectionPiece(place, mentions[place].end, mentions[place]))
    found += [
        CorrectionPiece(place, reach.end, reach)
        for reach in reaches(line, place, around)
        if reach.strength >= Strength.BOUNDED or stands(line, reach)
        if not (negated and _has_mark(line, place, reach.end))  # "not tomorrow, Friday"
    ]
    found += [CorrectionPiece(place, one.end, one.meaning) for one in _phrases().at(line, place)]
    return max(found, key=lambda one: (one.end, one.found is Word.NOT_BY), default=None)


def _has_mark(line: Line, start: int, end: int) -> bool:
    return any(line.tokens[place].text == "," for place in range(start, end))


@cache
def _phrases() -> Phrases[Word]:
    """Return the words around corrections, and what was done or tried."""
    slots = {"pronoun": vocabulary("pronouns").slot(), "caller": vocabulary("callers").slot()}
    phrases: Phrases[Word] = Phrases(slots)
    for meaning, phrase in rows("corrections"):
        phrases.add(phrase, Word(meaning))
    for _, phrase in rows("tried"):
        phrases.add(phrase, Word.NOT_BY if "{caller}" in phrase else Word.ANSWERED_NOT)
    for _, phrase in rows("done"):
        phrases.add(phrase, Word.ACTED)
    return phrases
