"""Questions that were asked one after the other: each button answers its own question only."""

import pytest

from tests.conversation.room import LANGUAGES, Room, settled

PEOPLE = ("Kari every year last: yesterday", "Ola every year last: yesterday")


def stale(room: Room) -> bool:
    """Tell whether the latest press was answered as one that came too late."""
    return room.heard == [] and room.toasts == [room.sentence("stale.press")]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("older", "newer", "place"),
    [
        ("done", "snooze 3 days", 0),
        ("/add Kari", "/add Ola weekly", 0),
        ("/snooze Kari next tuesday", "/rest next tuesday", 0),
        ("/person", "/forget", 1),
    ],
)
def test_a_button_of_an_older_question_answers_no_newer_one(
    code: str, older: str, newer: str, place: int
) -> None:
    """Promise: it is answered kindly, changes nothing, and the newer question stays open."""
    room = settled(code, *PEOPLE)
    room.say(older)
    first = room.last
    room.say(newer)
    second, before = room.last, room.book
    room.press(first.labels[place], first)
    assert stale(room)
    assert room.book.contacts == before.contacts
    assert room.book.profile == before.profile
    room.press(second.labels[place], second)
    assert not stale(room)


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_to_an_older_question_leaves_the_newer_one_open(code: str) -> None:
    """Promise: *No* under "forget?" does not end the note that is being written."""
    room = settled(code, *PEOPLE)
    room.say("/forget Kari")
    sure = room.last
    room.say("/note Kari")
    room.tap("button.no", sure)
    room.say("new dog")
    assert [note.text for note in room.contact("Kari").notes] == ["new dog"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_question_survives_a_nudge_that_comes_between(code: str) -> None:
    """Promise: a nudge does not take the answer away from the question."""
    room = settled(code, "Kari every 3 weeks last: 5 weeks ago")
    room.wait(minutes=90 if code == "en" else 0)
    room.say("/note Kari")
    room.wait(minutes=50)
    room.say("new dog")
    assert [note.text for note in room.contact("Kari").notes] == ["new dog"]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("start", ["/add", "/note Kari", "/pace Kari", "/why Kari"])
def test_a_question_gives_way_to_any_command(code: str, start: str) -> None:
    """Promise: even one that does not exist; what follows is no answer any more."""
    room = settled(code, *PEOPLE)
    room.say(start)
    before = room.book.contacts
    room.say("/frobnicate")
    assert not room.is_asked()
    room.say("every 3 weeks or so")
    assert room.book.contacts == before
