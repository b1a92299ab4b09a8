"""A text as a row of tags: names, moments, cadences and numbers without their words."""

from datetime import datetime

import pytest

from bot.understanding.acts.tags import tagged
from bot.understanding.acts.utterance import Utterance

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local time
NAMES = {1: "Kari", 2: "Mum"}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("rang Kari yesterday", ("rang", "<name>", "<behind>")),
        ("tomorrow then", ("<ahead>", "then")),
        ("on monday", ("<moment>",)),
        ("Kari's brother", ("<owner>", "brother")),
        ("my mom every 2 weeks", ("my", "<name>", "<cadence>")),
        ("two days ago", ("<behind>",)),
        ("ok 👍 12345678", ("ok", "<picture>", "<digits>")),
    ],
)
def test_the_row_of_a_text(text: str, row: tuple[str, ...]) -> None:
    """What is learned of one name or day holds of all."""
    assert tagged(Utterance(text, NAMES, NOW)).row == row


def test_what_was_done_is_told_by_its_section_and_place() -> None:
    """A phrase for *done* that comes first weighs otherwise than one within."""
    first = tagged(Utterance("called Kari", NAMES, NOW)).sections
    within = tagged(Utterance("Kari called", NAMES, NOW)).sections
    assert {"done", "done first"} <= first
    assert "done first" not in within
