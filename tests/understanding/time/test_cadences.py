"""Cadences in three languages: a table of them and what people type besides."""

from bot.domain.clock.cadence import Cadence
from bot.understanding.time.cadences import Found, find_cadence, find_impossible, read_cadence
from tests.every_row import every_row
from tests.phrase_meanings import cadence as cadence_of
from tests.phrase_tables import lists, phrases, rows, unread

SAID = [(typed, cadence_of(meaning)) for typed, meaning in lists("cadences", "every")]
FOUND = [
    (typed, Found(cadence_of(row["every"]), row["from"], row["to"]))
    for typed, row in rows("cadences", "found")
]


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


@every_row(phrases("cadences", "names"))
def test_a_name_is_no_cadence(text: str) -> None:
    """Names that are also words stay names: a bare word needs a name before it and lower case."""
    assert find_cadence(text) is None


@every_row(FOUND)
def test_the_last_cadence_in_a_text_is_found(text: str, expected: Found) -> None:
    """The last cadence counts; its places are those of the text in NFC."""
    assert find_cadence(text) == expected


def test_what_sounds_like_a_cadence_and_is_none_is_told() -> None:
    """A phrase such as "every hour" is found as impossible, and so no part of the name."""
    assert find_impossible("Bob every hour") == "every hour"
    assert find_impossible("Bob every 99 years") == "every 99 years"
    assert find_impossible("Bob twice a week") == "twice a week"
    assert find_impossible("Bob every week") is None
