"""The keyword card: a few words and two questions to have in mind, in place of a text."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.chance import mix
from bot.drafts.bank import bank_in
from bot.drafts.notes.noted import Noted
from bot.languages import Language

MOST_KEYWORDS = 3


@dataclass(frozen=True, slots=True)
class KeywordCard:
    """What one can have in mind: two or three keywords, and two open questions."""

    keywords: tuple[str, ...]
    questions: tuple[str, str]


def keyword_card(noted: Sequence[Noted], language: Language, seed: int) -> KeywordCard:
    """Return keywords from the notes, filled up with everyday ones, and two questions.

    Args:
        noted: what is understood of the notes about the contact, newest first; what is hard has
            nothing to show (R25).
        language: the language of the card.
        seed: which questions are taken; any whole number.
    """
    bank = bank_in(language)
    told = [next(iter(one.slots.values())) for one in noted if one.slots]
    everyday = _in_order(bank.keywords, seed)
    keywords = (*told, *everyday)[: max(2, min(len(told), MOST_KEYWORDS))]
    first, second, *_ = _in_order(bank.questions, seed)
    return KeywordCard(tuple(keywords), (first, second))


def _in_order(choices: Sequence[str], seed: int) -> list[str]:
    """Return the choices in an order of the seed's."""
    return sorted(choices, key=lambda choice: mix(seed ^ mix(choices.index(choice))))
