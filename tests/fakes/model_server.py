"""A server on loopback that speaks the OpenAI chat completion protocol as it is told to."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler


@dataclass
class ModelServer:
    """What it says next, and what it was asked.

    Attributes:
        says: the text of its answers.
        body: a whole body in place of a proper one; None for a proper one.
        status: the HTTP status of its answers.
        silent: whether it takes questions and never answers.
        asked: the bodies of the questions, in order.
        keys: the authorization of each, "" for none.
        base_url: where it listens.
    """

    says: str = ""
    body: bytes | None = None
    status: int = 200
    silent: bool = False
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    base_url: str = ""

    @property
    def given(self) -> dict[str, str]:
        """What the latest question gives as material."""
        given: dict[str, str] = json.loads(self.asked[-1]["messages"][1]["content"])
        return given


class _Completions(RequestHandler):
    def initialize(self, server: ModelServer) -> None:
        self._server = server

    async def post(self) -> None:
        server = self._server
        server.asked.append(json.loads(self.request.body))
        server.keys.append(self.request.headers.get("Authorization", ""))
        if server.silent:
            await asyncio.Event().wait()
        answer = {"choices": [{"message": {"role": "assistant", "content": server.says}}]}
        self.set_status(server.status)
        self.finish(json.dumps(answer) if server.body is None else server.body)


@asynccontextmanager
async def model_server(**as_told: Any) -> AsyncIterator[ModelServer]:
    """Run a server for as long as the block lasts."""
    server = ModelServer(**as_told)
    sockets = bind_sockets(0, "127.0.0.1")
    server.base_url = f"http://127.0.0.1:{sockets[0].getsockname()[1]}/v1"
    listening = HTTPServer(
        Application([("/v1/chat/completions", _Completions, {"server": server})])
    )
    listening.add_sockets(sockets)
    try:
        yield server
    finally:
        listening.stop()
        await listening.close_all_connections()
