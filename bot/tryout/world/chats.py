"""What stands in the chats: messages, presses and their order."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count

from bot.tryout.world.errors import HungUp
from bot.tryout.world.messages import ChatMessage, Group, Happening, HappeningKind, User
from bot.tryout.world.movable_clock import HasNow
from bot.tryout.world.update_queue import Updates
from bot.tryout.world.utf16 import Json, cleaned, found

QUERY_VALIDITY = timedelta(minutes=15)


class Journal:
    """All that happened in a chat, in order; whoever watches reads on from a position."""

    def __init__(self) -> None:
        self._items: list[Happening] = []
        self._watching: set[asyncio.Future[None]] = set()
        self._closed = False

    def __len__(self) -> int:
        return len(self._items)

    def append(self, happening: Happening) -> None:
        """Add what happened last and wake everyone who waits for it."""
        self._items.append(happening)
        self.wake()

    def since(self, position: int) -> list[Happening]:
        """Return what happened from a position on; the length of the log is the next one."""
        return self._items[position:]

    async def changed(self) -> None:
        """Return once something happened, or somebody called for attention.

        Raises:
            HungUp: when the log is closed, so that nothing will happen any more.
        """
        if not self._closed:
            watching = asyncio.get_running_loop().create_future()
            self._watching.add(watching)
            try:
                await watching
            finally:
                self._watching.discard(watching)
        if self._closed:
            raise HungUp

    def wake(self) -> None:
        """Let everyone who waits look again."""
        for watching in self._watching:
            if not watching.done():
                watching.set_result(None)

    def close(self) -> None:
        """Wake everyone for the last time."""
        self._closed = True
        self.wake()


@dataclass(eq=False)
class Chat:
    """One chat with the bot: a person's own, or a group's."""

    shown: Json
    messages: dict[int, ChatMessage] = field(default_factory=dict)
    log: Journal = field(default_factory=Journal)
    blocked: bool = False
    """Whether the person has blocked the bot."""
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def id(self) -> int:
        """The chat's id; a private chat has its person's."""
        return int(self.shown["id"])

    def add(self, message: ChatMessage) -> ChatMessage:
        """Put a new message into the chat."""
        self.messages[message.id] = message
        self.log.append(Happening(HappeningKind.MESSAGE, message, message.text))
        return message

    def put(self, message: ChatMessage) -> ChatMessage:
        """Replace a message by its edited self."""
        self.messages[message.id] = message
        self.log.append(Happening(HappeningKind.EDIT, message, message.text))
        return message

    def remove(self, message: ChatMessage) -> None:
        """Take a message out of the chat."""
        del self.messages[message.id]
        self.log.append(Happening(HappeningKind.DELETE, message))


@dataclass(frozen=True, slots=True)
class Content:
    """What a message of the bot's holds, checked already."""

    text: str = ""
    entities: list[Json] = field(default_factory=list)
    markup: Json | None = None
    attachment: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Query:
    """A pressed button that waits for the bot's answer."""

    chat: Chat
    pressed_at: datetime


