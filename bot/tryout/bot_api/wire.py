"""The Bot API over HTTP: forms, JSON and status codes."""

import asyncio
import json
from typing import Any

from tornado.httputil import HTTPServerRequest
from tornado.web import RequestHandler

from bot.tryout.bot_api.calls import Call
from bot.tryout.bot_api.methods import Api
from bot.tryout.bot_api.troubles import Faults, PlannedTrouble, Trouble
from bot.tryout.world.chats import Chats
from bot.tryout.world.errors import ApiError, HungUp, bad_request

_CROSS_ORIGIN = frozenset({"cross-site", "same-site"})


class OwnHandler(RequestHandler):
    """A request to this very address; others are turned away before anything is read.

    A page from elsewhere may not speak to the stand-in, neither by posting a form nor by giving
    its own name the address 127.0.0.1 (DNS rebinding).
    """

    def prepare(self) -> None:
        """Turn away a foreign Host, a foreign Origin and whatever a foreign page asks for."""
        headers = self.request.headers
        own = self.settings["hosts"]
        origin = headers.get("Origin")
        if (
            headers.get("Host") not in own
            or (origin is not None and origin.removeprefix("http://") not in own)
            or headers.get("Sec-Fetch-Site") in _CROSS_ORIGIN
        ):
            self.set_status(403)
            self.finish("This stand-in only answers to its own address.")

    def compute_etag(self) -> str | None:
        """Leave answers without an entity tag; they are never the same twice."""
        return None


class ApiHandler(OwnHandler):
    """``/botTOKEN/METHOD``, GET and POST."""

    def initialize(self, api: Api, faults: Faults, token: str | None) -> None:
        """Take what every call needs.

        Args:
            api: carries the calls out.
            faults: what is to go wrong.
            token: the only one that is let in; None lets every token in.
        """
        self._api = api
        self._faults = faults
        self._token = token
        self._held: set[asyncio.Future[None]] = set()

    async def get(self, token: str, method: str) -> None:
        """Carry out a call whose parameters stand in the address."""
        await self._call(token, method)

    async def post(self, token: str, method: str) -> None:
        """Carry out a call whose parameters stand in the body, the address or both."""
        await self._call(token, method)

    def on_connection_close(self) -> None:
        """End whatever waits for a caller who is gone."""
        for held in self._held:
            if not held.done():
                held.set_exception(HungUp())

    async def _call(self, token: str, method: str) -> None:
        fault = self._faults.next_for(method)
        try:
            if fault is not None:
                await self._meet(fault)
            self._check(token)
            result = await self._api.carry_out(method, self._parameters())
        except HungUp:
            self.detach().close()
        except ApiError as error:
            self.set_status(error.code)
            self._reply(json.dumps(error.as_json()).encode())
        else:
            if fault is not None and fault.trouble is Trouble.DROP_AFTER:
                self.detach().close()
            else:
                body = result if isinstance(result, bytes) else json.dumps(result).encode()
                self._reply(b'{"ok":true,"result":%s}' % body)

    async def _meet(self, fault: PlannedTrouble) -> None:
        """Let a fault happen that happens before the effect."""
        if fault.trouble is Trouble.DROP_BEFORE:
            raise HungUp
        if fault.trouble is Trouble.HANG:
            await self._faults.wait(self._hold())
        if fault.error is not None:
            raise fault.error

    def _check(self, token: str) -> None:
        if self._token not in {None, token}:
            raise ApiError(401, "Unauthorized")

    def _hold(self) -> asyncio.Future[None]:
        held = asyncio.get_running_loop().create_future()
        self._held.add(held)
        return held

    def _reply(self, body: bytes) -> None:
        self.set_header("Content-Type", "application/json")
        self.finish(body)

    def _parameters(self) -> Call:
        given: dict[str, Any] = {
            name: values[-1].decode("utf-8", "replace")
            for name, values in self.request.arguments.items()
        }
        if self.request.headers.get("Content-Type", "").startswith("application/json"):
            given |= _json_object(self.request)
        uploads = {
            name: (files[0]["filename"], files[0]["body"])
            for name, files in self.request.files.items()
        }
        return Call(given, uploads, self._hold)


class FileHandler(OwnHandler):
    """``/file/botTOKEN/PATH``: what getFile pointed at."""

    def initialize(self, chats: Chats, token: str | None) -> None:
        """Take where files are kept and the only token let in; None lets every token in."""
        self._chats = chats
        self._token = token

    def get(self, token: str, file_id: str) -> None:
        """Send a file's content."""
        kept = self._chats.files.get(file_id)
        if kept is None or self._token not in {None, token}:
            self.set_status(404)
            self.finish('{"ok":false,"error_code":404,"description":"Not Found"}')
        else:
            self.set_header("Content-Type", "application/octet-stream")
            self.finish(kept[1])


def _json_object(request: HTTPServerRequest) -> dict[str, Any]:
    try:
        body = json.loads(request.body or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON body") from None
    if not isinstance(body, dict):
        raise bad_request("can't parse JSON body: expected an Object")
    return body


def unlogged(_: RequestHandler) -> None:
    """Log nothing about a request: its address holds a token."""
