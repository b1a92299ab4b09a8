"""What Books in a folder promise beyond the contract of every kind of Books."""

import asyncio
import json
import logging
import stat
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.adapters.tinydb import NewerVersion, TinyDbBooks
from bot.adapters.tinydb.file_head import HEAD_BYTES, entry_in
from bot.adapters.tinydb.migrations import current
from bot.application.ports import StorageFailed
from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact
from tests.fakes.clock import START, FakeClock

KARI, OLA = 11, 12


@asynccontextmanager
async def books_in(folder: Path, kept: int = 1000) -> AsyncIterator[TinyDbBooks]:
    """Yield the Books of a folder between start and close."""
    books = TinyDbBooks(folder, FakeClock(), kept)
    await books.start()
    yield books
    await books.close()


async def add(books: TinyDbBooks, user_id: int, name: str = "Elin") -> Book:
    """Commit one more person and return the Book."""
    async with books.open(user_id) as work:
        number = work.book.next_id()
        work.book = work.book.with_contact(Contact(number, name, Cadence(3, Unit.WEEK), START))
    return work.book


async def book_of(books: TinyDbBooks, user_id: int) -> Book:
    """Return a user's Book."""
    async with books.open(user_id) as work:
        return work.book


async def known_to(books: TinyDbBooks) -> list[int]:
    """Return everybody with somebody to think of, who are all due in the end."""
    return sorted(await books.due(START + timedelta(days=999), 9))


async def erase(books: TinyDbBooks, user_id: int) -> None:
    """Erase a user's Book."""
    async with books.open(user_id) as work:
        work.erase()


def names_in(folder: Path) -> list[str]:
    """Return the names of everything in a folder, in order."""
    return sorted(path.name for path in folder.iterdir())


async def written(folder: Path) -> Path:
    """Write a Book each for Kari and Ola, and return where Kari's lies."""
    async with books_in(folder) as books:
        await add(books, KARI)
        await add(books, OLA)
    return folder / f"{KARI}.json"


def edited(path: Path, edit: Callable[[dict[str, dict[str, dict[str, object]]]], object]) -> None:
    """Change what a file holds, in the form that JSON has by default."""
    tables = json.loads(path.read_text())
    edit(tables)
    path.write_text(json.dumps(tables))


async def test_folder_and_files_are_their_owners(tmp_path: Path) -> None:
    """Nobody else on the machine can read what a user told."""
    path = await written(tmp_path / "data" / "books")
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}


async def test_the_start_sweeps_what_a_crash_left(tmp_path: Path) -> None:
    """Temporary files go; Books, and files of somebody else, stay."""
    path = await written(tmp_path)
    (tmp_path / "11.json.abc.tmp").write_text("half a bo")
    (tmp_path / "README").touch()
    before = path.read_bytes()
    async with books_in(tmp_path) as books:
        assert await known_to(books) == [KARI, OLA]
    assert names_in(tmp_path) == [
        ".lock",
        "11.json",
        "12.json",
        "README",
    ]
    assert path.read_bytes() == before


async def test_the_head_of_a_file_tells_when_its_user_is_due(tmp_path: Path) -> None:
    """The next due instant is at the front, so that a start need not read whole files."""
    path = await written(tmp_path)
    async with books_in(tmp_path) as books:
        due = await books.next_due_at(KARI)
    path.write_bytes(path.read_bytes()[:HEAD_BYTES])
    entry = entry_in(path, current())
    assert entry is not None
    assert entry.at == due is not None
    assert entry.counted_at == START


@pytest.mark.parametrize(
    "edit",
    [
        dict,
        lambda tables: tables["meta"]["1"].update(counted_at="2026-03-02T12:00:00+00:00"),
        lambda tables: tables.update(meta=tables.pop("meta")),
    ],
)
async def test_a_head_of_another_form_is_read_the_long_way(
    tmp_path: Path, edit: Callable[[dict[str, dict[str, dict[str, object]]]], object]
) -> None:
    """A file that somebody has formatted anew is as good as before."""
    path = await written(tmp_path)
    async with books_in(tmp_path) as books:
        book, due = await book_of(books, KARI), await books.next_due_at(KARI)
    edited(path, edit)
    assert entry_in(path, current()) is None
    async with books_in(tmp_path) as books:
        assert await books.next_due_at(KARI) == due
        assert await book_of(books, KARI) == book


