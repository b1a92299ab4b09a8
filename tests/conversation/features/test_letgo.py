"""Letting go, and remembering the dead."""

import pytest

from bot.domain.records.contact import Standing
from tests.conversation.room import KARI, LANGUAGES, Room, nudged, settled


def standing(room: Room) -> Standing:
    """Return Kari's standing."""
    return room.contact("Kari").standing


@pytest.mark.parametrize("code", LANGUAGES)
def test_letting_go_acts_at_once_and_is_silent_everywhere(code: str) -> None:
    """Promise: no question, no nudge in weeks; /hi says so kindly."""
    room = settled(code, KARI)
    assert room.say("/letgo kari") == room.sentence("letgo.done", name="Kari")
    assert room.wait(days=40) == []
    assert room.say("/hi Kari") == room.sentence("hi.let-go", name="Kari")
    assert room.nudges == []
    assert room.say("/next") == room.sentence("next.nobody")


@pytest.mark.parametrize("code", LANGUAGES)
def test_letting_go_withdraws_an_open_nudge(code: str) -> None:
    """Promise: also one that waits snoozed; a late *Done* still counts."""
    room = nudged(code)
    room.say("/snooze tomorrow")
    room.say("/letgo Kari")
    assert room.wait(days=5) == []
    assert room.sentence("done.closing") in room.tap("button.done", room.nudge)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_card_lets_go_and_brings_back(code: str) -> None:
    """Promise: calm and reversible; each button pressed twice is harmless."""
    room = settled(code, KARI)
    room.say("/person Kari")
    card = room.last
    let_go = card.data(room.label("button.let-go"))
    room.tap("button.let-go")
    assert card.labels == []
    message, back = room.last, room.last.data(room.label("button.bring-back"))
    room.press_data(let_go, card.id)
    assert standing(room) is Standing.LET_GO
    assert room.press_data(back, message.id) == room.sentence("bringback.done", name="Kari")
    assert room.press_data(back, message.id) == room.sentence("bringback.here", name="Kari")
    assert standing(room) is Standing.KEPT


@pytest.mark.parametrize("code", LANGUAGES)
def test_people_names_those_let_go_beneath(code: str) -> None:
    """Promise: they are in the book, without a button; their card says how it is."""
    room = settled(code, "Kari", "Ola")
    room.say("/letgo Kari")
    assert room.sentence("people.let-go", names="Kari") in room.say("/people")
    assert room.last.labels == ["Ola"]
    assert room.sentence("card.let-go") in room.say("/person Kari")
    assert room.last.labels == [room.label("button.bring-back")]
    room.say("/bringback Kari")
    room.say("/people")
    assert room.last.labels == ["Kari", "Ola"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_somebody_who_died_is_never_brought_up(code: str) -> None:
    """Promise: kept in memory; no cheer and no nudge."""
    room = settled(code, KARI)
    room.say("/letgo Kari")
    message, data = room.last, room.last.data(room.label("button.has-died"))
    assert room.tap("button.has-died") == room.sentence("died.done", name="Kari")
    room.press_data(data, message.id)
    assert standing(room) is Standing.DECEASED
    assert room.say("/hi Kari") == room.sentence("hi.deceased", name="Kari")
    assert room.sentence("card.deceased") in room.say("/person Kari")
    assert room.wait(days=40) == []


def test_a_stale_button_makes_nobody_dead_who_was_brought_back() -> None:
    """Promise: a stale press re-checks what is true."""
    room = settled("en", KARI)
    room.say("/letgo Kari")
    message, data = room.last, room.last.data(room.label("button.has-died"))
    room.say("/bringback Kari")
    room.press_data(data, message.id)
    assert standing(room) is Standing.KEPT
    assert room.toasts


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", ["/snooze Ola", "/snooze Ola 3 days", "/skip Ola"])
def test_somebody_let_go_is_not_put_off(code: str, typed: str) -> None:
    """Promise: nobody who was let go is promised to come up; nothing changes."""
    room = settled(code, "Kari", "Ola")
    room.say("/letgo Ola")
    before = room.book.contacts
    assert room.say(typed) == room.sentence("hi.let-go", name="Ola")
    assert room.book.contacts == before


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_dead_are_named_in_memory_without_a_button(code: str) -> None:
    """Promise: found in the list, and nowhere offered to be brought back."""
    room = settled(code, "Kari", "Ola")
    room.say("/letgo Ola")
    room.tap("button.has-died")
    assert "Ola" in room.say("/people")
    assert room.last.labels == ["Kari"]
    for typed in ("/person Ola", "/hi Ola"):
        room.say(typed)
        assert room.label("button.bring-back") not in room.last.labels


@pytest.mark.parametrize("code", LANGUAGES)
def test_letting_go_of_the_dead_says_what_holds(code: str) -> None:
    """Who has died stays in memory; /letgo does not claim something else."""
    room = settled(code, "Kari")
    room.say("/letgo Kari")
    room.tap("button.has-died")
    assert room.say("/letgo Kari") == room.sentence("hi.deceased", name="Kari")
    assert not room.last.labels
