"""A process that commits for several users side by side and says so, until it is killed.

Usage: python -m tests.adapters.tinydb.committer FOLDER [BYTES_A_FILE_MAY_HAVE]
"""

import asyncio
import resource
import sys
from pathlib import Path

from bot.adapters.tinydb import FolderInUse, TinyDbBooks
from bot.application.ports import StorageFailed
from bot.domain.records.outcome import Outcome, OutcomeKind
from tests.fakes.clock import START, FakeClock

USERS = (1, 2, 3)
IN_USE = 3


async def commit_for_ever(books: TinyDbBooks, user_id: int) -> None:
    """Commit one outcome after the other, and print each serial once it is durable."""
    while True:
        async with books.open(user_id) as work:
            serial = work.book.next_id()
            outcome = Outcome(serial, 1, OutcomeKind.DONE, START, START, None, "n" * 50)
            work.book = work.book.with_outcome(outcome).having_handled(serial)
        print(user_id, serial, flush=True)  # noqa: T201 - the acknowledgement


async def commit_until_full(books: TinyDbBooks, bytes_a_file: int) -> None:
    """Commit until the disk is full, make room, commit once more and print each serial."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_a_file, limits[1]))
    try:
        await commit_for_ever(books, 1)
    except StorageFailed:
        print("full", flush=True)  # noqa: T201 - the test waits for it
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    await commit_for_ever(books, 1)


async def main() -> int:
    """Run until killed; the exit code tells that the folder was taken."""
    books = TinyDbBooks(Path(sys.argv[1]), FakeClock())
    try:
        await books.start()
    except FolderInUse:
        return IN_USE
    print("started", flush=True)  # noqa: T201 - the test waits for it
    if len(sys.argv) > 2:
        await commit_until_full(books, int(sys.argv[2]))
    await asyncio.gather(*(commit_for_ever(books, user) for user in USERS))
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
