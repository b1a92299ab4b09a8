"""Help, and a kind answer to anything else: never silence."""

import re
from typing import Any

import pytest

from bot.conversation.features.help import command_menu
from bot.conversation.router import HelpLine, router
from bot.conversation.texts import Texts
from bot.languages import Language
from tests.conversation.room import LANGUAGES, Room, nudged, settled

FILE = {"file_id": "a", "file_unique_id": "b"}
KINDS: list[dict[str, Any]] = [
    {"photo": [{**FILE, "width": 1, "height": 1}]},
    {"voice": {**FILE, "duration": 3}},
    {"video_note": {**FILE, "length": 3, "duration": 3}},
    {"document": FILE},
    {"location": {"latitude": 59.9, "longitude": 10.7}},
    {"dice": {"emoji": "🎲", "value": 3}},
]


@pytest.mark.parametrize("code", LANGUAGES)
def test_help_names_commands_that_exist_and_examples_that_work(code: str) -> None:
    """Promise: every command in the help is one, and each example is understood."""
    room = nudged(code)
    said = room.say("/help")
    assert set(re.findall(r"/([a-z]+)", said)) <= set(router.commands)
    for example in re.findall(r"<code>(/add .*?)</code>", room.last.message.text):
        room.say(example)
    examples = re.findall(r"<code>([^/].*?)</code>", room.last.message.text)
    for example in examples:
        room.say("/hi Kari")
        room.say(example)
        assert not room.is_nudged(), example


@pytest.mark.parametrize("language", Language)
def test_every_command_is_in_the_menu_once(language: Language) -> None:
    """Promise: no entry of the menu leads nowhere, none is missing."""
    words = [word for word, _ in command_menu(language)]
    assert sorted(words) == sorted(router.commands)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_line_of_the_help_tells_of_a_command(code: str) -> None:
    """Promise: the help is made of the lines that the commands were registered with, each once."""
    room = settled(code)
    room.say("/help")
    shown, texts = room.last.message.text, Texts(Language(code))
    for line in HelpLine:
        assert shown.count(texts(f"help.line-{line.name.lower()}")) == 1
        assert line in router.help_lines.values()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("word", router.menu())
def test_every_command_answers_without_arguments(code: str, word: str) -> None:
    """Promise: bare, in an empty book and in a full one, something kind is said."""
    assert settled(code).say(f"/{word}")
    room = nudged(code)
    assert room.say(f"/{word}")
    assert room.say(f"/{word.upper()}@HeiBot")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_text_gets_two_things_to_do(code: str, kind: dict[str, Any]) -> None:
    """Promise: answer the nudge, say hi, or add somebody: whichever is likeliest."""
    empty, full, open_nudge = settled(code), settled(code, "Kari every year"), nudged(code)
    assert empty.send(**kind) == empty.sentence("unknown.kind-add")
    assert empty.last.labels == [empty.label("button.add-someone")]
    assert full.send(**kind) == full.sentence("unknown.kind-hi")
    assert open_nudge.send(**kind) == open_nudge.sentence("unknown.kind-answer")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("text", ["banana", "?", "<b>", "   ."])
def test_unknown_words_get_two_things_to_do(code: str, text: str) -> None:
    """Promise: short and kind, never silence, never a scolding."""
    empty, full, open_nudge = settled(code), settled(code, "Kari every year"), nudged(code)
    assert full.say(text) in {full.sentence("unknown.text-hi"), full.sentence("kind.none")}
    is_word = any(char.isalnum() for char in text)
    assert open_nudge.say(text) == open_nudge.sentence(
        "meant.ask" if is_word else "unknown.text-answer"
    )
    assert empty.say("/frobnicate") == empty.sentence("unknown.command")
    assert empty.say("/") == empty.sentence("unknown.command")


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
def test_groups_are_left_alone(kind: str) -> None:
    """Promise: nothing is said and nothing is stored where others read."""
    room = settled("en", "Kari")
    before = room.book
    chat = {"id": -5, "type": kind, "title": "Family"}
    assert room.send(text="/start", chat=chat) == ""
    assert room.send(text="done", chat=chat, sender_chat=chat) == ""
    assert room.send("channel_post", text="/start", chat=chat) == ""
    query = {"id": "q", "from": {"id": 7, "is_bot": False, "first_name": "A"}}
    message = {"message_id": 5, "date": 1, "chat": chat}
    press = {**query, "chat_instance": "c", "data": "fa", "message": message}
    assert room.update(callback_query=press) == ""
    assert room.book == before


def test_service_messages_are_left_alone() -> None:
    """Promise: a pinned message is no message to Hei."""
    room = Room("en")
    assert (
        room.send(pinned_message={"message_id": 3, "date": 0, "chat": {"id": 7, "type": "x"}}) == ""
    )
    assert room.update(my_chat_member=None) == ""


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_apology_is_in_the_users_language(code: str) -> None:
    """Promise: when a message could not be handled the user is told in their language."""
    room = settled(code)
    from tests.conversation.room import plain

    assert plain(room.conversation.sorry(room.book).text) == room.sentence("sorry")


def test_a_caption_is_words() -> None:
    """Promise: a picture that says "done" answers the nudge; commands work as well."""
    room = nudged("en")
    room.send(**KINDS[0], caption="done, new dog")
    assert not room.is_nudged()
    room.send(**KINDS[0], caption="/people")
    assert room.last.labels == ["Kari"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_newer_kinds_of_messages_are_not_met_with_silence(code: str) -> None:
    """Promise: what Telegram invents next is answered too."""
    room = settled(code, "Kari every year")
    assert room.send(checklist={"title": "x", "tasks": []}) == room.sentence("unknown.kind-hi")
