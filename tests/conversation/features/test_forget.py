"""A contact, or everything, is gone for good, and asked about once before."""

from datetime import timedelta

import pytest

from bot.domain.records.book import Book
from tests.conversation.room import KARI, LANGUAGES, nudged, settled


@pytest.mark.parametrize("code", LANGUAGES)
def test_forgetting_a_person_is_asked_once_and_then_final(code: str) -> None:
    """Promise: asked once, then gone: card, nudges, notes and what /undo remembered."""
    room = nudged(code)
    room.say("/note Kari: secret")
    assert room.say("/forget kari") == room.sentence("forget.sure", name="Kari")
    assert room.tap("button.no") == room.sentence("cancel.unchanged")
    assert "Kari" in room.book.names().values()
    room.say("/forget kari")
    sure, data = room.last, room.last.data(room.label("button.forget"))
    room.press_data(data, sure.id)
    assert "secret" not in repr(room.book)
    assert "Kari" not in repr(room.book)
    while room.book.changes:
        room.say("/undo")
        assert "Kari" not in room.answer
    assert room.say("/undo") == room.sentence("undo.nothing")
    assert not room.book.contacts
    room.press_data(data, sure.id)
    assert room.toasts == [room.sentence("stale.person")]
    room.tap("button.done", room.nudge)
    assert room.toasts == [room.sentence("stale.press")]
    assert room.nudge.labels == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("word", ["everything", "ALT", "allt", "alt sammen"])
def test_forgetting_everything(code: str, word: str) -> None:
    """Promise: asked once, then nothing is left; in any of the three languages."""
    room = settled(code, KARI)
    assert room.say(f"/forget {word}") == room.sentence("forget.sure-all")
    assert room.tap("button.no") == room.sentence("cancel.unchanged")
    assert room.book.contacts
    room.say(f"/forget {word}")
    closing = room.sentence("forget.done-all")
    assert room.tap("button.forget-all") == closing
    assert room.book == Book()


def test_somebody_called_alt_is_a_person() -> None:
    """Promise: a name goes before a word that means everything."""
    room = settled("nb", "Alt")
    assert room.say("/forget alt") == room.sentence("forget.sure", name="Alt")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("command", "button"),
    [("/forget everything", "button.forget-all"), ("/forget Kari", "button.forget")],
)
@pytest.mark.parametrize("end", ["/cancel", "/people", "button.no", "an hour"])
def test_a_question_that_has_ended_forgets_nothing(
    code: str, command: str, button: str, end: str
) -> None:
    """Promise: /cancel ends any question, as any command does, *No*, and an hour."""
    room = settled(code, "Kari", "Ola")
    room.say(command)
    asked, data = room.last, room.last.data(room.label(button))
    if end == "an hour":
        room.now += timedelta(hours=1)
    elif end == "button.no":
        room.tap(end, asked)
    else:
        room.say(end)
    assert room.press_data(data, asked.id) == room.sentence("stale.press")
    assert list(room.book.names().values()) == ["Kari", "Ola"]


@pytest.mark.parametrize(
    ("code", "yes", "no"), [("en", "yes", "no"), ("nb", "ja", "nei"), ("sv", "ja", "nej")]
)
def test_forgetting_is_answered_by_typing_too(code: str, yes: str, no: str) -> None:
    """Promise: asked once; yes and no are understood as the buttons are."""
    room = settled(code, "Kari", "Ola")
    room.say("/forget Kari")
    assert room.say(no) == room.sentence("cancel.unchanged")
    room.say("/forget Kari")
    room.say("hm")
    assert room.say(yes) == room.sentence("forget.done", name="Kari")
    room.say("/forget everything!")
    done = room.sentence("forget.done-all")
    assert room.say(yes) == done
    assert room.book == Book()


def test_the_buttons_of_a_forgotten_book_mean_nobody_in_the_next() -> None:
    """docs/semantics.md, 6: an old button never speaks of somebody else, even after a new start."""
    room = nudged("en")
    old = [(room.nudge.data(room.label(f"button.{name}"))) for name in ("done", "skip", "snooze")]
    room.say("/forget everything")
    room.say("yes")
    room.now += timedelta(minutes=1)
    room.say("/start")
    for n in range(30):
        room.say(f"/add Q{n} every week last: 1 month ago")
        room.say("/hi")
    people, nudges = room.book.contacts, room.book.nudges
    for data in old:
        room.press_data(data)
        assert room.toasts == [room.sentence("stale.press")]
    assert (room.book.contacts, room.book.nudges) == (people, nudges)
