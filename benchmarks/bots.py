"""The two bots that are compared, each a process of its own before a stand-in in another.

Knows how they are started and spoken to.
"""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from subprocess import Popen

from benchmarks.processes import child, environment

PATIENCE = 120.0
"""Seconds that the stand-in may take to see what it waits for."""
QUIET = 0.3
"""Seconds without an answer after which none is on its way any more."""
Texts = Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Findings:
    """What the stand-in saw, in seconds of the clock that all processes share."""

    answers: int
    posted_at: float | None
    last_at: float | None
    polled_at: float | None


@dataclass(frozen=True, slots=True)
class StandIn:
    """The Bot API in its own process."""

    port: int

    @property
    def base_url(self) -> str:
        """What python-telegram-bot takes as ``base_url``."""
        return f"http://127.0.0.1:{self.port}/bot"

    def post(self, texts: Texts) -> Findings:
        """Let users write and return when as many answers as texts were seen."""
        return self._order("post", texts)

    def polled(self) -> Findings:
        """Return once the bot asked for updates."""
        return self._order("polled")

    def settled(self) -> Findings:
        """Return once no more answers come."""
        before, now = None, self._order("count")
        while now != before:
            time.sleep(QUIET)
            before, now = now, self._order("count")
        return now

    def _order(self, order: str, texts: Texts = ()) -> Findings:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("POST", f"/order/{order}", json.dumps(texts))
            return Findings(**json.load(connection.getresponse())["result"])
        finally:
            connection.close()


@contextmanager
def stand_in(folder: Path) -> Iterator[StandIn]:
    """Run a stand-in until the block ends."""
    with child(["-m", "benchmarks.stand_in"], folder, environment(), talks=True) as process:
        assert process.stdout  # noqa: S101  (it talks)
        yield StandIn(int(process.stdout.readline()))


Bot = Callable[[StandIn, Path, Sequence[int]], AbstractContextManager[Popen[str]]]
"""What runs a bot on a folder for some users until the block ends."""


@contextmanager
def hei(api: StandIn, folder: Path, users: Sequence[int] = (1,)) -> Iterator[Popen[str]]:
    """Run ``hei run`` on a folder of Books until the block ends."""
    chosen = environment(
        HEI_TELEGRAM__TOKEN="1:load",  # noqa: S106  (the stand-in takes any)
        HEI_TELEGRAM__BASE_URL=api.base_url,
        HEI_TELEGRAM__ALLOWED_USERS=json.dumps(list(users)),
        HEI_DATA_DIR=str(folder / "books"),
        HEI_LOG__LEVEL="warning",
    )
    with child(["-m", "bot", "run"], folder, chosen) as process:
        yield process


@contextmanager
def echo(api: StandIn, folder: Path, _: Sequence[int] = ()) -> Iterator[Popen[str]]:
    """Run the echo bot until the block ends."""
    with child(["-m", "benchmarks.echo", api.base_url], folder, environment()) as process:
        yield process
