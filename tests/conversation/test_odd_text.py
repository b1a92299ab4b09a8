"""Odd names and texts: markup, quotes, NUL, direction marks, emoji, 5,000 characters."""

import sys
from collections import Counter

import pytest

from bot.domain.names import NAME_LIMIT
from tests.conversation.room import LANGUAGES, settled

ODD = [
    "<b>&\"'",
    "</b></pre><code>",
    "&lt;script&gt;",
    "{name} {0} %s",
    "Eve\x00n\x07",
    "\u202eRTL\u202c",
    "עברית ثم",
    "👩‍👩‍👧‍👦 Fam 🇳🇴",
    "Z̸͓a̷l̵g̶o̴",
    "\ud83d\ude00",
    "Åse-Øyvind D'Ærlig",
    "line\nbreak",
    "x" * 5000,
    "🐶" * 3000,
    "a_b*c`d[e](f)",
    "https://t.me/x?text=1&b=2",
]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_nothing_a_user_types_breaks_a_message(code: str, odd: str) -> None:
    """Promise: every answer is a message that Telegram takes (Room checks each one)."""
    room = settled(code, "Kari @kari_n", "Ola +4741234567")
    for text in (
        odd,
        f"/add {odd}",
        f"/rename Ola: {odd}",
        f"/nickname Ola: {odd}",
        f"/note Kari: {odd}",
        f"/why Kari: {odd}",
        f"/done Kari {odd}",
        f"done, {odd}",
        f"/snooze {odd}",
        f"/rest {odd}",
        f"/pace Kari {odd}",
        f"/person {odd}",
        f"/forget {odd}",
        f"/{odd}",
        "/people",
        "/person Kari",
        "/person",
    ):
        assert room.say(text), text
    room.say("/hi Kari")
    assert room.nudge.labels
    for setting in ("setting.PLACE", "setting.QUIET"):
        room.say("/settings")
        room.tap(setting)
        assert room.say(odd)
    room.send(contact={"phone_number": odd[:20], "first_name": odd[:200]})
    assert all(len(contact.name) <= NAME_LIMIT for contact in room.book.contacts.values())


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_a_user_with_an_odd_name_is_greeted(odd: str) -> None:
    """Promise: the sender's own name is text too."""
    from tests.conversation.room import Room

    room = Room("en", name=odd)
    assert room.say("/start")


@pytest.mark.parametrize("name", ['<b>Bo</b> & "co"', "👩‍👩‍👧‍👦 Fam", "D'Ærlig", "עברית"])
def test_a_name_is_kept_letter_by_letter(name: str) -> None:
    """Promise: any Unicode text; it comes back as it was typed, on card, button and nudge."""
    room = settled("en", "Kari")
    room.say(f"/rename Kari: {name}")
    room.say("/people")
    assert room.last.labels == [name]
    room.press(name)
    assert room.last.text.startswith(name)
    room.say(f"/hi {name}")
    assert room.nudge.text.startswith(name)


def test_direction_marks_and_control_characters_go() -> None:
    """Promise: a name cannot turn the text around it."""
    room = settled("en", "\u202eEve\u202c\x00n")
    assert list(room.book.names().values()) == ["Even"]


def test_lone_surrogates_and_long_cards_are_split() -> None:
    """Promise: a card with many long notes still reaches the user, whole."""
    room = settled("en", "Kari")
    for n in range(12):
        room.say(f"/note Kari: {n} <&> " + "ø🐶" * 240)
    card = room.say("/person Kari")
    assert all(f"{n} <&> " in card for n in range(12))
    assert len(card) > 4096


REPEATED = [
    "she got a new job, ",
    "called kari yesterday. ",
    "add bo and pip and ",
    "kari and ola on monday, ",
    "1 2 3 4 ",
    "lorem ipsum dolor ",
    "no answer, called ola ",
    "until monday the 22nd ",
]


@pytest.mark.parametrize("said", REPEATED)
def test_a_long_message_takes_no_more_work_than_its_length(said: str) -> None:
    """Promise: four times the text, by far not sixteen times the work; nobody else has to wait."""
    short, long = (_calls(said * (length // len(said))) for length in (900, 3600))
    assert long < 8 * short


def _calls(text: str) -> int:
    """Return how many functions are called while a text is read."""
    room = settled("en", "Kari", "Ola")
    room.say("done")
    calls = Counter[str]()
    sys.setprofile(lambda _frame, event, _arg: calls.update([event]))
    try:
        room.say(text)
    finally:
        sys.setprofile(None)
    return calls["call"]
