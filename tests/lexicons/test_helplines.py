"""The numbers that help: complete, from a reviewed file, and there for every zone."""

import re

import pytest

from bot.domain.clock.wall_time import country_of
from bot.languages.data import shared, shared_file
from bot.lexicons.helplines import helplines_in

NAMED = ("NO", "SE", "GB", "IE", "US", "CA")
EMERGENCY = {"NO": "113", "SE": "112", "IE": "112", "GB": "999", "US": "911", "CA": "911"}


@pytest.mark.parametrize("country", NAMED)
def test_a_country_that_is_named_has_two_ways(country: str) -> None:
    """Lines are busy: there is a second way, and the emergency number."""
    known = helplines_in(country)
    assert known.emergency == EMERGENCY[country]
    assert len(known.lines) == 2


@pytest.mark.parametrize("country", ["DE", "DK", "FI", "NL"])
def test_elsewhere_in_europe_112_helps(country: str) -> None:
    """The emergency number is the same; who listens is found on a page."""
    known = helplines_in(country)
    assert known.emergency == "112"
    assert [line.web for line in known.lines] == ["findahelpline.com"]


@pytest.mark.parametrize("country", ["JP", "AU", None])
def test_anywhere_else_no_number_is_made_up(country: str | None) -> None:
    """Where the number is not known, none is named."""
    assert helplines_in(country).emergency == ""
    assert helplines_in(country).lines


def test_every_entry_has_its_source_and_the_file_its_date() -> None:
    """Somebody reviews the numbers: when, and from where, is written beside them."""
    data = shared("helplines.toml")
    entries = [data["elsewhere"], data["elsewhere_with_112"], *data["in"].values()]
    assert all("https://" in entry["source"] for entry in entries)
    text = shared_file("helplines.toml").read_text(encoding="utf-8")
    assert re.search(r"Reviewed: \d{4}-\d\d-\d\d", text)


@pytest.mark.parametrize("zone", ["Europe/Oslo", "America/New_York", "UTC", "Asia/Tokyo"])
def test_every_zone_leads_to_somebody(zone: str) -> None:
    """Also a zone of no country."""
    assert helplines_in(country_of(zone)).lines
