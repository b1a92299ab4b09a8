"""What is stored, and who can read the chat."""

import pytest

from bot.application.vary_draft import agree
from bot.conversation.conversation import Conversation, Defaults
from tests.conversation.room import LANGUAGES, settled


@pytest.mark.parametrize("code", LANGUAGES)
def test_privacy_says_who_can_read_the_chat(code: str) -> None:
    """Promise: one file on the machine, Telegram sees the chat, how to be forgotten."""
    said = settled(code).say("/privacy")
    assert said.count("Telegram") >= 2
    assert "/forget" in said


@pytest.mark.parametrize("code", LANGUAGES)
def test_privacy_tells_of_a_model_that_was_agreed_to(code: str) -> None:
    """Promise: whoever said yes to a language model reads that here too, and nobody else does."""
    room = settled(code)
    room.conversation = Conversation(Defaults(), "tiny (localhost)")
    assert "tiny" not in room.say("/privacy")
    room.book = agree(room.book, "tiny (localhost)")
    assert "tiny (localhost)" in room.say("/privacy")
    assert "/settings" in room.answer
