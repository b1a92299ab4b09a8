"""The windows of a person: presets, own hours, days off, holidays, zones; and the best moment."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.availability.contact_hours import zone_of
from bot.domain.availability.good_moments import is_good_for, next_good_for, suitability
from bot.domain.availability.usual_hours import is_good
from bot.domain.clock.holidays import holidays_in, is_holiday
from bot.domain.clock.hours import NEVER, Hours
from bot.domain.clock.wall_time import only_zone, to_instant, to_wall
from bot.domain.records.book import Book
from bot.domain.records.contact import Address, Contact
from bot.domain.records.contact_times import (
    WEEK,
    AnyTime,
    HoursTold,
    OwnDay,
    Preset,
    PresetTold,
    Tie,
    TieTold,
    Times,
    TimesTold,
    day_off,
    hearing,
)
from tests.domain.people import book_of, person, settled

OSLO, LONDON, NEW_YORK, TOKYO = "Europe/Oslo", "Europe/London", "America/New_York", "Asia/Tokyo"
WEEKDAYS = (0, 1, 2, 3, 4)
QUARTER = timedelta(minutes=15)


def known(*said: TimesTold, zone: str = OSLO, home: str | None = None) -> tuple[Book, Contact]:
    """Return a Book of somebody in a zone, and Kari of whom something was told."""
    kari = replace(person(), times=hearing(Times(zone=home), said))
    return book_of(kari, zone=zone), kari


def good_walls(book: Book, kari: Contact, day: str, zone: str = OSLO) -> list[str]:
    """Return the good stretches of a date, as a clock in a zone shows them."""
    begin = to_instant(datetime.fromisoformat(day), zone)
    steps = [begin + timedelta(minutes=5) * n for n in range(24 * 12)]
    good = [is_good_for(book, kari, at) for at in steps]
    edges = []
    for before, here, at in zip([False, *good], [*good, False], [*steps, steps[-1]], strict=True):
        if before != here:
            edges.append(f"{to_wall(at, zone):%H:%M}")
    return [f"{a}-{b}" for a, b in zip(edges[::2], edges[1::2], strict=True)]


@pytest.mark.parametrize(
    ("said", "day", "expected"),
    [
        ((), "2026-03-02", ["11:30-12:00", "17:30-18:30", "20:15-20:50"]),
        ((PresetTold(Preset.AT_WORK),), "2026-03-02", ["17:30-18:30", "20:15-20:50"]),
        (
            (PresetTold(Preset.FAMILY_RUSH),),
            "2026-03-02",
            ["11:30-12:00", "18:00-18:30", "20:15-20:50"],
        ),
        (
            (PresetTold(Preset.AFTER_DINNER), PresetTold(Preset.AT_WORK)),
            "2026-03-02",
            ["18:00-18:30", "20:15-20:50"],
        ),
        ((PresetTold(Preset.BEDTIME),), "2026-03-07", ["11:30-13:00", "17:30-19:00"]),
        (
            (PresetTold(Preset.NIGHT),),
            "2026-03-02",
            ["11:30-12:00", "17:30-18:30", "20:15-20:50"],
        ),
        (
            (HoursTold(WEEKDAYS, only=Hours(time(18), time(21))),),
            "2026-03-02",
            ["18:00-19:00", "20:15-20:50"],
        ),
        (
            (HoursTold(WEEKDAYS, only=Hours(time(18), time(21))),),
            "2026-03-07",
            ["11:30-13:00", "17:30-19:00"],
        ),
        ((HoursTold(not_before=time(18)),), "2026-03-02", ["18:00-18:30", "20:15-20:50"]),
        (
            (HoursTold(not_before=time(12)), HoursTold(not_after=time(18))),
            "2026-03-07",
            ["12:00-13:00", "17:30-18:00"],
        ),
        (
            (HoursTold(busy=Hours(time(12), time(18))),),
            "2026-03-07",
            ["11:30-12:00", "18:00-19:00"],
        ),
        (
            (HoursTold(busy=Hours(time(20, 30), time(11, 45))),),
            "2026-03-02",
            ["11:45-12:00", "17:30-18:30", "20:15-20:30"],
        ),
        ((day_off(5),), "2026-03-07", []),
        ((day_off(5),), "2026-03-02", ["11:30-12:00", "17:30-18:30", "20:15-20:50"]),
        (
            (HoursTold((0,), only=Hours(time(8), time(21))),),
            "2026-03-02",
            ["08:00-09:30", "11:30-13:00", "17:30-19:00", "20:15-20:50"],
        ),
        ((TieTold(Tie.WORK),), "2026-03-07", []),
        ((TieTold(Tie.WORK),), "2026-03-02", ["11:30-12:00", "17:30-18:30", "20:15-20:50"]),
        (
            (TieTold(Tie.WORK), HoursTold((5,), only=Hours(time(11), time(12)))),
            "2026-03-07",
            ["11:30-12:00"],
        ),
        ((TieTold(Tie.FAMILY),), "2026-05-14", ["11:30-13:00", "17:30-19:00"]),
        ((PresetTold(Preset.AT_WORK),), "2026-05-14", ["11:30-13:00", "17:30-19:00"]),
        ((TieTold(Tie.WORK),), "2026-05-14", []),
        ((), "2026-05-14", ["11:30-12:00", "17:30-18:30", "20:15-20:50"]),
    ],
)
def test_what_was_told_makes_the_good_hours(
    said: tuple[TimesTold, ...], day: str, expected: list[str]
) -> None:
    """Promise: the user's slots where they meet the person's windows; Ascension Day is 14 May."""
    assert good_walls(*known(*said), day) == expected


@pytest.mark.parametrize(
    ("home", "day", "expected"),
    [
        (NEW_YORK, "2026-03-02", ["17:30-19:00"]),
        (NEW_YORK, "2026-03-10", ["17:30-18:00"]),
        (NEW_YORK, "2026-03-07", ["17:30-19:00", "20:15-20:50"]),
        (LONDON, "2026-03-02", ["12:30-13:00", "18:30-19:00"]),
        (TOKYO, "2026-03-02", ["12:15-13:00"]),
        (TOKYO, "2026-03-07", ["08:00-09:30", "11:30-12:00"]),
        ("Pacific/Auckland", "2026-03-02", ["08:15-09:00"]),
    ],
)
def test_windows_are_those_of_the_persons_own_zone(
    home: str, day: str, expected: list[str]
) -> None:
    """Promise: lunch in New York is the evening in Oslo; for two weeks in March an hour less so."""
    assert good_walls(*known(home=home), day) == expected


def test_across_the_date_line_the_day_of_the_week_is_theirs() -> None:
    """Promise: on a Sunday evening in Honolulu it is Monday in Kiritimati, and work is on."""
    book, kari = known(TieTold(Tie.WORK), zone="Pacific/Honolulu", home="Pacific/Kiritimati")
    saturday = good_walls(book, kari, "2026-02-28", "Pacific/Honolulu")
    sunday = good_walls(book, kari, "2026-03-01", "Pacific/Honolulu")
    friday = good_walls(book, kari, "2026-02-27", "Pacific/Honolulu")
    assert (friday, saturday) == ([], [])
    assert sunday == ["11:30-13:00", "17:30-18:30", "20:15-20:50"]


@pytest.mark.parametrize(
    ("country", "day", "quiet"),
    [
        ("NO", "2026-05-17", True),
        ("NO", "2026-04-02", True),
        ("NO", "2026-06-06", False),
        ("SE", "2026-06-06", True),
        ("SE", "2026-05-17", False),
        ("SE", "2026-06-19", True),
        ("GB", "2026-05-04", True),
        ("GB", "2026-08-31", False),
        ("GB", "2026-12-28", True),
        ("XX", "2026-12-25", False),
        (None, "2026-12-25", False),
    ],
)
def test_public_holidays_by_country(country: str | None, day: str, quiet: bool) -> None:  # noqa: FBT001 - a table
    """Promise: each country's own, Midsummer Eve and substitute days too, and no part's."""
    assert is_holiday(datetime.fromisoformat(day).date(), country) is quiet


def test_holidays_are_worked_out_once() -> None:
    """Promise: cached per country and year."""
    assert holidays_in("SE", 2026) is holidays_in("SE", 2026)


def test_the_holidays_are_those_of_the_country_of_the_phone() -> None:
    """Promise: the American number of somebody in no known zone has American holidays."""
    address = Address(phone="+12125551234", country="US")
    kari = replace(person(), address=address, times=Times(tie=Tie.WORK))
    book = book_of(kari, zone=OSLO)
    assert good_walls(book, kari, "2026-05-14") != []
    assert good_walls(book, kari, "2026-11-26") == []


@pytest.mark.parametrize(
    ("told", "country", "expected"),
    [
        (None, None, OSLO),
        (None, "GB", LONDON),
        (None, "DE", "Europe/Berlin"),
        (None, "US", OSLO),
        (TOKYO, "GB", TOKYO),
    ],
)
def test_the_zone_is_told_or_follows_from_the_phone(
    told: str | None, country: str | None, expected: str
) -> None:
    """Promise: what was told, else the country's one clock, else the user's own."""
    address = Address(phone="+1", country=country)
    kari = replace(person(), address=address, times=Times(zone=told))
    assert zone_of(kari, OSLO) == expected


def test_a_country_whose_clocks_differ_has_no_only_zone() -> None:
    """Promise: Germany's two zones show one time; those of America do not."""
    assert only_zone("DE") == "Europe/Berlin"
    assert only_zone("US") is None
    assert only_zone("XX") is None


