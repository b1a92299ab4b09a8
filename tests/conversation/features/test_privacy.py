"""What is stored, and who can read the chat."""

import pytest

from tests.conversation.room import LANGUAGES, settled


@pytest.mark.parametrize("code", LANGUAGES)
def test_privacy_says_who_can_read_the_chat(code: str) -> None:
    """Promise: one file on the machine, Telegram sees the chat, how to be forgotten."""
    said = settled(code).say("/privacy")
    assert said.count("Telegram") >= 2
    assert "/forget" in said
