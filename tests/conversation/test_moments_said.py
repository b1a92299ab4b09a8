"""Stretches of days, two days, and days that do not exist, said in the chat."""

from datetime import date, timedelta

import pytest

from bot.domain.records.outcome import OutcomeKind
from tests.conversation.room import LANGUAGES, Room, nudged


def _talked_on(room: Room) -> list[date]:
    """Return on which days the two were in touch, as told."""
    told = (o for o in room.book.outcomes.values() if o.kind is OutcomeKind.DONE)
    return [o.occurred_at.date() for o in told]


@pytest.mark.parametrize("typed", ["last week", "forrige uke", "förra veckan"])
def test_a_stretch_that_was_counts_in_its_middle(typed: str) -> None:
    """Promise: last week was about its Thursday, never a day to come."""
    room = nudged()
    monday = room.wall.date() - timedelta(days=room.wall.weekday())
    room.say(f"/done {typed}")
    assert _talked_on(room) == [monday - timedelta(days=4)]


@pytest.mark.parametrize("typed", ["this week", "denne uka", "i år", "this month"])
def test_what_was_never_lies_ahead(typed: str) -> None:
    """Promise: of a stretch that is not over no day to come is taken."""
    room = nudged()
    room.say(f"/done {typed}")
    assert all(day <= room.wall.date() for day in _talked_on(room))


@pytest.mark.parametrize("typed", ["next week", "neste uke", "nästa vecka"])
def test_a_stretch_to_come_begins_on_its_first_day(typed: str) -> None:
    """Promise: next week is its Monday."""
    room = nudged()
    room.say(f"/snooze {typed}")
    hold = room.contact("Kari").hold
    assert hold
    assert hold.until.weekday() == 0
    assert 0 < (hold.until.date() - room.wall.date()).days <= 7


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", ["31 april", "feb 30", "30. februar", "den 31 juni"])
def test_a_day_that_does_not_exist_holds_nothing(code: str, typed: str) -> None:
    """Promise: nothing is guessed, and nothing is stored."""
    room = nudged(code)
    assert room.say(f"/snooze {typed}") == room.sentence("when.no-such-day")
    assert room.contact("Kari").hold is None
    assert room.book.open_nudge


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("31 april", "when.about-no-such-day"),
        ("feb 30", "when.about-no-such-day"),
        ("ages ago", "when.about"),
        ("for en stund siden", "when.about"),
        ("för länge sedan", "when.about"),
    ],
)
def test_a_day_that_was_and_is_not_clear_is_asked_about(code: str, typed: str, asked: str) -> None:
    """Promise: it is never taken for today; about when it was is one tap, or typed."""
    for command in ("/done", "called"):
        room = nudged(code)
        assert room.say(f"{command} Kari {typed}") == room.sentence(asked)
        assert _talked_on(room) == []
        room.tap("ago-choice.WEEKS")
        assert _talked_on(room) == [room.wall.date() - timedelta(weeks=3)]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", ["monday or tuesday", "mandag eller tirsdag"])
def test_one_of_two_days_that_were_is_asked_about(code: str, typed: str) -> None:
    """Promise: nothing is logged before it is clear which day it was; a tap settles it."""
    room = nudged(code)
    assert room.say(f"/done Kari {typed}") == room.sentence("when.which")
    assert _talked_on(room) == []
    room.press(room.last.labels[1])
    assert [day.weekday() for day in _talked_on(room)] == [1]


def test_one_of_two_days_that_were_may_be_typed() -> None:
    """Promise: what can be tapped can be typed."""
    room = nudged()
    room.say("/done Kari monday or tuesday")
    room.say("tuesday")
    assert [day.weekday() for day in _talked_on(room)] == [1]
    assert all(day <= room.wall.date() for day in _talked_on(room))


@pytest.mark.parametrize("typed", ["31 april", "nyligen"])
def test_no_rest_ends_on_a_guess(typed: str) -> None:
    """Promise: nobody can tell when the 31st of April is, nor what lately means for what comes."""
    room = nudged()
    assert typed in room.say(f"/rest {typed}")
