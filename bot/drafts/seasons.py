"""Which weekday, month and season a text may speak of on a date."""

from datetime import date

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
SEASONS = ("winter", "winter", "spring", "spring", "spring", "summer", "summer", "summer", "autumn",
           "autumn", "autumn", "winter")  # fmt: skip
"""By month, from January, north of the tropics."""
WEEKEND = "weekend"
"""Wished on its eve and on its first day."""
ALL = frozenset((*WEEKDAYS, *MONTHS, *SEASONS, WEEKEND))
NORTHERN = ("Europe/", "Arctic/", "Atlantic/Reykjavik", "Atlantic/Faroe")
"""Zones in which it is winter in December, whatever the weather."""


def seasons_on(day: date, zone: str) -> frozenset[str]:
    """Return all that a text may speak of on a date; no month and season but where it is sure.

    Args:
        day: the local date at the contact's.
        zone: their IANA zone.
    """
    weekday = WEEKDAYS[day.weekday()]
    weekend = {WEEKEND} if weekday in {"friday", "saturday"} else set()
    if not zone.startswith(NORTHERN):
        return frozenset({weekday, *weekend})
    month = day.month - 1
    return frozenset({weekday, *weekend, MONTHS[month], SEASONS[month]})
