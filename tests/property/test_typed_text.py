"""Promises about typed text that hold whatever it is."""

import re
from datetime import date, datetime, time, timedelta
from unicodedata import normalize

from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.clock.cadence import Cadence, Unit, add_months
from bot.domain.names import NAME_LIMIT, clean, clean_name, clean_text, find, fold, split_known
from bot.languages import Language
from bot.understanding.cadences.cadences import find_cadence, read_cadence
from bot.understanding.facts.additions import read_addition
from bot.understanding.facts.quiet_hours import NO_QUIET, read_quiet_hours
from bot.understanding.moments.moments import (
    Day,
    Elapsed,
    Facing,
    Hour,
    Stretch,
    Two,
    find_moment,
    read_moment,
)
from bot.understanding.replies.nudge_replies import Verb, read_reply
from bot.understanding.words.listing import split_head
from bot.understanding.words.vocabulary import rows

WORDS = sorted(
    {
        word
        for section in ("done", "snooze", "tried", "days", "cadences", "units", "months", "parts")
        for _, phrase in rows(section)
        for word in phrase.split()
        if "{" not in word
    }
)
MARKS = [",", ".", "!", "?", "-", ":", "(", ")", "😀", "\n", "3", "14.", "18:30", "24/12", "@kari"]
SENTENCES = st.lists(st.sampled_from([*WORDS, *MARKS, "Kari", "and", "book"]), max_size=9).map(
    " ".join
)
TEXTS = st.one_of(st.text(max_size=80), SENTENCES)
NOWS = st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1))  # noqa: DTZ001 - local wall time
LANGUAGES = st.sampled_from(list(Language))
FACINGS = st.sampled_from(list(Facing))
UNITS = {
    Unit.DAY: ("days", "dager", "dagar"),
    Unit.WEEK: ("weeks", "uker", "veckor"),
    Unit.MONTH: ("months", "måneder", "månader"),
    Unit.YEAR: ("years", "år", "år"),
}
EVERY = ("every {}", "hver {}", "var {}")
PLAIN = {"ø": "o", "å": "a", "ä": "a", "ö": "o", "æ": "ae", "ü": "u", "é": "e", "ß": "ss"}
DOUBLED = PLAIN | {"ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue"}
DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 31, Unit.YEAR: 366}
TEN_YEARS = 3660
AGO = ("{} ago", "for {} siden", "för {} sedan")
AHEAD = ("in {}", "om {}", "om {}")


@given(TEXTS, NOWS, FACINGS, LANGUAGES)
def test_no_text_breaks_a_reader(
    text: str, now: datetime, facing: Facing, language: Language
) -> None:
    """No text of a stranger breaks anything: every reader returns for any text."""
    read_cadence(text)
    find_cadence(text)
    read_moment(text, now=now, facing=facing)
    find_moment(text, now=now, facing=facing)
    read_reply(text, interface=language, now=now)
    read_addition(text, now=now, country="NO")
    read_quiet_hours(text)
    split_head(text)


@given(TEXTS, NOWS, FACINGS)
def test_a_moment_lies_in_its_direction(text: str, now: datetime, facing: Facing) -> None:
    """Nothing that is read for the past lies ahead, and nothing ahead lies behind."""
    back = facing is Facing.PAST
    match read_moment(text, now=now, facing=facing):
        case Day(on):
            assert on <= now.date() if back else on >= now.date()
            assert abs((on - now.date()).days) <= 3660
        case Hour(at):
            assert at <= now if back else at > now
        case Elapsed(delta):
            assert delta < timedelta() if back else delta > timedelta()
        case Two(first, second):
            assert first != second
            beside = timedelta(days=60)
            for on in (first, second):
                assert on <= now.date() + beside if back else on >= now.date() - beside
        case Stretch(first, last):
            assert first <= last
            assert first <= now.date() if back else last >= now.date()


