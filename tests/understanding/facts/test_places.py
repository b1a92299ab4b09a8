"""Places as people write them: what is meant, how it is spelled, and the table of cities."""

from datetime import UTC, datetime

import pytest
import pytz
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.texts import Texts
from bot.domain.clock.wall_time import distinct
from bot.domain.names import fold
from bot.languages import Language
from bot.languages.data import shared, shared_text
from bot.understanding.facts.gazetteer import all_areas, all_names, areas_of, cities_called
from bot.understanding.facts.places import NOWHERE, find_place, place_named, zones_named
from tests.every_row import every_row
from tests.phrase_tables import in_own_language, lists, phrases

NOW = datetime(2026, 1, 1, tzinfo=UTC)
NAMES = st.sampled_from([name for _, name in lists("places", "zone")])
MARKS = st.sampled_from([" ", ", ", "/", " (", " in ", ";", "|", "=", ":", "\t", "\n"])
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(st.one_of(NAMES, MARKS, st.text()), max_size=9).map("".join)
)


@every_row(phrases("places", "several"), Language)
def test_a_name_of_several_places_has_their_zones(text: str, language: Language) -> None:
    """Nothing is guessed where no place is ten times as large as the others."""
    assert len(distinct(zones_named(text, language), NOW)) > 1


@every_row(lists("places", "spelled"), Language)
def test_a_place_is_known_in_its_proper_spelling(
    text: str, spelled: str, language: Language
) -> None:
    """The answer names the place that was typed and no other town; a zone itself has no name."""
    assert place_named(text, language).name == spelled


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ola moved to Bergen last year", "Bergen"),
        ("li bor ikke i shanghai lenger, hun er i london nå", "london"),
        ("Li no longer lives in Shanghai", ""),
        ("Li bor inte i Shanghai längre", ""),
    ],
)
def test_a_place_in_a_sentence_is_one_where_somebody_is(text: str, place: str) -> None:
    """Where they are no more is none."""
    assert find_place(text, Language.EN) == place


@every_row(in_own_language("places", "inside"))
def test_a_place_has_its_word_before_it(language: Language, text: str, inside: str) -> None:
    """Norwegians are in Tromsø, but on Iceland and on Hamar."""
    assert Texts(language).inside(place_named(text, language).name) == inside


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("Springfield", {"America/Chicago", "America/New_York", "America/Los_Angeles"}),
        ("Georgia", {"Asia/Tbilisi", "America/New_York"}),
        ("Newcastle", {"Europe/London", "Australia/Sydney"}),
    ],
)
def test_all_who_share_a_name_may_be_meant(text: str, zones: set[str]) -> None:
    """Those that another is ten times as large as are left out."""
    assert set(zones_named(text, Language.EN)) == zones


@given(TEXTS, st.sampled_from(list(Language)))
def test_any_text_is_read(text: str, language: Language) -> None:
    """Whatever is typed, it is a place with zones that exist, or none."""
    place = place_named(text, language)
    assert set(place.zones) <= pytz.all_timezones_set
    assert place.zones or place == NOWHERE


def test_every_zone_of_the_table_is_known() -> None:
    """What is stored is an IANA zone that the clock knows."""
    assert {area.zone for area in all_areas()} <= set(pytz.common_timezones)


def test_every_city_of_the_table_is_found_by_its_name() -> None:
    """A name is looked up as names are folded elsewhere; the largest city comes first."""
    for key in all_names():
        cities = cities_called(key)
        assert {fold(city.name) for city in cities} == {key}
        sizes = [city.hundreds for city in cities]
        assert sizes == sorted(sizes, reverse=True)
        assert all(sizes)


def test_regions_and_the_table_know_the_same_codes() -> None:
    """Each region has a zone, and none in the table is without a name."""
    coded = {area.code for area in all_areas() if "." in area.code}
    assert coded == set(shared("regions.toml"))


def test_a_country_has_its_regions() -> None:
    """Its parts are told by their people, the most first."""
    assert {area.code for area in areas_of("GB")} == {"GB.ENG", "GB.SCT", "GB.WLS", "GB.NIR", "GB"}
    assert areas_of("NO")[0].zone == "Europe/Oslo"
    assert areas_of("Atlantis") == []


def test_the_table_names_its_source_and_its_licence() -> None:
    """GeoNames asks for no more than that, and no less."""
    head = shared_text("cities.txt")[:500]
    assert "geonames.org" in head
    assert "CC BY 4.0" in head
