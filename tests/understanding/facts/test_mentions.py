"""Which contacts a text names, and what is only theirs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.names import Names
from bot.understanding.facts.mentions import mentions_in
from bot.understanding.words.tokens import Line

NAMES = {1: "Kari", 2: "Ola", 3: "Anna", 4: "Anna Berg", 5: "Jonas", 6: "Åsa Lund", 7: "Mum"}


def found(text: str) -> list[tuple[str, bool]]:
    """Return the names in a text, and whether something of theirs is meant."""
    return [(NAMES[one.contact_id], one.is_owner) for one in mentions_in(Line.of(text), NAMES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("called kari yesterday", [("Kari", False)]),
        ("Kari's brother rang", [("Kari", True)]),
        ("karis bror ringte", [("Kari", True)]),
        ("broren til Kari", [("Kari", True)]),
        ("Kari sin mor", [("Kari", True)]),
        ("Jonas rang", [("Jonas", False)]),
        ("Jonas' mother", [("Jonas", True)]),
        ("Jonas's mother", [("Jonas", True)]),
        ("saw anna berg", [("Anna Berg", False)]),
        ("saw Ola at Jonas's party", [("Ola", False)]),
        ("så Ola i bursdagen til Mum", [("Ola", False)]),
        ("Jonas kompis var här", [("Jonas", True)]),
        ("middag hos Jonas föräldrar", [("Jonas", True)]),
        ("stötte ihop med Jonas pappa i dag", [("Jonas", True)]),
        ("Ola Jonas mum were all here", [("Ola", False), ("Jonas", False), ("Mum", False)]),
        ("Jonas mum and Ola were here", [("Jonas", False), ("Mum", False), ("Ola", False)]),
        ("my mother in law was here", []),
        ("saw anna", [("Anna", False)]),
        ("asa called", [("Åsa Lund", False)]),
        ("dinner with Kari, Ola and Mum", [("Kari", False), ("Ola", False), ("Mum", False)]),
        ("popped in to Mum's after work", [("Mum", False)]),
        ("drove to Mum's sister", [("Mum", True)]),
        ("knocked on Åsa's door", [("Åsa Lund", False)]),
        ("svarte på Olas melding", [("Ola", False)]),
        ("svarade på Olas mejl", [("Ola", False)]),
        ("karin called", []),
        ("", []),
    ],
)
def test_who_is_named(text: str, expected: list[tuple[str, bool]]) -> None:
    """Whole names, first names that one has alone, and what belongs to somebody."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "longer"),
    [
        ("called Ola Nordmann yesterday", "Ola Nordmann"),
        ("called Ola Friday", ""),
        ("called Ola Yesterday", ""),
        ("called Ola and Mum", ""),
        ("saw Ola He is well", ""),
        ("CALLED OLA NORDMANN", ""),
        ("saw Anna Berg", ""),
        ("saw Anna Bergg", ""),
        ("met Mum Jonas and Ola", ""),
    ],
)
def test_a_longer_name_may_be_somebody_elses(text: str, longer: str) -> None:
    """A word with a capital behind a name makes a longer one of it, unless it is time or talk."""
    (first, *_) = mentions_in(Line.of(text), NAMES)
    assert first.longer == longer


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("saw kaz", [1]),
        ("Kaz's brother rang", [1]),
        ("big mike and Ola", [3, 2]),
        ("Ola rang", [2]),
        ("Mia rang", []),
    ],
)
def test_a_nickname_names_whoever_has_it_alone(text: str, ids: list[int]) -> None:
    """A nickname that is another's name or nickname as well names whoever is called so."""
    people = {1: "Kari Nordmann", 2: "Ola", 3: "Michael Berg", 4: "Per Lie", 5: "Anna Lie"}
    names = Names(people, {1: "Kaz", 3: "Big Mike", 4: "Ola", 5: "Mia", 2: "Mia"})
    assert [one.contact_id for one in mentions_in(Line.of(text), names)] == ids


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    """Nothing that is typed makes it fail, and spans lie within the line."""
    line = Line.of(text)
    for one in mentions_in(line, NAMES):
        assert 0 <= one.start < one.end <= len(line)
