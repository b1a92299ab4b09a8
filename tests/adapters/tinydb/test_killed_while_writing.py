"""What is left when the process dies, the folder is taken or the disk is full."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.adapters.tinydb import FolderInUse, TinyDbBooks
from tests.adapters.tinydb.committer import IN_USE, USERS
from tests.fakes.clock import FakeClock

ROOT = Path(__file__).parents[3]
KILLS = 20


@contextmanager
def committer(folder: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    """Run a process that commits, until it is killed; none is left behind."""
    command = [sys.executable, "-m", "tests.adapters.tinydb.committer", str(folder), *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own
        try:
            yield process
        finally:
            process.kill()


def lines(process: subprocess.Popen[str]) -> Iterator[str]:
    """Yield what the process printed."""
    assert process.stdout is not None
    return (line.strip() for line in process.stdout)


def acknowledged(printed: list[str]) -> dict[int, int]:
    """Return the last serial that was acknowledged to each user."""
    pairs = (line.split() for line in printed if len(line.split()) == 2)
    return {int(user): int(serial) for user, serial in pairs}


def users_in(folder: Path) -> list[int]:
    """Return everybody who has a Book that can be read, in the order of their ids."""
    return sorted(int(path.stem) for path in folder.glob("*.json"))


async def serials(folder: Path) -> dict[int, int]:
    """Return the serial of every Book, each checked to hold every outcome up to it."""
    books = TinyDbBooks(folder, FakeClock())
    await books.start()
    found = {}
    for user in users_in(folder):
        async with books.open(user) as work:
            book = work.book
        assert list(book.outcomes) == list(range(1, book.serial + 1))
        assert book.handled == tuple(book.outcomes)[-200:]
        found[user] = book.serial
    await books.close()
    return found


def test_a_killed_process_loses_nothing_acknowledged(tmp_path: Path) -> None:
    """Killed at any point, every acknowledged commit is there whole, and nothing half."""
    last: dict[int, int] = {}
    lost = 0
    for kill in range(KILLS):
        with committer(tmp_path) as process:
            output = lines(process)
            assert next(output) == "started"
            printed = [next(output) for _ in range(1 + 2 * kill)]
            process.kill()
            printed.extend(output)
        last |= acknowledged(printed)
        found = asyncio.run(serials(tmp_path))
        lost += sum(found.get(user, 0) < serial for user, serial in last.items())
    assert lost == 0
    assert set(last) == set(USERS)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".lock",
        *map("{}.json".format, USERS),
    ]


async def test_two_processes_never_share_a_folder(tmp_path: Path) -> None:
    """The second one is told; when the first is gone, however it went, the next may have it."""
    books = TinyDbBooks(tmp_path, FakeClock())
    await books.start()
    with committer(tmp_path) as process:
        assert process.wait(60) == IN_USE
    with pytest.raises(FolderInUse, match=str(tmp_path)):
        await TinyDbBooks(tmp_path, FakeClock()).start()
    await books.close()
    with committer(tmp_path) as process:
        assert next(lines(process)) == "started"
        with pytest.raises(FolderInUse):
            await TinyDbBooks(tmp_path, FakeClock()).start()
    again = TinyDbBooks(tmp_path, FakeClock())
    await again.start()
    await again.close()


def test_a_full_disk_loses_nothing_and_recovers(tmp_path: Path) -> None:
    """A commit that does not fit fails whole; once there is room the next one works."""
    with committer(tmp_path, "4000") as process:
        output = lines(process)
        printed = []
        while (line := next(output)) != "full":
            printed.append(line)
        size = (tmp_path / "1.json").stat().st_size
        printed.extend(next(output) for _ in range(3))
        process.kill()
        printed.extend(output)
    assert 3000 < size <= 4000
    found = asyncio.run(serials(tmp_path))
    assert found[1] >= acknowledged(printed)[1] > 10
    assert not list(tmp_path.glob("*.tmp"))
