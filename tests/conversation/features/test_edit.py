"""A message that was edited: what it changed last is told anew, anything else is not read."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.domain.records.outcome import OutcomeKind
from bot.domain.records.profile import Rest
from tests.conversation.room import LANGUAGES, USER, Room, nudged, settled

TODAY, YESTERDAY = date(2026, 3, 2), date(2026, 3, 1)
OWN = 77
"""The message of the user's that is edited."""


def told(text: str = "/done Kari", code: str = "en") -> Room:
    """Return a chat in which a message told something."""
    room = settled(code, "Kari every 3 weeks", "Ola every 3 weeks")
    room.say("/cancel")
    room.send(text=text, message_id=OWN)
    return room


def edit(room: Room, text: str, **body: Any) -> str:
    """Edit the message and return what Hei answers."""
    return room.send("edited_message", **{"text": text, "message_id": OWN, **body})


def outcomes(room: Room) -> list[tuple[str, OutcomeKind, date]]:
    """Return what came of it: with whom, what, and on which day."""
    found, names = room.book.outcomes.values(), room.book.names()
    return [(names[one.contact_id], one.kind, one.occurred_at.date()) for one in found]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["/done Ola yesterday", "called Ola yesterday", "ringte Ola i går"]
)
def test_it_is_told_anew(text: str, code: str) -> None:
    """What the first words changed is gone, and the new ones are answered as if typed first."""
    room = told(code=code)
    answer = edit(room, text)
    assert outcomes(room) == [("Ola", OutcomeKind.DONE, YESTERDAY)]
    assert room.sentence("done.closing") in answer
    room.say("/undo")
    assert outcomes(room) == []


def test_an_edit_is_edited_again() -> None:
    """However often: one record stands, that of the last words."""
    room = told()
    for text in ("/done Ola", "/done Kari yesterday", "/done Ola yesterday"):
        edit(room, text)
    assert outcomes(room) == [("Ola", OutcomeKind.DONE, YESTERDAY)]


def test_an_edit_delivered_twice_changes_nothing() -> None:
    """docs/semantics.md, 6: the effects of an update and its id are one commit."""
    room = told()
    chat = {"id": USER, "type": "private", "first_name": "Ann"}
    user = {"id": USER, "is_bot": False, "first_name": "Ann"}
    sent = {"message_id": OWN, "date": int(room.now.timestamp()), "chat": chat, "from": user}
    update = {"update_id": 9001, "edited_message": {**sent, "text": "/done Ola"}}
    assert room.deliver(update)
    before = room.book
    assert room.deliver(update) == ""
    assert room.book == before


def test_the_same_words_again_leave_the_same() -> None:
    """Telegram tells of an edit too when only the look of a message changed."""
    room = told("/done Kari yesterday, new dog")
    before = outcomes(room)
    edit(room, "/done Kari yesterday, new dog")
    assert outcomes(room) == before
    assert [note.text for note in room.contact("Kari").notes] == ["new dog"]


def test_several_changes_of_one_message_are_told_anew() -> None:
    """All of them go, and undo afterwards takes back the new one."""
    room = told("I called Kari and Ola yesterday")
    edit(room, "/done Kari")
    assert outcomes(room) == [("Kari", OutcomeKind.DONE, TODAY)]


def test_an_edited_correction_corrects_the_first() -> None:
    """What is edited is the correction alone."""
    room = told()
    room.send(text="yesterday actually", message_id=OWN + 1)
    edit(room, "it was on Saturday", message_id=OWN + 1)
    assert outcomes(room) == [("Kari", OutcomeKind.DONE, date(2026, 2, 28))]
    room.say("/undo")
    assert outcomes(room) == [("Kari", OutcomeKind.DONE, TODAY)]


def test_the_nudge_of_the_first_is_open_again() -> None:
    """It was not about them: their nudge waits, with its buttons."""
    room = nudged("en", "Kari every 3 weeks last: 5 weeks ago")
    room.say("/add Ola every 3 weeks last: today")
    room.send(text="done", message_id=OWN)
    edit(room, "/done Ola")
    assert room.is_nudged()
    assert room.label("button.done") in room.nudge.labels


def test_a_question_back_is_asked() -> None:
    """New words that leave something open are asked about; what was wrong is gone."""
    room = told("/done Kari")
    assert edit(room, "/done") == room.sentence("who.whom")
    room.say("Ola")
    assert outcomes(room) == [("Ola", OutcomeKind.DONE, TODAY)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_that_say_nothing_change_nothing(code: str) -> None:
    """What was noted stays, and can be taken back by a button."""
    room = told(code=code)
    before = room.book
    assert edit(room, "hmm hmm hmm") == room.sentence("edit.stays")
    assert (room.book.outcomes, room.book.changes) == (before.outcomes, before.changes)
    room.tap("button.undo")
    assert outcomes(room) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_other_edits_are_not_read_and_that_is_said_once(code: str) -> None:
    """What a message changed before the last change stays; nobody is told so twice."""
    room = told(code=code)
    room.say("/pace Ola: every 2 weeks")
    before = room.book
    assert edit(room, "/done Ola") == room.sentence("edit.unread")
    assert edit(room, "/done Ola yesterday") == ""
    assert (room.book.outcomes, room.book.changes) == (before.outcomes, before.changes)
    room.say("/undo")
    assert edit(room, "hello", message_id=OWN + 9) == ""


def test_another_day_means_another_yesterday() -> None:
    """An edit on a later day is not read: its words were said of another day."""
    room = told()
    sent = int(room.now.timestamp())
    room.now += timedelta(days=1)
    assert edit(room, "/done Kari yesterday", date=sent) == room.sentence("edit.stays")
    assert outcomes(room) == [("Kari", OutcomeKind.DONE, TODAY)]


def test_who_is_in_need_is_met_in_an_edit_too() -> None:
    """Whatever becomes of the edit, help is named."""
    room = told()
    room.say("/pace Ola: every 2 weeks")
    assert room.sentence("need.warm") in edit(room, "I want to kill myself")
    assert isinstance(room.book.profile.rest, Rest)


def test_an_edit_begins_nothing() -> None:
    """Whoever has no Book gets none by an edit, and a stranger no second line."""
    room = Room()
    assert edit(room, "hello") == ""
    assert room.book.profile.started_at is None
    assert room.send("edited_message", location={"latitude": 1.0, "longitude": 2.0}) == ""
