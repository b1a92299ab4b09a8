"""A lighter version of a text: its signs and words mended in place, and every sentence kept.

Knows hits and what is lighter. A text whose sentences press is never cut down to what is left of
it: then there is no lighter version.
"""

import re
import unicodedata

from bot.drafts.gentleness.checking import PLAIN, judge
from bot.drafts.gentleness.situation import Situation
from bot.drafts.gentleness.verdict import Hit
from bot.languages import Language
from bot.lexicons.reading import EMOJI

IN_PLACE = {"R15", "R16", "R17", "R18"}
"""Rules whose hits are single signs or words: the sentence around them can stay."""
ROUNDS = 8


def lightened(text: str, language: Language, situation: Situation = PLAIN) -> str:
    """Return the text with every hit mended in place; empty where a whole sentence presses.

    What comes back passes the check and says all that the text said.
    """
    text = unicodedata.normalize("NFC", text).strip()
    for _ in range(ROUNDS):
        verdict = judge(text, language, situation)
        if verdict.passes:
            return text
        mendable = [hit for hit in verdict.hits if hit.lighter or hit.rule in IN_PLACE]
        if not mendable:
            return ""
        text = _tidied(_repaired(text, mendable))
    return ""


def _repaired(text: str, hits: list[Hit]) -> str:
    """Return a text with the lighter wording in each place, later places first."""
    end = len(text) + 1
    for hit in sorted(hits, key=lambda one: one.span, reverse=True):
        if hit.span[1] <= end:
            text = text[: hit.span[0]] + hit.lighter + text[hit.span[1] :]
            end = hit.span[0]
    return text


def _tidied(text: str) -> str:
    """Return a text with single spaces, no space before a stop, and no sign left alone."""
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(r" +([,.!?])", r"\1", text)
    text = re.sub(r"^[\s,.!?;:\u2013-]+|[\s,;:\u2013-]+$", "", text)
    return "" if not EMOJI.sub("", text).strip() else text
