"""Which language a text is in."""

import pytest

from bot.languages import Language
from bot.understanding.facts.written_language import language_of

EN, NB, SV = Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Why do you never call?", EN),
        ("Hvorfor ringer du aldri?", NB),
        ("Varför ringer du aldrig?", SV),
        ("Hei! Jeg hører ikke noe fra deg.", NB),
        ("Hej! Jag hör inget från dig.", SV),
        ("Hey, just checking if you saw this", EN),
    ],
)
@pytest.mark.parametrize("interface", Language)
def test_little_words_tell(text: str, language: Language, interface: Language) -> None:
    """A text is taken for what it is, whatever Hei speaks with its writer."""
    assert language_of(text, interface) is language


@pytest.mark.parametrize("text", ["", "🙂", "Kari!", "42", "du"])
@pytest.mark.parametrize("interface", Language)
def test_where_nothing_tells_the_interface_decides(text: str, interface: Language) -> None:
    """Without a telling word the user's own language is the best guess."""
    assert language_of(text, interface) is interface