@given(TEXTS, NOWS, FACINGS)
def test_the_rest_after_a_moment_is_the_end_of_the_text(
    text: str, now: datetime, facing: Facing
) -> None:
    """What follows a moment is kept as it was typed."""
    found = find_moment(text, now=now, facing=facing)
    if found:
        assert normalize("NFC", text).strip().endswith(found.rest)


@given(st.integers(1, 500), st.sampled_from(list(Unit)), st.integers(0, 2))
def test_a_written_cadence_is_read_back(count: int, unit: Unit, language: int) -> None:
    """Any cadence of at most ten years is understood, whatever its number."""
    assume(count * DAYS[unit] <= TEN_YEARS)
    cadence = Cadence(count, unit)
    text = EVERY[language].format(f"{count} {UNITS[unit][language]}")
    assert read_cadence(text) == cadence
    found = find_cadence(f"Kari {text}")
    assert found is not None
    assert found.cadence == cadence


@given(NOWS, st.integers(1, 500), st.sampled_from(list(Unit)), st.integers(0, 2))
def test_a_written_duration_is_read_back(
    now: datetime, count: int, unit: Unit, language: int
) -> None:
    """So many units from now or ago are arithmetic on the local date (docs/semantics.md, 4)."""
    assume(count * DAYS[unit] <= TEN_YEARS)
    cadence = Cadence(count, unit)
    amount = f"{count} {UNITS[unit][language]}"
    ahead = read_moment(AHEAD[language].format(amount), now=now, facing=Facing.FUTURE)
    behind = read_moment(AGO[language].format(amount), now=now, facing=Facing.PAST)
    assert ahead == Day(cadence.occurrence(now.date(), 1))
    assert behind == Day(cadence.occurrence(now.date(), -1))


@given(NOWS, st.integers(-3000, 3000))
def test_a_written_date_is_read_back(now: datetime, days: int) -> None:
    """A date with its year is that day, in each of the ways to write it."""
    day = now.date() + timedelta(days=days)
    facing = Facing.PAST if days <= 0 else Facing.FUTURE
    for text in (
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"den {day.day}.{day.month}.{day.year}",
    ):
        assert read_moment(text, now=now, facing=facing) == Day(day)


@given(NOWS, st.integers(1, 12), st.integers(1, 28))
def test_a_date_without_a_year_is_the_nearest(now: datetime, month: int, day: int) -> None:
    """The same day and month within a year of now, in the direction, or one of two around now."""
    for facing, sign in ((Facing.FUTURE, 1), (Facing.PAST, -1)):
        moment = read_moment(f"{day}.{month}.", now=now, facing=facing)
        assert isinstance(moment, Day | Two)
        days = (moment.on,) if isinstance(moment, Day) else (moment.first, moment.second)
        assert all((on.day, on.month) == (day, month) for on in days)
        distances = [sign * (on - now.date()).days for on in days]
        assert 0 <= max(distances) <= 366
        assert min(distances) >= (0 if isinstance(moment, Day) else -60)


@given(NOWS, st.times())
def test_a_clock_time_is_the_next_or_the_last(now: datetime, at: time) -> None:
    """18:30 lies within a day of now, in the direction."""
    for facing in Facing:
        moment = read_moment(f"kl {at:%H:%M}", now=now, facing=facing)
        assert isinstance(moment, Hour)
        assert moment.at.time() == time(at.hour, at.minute)
        assert abs(moment.at - now) <= timedelta(days=1)


@given(NOWS, st.sampled_from(["tuesday", "tirsdag", "tisdag"]))
def test_next_weekday_offers_two_dates_a_week_apart(now: datetime, name: str) -> None:
    """Trap 5: both dates lie ahead, on that weekday, seven days apart."""
    lead = {"tuesday": "next", "tirsdag": "neste", "tisdag": "nästa"}[name]
    moment = read_moment(f"{lead} {name}", now=now, facing=Facing.FUTURE)
    if now.weekday() == 1:  # on a Tuesday the next one is in a week
        assert moment == Day(now.date() + timedelta(weeks=1))
        return
    assert isinstance(moment, Two)
    assert moment.first.weekday() == 1
    assert moment.second - moment.first == timedelta(weeks=1)
    assert timedelta(0) < moment.first - now.date() <= timedelta(weeks=1)


