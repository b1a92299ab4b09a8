"""A chat with Hei in memory: updates go in as Telegram sends them, messages come out as shown.

Knows what a client shows: texts, buttons, passing lines. Refuses to know how Hei comes to them.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from telegram import Update

from bot.application.deliver_nudges import decide, mark_sent
from bot.conversation.buttons.packing import pack
from bot.conversation.conversation import Conversation, Defaults
from bot.conversation.effects import (
    Deliver,
    Effect,
    Key,
    Link,
    Message,
    Rewrite,
    Say,
    Strip,
    Toast,
)
from bot.conversation.screens.nudge_screen import nudge_message, pause_message
from bot.conversation.texts import Html, Texts, Value
from bot.domain.clock.wall_time import to_wall
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact
from bot.domain.records.nudge import Nudge
from bot.telegram.sending.markup import keyboard
from bot.telegram.sending.speaker import TOAST_LIMIT
from bot.telegram.sending.splitting import split
from bot.telegram.updates import read_update
from bot.tryout.bot_api.entities import parse_html
from bot.tryout.bot_api.keyboards import checked_markup

MONDAY = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
"""A Monday forenoon in Oslo and Stockholm too, far from any change of the clocks."""
USER = 7
LANGUAGES = ("en", "nb", "sv")
BEAT = timedelta(minutes=30)


@dataclass(slots=True)
class Shown:
    """A message of Hei's as it stands in the chat now."""

    id: int
    message: Message

    @property
    def text(self) -> str:
        """What is read, without markup."""
        return plain(self.message.text)

    @property
    def entities(self) -> list[dict[str, Any]]:
        """Where text to copy stands in it, as Telegram tells it: in UTF-16 code units."""
        found = re.search("<pre>(.*?)</pre>", self.message.text, re.DOTALL)
        if not found:
            return []
        copied = plain(found[0])
        before = self.text[: self.text.rindex(copied)]
        size = [len(part.encode("utf-16-le")) // 2 for part in (before, copied)]
        return [{"type": "pre", "offset": size[0], "length": size[1]}]

    @property
    def labels(self) -> list[str]:
        """What stands on the buttons that a client draws."""
        drawn = keyboard(self.message.buttons)
        return [key.text for row in drawn.inline_keyboard for key in row] if drawn else []

    def data(self, label: str) -> str:
        """Return what pressing a button sends."""
        keys = (key for row in self.message.buttons for key in row)
        return next(pack(k.button) for k in keys if isinstance(k, Key) and k.label == label)

    def url(self) -> str | None:
        """Return where the button with an address leads."""
        keys = (key for row in self.message.buttons for key in row)
        return next((key.url for key in keys if isinstance(key, Link)), None)

    def copies(self) -> str | None:
        """Return what the copy button copies, as Telegram is asked to draw it."""
        drawn = keyboard(self.message.buttons)
        keys = [key for row in drawn.inline_keyboard for key in row] if drawn else []
        return next((key.copy_text.text for key in keys if key.copy_text), None)


def plain(markup: str) -> str:
    """Return what is read of a text in Telegram's HTML."""
    return "".join(parse_html(part)[0] for part in split(markup))


def check(message: Message) -> None:
    """Fail unless Telegram would take a message: markup, length, buttons."""
    parts = split(message.text)
    assert parts
    assert all(parse_html(part)[0].strip() for part in parts)
    drawn = keyboard(message.buttons)
    assert checked_markup(drawn.to_dict() if drawn else None) is not None or not message.buttons


@dataclass
class Room:
    """One user's private chat.

    ``heard`` holds the messages that the latest turn said or changed, ``toasts`` its passing
    lines; ``nudges`` every nudge message that came, in order.
    """

    code: str | None = "en"
    now: datetime = MONDAY
    name: str = "Ann"
    book: Book = field(default_factory=Book)
    shown: dict[int, Shown] = field(default_factory=dict)
    heard: list[Shown] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    nudges: list[Shown] = field(default_factory=list)
    pauses: list[str] = field(default_factory=list)
    conversation: Conversation = field(default_factory=lambda: Conversation(Defaults()))
    _updates: int = 500
    _messages: int = 1000

    def say(self, text: str, reply_to: Shown | None = None) -> str:
        """Type a message and return what Hei answers."""
        body: dict[str, Any] = {"text": text}
        if reply_to:
            body["reply_to_message"] = {"message_id": reply_to.id, **self._place()}
        return self.send(**body)

    def send(self, kind: str = "message", /, **body: Any) -> str:
        """Send any kind of message, by the fields of Telegram's Message."""
        self._messages += 1
        sent = {"message_id": self._messages, "from": self._user(), **self._place(), **body}
        return self.update(**{kind: sent})

    def press(self, label: str, on: Shown | None = None) -> str:
        """Press a button: on a message, else on the newest that carries it."""
        found = on or next((s for s in self._newest() if label in s.labels), None)
        assert found, f"no button {label!r} among {[s.labels for s in self._newest()]}"
        return self.press_data(found.data(label), found.id, found)

    def press_data(
        self, data: str, message_id: int | None = None, shown: Shown | None = None
    ) -> str:
        """Press a button as a client that still shows it does, known to Hei or not."""
        carrier = {"message_id": message_id, **self._place()} if message_id else None
        if carrier and shown:
            carrier |= {"text": shown.text, "entities": shown.entities}
        query = {"id": "q", "from": self._user(), "chat_instance": "c", "data": data}
        return self.update(callback_query={**query, **({"message": carrier} if carrier else {})})

    def update(self, **body: Any) -> str:
        """Hand Hei one update and return what it answers, as read."""
        self._updates += 1
        return self.deliver({"update_id": self._updates, **body})

    def deliver(self, update: dict[str, Any]) -> str:
        """Hand Hei an update as Telegram delivers it, perhaps once more."""
        self.heard, self.toasts = [], []
        incoming = read_update(Update.de_json(update, None))
        if incoming is None or incoming.update_id in self.book.handled:
            return ""
        response = self.conversation.respond(incoming, self.book, self.now)
        self.book = response.book.having_handled(incoming.update_id)
        if response.erase:
            self.book = Book()
        for answer in response.effects:
            self._carry_out(answer)
        return self.answer

    def tap(self, label_id: str, on: Shown | None = None) -> str:
        """Press the button whose label has this id."""
        return self.press(self.label(label_id), on)

    def label(self, label_id: str) -> str:
        """Return a label in the user's language."""
        return Texts(self.book.profile.language).label(label_id)

    def sentence(self, text_id: str, **values: Value | Html) -> str:
        """Return a sentence in the user's language, as read."""
        return plain(Texts(self.book.profile.language)(text_id, **values))

    def texts_day(self, month: int, day: int) -> str:
        """Return a date of this year as the user's language says it."""
        return Texts(self.book.profile.language).day(date(self.now.year, month, day))

    @property
    def answer(self) -> str:
        """What Hei said in the latest turn, as read; passing lines too."""
        return "\n".join([*(shown.text for shown in self.heard), *self.toasts])

    @property
    def last(self) -> Shown:
        """The message that the latest turn said or changed last."""
        return self.heard[-1]

    @property
    def nudge(self) -> Shown:
        """The newest nudge."""
        return self.nudges[-1]

    @property
    def wall(self) -> datetime:
        """The user's local time."""
        return to_wall(self.now, self.book.profile.zone)

    def is_nudged(self) -> bool:
        """Tell whether a nudge waits for an answer."""
        return self.book.open_nudge is not None

    def is_asked(self) -> bool:
        """Tell whether a question waits for an answer."""
        return self.book.open_question is not None

    def contact(self, name: str) -> Contact:
        """Return the person of a name."""
        return next(c for c in self.book.contacts.values() if c.name == name)

    def wait(self, **by: float) -> list[Shown]:
        """Let time pass, looking at the clock all along; return the nudges that came."""
        end, before = self.now + timedelta(**by), len(self.nudges)
        while self.now < end:
            self.now = min(end, self.now + BEAT)
            self.deliver_due()
        return self.nudges[before:]

    def deliver_due(self) -> None:
        """Do what the heartbeat does once."""
        decision = decide(self.book, self.now)
        self.book = decision.book
        if decision.pause_began:
            self.pauses.append(self._show(pause_message(self.book)).text)
        if decision.nudge:
            self._deliver_nudge(decision.nudge)

    def _carry_out(self, answer: Effect) -> None:
        match answer:
            case Say(message):
                self.heard.append(self._show(message))
            case Rewrite(message_id, message):
                self.heard.append(self._show(message, message_id))
            case Strip(message_id):
                if message_id in self.shown:
                    stripped = Message(self.shown[message_id].message.text)
                    self.shown[message_id].message = stripped
            case Toast(text):
                assert 0 < len(text) <= TOAST_LIMIT
                self.toasts.append(text)
            case Deliver(_, nudge):
                self._deliver_nudge(nudge)
                self.heard.append(self.nudge)

    def _deliver_nudge(self, nudge: Nudge) -> None:
        came = self._show(nudge_message(self.book, nudge, self.now))
        self.nudges.append(came)
        self.book = mark_sent(self.book, nudge.id, came.id, self.now)

    def _show(self, message: Message, message_id: int | None = None) -> Shown:
        check(message)
        if message_id in self.shown:
            self.shown[message_id].message = message
            return self.shown[message_id]
        self._messages += 1
        return self.shown.setdefault(self._messages, Shown(self._messages, message))

    def _newest(self) -> list[Shown]:
        return [self.shown[key] for key in sorted(self.shown, reverse=True)]

    def _user(self) -> dict[str, Any]:
        user = {"id": USER, "is_bot": False, "first_name": self.name}
        return {**user, "language_code": self.code} if self.code else user

    def _place(self) -> dict[str, Any]:
        chat = {"id": USER, "type": "private", "first_name": self.name}
        return {"chat": chat, "date": int(self.now.timestamp())}


def settled(code: str = "en", *people: str) -> Room:
    """Return a chat after the first minute, with people added as typed."""
    room = Room(code)
    room.say("/start")
    room.tap("ease.EASY")
    room.tap("button.yes")
    for person in people:
        room.say(f"/add {person}")
    return room


KARI = "Kari @kari_n every 3 weeks last: 5 weeks ago why: she makes me laugh"


def nudged(code: str = "en", person: str = KARI) -> Room:
    """Return a chat in which one nudge has just come."""
    room = settled(code, person)
    while not room.nudges:
        room.wait(minutes=10)
    return room
