"""Remembering changes by comparing two Books, and taking one back record by record."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from bot.application.undoing_dose import DOSING, chosen, without_gain
from bot.domain import parameters as p
from bot.domain.records.book import Book
from bot.domain.records.change import Change, ChangeKind
from bot.domain.records.contact import Contact, Hold
from bot.domain.records.nudge import Closing, Nudge, Origin
from bot.domain.records.profile import Profile

T = TypeVar("T")
HOLDING = frozenset(
    {
        ChangeKind.DONE,
        ChangeKind.TRIED,
        ChangeKind.SNOOZED,
        ChangeKind.SKIPPED,
        ChangeKind.LET_GO,
        ChangeKind.LEFT_ALONE,
        ChangeKind.DIED,
        ChangeKind.CORRECTED,
    }
)
"""Changes that make a contact wait, or end it."""
UNDONE_BY_NOTHING = ("energy", "cue", "learns_since", "knows_edits")
"""Settings that are said anew rather than taken back."""


def remember(before: Book, after: Book, kind: ChangeKind, about: str = "") -> Book:
    """Return ``after`` with what it takes to get back to ``before``, for the last ten changes.

    Args:
        before: the Book as it was.
        after: the Book as it is now.
        kind: what the user did.
        about: whom it was about, for the answer to /undo.

    A second tap that changed nothing is no change: /undo still takes the first one back.
    """
    if _is_same(before, after, kind):
        return after
    change = Change(
        id=after.next_id(),
        kind=kind,
        about=about,
        contacts=_touched(before.contacts, after.contacts),
        nudges=_touched(before.nudges, after.nudges),
        outcomes=_touched(before.outcomes, after.outcomes),
        profile=before.profile if before.profile != after.profile else None,
        dose=before.dose if kind in DOSING else None,
    )
    changes = (*after.changes, change)[-p.CHANGES_KEPT :]
    return replace(after, changes=changes, serial=change.id)


def keep_through_undo(
    book: Book, profile: Profile, settings: Sequence[str] = UNDONE_BY_NOTHING
) -> Book:
    """Return the Book with settings of a profile that /undo leaves as they are.

    Args:
        book: the user's Book.
        profile: holds the settings as they shall be.
        settings: which fields of it are taken; what changes take back keeps them too.
    """
    fields = {name: getattr(profile, name) for name in settings}
    changes = tuple(
        replace(one, profile=replace(one.profile, **fields)) if one.profile else one
        for one in book.changes
    )
    return replace(book, profile=replace(book.profile, **fields), changes=changes)


def undo(book: Book, now: datetime, change_id: int | None = None) -> tuple[Book, Change | None]:
    """Return the Book before one change, and that change.

    What happened since in other records stays, and a nudge that went out since is out. At most
    one nudge is open afterwards: one that was sent in the meantime keeps the one that comes back
    closed (docs/semantics.md, 6).

    Args:
        book: the user's Book.
        now: the current instant.
        change_id: the change; None for the last one. One that is not kept, or that a later change
            stands on, leaves the Book as it is, and no change is returned.
    """
    change = book.last_change if change_id is None else book.change(change_id)
    if change is None or changed_since(book, change):
        return book, None
    back = replace(
        without_gain(book, change),
        contacts=_restored(book.contacts, _with_present_holds(book, change)),
        nudges=_restored(book.nudges, _unplanned(book, change, now)),
        outcomes=_restored(book.outcomes, change.outcomes),
        profile=change.profile or book.profile,
        open_question=None,
    )
    back = replace(back, changes=tuple(one for one in back.changes if one.id != change.id))
    for key in change.newcomers:
        back = back.without_contact(key)
    return _with_one_open(_without_kept_holds(back, change), now), change


def changed_since(book: Book, change: Change) -> tuple[Change, ...]:
    """Return the later changes of what a change touched, which has to stay because of them.

    Of a contact who was added that is anything about them. A nudge does not come back about a
    contact who was told of, put off or let go since.
    """
    theirs = change.touched.union(*map(book.records_of, change.newcomers))
    nudged = {nudge.contact_id for nudge in change.nudges.values() if nudge}
    closing = frozenset[int]().union(*map(book.records_of, nudged))
    return tuple(
        later
        for later in book.changes
        if later.id > change.id
        and (
            later.touched & theirs
            or (later.kind in HOLDING and later.touched & closing)
            or (later.profile and change.profile)
            or later.kind is change.kind is ChangeKind.EASE
        )
    )


def _is_same(before: Book, after: Book, kind: ChangeKind) -> bool:
    """Tell whether two Books hold the same, ids given out and the spent dose aside."""
    chose, choice = chosen(before.dose), chosen(after.dose)
    return (
        (before.contacts, before.nudges, before.outcomes, before.profile)
        == (after.contacts, after.nudges, after.outcomes, after.profile)
    ) and (kind is not ChangeKind.EASE or chose == choice)


def _touched(before: Mapping[int, T], after: Mapping[int, T]) -> dict[int, T | None]:
    keys = before.keys() | after.keys()
    return {key: before.get(key) for key in sorted(keys) if before.get(key) != after.get(key)}


def _restored(now: Mapping[int, T], old: Mapping[int, T | None]) -> dict[int, T]:
    merged: dict[int, T | None] = {**now, **old}
    return {key: merged[key] for key in sorted(merged) if merged[key] is not None}  # type: ignore[misc]


def _with_present_holds(book: Book, change: Change) -> dict[int, Contact | None]:
    """Return the old contacts; until when each waits stays as it is, unless that was the change.

    A snoozed nudge may have come back since, and must not come back once more.
    """
    return {
        key: _as_present(old, here, change.kind)
        if old and (here := book.contacts.get(key))
        else old
        for key, old in change.contacts.items()
    }


def _as_present(old: Contact, here: Contact, kind: ChangeKind) -> Contact:
    """Return a contact as they were; what was asked meanwhile has been asked."""
    old = replace(old, asked=here.asked)
    if kind in HOLDING or _is_same_hold(old.hold, here.hold):
        return old
    return replace(old, hold=here.hold, snoozes=here.snoozes)


def _is_same_hold(old: Hold | None, here: Hold | None) -> bool:
    """Tell whether a contact waits as before, be it for a nudge in other words."""
    return old is not None and here is not None and old.until == here.until


def _unplanned(book: Book, change: Change, now: datetime) -> dict[int, Nudge | None]:
    """Return the old nudges; what was planned then is out by now, or is not right any more."""
    return {
        key: _out_or_withdrawn(nudge, book.nudges.get(key), now)
        if nudge and nudge.is_planned
        else nudge
        for key, nudge in change.nudges.items()
    }


def _out_or_withdrawn(planned: Nudge, here: Nudge | None, now: datetime) -> Nudge:
    if here and here.sent_at:
        return planned.sent(here.sent_at, here.message_id)
    return planned.closed(now, Closing.WITHDRAWN)


def _without_kept_holds(back: Book, change: Change) -> Book:
    """Return the Book in which nobody waits for a nudge that has come back since."""
    for key, old in change.nudges.items():
        here = back.nudges.get(key)
        if old and old.is_planned and here and here.is_open and here.origin is not Origin.PLANNED:
            back = back.with_contact(replace(back.contacts[here.contact_id], hold=None))
    return back


def _with_one_open(book: Book, now: datetime) -> Book:
    newest = book.open_nudge
    stale = [n for n in book.nudges.values() if n.is_open and newest and n.id != newest.id]
    nudges: dict[int, Nudge] = {n.id: n.closed(now, Closing.LAPSED) for n in stale}
    return replace(book, nudges={**book.nudges, **nudges})
