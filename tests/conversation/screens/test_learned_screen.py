"""What Hei has learned: shown in plain words and reset with one tap, in three languages."""

import pytest

from bot.application.change_settings import choose_less
from tests.conversation.room import KARI, LANGUAGES, Room, settled


def opened(room: Room) -> str:
    """Return what the settings tell of what was learned."""
    room.say("/settings")
    return room.tap("setting.LEARNED", room.last)


def learned(code: str) -> Room:
    """Return a chat in which every nudge was taken up: light with Kari, heavy with Ola."""
    room = settled(code, "Kari every week last: 2 weeks ago", "Ola every week last: 2 weeks ago")
    felt = {"Kari": "felt.lighter", "Ola": "felt.heavier"}
    while len(room.nudges) < 12:
        room.wait(hours=1)
        if room.is_nudged():
            room.tap("button.done", room.nudge)
            room.tap(felt[room.nudge.text.splitlines()[0]], room.last)
    return room


@pytest.mark.parametrize("code", LANGUAGES)
def test_at_first_nothing_is_learned(code: str) -> None:
    """Promise: said so, without a figure; *Back* leads to the settings."""
    room = settled(code, KARI)
    said = opened(room)
    assert room.sentence("learned.no-hours") in said
    assert room.sentence("learned.no-costs") in said
    assert not any(sign.isdigit() for sign in said)
    assert room.tap("button.back", room.last).startswith(room.sentence("settings.title"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_hours_and_costs_are_told(code: str) -> None:
    """Promise: the hours that suit, with whom it is light, and whom it costs."""
    room = learned(code)
    said = opened(room)
    slots = [f"slot.weekday-{one}" for one in ("morning", "noon", "evening", "late")]
    assert any(room.label(one) in said for one in slots)
    assert room.sentence("learned.light", names="Kari") in said
    assert room.sentence("learned.heavy", names="Ola") in said
    assert room.sentence("learned.as-chosen") in said


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_reset_begins_anew(code: str) -> None:
    """Promise: one tap; what was before is not looked at, and the dose stays as it is."""
    room = learned(code)
    room.wait(minutes=1)
    opened(room)
    before = room.book.dose
    assert room.tap("button.reset", room.last) == room.sentence("learned.reset")
    said = opened(room)
    assert room.sentence("learned.no-hours") in said
    assert room.sentence("learned.no-costs") in said
    assert room.sentence("learned.since", day=room.wall.date()) in said
    assert room.book.dose == before


@pytest.mark.parametrize("code", LANGUAGES)
def test_how_often_is_told(code: str) -> None:
    """Promise: less than chosen, and why."""
    room = settled(code, KARI)
    assert room.sentence("learned.rarer") in opened(room)
    room.book = choose_less(room.book, room.now)
    assert room.sentence("learned.too-much") in opened(room)


def test_of_somebody_let_go_nothing_is_told() -> None:
    """Promise: silent everywhere, here too."""
    room = learned("en")
    room.say("/letgo Ola")
    assert "Ola" not in opened(room)


def test_many_names_stay_short() -> None:
    """Promise: eight names and a sign that there are more."""
    room = settled("en", *(f"Person{n}" for n in range(10)))
    for n in range(10):
        room.say(f"/done Person{n}")
        room.tap("felt.heavier", room.last)
    assert "Person7, …" in opened(room)
