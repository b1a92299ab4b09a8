"""The end of a rest, without a backlog."""

import pytest

from tests.conversation.room import LANGUAGES, settled


@pytest.mark.parametrize("code", LANGUAGES)
def test_waking_has_no_backlog(code: str) -> None:
    """Promise: what was due is spread over 21 days."""
    room = settled(code, *(f"Friend{n} every week last: 2 weeks ago" for n in range(8)))
    room.say("/rest")
    room.wait(days=60)
    room.say("/wake")
    first = room.wait(days=7)
    assert len(first) <= 3
    assert len(first) + len(room.wait(days=21)) <= 9


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_stale_wake_button_is_harmless(code: str) -> None:
    """Promise: pressed twice, the second says that Hei is awake."""
    room = settled(code)
    room.say("/rest")
    message, data = room.last, room.last.data(room.label("button.wake"))
    room.tap("button.wake")
    assert room.press_data(data, message.id) == room.sentence("wake.awake")
