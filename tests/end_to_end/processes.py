"""The real program as a process of its own, pointed at a stand-in on loopback."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.tryout.server import Tryout

ROOT = Path(__file__).parents[2]
TOKEN = "7100200300:a-token-for-loopback-only"  # noqa: S105 - it opens nothing but the stand-in
USERS = [1001, 1002, 1003]


def environment(tryout: Tryout, folder: Path) -> dict[str, str]:
    """Return the configuration that brings ``hei run`` to the stand-in."""
    return {
        **os.environ,
        "HEI_TELEGRAM__TOKEN": TOKEN,
        "HEI_TELEGRAM__BASE_URL": tryout.base_url,
        "HEI_TELEGRAM__BASE_FILE_URL": tryout.base_file_url,
        "HEI_TELEGRAM__ALLOWED_USERS": str(USERS),
        "HEI_DATA_DIR": str(folder),
        "HEI_SCHEDULE__HEARTBEAT": "0.2",
    }


@asynccontextmanager
async def hei_run(tryout: Tryout, folder: Path) -> AsyncIterator[Process]:
    """Run ``hei run`` until the block ends; then it is killed, if it still lives."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        cwd=ROOT,
        env=environment(tryout, folder),
        stdout=DEVNULL,
        stderr=PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def ended(process: Process, number: signal.Signals) -> int:
    """Send a signal and return the exit code."""
    process.send_signal(number)
    await process.communicate()
    assert process.returncode is not None
    return process.returncode
