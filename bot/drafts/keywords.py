"""The keyword card: a few words and two questions to have in mind, in place of a text."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.chance import mix
from bot.drafts.address import names_of
from bot.drafts.anchors import anchors_in
from bot.drafts.shapes import shapes_in
from bot.languages import Language

MOST_KEYWORDS = 3


@dataclass(frozen=True, slots=True)
class KeywordCard:
    """What one can have in mind: two or three keywords, and two open questions."""

    keywords: tuple[str, ...]
    questions: tuple[str, str]


def keyword_card(
    notes: Sequence[str], language: Language, name: str, seed: int, nickname: str | None = None
) -> KeywordCard:
    """Return keywords from the notes, filled up with everyday ones, and two questions.

    Args:
        notes: the user's notes about the contact, newest first; what is sensitive stays out (R25).
        language: the language of the card.
        name: the contact's name.
        seed: which questions are taken; any whole number.
        nickname: what the user calls the contact, if they told.
    """
    shapes = shapes_in(language)
    noted = anchors_in(notes, language, *names_of(name, nickname))
    everyday = _in_order(shapes.keywords, seed)
    keywords = (*noted, *everyday)[: max(2, min(len(noted), MOST_KEYWORDS))]
    first, second, *_ = _in_order(shapes.questions, seed)
    return KeywordCard(tuple(keywords), (first, second))


def _in_order(choices: Sequence[str], seed: int) -> list[str]:
    """Return the choices in an order of the seed's."""
    return sorted(choices, key=lambda choice: mix(seed ^ mix(choices.index(choice))))
