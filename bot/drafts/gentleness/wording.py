"""Single words: abbreviations, formal address, another language, and what is the user's to say.

Rules R17 to R19, R22 and R24 to R26. Knows words that give themselves away. Refuses to know
phrases.
"""

import re
from collections.abc import Iterator, Sequence

from bot.drafts.anchors import is_sensitive, words_of
from bot.drafts.gentleness.lexicon import Lexicon
from bot.drafts.gentleness.reading import Reading
from bot.drafts.gentleness.situation import ANCHORED, Situation
from bot.drafts.gentleness.verdict import Hit, Severity
from bot.drafts.likeness import is_near_copy, runs_in
from bot.languages import Language

QUOTED = re.compile(r"\u00ab[^\u00bb]*\u00bb|[\"\u201c\u201d][^\"\u201c\u201d]*[\"\u201c\u201d]")
HARD, SOFT = Severity.HARD, Severity.SOFT
CLAUSES = ".!?:\u2026\u2013\u2014-"
ROOT = 4
"""Letters by which a word of a note is known again in another form."""


def worded(
    reading: Reading, lexicon: Lexicon, situation: Situation, language: Language
) -> Iterator[Hit]:
    """Yield single words that break a rule, and what stands on nothing the user has told."""
    own = set(words_of(situation.name or ""))
    yield from _abbreviations(reading, lexicon, own)
    if not situation.formal:
        yield from _formal(reading, lexicon)
    yield from _foreign(reading, lexicon, own)
    if situation.notes is not None:
        yield from _grounded(reading, situation, situation.notes, language)
    yield from _again(reading, situation)


def _abbreviations(reading: Reading, lexicon: Lexicon, own: set[str]) -> Iterator[Hit]:
    short = lexicon.swaps["abbreviations"]
    for word, place in reading.words:
        lowered = word.casefold()
        if lowered in short and lowered not in own:
            yield Hit("R18", SOFT, reading.span(place, place + len(word)), short[lowered])


def _formal(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Yield formal address; at the head of a sentence De may be they, so that only warns."""
    starts = {sentence.start for sentence in reading.sentences}
    for word, place in reading.words:
        if word in lexicon.swaps["formal"]:
            lighter = lexicon.swaps["formal"][word]
            severity = SOFT if place in starts else HARD
            shown = lighter.capitalize() if place in starts else lighter
            yield Hit("R17", severity, reading.span(place, place + len(word)), shown)


def _foreign(reading: Reading, lexicon: Lexicon, own: set[str]) -> Iterator[Hit]:
    """Yield words of another language, but for names, titles and what is quoted."""
    quoted = [m.span() for m in QUOTED.finditer(reading.text)]
    starts = {sentence.start for sentence in reading.sentences}
    for word, place in reading.words:
        lowered = word.casefold()
        if lowered not in lexicon.words["foreign"] or lowered in own:
            continue
        name = word[0].isupper() and place not in starts
        if not name and not any(start <= place < end for start, end in quoted):
            yield Hit("R22", HARD, reading.span(place, place + len(word)))


def _grounded(
    reading: Reading, situation: Situation, notes: Sequence[str], language: Language
) -> Iterator[Hit]:
    """Yield names, figures and sensitive matters that are not in what the user told."""
    told = {word[:ROOT] for note in (*notes, situation.name or "") for word in words_of(note)}
    for word, place in reading.words:
        root = word.casefold()[:ROOT]
        if root in told:
            continue
        if _is_stated(reading, word, place):
            yield Hit("R24", HARD, reading.span(place, place + len(word)))
        if len(word) > ROOT and is_sensitive(word, language) and "R25" not in situation.excused:
            yield Hit("R25", HARD, reading.span(place, place + len(word)))
    anchors = {word[:ROOT] for note in notes for word in words_of(note) if len(word) >= ROOT}
    spoken = {word[:ROOT] for word in words_of(reading.text)}
    if situation.kind in ANCHORED and anchors.isdisjoint(spoken):
        yield Hit("R19", HARD, reading.span(0, len(reading.text)))


def _is_stated(reading: Reading, word: str, place: int) -> bool:
    """Say whether a word is a figure or a name: a capital that no clause begins with."""
    before = reading.text[:place].rstrip(' "\u00ab\u201c')[-1:]
    begins = before in CLAUSES or any(place == one.start for one in reading.sentences)
    whole = len(re.split(r"\W", word)[0]) > 1
    return word[0].isdigit() or (word[0].isupper() and whole and not begins)


def _again(reading: Reading, situation: Situation) -> Iterator[Hit]:
    """Yield the whole text if this person had it, or somebody else had nearly the same (R26)."""
    mine = words_of(reading.text)
    runs = runs_in(reading.text, situation.name or "")
    same = any(words_of(text) == mine for text in situation.sent)
    near = any(is_near_copy(runs, runs_in(text, "")) for text in situation.others)
    if mine and (same or near):
        yield Hit("R26", HARD, reading.span(0, len(reading.text)))
