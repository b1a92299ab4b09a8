"""A text is read once: sentences, words, and places in the code points that were given."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lexicons.reading import EMOJI, read


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Hi Kari! Hope all is well. Take care 🙂", 3),
        ("Well... maybe not.", 1),
        ("Gratulerer med 17. mai!", 1),
        ("Hi 🙂 Thought of you", 2),
        ("One\nTwo", 2),
        ("Really?! Yes.", 2),
        ("", 0),
        ("🙂 !!", 0),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    """A stop, a line break or an emoji before a capital ends a sentence; a stop inside does not."""
    assert len(read(text).sentences) == count


def test_a_shortened_word_ends_no_sentence() -> None:
    """The stop after kl stands inside its sentence."""
    assert len(read("Kom kl. Ni er fint.", frozenset({"kl"})).sentences) == 1


@pytest.mark.parametrize("text", ["🙂", "👍🏽", "🇳🇴", "👨‍👩‍👧", "❤️"])
def test_one_emoji_is_one(text: str) -> None:
    """An emoji counts as it is seen, however many code points it is joined of."""
    assert len(EMOJI.findall(text)) == 1


@given(st.text())
def test_places_lead_back(text: str) -> None:
    """Every sign read has a place in the text as given, in order, whatever the text."""
    reading = read(text)
    assert len(reading.places) == len(reading.text) + 1
    assert list(reading.places) == sorted(reading.places)
    assert len(reading.line) == len(reading.origin)
    assert reading.text == unicodedata.normalize("NFC", text).strip()


@given(st.text(alphabet="aeouåäöéü .!?🙂", max_size=60))
def test_decomposed_letters_keep_their_places(text: str) -> None:
    """A word of the line is found at its place in a decomposed text."""
    given_text = unicodedata.normalize("NFD", text)
    reading = read(given_text)
    for word, place in reading.words:
        start, end = reading.span(place, place + len(word))
        assert unicodedata.normalize("NFC", given_text[start:end]) == word
