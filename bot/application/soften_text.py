"""Look at a text of the user's own: what in it presses, and one lighter version."""

import re
from dataclasses import dataclass

from bot.drafts.bank import bank_in
from bot.drafts.brief import Brief
from bot.drafts.compose import compose
from bot.drafts.gentleness import Verdict, check, lighten
from bot.drafts.kinds import DraftKind
from bot.drafts.rooms import sentences_in
from bot.languages import Language

ASKING = "R10"
"""The rule that a hello asks for nothing."""
NAMED = re.compile(r"\d[\d.:,/]*|(?<=[^\s.!?…] )[^\W\d_a-zæøåäö]\w*")
"""Figures, and words with a capital inside a sentence."""


@dataclass(frozen=True, slots=True)
class Softened:
    """What was found in a text; ``lighter`` is empty where nothing presses or nothing is better."""

    verdict: Verdict
    lighter: str


def soften_text(text: str, language: Language) -> Softened:
    """Return what presses in a text, and a lighter one where there is any.

    It keeps every fact and every date. A text that asks for something stays one: its ask in the
    form of an honest one.

    Args:
        text: the user's own text.
        language: the language it is written in.
    """
    verdict = check(text, language)
    if verdict.passes and not verdict.hits:
        return Softened(verdict, "")
    return Softened(verdict, lighten(text, language) or _honest_ask(text, verdict, language))


def _honest_ask(text: str, verdict: Verdict, language: Language) -> str:
    """Return what a text asks for as an honest ask; "" where it asks nothing or loses a fact."""
    if all(hit.rule != ASKING for hit in verdict.hits):
        return ""
    asked = " ".join(sentence for sentence in sentences_in(text) if _asks(sentence, language))
    if not asked or facts_in(text, language) - facts_in(f"… {asked}", language):
        return ""
    ask = compose(Brief(DraftKind.HONEST_ASK, language, "", typed=asked), 0).text
    return ask if check(ask, language, kind=DraftKind.HONEST_ASK).passes else ""


def _asks(sentence: str, language: Language) -> bool:
    hits = check(sentence, language).hits
    return sentence.rstrip().endswith("?") or any(hit.rule == ASKING for hit in hits)


def facts_in(text: str, language: Language) -> frozenset[str]:
    """Return the figures, names and days that a text holds, without case."""
    bank = bank_in(language)
    calendar = {phrase.split()[-1].casefold() for phrase in (*bank.days, *bank.months)}
    said = {word.casefold() for word in re.findall(r"\w+", text)}
    return frozenset(found.casefold() for found in NAMED.findall(text)) | (said & calendar)
