"""Cadences in three languages: a table of them and what people type besides."""

import pytest

from bot.domain.clock.cadence import Cadence, Unit
from bot.understanding.time.cadences import Found, find_cadence, find_impossible, read_cadence
from tests.every_row import every_row
from tests.phrase_tables import lists, unread

DAY, WEEK, MONTH, YEAR = Unit


def _cadence(meaning: str) -> Cadence:
    """Return what stands before a list of the table, such as "3 weeks"."""
    count, unit = meaning.split()
    return Cadence(int(count), Unit(unit.removesuffix("s")))


SAID = [(typed, _cadence(meaning)) for typed, meaning in lists("cadences", "every")]


@every_row(SAID)
def test_a_cadence_is_read_in_any_of_the_languages(text: str, cadence: Cadence) -> None:
    """Every row is understood, in any case and with loose spaces."""
    assert read_cadence(text) == cadence
    assert read_cadence(text.upper()) == cadence


@every_row(unread("cadences"))
def test_what_is_no_cadence_is_refused(text: str) -> None:
    """Half a phrase, hours, more than ten years and the Norwegian *var* are nothing (trap 6)."""
    assert read_cadence(text) is None


@every_row([row for row in SAID if " " in row[0].strip()])
def test_a_cadence_is_found_behind_a_name(text: str, cadence: Cadence) -> None:
    """Whatever can be read alone can be read after a name, at the place where it stands."""
    line = f"Kari Nordmann {text.strip()}"
    found = find_cadence(line)
    assert found is not None
    assert found.cadence == cadence
    assert line[: found.start].strip() == "Kari Nordmann"


@pytest.mark.parametrize(
    "text",
    ["Åse Maja Maj", "May", "Mars", "Var", "Venn", "Vän", "Close", "close", "Glenn Close", "vid",
     "Daily Mail", "Every", "Hver Gang", "Bo 1.5 weeks", "Lätt", "close @", "Kari -3 weeks",
     "Ola 3", "", "  ", ". close", "Kari Light", "Kari(close"],
)  # fmt: skip
def test_a_name_is_no_cadence(text: str) -> None:
    """Names that are also words stay names: a bare word needs a name before it and lower case."""
    assert find_cadence(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kari close", Found(Cadence(14, DAY), 5, 10)),
        ("Glenn Close light", Found(Cadence(180, DAY), 12, 17)),
        ("Ola venn!", Found(Cadence(30, DAY), 4, 8)),
        ("weekly", Found(Cadence(1, WEEK), 0, 6)),
        ("Kari weekly", Found(Cadence(1, WEEK), 5, 11)),
        ("Kari, every day!", Found(Cadence(1, DAY), 6, 15)),
        ("Kari every 3 weeks she laughs", Found(Cadence(3, WEEK), 5, 18)),
        ("Kari every week every month", Found(Cadence(1, MONTH), 16, 27)),
        ("Kari (hver uke)", Found(Cadence(1, WEEK), 6, 14)),
        ("Ola every 3 weeks.", Found(Cadence(3, WEEK), 4, 17)),
        ("A\u030ase hver uke", Found(Cadence(1, WEEK), 4, 12)),
    ],
)
def test_the_last_cadence_in_a_text_is_found(text: str, expected: Found) -> None:
    """The last cadence counts; its places are those of the text in NFC."""
    assert find_cadence(text) == expected


def test_what_sounds_like_a_cadence_and_is_none_is_told() -> None:
    """A phrase such as "every hour" is found as impossible, and so no part of the name."""
    assert find_impossible("Bob every hour") == "every hour"
    assert find_impossible("Bob every 99 years") == "every 99 years"
    assert find_impossible("Bob twice a week") == "twice a week"
    assert find_impossible("Bob every week") is None
