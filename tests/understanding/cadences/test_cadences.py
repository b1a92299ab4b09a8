"""Cadences in three languages: a table of them and what people type besides."""

from bot.domain.clock.cadence import Cadence
from bot.understanding.cadences.cadence_phrases import Fit
from bot.understanding.cadences.cadences import Found, find_cadence, read_cadence, read_fitted
from bot.understanding.cadences.unclear_cadences import Unclear, is_vague, unclear_in
from tests.every_row import every_row
from tests.phrase_meanings import cadence as cadence_of
from tests.phrase_tables import lists, phrases, rows, unread

SAID = [(typed, cadence_of(meaning)) for typed, meaning in lists("cadences", "every")]
FOUND = [
    (typed, Found(cadence_of(row["every"]), row["from"], row["to"]))
    for typed, row in rows("cadences", "found")
]
FITTED = [
    (typed, cadence_of(row["every"]), Fit(row["fit"])) for typed, row in rows("cadences", "fitted")
]
UNCLEAR = [(typed, Unclear(why)) for typed, why in lists("cadences", "unclear")]


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


@every_row(FITTED)
def test_what_was_taken_can_be_told(text: str, cadence: Cadence, fit: Fit) -> None:
    """A range and what comes out uneven is taken as the nearest, a day of the week is not kept."""
    found = read_fitted(text)
    assert found is not None
    assert (found.cadence, found.fit) == (cadence, fit)
    behind = find_cadence(f"Kari Nordmann {text}")
    assert behind is not None
    assert (behind.cadence, behind.fit, behind.start) == (cadence, fit, len("Kari Nordmann "))


@every_row(SAID)
def test_what_is_taken_as_it_was_said_fits(text: str, cadence: Cadence) -> None:
    """Nothing has to be told of a cadence that is just what was typed."""
    found = read_fitted(text)
    assert found is not None
    assert (found.cadence, found.fit) == (cadence, Fit.EXACT)


@every_row(UNCLEAR)
def test_how_often_without_a_number_is_told_from_a_cadence(text: str, why: Unclear) -> None:
    """What is vague, impossible or half understood is found whole, and is no cadence."""
    assert read_cadence(text) is None
    for name in ("Kari", "Jon Olav", "my boss", "🦊"):
        line = f"{name} {text}"
        half = next(unclear_in(line), None)
        assert half is not None
        assert (half.why, half.text) == (why, text)
        assert line[: half.start].strip() == name
    assert is_vague(text) == (why is Unclear.VAGUE)


def test_what_sounds_like_a_cadence_and_is_none_is_told() -> None:
    """A phrase such as "every hour" is found as impossible, and so no part of the name."""
    for text in ("every hour", "every 99 years", "9 times a week"):
        half = next(unclear_in(f"Bob {text}"), None)
        assert half is not None
        assert (half.text, half.why) == (text, Unclear.IMPOSSIBLE)


@every_row(phrases("cadences", "plain_names"))
def test_a_name_says_nothing_of_how_often(text: str) -> None:
    """Names stay whole, whatever words of time they remind of."""
    assert find_cadence(text) is None
    assert not [*unclear_in(text)]
