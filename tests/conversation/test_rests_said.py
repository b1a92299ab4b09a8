"""When a rest begins and ends, in three languages; it is Monday 2 March 2026, 11:30 in Oslo."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.conversation.incoming import Sender
from bot.conversation.turn import Turn
from bot.conversation.typed.resting import RestTimes, WhichDay, rest_typed
from bot.domain.clock.wall_time import to_instant, to_wall
from bot.domain.records.book import Book
from bot.domain.records.profile import Profile
from bot.understanding.moments.found_spans import find_span
from bot.understanding.moments.moments import Moment, NoSuchDay, Vague, Wrong
from tests.every_row import every_row
from tests.phrase_tables import lists, rows

NOW = datetime(2026, 3, 2, 10, 30, tzinfo=UTC)
OSLO = "Europe/Oslo"
WORDS: dict[str, RestTimes | Moment | None] = {
    "endless": RestTimes(),
    "no_such_day": NoSuchDay(),
    "vague": Vague(),
    "over": Wrong(),
    "nothing": None,
}


def read(typed: str) -> RestTimes | WhichDay | Moment | None:
    """Return what is understood after /rest."""
    book = Book(profile=Profile(zone=OSLO))
    return rest_typed(Turn(book, NOW, Sender(1, "Ann", "en"), text=typed))


def _instant(said: date | datetime) -> datetime:
    """Return the instant of a table's date or hour."""
    return to_instant(said if isinstance(said, datetime) else datetime.combine(said, time()), OSLO)


def _all_times() -> Iterator[str]:
    for kind in ("within", "until"):
        yield from (typed for typed, _ in rows("rests", kind))


@every_row(rows("rests", "within"))
def test_a_span_is_the_time_itself(typed: str, row: dict[str, Any]) -> None:
    """What begins later is meant from its begin to its end."""
    assert read(typed) == RestTimes(_instant(row["from"]), _instant(row["back"]))


@every_row(rows("rests", "until"))
def test_until_means_from_now_until_then(typed: str, row: dict[str, Any]) -> None:
    """So does a length of time, and what has begun lasts from now until its end."""
    found = read(typed)
    assert isinstance(found, RestTimes)
    assert found.since is None or found.since <= NOW
    assert found.until
    assert to_wall(found.until, OSLO).date() == row["back"]


@every_row(rows("rests", "onward"))
def test_from_a_day_on_has_no_end(typed: str, row: dict[str, Any]) -> None:
    """Nobody said until when: until the user wakes it."""
    assert read(typed) == RestTimes(_instant(row["from"]))


@every_row(rows("rests", "asked"))
def test_of_two_days_one_is_asked_about(typed: str, row: dict[str, Any]) -> None:
    """Which is meant is not guessed, nor how long the rest is from then on."""
    assert read(typed) == WhichDay((row["first"], row["second"]), row["days"])


@every_row(lists("rests", "words"))
def test_other_words_mean_what_they_say(typed: str, meaning: str) -> None:
    """No end at all, no such day, too vague, over, or nothing of the kind."""
    assert read(typed) == WORDS[meaning]


@every_row(lists("rests", "around"), _all_times())
def test_thanks_around_it_break_nothing(around: str, place: str, typed: str) -> None:
    """Please and thanks stand before or behind any of it, in any of the languages."""
    assert read(around + typed if place == "before" else typed + around) == read(typed)


@every_row(lists("rests", "found"))
def test_a_rest_stands_at_the_end_of_a_message(typed: str, span: str) -> None:
    """Plain words name it whole: both ends, and the word that says until."""
    assert find_span(typed, to_wall(NOW, OSLO)) == span


def test_over_a_year_ahead_the_year_is_asked_about() -> None:
    """What comes once a year and is just over is not taken for the one that ends in over a year."""
    over_a_year = WhichDay((date(2026, 2, 22), date(2027, 2, 22)), 14)
    assert read("i vinterferien") == over_a_year
    assert read("vinterferien 2027") == RestTimes(
        _instant(date(2027, 2, 22)), _instant(date(2027, 3, 8))
    )


def test_a_part_of_the_day_that_has_begun_lasts_from_now() -> None:
    """Said at night, tonight is what is left of it."""
    book = Book(profile=Profile(zone=OSLO))
    evening = NOW + timedelta(hours=8)
    found = rest_typed(Turn(book, evening, Sender(1, "Ann", "en"), text="tonight"))
    assert isinstance(found, RestTimes)
    assert found.since is not None
    assert found.since < evening
    assert found.until == _instant(date(2026, 3, 3))
