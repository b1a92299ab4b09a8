"""What fits a message, at the edges."""

import pytest

from bot.drafts.medium import Medium, fits, sentences_in


@pytest.mark.parametrize(
    ("medium", "longest"),
    [
        (Medium.CHAT, 240), (Medium.SMS, 160), (Medium.LINKEDIN, 300), (Medium.EMAIL, 500),
        (Medium.CARD, 120), (Medium.VOICE, 400),
    ],
)  # fmt: skip
def test_the_longest_text_fits_and_one_more_character_does_not(
    medium: Medium, longest: int
) -> None:
    """Lengths are code points after NFC and trimming (R1 of docs/drafts.md)."""
    assert fits("å" * longest, medium)
    assert fits(" " + "a\u030a" * longest + "\n", medium)
    assert not fits("å" * (longest + 1), medium)


def test_a_chat_holds_forty_five_words() -> None:
    """A chat is counted in words too (R1 of docs/drafts.md)."""
    assert fits("a " * 45, Medium.CHAT)
    assert not fits("a " * 46, Medium.CHAT)
    assert fits("a " * 46, Medium.EMAIL)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Hi Kari! One. Two.", 3),
        ("Hi Kari, one", 1),
        ("Hi … there. 🙂", 2),
        ("Hi\nyou", 2),
        ("", 0),
        ("At 9.30 we go.", 1),
        ("Bra! 🙂 Ha det.", 2),
    ],
)
def test_sentences_are_counted_with_the_greeting(text: str, count: int) -> None:
    """A greeting with its mark is a sentence, an emoji alone is none (R2 of docs/drafts.md)."""
    assert len(sentences_in(text)) == count
