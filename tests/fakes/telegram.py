"""Telegram as python-telegram-bot reaches it: its own request seam, recording and scripted."""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import httpx
from telegram import Bot
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

TOKEN = "1:FAKE"  # noqa: S105  (opens nothing)


@dataclass(frozen=True, slots=True)
class Called:
    """One call, and the loop's time at which it was made."""

    method: str
    given: dict[str, Any]
    at: float


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer with ``ok: false``."""

    code: int
    description: str
    retry_after: int | None = None


Answer = BaseException | Refusal | Callable[[], Awaitable[Any]] | dict[str, Any] | list[Any] | bool
"""What a call meets: an error, a refusal, something to wait for, or a result."""


class FakeTelegram(BaseRequest):
    """Answers every call at once with a likely result, unless ``script`` says otherwise.

    ``calls`` holds all calls in order. ``say`` queues updates; a poll with none waits as long as
    it asked to. ``slow`` is how many seconds every call but a poll takes.
    """

    __slots__ = ("_arrived", "calls", "is_open", "pending", "script", "slow", "under_way")

    def __init__(self) -> None:
        self.calls: list[Called] = []
        self.script: defaultdict[str, deque[Answer]] = defaultdict(deque)
        self.pending: list[dict[str, Any]] = []
        self.slow = 0.0
        self.under_way: list[int] = [0, 0]
        self.is_open = False
        self._arrived = asyncio.Event()

    @property
    def read_timeout(self) -> float | None:
        """Return the seconds that python-telegram-bot adds to a poll's own."""
        return 5.0

    async def initialize(self) -> None:
        """Open."""
        self.is_open = True

    async def shutdown(self) -> None:
        """Close."""
        self.is_open = False

    def say(self, *updates: dict[str, Any]) -> None:
        """Let updates arrive."""
        self.pending.extend(updates)
        self._arrived.set()

    def made(self, *methods: str) -> list[Called]:
        """Return the calls of these methods, in order."""
        return [call for call in self.calls if call.method in methods]

    @property
    def offsets(self) -> list[int | None]:
        """Return the offset of every poll."""
        return [call.given.get("offset") for call in self.made("getUpdates")]

    @property
    def texts(self) -> list[str]:
        """Return what was sent, in order."""
        return [call.given["text"] for call in self.made("sendMessage")]

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002  (the library's signature)
        request_data: RequestData | None = None,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        """Record a call and answer it."""
        name = url.rpartition("/")[2]
        given = {key: _plain(value) for key, value in _parameters(request_data).items()}
        self.calls.append(Called(name, given, asyncio.get_running_loop().time()))
        self.under_way[0] += 1
        self.under_way[1] = max(self.under_way)
        try:
            return _encoded(await self._answer(name, given))
        finally:
            self.under_way[0] -= 1

    async def _answer(self, name: str, given: dict[str, Any]) -> Any:
        if self.script[name]:
            answer = self.script[name].popleft()
            if isinstance(answer, BaseException):
                raise answer
            return await answer() if callable(answer) else answer
        if name == "getUpdates":
            return await self._poll(given)
        if self.slow:
            await asyncio.sleep(self.slow)
        return self._likely(name, given)

    async def _poll(self, given: dict[str, Any]) -> list[dict[str, Any]]:
        offset = given.get("offset") or 0
        self.pending = [one for one in self.pending if one["update_id"] >= offset]
        if not self.pending and given.get("timeout"):
            self._arrived.clear()
            try:
                async with asyncio.timeout(given["timeout"]):
                    await self._arrived.wait()
            except TimeoutError:
                return []
        return self.pending[: given.get("limit", 100)]

    def _likely(self, name: str, given: dict[str, Any]) -> Any:
        if name == "getMe":
            return {"id": 1, "is_bot": True, "first_name": "Hei", "username": "hei_bot"}
        if name in {"sendMessage", "editMessageText", "editMessageReplyMarkup"}:
            return message(given["chat_id"], given.get("message_id", 1000 + len(self.calls)))
        return True


def bot_with(request: BaseRequest, polling: BaseRequest | None = None) -> Bot:
    """Return a bot that reaches this Telegram only."""
    return Bot(TOKEN, request=request, get_updates_request=polling or request)


def message(chat_id: int, message_id: int, **more: Any) -> dict[str, Any]:
    """Return a message as Telegram describes it."""
    chat = {"id": chat_id, "type": "private", "first_name": "Robin"}
    return {"message_id": message_id, "date": 0, "chat": chat, **more}


def user(user_id: int) -> dict[str, Any]:
    """Return a user as Telegram describes one."""
    return {"id": user_id, "is_bot": False, "first_name": "Robin", "language_code": "en"}


def typed(update_id: int, user_id: int, text: str = "hello", **more: Any) -> dict[str, Any]:
    """Return the update of a typed text."""
    said = message(user_id, update_id, text=text, **{"from": user(user_id)}, **more)
    return {"update_id": update_id, "message": said}


def pressed(update_id: int, user_id: int, data: str = "wk") -> dict[str, Any]:
    """Return the update of a pressed button; its query is ``q`` and the update's id."""
    query = {"id": f"q{update_id}", "from": user(user_id), "chat_instance": "1", "data": data}
    return {"update_id": update_id, "callback_query": {**query, "message": message(user_id, 77)}}


def refused_connection() -> NetworkError:
    """Return the error of a call that surely never left."""
    return _caused(NetworkError("httpx.ConnectError"), httpx.ConnectError("refused"))


def dropped() -> NetworkError:
    """Return the error of a connection that broke, nobody knows when."""
    return _caused(NetworkError("httpx.ReadError"), httpx.ReadError("broken"))


def timed_out() -> TimedOut:
    """Return the error of an answer that never came."""
    error = TimedOut()
    error.__cause__ = httpx.ReadTimeout("slow")
    return error


def _caused(error: NetworkError, cause: Exception) -> NetworkError:
    error.__cause__ = cause
    return error


def _parameters(data: RequestData | None) -> dict[str, Any]:
    return data.json_parameters if data else {}


def _plain(value: Any) -> Any:
    """Return a parameter as it was before it became JSON; texts stay as they are."""
    if isinstance(value, str) and value[:1] in "{[0123456789-":
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _encoded(answer: Any) -> tuple[int, bytes]:
    if not isinstance(answer, Refusal):
        return 200, json.dumps({"ok": True, "result": answer}).encode()
    body: dict[str, Any] = {"ok": False, "description": answer.description}
    if answer.retry_after is not None:
        body["parameters"] = {"retry_after": answer.retry_after}
    return answer.code, json.dumps(body).encode()
