"""A Bot API as load: hands updates out, counts what comes back, runs as a process of its own.

Knows when it saw the first poll and each answer. Refuses to check what is said, as the try-out
does: the less a call costs here, the more the caller's own cost shows.
"""

import asyncio
import json
from collections import deque
from collections.abc import Callable
from itertools import islice
from time import perf_counter
from urllib.parse import parse_qsl

LIFETIME = 600.0
"""Seconds after which it ends by itself, should nobody end it."""
BATCH = 100
BOT = {"id": 7_100_200_300, "is_bot": True, "first_name": "Bot", "username": "load_bot"}
DATE = 1_780_000_000
Reply = Callable[[object], None]
Fields = dict[str, str]


class BotApi:
    """One bot's updates and answers; what waits is answered when its time has come."""

    def __init__(self) -> None:
        self._pending: deque[tuple[int, object]] = deque()
        self._next_id = 1
        self._poll: Reply | None = None
        self._polled_at: float | None = None
        self._posted_at: float | None = None
        self._seen: list[float] = []
        self._wanted: tuple[int, Reply] | None = None

    def call(self, method: str, fields: Fields, reply: Reply) -> None:
        """Carry out a method of the Bot API."""
        match method:
            case "getUpdates":
                self._get_updates(int(fields.get("offset", 0)), float(fields["timeout"]), reply)
            case "sendMessage":
                reply(_message(self._new_id(), int(fields["chat_id"]), BOT, fields["text"]))
                self._count()
            case "getMe":
                reply({**BOT, "can_join_groups": True, "can_read_all_group_messages": False})
            case _:
                reply(True)  # noqa: FBT003  (what Telegram answers)

    def order(self, order: str, texts: list[tuple[int, str]], reply: Reply) -> None:
        """Carry out what the benchmark asks for.

        Args:
            order: ``post`` the texts and reply when as many answers came; ``polled`` replies at
                the first poll; ``count`` replies at once.
            texts: who writes what.
            reply: takes what was seen.
        """
        if order == "post":
            self._seen = []
            self._posted_at = perf_counter()
            self._wanted = (len(texts), reply)
            self._pending.extend(self._update(*one) for one in texts)
            if self._poll:
                self._hand_out(self._poll)
        elif order == "polled" and self._polled_at is None:
            self._wanted = (0, reply)
        else:
            reply(self._findings())

    def _get_updates(self, offset: int, hold: float, reply: Reply) -> None:
        if self._polled_at is None:
            self._polled_at = perf_counter()
            self._tell(0)
        while self._pending and self._pending[0][0] < offset:
            self._pending.popleft()
        self._poll = reply
        if self._pending or not hold:
            self._hand_out(reply)
        else:
            asyncio.get_running_loop().call_later(hold, self._hand_out, reply)

    def _hand_out(self, poll: Reply) -> None:
        """Answer a poll, unless it was answered already."""
        if self._poll is poll:
            self._poll = None
            poll([update for _, update in islice(self._pending, BATCH)])

    def _count(self) -> None:
        self._seen.append(perf_counter())
        self._tell(len(self._seen))

    def _tell(self, number: int) -> None:
        if self._wanted and self._wanted[0] == number:
            (_, reply), self._wanted = self._wanted, None
            reply(self._findings())

    def _findings(self) -> dict[str, float | int | None]:
        return {
            "answers": len(self._seen),
            "posted_at": self._posted_at,
            "last_at": self._seen[-1] if self._seen else None,
            "polled_at": self._polled_at,
        }

    def _update(self, user_id: int, text: str) -> tuple[int, object]:
        number = self._new_id()
        sender = {"id": user_id, "is_bot": False, "first_name": "Robin", "language_code": "en"}
        return number, {"update_id": number, "message": _message(number, user_id, sender, text)}

    def _new_id(self) -> int:
        self._next_id += 1
        return self._next_id


def _message(number: int, chat_id: int, sender: object, text: str) -> dict[str, object]:
    chat = {"id": chat_id, "type": "private", "first_name": "Robin"}
    shown = {"message_id": number, "from": sender, "chat": chat, "date": DATE, "text": text}
    if not text.startswith("/"):
        return shown
    command = {"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}
    return {**shown, "entities": [command]}


class Connection(asyncio.Protocol):
    """HTTP/1.1 with kept connections, as far as one well-behaved client needs it."""

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where answers go."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101  (what a server makes)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Carry a call out once it is there whole."""
        self._buffer += data
        head, end, body = self._buffer.partition(b"\r\n\r\n")
        if not end or len(body) < _length(head):
            return
        self._buffer = b""
        _, token, method = head.split(maxsplit=2)[1].decode().split("/")
        if token == "order":  # noqa: S105  (not a token then)
            self._api.order(method, json.loads(body or b"[]"), self._reply)
        else:
            self._api.call(method, dict(parse_qsl(body.decode())), self._reply)

    def _reply(self, result: object) -> None:
        body = json.dumps({"ok": True, "result": result}).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
        if not self._transport.is_closing():
            self._transport.write(head.encode() + b"\r\n\r\n" + body)


def _length(head: bytes) -> int:
    names = (line.partition(b":") for line in head.lower().split(b"\r\n"))
    return next((int(value) for name, _, value in names if name == b"content-length"), 0)


async def serve() -> None:
    """Listen on a free port of this machine, print it, and end after a while."""
    api = BotApi()
    server = await asyncio.get_running_loop().create_server(lambda: Connection(api), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.sleep(LIFETIME)


if __name__ == "__main__":
    asyncio.run(serve())
