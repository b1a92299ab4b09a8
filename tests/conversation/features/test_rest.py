"""Rest: at once and without a reason, of everybody or of one contact."""

from datetime import time, timedelta

import pytest

from bot.conversation.buttons.packing import pack
from bot.conversation.buttons.person_buttons import RestFrom
from bot.domain.clock.wall_time import at_local
from bot.domain.policy.due import due_at
from tests.conversation.room import KARI, LANGUAGES, nudged, settled
from tests.phrase_tables import lists

RESTS = [(typed, int(days)) for typed, days in lists("postponements", "rest")]


@pytest.mark.parametrize("code", LANGUAGES)
def test_rest_lasts_until_the_user_wakes_it(code: str) -> None:
    """Promise: not one nudge in forty days, and a calm word at each end."""
    room = settled(code, KARI)
    assert room.say("/rest") == room.sentence("rest.open")
    assert room.last.labels == [room.label("button.wake"), room.label("button.undo")]
    assert room.wait(days=40) == []
    rest = room.last
    assert room.tap("button.wake") == room.sentence("wake.done")
    assert rest.labels == []
    assert room.say("/wake") == room.sentence("wake.awake")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("typed", "days"), RESTS)
def test_rest_until_a_time_is_named_back_and_ends_then(code: str, typed: str, days: int) -> None:
    """Promise: a duration or a date, in three languages."""
    room = settled(code, KARI)
    answer = room.say(f"/rest {typed}")
    day = (room.wall + timedelta(days=days)).date()
    ends = room.book.profile.rest
    assert ends
    assert ends.until
    if days:
        assert room.texts_day(day.month, day.day) in answer
    assert room.wait(days=days) == []
    assert room.wait(days=24)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_time_that_cannot_be_is_asked_back(code: str) -> None:
    """Promise: a past time, two possible dates, no time at all: nothing is guessed."""
    room = settled(code, KARI)
    assert room.say("/rest yesterday") == room.sentence("when.wrong-past")
    assert "soon & <b>" in room.say("/rest soon & <b>")
    assert room.say("/rest next tuesday") == room.sentence("when.which")
    assert room.book.profile.rests_after(room.now) == ()
    room.press(room.last.labels[1])
    assert len(room.book.profile.rests_after(room.now)) == 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_rest_holds_a_snoozed_nudge_but_not_a_wish(code: str) -> None:
    """Promise: a chosen time waits for the rest to end; /hi is the user's own wish."""
    room = nudged(code)
    room.say("/snooze tomorrow")
    room.say("/rest 3 days")
    assert room.wait(days=2) == []
    room.say("/hi Kari")
    assert len(room.nudges) == 2


def test_rest_does_not_reach_those_added_later() -> None:
    """Promise: a rest that is over holds nobody back who was not there."""
    room = settled("en")
    room.say("/rest")
    room.wait(days=3)
    room.say("/wake")
    room.say("/add Kari every 3 weeks last: 5 weeks ago")
    assert room.wait(days=1)


@pytest.mark.parametrize("code", LANGUAGES)
def test_rest_for_hours_names_the_hour(code: str) -> None:
    """Promise: "today" alone would tell nothing."""
    room = settled(code)
    wall = room.wall
    assert f"{wall.hour + 3}:{wall:%M}" in room.say("/rest 3 hours")


@pytest.mark.parametrize("typed", ["today", "i dag", "idag"])
def test_rest_today_lasts_the_whole_day(typed: str) -> None:
    """Promise: a rest for today is not over at once."""
    room = settled("en", KARI)
    room.say(f"/rest {typed}")
    rest = room.book.profile.rest
    assert rest
    assert rest.until == at_local(room.wall.date() + timedelta(days=1), time(0), "UTC")


@pytest.mark.parametrize("awake", [-1, 1])
def test_an_hour_more_brings_no_backlog(awake: int) -> None:
    """docs/semantics.md, 5: a short rest in or soon after a long one keeps the spread."""
    room = settled(
        "en", *(f"{name} every week last: 1 week ago" for name in ("Kari", "Ola", "Eli"))
    )
    room.say("/rest 3 weeks")
    room.now += timedelta(weeks=3, days=awake)
    room.say("/rest 2 hours")
    room.now += timedelta(hours=3)
    days = sorted(due_at(room.book, c) - room.now for c in room.book.contacts.values())
    assert days[-1] - days[0] > timedelta(days=5)
    assert days[-1] > timedelta(days=5)


def test_a_rest_from_a_person_ends_the_open_nudge() -> None:
    """Promise: nobody is brought up again before the season is over; a second tap is harmless."""
    room = nudged("en")
    key = room.contact("Kari").id
    room.press_data(pack(RestFrom(key)), room.nudge.id)
    assert not room.is_nudged()
    assert "Kari" in room.answer
    outcomes = room.book.outcomes
    room.press_data(pack(RestFrom(key)), room.nudge.id)
    assert room.book.outcomes == outcomes
    assert room.wait(days=90) == []
    assert room.wait(days=10)


def test_a_rest_from_nobody_is_answered() -> None:
    """Promise: somebody let go, or gone, is not woken by an old button."""
    room = settled("en", "Kari")
    key = room.contact("Kari").id
    room.say("/letgo Kari")
    room.press_data(pack(RestFrom(key)))
    assert room.sentence("hi.let-go", name="Kari") in room.answer
    room.press_data(pack(RestFrom(12)))
    assert room.contact("Kari").hold is None
