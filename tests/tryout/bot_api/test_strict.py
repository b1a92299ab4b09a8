"""Each rule of Telegram's that a bot can break has its refusal, word by word."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, InvalidToken

from bot.tryout.client import Person
from bot.tryout.server import Tryout
from bot.tryout.world.errors import ApiError
from bot.tryout.world.messages import HappeningKind
from bot.tryout.world.movable_clock import MovableClock

OK = [[{"text": "ok", "callback_data": "ok"}]]
UNMODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


def refused(body: dict[str, Any]) -> str:
    """Return why a call was a bad request."""
    assert body["ok"] is False
    assert body["error_code"] == 400
    return str(body["description"]).removeprefix("Bad Request: ")


TEXTS: list[tuple[dict[str, Any], str]] = [
    ({}, "message text is empty"),
    ({"text": " \n\t"}, "message text is empty"),
    ({"text": "\x00\x01"}, "message text is empty"),
    ({"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "👋" * 2049}, "message is too long"),
    ({"text": "a", "parse_mode": "Word"}, "unsupported parse_mode"),
    (
        {"text": "<b>a", "parse_mode": "html"},
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    ({"text": "a", "entities": "x"}, "can't parse entities JSON object"),
    ({"text": "a", "entities": {}}, "can't parse entities: expected an Array of Objects"),
]


@pytest.mark.parametrize(("parameters", "reason"), TEXTS)
async def test_text_must_be_sendable(
    call: Any, person: Person, parameters: dict[str, Any], reason: str
) -> None:
    """Empty, too long and unparsable texts are refused, and nothing is sent."""
    assert refused(await call("sendMessage", chat_id=42, **parameters)) == reason
    assert person.messages == []


async def test_length_counts_after_parsing(bot: Bot, person: Person) -> None:
    """4096 code units of text fit, however many tags stand around them."""
    text = "".join(f"<b>{letter}</b>" for letter in "x" * 4096)
    await bot.send_message(42, text, parse_mode="HTML")
    assert person.messages[-1].text == "x" * 4096


ENTITIES: list[tuple[dict[str, Any], str]] = [
    (
        {"type": "bold", "offset": 100, "length": 1},
        "entity begins after the end of the text at UTF-16 offset 100",
    ),
    (
        {"type": "bold", "offset": 0, "length": 100},
        "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100",
    ),
    (
        {"type": "bold", "offset": -1, "length": 1},
        "receive an entity with incorrect offset -1",
    ),
    (
        {"type": "loud", "offset": 0, "length": 1},
        "can't parse MessageEntity: Unsupported type specified",
    ),
]


@pytest.mark.parametrize(("entity", "reason"), ENTITIES)
async def test_own_entities_must_fit(
    call: Any, person: Person, entity: dict[str, Any], reason: str
) -> None:
    """Entities that a bot marks itself lie inside the text and have a known type."""
    answer = await call("sendMessage", chat_id=person.user.id, text="hello", entities=[entity])
    assert refused(answer) == reason


async def test_own_entities_are_kept(call: Any, person: Person) -> None:
    """Entities that fit stand in the message, those that Telegram finds itself are found."""
    bold = {"type": "bold", "offset": 0, "length": 2}
    command = {"type": "bot_command", "offset": 3, "length": 4}
    await call("sendMessage", chat_id=42, text="hi /add", entities=[bold, command])
    assert person.messages[-1].entities == [bold, command]


UNPARSABLE = "can't parse inline keyboard button: "
UNALLOWED = f"{UNPARSABLE}Text buttons are unallowed in the inline keyboard"
URL = "inline keyboard button URL '{}' is invalid: {}"
BUTTONS: list[tuple[Any, str]] = [
    ({"text": "a", "callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
    ({"text": "a", "callback_data": "å" * 33}, "BUTTON_DATA_INVALID"),
    ({"text": "a", "callback_data": ""}, UNALLOWED),
    ({"text": "a"}, UNALLOWED),
    (
        {"text": "a", "callback_data": "x", "url": "https://x.y"},
        f"{UNPARSABLE}exactly one action is allowed, found url, callback_data",
    ),
    ({"text": " ", "callback_data": "x"}, "inline keyboard button text must be non-empty"),
    ({"callback_data": "x"}, "can't parse inline keyboard button: Can't find field \"text\""),
    (
        {"text": 1, "callback_data": "x"},
        'can\'t parse inline keyboard button: Field "text" must be of type String',
    ),
    ("a", "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
    ({"text": "a", "copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID"),
    ({"text": "a", "copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
    (
        {"text": "a", "copy_text": "x"},
        'can\'t parse inline keyboard button: Field "copy_text" must be of type Object',
    ),
    *[
        ({"text": "a", "url": url}, URL.format(url, reason))
        for url, reason in [
            ("not-a-url", "Wrong HTTP URL"),
            ("https://x y.z", "Wrong HTTP URL"),
            ("http://[x", "Wrong HTTP URL"),
            ("http://localhost", "Wrong HTTP URL"),
            ("ftp://example.com", "Unsupported URL protocol"),
            ("mailto:kari@x.no", "Unsupported URL protocol"),
            ("tel:+4790000000", "Wrong port number specified in the URL"),
            ("sms:4790000000", "Wrong port number specified in the URL"),
            ("https://example.com:99999", "Wrong port number specified in the URL"),
            ("https://", "URL host is empty"),
            ("tg:", "URL host is empty"),
        ]
    ],
]


@pytest.mark.parametrize(("button", "reason"), BUTTONS)
async def test_inline_button_must_be_usable(
    call: Any, person: Person, button: Any, reason: str
) -> None:
    """A button has a text and exactly one action that every client can carry out."""
    markup = {"inline_keyboard": [[button]]}
    answer = await call("sendMessage", chat_id=42, text="a", reply_markup=markup)
    assert refused(answer) == reason
    assert person.messages == []


MARKUPS: list[tuple[Any, str]] = [
    ([], "object expected as reply markup"),
    ({"buttons": []}, "object expected as reply markup"),
    ("{", "can't parse reply markup JSON object"),
    (
        {"inline_keyboard": [{}]},
        'field "inline_keyboard" of the ReplyMarkup must be an Array of Arrays',
    ),
    ({"inline_keyboard": [OK[0] * 9]}, "REPLY_MARKUP_TOO_LONG"),
    ({"inline_keyboard": OK * 101}, "REPLY_MARKUP_TOO_LONG"),
    ({"keyboard": [[{"text": ""}]]}, "keyboard button text must be non-empty"),
    ({"keyboard": [[1]]}, "can't parse keyboard button: KeyboardButton must be an Object"),
]


@pytest.mark.parametrize(("markup", "reason"), MARKUPS)
async def test_markup_must_be_a_keyboard(
    call: Any, person: Person, markup: Any, reason: str
) -> None:
    """What is no keyboard, or too large a one, is refused."""
    answer = await call("sendMessage", chat_id=person.user.id, text="a", reply_markup=markup)
    assert refused(answer) == reason


ALLOWED = [
    {"text": "a", "callback_data": "x" * 64},
    {"text": "a", "copy_text": {"text": "x" * 256}},
    {"text": "a", "url": "https://t.me/kari?text=Hei%20Kari"},
    {"text": "a", "url": "t.me/kari"},
    {"text": "a", "url": "tg://user?id=1"},
    {"text": "a", "switch_inline_query": ""},
]


@pytest.mark.parametrize("button", ALLOWED)
async def test_button_at_the_limit_is_fine(
    call: Any, person: Person, button: dict[str, Any]
) -> None:
    """64 bytes of data, 256 characters to copy and addresses with a host are taken."""
    markup = {"inline_keyboard": [[button], []]}
    await call("sendMessage", chat_id=42, text="a", reply_markup=markup)
    assert person.messages[-1].rows == [[button]]


async def test_empty_inline_keyboard_is_none(call: Any, person: Person) -> None:
    """No rows, no keyboard, and no error."""
    await call("sendMessage", chat_id=42, text="a", reply_markup={"inline_keyboard": [[]]})
    assert person.messages[-1].markup is None


@pytest.mark.parametrize(
    ("chat_id", "reason"),
    [("", "chat_id is empty"), (7, "chat not found"), ("@nobody", "chat not found")],
)
async def test_chat_must_be_known(call: Any, chat_id: object, reason: str) -> None:
    """The bot only writes where somebody knows it."""
    assert refused(await call("sendMessage", chat_id=chat_id, text="a")) == reason


async def test_blocked_bot_is_told(bot: Bot, person: Person, call: Any) -> None:
    """Whoever blocked the bot gets nothing from it, and taking it back helps."""
    person.block()
    body = await call("sendMessage", chat_id=42, text="a")
    assert body == {
        "ok": False,
        "error_code": 403,
        "description": "Forbidden: bot was blocked by the user",
    }
    with pytest.raises(Forbidden):
        await bot.send_chat_action(42, "typing")
    person.unblock()
    await bot.send_message(42, "a")


async def test_reply_needs_its_message(bot: Bot, call: Any, person: Person) -> None:
    """An answer to a message that is gone is refused, unless the bot does not insist."""
    gone = "message to be replied not found"
    for parameters in ({"reply_parameters": {"message_id": 9}}, {"reply_to_message_id": 9}):
        assert refused(await call("sendMessage", chat_id=42, text="a", **parameters)) == gone
    await bot.send_message(42, "a", reply_to_message_id=9, allow_sending_without_reply=True)
    await call("sendMessage", chat_id=42, text="b", reply_to_message_id=9,
               allow_sending_without_reply=True)  # fmt: skip
    sent = await bot.send_message(42, "c", reply_to_message_id=person.messages[0].id)
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "a"


async def test_unmodified_edit_is_refused(bot: Bot, call: Any, person: Person) -> None:
    """An edit changes the text, the marks or the buttons, or it is refused."""
    await bot.send_message(42, "<b>a</b>", parse_mode="HTML", reply_markup=_keyboard("x"))
    same = {"chat_id": 42, "message_id": 1, "text": "a"}
    marks = [{"type": "bold", "offset": 0, "length": 1}]
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}
    body = await call("editMessageText", **same, entities=marks, reply_markup=markup)
    assert refused(body) == UNMODIFIED
    body = await call("editMessageReplyMarkup", chat_id=42, message_id=1, reply_markup=markup)
    assert refused(body) == UNMODIFIED
    await bot.edit_message_reply_markup(42, 1, reply_markup=_keyboard("y"))
    assert person.messages[0].edited_at is None
    await bot.edit_message_text("a", 42, 1)
    assert person.messages[0].markup is None
    assert person.messages[0].edited_at is not None


async def test_only_own_messages_can_be_edited(bot: Bot, call: Any, person: Person) -> None:
    """The bot edits what it wrote and what is still there."""
    own = await person.type("mine")
    body = await call("editMessageText", chat_id=42, message_id=own.id, text="a")
    assert refused(body) == "message can't be edited"
    body = await call("editMessageText", chat_id=42, message_id=99, text="a")
    assert refused(body) == "message to edit not found"
    await bot.send_photo(42, b"picture")
    body = await call("editMessageText", chat_id=42, message_id=2, text="a")
    assert refused(body) == "there is no text in the message to edit"


async def test_deleting_needs_a_young_message(
    bot: Bot, call: Any, person: Person, clock: MovableClock
) -> None:
    """A message goes once, and only within 48 hours."""
    await bot.send_message(42, "a")
    await bot.send_message(42, "b")
    assert await bot.delete_message(42, 1)
    body = await call("deleteMessage", chat_id=42, message_id=1)
    assert refused(body) == "message to delete not found"
    clock.advance(timedelta(hours=49))
    body = await call("deleteMessage", chat_id=42, message_id=2)
    assert refused(body) == "message can't be deleted for everyone"
    assert [one.kind for one in person.happenings][-1] is HappeningKind.DELETE


STALE = "query is too old and response timeout expired or query ID is invalid"


async def test_stale_query_is_refused(
    bot: Bot, call: Any, person: Person, clock: MovableClock
) -> None:
    """A pressed button is answered within 15 minutes of the movable clock, or not at all."""
    await bot.send_message(42, "a", reply_markup=_keyboard("x"))
    await person.press("x")
    (update,) = await bot.get_updates()
    assert update.callback_query is not None
    query = update.callback_query
    assert refused(await call("answerCallbackQuery", callback_query_id="1")) == STALE
    body = await call("answerCallbackQuery", callback_query_id=query.id, text="x" * 201)
    assert refused(body) == "MESSAGE_TOO_LONG"
    clock.advance(timedelta(minutes=15))
    assert await query.answer("x" * 200)
    clock.advance(timedelta(seconds=1))
    assert refused(await call("answerCallbackQuery", callback_query_id=query.id)) == STALE
    await person.press("x")
    assert len(person.happenings) == 2


COMMANDS: list[tuple[list[dict[str, str]], str]] = [
    ([{"command": "Add", "description": "a"}], "BOT_COMMAND_INVALID"),
    ([{"command": "a" * 33, "description": "a"}], "BOT_COMMAND_INVALID"),
    ([{"command": "", "description": "a"}], "BOT_COMMAND_INVALID"),
    ([{"command": "add", "description": " "}], "command description must be non-empty"),
    ([{"command": "add", "description": "x" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
    ([{"command": "add", "description": "a"}] * 101, "BOT_COMMANDS_TOO_MUCH"),
]


@pytest.mark.parametrize(("commands", "reason"), COMMANDS)
async def test_menu_must_be_well_formed(
    call: Any, commands: list[dict[str, str]], reason: str
) -> None:
    """Commands are short, lower-case and described."""
    assert refused(await call("setMyCommands", commands=commands)) == reason


async def test_wrong_token_is_unauthorized(tryout: Tryout) -> None:
    """With a fixed token, no other is let in."""
    with pytest.raises(InvalidToken):
        async with Bot("1:other", base_url=tryout.base_url):
            pass


async def test_python_telegram_bot_sees_the_refusal(bot: Bot, person: Person) -> None:
    """The unchanged library raises its own errors for the stand-in's refusals."""
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await bot.send_message(person.user.id, "a", reply_markup=_keyboard("x" * 65))


async def test_limits_hold_when_asked_for(clock: MovableClock) -> None:
    """With limits on, the fourth message to a chat within a second waits, other chats do not."""
    tryout = Tryout(clock, rate_limited=True)
    await tryout.start()
    tryout.person(1)
    tryout.person(2)
    async with httpx.AsyncClient(base_url=f"{tryout.base_url}1:a/") as client:

        async def send(chat_id: int) -> dict[str, Any]:
            answer = await client.get(f"sendMessage?chat_id={chat_id}&text=a")
            body: dict[str, Any] = answer.json()
            return body

        assert all([(await send(1))["ok"] for _ in range(3)])
        assert await send(1) == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 1",
            "parameters": {"retry_after": 1},
        }
        assert (await send(2))["ok"]
    await tryout.stop()


def test_error_shows_how_long_to_wait() -> None:
    """Only an error that has a wait tells one."""
    assert "parameters" not in ApiError(400, "a").as_json()
    assert ApiError(429, "a", 3).as_json()["parameters"] == {"retry_after": 3}


def _keyboard(data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data=data)]])