@pytest.mark.parametrize("instant", ["2026-99-99T12:00:00Z", "2026-03-02T12:00:00"])
async def test_a_head_without_a_true_instant_is_not_trusted(tmp_path: Path, instant: str) -> None:
    """An instant that does not exist or has no zone sends the reader to the whole file."""
    path = await written(tmp_path)
    head = path.read_text().replace("2026-03-02T12:00:00Z", instant, 1)
    path.write_text(head)
    assert entry_in(path, current()) is None


def truncated(path: Path) -> None:
    """Cut a file in half."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def emptied(path: Path) -> None:
    """Leave nothing in a file."""
    path.write_bytes(b"")


def mistyped(path: Path) -> None:
    """Put a record into a file that cannot be one."""
    edited(path, lambda tables: tables["contacts"]["1"].update(cadence="secretly often"))


def headless(path: Path) -> None:
    """Take the head off a file."""
    edited(path, lambda tables: tables["meta"].clear())


def wrong_inside(path: Path) -> None:
    """Break a record while the head of the file stays in order."""
    path.write_bytes(path.read_bytes().replace(b'"unit":"week"', b'"unit":"secret"'))


@pytest.mark.parametrize("damage", [truncated, emptied, mistyped, headless, wrong_inside])
async def test_an_unreadable_file_is_set_aside(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: Callable[[Path], None]
) -> None:
    """Its user begins anew, it is kept under another name, and nobody else is touched."""
    path = await written(tmp_path)
    for n in (1, 2):
        damage(path)
        damaged = path.read_bytes()
        with caplog.at_level(logging.ERROR):
            async with books_in(tmp_path) as books:
                assert await book_of(books, KARI) == Book()
                assert await known_to(books) == [OLA]
                assert await books.next_due_at(KARI) is None
                assert len((await book_of(books, OLA)).contacts) == 1
                await add(books, KARI)
                assert await known_to(books) == [KARI, OLA]
        assert path.with_name(f"11.json.unreadable-{n}").read_bytes() == damaged
        assert "11.json is unreadable" in caplog.text
        assert "secret" not in caplog.text
    async with books_in(tmp_path) as books:
        await erase(books, KARI)
    assert names_in(tmp_path) == [".lock", "12.json"]


async def test_a_file_that_cannot_be_read_stops_nobody_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """What the system does not let Hei read is told; the others go on, and nothing is lost."""
    path = await written(tmp_path)
    path.rename(path.with_name("kept"))
    path.mkdir()
    async with books_in(tmp_path) as books:
        assert (await book_of(books, OLA)).contacts
        with pytest.raises(StorageFailed):
            await book_of(books, KARI)
    assert f"the book of user {KARI} cannot be read" in caplog.text


async def test_a_file_that_breaks_while_the_program_runs_is_set_aside(tmp_path: Path) -> None:
    """It is noticed when the Book is read again, and its user is no longer due."""
    async with books_in(tmp_path, kept=1) as books:
        await add(books, KARI)
        await add(books, OLA)
        truncated(tmp_path / "11.json")
        assert await book_of(books, KARI) == Book()
        assert await known_to(books) == [OLA]


async def test_a_file_of_a_newer_version_stops_the_start(tmp_path: Path) -> None:
    """The file is named and left as it is, and the folder is free for the newer program."""
    path = await written(tmp_path)
    edited(path, lambda tables: tables["meta"]["1"].update(schema=99))
    newer = path.read_bytes()
    for _ in range(2):
        with pytest.raises(NewerVersion, match=r"11\.json: written in version 99"):
            await TinyDbBooks(tmp_path, FakeClock()).start()
    assert path.read_bytes() == newer


async def test_a_file_that_becomes_newer_is_not_overwritten(tmp_path: Path) -> None:
    """Opening such a Book fails as a failed storage does, for this user alone."""
    async with books_in(tmp_path, kept=1) as books:
        await add(books, KARI)
        await add(books, OLA)
        path = tmp_path / "11.json"
        edited(path, lambda tables: tables["meta"]["1"].update(schema=99))
        newer = path.read_bytes()
        with pytest.raises(StorageFailed, match="version 99"):
            await add(books, KARI)
        assert path.read_bytes() == newer
        await add(books, OLA)


async def test_few_books_stay_in_memory(tmp_path: Path) -> None:
    """Books lately used come from memory, others from disk, and neither is ever out of date."""
    async with books_in(tmp_path, kept=2) as books:
        for user in (1, 2, 3):
            await add(books, user)
        before = {user: await book_of(books, user) for user in (2, 3)}
        assert await book_of(books, 2) is before[2]
        assert await book_of(books, 3) is before[3]
        assert len((await book_of(books, 1)).contacts) == 1
        assert await book_of(books, 2) == before[2]
        assert await book_of(books, 2) is not before[2]


async def test_a_book_may_be_open_though_it_left_the_memory(tmp_path: Path) -> None:
    """Opening more Books at once than memory keeps loses no change."""
    async with books_in(tmp_path, kept=1) as books, AsyncExitStack() as stack:
        works = [await stack.enter_async_context(books.open(user)) for user in range(1, 9)]
        for work in works:
            work.book = work.book.having_handled(5)
        await stack.aclose()
        assert [(await book_of(books, user)).handled for user in range(1, 9)] == [(5,)] * 8


async def test_a_file_that_cannot_be_read_is_not_lost(tmp_path: Path) -> None:
    """A disk that fails to read is no reason to begin anew: the Book is there when it works."""
    path = await written(tmp_path)
    before = path.read_bytes()
    async with books_in(tmp_path) as books:
        path.unlink()
        path.mkdir()  # reading a folder fails, also for root
        with pytest.raises(StorageFailed):
            await book_of(books, KARI)
        path.rmdir()
        path.write_bytes(before)
        assert len((await book_of(books, KARI)).contacts) == 1


async def test_a_folder_that_cannot_be_made_is_a_failed_storage(tmp_path: Path) -> None:
    """A wrong place for the data is told as such."""
    (tmp_path / "file").touch()
    with pytest.raises(StorageFailed, match="data folder"):
        await TinyDbBooks(tmp_path / "file" / "books", FakeClock()).start()


async def cancelled_early(action: Awaitable[object]) -> None:
    """Begin something and cancel it at once, twice."""
    task = asyncio.ensure_future(action)
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_cancelled_while_reading_or_writing(tmp_path: Path) -> None:
    """A cancelled task ends, but only when its thread is done with the file."""
    await written(tmp_path)
    async with books_in(tmp_path) as books:
        await cancelled_early(book_of(books, KARI))
        before = await book_of(books, KARI)
        await cancelled_early(add(books, KARI))
        after = await book_of(books, KARI)
        assert len(after.contacts) == len(before.contacts) + 1
    async with books_in(tmp_path) as books:
        assert await book_of(books, KARI) == after


async def test_cancelled_while_a_commit_fails(tmp_path: Path) -> None:
    """The cancellation goes on, and memory does not keep what the disk does not have."""
    await written(tmp_path / "books")
    async with books_in(tmp_path / "books") as books:
        before = await book_of(books, KARI)
        (tmp_path / "books").rename(tmp_path / "away")
        await cancelled_early(add(books, KARI))
        (tmp_path / "away").rename(tmp_path / "books")
        assert await book_of(books, KARI) == before


async def test_locks_do_not_pile_up(tmp_path: Path) -> None:
    """A user who is not being served costs no lock."""
    async with books_in(tmp_path) as books:
        for user in range(50):
            await book_of(books, user)
        assert len(books._locks) == 0  # noqa: SLF001 - a leak shows nowhere else
