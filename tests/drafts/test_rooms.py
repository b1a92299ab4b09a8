"""What fits a message, at the edges."""

import pytest

from bot.domain.records.channels import Carrier
from bot.drafts.rooms import fits, sentences_in


@pytest.mark.parametrize(
    ("carrier", "longest"),
    [
        (Carrier.CHAT, 240), (Carrier.SMS, 160), (Carrier.LINKEDIN, 300), (Carrier.EMAIL, 500),
        (Carrier.CARD, 120), (Carrier.VOICE, 400),
    ],
)  # fmt: skip
def test_the_longest_text_fits_and_one_more_character_does_not(
    carrier: Carrier, longest: int
) -> None:
    """Lengths are code points after NFC and trimming (R1 of docs/drafts.md)."""
    assert fits("å" * longest, carrier)
    assert fits(" " + "a\u030a" * longest + "\n", carrier)
    assert not fits("å" * (longest + 1), carrier)


def test_a_chat_holds_forty_five_words() -> None:
    """A chat is counted in words too (R1 of docs/drafts.md)."""
    assert fits("a " * 45, Carrier.CHAT)
    assert not fits("a " * 46, Carrier.CHAT)
    assert fits("a " * 46, Carrier.EMAIL)


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
