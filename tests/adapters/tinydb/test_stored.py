"""Books that earlier versions stored are read for ever, and a new form is a new version."""

import json
from pathlib import Path

import pytest

from bot.adapters.tinydb.book_file import BookFile
from bot.adapters.tinydb.migrations import current
from tests.adapters.tinydb.rich_book import COUNTED_AT, NEXT_DUE_AT, RICH, RICH_IN_1

STORED = Path(__file__).parent / "stored"
TODAY = STORED / f"version-{current()}.json"


@pytest.mark.parametrize("path", sorted(STORED.iterdir()), ids=lambda path: path.stem)
def test_a_stored_book_is_the_one_it_was_made_of(path: Path) -> None:
    """Whatever version wrote the file, nothing it could tell is lost or becomes another."""
    file = BookFile.read(path)
    assert file.book == (RICH_IN_1 if path.stem == "version-1" else RICH)
    assert file.book.contacts[1].address.country == "NO"
    assert (file.head().next_due_at, file.head().counted_at) == (NEXT_DUE_AT, COUNTED_AT)


def test_every_version_has_a_stored_book() -> None:
    """Whoever changes what is stored keeps a Book of the version before, and of the new one."""
    versions = range(1, current() + 1)
    assert sorted(path.name for path in STORED.iterdir()) == sorted(
        f"version-{version}.json" for version in versions
    )
    for version in versions:
        tables = json.loads((STORED / f"version-{version}.json").read_bytes())
        assert tables["meta"]["1"]["schema"] == version


def test_the_stored_form_changes_only_with_the_version(tmp_path: Path) -> None:
    """Today's code writes the very bytes that are stored for today's version."""
    path = tmp_path / "1.json"
    BookFile(path).save(RICH, NEXT_DUE_AT, COUNTED_AT)
    assert path.read_bytes() == TODAY.read_bytes()


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("contacts", {"id", "name", "cadence", "standing", "notes", "hold"}),
        ("outcomes", {"id", "contact_id", "kind", "occurred_at"}),
        ("nudges", {"id", "contact_id", "state"}),
    ],
)
def test_names_that_others_rely_on_stay(table: str, names: set[str]) -> None:
    """Whoever reads the files with a tool of their own finds these fields in every record."""
    records = json.loads(TODAY.read_bytes())[table]
    assert len(records) > 3
    assert all(names <= record.keys() for record in records.values())


def test_a_closed_nudge_tells_how() -> None:
    """How a nudge ended stands in its state, once it has ended."""
    nudges = json.loads(TODAY.read_bytes())["nudges"].values()
    assert {nudge["state"].get("how") for nudge in nudges} == {
        None,
        "done",
        "tried",
        "snoozed",
        "skipped",
        "lapsed",
        "replaced",
        "withdrawn",
    }
    assert all(("how" in one["state"]) == (one["state"]["state"] == "closed") for one in nudges)
