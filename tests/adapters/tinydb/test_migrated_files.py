"""A file of an earlier version is copied as it is before it is first written in a later one."""

import json
import shutil
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.adapters.tinydb import NewerVersion, TinyDbBooks
from bot.adapters.tinydb.check import check_folder
from bot.adapters.tinydb.migrations import Migration
from bot.adapters.tinydb.storage import Tables
from bot.application.ports import StorageFailed
from bot.domain.records.book import Book
from tests.adapters.tinydb.rich_book import RICH, RICH_IN_1
from tests.fakes.clock import FakeClock

KARI = 42
STORED = Path(__file__).parent / "stored" / "version-1.json"


def without_balder(tables: Tables) -> Tables:
    """Drop every note about a dog: an imagined step from 1 to 2."""
    contacts = {
        key: {**one, "notes": [note for note in one["notes"] if "Balder" not in note["text"]]}
        for key, one in tables["contacts"].items()
    }
    return {**tables, "contacts": contacts}


def louder(tables: Tables) -> Tables:
    """Write every name in capitals: an imagined step from 2 to 3."""
    contacts = {
        key: {**one, "name": one["name"].upper()} for key, one in tables["contacts"].items()
    }
    return {**tables, "contacts": contacts}


TO_2: tuple[Migration, ...] = (without_balder,)
TO_3: tuple[Migration, ...] = (without_balder, louder)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a Book of version 1 lies, in a folder that is its owner's."""
    tmp_path.chmod(0o700)
    path = tmp_path / f"{KARI}.json"
    shutil.copyfile(STORED, path)
    path.chmod(0o600)
    return path


@asynccontextmanager
async def books_in(folder: Path, steps: tuple[Migration, ...]) -> AsyncIterator[TinyDbBooks]:
    """Yield the Books of a folder as a Hei with these steps has them."""
    books = TinyDbBooks(folder, FakeClock(), migrations=steps)
    await books.start()
    try:
        yield books
    finally:
        await books.close()


async def book_in(folder: Path, steps: tuple[Migration, ...]) -> Book:
    """Return the Book as a Hei with these steps reads it."""
    async with books_in(folder, steps) as books, books.open(KARI) as work:
        return work.book


async def use(folder: Path, steps: tuple[Migration, ...], update_id: int) -> None:
    """Commit one change by a Hei with these steps."""
    async with books_in(folder, steps) as books, books.open(KARI) as work:
        work.book = work.book.having_handled(update_id)


def content(path: Path) -> bytes:
    """Return what is in a file."""
    return path.read_bytes()


def schema(path: Path) -> int:
    """Return the version that a file says it is of."""
    version: int = json.loads(path.read_bytes())["meta"]["1"]["schema"]
    return version


def names_in(folder: Path) -> list[str]:
    """Return the names of everything in a folder, in order."""
    return sorted(path.name for path in folder.iterdir())


async def test_reading_alone_changes_nothing(path: Path) -> None:
    """A start, a look and a check read the earlier version and leave the folder as it is."""
    book = await book_in(path.parent, TO_2)
    assert [note.id for note in book.contacts[1].notes] == [3]
    assert book.outcomes == RICH.outcomes
    assert check_folder(path.parent, TO_2) == []
    assert names_in(path.parent) == [".lock", "42.json"]
    assert content(path) == content(STORED)


async def test_the_first_commit_keeps_the_file_as_it_was(path: Path) -> None:
    """Beside the file of the new version lies the earlier one, for its owner alone."""
    await use(path.parent, TO_2, 7)
    copy = path.with_name("42.json.v1")
    assert names_in(path.parent) == [".lock", "42.json", "42.json.v1"]
    assert content(copy) == content(STORED)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert schema(path) == 2
    assert (await book_in(path.parent, TO_2)).handled == (*RICH.handled, 7)


