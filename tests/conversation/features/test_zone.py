"""Where a contact is: typed, tapped, or told by the number."""

import pytest

from bot.domain.availability.contact_hours import zone_of
from tests.conversation.room import LANGUAGES, settled

OLA = "Ola every 3 weeks last: 5 weeks ago"


@pytest.mark.parametrize(
    ("code", "typed", "zone", "city"),
    [
        ("en", "/zone Ola Los Angeles", "America/Los_Angeles", "Los Angeles"),
        ("nb", "/zone Ola: København", "Europe/Copenhagen", "København"),
        ("sv", "/zone ola Köpenhamn", "Europe/Copenhagen", "Köpenhamn"),
        ("nb", "/zone Ola i Japan", "Asia/Tokyo", "Japan"),
        ("en", "/zone Ola paris, texas", "America/Chicago", "in Paris, Texas"),
        ("nb", "/zone Ola tromso", "Europe/Oslo", "i Tromsø"),
        ("nb", "/zone Ola Island", "Atlantic/Reykjavik", "på Island"),
        ("sv", "/zone Ola goteborg", "Europe/Stockholm", "i Göteborg"),
        ("en", "/zone Ola America/Denver", "America/Denver", "02:30 in Denver"),
    ],
)
def test_where_somebody_is_is_told(code: str, typed: str, zone: str, city: str) -> None:
    """Promise: a city or a country, in any of the languages; the time there is said back."""
    room = settled(code, OLA)
    said = room.say(typed)
    assert room.contact("Ola").times.zone == zone
    assert city in said
    assert "02:30" not in said or zone in {"Asia/Tokyo", "America/Denver"}
    assert room.say("/undo") == room.sentence("undo.zone", name="Ola")
    assert room.contact("Ola").times.zone is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_of_several_zones_one_is_chosen_by_its_time(code: str) -> None:
    """Promise: as in the settings, each with the time there; the same as mine ends it."""
    room = settled(code, OLA)
    assert room.say("/zone Ola USA") == room.sentence("home.several", name="Ola")
    label = next(each for each in room.last.labels if "New York" in each)
    assert label.startswith("04:30")
    room.press(label)
    assert room.contact("Ola").times.zone == "America/New_York"
    assert "04:30" in room.say("/person Ola")
    room.say("/zone Ola")
    room.tap("button.same-zone")
    assert room.contact("Ola").times.zone is None
    room.say("/zone Ola")
    room.say("London")
    assert room.contact("Ola").times.zone == "Europe/London"
    room.say("/zone Ola samma som jag")
    assert room.contact("Ola").times.zone is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_place_nobody_knows_is_asked_back(code: str) -> None:
    """Promise: the person is understood, and the next words may answer; a place asks about whom."""
    room = settled(code, OLA)
    said = room.say("/zone Ola Atlantis")
    assert said == room.sentence("home.unknown", name="Ola", place="Atlantis")
    room.say("Paris")
    assert room.contact("Ola").times.zone == "Europe/Paris"
    assert room.say("/zone London") == room.sentence("who.whom")
    room.press("Ola")
    assert room.contact("Ola").times.zone == "Europe/London"
    assert room.say("/zone") == room.sentence("who.whom")


@pytest.mark.parametrize("code", ["nb", "sv"])
def test_the_number_says_where_somebody_is_until_it_is_told(code: str) -> None:
    """Promise: a country with one clock; "same as mine" is kept against the number."""
    room = settled(code, "Ola +44 20 7183 8750")
    here = room.book.profile.zone
    assert zone_of(room.contact("Ola"), here) == "Europe/London"
    assert "09:30" in room.say("/person Ola")
    room.say("/zone Ola her")
    assert zone_of(room.contact("Ola"), here) == here
    room.say("/zone Ola London")
    room.say("/channel Ola +1 212 555 1234")
    assert zone_of(room.contact("Ola"), here) == "Europe/London"
    assert room.contact("Ola").address.country == "US"


def test_a_contact_goes_before_a_place_of_the_same_name() -> None:
    """Promise: Victoria is in Canada; of a place alone it is asked who is there."""
    room = settled("en", "Victoria every 3 weeks last: 5 weeks ago")
    said = room.say("/zone Victoria Canada, Quebec")
    assert room.contact("Victoria").times.zone == "America/Toronto"
    assert "Quebec" in said
    room = settled("en", OLA)
    assert room.say("/zone Victoria Canada") == room.sentence("who.whom")


def test_of_several_places_of_a_name_one_is_chosen_by_its_time() -> None:
    """Promise: no Springfield is guessed; the one that is tapped is told by its zone."""
    room = settled("en", OLA)
    assert room.say("/zone Ola Springfield") == room.sentence("home.several", name="Ola")
    assert len([label for label in room.last.labels if " \u00b7 " in label]) == 3
    room.press(next(label for label in room.last.labels if "Chicago" in label))
    assert room.contact("Ola").times.zone == "America/Chicago"
    room.say("/zone Ola")
    assert "in Springfield, Oregon" in room.say("Springfield, Oregon")
    assert room.contact("Ola").times.zone == "America/Los_Angeles"