def test_somebody_in_the_same_place_of_whom_nothing_is_known_is_anybody() -> None:
    """Promise: a number of the user's own country changes nothing."""
    kari = replace(person(), address=Address(phone="+4790012345", country="NO"))
    book = book_of(kari, zone=OSLO)
    at = datetime(2026, 3, 2, tzinfo=UTC)
    for _ in range(7 * 24 * 4):
        assert is_good_for(book, kari, at) == is_good(at, OSLO, book.profile.quiet)
        at += QUARTER


def test_quiet_hours_are_kept_whatever_suits_the_other() -> None:
    """Promise: the windows of Tokyo meet the user's quiet morning in nothing."""
    book, kari = known(home=TOKYO)
    book = settled(book, quiet=Hours(time(19, 30), time(10)))
    assert good_walls(book, kari, "2026-03-07") == ["11:30-12:00"]


NEVER_FITS = [
    (day_off(*WEEK),),
    (HoursTold(only=Hours(time(3), time(4))),),
    (HoursTold(not_before=time(21)),),
]


@pytest.mark.parametrize("said", NEVER_FITS)
def test_where_no_window_fits_the_users_good_hours_are_good(said: tuple[TimesTold, ...]) -> None:
    """Promise: silence for ever is no answer: the draft comes at a good hour of the user's own."""
    book, kari = known(*said)
    noon = datetime(2026, 3, 2, 8, tzinfo=UTC)
    at = next_good_for(book, kari, noon)
    assert at == datetime(2026, 3, 2, 10, 30, tzinfo=UTC)
    assert is_good_for(book, kari, at)


