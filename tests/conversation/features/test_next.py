"""Who may come up next: a calm line, never a date in the past."""

import pytest

from tests.conversation.room import LANGUAGES, nudged, settled


@pytest.mark.parametrize("code", LANGUAGES)
def test_next_is_a_calm_line_without_a_past_date(code: str) -> None:
    """Promise: who may come up; two at the most; nobody in two weeks, nobody at rest."""
    room = settled(code)
    assert room.say("/next") == room.sentence("people.none")
    room.say("/add Kari every year last: yesterday")
    assert room.say("/next") == room.sentence("next.nobody")
    room.say("/add Ola every 2 weeks last: 3 months ago")
    assert "Ola" in room.say("/next")
    room.say("/add Per every 2 weeks last: 12 days ago")
    lines = room.say("/next").splitlines()
    assert len(lines) == 1
    assert "Per" in lines[0]
    assert "Ola" in lines[0]
    room.say("/rest")
    assert room.say("/next") == room.sentence("next.resting")


def test_next_names_the_one_that_comes() -> None:
    """Promise: of several who are due, the one that the choice would take."""
    room = settled(
        "en", "Kari every 3 weeks last: 5 weeks ago", "Ola every 2 weeks last: 3 weeks ago"
    )
    said = room.say("/next")
    (nudge, *_) = room.wait(hours=4)
    assert said.startswith(nudge.text.splitlines()[0])


@pytest.mark.parametrize("waits", ["/hi Kari", "/snooze Kari"])
def test_next_names_nobody_before_they_are_due(waits: str) -> None:
    """docs/semantics.md, 1: who waits and is not due comes up after both; /next says so."""
    room = settled("en", "Kari every 3 weeks last: today", "Ola every 10 days last: today")
    room.say(waits)
    room.wait(hours=50)
    assert room.say("/next").startswith("Ola may be next, on Thursday 12 March")
    room.wait(days=9)
    assert [nudge.text.splitlines()[0] for nudge in room.nudges[-1:]] == ["Ola"]


def test_next_reckons_with_an_open_nudge_that_meets_silence() -> None:
    """docs/policy.md: silence makes somebody wait; what was left lying does not come at once."""
    room = nudged("en", "Kari every week last: 5 weeks ago")
    promised = room.say("/next")
    came = next(iter(room.wait(days=9)), None)
    assert came
    assert promised.startswith(f"Kari may be next, on {room.texts_day(3, 8)}")


def test_next_names_the_hour_that_the_user_chose() -> None:
    """docs/semantics.md, 2: a chosen time is kept, whatever else waits; /next names its day."""
    room = settled("en", "Kari every 3 weeks last: today")
    room.say("/snooze Kari 3 days")
    assert room.say("/next") == "Kari may be next, on Thursday 5 March. Nothing to prepare."
    assert room.wait(days=3)
