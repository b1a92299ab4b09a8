"""Easter, from which the movable feasts are counted."""

from datetime import date

import pytest

from bot.domain.clock.easter import easter_sunday

KNOWN = ["2000-04-23", "2008-03-23", "2024-03-31", "2026-04-05", "2027-03-28", "2038-04-25"]


@pytest.mark.parametrize("day", KNOWN)
def test_easter_falls_where_the_almanac_has_it(day: str) -> None:
    """The earliest and the latest of our time among them."""
    easter = date.fromisoformat(day)
    assert easter_sunday(easter.year) == easter


def test_easter_is_a_sunday_in_spring() -> None:
    """It lies between 22 March and 25 April, whatever the year."""
    for year in range(1900, 2200):
        easter = easter_sunday(year)
        assert easter.weekday() == 6
        assert date(year, 3, 22) <= easter <= date(year, 4, 25)
