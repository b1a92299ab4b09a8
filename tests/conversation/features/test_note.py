"""Notes: appended, kept all, shown, deleted one by one."""

import pytest

from tests.conversation.room import LANGUAGES, Room, nudged, settled


def notes(room: Room, name: str = "Kari") -> list[str]:
    """Return a person's notes, oldest first."""
    return [note.text for note in room.contact(name).notes]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("text", ["new dog", "fika, kl. 14: tårta & <kaffe> 🐶", "to\nlinjer"])
@pytest.mark.parametrize("command", ["/note Kari: ", "/note kari ", "/note Kari\uff1a"])
def test_a_note_is_appended_and_read_back(code: str, text: str, command: str) -> None:
    """Promise: with a colon or without, none is dropped."""
    room = settled(code, "Kari")
    if ":" in text and command.endswith(" ") and ":" not in command:
        text = text.replace(":", "")
    assert text in room.say(f"{command}{text}")
    room.say("/note Kari: second")
    assert notes(room) == [text, "second"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_note_is_asked_for_and_any_words_answer(code: str) -> None:
    """Promise: "done" in answer to the question is a note; a command ends the question."""
    room = settled(code, "Kari")
    assert room.say("/note Kari") == room.sentence("notes.ask", name="Kari")
    room.say("done")
    assert notes(room) == ["done"]
    room.say("/person Kari")
    room.tap("button.add-note")
    room.say("/people")
    room.say("lost")
    assert notes(room) == ["done"]


def test_a_reply_to_the_nudge_is_an_answer_even_while_a_note_is_asked_for() -> None:
    """Promise: a reply goes to the nudge it replies to."""
    room = nudged("en")
    room.say("/note Kari")
    room.say("done", reply_to=room.nudge)
    assert notes(room) == []
    assert room.sentence("done.closing") in room.answer


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_question_expires_after_an_hour_and_survives_until_then(code: str) -> None:
    """Promise: 59 minutes later the answer counts, after an hour it does not."""
    room = settled(code, "Kari every 4 weeks last: yesterday")
    room.say("/note Kari")
    room.wait(minutes=59)
    room.say("first")
    room.say("/note Kari")
    room.wait(minutes=60)
    assert room.say("late words") != room.sentence("notes.added", name="Kari", note="late words")
    assert notes(room) == ["first"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_notes_are_deleted_one_by_one_on_the_card(code: str) -> None:
    """Promise: each has its button; /undo brings the last one back; a stale tap is answered."""
    room = settled(code, "Kari")
    for text in ("one", "two", "n" * 300):
        room.say(f"/note Kari: {text}")
    room.say("/person Kari")
    room.tap("button.notes")
    first = room.last.labels[0]
    stale = room.last.data(first)
    room.press(first)
    assert notes(room) == ["two", "n" * 300]
    assert room.toasts == [room.label("notes.dropped")]
    room.press_data(stale, room.last.id)
    assert room.toasts == [room.sentence("stale.press")]
    room.say("/undo")
    assert notes(room) == ["one", "two", "n" * 300]


@pytest.mark.parametrize("code", LANGUAGES)
def test_back_leads_from_the_notes_to_the_card(code: str) -> None:
    """Promise: the last note gone, the card is one tap away."""
    room = settled(code, "Kari")
    room.say("/note Kari: one")
    room.say("/person Kari")
    room.tap("button.notes")
    room.press(room.last.labels[0])
    assert room.sentence("notes.none", name="Kari") in room.answer
    room.tap("button.back")
    assert room.label("button.notes") not in room.last.labels


@pytest.mark.parametrize("code", LANGUAGES)
def test_whom_a_note_is_about_is_asked_and_the_words_wait(code: str) -> None:
    """Promise: nothing is typed twice."""
    room = settled(code, "Kari Lie", "Kari Nordmann")
    room.say("/note Kari: new job")
    room.press("Kari Lie")
    assert notes(room, "Kari Lie") == ["new job"]
    assert notes(room, "Kari Nordmann") == []


def test_the_newest_note_is_mentioned_in_the_nudge() -> None:
    """Promise: one thing to mention, the newest; many notes still make a card Telegram takes."""
    room = settled("en", "Kari every 3 weeks last: 5 weeks ago")
    for n in range(15):
        room.say(f"/note Kari: {n} " + "æ" * 480)
    room.say("/note Kari: new <dog> & more")
    room.say("/hi Kari")
    assert room.sentence("nudge.mention", note="new <dog> & more") in room.nudge.text
    assert room.say("/person Kari").count("æ" * 480) == 15


def test_the_button_of_an_ended_question_forgets_nobody_meanwhile() -> None:
    """Promise: a command ends the question before it, so the newer one is answered."""
    room = settled("en", "Kari", "Ola")
    room.say("/forget Kari")
    sure = room.last
    data = sure.data("Delete for good")
    room.say("/note Kari")
    room.press_data(data, sure.id)
    assert room.toasts == [room.sentence("stale.press")]
    assert room.say("new dog") == room.sentence("notes.added", name="Kari", note="new dog")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Kari meets me at 14:30", "meets me at 14:30"),
        ("Kari likes tea: green", "likes tea: green"),
    ],
)
def test_a_colon_inside_a_note_is_part_of_it(code: str, typed: str, text: str) -> None:
    """Promise: what stands before a colon is a name only if somebody is called so."""
    room = settled(code, "Kari", "Ola")
    room.say(f"/note {typed}")
    assert notes(room) == [text]
    room.say(f"/why {typed}")
    assert room.contact("Kari").why == text


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("word", ["cancel", "Avbryt!"])
def test_the_bare_word_cancel_is_no_note(code: str, word: str) -> None:
    """Promise: it ends the question, as /cancel does."""
    room = settled(code, "Kari")
    room.say("/note Kari")
    assert room.say(word) == room.sentence("cancel.done")
    assert notes(room) == []
    assert not room.is_asked()


def test_no_note_is_ever_cut() -> None:
    """Issue: /note appends, none is dropped; as long as one message can make it."""
    room = settled("en", "Kari")
    text = "x" * (4096 - len("/note Kari: "))
    room.say(f"/note Kari: {text}")
    assert [note.text for note in room.contact("Kari").notes] == [text]


def test_many_notes_can_be_deleted_all_the_same() -> None:
    """Promise: however many notes, Telegram takes the buttons, and each note gets its turn."""
    room = settled("en", "Kari")
    for n in range(120):
        room.say(f"/note Kari: {n} " + "\N{SNOWMAN}" * 50)
    room.say("/person Kari")
    room.tap("button.notes")
    while notes(room):
        room.press(room.last.labels[0])
    assert room.answer


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_same_note_twice_is_kept_once(code: str) -> None:
    """Promise: case and spaces make no new note, and the answer stays kind."""
    room = settled(code, "Kari")
    room.say("/note Kari likes tea")
    said = room.sentence("notes.already", name="Kari")
    assert room.say("/note Kari  Likes   TEA") == said
    room.say("/note Kari")
    assert room.say("likes tea") == said
    assert not room.is_asked()
    assert [note.text for note in room.contact("Kari").notes] == ["likes tea"]
    room.say("/undo")
    assert not room.contact("Kari").notes
