"""What drafts call somebody: told, asked for, shown, taken back, and found by."""

import pytest

from tests.conversation.room import LANGUAGES, Room, nudged, settled
from tests.every_row import every_row
from tests.phrase_tables import phrases

WHO = "Kari Nordmann every 3 weeks last: 5 weeks ago"


def told(code: str = "en", *more: str) -> Room:
    """Return a chat in which Kari Nordmann is called Kaz."""
    room = settled(code, WHO, *more)
    room.say("/nickname Kari: Kaz")
    return room


def drafts(room: Room) -> list[str]:
    """Return the drafts of the newest nudge."""
    return list(room.book.nudges[max(room.book.nudges)].drafts)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("command", ["Kari: Kaz", "kari Kaz", "Kari Nordmann: «Kaz»"])
def test_a_draft_says_what_was_told(code: str, command: str) -> None:
    """Promise: the answer shows how a draft begins, the card tells it, and drafts keep to it."""
    room = settled(code, WHO)
    said = room.say(f"/nickname {command}")
    assert room.sentence("nickname.set", name="Kari Nordmann", nickname="Kaz") in said
    assert "Kaz" in said.splitlines()[-1]
    assert room.sentence("card.nickname", nickname="Kaz") in room.say("/person Kari")
    room.say("/mine Oi, {name}.")
    room.say("/hi Kari")
    assert "Kaz" in drafts(room)[0]
    assert "Kari" not in drafts(room)[0]


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_is_asked_for_and_any_words_answer(code: str) -> None:
    """Promise: by command and from the card; "done" may be what somebody is called."""
    room = settled(code, WHO)
    assert room.say("/nickname Kari") == room.sentence("nickname.ask", name="Kari Nordmann")
    room.say("Done")
    assert room.contact("Kari Nordmann").nickname == "Done"
    room.say("/person Kari")
    room.tap("button.nickname")
    room.say("Kaz")
    assert room.contact("Kari Nordmann").nickname == "Kaz"


@every_row(LANGUAGES, phrases("nicknames", "answers"))
def test_an_answer_is_read_as_it_is_typed(code: str, answer: str) -> None:
    """Promise: quotes and the words around a nickname are left out."""
    room = settled(code, WHO)
    room.say("/nickname Kari")
    room.say(answer)
    assert room.contact("Kari Nordmann").nickname == "Kaz"


@every_row(LANGUAGES, phrases("nicknames", "none"))
def test_nothing_is_an_answer(code: str, answer: str) -> None:
    """Promise: drafts go without a name then, and the card says so."""
    room = settled(code, WHO)
    room.say("/nickname Kari")
    said = room.say(answer)
    assert room.sentence("nickname.none", name="Kari Nordmann") in said
    assert room.contact("Kari Nordmann").nickname == ""
    assert room.sentence("card.nameless") in room.say("/person Kari")
    room.say("/hi Kari")
    assert "Kari" not in drafts(room)[0]


@pytest.mark.parametrize(
    "typed", ["/nickname Kari -", "/nickname Kari: -", "/nickname Kari \u2013"]
)
def test_a_dash_says_nothing(typed: str) -> None:
    """Promise: a dash after a name is the answer, though dashes part names from the rest."""
    room = settled("en", WHO)
    room.say(typed)
    assert room.contact("Kari Nordmann").nickname == ""


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("odd", ["K4z", "[Kaz]", "x" * 26, "Kaz?!"])
def test_what_cannot_be_greeted_is_asked_about_again(code: str, odd: str) -> None:
    """Promise: nothing is kept that a draft would leave out without a word."""
    room = settled(code, WHO)
    said = room.say(f"/nickname Kari: {odd}")
    assert said == room.sentence("nickname.unfit", name="Kari Nordmann", text=odd, limit=25)
    assert room.contact("Kari Nordmann").nickname is None
    room.say("Kaz")
    assert room.contact("Kari Nordmann").nickname == "Kaz"


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_can_be_taken_back(code: str) -> None:
    """Promise: Undo stands under the answer, and what was not told is not told again."""
    room = told(code)
    said = room.tap("button.undo")
    assert said == room.sentence("undo.nicknamed", name="Kari Nordmann")
    assert room.contact("Kari Nordmann").nickname is None


@every_row(LANGUAGES, phrases("nicknames", "told"))
def test_plain_words_tell_it(code: str, typed: str) -> None:
    """Promise: "I call Kari Kaz" is enough; "her" is who was brought up."""
    room = settled(code, WHO, "Ola every year last: yesterday")
    room.say("/hi Kari")
    said = room.say(typed)
    assert room.contact("Kari Nordmann").nickname == "Kaz"
    assert room.sentence("nickname.set", name="Kari Nordmann", nickname="Kaz") in said


@every_row(phrases("nicknames", "other"))
def test_other_calls_are_no_nicknames(typed: str) -> None:
    """Promise: a habit, a plan and a stranger make no nickname."""
    room = settled("en", WHO)
    room.say("/hi Kari")
    room.say(typed)
    assert room.contact("Kari Nordmann").nickname is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_she_is_found_by_it(code: str) -> None:
    """Promise: in a command, in plain words and in the middle of a sentence."""
    room = told(code, "Ola every year last: yesterday")
    assert "Kari Nordmann" in room.say("/person kaz")
    room.say("/note Kaz: new dog")
    assert [note.text for note in room.contact("Kari Nordmann").notes] == ["new dog"]
    said = room.say({"en": "done Kaz", "nb": "ferdig med Kaz", "sv": "klart med Kaz"}[code])
    assert room.sentence("done.closing", name="Kari Nordmann") in said


def test_a_name_goes_before_a_nickname() -> None:
    """Promise: two may go by the same; whoever is called so goes first, else it is asked."""
    room = told("en", "Kaz every year last: yesterday", "Ola every year last: yesterday")
    room.say("/note Kaz: new dog")
    assert room.contact("Kaz").notes
    room.say("/nickname Ola: Bo")
    room.say("/add Bo Ek every year last: yesterday")
    assert room.say("/note Bo: new cat") == room.sentence("who.which", name="Bo")
    room.press("Ola")
    assert room.contact("Ola").notes


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_snoozed_nudge_comes_back_in_new_words(code: str) -> None:
    """Promise: what was put off before is not said with the old name."""
    room = nudged(code)
    room.say("/snooze 3 days")
    room.say("/nickname Kari: Kaz")
    room.say("/mine Oi, {name}.")
    room.wait(days=4)
    assert room.is_nudged()
    assert "Kari" not in drafts(room)[0]
    assert "Kaz" in drafts(room)[0]


def test_whose_it_is_is_asked_where_two_fit() -> None:
    """Promise: the nickname waits for the answer."""
    room = settled("en", "Kari Lie", "Kari Nordmann")
    assert room.say("I call Kari Kaz") == room.sentence("who.which", name="Kari")
    room.press("Kari Lie")
    assert (room.contact("Kari Lie").nickname, room.contact("Kari Nordmann").nickname) == (
        "Kaz",
        None,
    )


def test_nobody_is_called_so() -> None:
    """Promise: a stranger's nickname is no one's."""
    room = settled("en", WHO)
    assert room.say("/nickname Bob: Bobby") == room.sentence("who.unknown", name="Bob")
    room.say("/nickname")
