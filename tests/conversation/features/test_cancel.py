"""The end of any question."""

import pytest

from tests.conversation.room import LANGUAGES, settled


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "start",
    ["/add", "/note Kari", "/why", "/pace Kari", "/done", "/snooze Kari next tuesday"],
)
def test_cancel_ends_any_question(code: str, start: str) -> None:
    """Promise: /cancel, and the next words are nobody's answer."""
    room = settled(code, "Kari every year last: yesterday", "Ola every year last: yesterday")
    room.say(start)
    assert room.is_asked()
    assert room.say("/cancel") == room.sentence("cancel.done")
    assert not room.is_asked()
    assert room.say("blue moon") == room.sentence("unknown.text-hi")


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "oops, pressed that by mistake"),
        ("nb", "oi, trykket feil"),
        ("sv", "oj, tryckte fel"),
    ],
)
def test_a_question_opened_by_mistake_ends(code: str, typed: str) -> None:
    """Nothing is noted, and nothing older is taken back."""
    room = settled(code, "Kari")
    room.say("/note Kari")
    room.say(typed)
    assert not room.is_asked()
    assert room.contact("Kari").notes == ()
