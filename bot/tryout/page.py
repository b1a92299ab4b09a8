"""The chat page's side of the stand-in: what a browser asks."""

import json
from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tornado.iostream import StreamClosedError

from bot.tryout.bot_api.wire import OwnHandler
from bot.tryout.world.errors import HungUp
from bot.tryout.world.messages import ChatMessage, Happening
from bot.tryout.world.utf16 import Json

if TYPE_CHECKING:
    from bot.tryout.server import Tryout

_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "json": "text/json"}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@cache
def page_people() -> Mapping[int, str]:
    """Return those one can be on the chat page, name by Telegram id."""
    return MappingProxyType({int(key): name for key, name in _read("people.json").items()})


@cache
def page_languages() -> frozenset[str]:
    """Return the codes of the languages that the page itself is written in."""
    return frozenset(_read("words.json"))


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((files("bot.tryout") / "static" / name).read_text("utf-8"))
    return content


@cache
def _page_files() -> frozenset[str]:
    return frozenset(one.name for one in (files("bot.tryout") / "static").iterdir())


class StaticHandler(OwnHandler):
    """The page itself, read once and never kept by the browser."""

    def get(self, name: str) -> None:
        """Send one of the page's files."""
        name = name or "index.html"
        if name not in _page_files():
            self.set_status(404)
            return
        self.set_header("Content-Type", f"{_TYPES[name.rpartition('.')[2]]}; charset=utf-8")
        self.set_header("Content-Security-Policy", _POLICY)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Cache-Control", "no-store")
        self.finish((files("bot.tryout") / "static" / name).read_bytes())


class ChatHandler(OwnHandler):
    """``/chat/ID/...`` of one of the page's people."""

    def initialize(self, tryout: "Tryout") -> None:
        """Take the stand-in whose chats are shown."""
        self.tryout = tryout
        self.gone = False

    def on_connection_close(self) -> None:
        """Remember that nobody is looking any more."""
        self.gone = True


class ActHandler(ChatHandler):
    """What a person does on the page: JSON in, JSON out."""

    async def post(self, user_id: str, act: str) -> None:
        """Do one thing.

        Args:
            user_id: one of the page's people.
            act: ``hello``, ``type``, ``press``, ``contact``, ``location`` or ``clock``.
        """
        if not self.request.headers.get("Content-Type", "").startswith("application/json"):
            self.set_status(415)
            return
        try:
            answer = await getattr(self, f"_{act}")(int(user_id), json.loads(self.request.body))
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
            self.set_status(400)
        else:
            self.finish(json.dumps(answer or {}))

    def get(self, user_id: str, act: str) -> None:
        """Send the command menu of a person."""
        if act != "menu":
            self.set_status(405)
            return
        user = self.tryout.chats.users.get(int(user_id))
        if user is None:
            self.set_status(404)
            return
        self.finish({"commands": self.tryout.api.commands_for(user.id, user.language_code or "")})

    async def _hello(self, user_id: int, body: Json) -> None:
        language = body["language_code"]
        if language not in page_languages():
            raise ValueError(language)
        self.tryout.person(user_id, first_name=page_people()[user_id], language_code=language)

    async def _type(self, user_id: int, body: Json) -> None:
        person = self.tryout.known(user_id)
        replied = person.chat.messages.get(body.get("reply_to") or 0)
        await person.type(str(body["text"]), replied)

    async def _press(self, user_id: int, body: Json) -> None:
        person = self.tryout.known(user_id)
        message = person.chat.messages[body["message_id"]]
        person.press_data(message, str(body["data"]))

    async def _contact(self, user_id: int, _: Json) -> None:
        await self.tryout.known(user_id).share_contact()

    async def _location(self, user_id: int, body: Json) -> None:
        place = float(body["latitude"]), float(body["longitude"])
        await self.tryout.known(user_id).send_location(*place)

    async def _clock(self, user_id: int, body: Json) -> Json:
        moved = True
        if "hours" in body:
            await self.tryout.advance(timedelta(hours=float(body["hours"])))
        else:
            moved = await self.tryout.advance_to_next_nudge(user_id) is not None
        return {"moved": moved, "now": self.tryout.clock.now().isoformat()}


class LiveHandler(ChatHandler):
    """A person's chat as server-sent events: how it stands, and then whatever happens."""

    def on_connection_close(self) -> None:
        """Stop waiting for what nobody would see."""
        super().on_connection_close()
        for chat in self.tryout.chats.chats.values():
            chat.log.wake()

    async def get(self, user_id: str) -> None:
        """Send events until the page or the stand-in goes away."""
        if int(user_id) not in self.tryout.chats.users:
            self.set_status(404)
            return
        self.set_header("Content-Type", "text/event-stream")
        self.set_header("Cache-Control", "no-store")
        person = self.tryout.known(int(user_id))
        log = person.chat.log
        position = len(log)
        try:
            await self._send("state", {"messages": [self._shown(one) for one in person.messages]})
            while not self.gone:
                for happening in log.since(position):
                    position += 1
                    await self._send("happening", self._event(happening))
                await log.changed()
        except (HungUp, StreamClosedError):
            return

    async def _send(self, event: str, data: dict[str, Any]) -> None:
        data["now"] = self.tryout.clock.now().isoformat()
        self.write(f"event: {event}\ndata: {json.dumps(data)}\n\n")
        await self.flush()

    def _event(self, happening: Happening) -> Json:
        message = happening.message
        return {
            "kind": happening.kind,
            "text": happening.text,
            "alert": happening.alert,
            "message": self._shown(message) if message else None,
        }

    def _shown(self, message: ChatMessage) -> Json:
        replied = message.reply_to
        return {
            "id": message.id,
            "mine": not message.sender.is_bot,
            "name": message.sender.first_name,
            "text": message.text,
            "entities": message.entities,
            "markup": message.markup,
            "attachment": message.attachment,
            "reply_to": {"name": replied.sender.first_name, "text": replied.text}
            if replied
            else None,
            "sent_at": message.sent_at.isoformat(),
            "edited": message.edited_at is not None,
        }
