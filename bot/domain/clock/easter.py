"""Easter, from which the movable feasts are counted."""

from datetime import date


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of the western churches, by the anonymous Gregorian rule."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    skipped, leap_centuries = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - shift + 15) % 30
    leaps, after_leap = divmod(of_century, 4)
    weekday = (32 + 2 * leap_centuries + 2 * leaps - epact - after_leap) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
