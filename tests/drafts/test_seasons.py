"""What a text may speak of on a date."""

from datetime import date

from bot.drafts.seasons import seasons_on


def test_a_weekday_its_month_and_its_season() -> None:
    """A Friday in December is winter, and the eve of a weekend."""
    found = seasons_on(date(2026, 12, 4), "Europe/Oslo")
    assert found == {"friday", "weekend", "december", "winter"}


def test_sunday_is_no_eve() -> None:
    """Nobody wishes a good weekend when it is over."""
    assert "weekend" not in seasons_on(date(2026, 12, 6), "Europe/Oslo")


def test_where_it_is_summer_in_december_no_season_is_said() -> None:
    """A month means another season elsewhere; a weekday is the same everywhere."""
    assert seasons_on(date(2026, 12, 1), "Australia/Sydney") == {"tuesday"}
