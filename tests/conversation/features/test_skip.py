"""Not this time: on to the next turn, without a claimed contact."""

import pytest

from tests.conversation.room import LANGUAGES, nudged


@pytest.mark.parametrize("code", LANGUAGES)
def test_skip_moves_on_without_claiming_contact(code: str) -> None:
    """Promise: the next turn, no contact; by button, word or command."""
    for act in ("tap", "/skip", "skip", "hopp over", "hoppa över"):
        room = nudged(code)
        answer = room.tap("button.skip") if act == "tap" else room.say(act)
        assert room.sentence("skip.closing", name="Kari") in answer
        assert room.nudge.labels == []
        assert room.wait(days=3) == []
