"""What a message puts right of what was told just before: another day, another contact, no answer.

A message is a correction only where every word of it is accounted for: a mere new message shortly
after another is a new act.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.understanding.acts.correction_words import (
    CLEAR,
    MARKING,
    CorrectionPiece,
    Word,
    is_wait,
    opens_with_wait,
    pieces_in,
)
from bot.understanding.calendar.moment_types import Around, Moment
from bot.understanding.facts.mentions import Mention
from bot.understanding.moments.moments import Reach, usable
from bot.understanding.words.tokens import Line

__all__ = [
    "Correction",
    "asks_undo",
    "is_wait",
    "opens_with_wait",
    "read_correction",
    "read_new_name",
]

STRANGER_WORDS = 2
"""Words of a name that nobody in the Book has."""
NAME_WORDS = 3
"""Words of the name that somebody has instead."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a message puts right; everything else stays.

    Attributes:
        takes_back: nothing of it holds.
        is_other: it was about somebody else, and nobody says about whom.
        wrong_id: the contact of whom it was not.
        contact_id: the contact of whom it was.
        stranger: the name of whom it was, as typed, where the Book knows none such.
        moment: when it was, or until when.
        unanswered: nobody answered.
        is_sure: whether it says clearly that something is put right, be it what was not meant.
    """

    takes_back: bool = False
    is_other: bool = False
    wrong_id: int | None = None
    contact_id: int | None = None
    stranger: str = ""
    moment: Moment | None = None
    unanswered: bool = False
    is_sure: bool = True


def read_correction(
    text: str, names: Mapping[int, str], told: Collection[int], around: Around
) -> Correction | None:
    """Return what a message puts right; None where it says something else, or may do so.

    Args:
        text: the message.
        names: the names of the Book by contact id.
        told: the contacts of whom was told just before.
        around: the user's local time, and whether what was told looks back or ahead.
    """
    said = _Said.of(Line.of(text), names, around)
    if not (said.is_plain and said.wrong <= set(told)):
        return None
    others = said.right - set(told)
    if said.has(Word.ANSWERED_NOT, Word.NOT_BY):
        sure = said.has(Word.NOT_BY, *MARKING)
        tried = Correction(unanswered=True, moment=said.moment, is_sure=said.is_sure)
        return tried if sure and not others else None
    if not (said.has(*MARKING) or said.is_contrast):
        return None
    wrong, other = next(iter(said.wrong), None), next(iter(others), None)
    if others or said.stranger or said.moment:
        return Correction(
            wrong_id=wrong,
            contact_id=other,
            stranger=said.stranger,
            moment=said.moment,
            is_sure=said.is_sure,
        )
    return None if said.right else _taken_back(said, wrong)


def _taken_back(said: "_Said", wrong: int | None) -> Correction | None:
    """Return that nothing holds, or that it was somebody else; None where neither is said."""
    if wrong is None and said.has(Word.UNDO, Word.FORGET):
        return Correction(takes_back=True)
    is_other = said.has(Word.WRONG) or wrong is not None
    return Correction(is_other=True, wrong_id=wrong) if is_other else None


def asks_undo(text: str, around: Around) -> bool:
    """Tell whether a message does nothing but take back what was changed last."""
    pieces, left = pieces_in(Line.of(text), {}, around)
    found = {one.found for one in pieces}
    return Word.UNDO in found and not left and found <= MARKING | {Word.SOFT}


@dataclass(frozen=True, slots=True)
class _Said:
    """What a line holds, sorted: who and when, and the words around them."""

    line: Line
    pieces: tuple[CorrectionPiece, ...]
    left: tuple[int, ...]

    @classmethod
    def of(cls, line: Line, names: Mapping[int, str], around: Around) -> "_Said":
        pieces, left = pieces_in(line, names, around)
        return cls(line, tuple(pieces), tuple(left))

    def has(self, *words: Word) -> bool:
        """Tell whether one of some kinds of words stands in the line."""
        return any(one.found in words for one in self.pieces if isinstance(one.found, Word))

    @property
    def wrong(self) -> set[int]:
        """The contacts of whom it was not."""
        return self._people(negated=True)

    @property
    def right(self) -> set[int]:
        """The contacts of whom it was."""
        return self._people(negated=False)

    @property
    def is_contrast(self) -> bool:
        """Whether something is said not to be: "the 13th, not today"."""
        return any(one.negated for one in self.pieces)

    @property
    def is_sure(self) -> bool:
        """Whether it is said clearly that something is put right."""
        contrast = self.wrong or (self.is_contrast and not self.right)
        return bool(contrast) or self.has(*CLEAR - {Word.NOT})

    @property
    def stranger(self) -> str:
        """The unknown name that is left, where the words say that one stands there."""
        contrast = self.wrong and (not self._whens() or self.has(Word.WAS))
        named = self.has(Word.MEANT) or contrast
        return _run(self.line, self.left, STRANGER_WORDS) if self.left and named else ""

    @property
    def moment(self) -> Moment | None:
        """When it was, if that can be used."""
        whens = self._whens()
        return usable(whens[0].moment) if len(whens) == 1 else None

    @property
    def is_plain(self) -> bool:
        """Whether every word is accounted for, and one contact and one moment are meant at most."""
        known = not self.left or (self.stranger and not self.right)
        single = len(self.wrong) <= 1 and len(self.right) <= 1
        dated = not self._whens() or self.moment is not None
        asks = bool(self.line.tokens) and self.line.tokens[-1].text == "?"
        return bool(known and single and dated and not asks and not self._owned()) and (
            self._is_said_again()
        )

    def _people(self, *, negated: bool) -> set[int]:
        people = (one for one in self.pieces if one.negated is negated)
        return {one.found.contact_id for one in people if isinstance(one.found, Mention)}

    def _whens(self) -> list[Reach]:
        whens = (one for one in self.pieces if not one.negated)
        return [one.found for one in whens if isinstance(one.found, Reach)]

    def _owned(self) -> bool:
        """Tell whether somebody of a contact's is meant: "it was Ola's brother"."""
        return any(isinstance(one.found, Mention) and one.found.is_owner for one in self.pieces)

    def _is_said_again(self) -> bool:
        """Tell whether what was done is said only where it was said before, if at all."""
        places = {word: self._first(word) for word in (*CLEAR, Word.ACTED)}
        acted = places.pop(Word.ACTED)
        return acted == len(self.line) or min(places.values()) < acted

    def _first(self, word: Word) -> int:
        """Return where a kind of words stands first, or the end of the line."""
        return min((one.start for one in self.pieces if one.found is word), default=len(self.line))