OPENINGS = [
    phrase.partition("{")[0]
    for section in ("done", "subjects", "leads", "refusals")
    for _, phrase in rows(section)
]


@given(TEXTS, LANGUAGES)
def test_no_other_sentence_is_done(text: str, interface: Language) -> None:
    """Done is said only by a listed form at the start, after nothing but emoji."""
    answer = read_reply(text, interface=interface, now=datetime(2026, 9, 16, 14, 5))  # noqa: DTZ001
    if answer and answer.verb is Verb.DONE:
        start = re.sub(r"^[^\w]+", "", " ".join(normalize("NFC", text).lower().split()))
        assert any(start.startswith(phrase) for phrase in OPENINGS)


@given(
    st.sampled_from([phrase for _, phrase in rows("done") if "{" not in phrase]),
    LANGUAGES,
    st.text("?! ", max_size=3),
)
def test_a_question_is_no_answer(phrase: str, interface: Language, end: str) -> None:
    """A listed form before a question mark logs nothing."""
    asked = f"{phrase}?{end}"
    assert read_reply(asked, interface=interface, now=datetime(2026, 9, 16)) is None  # noqa: DTZ001


@given(st.times(), st.times())
def test_written_quiet_hours_are_read_back(start: time, end: time) -> None:
    """Any two different clock times are a window; equal ones are none."""
    text = f"{start:%H:%M}-{end:%H:%M}"
    read = read_quiet_hours(text)
    if (start.hour, start.minute) == (end.hour, end.minute):
        assert read is None
    else:
        assert read == (time(start.hour, start.minute), time(end.hour, end.minute))
        assert read != NO_QUIET


@given(st.text(max_size=200), st.integers(1, 100))
def test_clean_text_is_clean(text: str, limit: int) -> None:
    """Cleaning is done once, keeps the limit and leaves nothing unseen at the ends."""
    for make in (clean, clean_text):
        cleaned = make(text, limit)
        assert len(cleaned) <= limit
        assert make(cleaned, limit) == cleaned
        assert cleaned == cleaned.strip()
        assert "\x00" not in cleaned
        cleaned.encode()


@given(st.text(max_size=80))
def test_a_name_finds_itself(text: str) -> None:
    """Whatever name is kept can be found by typing it, in any case."""
    name = clean_name(text)
    assert len(name) <= NAME_LIMIT
    assume(fold(name).split())
    names = {1: name, 2: "Someone Quite Different"}
    assert 1 in find(names, name)
    assert 1 in split_known(names, name)[0]


@given(st.text("aeoøåäöæüéß klmn", min_size=1, max_size=20))
def test_a_name_is_found_without_its_diacritics(text: str) -> None:
    """docs/semantics.md, 7: Åse, Ase and Aase are one, whichever is typed and whichever is kept."""
    name = clean_name(text)
    assume(name)
    plain = "".join(PLAIN.get(letter, letter) for letter in name)
    doubled = "".join(DOUBLED.get(letter, letter) for letter in name)
    for kept, typed in ((name, plain), (name, doubled), (plain, name), (doubled, name)):
        assert find({1: kept}, typed) == (1,)


@given(TEXTS)
def test_every_word_of_an_addition_is_used_or_told(text: str) -> None:
    """An addition has a name, or a problem that says it has none."""
    addition = read_addition(text, now=datetime(2026, 9, 16, 14, 5), country="NO")  # noqa: DTZ001
    assert addition.name or addition.problems
    assert len(addition.name) <= NAME_LIMIT


@given(NOWS)
def test_a_month_ahead_is_clamped(now: datetime) -> None:
    """What "in a month" means on 31 January is 28 or 29 February."""
    moment = read_moment("in a month", now=now, facing=Facing.FUTURE)
    expected: date = add_months(now.date(), 1)
    assert moment == Day(expected)
