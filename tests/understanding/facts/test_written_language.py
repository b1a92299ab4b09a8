"""Which language a text is in."""

import pytest

from bot.languages import Language
from bot.understanding.facts.written_language import language_of
from tests.every_row import every_row
from tests.phrase_tables import table

WRITTEN = [
    (text, language) for language in Language for text in table("languages", language)["written"]
]


@every_row(WRITTEN, Language)
def test_little_words_tell(text: str, language: Language, interface: Language) -> None:
    """A text is taken for what it is, whatever Hei speaks with its writer."""
    assert language_of(text, interface) is language


@pytest.mark.parametrize("text", ["", "🙂", "Kari!", "42", "du"])
@pytest.mark.parametrize("interface", Language)
def test_where_nothing_tells_the_interface_decides(text: str, interface: Language) -> None:
    """Without a telling word the user's own language is the best guess."""
    assert language_of(text, interface) is interface
