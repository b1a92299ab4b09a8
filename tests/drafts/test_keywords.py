"""The keyword card."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.records.contact import Note
from bot.drafts.bank import bank_in
from bot.drafts.keywords import KeywordCard, keyword_card
from bot.drafts.notes.noted import noted_in
from bot.languages import Language

NOTES = {
    Language.EN: ["new dog", "trip to Bergen", "red boat", "new bike"],
    Language.NB: ["ny hund", "tur til Bergen", "rød båt", "ny sykkel"],
    Language.SV: ["ny hund", "resa till Bergen", "röd båt", "ny cykel"],
}
HARD = {Language.EN: "cancer", Language.NB: "kreft", Language.SV: "cancer"}


def card(texts: list[str], language: Language, seed: int = 3) -> KeywordCard:
    """Return the card for a contact with some notes."""
    notes = [Note(n, text, datetime(2026, 11, 30, tzinfo=UTC)) for n, text in enumerate(texts)]
    noted = list(noted_in(notes, language, ["Kari"], date(2026, 12, 1)))
    return keyword_card(noted, language, seed)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("count", range(5))
def test_a_card_holds_two_or_three_keywords_and_two_questions(
    language: Language, count: int
) -> None:
    """The notes come first, the newest three; everyday words fill up to two."""
    shown = card(NOTES[language][:count], language)
    assert len(shown.keywords) == max(2, min(3, count))
    everyday = set(bank_in(language).keywords)
    assert sum(word not in everyday for word in shown.keywords) == min(3, count)
    assert len(set(shown.questions)) == 2


@pytest.mark.parametrize("language", Language)
def test_what_is_hard_is_no_keyword(language: Language) -> None:
    """Illness is not put on a card (R25 of docs/drafts.md)."""
    assert set(card([HARD[language]], language).keywords) <= set(bank_in(language).keywords)


@pytest.mark.parametrize("language", Language)
def test_another_seed_asks_other_questions(language: Language) -> None:
    """Cards differ from one nudge to the next."""
    cards = {card([], language, seed).questions for seed in range(20)}
    assert len(cards) > 8
