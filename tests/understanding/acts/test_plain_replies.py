"""A reply with a name and nothing else but a moment."""

from datetime import datetime

import pytest

from bot.understanding.acts.plain_replies import plain_reply_in
from bot.understanding.acts.utterance import Utterance

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local time
NAMES = {1: "Kari", 2: "Ola", 3: "Anna Berg"}


@pytest.mark.parametrize(
    ("text", "section", "name", "known"),
    [
        ("done Kari", "done", "Kari", "in the Book"),
        ("ok, I called Anna Berg yesterday", "done", "Anna Berg", "in the Book"),
        ("ferdig med Ola", "done", "Ola", "in the Book"),
        ("Kari: done", "done", "Kari", "in the Book"),
        ("Kari svarte ikke", "tried", "Kari", "in the Book"),
        ("called Bob", "done", "Bob", ""),
        ("called Bob Smith on sunday", "done", "Bob Smith", ""),
        ("ringde krai igår", "done", "krai", ""),
        ("krai svarte ikke", "tried", "krai", ""),
        ("done karin!", "done", "karin", ""),
    ],
)
def test_a_reply_with_a_name_is_read(text: str, section: str, name: str, known: str) -> None:
    """Known to the letter, nearly, or not at all."""
    said = Utterance(text, NAMES, NOW)
    plain = plain_reply_in(said)
    assert plain is not None
    assert (plain.section, plain.is_known) == (section, bool(known))
    assert said.line.between(plain.name.start, plain.name.stop) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "done",
        "called her",
        "called Kari's brother",
        "called Kari, she got the job",
        "called at noon",
        "called Sunday",
        "ringte ikke",
        "Just called",
        "CALLED BACK",
        "done Kari?",
        "Kari got a dog",
        "redan fixat bror",
    ],
)
def test_what_says_less_or_more_is_none(text: str) -> None:
    """No name, more than a name, or a word that is nobody's."""
    assert plain_reply_in(Utterance(text, NAMES, NOW)) is None
