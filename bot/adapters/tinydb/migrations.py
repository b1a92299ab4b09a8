"""From the tables of any earlier version to those of today.

Each step is a pure function from version n to n + 1. Refuses to know records as they are now:
a step written once stays true when they change.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.adapters.tinydb.storage import Tables, Unreadable
from bot.application.ports import StorageFailed

Migration = Callable[[Tables], Tables]


def _changes_apart(tables: Tables) -> Tables:
    """Version 2 keeps several changes, each under its id; version 1 kept one beside the head.

    It also knows contacts who are left alone, what drafts call a contact, when it was asked what
    time it is there, which message made a change, and whether the user knows of edits; of nothing
    in version 1 was that told, asked or known.
    """
    meta = {key: document for key, document in tables["meta"].items() if key != "3"}
    last = tables["meta"].get("3")
    changes = {} if last is None else {str(last["id"]): _told_since(last)}
    return {**_told_since(tables), "meta": meta, "changes": changes}


def _told_since(holder: Mapping[str, Any]) -> dict[str, Any]:
    """Return tables or a change in whose contacts it is said that none of it was told or asked."""
    contacts = holder.get("contacts", {})
    told = {key: one and _untold(one) for key, one in contacts.items()}
    return {**holder, "contacts": told} if contacts else dict(holder)


def _untold(contact: Mapping[str, Any]) -> dict[str, Any]:
    asked = {**contact.get("asked", {}), "zone_at": None}
    return {**contact, "nickname": None, "asked": asked}


def _rests_ahead(tables: Tables) -> Tables:
    """Version 3 knows rests that begin later than they were said; before there were none."""
    changes = {
        key: {**one, "profile": {**one["profile"], "rests_ahead": []}}
        if one.get("profile")
        else one
        for key, one in tables["changes"].items()
    }
    settings = {
        key: {**one, "rests_ahead": []} if key == "1" else one
        for key, one in tables.get("profile", {}).items()
    }
    return {**tables, "profile": settings, "changes": changes}


def _voices(tables: Tables) -> Tables:
    """Version 4 knows how the user writes, their own lines, and what notes tell of days to come.

    What is missing of it was not told before.
    """
    return tables


MIGRATIONS: Sequence[Migration] = (_changes_apart, _rests_ahead, _voices)
"""The first leads from version 1 to 2, and so on; a new one goes at the end, with a stored Book."""


class NewerVersion(StorageFailed):
    """A file was written by a later Hei; it is left as it is."""


def current(migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """Return the version that the migrations lead to."""
    return len(migrations) + 1


def version_of(tables: Tables) -> int:
    """Return the version that tables were written in.

    Raises:
        Unreadable: they do not tell.
    """
    version: Any = tables.get("meta", {}).get("1", {}).get("schema")
    if not isinstance(version, int) or version < 1:
        raise Unreadable("no version")
    return version


def migrated(tables: Tables, migrations: Sequence[Migration] = MIGRATIONS) -> Tables:
    """Return the tables in today's version.

    Raises:
        NewerVersion: they come from a version that these migrations do not know.
        Unreadable: they do not tell their version, or a step cannot make sense of them.
    """
    version = version_of(tables)
    if version > current(migrations):
        raise NewerVersion(f"written in version {version}, this Hei knows {current(migrations)}")
    try:
        for step in migrations[version - 1 :]:
            tables = _stamped(step(tables), version_of(tables) + 1)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Unreadable(f"cannot be migrated ({type(error).__name__})") from None
    return tables


def _stamped(tables: Tables, version: int) -> Tables:
    meta = tables["meta"]
    return {**tables, "meta": {**meta, "1": {**meta["1"], "schema": version}}}
