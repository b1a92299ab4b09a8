"""The try-out: the bot unchanged, its Telegram on loopback, a clock that can be moved."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from bot.adapters.system_clock import SystemClock
from bot.bootstrap import Hei, Parts, running
from bot.config import Schedule, Settings, Telegram
from bot.tryout.server import Tryout
from bot.tryout.world.movable_clock import MovableClock

TOKEN = "1:tryout"  # noqa: S105  (opens nothing: the stand-in lets every token in)
IDS = 2**30
"""Ids are 32-bit numbers; half of them is room enough to begin at another one each time."""
HEARTBEAT = 0.5
"""Seconds between two looks at a clock that may be moved any moment."""


class PortTaken(Exception):
    """The chat page cannot listen where it should."""


class Everybody:
    """Admits all: nobody but this machine reaches a try-out."""

    def __contains__(self, user_id: object) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Reins:
    """What the stand-in may ask of the running bot (its ``Controls``)."""

    hei: Hei

    async def next_nudge_at(self, user_id: int) -> datetime | None:
        """Return the next instant on a user's agenda."""
        return await self.hei.books.next_due_at(user_id)

    async def deliver_due(self) -> None:
        """Deliver to all who are due."""
        await self.hei.rounds.go()


@asynccontextmanager
async def trying(
    port: int = 0, folder: Path | None = None, clock: MovableClock | None = None
) -> AsyncIterator[Tryout]:
    """Run a try-out for as long as the block lasts.

    Args:
        port: of the chat page; 0 takes a free one.
        folder: where the Books lie; None for one that is deleted afterwards.
        clock: the clock of both sides; None for the machine's, movable.

    Raises:
        PortTaken: the port is in use or not allowed.
        FolderInUse: another process holds the folder.
        StorageFailed: the folder cannot be used.
    """
    clock = clock or MovableClock(SystemClock())
    tryout = Tryout(clock)
    tryout.chats.begin_after(_used_before(folder))
    try:
        await tryout.start(port)
    except OSError as error:
        raise PortTaken(f"{port} cannot be used ({error.strerror})") from None
    try:
        with _lasting(folder) as data_dir:
            settings = _settings(tryout, data_dir)
            async with running(settings, Parts(clock=clock, admitted=Everybody())) as hei:
                tryout.controls = Reins(hei)
                yield tryout
    finally:
        await tryout.stop()


def _settings(tryout: Tryout, data_dir: Path) -> Settings:
    return Settings(
        data_dir=data_dir,
        telegram=Telegram(
            token=SecretStr(TOKEN),
            base_url=tryout.base_url,
            base_file_url=tryout.base_file_url,
        ),
        schedule=Schedule(heartbeat=HEARTBEAT),
    )


def _used_before(folder: Path | None) -> int:
    """Return how many ids count as given out by earlier try-outs of the same folder.

    The Book remembers the last 200 updates and the messages of its nudges: a stand-in that
    counted from one again would say nothing new to it, and its first words would meet silence.
    The machine's clock tells two starts apart; a moved one begins anew each time.
    """
    if folder is None:
        return 0
    return int(SystemClock().now().timestamp() * 1000) % IDS


@contextmanager
def _lasting(folder: Path | None) -> Iterator[Path]:
    if folder:
        yield folder
        return
    with TemporaryDirectory(prefix="hei-") as temporary:
        yield Path(temporary)
