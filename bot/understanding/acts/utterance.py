"""What was typed, read once: its tokens, whom it names, its moments and how often.

Knows no act: which one it is, is told by the weights of its tags (docs/understanding.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.domain.names import nicknames_in
from bot.lexicons.need import anonymous
from bot.lexicons.reading import Reading, read
from bot.understanding.cadences.cadences import Found, cadences_in
from bot.understanding.calendar.moment_types import Around, Facing
from bot.understanding.calendar.slips import mended_sentence
from bot.understanding.facts.mentions import Mention, mentions_in
from bot.understanding.moments.moments import Reach, Strength
from bot.understanding.moments.reaching import reaches_by_token
from bot.understanding.moments.runs import Scan
from bot.understanding.words.learned_words import learned_words
from bot.understanding.words.tokens import Line

LONGEST_LEAD = 2
"""Words of a moment before the one that may be a name: "i den helga"."""


@dataclass(frozen=True)
class Utterance:
    """A typed text and what stands in it, each found when it is first asked for.

    Attributes:
        text: what was typed.
        names: the names of the Book by contact id, and the nicknames.
        now: the local wall-clock time, naive.
    """

    text: str
    names: Mapping[int, str]
    now: datetime

    @cached_property
    def line(self) -> Line:
        """The text in tokens."""
        return Line.of(self.text)

    @cached_property
    def nameless(self) -> Reading:
        """The text with every known name made the same one."""
        return read(anonymous(self.text, (*self.names.values(), *self._nicknames)))

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        """The contacts that are named, in their order; "til helga" is the weekend, not Helga."""
        found = mentions_in(self.line, self.names)
        return [one for one in found if not self._is_within_moment(one)]

    @cached_property
    def cadences(self) -> Sequence[Found]:
        """How often something shall be, the last one first."""
        return cadences_in(self.line)

    @cached_property
    def cadence_tokens(self) -> Sequence[range]:
        """The tokens of each phrase that says how often, in the order of the text."""
        places = [(found.start, found.end) for found in reversed(self.cadences)]
        within = [
            [n for n, token in enumerate(self.line.tokens) if start <= token.start < end]
            for start, end in places
        ]
        return [range(each[0], each[-1] + 1) for each in within if each]

    @property
    def cadence(self) -> Found | None:
        """The last of them."""
        return next(iter(self.cadences), None)

    def piece(self, tokens: range) -> "Utterance":
        """Return some tokens of the text as one of their own."""
        return Utterance(self.line.between(tokens.start, tokens.stop), self.names, self.now)

    def around(self, facing: Facing) -> Around:
        """Return the user's time, and which way is looked."""
        return Around(self.now, facing)

    def reaches(self, index: int, facing: Facing) -> Sequence[Reach]:
        """Return every moment that begins at a token, the longest first."""
        return self._reaches(facing).get(index, ())

    @cached_property
    def moment_starts(self) -> frozenset[int]:
        """The tokens at which a moment begins, behind or ahead."""
        return frozenset().union(*self._both_ways)

    def found(self, facing: Facing) -> Sequence[tuple[int, Reach]]:
        """Return every moment in the text with the token at which it begins."""
        found = self._reaches(facing).items()
        return [(index, reach) for index, reaches in found for reach in reaches]

    def _is_within_moment(self, one: Mention) -> bool:
        """Tell whether a name without a capital is the end of a moment."""
        typed = self.line.between(one.start, one.end)
        before = range(max(0, one.start - LONGEST_LEAD), one.start)
        return typed == typed.lower() and any(
            reach.end == one.end and reach.strength >= Strength.BOUNDED
            for at in before
            for reach in self.reaches(at, Facing.FUTURE)
        )

    @property
    def _nicknames(self) -> Sequence[str]:
        return tuple(nicknames_in(self.names).values())

    def _reaches(self, facing: Facing) -> Mapping[int, Sequence[Reach]]:
        back, ahead = self._both_ways
        return back if facing is Facing.PAST else ahead

    @cached_property
    def _both_ways(self) -> tuple[Mapping[int, Sequence[Reach]], Mapping[int, Sequence[Reach]]]:
        """The moments that begin at each token at which any does, behind and ahead.

        A word that no sentence had of which was learned may be one of the calendar with a slip.
        """
        line = mended_sentence(self.line, learned_words())
        back = Scan(line, self.around(Facing.PAST))
        ahead = back.towards(self.around(Facing.FUTURE))
        return reaches_by_token(back), reaches_by_token(ahead)
