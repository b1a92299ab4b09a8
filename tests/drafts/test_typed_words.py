"""What the user typed for a draft, as it stands in one."""

import pytest

from bot.drafts.typed_words import as_phrase, as_sentence, is_phrase, leaves_a_way_out
from bot.languages import Language

EN, NB, SV = Language


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("the day we sang", "The day we sang."),
        ("we sang.", "We sang."),
        ("do you remember?", "Do you remember?"),
        ("two\nlines", "Two lines."),
        ("https://example.org/a", "https://example.org/a"),
        ("so good 😊", "So good 😊"),
    ],
)
def test_typed_words_end_as_a_sentence_does(typed: str, said: str) -> None:
    """A stop where none stands; none after a mark, a link or an emoji."""
    assert as_sentence(typed) == said


def test_a_phrase_begins_a_sentence() -> None:
    """It loses its stop; the place in the sentence gives it its capital."""
    assert as_phrase("kaffe på lørdag.") == "kaffe på lørdag"


@pytest.mark.parametrize(
    ("language", "typed", "is_one"),
    [
        (EN, "coffee on Saturday", True),
        (EN, "I will make soup on Saturday", False),
        (EN, "Shall we walk?", False),
        (NB, "kaffe på lørdag", True),
        (NB, "vi griller på lørdag", False),
        (SV, "en promenad på söndag", True),
        (SV, "jag bjuder på kaffe på lördag", False),
    ],
)
def test_a_phrase_is_told_from_a_sentence(language: Language, typed: str, *, is_one: bool) -> None:
    """What has somebody in it who does something is a sentence."""
    assert is_phrase(typed, language) is is_one


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        (EN, "coffee on Saturday if you like"),
        (NB, "kaffe på lørdag om det passer"),
        (SV, "fika på lördag om du vill"),
    ],
)
def test_a_way_out_is_not_left_twice(language: Language, typed: str) -> None:
    """Where the user lets their reader decline, nothing is added."""
    assert leaves_a_way_out(typed, language)
    assert not leaves_a_way_out(" ".join(typed.split()[:3]), language)
