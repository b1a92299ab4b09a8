"""Instants, zones, hours and paces to try a rule on, the awkward ones more often than by chance."""

from datetime import UTC, datetime, time, timedelta

from hypothesis import strategies as st

from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.clock.hours import Hours
from bot.domain.records.contact_times import (
    HoursTold,
    Preset,
    PresetTold,
    Tie,
    TieTold,
    Times,
    TimesTold,
    hearing,
)

ZONES = (
    "Europe/Oslo",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Pacific/Apia",
)
CHANGES = (
    datetime(2026, 3, 29, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2026, 3, 8, 7, tzinfo=UTC),
    datetime(2026, 11, 1, 6, tzinfo=UTC),
    datetime(1985, 12, 31, 18, 30, tzinfo=UTC),
    datetime(2011, 4, 2, 14, tzinfo=UTC),
    datetime(2011, 12, 30, 10, tzinfo=UTC),
)
"""When clocks changed: summer time here and there, Nepal's quarter hour, Samoa's lost day."""

MINUTES = st.integers(-3 * 24 * 60, 3 * 24 * 60).map(lambda n: timedelta(minutes=n))
NEAR_A_CHANGE = st.builds(lambda at, by: at + by, st.sampled_from(CHANGES), MINUTES)
ANY_TIME = st.datetimes(datetime(1990, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis takes naive bounds
INSTANTS = (NEAR_A_CHANGE | ANY_TIME).map(lambda at: at.replace(microsecond=0))
WALLS = st.builds(lambda at, by: (at + by).replace(tzinfo=None, second=0), NEAR_A_CHANGE, MINUTES)

zones = st.sampled_from(ZONES)
quiet_hours = st.builds(
    Hours,
    st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30))),
    st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30))),
)
cadences = st.one_of(
    st.builds(Cadence, st.integers(1, 400), st.just(Unit.DAY)),
    st.builds(Cadence, st.integers(1, 60), st.just(Unit.WEEK)),
    st.builds(Cadence, st.integers(1, 24), st.just(Unit.MONTH)),
    st.builds(Cadence, st.integers(1, 3), st.just(Unit.YEAR)),
)

bounds = st.none() | quiet_hours.map(lambda hours: hours.start)
days = st.lists(st.integers(0, 6), max_size=3, unique=True).map(tuple)
homes = st.none() | st.sampled_from((*ZONES, "Pacific/Kiritimati", "Pacific/Honolulu"))
told: st.SearchStrategy[TimesTold] = st.one_of(
    st.builds(PresetTold, st.sampled_from(Preset)),
    st.builds(TieTold, st.sampled_from(Tie)),
    st.builds(HoursTold, days, st.none() | quiet_hours, bounds, bounds, st.none() | quiet_hours),
)
times_told = st.builds(
    lambda home, said: hearing(Times(zone=home), said), homes, st.lists(told, max_size=4)
)
"""Anything that was told of somebody's hours, and where they are."""
