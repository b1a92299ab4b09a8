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


AHEAD = {"en": "next week please", "nb": "neste uke, takk", "sv": "snälla nästa vecka"}


@pytest.mark.parametrize(("code", "typed"), AHEAD.items())
def test_a_rest_to_come_is_told_with_both_its_ends(code: str, typed: str) -> None:
    """Promise: from when and until when, in the answer, in /next and in /settings."""
    room = settled(code, KARI)
    answer = room.say(f"/rest {typed}")
    begin, end = room.texts_day(3, 9), room.texts_day(3, 16)
    assert room.last.labels == [room.label("button.undo")]
    for said in (answer, room.say("/next").splitlines()[-1], room.say("/settings")):
        assert begin in said
        assert end in said
        assert said.index(begin) < said.index(end)


@pytest.mark.parametrize(("code", "typed"), AHEAD.items())
def test_a_rest_to_come_begins_and_ends_by_itself(code: str, typed: str) -> None:
    """Promise: nudges until then, none in it, and afterwards they come again; no word of mine."""
    room = settled(code, KARI)
    room.say(f"/rest {typed}")
    monday = room.now + timedelta(days=7 - room.wall.weekday(), hours=-room.wall.hour)
    assert room.wait(days=(monday - room.now).days)
    room.now = monday + timedelta(hours=1)
    assert room.wait(days=6) == []
    assert room.sentence("next.resting").split(",")[0] in room.say("/next")
    assert room.wait(days=30)


def test_a_year_that_is_not_this_one_is_said() -> None:
    """Promise: a rest over new year tells which."""
    room = settled("en", KARI)
    room.say("/rest 24 december to 2 january")
    assert room.last.text.endswith(
        "From Thursday 24 December I\u2019ll stay quiet, "
        "and I\u2019ll be back on Sunday 3 January 2027."
    )


def test_a_rest_in_hours_to_come_names_the_hours() -> None:
    """Promise: where the days alone would not tell, the hours do."""
    room = settled("en", KARI)
    assert "From today at 17:00" in room.say("/rest tonight")
    assert "tomorrow at 12:00" in room.say("/rest tomorrow morning")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_rest_to_come_is_taken_away_by_wake_and_by_undo(code: str) -> None:
    """Promise: /wake takes it away, /undo of that brings it back, and /undo of it takes it away."""
    room = settled(code, KARI)
    room.say("/rest in july")
    began = room.book.profile
    begin = room.texts_day(7, 1)
    assert room.say("/wake") == room.sentence("wake.ahead-off", begin=begin)
    assert room.book.profile.rests_after(room.now) == ()
    assert room.say("/undo") == room.sentence("undo.rest-ahead", begin=begin)
    assert room.book.profile == began
    assert room.say("/undo") == room.sentence("undo.rested")
    assert room.say("/wake") == room.sentence("wake.awake")


def test_several_rests_are_kept_and_taken_away_one_by_one() -> None:
    """Promise: a rest now keeps the one in July, and /wake names what is still to come."""
    room = settled("en", KARI)
    room.say("/rest in july")
    room.say("/rest 3 days")
    assert "Wednesday 1 July" in room.say("/next")
    assert "Rest: now" in room.say("/settings")
    woken = room.say("/wake").splitlines()
    assert woken[0] == room.sentence("wake.done")
    assert "Wednesday 1 July" in woken[1]
    assert "Wednesday 1 July" in room.say("/wake")
    assert "July" not in room.say("/settings")


def test_a_rest_that_begins_within_another_is_one_with_it() -> None:
    """Promise: nothing comes between them, and the answer tells when all of it is over."""
    room = settled("en", KARI)
    room.say("/rest until 10 march")
    assert "Monday 16 March" in room.say("/rest next week")
    assert "Monday 16 March" in room.say("/rest this weekend")
    room.say("/rest")
    assert room.say("/rest next week") == room.sentence("rest.open")


def test_a_rest_without_an_end_may_begin_later() -> None:
    """Promise: from Friday on it is quiet until the user is back."""
    room = settled("en", KARI)
    assert room.say("/rest from friday").endswith(
        "From Friday 6 March I\u2019ll stay quiet until you write /wake."
    )
    assert "until you write /wake" in room.say("/next")
    room.now += timedelta(days=5)
    assert room.wait(days=60) == []
    assert room.say("/wake") == room.sentence("wake.done")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "text_id"), [("31 april", "rest.no-such-day"), ("a while", "rest.vague")]
)
def test_what_is_no_time_is_answered_precisely(code: str, typed: str, text_id: str) -> None:
    """Promise: a day that does not exist, and one nobody could name, are told apart."""
    room = settled(code, KARI)
    assert room.say(f"/rest {typed}") == room.sentence(text_id, text=typed)
    assert room.book.profile.rest is None


def test_a_day_of_this_year_that_is_over_is_no_end() -> None:
    """Promise: of two years both are offered, and the one that has been is refused kindly."""
    room = settled("en", KARI)
    room.now += timedelta(days=8)
    assert room.say("/rest until march 4") == room.sentence("when.which")
    past, coming = room.last.labels[:2]
    assert room.press(past) == room.sentence("when.wrong-past")
    room.say("/rest until march 4")
    assert "Thursday 4 March 2027" in room.press(coming)
    rest = room.book.profile.rest
    assert rest
    assert rest.until == at_local(room.wall.date().replace(2027, 3, 4), time(0), "UTC")


def test_next_weekend_rests_both_its_days() -> None:
    """Promise: once it is clear which weekend, it is all of it."""
    room = settled("en", KARI)
    room.say("/rest next weekend")
    said = room.press("Saturday 14 March")
    assert "From Saturday 14 March" in said
    assert "Monday 16 March" in said


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
