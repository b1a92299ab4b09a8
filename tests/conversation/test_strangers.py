"""Who may not use this bot gets one polite line without any data."""

import pytest
from telegram import Update

from bot.conversation.conversation import Conversation, Defaults
from bot.conversation.effects import Message, Say, Toast
from bot.conversation.incoming import Pressed, Sender
from bot.conversation.texts import Texts
from bot.languages import Language
from bot.telegram.updates import read_update
from tests.conversation.room import LANGUAGES, check

STRANGER = 5_000_000_123


def said_to(code: str | None, text: str) -> Message:
    """Return what a stranger reads who types a text."""
    user = {"id": STRANGER, "is_bot": False, "first_name": "<b>&"}
    sender = {**user, "language_code": code} if code else user
    chat = {"id": STRANGER, "type": "private"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": sender, "text": text}
    incoming = read_update(Update.de_json({"update_id": 1, "message": message}, None))
    assert incoming
    (answer,) = Conversation(Defaults()).stranger(incoming)
    assert isinstance(answer, Say)
    return answer.message


@pytest.mark.parametrize("code", LANGUAGES)
def test_start_tells_the_strangers_own_id_and_how_to_be_let_in(code: str) -> None:
    """Promise: the id and the key of the configuration, nothing else."""
    message = said_to(code, "/start")
    check(message)
    assert f"<code>{STRANGER}</code>" in message.text
    assert "allowed_users" in message.text
    assert message.buttons == ()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("text", ["hello", "/people", "/add Kari", "<b>", "done"])
def test_anything_else_gets_one_polite_line(code: str, text: str) -> None:
    """Promise: in their language, without any data and without buttons."""
    message = said_to(code, text)
    check(message)
    assert message.text == Texts(Language(code))("stranger", id=STRANGER)
    assert str(STRANGER) not in message.text
    assert message.buttons == ()


def test_without_a_language_code_the_configured_language_speaks() -> None:
    """Promise: the default decides, as for everybody."""
    assert said_to(None, "hi").text == Texts(Language.EN)("stranger", id=STRANGER)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_pressed_button_gets_a_passing_line(code: str) -> None:
    """Promise: a button of a forwarded message does nothing but answer."""
    pressed = Pressed(1, Sender(STRANGER, "Eve", code), "fa", "q", 5)
    (answer,) = Conversation(Defaults()).stranger(pressed)
    assert answer == Toast(Texts(Language(code)).label("stranger.press"))
