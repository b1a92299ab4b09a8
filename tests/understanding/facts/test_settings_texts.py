"""Quiet hours, places and "NAME: TEXT" as people type them."""

import pytest

from bot.domain.clock.hours import Hours
from bot.languages import Language
from bot.understanding.facts.places import zones_named
from bot.understanding.facts.quiet_hours import NO_QUIET, read_quiet_hours
from bot.understanding.words.listing import split_head
from tests.every_row import every_row
from tests.phrase_meanings import hours
from tests.phrase_tables import lists, phrases, unread


@every_row((typed, hours(said)) for typed, said in lists("settings", "quiet"))
def test_quiet_hours_are_read(text: str, quiet: Hours) -> None:
    """Any two clock times, in any of the languages, also across midnight."""
    assert read_quiet_hours(text) == (quiet.start, quiet.end)


@every_row(phrases("settings", "no_quiet"))
def test_none_is_a_value_of_its_own(text: str) -> None:
    """What says "none" means no quiet hours; it is not a refusal."""
    assert read_quiet_hours(text) == NO_QUIET


@every_row(unread("settings"))
def test_what_are_no_quiet_hours_is_refused(text: str) -> None:
    """One time, impossible times, an empty window and "10-7" are asked back."""
    assert read_quiet_hours(text) is None


@every_row(lists("places", "zone"), Language)
def test_a_place_has_its_zone(text: str, zone: str, language: Language) -> None:
    """Cities, countries and zones are known in three languages, whatever the interface."""
    assert zones_named(text, language) == (zone,)


@every_row(phrases("places", "wide"))
def test_a_wide_country_has_several_zones(text: str) -> None:
    """The user chooses among them."""
    assert len(zones_named(text, Language.EN)) > 3


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("USA", "America/New_York"),
        ("Brasil", "America/Sao_Paulo"),
        ("Canada", "America/Toronto"),
        ("Australien", "Australia/Sydney"),
    ],
)
def test_the_zones_of_large_cities_come_first(text: str, first: str) -> None:
    """Where most people live is offered before small places with the same time."""
    assert zones_named(text, Language.EN)[0] == first


@every_row(unread("places"))
def test_an_unknown_place_has_none(text: str) -> None:
    """What nobody knows is asked back."""
    assert zones_named(text, Language.EN) == ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Kari: she moved", ("Kari", "she moved")),
        ("Kari Nordmann : at 18:30", ("Kari Nordmann", "at 18:30")),
        ("Kari\uff1ashe moved", ("Kari", "she moved")),
        ("Kari:\nshe moved\nfar", ("Kari", "she moved\nfar")),
        ("Kari:", ("Kari", "")),
        ("Kari - she moved", None),
        ("Kari", None),
        (": she moved", None),
        ("", None),
    ],
)
def test_a_name_and_a_text_are_split_at_the_first_colon(
    text: str, parts: tuple[str, str] | None
) -> None:
    """Only a colon parts them; a dash may be in the name."""
    assert split_head(text) == parts


@pytest.mark.parametrize("text", ["Tyskland/Germany", "Tyskland (Germany)", "Germany, Tyskland"])
def test_two_names_of_one_place_are_that_place(text: str) -> None:
    """People write a country in both of their languages."""
    assert zones_named(text, Language.EN) == zones_named("Germany", Language.EN)


def test_two_places_apart_are_none() -> None:
    """Of Oslo and New York neither is guessed."""
    assert zones_named("Oslo, New York", Language.EN) == ()
