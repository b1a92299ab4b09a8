"""Single words: abbreviations, formal address and another language.

Rules R17, R18 and R22. Knows words that give themselves away.
"""

import re
from collections.abc import Iterator

from bot.drafts.gentleness.lexicon import Lexicon
from bot.drafts.gentleness.situation import Situation
from bot.drafts.gentleness.verdict import Hit, Severity
from bot.drafts.words import words_of
from bot.lexicons.reading import Reading

QUOTED = re.compile(r"\u00ab[^\u00bb]*\u00bb|[\"\u201c\u201d][^\"\u201c\u201d]*[\"\u201c\u201d]")
HARD, SOFT = Severity.HARD, Severity.SOFT


def worded(reading: Reading, lexicon: Lexicon, situation: Situation) -> Iterator[Hit]:
    """Yield single words that break a rule."""
    own = set(words_of(situation.name or ""))
    yield from _abbreviations(reading, lexicon, own)
    yield from _formal(reading, lexicon)
    yield from _foreign(reading, lexicon, own)


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
