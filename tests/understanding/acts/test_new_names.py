"""Whom a whole sentence brings, and another name for a contact."""

from datetime import datetime

import pytest

from bot.understanding.acts.new_names import new_name_in, newcomer_in
from bot.understanding.acts.utterance import Utterance

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local time
NAMES = {1: "Kari", 2: "Anna Berg"}


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("put gran down for every sunday", "gran every sunday"),
        ("can you add my old teacher Mr Byrne", "Mr Byrne"),
        ("there's a lad from the course called Tomás, monthly", "Tomás monthly"),
        ("put uncle Pat in, every 2 months", "uncle Pat every 2 months"),
        ("I'd like to keep up with Margaret from choir", "Margaret"),
        ("want to stay in touch with Marcus. email is best, twice a year", "Marcus twice a year"),
        ("kan du legge til kona hans Ragnhild", "Ragnhild"),
        ("jeg vil ha med sondre og thea også", "sondre and thea"),
        ("tante Solveig og onkel Nils, hver tredje måned", "tante Solveig and onkel Nils"),
        ("kan du lägga in Fredrik från lumpen en gång i kvartalet", "Fredrik en gång i kvartalet"),
        ("ny på jobbet, hon heter ellen", "ellen"),
        ("add Tom, he likes fishing, every month", "Tom every month why: he likes fishing"),
        ("legg inn Tom, begge", "Tom"),
        ("add up all the things I said", ""),
        ("add a note about Kari", ""),
        ("called Kari", ""),
    ],
)
def test_somebody_new_is_found_in_a_sentence(text: str, added: str) -> None:
    """As /add takes them: the name, how often, and no more; nobody known and no pronoun."""
    assert newcomer_in(Utterance(text, NAMES, NOW), "NO").startswith(added)
    assert bool(newcomer_in(Utterance(text, NAMES, NOW), "NO")) is bool(added)


def test_the_longer_name_is_the_new_one() -> None:
    """The contact's own name is none."""
    assert new_name_in("anna berg heter Anna Holm etter bryllupet", "Anna Berg") == "Anna Holm"
    assert new_name_in("Call Jonas Jonas Lie from now on", "Jonas") == "Jonas Lie"
    assert new_name_in("Call Kari ASAP", "Kari") == ""
