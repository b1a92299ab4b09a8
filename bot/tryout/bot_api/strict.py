"""What Telegram checks before it does anything, and how it describes what is wrong."""

import re
from datetime import timedelta

from bot.tryout.bot_api.calls import Call
from bot.tryout.bot_api.entities import checked_entities, parse_html
from bot.tryout.bot_api.keyboards import checked_markup
from bot.tryout.world.chats import Chat, Chats, Content
from bot.tryout.world.errors import ApiError, bad_request
from bot.tryout.world.messages import ChatMessage
from bot.tryout.world.utf16 import (
    CAPTION_LIMIT,
    MESSAGE_LIMIT,
    Json,
    cleaned,
    found,
    length,
    trimmed,
)

ANSWER_LIMIT = 200
DELETABLE_FOR = timedelta(hours=48)
COMMANDS_LIMIT = 100
DESCRIPTION_LIMITS = {"description": 512, "short_description": 120}
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_DESCRIPTION_LIMIT = 256


def the_chat(chats: Chats, call: Call) -> Chat:
    """Return the chat a call is about, when the bot may write there.

    Raises:
        ApiError: 400 when it is missing or unknown, 403 when the bot is blocked.
    """
    wanted = call.text("chat_id").strip()
    if not wanted:
        raise bad_request("chat_id is empty")
    chat = chats.chats.get(int(wanted)) if re.fullmatch(r"-?\d{1,18}", wanted) else None
    if chat is None:
        raise bad_request("chat not found")
    if chat.blocked:
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    return chat


def the_content(call: Call) -> Content:
    """Return the text, entities and buttons of a message.

    Raises:
        ApiError: 400 when the text can't be parsed, is empty or too long, or a button is wrong.
    """
    text, entities = _formatted(call, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if length(text) > MESSAGE_LIMIT:
        raise bad_request("message is too long")
    return Content(text, entities, checked_markup(call.structure("reply_markup")))


def the_caption(call: Call, attachment: Json) -> Content:
    """Return what a message with an attachment holds.

    Raises:
        ApiError: 400 when the caption can't be parsed or is too long, or a button is wrong.
    """
    text, entities = _formatted(call, "caption", "caption_entities")
    if length(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return Content(text, entities, checked_markup(call.structure("reply_markup")), attachment)


def _formatted(call: Call, name: str, entities_name: str) -> tuple[str, list[Json]]:
    source = cleaned(call.text(name))
    mode = call.text("parse_mode").lower()
    if mode == "html":
        text, entities = parse_html(source)
    elif mode in {"", "none"}:
        text, entities = source, checked_entities(source, call.objects(entities_name) or [])
    else:
        raise bad_request("unsupported parse_mode")
    text, entities = trimmed(text, entities)
    return text, entities + found(text, entities)


def the_replied(chat: Chat, call: Call) -> ChatMessage | None:
    """Return the message that a new one answers; None when it answers none.

    Raises:
        ApiError: 400 when that message is gone and the caller insists on it.
    """
    parameters = call.structure("reply_parameters")
    if isinstance(parameters, dict):
        wanted = int(parameters.get("message_id", 0))
        lenient = bool(parameters.get("allow_sending_without_reply"))
    else:
        wanted = call.integer("reply_to_message_id")
        lenient = call.flag("allow_sending_without_reply")
    replied = chat.messages.get(wanted)
    if wanted and replied is None and not lenient:
        raise bad_request("message to be replied not found")
    return replied


def the_editable(chats: Chats, chat: Chat, call: Call) -> ChatMessage:
    """Return the bot's own message that a call wants to change.

    Raises:
        ApiError: 400 when it is gone or somebody else's.
    """
    message = chat.messages.get(call.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender.id != chats.bot.id:
        raise bad_request("message can't be edited")
    return message


def check_modified(message: ChatMessage, content: Content) -> None:
    """Refuse an edit that changes nothing.

    Raises:
        ApiError: 400 when text, entities and buttons are what they were.
    """
    before = (message.text, message.entities, message.markup)
    if before == (content.text, content.entities, content.markup):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )


def the_deletable(chats: Chats, chat: Chat, call: Call) -> ChatMessage:
    """Return the message that a call may take away.

    Raises:
        ApiError: 400 when it is gone or older than 48 hours.
    """
    message = chat.messages.get(call.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if chats.clock.now() - message.sent_at > DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")
    return message


def check_answer(chats: Chats, call: Call) -> None:
    """Refuse an answer to a button pressed too long ago, or one that says too much.

    Raises:
        ApiError: 400 in both cases.
    """
    if not chats.is_valid(call.text("callback_query_id")):
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if length(call.text("text")) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")


def the_commands(call: Call) -> list[Json]:
    """Return the list of commands for the menu.

    Raises:
        ApiError: 400 when there are too many or one is not well formed.
    """
    commands = call.objects("commands") or []
    if len(commands) > COMMANDS_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        description = str(command.get("description", "")).strip()
        if not description:
            raise bad_request("command description must be non-empty")
        if length(description) > _DESCRIPTION_LIMIT:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return [
        {"command": one["command"].removeprefix("/"), "description": one["description"].strip()}
        for one in commands
    ]
