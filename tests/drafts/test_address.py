"""What people are called in a draft."""

import pytest

from bot.drafts.address import address, is_speakable


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Kari Nordmann", "Kari"),
        ("Jean-Luc Picard", "Jean-Luc"),
        ("Mamma", "Mamma"),
        ("Bestemor", "Bestemor"),
        ("Åse", "Åse"),
        ("Li", "Li"),
        ("kari nordmann", "kari"),
        ("  Øystein   Dahl ", "Øystein"),
        ("Anne Lise Berg", "Anne Lise"),
        ("Per Olav", "Per Olav"),
        ("Anne Hansen", "Anne"),
        ("Tante Anna Berg", "Tante Anna"),
        ("Moster Eva", "Moster Eva"),
        ("Aunt May", "Aunt May"),
        ("Dr. No", "Dr. No"),
        ("Mr Bean", "Mr Bean"),
        ("van Gogh", "van Gogh"),
        ("Kari og Per", "Kari og Per"),
        ("Tom & Jerry", "Tom & Jerry"),
        ("Nordmann, Kari", "Kari"),
        ("Kari,", "Kari"),
        ("Kari🌻", "Kari🌻"),
        ("<b>&", "<b>&"),
        ("Kari (jobb)", "Kari"),
        ("   ", ""),
    ],
)
def test_people_are_called_by_their_first_name(name: str, called: str) -> None:
    """The first name is taken as it was typed; names that are a whole are kept whole."""
    assert address(name) == called


@pytest.mark.parametrize(
    "name", ["Kari", "Jean-Luc", "O'Brien", "Kari🌻", "🌻", "<b>&", "李", "Dr. No"]
)
def test_odd_but_sayable_names_are_greeted(name: str) -> None:
    """A hyphen, an apostrophe, one emoji or another script is no reason to leave a name out."""
    assert is_speakable(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "K4ri",
        "42",
        "[Kari]",
        "{name}",
        "Kari!",
        "Wow?",
        "&",
        "x" * 26,
        "a\x00b",
        "a\u202eb",
        "🌻🌻",
        "K🌻🌻",
    ],
)
def test_names_that_would_spoil_a_greeting_are_left_out(name: str) -> None:
    """Figures, brackets, loud signs, hidden marks, many emoji and over-long names are not said."""
    assert not is_speakable(name)
