"""The keyword card."""

import pytest

from bot.drafts.keywords import keyword_card
from bot.drafts.shapes import shapes_in
from bot.languages import Language

NOTES = {
    Language.EN: ["new dog", "trip to Bergen", "red boat", "new bike"],
    Language.NB: ["ny hund", "tur til Bergen", "rød båt", "ny sykkel"],
    Language.SV: ["ny hund", "resa till Bergen", "röd båt", "ny cykel"],
}
SENSITIVE = {Language.EN: "cancer", Language.NB: "kreft", Language.SV: "cancer"}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("count", range(5))
def test_a_card_holds_two_or_three_keywords_and_two_questions(
    language: Language, count: int
) -> None:
    """The notes come first, the newest three; everyday words fill up to two."""
    card = keyword_card(NOTES[language][:count], language, "Kari", seed=3)
    assert len(card.keywords) == max(2, min(3, count))
    everyday = set(shapes_in(language).keywords)
    assert sum(word not in everyday for word in card.keywords) == min(3, count)
    assert len(set(card.questions)) == 2


@pytest.mark.parametrize("language", Language)
def test_what_is_sensitive_is_no_keyword(language: Language) -> None:
    """Illness is not put on a card (R25 of docs/drafts.md)."""
    card = keyword_card([SENSITIVE[language]], language, "Kari", seed=3)
    assert set(card.keywords) <= set(shapes_in(language).keywords)


@pytest.mark.parametrize("language", Language)
def test_another_seed_asks_other_questions(language: Language) -> None:
    """Cards differ from one nudge to the next."""
    cards = {keyword_card([], language, "Kari", seed).questions for seed in range(20)}
    assert len(cards) > 8
