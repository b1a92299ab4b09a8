"""The public holidays of a country, and the one place that asks the holidays package.

Knows dates, not what anybody does on them.
"""

from datetime import date
from functools import lru_cache

KINDS = frozenset({"public", "de_facto"})
"""Also the eves on which nobody works though no law says so, such as the Swedish Midsummer Eve."""


@lru_cache(maxsize=1024)
def holidays_in(country: str, year: int) -> frozenset[date]:
    """Return the holidays of an ISO 3166 country in a year; none where they are not known."""
    import holidays  # noqa: PLC0415 - slow to import, needed only where holidays matter

    known = holidays.list_supported_countries()
    if country not in known:
        return frozenset()
    plain = holidays.country_holidays(country, years=year)
    kinds = KINDS.intersection(plain.supported_categories)
    return frozenset(holidays.country_holidays(country, years=year, categories=kinds or None))


def is_holiday(day: date, country: str | None) -> bool:
    """Tell whether a date is a public holiday of a country."""
    return country is not None and day in holidays_in(country, day.year)
