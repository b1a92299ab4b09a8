"""The changes that can be taken back, as documents of their own in a user's file."""

import json
from dataclasses import replace
from itertools import count
from pathlib import Path

from bot.adapters.tinydb import records
from bot.adapters.tinydb.book_file import BookFile
from bot.application import change_contact as keep
from bot.application.change_settings import choose_energy, choose_language
from bot.application.log_outcome import Event, Subject, done
from bot.application.undoing import undo
from bot.domain.parameters import CHANGES_KEPT
from bot.domain.records.book import Book
from bot.domain.records.profile import Energy
from bot.languages import Language
from tests.domain.people import DAY, HOUR, KARI, NOON, OLA, due_since, nudged
from tests.fakes.clock import START


def noted(book: Book, number: int, text: str) -> Book:
    """Return the Book with one more note about somebody."""
    return keep.add_note(book, book.contacts[number], text, NOON)


def noted_often(times: int) -> Book:
    """Return a Book to which so many notes about Kari were added."""
    book = due_since(1.5, 1.2)
    for number in range(times):
        book = noted(book, KARI, f"note {number}")
    return book


def table(path: Path, name: str) -> dict[str, dict[str, object]]:
    """Return a table of a file; an empty one is not written."""
    tables: dict[str, dict[str, dict[str, object]]] = json.loads(path.read_bytes())
    return tables.get(name, {})


def test_a_commit_writes_the_new_change_alone() -> None:
    """The nine that stay are not encoded again; the eleventh last goes."""
    before = noted_often(CHANGES_KEPT)
    after = noted(before, KARI, "one more")
    written = records.changes(before, after)["changes"]
    assert {key: row is None for key, row in written.items()} == {
        before.changes[0].id: True,
        after.changes[-1].id: False,
    }


def test_what_is_said_anew_touches_only_changes_that_hold_settings() -> None:
    """Today's energy is kept through /undo; changes of contacts stay as they are written."""
    before = choose_language(noted_often(3), Language.SV)
    after = choose_energy(before, Energy.LOW, NOON)
    assert list(records.changes(before, after)["changes"]) == [before.changes[-1].id]


def test_each_change_lies_under_its_id(tmp_path: Path) -> None:
    """They are read back oldest first, and one taken back is gone from the file."""
    path, book = tmp_path / "1.json", noted_often(4)
    BookFile(path).save(book, None, START)
    assert list(table(path, "changes")) == [str(one.id) for one in book.changes]
    file = BookFile.read(path)
    assert file.book.changes == book.changes
    back, _ = undo(file.book, NOON)
    file.save(back, None, START)
    assert list(table(path, "changes")) == [str(one.id) for one in book.changes[:-1]]
    assert BookFile.read(path).book == back


def test_the_one_change_of_an_earlier_file_can_be_taken_back(tmp_path: Path) -> None:
    """What version 1 kept beside the head is the only change there is."""
    stored = Path(__file__).parent / "stored" / "version-1.json"
    path = tmp_path / "1.json"
    path.write_bytes(stored.read_bytes())
    file = BookFile.read(path)
    assert [change.id for change in file.book.changes] == [39]
    file.save(file.book.having_handled(1), None, START)
    assert list(table(path, "changes")) == ["39"]
    assert list(table(path, "meta")) == ["1", "2"]
    _, change = undo(BookFile.read(path).book, NOON)
    assert change
    assert change.about == "Kari Moe"


def test_nothing_of_a_forgotten_contact_stays_in_the_file(tmp_path: Path) -> None:
    """No record, no name and no note of theirs, in no change; those of others can be taken back."""
    path, serial = tmp_path / "1.json", count(1)
    book, nudge = nudged(due_since(1.5, 1.2), KARI, NOON)
    book = noted(noted(book, KARI, "secret dog"), OLA, "secret cat")
    book = done(book, Subject(book.contacts[KARI], nudge), Event(NOON + HOUR, note="secret job"))
    book = keep.rename(book, book.contacts[KARI], "Kåre")
    book = choose_language(book, Language.SV)
    file = BookFile(path)
    file.save(book, None, START)
    assert "Kari" in path.read_text()
    gone = keep.forget_contact(book, book.contacts[KARI])
    file.save(gone.having_handled(next(serial)), None, START)
    stored = path.read_text()
    for word in ("Kari", "Kåre", "dog", "job", f'"contact_id":{KARI},', f'"{nudge.id}":'):
        assert word not in stored
    assert "secret cat" in stored
    assert [one["kind"] for one in table(path, "changes").values()] == ["noted", "language"]
    back, _ = undo(BookFile.read(path).book, NOON + DAY, gone.changes[0].id)
    assert back.contacts == {OLA: replace(gone.contacts[OLA], notes=())}
