"""A lighter version of a text: what can be said more gently is, and the rest is left out.

Knows hits and what is lighter. Refuses to add anything that was not in the text.
"""

import re
import unicodedata
from collections.abc import Iterable

from bot.drafts.gentleness.checking import PLAIN, judge
from bot.drafts.gentleness.lexicon import lexicon_in
from bot.drafts.gentleness.situation import Situation
from bot.drafts.gentleness.verdict import Hit
from bot.languages import Language
from bot.lexicons.reading import EMOJI, Reading, read

IN_PLACE = {"R15", "R16", "R17", "R18"}
"""Rules whose hits are single signs or words: the sentence around them can stay."""
ROUNDS = 8
FEWEST_WORDS = 3
"""A text with fewer words left than these says nothing by itself."""


def lightened(text: str, language: Language, situation: Situation = PLAIN) -> str:
    """Return the text without what presses; empty when too little is left to send.

    Sentences stay whole: where nothing lighter is known, the sentence is left out. What comes
    back passes the check.
    """
    text = unicodedata.normalize("NFC", text).strip()
    for _ in range(ROUNDS):
        verdict = judge(text, language, situation)
        if verdict.passes:
            break
        text = _without(text, verdict.hits, language)
    else:
        return ""
    words = read(text).words
    return text if len(words) >= FEWEST_WORDS else ""


def _without(text: str, hits: Iterable[Hit], language: Language) -> str:
    """Return a text one step lighter: small repairs first, then sentences left out."""
    small = [hit for hit in hits if hit.lighter or hit.rule in IN_PLACE]
    if small:
        return _tidied(_repaired(text, small))
    reading = read(text, lexicon_in(language).words["shortened"])
    return _tidied(_kept(reading, [hit.span for hit in hits]))


def _repaired(text: str, hits: list[Hit]) -> str:
    """Return a text with the lighter wording in each place, later places first."""
    end = len(text) + 1
    for hit in sorted(hits, key=lambda one: one.span, reverse=True):
        if hit.span[1] <= end:
            text = text[: hit.span[0]] + hit.lighter + text[hit.span[1] :]
            end = hit.span[0]
    return text


def _kept(reading: Reading, spans: list[tuple[int, int]]) -> str:
    """Return the sentences that none of the spans touches, with the signs around them."""
    pieces, before = [], 0
    ends = [sentence.start for sentence in reading.sentences[1:]]
    for end in (*ends, len(reading.text)):
        if not any(start < max(end, 1) and before < stop for start, stop in spans):
            pieces.append(reading.text[before:end])
        before = end
    return "".join(pieces)


def _tidied(text: str) -> str:
    """Return a text with single spaces, no space before a stop, and no sign left alone."""
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(r" +([,.!?])", r"\1", text)
    text = re.sub(r"^[\s,.!?;:\u2013-]+|[\s,;:\u2013-]+$", "", text)
    return "" if not EMOJI.sub("", text).strip() else text