def test_where_no_window_fits_for_a_holiday_the_next_is_waited_for_once_it_is_near() -> None:
    """Promise: the usual hours hold on Good Friday, until the Friday after it is a week away."""
    fridays = HoursTold((4,), only=Hours(time(11), time(13)))
    book, kari = known(TieTold(Tie.WORK), day_off(0, 1, 2, 3), fridays)
    good_friday = datetime(2026, 4, 3, 9, 30, tzinfo=UTC)
    assert is_good_for(book, kari, good_friday)
    assert not is_good_for(book, kari, good_friday + timedelta(hours=7))
    after = next_good_for(book, kari, good_friday + timedelta(minutes=1))
    assert after == good_friday + timedelta(days=7)


@pytest.mark.parametrize(
    ("said", "home", "now", "fine", "better"),
    [
        ((), None, "2026-03-02T12:00", True, None),
        ((), None, "2026-03-02T15:00", True, None),
        ((), None, "2026-03-02T23:30", False, "2026-03-03T11:00"),
        ((PresetTold(Preset.AT_WORK),), None, "2026-03-02T12:00", False, "2026-03-02T17:30"),
        ((PresetTold(Preset.BEDTIME),), None, "2026-03-02T18:40", True, None),
        ((PresetTold(Preset.BEDTIME),), None, "2026-03-02T19:10", False, "2026-03-02T20:15"),
        ((HoursTold(not_before=time(10)),), None, "2026-03-02T09:00", False, "2026-03-02T11:00"),
        ((TieTold(Tie.WORK),), None, "2026-03-07T12:00", False, "2026-03-09T11:00"),
        ((), NEW_YORK, "2026-03-02T09:00", False, "2026-03-02T17:30"),
        ((), NEW_YORK, "2026-03-02T15:00", True, None),
        ((), "Pacific/Honolulu", "2026-03-02T17:30", False, "2026-03-02T22:30"),
        (
            (HoursTold(only=Hours(time(22), time(2))),),
            None,
            "2026-03-02T23:30",
            True,
            None,
        ),
        (
            (HoursTold(only=Hours(time(22), time(2))),),
            None,
            "2026-03-02T12:00",
            False,
            "2026-03-02T22:00",
        ),
        ((day_off(*WEEK),), None, "2026-03-02T12:00", False, None),
    ],
)
def test_the_best_moment_is_now_or_one_later_time(
    said: tuple[TimesTold, ...],
    home: str | None,
    now: str,
    fine: bool,  # noqa: FBT001 - a table
    better: str | None,
) -> None:
    """Promise: never more than now and one later time, awake on both sides where that can be."""
    book, kari = known(*said, home=home)
    moment = suitability(book, kari, to_instant(datetime.fromisoformat(now), OSLO))
    assert moment.is_fine is fine
    shown = moment.better_at and f"{to_wall(moment.better_at, OSLO):%Y-%m-%dT%H:%M}"
    assert shown == better


