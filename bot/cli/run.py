"""What ``hei run`` and ``hei try`` do until they are told to stop."""

import asyncio
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.bootstrap import running
from bot.cli.stopping import stopped_by_signals
from bot.cli.tryout import trying

if TYPE_CHECKING:
    from bot.config import Settings


async def run(settings: "Settings") -> None:
    """Run the bot on Telegram until a signal comes; see ``running`` for what may prevent it."""
    with stopped_by_signals():
        async with running(settings):
            await _for_ever()


async def attempt(port: int, folder: Path | None, *, demo: bool) -> None:
    """Run a try-out until a signal comes, or play the demo to its end; see ``trying``."""
    with stopped_by_signals():
        async with trying(port, folder) as tryout:
            if demo:
                from bot.tryout.demo import play  # noqa: PLC0415  (only who asked pays for it)

                with _read_to_the_end():
                    await play(tryout)
                return
            print(f"Try Hei at {tryout.address} (Ctrl-C ends it)", flush=True)  # noqa: T201
            await _for_ever()


@contextmanager
def _read_to_the_end() -> Iterator[None]:
    """Write for as long as somebody reads: ``hei try --demo | head`` is no error."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for the last flush


async def _for_ever() -> None:
    await asyncio.Event().wait()