async def test_a_copy_is_made_once_for_each_version(path: Path) -> None:
    """Later commits and starts leave a copy alone; the next version makes another."""
    for update_id in (7, 8):
        await use(path.parent, TO_2, update_id)
    of_2 = content(path)
    for update_id in (9, 10):
        await use(path.parent, TO_3, update_id)
    assert names_in(path.parent) == [".lock", "42.json", "42.json.v1", "42.json.v2"]
    assert content(path.with_name("42.json.v1")) == content(STORED)
    assert content(path.with_name("42.json.v2")) == of_2
    assert (await book_in(path.parent, TO_3)).contacts[1].name == "KARI MOE"


async def test_several_versions_at_once_need_one_copy(path: Path) -> None:
    """What was never on disk needs no copy."""
    await use(path.parent, TO_3, 7)
    assert names_in(path.parent) == [".lock", "42.json", "42.json.v1"]
    assert schema(path) == 3


async def test_killed_between_copy_and_commit_nothing_is_lost(path: Path) -> None:
    """The file is still of the earlier version; the next start goes on from there."""
    copy = path.with_name("42.json.v1")
    shutil.copyfile(path, copy)
    copy.chmod(0o600)
    (path.parent / "42.json.1.tmp").write_text('{"meta":')
    made_at = copy.stat().st_mtime_ns
    await use(path.parent, TO_2, 7)
    assert names_in(path.parent) == [".lock", "42.json", "42.json.v1"]
    assert (content(copy), copy.stat().st_mtime_ns) == (content(STORED), made_at)
    assert (await book_in(path.parent, TO_2)).handled == (*RICH.handled, 7)


async def test_killed_while_copying_nothing_is_lost(path: Path) -> None:
    """Half a copy never has the name of one; the next start sweeps it and makes a whole one."""
    (path.parent / "42.json.v1.0.tmp").write_text('{"meta":')
    await use(path.parent, TO_2, 7)
    assert names_in(path.parent) == [".lock", "42.json", "42.json.v1"]
    assert content(path.with_name("42.json.v1")) == content(STORED)


async def test_without_a_copy_there_is_no_commit(path: Path) -> None:
    """The copy comes first: where none can be made, the file stays of the earlier version."""
    path.with_name("42.json.v1").mkdir()
    with pytest.raises(StorageFailed):
        await use(path.parent, TO_2, 7)
    assert content(path) == content(STORED)
    path.with_name("42.json.v1").rmdir()
    await use(path.parent, TO_2, 8)
    assert content(path.with_name("42.json.v1")) == content(STORED)
    assert (await book_in(path.parent, TO_2)).handled == (*RICH.handled, 8)


async def test_an_earlier_program_refuses_the_later_file(path: Path) -> None:
    """Going back to an earlier Hei is refused by the name of the file; the copy is the way."""
    await use(path.parent, TO_2, 7)
    with pytest.raises(NewerVersion, match=r"42\.json: written in version 2, this Hei knows 1"):
        await TinyDbBooks(path.parent, FakeClock(), migrations=()).start()
    path.with_name("42.json.v1").replace(path)
    assert await book_in(path.parent, ()) == replace(
        RICH_IN_1, changes=()
    )  # it kept them elsewhere


async def test_copies_are_no_books_and_no_faults(path: Path) -> None:
    """Nobody is a user by a copy, and the check only asks that others cannot reach it."""
    await use(path.parent, TO_2, 7)
    async with books_in(path.parent, TO_2) as books:
        assert await books.due(FakeClock().now().replace(year=2099), 9) == [KARI]
    assert check_folder(path.parent, TO_2) == []
    copy = path.with_name("42.json.v1")
    copy.chmod(0o644)
    assert check_folder(path.parent, TO_2) == [
        f"{copy}: others can reach it (mode 0644; chmod 600)"
    ]


async def test_forgetting_takes_the_copies(path: Path) -> None:
    """Nothing of a user is left, in no version; those of others are."""
    await use(path.parent, TO_2, 7)
    await use(path.parent, TO_3, 8)
    for name in ("421.json", "421.json.v1"):
        shutil.copyfile(STORED, path.with_name(name))
    async with books_in(path.parent, TO_3) as books, books.open(KARI) as work:
        work.erase()
    assert names_in(path.parent) == [".lock", "421.json", "421.json.v1"]
