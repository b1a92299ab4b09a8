"""One's own kin by all that they are called, and first names that are no slips."""

import pytest

from bot.understanding.facts.first_names import is_first_name
from bot.understanding.facts.kin_names import kin_meant, other_names
from bot.understanding.facts.mentions import mentions_in
from bot.understanding.words.tokens import Line

NAMES = {1: "Mum", 2: "Kari", 3: "Dr Hansen", 4: "Anna Berg"}


@pytest.mark.parametrize("typed", ["mom", "my mom", "Mam", "my mother"])
def test_kin_are_known_by_what_they_are_called(typed: str) -> None:
    """Whoever is Mum in the Book is meant by "my mom"."""
    assert kin_meant(NAMES, typed) == "Mum"


def test_kin_of_another_language_are_other_words() -> None:
    """A mum of an English speaker is no "mor", which is a word of its own."""
    assert "mor" not in set(other_names("Mum"))
    assert kin_meant(NAMES, "cousin") == ""


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("rang mom", [1]),
        ("Kari's mum rang", [2]),
        ("hennes mamma ringde", []),
        ("saw hansen today", [3]),
        ("saw Dr. Hansen", [3]),
        ("Kari's asked me to call", [2]),
    ],
)
def test_who_is_named(text: str, ids: list[int]) -> None:
    """Somebody else's mother is nobody's contact; a title may be left out or stopped."""
    assert [one.contact_id for one in mentions_in(Line.of(text), NAMES)] == ids


def test_a_first_name_is_no_slip() -> None:
    """Karin may be somebody, Krai is nobody."""
    assert is_first_name("Karin")
    assert not is_first_name("Krai")
    assert not is_first_name("")
