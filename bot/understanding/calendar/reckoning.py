"""From the meaning of a phrase to what it says. Knows the calendar and the direction, no words."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import TypeAlias

from bot.domain.clock.cadence import add_months
from bot.understanding.calendar import feasts, weekdays
from bot.understanding.calendar.amounts import LONGEST, Amount, away, elapsed
from bot.understanding.calendar.dates import TypedDate
from bot.understanding.calendar.moment_readings import MomentReading, Third
from bot.understanding.calendar.moment_types import (
    Around,
    Elapsed,
    NoSuchDay,
    Stretch,
    Two,
    Vague,
    Wrong,
)
from bot.understanding.calendar.parts_of_day import PartHours, PartOnDate, near_day
from bot.understanding.calendar.recurring import (
    DAY,
    WEEK,
    Recurring,
    Within,
    every_year,
    numbered_day,
)
from bot.understanding.calendar.weekdays import Values, manner_of

_Rule: TypeAlias = Callable[[list[str], Values, Around], MomentReading]

_DAY_SLOTS = frozenset({"dom", "nthdom", "laterdom", "figures"})
_LONGEST_MONTH = 31
_DAYS_REACH = timedelta(days=100)


def reckon(meaning: str, values: Values, around: Around) -> MomentReading:
    """Return what a phrase says, before an hour is added; None if it is nothing.

    Args:
        meaning: a key of the word lists such as ``weekday past``.
        values: the slots of the phrase.
        around: the local time now and the direction.
    """
    name, *details = meaning.split()
    return _RULES[name](details, values, around)


def _shift(details: list[str], _: Values, around: Around) -> MomentReading:
    return around.today + timedelta(days=int(details[0]))


def _pair(details: list[str], _: Values, around: Around) -> MomentReading:
    """Read "yesterday or the day before"."""
    first, second = (around.today + timedelta(days=int(each)) for each in details)
    return Two(first, second) if (first < around.today) is around.back else Wrong()


def _later(_: list[str], __: Values, around: Around) -> MomentReading:
    return Wrong() if around.back else around.today


def _earlier(_: list[str], __: Values, around: Around) -> MomentReading:
    return around.today if around.back else Wrong()


def _ago(_: list[str], values: Values, around: Around) -> MomentReading:
    return _stride(values["amount"], around, -1)


def _ahead(details: list[str], values: Values, around: Around) -> MomentReading:
    return _stride(((int(details[0]), details[1]),) if details else values["amount"], around, 1)


def _amount(_: list[str], values: Values, around: Around) -> MomentReading:
    return _stride(values["amount"], around, -1 if around.back else 1)


def _lasting(_: list[str], values: Values, around: Around) -> MomentReading:
    """Read "for two weeks": how long from now, and no moment at all in the past."""
    return None if around.back else _stride(values["amount"], around, 1)


def _stride(amount: Amount, around: Around, sign: int) -> MomentReading:
    exact = elapsed(amount)
    return Elapsed(sign * exact) if exact else away(amount, around.today, sign)


def _week(details: list[str], _: Values, around: Around) -> MomentReading:
    """Read a week from Monday to Sunday, or what of this one lies behind or ahead."""
    monday = _monday(around) + int(details[0]) * WEEK
    return _side(Stretch(monday, monday + WEEK - DAY), details, around)


def _side(whole: Stretch, details: list[str], around: Around) -> Stretch | Wrong:
    """Return a stretch, or what of it lies behind or ahead: "later this week"."""
    match details[1:]:
        case ["before"]:
            return Stretch(whole.first, around.today) if around.back else Wrong()
        case ["after"]:
            return Wrong() if around.back else Stretch(around.today, whole.last)
    return whole


def _start(details: list[str], _: Values, around: Around) -> MomentReading:
    return _monday(around) + int(details[0]) * WEEK


def _numbered_week(_: list[str], values: Values, __: Around) -> MomentReading:
    return Recurring(feasts.week(values["n"]))


def _month(details: list[str], values: Values, around: Around) -> MomentReading:
    """Read a month by its name, or so many months from this one."""
    if details and details[0].lstrip("-").isdecimal():
        first = add_months(around.today.replace(day=1), int(details[0]))
        return _side(feasts.whole_month(first), details, around)
    number = next(int(value) for name, value in values.items() if name.endswith("month"))
    return Recurring(feasts.month(number), manner_of(details))


def _year(details: list[str], values: Values, around: Around) -> MomentReading:
    year = values["year"] if "year" in values else around.today.year + int(details[0])
    if abs(year - around.today.year) * 365 > LONGEST.days:
        return None
    return _side(Stretch(date(year, 1, 1), date(year, 12, 31)), details, around)


def _season(details: list[str], values: Values, _: Around) -> MomentReading:
    """Read a season, or the days before or after it."""
    number = values["season"] if "season" in values else values["pastseason"]
    return _or_beside(feasts.season(number), details)


def _feast(details: list[str], values: Values, _: Around) -> MomentReading:
    """Read a feast, or the days around, before or after it."""
    within = feasts.feast(next(key for name, key in values.items() if name.endswith("feast")))
    return _or_beside(within, details)


def _or_beside(within: Within, details: list[str]) -> Recurring:
    """Return what comes again in a manner, or the days around, before or after it."""
    beside = _BESIDE.get(details[0]) if details else None
    if beside is None:
        return Recurring(within, manner_of(details))
    change = beside

    def of_year(year: int) -> Stretch | None:
        found = within(date(year, 1, 1), date(year, 12, 31))
        return change(found[0]) if found else None

    return Recurring(every_year(of_year))


_BESIDE: dict[str, Callable[[Stretch], Stretch]] = {
    "around": lambda span: Stretch(span.first - 2 * DAY, span.last + 2 * DAY, about=True),
    "before": lambda span: Stretch(span.first - WEEK, span.first - DAY, about=True),
    "after": lambda span: Stretch(span.last + DAY, span.last + WEEK, about=True),
}


def _date(_: list[str], values: Values, around: Around) -> MomentReading:
    typed = values.get("date") or TypedDate(values.get("year"), values["month"], values["dom"])
    if not typed.exists:
        return NoSuchDay()
    if typed.year is None:
        turned = _yearly(typed.turned()) if typed.either_way else None
        return Recurring(_yearly(typed), "dated", turned=turned)
    day = date(typed.year, typed.month, typed.day)
    return None if abs(day - around.today) > LONGEST else day


def _yearly(typed: TypedDate) -> Callable[[date, date], list[Stretch]]:
    return feasts.feast(f"{typed.month}-{typed.day}")


def _day_of_month(_: list[str], values: Values, __: Around) -> MomentReading:
    day = next(int(value) for name, value in values.items() if name in _DAY_SLOTS)
    return Recurring(numbered_day(day), reach=_DAYS_REACH) if day <= _LONGEST_MONTH else None


def _part(details: list[str], _: Values, around: Around) -> MomentReading:
    days, hours = details
    return PartOnDate(around.today + timedelta(days=int(days)), PartHours.of(hours))


def _past_part(details: list[str], _: Values, around: Around) -> MomentReading:
    return PartOnDate(around.today, PartHours.of(details[0])) if around.back else Wrong()


def _near_part(details: list[str], _: Values, around: Around) -> MomentReading:
    part = PartHours.of(details[0])
    return PartOnDate(near_day(part, around), part)


def _night(_: list[str], __: Values, around: Around) -> MomentReading:
    """Read "i natt": the small hours behind, or the late evening ahead."""
    if around.back:
        return PartOnDate(around.today, PartHours(time(0), time(2), time(6)))
    return PartOnDate(around.today, PartHours(time(22), time(23), time(23, 59)))


def _monday(around: Around) -> date:
    return around.today - timedelta(days=around.today.weekday())


_RULES: dict[str, _Rule] = {
    "shift": _shift,
    "pair": _pair,
    "later": _later,
    "earlier": _earlier,
    "ago": _ago,
    "ahead": _ahead,
    "amount": _amount,
    "lasting": _lasting,
    "weekday": weekdays.weekday,
    "weekdays": weekdays.weekdays_away,
    "before-last": weekdays.before_last,
    "beyond": weekdays.beyond,
    "nth": weekdays.nth,
    "weekend": weekdays.weekend,
    "week": _week,
    "start": _start,
    "numbered": _numbered_week,
    "month": _month,
    "year": _year,
    "season": _season,
    "feast": _feast,
    "date": _date,
    "dom": _day_of_month,
    "third": lambda details, _, __: Third(int(details[0])),
    "vague": lambda _, __, ___: Vague(),
    "sometime": lambda _, __, ___: Vague(),
    "part": _part,
    "past": _past_part,
    "near": _near_part,
    "night": _night,
}
