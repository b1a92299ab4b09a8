"""One contact's card, and whom a typed name means."""

import pytest

from tests.conversation.room import LANGUAGES, settled


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_card_tells_all_that_is_known(code: str) -> None:
    """Promise: pace in figures, last contact in words, why, channel and every note."""
    room = settled(
        code, "Kari @kari_n every 3 weeks last: 3 weeks ago why: she <b> & me", "Ola +4741234567"
    )
    room.say("/note Kari: new dog")
    room.say("/note Kari: moved to Å")
    card = room.say("/person kari")
    kari = room.contact("Kari")
    assert room.sentence("card.pace", pace=kari.cadence) in card
    pace = {"en": "every 3 weeks", "nb": "hver tredje uke", "sv": "var tredje vecka"}[code]
    assert pace in card
    ago = {"en": "3 weeks ago", "nb": "for 3 uker siden", "sv": "för 3 veckor sedan"}[code]
    assert room.sentence("card.last", ago=ago) in card
    assert "she <b> & me" in card
    assert "@kari_n" in card
    assert card.index("new dog") < card.index("moved to Å")
    room.say("/done Kari")
    assert room.sentence("ago.today") in room.say("/person Kari")
    room.wait(days=1)
    assert room.sentence("ago.yesterday") in room.say("/person Kari")
    assert room.sentence("card.last-unknown") in room.say("/person Ola")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Åse", "Åse Berg"),
        ("ase", "Åse Berg"),
        ("AASE berg", "Åse Berg"),
        ("Bjorn", "Bjørn"),
        ("björn", "Bjørn"),
        ("Bjønr", "Bjørn"),
        ("Kari Nord", "Kari Nordmann"),
        ("yuliya", "Юлия"),
        ("<B>Bo", "<b>Bo</b> & co"),
    ],
)
def test_a_name_is_found_without_case_diacritics_and_one_typo(typed: str, name: str) -> None:
    """Promise: lookup ignores case, folds diacritics both ways and forgives one typo."""
    room = settled("nb", "Åse Berg", "Bjørn", "Kari Nordmann", "Kari Lie", "Юлия")
    room.say("/rename Kari Lie: <b>Bo</b> & co")
    first_lines = room.say(f"/person {typed}").splitlines()[:2]
    assert any(line.startswith(name) for line in first_lines)


@pytest.mark.parametrize("code", LANGUAGES)
def test_two_that_fit_are_asked_about(code: str) -> None:
    """Promise: the bot asks which, with buttons; the tap shows the card."""
    room = settled(code, "Kari Lie", "Kari Nordmann", "Ola")
    assert room.say("/person Kari") == room.sentence("who.which", name="Kari")
    assert room.last.labels == ["Kari Lie", "Kari Nordmann"]
    question = room.last
    late = question.data("Kari Lie")
    assert room.press("Kari Nordmann").startswith("Kari Nordmann")
    assert question.labels == []
    room.press_data(late, question.id)
    assert room.toasts == [room.sentence("stale.press")]


def test_two_of_one_name_are_told_apart_by_their_pace() -> None:
    """Promise: namesakes have different buttons."""
    room = settled("en", "Kari every week")
    room.say("/add Kari every year")
    room.press("Add another")
    room.say("/person Kari")
    assert room.last.labels == ["Kari (every week)", "Kari (every year)"]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "command", ["person", "note", "pace", "why", "letgo", "forget", "done", "skip", "snooze"]
)
def test_a_command_without_a_name_asks_whom(code: str, command: str) -> None:
    """Promise: no argument is no mistake: names as buttons, and the tap carries it out."""
    room = settled(code, "Kari", "Ola")
    assert room.say(f"/{command}") == room.sentence("who.whom")
    assert sorted(room.last.labels) == ["Kari", "Ola"]
    assert "Ola" in room.press("Ola")
    assert room.toasts == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        *("/person Nobody", "/note Nobody: x", "/why Nobody: x", "/rename Nobody: x"),
        *("/letgo Nobody", "/pace Nobody weekly", "/forget Nobody", "/hi Nobody"),
        *("/skip Nobody", "/bringback Nobody"),
    ],
)
def test_an_unknown_name_is_said_so(code: str, text: str) -> None:
    """Promise: nothing is guessed and nothing is changed."""
    room = settled(code, "Kari")
    before = room.book.contacts
    assert room.say(text) == room.sentence("who.unknown", name="Nobody")
    assert room.book.contacts == before


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("text", ["/person", "/note", "/done", "/skip", "/snooze", "/forget"])
def test_commands_about_people_in_an_empty_book_say_that_it_is_empty(code: str, text: str) -> None:
    """Promise: no empty question is asked."""
    room = settled(code)
    assert room.say(text) == room.sentence("people.none")