class Chats:
    """All chats of one bot, and what the bot has not fetched or answered yet.

    Args:
        clock: the movable clock that dates messages and lets callback queries grow old.
        bot: who the bot is.
    """

    def __init__(self, clock: HasNow, bot: User) -> None:
        self.clock = clock
        self.bot = bot
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.updates = Updates()
        self._used = 0
        self.queries: dict[str, Query] = {}
        self.files: dict[str, tuple[str, bytes]] = {}
        self._query_ids = count(4_382_070_516_000_001)
        self._file_ids = count(1)

    def begin_after(self, used: int) -> None:
        """Pass over ids given out before this start, to a bot that kept its data.

        It would take them for updates and messages that it knows already. To be called before
        anybody is met.

        Args:
            used: how many ids of updates, and in each chat of messages.
        """
        self._used = used
        self.updates.begin_after(used)

    def meet(self, user: User) -> Chat:
        """Make a person known, or known under a new name or language; return the private chat."""
        self.users[user.id] = user
        shown = user.as_json()
        for name in ("is_bot", "language_code"):
            shown.pop(name, None)
        chat = self.chats.setdefault(user.id, self._new_chat({}))
        chat.shown = {**shown, "type": "private"}
        return chat

    def join(self, group: Group) -> Chat:
        """Make a group known and return its chat."""
        return self.chats.setdefault(group.id, self._new_chat(group.as_json()))

    def _new_chat(self, shown: Json) -> Chat:
        return Chat(shown, ids=count(self._used + 1))

    def say(
        self,
        user: User,
        chat: Chat,
        text: str,
        attachment: Json | None = None,
        reply_to: ChatMessage | None = None,
    ) -> ChatMessage:
        """Put a person's message into a chat and tell the bot."""
        text = cleaned(text).strip()
        message = chat.add(
            ChatMessage(
                id=next(chat.ids),
                chat=chat.shown,
                sender=user,
                sent_at=self.clock.now(),
                text=text,
                entities=found(text, []),
                attachment=attachment or {},
                reply_to=reply_to,
            )
        )
        self.updates.post("message", message.as_json())
        return message

    def revise(self, chat: Chat, message: ChatMessage, text: str) -> ChatMessage:
        """Change what a person wrote and tell the bot."""
        text = cleaned(text).strip()
        revised = replace(message, text=text, entities=found(text, []), edited_at=self.clock.now())
        chat.put(revised)
        self.updates.post("edited_message", revised.as_json())
        return revised

    def press(self, user: User, chat: Chat, message: ChatMessage, data: str) -> str:
        """Tell the bot that a person pressed a callback button; return the query's id."""
        self._forget_old_queries()
        query_id = str(next(self._query_ids))
        self.queries[query_id] = Query(chat, self.clock.now())
        pressed = {
            "id": query_id,
            "from": user.as_json(),
            "message": message.as_json(),
            "chat_instance": str(chat.id),
            "data": data,
        }
        self.updates.post("callback_query", pressed)
        return query_id

    def block(self, user: User, *, blocked: bool) -> None:
        """Let a person block the bot or take it back, and tell the bot as Telegram does."""
        chat = self.chats[user.id]
        if chat.blocked == blocked:
            return
        chat.blocked = blocked
        before, after = ("member", "kicked") if blocked else ("kicked", "member")
        bot = self.bot.as_json()
        change = {
            "chat": chat.shown,
            "from": user.as_json(),
            "date": int(self.clock.now().timestamp()),
            "old_chat_member": _membership(bot, before),
            "new_chat_member": _membership(bot, after),
        }
        self.updates.post("my_chat_member", change)

    def send(
        self, chat: Chat, content: Content, reply_to: ChatMessage | None = None
    ) -> ChatMessage:
        """Put a message of the bot's into a chat."""
        return chat.add(
            ChatMessage(
                id=next(chat.ids),
                chat=chat.shown,
                sender=self.bot,
                sent_at=self.clock.now(),
                text=content.text,
                entities=content.entities,
                markup=content.markup,
                attachment=content.attachment,
                reply_to=reply_to,
            )
        )

    def edit(self, chat: Chat, message: ChatMessage, content: Content) -> ChatMessage:
        """Give a message of the bot's another text, other buttons or both.

        As in Telegram's clients it only counts as edited when the text is another one.
        """
        same = (message.text, message.entities) == (content.text, content.entities)
        edited = replace(
            message,
            text=content.text,
            entities=content.entities,
            markup=content.markup,
            edited_at=message.edited_at if same else self.clock.now(),
        )
        return chat.put(edited)

    def is_valid(self, query_id: str) -> bool:
        """Tell whether a pressed button can still be answered."""
        query = self.queries.get(query_id)
        return query is not None and self.clock.now() - query.pressed_at <= QUERY_VALIDITY

    def keep_file(self, name: str, content: bytes) -> str:
        """Keep an uploaded file; return its id."""
        file_id = f"file{next(self._file_ids)}"
        self.files[file_id] = (name, content)
        return file_id

    def close(self) -> None:
        """End everybody's waiting."""
        self.updates.close()
        for chat in self.chats.values():
            chat.log.close()

    def _forget_old_queries(self) -> None:
        """Drop the oldest queries once they can't be answered; they stand in order of age."""
        while self.queries:
            oldest = next(iter(self.queries))
            if self.is_valid(oldest):
                return
            del self.queries[oldest]


def _membership(bot: Json, status: str) -> Json:
    extra = {"until_date": 0} if status == "kicked" else {}
    return {"user": bot, "status": status, **extra}
