"""From the meaning of a phrase to a date. Knows the calendar and the direction, no words."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, time, timedelta
from typing import Any, TypeAlias

from bot.domain.clock.cadence import MONTHS_A_YEAR, Cadence, Unit, add_months
from bot.understanding.time.dates import TypedDate, is_date
from bot.understanding.time.moment_types import Around, Elapsed, Two, Wrong
from bot.understanding.time.parts_of_day import PartHours, PartOnDate, near_day

Reckoned: TypeAlias = date | PartOnDate | Elapsed | Two | Wrong | None
Values: TypeAlias = Mapping[str, Any]
_Rule: TypeAlias = Callable[[list[str], Values, Around], Reckoned]

_WEEK = timedelta(weeks=1)
_SATURDAY, _SUNDAY = 5, 6
_MID_MONTH = 15
_LEAP_CYCLE = 8
"""Years without a 29 February: at most this many around a century."""
_LONGEST = timedelta(days=3660)


def reckon(meaning: str, values: Values, around: Around) -> Reckoned:
    """Return what a phrase means here and now, before an hour is added; None if it is nothing.

    Args:
        meaning: a key of the word lists such as ``weekday past``.
        values: the slots of the phrase.
        around: the local time now and the direction.
    """
    name, *details = meaning.split()
    return _RULES[name](details, values, around)


def _shift(details: list[str], _: Values, around: Around) -> Reckoned:
    return around.today + timedelta(days=int(details[0]))


def _later(_: list[str], __: Values, around: Around) -> Reckoned:
    return Wrong() if around.back else around.today


def _earlier(_: list[str], __: Values, around: Around) -> Reckoned:
    return around.today if around.back else Wrong()


def _ago(_: list[str], values: Values, around: Around) -> Reckoned:
    return _stride(values["amount"], around, -1)


def _ahead(details: list[str], values: Values, around: Around) -> Reckoned:
    amount = (int(details[0]), details[1]) if details else values["amount"]
    return _stride(amount, around, 1)


def _amount(_: list[str], values: Values, around: Around) -> Reckoned:
    return _stride(values["amount"], around, -1 if around.back else 1)


def _lasting(_: list[str], values: Values, around: Around) -> Reckoned:
    """Read "for two weeks": how long from now, and no moment at all in the past."""
    return None if around.back else _stride(values["amount"], around, 1)


def _stride(amount: tuple[int, str], around: Around, sign: int) -> Reckoned:
    count, unit = amount
    if unit in {"minute", "hour"}:
        delta = timedelta(**{f"{unit}s": count})
        return Elapsed(sign * delta) if delta <= _LONGEST else None
    try:
        cadence = Cadence(count, Unit(unit))
    except ValueError:  # more than ten years
        return None
    return cadence.occurrence(around.today, sign)


def _weekday_value(values: Values) -> int:
    return next(int(value) for name, value in values.items() if name.endswith("weekday"))


def _weekday(details: list[str], values: Values, around: Around) -> Reckoned:
    wanted = _weekday_value(values)
    match details:
        case ["week", weeks]:
            return _monday(around) + timedelta(days=wanted, weeks=int(weeks))
        case ["past"]:
            return _before(wanted, around.today)
        case ["coming"]:
            return _after(wanted, around.today)
        case ["next"]:
            return _two(_after(wanted, around.today), around)
    return _before(wanted, around.today) if around.back else _after(wanted, around.today)


def _weekend(details: list[str], _: Values, around: Around) -> Reckoned:
    """Read the weekend: the nearest of its days, today left out, in the direction."""
    coming = min(_after(_SATURDAY, around.today), _after(_SUNDAY, around.today))
    past = max(_before(_SATURDAY, around.today), _before(_SUNDAY, around.today))
    match details:
        case ["past"]:
            return past
        case ["coming"]:
            return coming
        case ["next"]:
            return _two(_after(_SATURDAY, around.today), around)
    return past if around.back else coming


def _week(details: list[str], _: Values, around: Around) -> Reckoned:
    """Read a week: the next begins on Monday, the last is seven days back, this one lies behind."""
    weeks = int(details[0])
    if weeks > 0:
        return _monday(around) + weeks * _WEEK
    if weeks < 0:
        return around.today + weeks * _WEEK
    return max(_monday(around), around.today - _WEEK / 2) if around.back else None


def _numbered_week(_: list[str], values: Values, around: Around) -> Reckoned:
    """Read the Monday of a week of the year, nearest in the direction."""
    step = -1 if around.back else 1
    for year in (around.today.year, around.today.year + step):
        monday = _week_of_year(year, values["n"])
        if monday and (monday - around.today).days * step >= 0:
            return monday
    return None


def _week_of_year(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:  # no such week that year
        return None


def _month_shift(details: list[str], _: Values, around: Around) -> Reckoned:
    return _page(int(details[0]), around.today.replace(day=1), around)


def _year_shift(details: list[str], _: Values, around: Around) -> Reckoned:
    first = around.today.replace(month=1, day=1)
    return _page(int(details[0]) * MONTHS_A_YEAR, first, around)


def _page(months: int, first: date, around: Around) -> date:
    return add_months(first if months > 0 else around.today, months)


def _named_month(_: list[str], values: Values, around: Around) -> Reckoned:
    """Read a month: its first day ahead, about its middle behind."""
    month = next(int(value) for name, value in values.items() if name.endswith("month"))
    if not around.back:
        return _nearest(TypedDate(None, month, 1), around)
    middle = date(around.today.year, month, _MID_MONTH)
    if (middle.year, middle.month) == (around.today.year, around.today.month):
        return min(middle, around.today)
    return middle if middle < around.today else middle.replace(year=middle.year - 1)


def _date(_: list[str], values: Values, around: Around) -> Reckoned:
    typed = values.get("date") or TypedDate(values.get("year"), values["month"], values["dom"])
    if typed.year is None:
        day = _nearest(typed, around)
    else:
        day = date(typed.year, typed.month, typed.day) if _exists(typed) else None
    if day is None or abs(day - around.today) > _LONGEST:
        return None
    agrees = "anyweekday" not in values or values["anyweekday"] == day.weekday()
    return day if agrees else None


def _exists(typed: TypedDate) -> bool:
    return is_date(typed.year or 0, typed.month, typed.day)


def _nearest(typed: TypedDate, around: Around) -> date | None:
    """Return the nearest such day in the direction, today included."""
    step = -1 if around.back else 1
    for years in range(_LEAP_CYCLE + 1):
        year = around.today.year + step * years
        if is_date(year, typed.month, typed.day):
            day = date(year, typed.month, typed.day)
            if (day - around.today).days * step >= 0:
                return day
    return None


def _day_of_month(_: list[str], values: Values, around: Around) -> Reckoned:
    return next(_months_with(values["nthdom"], around), None)


def _months_with(day: int, around: Around) -> Iterator[date]:
    step = -1 if around.back else 1
    first = around.today.replace(day=1)
    for months in range(MONTHS_A_YEAR):
        month = add_months(first, step * months)
        if is_date(month.year, month.month, day):
            found = month.replace(day=day)
            if (found - around.today).days * step >= 0:
                yield found


def _part(details: list[str], _: Values, around: Around) -> Reckoned:
    days, hours = details
    return PartOnDate(around.today + timedelta(days=int(days)), PartHours.of(hours))


def _past_part(details: list[str], _: Values, around: Around) -> Reckoned:
    return PartOnDate(around.today, PartHours.of(details[0])) if around.back else Wrong()


def _near_part(details: list[str], _: Values, around: Around) -> Reckoned:
    part = PartHours.of(details[0])
    return PartOnDate(near_day(part, around), part)


def _night(_: list[str], __: Values, around: Around) -> Reckoned:
    """Read "i natt": the small hours behind, or the late evening ahead."""
    if around.back:
        return PartOnDate(around.today, PartHours(time(0), time(2), time(6)))
    return PartOnDate(around.today, PartHours(time(22), time(23), time(23, 59)))


def _monday(around: Around) -> date:
    return around.today - timedelta(days=around.today.weekday())


def _after(weekday: int, day: date) -> date:
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def _before(weekday: int, day: date) -> date:
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def _two(first: date, around: Around) -> Two | Wrong:
    return Wrong() if around.back else Two(first, first + _WEEK)


_RULES: dict[str, _Rule] = {
    "shift": _shift,
    "later": _later,
    "earlier": _earlier,
    "ago": _ago,
    "ahead": _ahead,
    "amount": _amount,
    "lasting": _lasting,
    "weekday": _weekday,
    "weekend": _weekend,
    "week": _week,
    "numbered": _numbered_week,
    "month": lambda details, values, around: (
        _month_shift(details, values, around) if details else _named_month(details, values, around)
    ),
    "year": _year_shift,
    "date": _date,
    "dom": _day_of_month,
    "part": _part,
    "past": _past_part,
    "near": _near_part,
    "night": _night,
}
