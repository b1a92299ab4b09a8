"""Contacts who were let go may come up again."""

import pytest

from tests.conversation.room import LANGUAGES, settled


@pytest.mark.parametrize("code", LANGUAGES)
def test_bare_bringback_offers_those_let_go(code: str) -> None:
    """Promise: the ones who can be brought back, nobody else."""
    room = settled(code, "Kari", "Ola", "Per")
    room.say("/letgo Kari")
    room.say("/bringback")
    assert room.last.labels == ["Kari"]
    assert room.press("Kari") == room.sentence("bringback.done", name="Kari")
