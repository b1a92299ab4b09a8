"""Files of every earlier version are read as if they were of today."""

from typing import Any

import pytest

from bot.adapters.tinydb.migrations import MIGRATIONS, NewerVersion, current, migrated
from bot.adapters.tinydb.storage import Tables, Unreadable


def of_version(version: object, **tables: Any) -> Tables:
    """Return tables that say they are of a version."""
    return {"meta": {"1": {"schema": version, "serial": 7}}, **tables}


def with_nickname(tables: Tables) -> Tables:
    """Give every contact a nickname: an imagined step from 1 to 2."""
    contacts = {key: {**one, "nickname": ""} for key, one in tables["contacts"].items()}
    return {**tables, "contacts": contacts}


def with_names_in_parts(tables: Tables) -> Tables:
    """Split names: an imagined step from 2 to 3."""
    contacts = {
        key: {**one, "name": one["name"].split()} for key, one in tables["contacts"].items()
    }
    return {**tables, "contacts": contacts}


STEPS = (with_nickname, with_names_in_parts)


def test_a_file_of_today_is_left_as_it_is() -> None:
    """What is written today takes no step."""
    tables = of_version(current())
    assert migrated(tables) == tables
    assert current() == len(MIGRATIONS) + 1


@pytest.mark.parametrize(
    ("version", "contact"),
    [
        (1, {"name": "Kari Moe"}),
        (2, {"name": "Kari Moe", "nickname": ""}),
        (3, {"name": ["Kari", "Moe"], "nickname": ""}),
    ],
)
def test_steps_are_taken_from_the_version_of_the_file(
    version: int, contact: dict[str, Any]
) -> None:
    """Each file takes the steps it lacks, in order, and says so afterwards."""
    tables = of_version(version, contacts={"4": contact})
    assert migrated(tables, STEPS) == of_version(
        3, contacts={"4": {"name": ["Kari", "Moe"], "nickname": ""}}
    )
    assert tables == of_version(version, contacts={"4": contact})


def test_version_2_keeps_each_change_under_its_id() -> None:
    """The one change that stood beside the head moves; without one there is none."""
    tables = of_version(1)
    tables["meta"]["3"] = {"id": 39, "kind": "noted"}
    moved = migrated(tables)
    assert (moved["changes"], set(moved["meta"])) == ({"39": {"id": 39, "kind": "noted"}}, {"1"})
    assert set(tables["meta"]) == {"1", "3"}
    assert migrated(of_version(1))["changes"] == {}
    with pytest.raises(Unreadable, match="cannot be migrated"):
        migrated({"meta": {**of_version(1)["meta"], "3": {}}})


def test_version_2_says_what_was_not_told_of_contacts_before() -> None:
    """No nickname, and no question about their time; what was asked before stays."""
    before = {"name": "Kari", "asked": {"duty_at": "then"}}
    tables = of_version(1, contacts={"4": before})
    tables["meta"]["3"] = {"id": 39, "contacts": {"4": before, "7": None}}
    moved = migrated(tables)
    after = {
        "name": "Kari",
        "nickname": None,
        "asked": {"duty_at": "then", "zone_at": None},
    }
    assert moved["contacts"] == {"4": after}
    assert moved["changes"]["39"]["contacts"] == {"4": after, "7": None}
    assert tables["contacts"] == {"4": before}


def test_a_newer_file_is_refused_by_its_version() -> None:
    """A file of a later Hei is no fault of the file: it is named and not touched."""
    with pytest.raises(NewerVersion, match="version 4, this Hei knows 3"):
        migrated(of_version(4), STEPS)


@pytest.mark.parametrize("tables", [{}, {"meta": {}}, of_version("1"), of_version(0)])
def test_a_file_without_a_version_is_unreadable(tables: Tables) -> None:
    """Nothing is guessed about a file that does not tell its version."""
    with pytest.raises(Unreadable, match="no version"):
        migrated(tables)


def test_a_step_that_finds_no_sense_makes_the_file_unreadable() -> None:
    """A file that an old version would not have written does not stop the program."""
    with pytest.raises(Unreadable, match="cannot be migrated"):
        migrated(of_version(1, contacts={"4": {}}), STEPS)
