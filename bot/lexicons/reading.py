"""A text as the checker reads it: its sentences, its words, and a line to find phrases in."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

PICTURE = (
    "(?:[\u2600-\u27bf\u231a\u231b\u23e9-\u23f3\u2b1b\u2b1c\u2b50\u2b55\u2934\u2935"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff])"
)
EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    f"|{PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d{PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff]*)*"
)
"""One emoji as it is seen, whatever it is joined of."""
MARK = re.compile(r"[^\W_]+(?:['\u2019.@:/-]?[^\W_]+)*|[.!?\u2026\u203c\u2049\n]+|\S")
STOP = "."
PIECE = re.compile(r"[^.@:/]+")
STOPS = frozenset(".!?\u2026\u203c\u2049\n")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: where it stands, and whether it asks.

    Attributes:
        start: its first sign in the read text.
        end: one after its last sign, its stop included.
        line: the same two places in the line.
        asks: whether it ends with a question mark.
    """

    start: int
    end: int
    line: tuple[int, int]
    asks: bool


@dataclass(frozen=True)
class Reading:
    """A text, read once.

    Attributes:
        given: the text as it was given.
        text: the same in NFC, without space around it; all lengths are counted here.
        places: for each sign of ``text`` its place in ``given``, and one more for the end.
        line: every word without case, each followed by one sign: a space inside a clause, a comma
            between clauses, a stop, an exclamation or a question mark at the end of a sentence.
        origin: for each sign of ``line`` its place in ``text``.
    """

    given: str
    text: str
    places: Sequence[int]
    line: str
    origin: Sequence[int]
    sentences: tuple[Sentence, ...]

    @cached_property
    def words(self) -> tuple[tuple[str, int], ...]:
        """Every word as it is written, with its place in ``text``."""
        return tuple((m[0], m.start()) for m in MARK.finditer(self.text) if m[0][0].isalnum())

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return a stretch of ``text`` in code points of the text as it was given."""
        while end < len(self.text) and self.places[end] == self.places[end - 1] and end > start:
            end += 1  # signs that were composed together have one place
        return self.places[start], self.places[end]

    def span_in_line(self, start: int, end: int) -> tuple[int, int]:
        """Return a stretch of ``line``, which ends with a word, as one of the given text."""
        return self.span(self.origin[start], self.origin[end - 1] + 1)

    def sentence_at(self, place: int) -> Sentence:
        """Return the sentence that holds a place of ``line``."""
        number = bisect_right(self.sentences, place, key=lambda one: one.line[1])
        return self.sentences[min(number, len(self.sentences) - 1)]


def read(given: str, shortened: frozenset[str] = frozenset()) -> Reading:
    """Return a text as it is read.

    Args:
        given: any text.
        shortened: words, without case, whose stop ends no sentence.
    """
    text, places = _composed(given)
    draft = _Line()
    marks = [(m[0], m.start()) for m in MARK.finditer(text)]
    for number, (mark, start) in enumerate(marks):
        after = marks[number + 1][0] if number + 1 < len(marks) else "\n"
        draft.take(mark, start, after, shortened)
    draft.finish(len(text))
    return Reading(given, text, places, "".join(draft.signs), draft.origin, tuple(draft.sentences))


@dataclass(slots=True)
class _Line:
    """The line while it grows."""

    signs: list[str] = field(default_factory=lambda: ["."])
    origin: list[int] = field(default_factory=lambda: [0])
    sentences: list[Sentence] = field(default_factory=list)
    start: int | None = None
    line_start: int = 1
    word: str = ""

    def take(self, mark: str, start: int, after: str, shortened: frozenset[str]) -> None:
        """Add one mark of the text."""
        if mark[0].isalnum():
            self._word(mark, start)
        elif mark[0] in STOPS:
            self._stop(mark, start, after, shortened)
        elif EMOJI.match(mark) and self.signs[-1] == " " and (after[0].isupper() or after == "\n"):
            self._end(".", start + len(mark))
        elif self.signs[-1] == " " and mark not in "'\"\ufe0f\u200d":
            self.signs[-1] = ","

    def finish(self, length: int) -> None:
        """End the last sentence where the text ends."""
        self._end(".", length)

    def _word(self, mark: str, start: int) -> None:
        self.start = start if self.start is None else self.start
        self.word = mark.casefold()
        for piece in PIECE.finditer(mark):
            word = piece[0].replace("\u2019", "'").casefold()
            first, last = start + piece.start(), start + piece.end() - 1
            self.signs.extend((word, " "))
            self.origin.extend(range(first, min(first + len(word), last + 1)))
            self.origin.extend([last] * (len(word) - piece.end() + piece.start()))
            self.origin.append(last + 1)

    def _stop(self, mark: str, start: int, after: str, shortened: frozenset[str]) -> None:
        ends = "?" if "?" in mark else "!" if "!" in mark else "."
        if ends == STOP and "\n" not in mark and self._goes_on(mark, after, shortened):
            if self.signs[-1] == " " and len(mark) > 1:
                self.signs[-1] = ","
            return
        self._end(ends, start + len(mark.rstrip("\n")))

    def _goes_on(self, sign: str, after: str, shortened: frozenset[str]) -> bool:
        """Say whether a stop stands inside its sentence: "kl. 9", "17. mai", "well... maybe"."""
        before = self.word
        if after == "\n" or not after[0].isalnum():
            return False
        if sign == STOP:
            return before in shortened or (before.isdigit() and after[0].islower())
        return after[0].islower()

    def _end(self, sign: str, end: int) -> None:
        if self.start is None:
            return
        self.signs[-1] = sign
        place = (self.line_start, len(self.origin))
        self.sentences.append(Sentence(self.start, end, place, sign == "?"))
        self.start, self.line_start = None, len(self.origin)


def _composed(given: str) -> tuple[str, Sequence[int]]:
    """Return a text in NFC and trimmed, with the place of each sign in the text as given."""
    if unicodedata.is_normalized("NFC", given):
        signs, places = given, list(range(len(given) + 1))
    else:
        signs, places = _joined(given)
    inner = signs.strip()
    start = len(signs) - len(signs.lstrip()) if inner else 0
    return inner, places[start : start + len(inner) + 1]


def _joined(given: str) -> tuple[str, list[int]]:
    """Return a text in NFC, and for each sign where its first code point stands."""
    signs: list[str] = []
    places: list[int] = []
    for start, cluster in _clusters(given):
        composed = unicodedata.normalize("NFC", cluster)
        signs.append(composed)
        places.extend([start] * len(composed))
    return "".join(signs), [*places, len(given)]


def _clusters(given: str) -> Iterator[tuple[int, str]]:
    """Yield the pieces of a text that are composed each by itself."""
    start = 0
    for place in range(1, len(given) + 1):
        if place == len(given) or _parts(given[start:place], given[place]):
            yield start, given[start:place]
            start = place


def _parts(cluster: str, sign: str) -> bool:
    """Say whether a sign begins a piece of its own."""
    if unicodedata.combining(sign):
        return False
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", sign)
    return unicodedata.normalize("NFC", cluster + sign) == apart
