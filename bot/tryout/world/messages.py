"""Users, chats and messages as values, and their JSON."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.tryout.world.utf16 import Json


@dataclass(frozen=True, slots=True)
class User:
    """A person or a bot."""

    id: int
    first_name: str
    language_code: str | None = None
    username: str | None = None
    is_bot: bool = False

    def as_json(self) -> Json:
        """Return the user as the Bot API shows it."""
        shown: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            shown["username"] = self.username
        if self.language_code:
            shown["language_code"] = self.language_code
        return shown


@dataclass(frozen=True, slots=True)
class Group:
    """A group chat that somebody put the bot into; its id is negative."""

    id: int
    title: str

    def as_json(self) -> Json:
        """Return the chat as the Bot API shows it."""
        return {"id": self.id, "type": "group", "title": self.title}


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """A message as it stood at one moment; an edit makes a new value with the same id.

    ``text`` is the caption where ``attachment`` holds a photo or the like. ``entities`` count in
    UTF-16 code units. ``markup`` is the reply markup as the bot gave it.
    """

    id: int
    chat: Json = field(repr=False)
    sender: User
    sent_at: datetime
    text: str = ""
    entities: list[Json] = field(default_factory=list, repr=False)
    markup: Json | None = None
    attachment: Json = field(default_factory=dict)
    reply_to: "ChatMessage | None" = field(default=None, repr=False)
    edited_at: datetime | None = None

    @property
    def rows(self) -> list[list[Json]]:
        """The buttons under the message, or those of the reply keyboard it brought."""
        markup = self.markup or {}
        rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
        return [[one if isinstance(one, dict) else {"text": one} for one in row] for row in rows]

    @property
    def labels(self) -> list[str]:
        """What is written on the buttons, row by row."""
        return [button["text"] for row in self.rows for button in row]

    @property
    def inline(self) -> bool:
        """Whether its buttons hang under the message itself."""
        return "inline_keyboard" in (self.markup or {})

    def as_json(self, *, with_reply: bool = True) -> Json:
        """Return the message as the Bot API shows it.

        Args:
            with_reply: whether the message it answers is shown in it; Telegram does so once.
        """
        shown: Json = {
            "message_id": self.id,
            "from": self.sender.as_json(),
            "chat": self.chat,
            "date": int(self.sent_at.timestamp()),
        }
        if self.edited_at:
            shown["edit_date"] = int(self.edited_at.timestamp())
        if with_reply and self.reply_to:
            shown["reply_to_message"] = self.reply_to.as_json(with_reply=False)
        shown |= self.attachment
        named = ("caption", "caption_entities") if self.attachment else ("text", "entities")
        shown |= {
            name: value
            for name, value in zip(named, (self.text, self.entities), strict=True)
            if value
        }
        if self.inline:
            shown["reply_markup"] = self.markup
        return shown


class HappeningKind(StrEnum):
    """What may happen in a chat."""

    MESSAGE = "message"
    """A new message, the person's or the bot's."""
    EDIT = "edit"
    """A message changed: its text, its buttons or both."""
    DELETE = "delete"
    """A message went away."""
    TOAST = "toast"
    """The bot answered a pressed button; the text may be empty."""
    TYPING = "typing"
    """The bot shows that it is at work."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened in a chat."""

    kind: HappeningKind
    message: ChatMessage | None = None
    text: str = ""
    """The message's text, or what the callback answer says."""
    alert: bool = False
    """Whether a callback answer wants to be confirmed."""
