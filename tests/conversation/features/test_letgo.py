"""Letting go, bringing back, remembering the dead, forgetting for good."""

from datetime import timedelta

import pytest

from bot.domain.records.book import Book
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
def test_bare_bringback_offers_those_let_go(code: str) -> None:
    """Promise: the ones who can be brought back, nobody else."""
    room = settled(code, "Kari", "Ola", "Per")
    room.say("/letgo Kari")
    room.say("/bringback")
    assert room.last.labels == ["Kari"]
    assert room.press("Kari") == room.sentence("bringback.done", name="Kari")


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
    assert room.say("/undo") == room.sentence("undo.nothing")
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
