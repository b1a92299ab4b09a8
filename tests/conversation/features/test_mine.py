"""Lines of the user's own: kept, shown, used first, deleted, taken back."""

import pytest

from tests.conversation.room import LANGUAGES, settled

LINE = {"en": "Oi, you legend.", "nb": "Hei, din luring.", "sv": "Hej, din filur."}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_line_for_all_comes_first(code: str) -> None:
    """Promise: the next draft is the user's own line, and the one after it is another."""
    room = settled(code, "Kari", "Ola")
    said = room.say(f"/mine {LINE[code]}")
    assert said == room.sentence("mine.added", line=LINE[code])
    room.say("/hi Kari")
    assert room.nudge.copies() == LINE[code]
    room.tap("button.another", room.nudge)
    assert room.nudge.copies() != LINE[code]
    room.say("/hi Ola")
    assert room.nudge.copies() == LINE[code]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_line_for_one_is_for_nobody_else(code: str) -> None:
    """Promise: a name before a colon says whose line it is, and their name has its place in it."""
    room = settled(code, "Kari", "Ola")
    room.say(f"/mine Kari: {LINE[code]} Kari!")
    room.say("/hi Ola")
    assert LINE[code] not in (room.nudge.copies() or "")
    room.say("/nickname Kari: Kaz")
    room.say("/hi Kari")
    assert room.nudge.copies() == f"{LINE[code]} Kaz!"


@pytest.mark.parametrize("code", LANGUAGES)
def test_lines_are_shown_and_deleted(code: str) -> None:
    """Promise: each has a button; Undo brings it back."""
    room = settled(code, "Kari")
    room.say(f"/mine {LINE[code]}")
    assert LINE[code] in room.say("/mine")
    room.press(room.last.labels[0])
    assert not room.book.profile.own_lines
    room.tap("button.undo")
    assert [line.text for line in room.book.profile.own_lines] == [LINE[code]]


@pytest.mark.parametrize("code", LANGUAGES)
def test_mine_alone_asks_for_a_line(code: str) -> None:
    """Promise: without a line it says how, and takes what comes next."""
    room = settled(code, "Kari")
    assert room.say("/mine") == room.sentence("mine.none")
    room.say(LINE[code])
    assert [line.text for line in room.book.profile.own_lines] == [LINE[code]]


def test_the_same_line_is_kept_once() -> None:
    """Promise: a second tap is no second line."""
    room = settled("en", "Kari")
    room.say(f"/mine {LINE['en']}")
    room.say(f"/mine {LINE['en']}")
    assert len(room.book.profile.own_lines) == 1


def test_a_line_that_is_too_long_is_asked_for_again() -> None:
    """Promise: nothing is cut: the limit is told, and the next words are tried."""
    room = settled("en", "Kari")
    assert room.say(f"/mine {'la ' * 90}") == room.sentence("mine.too-long", limit=200)
    room.say(LINE["en"])
    assert len(room.book.profile.own_lines) == 1


def test_who_is_forgotten_takes_their_lines_along() -> None:
    """Promise: nothing about a forgotten contact stays, not even in what Undo keeps."""
    room = settled("en", "Kari")
    room.say("/mine Kari: our secret word is plum")
    room.say("/note Kari: tall")
    room.say("/forget Kari")
    room.press(room.last.labels[0])
    assert "plum" not in repr(room.book)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_softened_text_can_be_kept(code: str) -> None:
    """Promise: the text that is offered to copy becomes a line of the user's own."""
    room = settled(code, "Kari")
    room.say(f"/soften {LINE[code]}")
    room.tap("button.keep-line")
    assert [line.text for line in room.book.profile.own_lines] == [LINE[code]]


def test_where_the_text_is_not_told_it_is_asked_for() -> None:
    """Promise: a message too old for Telegram to show is no dead end."""
    room = settled("en", "Kari")
    room.say(f"/soften {LINE['en']}")
    data = room.last.data(room.label("button.keep-line"))
    room.press_data(data, message_id=None)
    assert room.answer == room.sentence("mine.ask")
