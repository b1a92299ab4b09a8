"""What ``hei check`` finds in a data folder."""

import json
from pathlib import Path

from bot.adapters.tinydb import TinyDbBooks
from bot.adapters.tinydb.check import check_folder
from bot.adapters.tinydb.migrations import current
from tests.fakes.clock import START, FakeClock


async def test_a_good_folder_in_use_has_no_faults(tmp_path: Path) -> None:
    """The check reads while another process holds the folder and says nothing about good data."""
    folder = tmp_path / "books"
    books = TinyDbBooks(folder, FakeClock(START))
    await books.start()
    async with books.open(11) as work:
        work.book = work.book.having_handled(1)
    (folder / "11.json.x.tmp").touch()
    assert check_folder(folder) == []
    await books.close()


def test_a_folder_that_is_not_there_yet_has_no_faults(tmp_path: Path) -> None:
    """Before the first start there is nothing to find wrong, and the check makes nothing."""
    assert check_folder(tmp_path / "books") == []
    assert not (tmp_path / "books").exists()


def test_a_file_in_place_of_the_folder_is_a_fault(tmp_path: Path) -> None:
    """What cannot be a data folder is told."""
    (tmp_path / "books").touch()
    assert check_folder(tmp_path / "books") == [
        f"{tmp_path}/books: cannot be read (Not a directory)"
    ]


def test_every_fault_has_a_line(tmp_path: Path) -> None:
    """All of them at once, each file named, in order, nothing quoted and nothing changed."""
    head = {"schema": 9, "serial": 1}
    files = {
        "1.json": "secret",
        "2.json": json.dumps({"meta": {"1": head}}),
        "3.json": json.dumps({"meta": {"1": {**head, "schema": 1, "serial": "secret"}}}),
        "007.json": "{}",
        "4.json.unreadable-1": "secret",
    }
    tmp_path.chmod(0o755)
    for name, content in files.items():
        (tmp_path / name).write_text(content)
        (tmp_path / name).chmod(0o600)
    (tmp_path / "1.json").chmod(0o640)
    (tmp_path / "5.json").mkdir(mode=0o700)
    (tmp_path / "6.json").symlink_to("nowhere")
    assert check_folder(tmp_path) == [
        f"{tmp_path}: others can reach it (mode 0755; chmod 700)",
        f"{tmp_path}/007.json: is not named after a user (USER_ID.json)",
        f"{tmp_path}/1.json: others can reach it (mode 0640; chmod 600)",
        f"{tmp_path}/1.json: unreadable, not JSON (JSONDecodeError)",
        f"{tmp_path}/2.json: written in version 9, this Hei knows {current()}",
        f"{tmp_path}/3.json: unreadable, meta 1: wrong counted_at, handled, next_due_at, serial",
        f"{tmp_path}/4.json.unreadable-1: was set aside as unreadable",
        f"{tmp_path}/5.json: cannot be read (Is a directory)",
    ]
    assert {name: (tmp_path / name).read_text() for name in files} == files