def test_what_is_told_later_holds() -> None:
    """Promise: named hours begin a day anew, a bound is put to what there was, any time clears."""
    evenings = HoursTold(WEEKDAYS, only=Hours(time(18), time(21)))
    late = HoursTold(not_before=time(10))
    times = hearing(Times(), (day_off(5), evenings, late, HoursTold((0,), not_after=time(20))))
    assert times.on(0) == OwnDay(0, evenings.only, time(10), time(20))
    assert times.on(5) == OwnDay(5, NEVER, time(10))
    assert times.on(6) == OwnDay(6, None, time(10))
    lifted = hearing(times, (HoursTold((5,), not_before=time(11)),))
    assert lifted.on(5) == OwnDay(5, None, time(11))
    assert hearing(times, (HoursTold((0,), only=Hours(time(9), time(10))),)).on(0) == OwnDay(
        0, Hours(time(9), time(10))
    )
    told = (PresetTold(Preset.NIGHT), PresetTold(Preset.AT_WORK), TieTold(Tie.FAMILY))
    times = hearing(times, told)
    assert times.presets == (Preset.AT_WORK, Preset.NIGHT)
    times = hearing(times, (PresetTold(Preset.NIGHT, on=False), TieTold(Tie.WORK, on=False)))
    assert (times.presets, times.tie) == ((Preset.AT_WORK,), Tie.FAMILY)
    assert hearing(times, (AnyTime(), TieTold(Tie.FAMILY, on=False))) == Times()
