"""The stand-in as a whole: how its parts meet and listen."""

from datetime import datetime, timedelta
from typing import Protocol

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from bot.tryout.bot_api.methods import Api
from bot.tryout.bot_api.rates import Rates
from bot.tryout.bot_api.troubles import Faults
from bot.tryout.bot_api.wire import ApiHandler, FileHandler, unlogged
from bot.tryout.client import Person
from bot.tryout.page import ActHandler, LiveHandler, StaticHandler
from bot.tryout.world.chats import Chats
from bot.tryout.world.messages import User
from bot.tryout.world.movable_clock import MovableClock

_ADDRESS = "127.0.0.1"
_SILENT_STEPS = 20
"""Looks at the clock in a row of which nothing is seen, before the clock stays where it is."""
_BOT_ID = 7_100_200_300


class Controls(Protocol):
    """What the stand-in asks of the program around the bot, and nothing of the bot itself."""

    async def next_nudge_at(self, user_id: int) -> datetime | None:
        """Return when the next nudge to a user is due, aware; None when nobody is on the way."""
        ...

    async def deliver_due(self) -> None:
        """Make the bot look at the clock now; return when it has."""
        ...


class Tryout:
    """A Bot API on loopback, its chats, its clock and its faults.

    ``controls`` is the program around the bot, to be set before it is needed.

    Args:
        clock: the clock that the bot is built on, too.
        token: the only token that is let in; None lets every token in.
        rate_limited: whether Telegram's sending limits hold.
    """

    def __init__(
        self,
        clock: MovableClock,
        *,
        token: str | None = None,
        rate_limited: bool = False,
    ) -> None:
        self.clock = clock
        self.controls: Controls | None = None
        self.faults = Faults()
        self.chats = Chats(clock, User(_BOT_ID, "Hei", username="hei_tryout_bot", is_bot=True))
        self.api = Api(self.chats, Rates() if rate_limited else None)
        self._token = token
        self._people: dict[int, Person] = {}
        self._server: HTTPServer | None = None
        self._port = 0

    @property
    def address(self) -> str:
        """Where the chat page is, ``http://127.0.0.1:PORT``; only known once started."""
        if not self._port:
            raise RuntimeError("the stand-in has no address before it is started")
        return f"http://{_ADDRESS}:{self._port}"

    @property
    def base_url(self) -> str:
        """What python-telegram-bot takes as ``base_url``."""
        return f"{self.address}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot takes as ``base_file_url``."""
        return f"{self.address}/file/bot"

    async def start(self, port: int = 0) -> str:
        """Listen on loopback.

        Args:
            port: 0 takes a free one.

        Returns:
            the address of the chat page.

        Raises:
            OSError: when the port is taken.
        """
        sockets = bind_sockets(port, _ADDRESS)
        self._port = int(sockets[0].getsockname()[1])
        self._server = HTTPServer(self._application())
        self._server.add_sockets(sockets)
        return self.address

    async def stop(self) -> None:
        """Stop listening, end every waiting call and close every connection."""
        if self._server is None:
            return
        server, self._server = self._server, None
        server.stop()
        self.faults.clear()
        self.chats.close()
        await server.close_all_connections()

    def person(
        self,
        user_id: int,
        *,
        first_name: str = "Robin",
        language_code: str | None = "en",
        username: str | None = None,
    ) -> Person:
        """Return a person, who is known to the bot's chat list from now on.

        Args:
            user_id: positive; the same id gives the same person, under the new name and language.
            first_name: what Telegram shows.
            language_code: of the person's client, such as ``nb`` or ``sv-FI``.
            username: without the at sign.
        """
        user = User(user_id, first_name, language_code, username)
        person = self._people.get(user_id)
        if person is None:
            person = self._people[user_id] = Person(self.chats, user)
        else:
            person.become(user)
        return person

    def known(self, user_id: int) -> Person:
        """Return a person who was introduced before.

        Raises:
            KeyError: when nobody has that id.
        """
        return self._people[user_id]

    async def advance(self, by: timedelta) -> datetime:
        """Move the clock on and let the bot look at it; return the new instant."""
        self.clock.advance(by)
        if self.controls is not None:
            await self.controls.deliver_due()
        return self.clock.now()

    async def advance_to_next_nudge(self, user_id: int) -> datetime | None:
        """Move the clock to a user's next nudge and let the bot look at it.

        Where the bot has work without a word, such as a nudge that closes unanswered, it goes on.

        Returns:
            when that nudge was due, which may have been before now; None when none is on the way.
        """
        if self.controls is None:
            return None
        chat = self.chats.chats.get(user_id)
        for _ in range(_SILENT_STEPS):
            due_at = await self.controls.next_nudge_at(user_id)
            before = len(chat.log) if chat else 0
            if due_at is not None:
                await self.advance(max(due_at - self.clock.now(), timedelta(0)))
            if due_at is None or chat is None or len(chat.log) > before:
                break
        return due_at

    def _application(self) -> Application:
        api = {"api": self.api, "faults": self.faults, "token": self._token}
        page = {"tryout": self}
        files = {"chats": self.chats, "token": self._token}
        return Application(
            [
                (r"/bot([^/]+)/(\w+)", ApiHandler, api),
                (r"/chat/(\d+)/live", LiveHandler, page),
                (r"/chat/(\d+)/(hello|type|press|contact|location|clock|menu)", ActHandler, page),
                (r"/(|[a-z]+\.[a-z]+)", StaticHandler),
                (r"/file/bot([^/]+)/documents/(\w+)", FileHandler, files),
            ],
            hosts={f"{_ADDRESS}:{self._port}", f"localhost:{self._port}"},
            log_function=unlogged,
        )
