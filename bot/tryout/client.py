"""A person with a Telegram client, in process: what people can do, and no more."""

import asyncio
from collections.abc import Collection

from bot.tryout.world.chats import Chat, Chats
from bot.tryout.world.messages import ChatMessage, Group, Happening, HappeningKind, User
from bot.tryout.world.utf16 import Json, pieces

ANSWERS = frozenset({HappeningKind.MESSAGE, HappeningKind.EDIT, HappeningKind.TOAST})
_PATIENCE = 5.0


class NoSuchButtonError(LookupError):
    """No button with that label is there; the sentence lists those that are."""


class NoAnswerError(TimeoutError):
    """The bot did not answer in time; the sentence tells what was waited for."""


class Person:
    """One user of the bot, with a private chat.

    Args:
        chats: the state that the stand-in shares with the bot.
        user: who it is.
    """

    def __init__(self, chats: Chats, user: User) -> None:
        self._chats = chats
        self._user = user
        self._chat = chats.meet(user)
        self._since = 0
        self._read: set[int] = set()

    @property
    def user(self) -> User:
        """Who the person is, with the language that Telegram tells the bot."""
        return self._user

    def become(self, user: User) -> None:
        """Take another name or language; the id and the chat stay."""
        self._user = user
        self._chats.meet(user)

    @property
    def chat(self) -> Chat:
        """The person's private chat."""
        return self._chat

    @property
    def messages(self) -> list[ChatMessage]:
        """The private chat as it stands now, oldest first, edits applied."""
        return list(self._chat.messages.values())

    @property
    def happenings(self) -> list[Happening]:
        """Everything that happened in the private chat, in order; its length is a position."""
        return self._chat.log.since(0)

    async def type(
        self, text: str, reply_to: ChatMessage | None = None, chat: Group | None = None
    ) -> ChatMessage:
        """Send a text; a client sends one over 4096 characters in several messages.

        Args:
            text: not empty after trimming.
            reply_to: the message it answers.
            chat: a group to write in instead of the private chat.

        Returns:
            the (last) message sent.

        Raises:
            ValueError: when there is nothing to send.
        """
        parts = [part for part in pieces(text) if part.strip()]
        if not parts:
            raise ValueError("Telegram sends no empty message")
        there = self._chats.join(chat) if chat else self._chat
        self._act()
        return [self._chats.say(self._user, there, part, None, reply_to) for part in parts][-1]

    async def press(self, label: str, message: ChatMessage | None = None) -> str | None:
        """Press a button.

        Args:
            label: what is written on it.
            message: the message it belongs to, also one that changed since (people press stale
                buttons); without it the newest message that has such a button.

        Returns:
            None for a button that tells the bot; the address or the text to copy of the others.

        Raises:
            NoSuchButtonError: when there is none, with the labels that are there.
        """
        holder, button = self._button(label, message)
        if not holder.inline:
            await self._press_reply_key(button)
        elif "callback_data" in button:
            self.press_data(holder, button["callback_data"])
        elif "copy_text" in button:
            return str(button["copy_text"]["text"])
        elif "url" in button:
            return str(button["url"])
        return None

    def press_data(self, message: ChatMessage, data: str) -> str:
        """Press a callback button, whatever its label; return the query's id.

        Args:
            message: the message that carries the button.
            data: the button's callback data; a client may send any.
        """
        self._act()
        return self._chats.press(self._user, self._chat, message, data)

    async def _press_reply_key(self, button: Json) -> None:
        if button.get("request_contact"):
            await self.share_contact()
        elif button.get("request_location"):
            await self.send_location()
        else:
            await self.type(button["text"])

    def _button(self, label: str, message: ChatMessage | None) -> tuple[ChatMessage, Json]:
        candidates = [message] if message else self.messages[::-1]
        for candidate in candidates:
            for button in (button for row in candidate.rows for button in row):
                if button["text"] == label:
                    return candidate, button
        there = [label for one in candidates for label in one.labels]
        raise NoSuchButtonError(f"no button {label!r}; there are {there or 'no buttons'}")

    async def share_contact(
        self,
        phone_number: str = "+4790000000",
        first_name: str | None = None,
        last_name: str | None = None,
        user_id: int | None = None,
    ) -> ChatMessage:
        """Share a contact; without a name the person's own.

        Args:
            phone_number: as Telegram gives it, with or without a plus.
            first_name: the contact's; None for the person's own card.
            last_name: left out when None.
            user_id: the contact's Telegram id, left out when unknown.
        """
        contact: Json = {"phone_number": phone_number, "first_name": first_name}
        if first_name is None:
            contact |= {"first_name": self._user.first_name, "user_id": self._user.id}
        if last_name is not None:
            contact["last_name"] = last_name
        if user_id is not None:
            contact["user_id"] = user_id
        return self._attach({"contact": contact})

    async def send_location(
        self, latitude: float = 59.9139, longitude: float = 10.7522
    ) -> ChatMessage:
        """Send a place, Oslo when nothing else is said."""
        return self._attach({"location": {"latitude": latitude, "longitude": longitude}})

    async def send_sticker(self, emoji: str = "👋") -> ChatMessage:
        """Send a sticker."""
        sticker = {"type": "regular", "width": 512, "height": 512, "emoji": emoji}
        flags = {"is_animated": False, "is_video": False}
        return self._attach({"sticker": {**self._file("sticker.webp"), **sticker, **flags}})

    async def send_photo(self, caption: str = "") -> ChatMessage:
        """Send a photo."""
        photo = {**self._file("photo.jpg"), "width": 800, "height": 600}
        return self._attach({"photo": [photo]}, caption)

    async def send_voice(self, seconds: int = 3) -> ChatMessage:
        """Send a voice message."""
        return self._attach({"voice": {**self._file("voice.ogg"), "duration": seconds}})

    async def send_document(self, name: str, content: bytes, caption: str = "") -> ChatMessage:
        """Send a file that the bot can download."""
        document = {**self._file(name, content), "file_name": name}
        return self._attach({"document": document}, caption)

    def _file(self, name: str, content: bytes = b"") -> Json:
        file_id = self._chats.keep_file(name, content)
        unique = {"file_unique_id": f"unique-{file_id}", "file_size": len(content)}
        return {"file_id": file_id, **unique}

    def _attach(self, attachment: Json, caption: str = "") -> ChatMessage:
        self._act()
        return self._chats.say(self._user, self._chat, caption, attachment)

    async def edit(self, message: ChatMessage, text: str) -> ChatMessage:
        """Change an own message.

        Raises:
            ValueError: when it is not the person's own.
        """
        if message.sender.id != self._user.id:
            raise ValueError("people only edit what they wrote themselves")
        self._act()
        return self._chats.revise(self._chat, message, text)

    def block(self) -> None:
        """Block the bot: whatever it sends from now on is refused."""
        self._chats.block(self._user, blocked=True)

    def unblock(self) -> None:
        """Let the bot write again."""
        self._chats.block(self._user, blocked=False)

    async def answer(
        self,
        after: int | None = None,
        timeout: float = _PATIENCE,  # noqa: ASYNC109  (a patience of its own, with its own words)
        kinds: Collection[HappeningKind] = ANSWERS,
    ) -> Happening:
        """Return the bot's next answer: each is returned once, the oldest first.

        Args:
            after: a position in ``happenings``; without it, where the person last did something.
            timeout: seconds to wait, of real time.
            kinds: what counts as an answer; others stay to be returned later.

        Raises:
            NoAnswerError: when none came in time.
        """
        start = self._since if after is None else after
        log = self._chat.log
        try:
            async with asyncio.timeout(timeout):
                position = start
                while True:
                    for happening in log.since(position):
                        if self._is_news(position, happening, kinds):
                            self._read.add(position)
                            return happening
                        position += 1
                    await log.changed()
        except TimeoutError:
            last = [one.text for one in self.messages[-3:]]
            raise NoAnswerError(
                f"no {'/'.join(sorted(kinds))} from the bot in {timeout} s; last messages: {last}"
            ) from None

    def _is_news(
        self, position: int, happening: Happening, kinds: Collection[HappeningKind]
    ) -> bool:
        sender = happening.message.sender.id if happening.message else self._chats.bot.id
        return (
            happening.kind in kinds and sender == self._chats.bot.id and position not in self._read
        )

    def _act(self) -> None:
        """Remember where the person did something, so that what comes next is the answer."""
        self._since = len(self._chat.log)
        self._read.clear()