def read_new_name(text: str, old: str, around: Around) -> str:
    """Return what somebody who was just added is called instead; "" where that is not said.

    Args:
        text: the message.
        old: the name under which they were added.
        around: the user's local time: a day is no name.
    """
    line = Line.of(text)
    pieces, left = pieces_in(line, {0: old}, around)
    words = {one.found for one in pieces if isinstance(one.found, Word)}
    named = [one for one in pieces if isinstance(one.found, Mention)]
    if any(isinstance(one.found, Reach) for one in pieces) or Word.ACTED in words:
        return ""
    name = _run(line, sorted({*left, *(one.start for one in named if not one.negated)}), NAME_WORDS)
    meant = Word.MEANT in words and name[:1].isupper() == old[:1].isupper()  # "I mean business"
    says_so = Word.CALLED in words or meant or any(one.negated for one in named)
    return name if says_so and left else ""


def _run(line: Line, places: Sequence[int], most: int) -> str:
    """Return the words at places that follow each other, if they may be a name."""
    follows = bool(places) and places[-1] - places[0] == len(places) - 1
    if not follows or len(places) > most:
        return ""
    words = [line.tokens[place].text for place in places]
    return line.between(places[0], places[-1] + 1) if all(map(_is_word, words)) else ""


def _is_word(text: str) -> bool:
    return text.replace("'", "").replace("-", "").isalpha() or text == "-"
