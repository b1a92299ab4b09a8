"""Quiet hours, places and "NAME: TEXT" as people type them."""

from collections.abc import Sequence
from datetime import time

import pytest
from pytz import all_timezones_set, country_timezones

from bot.languages import Language
from bot.understanding.facts.places import find_zones
from bot.understanding.time.quiet_hours import NO_QUIET, read_quiet_hours
from bot.understanding.words.listing import split_head


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("21:00-08:00", time(21), time(8)),
        ("21-8", time(21), time(8)),
        ("21 - 8", time(21), time(8)),
        ("9pm\u20138am", time(21), time(8)),
        ("9 pm to 8 am", time(21), time(8)),
        ("22.30 til 07", time(22, 30), time(7)),
        ("22 till 7", time(22), time(7)),
        ("from 22 to 7", time(22), time(7)),
        ("fra kl. 22 til kl. 7", time(22), time(7)),
        ("mellom 23 og 07.30", time(23), time(7, 30)),
        ("mellan 23 och 7", time(23), time(7)),
        ("från 22 till 7", time(22), time(7)),
        ("between 10pm and 7am", time(22), time(7)),
        ("22:00 - 07:00.", time(22), time(7)),
        ("13:00-15:00", time(13), time(15)),
        ("10:00-07:00", time(10), time(7)),
        ("0-7", time(0), time(7)),
        ("kl 22-7", time(22), time(7)),
    ],
)
def test_quiet_hours_are_read(text: str, start: time, end: time) -> None:
    """Any two clock times, in any of the languages, also across midnight."""
    assert read_quiet_hours(text) == (start, end)


@pytest.mark.parametrize("text", ["none", "None.", "ingen", "inga", "Ingen!", "no quiet hours"])
def test_none_is_a_value_of_its_own(text: str) -> None:
    """What says "none" means no quiet hours; it is not a refusal."""
    assert read_quiet_hours(text) == NO_QUIET


@pytest.mark.parametrize(
    "text",
    ["", ".", "21", "hello", "25-7", "22-22", "0-0", "10-7", "22:70-7", "21-8-9", "21:00", "9am-",
     "22 to", "quiet 22-7 please", "-"],
)  # fmt: skip
def test_what_are_no_quiet_hours_is_refused(text: str) -> None:
    """One time, impossible times, an empty window and "10-7" are asked back."""
    assert read_quiet_hours(text) is None


def _zones(text: str, language: Language = Language.EN) -> tuple[str, ...]:
    def of_country(code: str) -> Sequence[str]:
        return country_timezones.get(code, [])

    return find_zones(text, language, of_country, all_timezones_set)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("København", "Europe/Copenhagen"),
        ("Kopenhamn", "Europe/Copenhagen"),
        ("copenhagen", "Europe/Copenhagen"),
        ("Oslo", "Europe/Oslo"),
        ("OSLO.", "Europe/Oslo"),
        ("i Oslo", "Europe/Oslo"),
        ("Trondheim", "Europe/Oslo"),
        ("Tromso", "Europe/Oslo"),
        ("Göteborg", "Europe/Stockholm"),
        ("Goeteborg", "Europe/Stockholm"),
        ("Malmo", "Europe/Stockholm"),
        ("Uppsala", "Europe/Stockholm"),
        ("Manchester", "Europe/London"),
        ("Boston", "America/New_York"),
        ("San Francisco", "America/Los_Angeles"),
        ("New York", "America/New_York"),
        ("Norge", "Europe/Oslo"),
        ("Norway", "Europe/Oslo"),
        ("Sverige", "Europe/Stockholm"),
        ("Storbritannia", "Europe/London"),
        ("England", "Europe/London"),
        ("Helsingfors", "Europe/Helsinki"),
        ("UTC", "UTC"),
        ("Europe/Oslo", "Europe/Oslo"),
        ("europe/oslo", "Europe/Oslo"),
        ("america/new york", "America/New_York"),
        ("Kathmandu", "Asia/Kathmandu"),
        ("Katmandu", "Asia/Kathmandu"),
        ("New York City", "America/New_York"),
        ("Turkey", "Europe/Istanbul"),
        ("Mo i Rana", "Europe/Oslo"),
        ("Örnsköldsvik", "Europe/Stockholm"),
        ("Oslo, Norge", "Europe/Oslo"),
        ("Oslo, Norway", "Europe/Oslo"),
        ("Paris, France", "Europe/Paris"),
        ("Portland, USA", "America/Los_Angeles"),
        ("Skarnes, Norge", "Europe/Oslo"),
        ("Kapstaden", "Africa/Johannesburg"),
        ("Roma", "Europe/Rome"),
        ("Istanbul", "Europe/Istanbul"),
        ("Apia", "Pacific/Apia"),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_a_place_has_its_zone(text: str, zone: str, language: Language) -> None:
    """Cities, countries and zones are known in three languages, whatever the interface."""
    assert _zones(text, language) == (zone,)


@pytest.mark.parametrize("text", ["USA", "United States", "Russland", "Ryssland", "Australia"])
def test_a_wide_country_has_several_zones(text: str) -> None:
    """The user chooses among them."""
    assert len(_zones(text)) > 3


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
    assert _zones(text)[0] == first


@pytest.mark.parametrize("text", ["", " ", "Xyzzy", "18:30", "Oslo Bergen", "?"])
def test_an_unknown_place_has_none(text: str) -> None:
    """What nobody knows is asked back."""
    assert _zones(text) == ()


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
    assert _zones(text) == _zones("Germany")


def test_two_places_apart_are_none() -> None:
    """Of Oslo and New York neither is guessed."""
    assert _zones("Oslo, New York") == ()
