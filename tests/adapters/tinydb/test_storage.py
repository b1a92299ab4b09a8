"""The storage under TinyDB: memory until it is told to commit, then all or nothing."""

import json
import stat
from pathlib import Path

import pytest
from tinydb import TinyDB

from bot.adapters.tinydb.storage import AtomicStorage, Unreadable, Written, read_tables


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the tables lie."""
    return tmp_path / "1.json"


def test_nothing_reaches_the_disk_before_the_commit(path: Path) -> None:
    """TinyDB's own writes stay in memory; one commit writes all of them."""
    storage = AtomicStorage(path)
    table = TinyDB(storage=lambda: storage).table("contacts")
    table.insert({"name": "Kari"})
    table.insert({"name": "Ola"})
    assert not path.exists()
    storage.commit()
    assert read_tables(path) == {"contacts": {"1": {"name": "Kari"}, "2": {"name": "Ola"}}}


def test_a_committed_document_is_still_tinydbs(path: Path) -> None:
    """After a commit TinyDB reads, finds and removes documents as before."""
    storage = AtomicStorage(path)
    table = TinyDB(storage=lambda: storage).table("contacts")
    table.insert_multiple([{"name": "Kari"}, {"name": "Ola", "age": 3}])
    storage.commit()
    assert table.all() == [{"name": "Kari"}, {"name": "Ola", "age": 3}]
    assert len(table.search(lambda document: len(document) == 2)) == 1
    table.remove(doc_ids=[1])
    storage.commit()
    assert read_tables(path) == {"contacts": {"2": {"name": "Ola", "age": 3}}}


def test_a_committed_document_cannot_change_in_place(path: Path) -> None:
    """A change that the next commit would not see fails at once instead of being lost."""
    storage = AtomicStorage(path)
    table = TinyDB(storage=lambda: storage).table("contacts")
    table.insert({"name": "Kari"})
    storage.commit()
    with pytest.raises(AttributeError):
        table.update({"name": "Ola"})


def test_the_file_begins_with_meta_and_is_in_order(path: Path) -> None:
    """The head of a file tells about the rest: meta first, then the lowest ids."""
    storage = AtomicStorage(path)
    storage.write({"zoo": {"10": {}, "9": {}}, "meta": {"2": {}, "1": {"schema": 1}}})
    storage.commit()
    assert path.read_text() == '{"meta":{"1":{"schema":1},"2":{}},"zoo":{"9":{},"10":{}}}'


def test_the_file_is_utf_8_and_its_owners(path: Path) -> None:
    """Text is readable as it is, nobody else may read it, and no temporary file is left."""
    storage = AtomicStorage(path)
    storage.write({"contacts": {"1": {"name": "Åse \N{CAT FACE}\0\ud83d"}}})
    storage.commit()
    assert '"Åse \N{CAT FACE}\\u0000\\ud83d"' in path.read_text("utf-8")
    assert json.loads(path.read_text("utf-8"))["contacts"]["1"]["name"].endswith("\ud83d")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_no_file_is_no_tables(path: Path) -> None:
    """A storage without a file is empty, and a commit of nothing is an empty file of tables."""
    storage = AtomicStorage(path)
    assert storage.read() is None
    storage.commit()
    assert read_tables(path) == {}


def test_a_failed_commit_leaves_the_old_file_alone(path: Path) -> None:
    """What cannot be written does not harm what was, and leaves no temporary file."""
    storage = AtomicStorage(path)
    storage.write({"contacts": {"1": {"name": "Kari"}}})
    storage.commit()
    storage.write({"contacts": {"1": {"name": float("nan")}}})
    with pytest.raises(ValueError, match="not JSON compliant"):
        storage.commit()
    assert read_tables(path) == {"contacts": {"1": {"name": "Kari"}}}
    assert list(path.parent.iterdir()) == [path]


def test_a_name_that_cannot_be_replaced_leaves_no_temporary_file(path: Path) -> None:
    """When the last step fails, the first ones are undone."""
    path.mkdir()
    with pytest.raises(OSError, match="directory"):
        AtomicStorage(path).commit()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b'{"meta":{"1":{"sche',
        b"\xff\xfe",
        b"[]",
        b'{"meta":[]}',
        b'{"meta":{"1":"secret"}}',
        b'{"meta":{"one":{}}}',
        b"[" * 100_000,
    ],
)
def test_what_is_not_tables_is_unreadable(path: Path, content: bytes) -> None:
    """Truncated, not JSON, not UTF-8, not tables: all of it is told apart from a good file."""
    path.write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        read_tables(path)
    assert "secret" not in str(caught.value)


def test_a_written_document_is_a_mapping() -> None:
    """A written document reads like the one it was made of."""
    document = {"name": "Kari", "notes": [1, 2]}
    assert dict(Written(document)) == document
    assert len(Written(document)) == 2
