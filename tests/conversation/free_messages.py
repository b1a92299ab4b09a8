"""Free messages of many writers, each with what must stand in the Book afterwards.

A row tells in which situation something is typed, and what is expected of it; only what changes is
named. All are typed on Wednesday 16 September 2026 at 14:05, to a Book of nine contacts.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytz

from bot.domain.clock.wall_time import to_wall
from bot.domain.names import fold
from bot.domain.records.book import Book
from bot.domain.records.outcome import OutcomeKind
from bot.languages import Language
from tests.conversation.room import Room

FOLDER = Path(__file__).with_name("free")
ZONES = {
    Language.EN: "Europe/Dublin",
    Language.NB: "Europe/Oslo",
    Language.SV: "Europe/Stockholm",
}
LAST = {
    Language.EN: "3 weeks last: 7 august",
    Language.NB: "3 uker sist: 7. august",
    Language.SV: "3 veckor senast: 7 augusti",
}
NAMES = ("Kari", "Ola", "Anna", "Anna Berg", "Jonas", "Åsa", "Dr Hansen", "Li")
MOTHER = {Language.EN: "Mum", Language.NB: "Mamma", Language.SV: "Mamma"}
OPENINGS = {
    "nudge": ("/hi Kari",),
    "idle": (),
    "just_done": ("/done Ola",),
    "just_added": ("/add Lisa",),
    "ask_note": ("/note Kari",),
    "ask_pace": ("/pace Kari",),
    "ask_who": ("/done",),
}
KINDS = {"done": {OutcomeKind.DONE, OutcomeKind.TOLD}, "tried": {OutcomeKind.TRIED}}
A_DAY_OR_SO = 2.5
"""Days by which two cadences may differ that are the same in other words."""
DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}


@dataclass(frozen=True, slots=True)
class Heard:
    """A message, where it was typed, and what is expected of it."""

    language: Language
    situation: str
    typed: str
    expect: dict[str, Any]


def heard() -> list[Heard]:
    """Return every message of the sets."""
    return [
        Heard(language, row["situation"], row["typed"], row["expect"])
        for language in Language
        for row in map(
            json.loads, (FOLDER / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
        )
    ]


def answered(message: Heard) -> tuple[Book, Room]:
    """Return the Book before a message, and the chat after it."""
    begun = _begun(message.language, message.situation)
    room = replace(begun, shown=dict(begun.shown), heard=[], toasts=[], nudges=list(begun.nudges))
    room.say(message.typed)
    return begun.book, room


def faults(message: Heard) -> list[str]:
    """Return what does not stand in the Book as it was expected; empty when all does."""
    before, room = answered(message)
    return [
        *_outcome_faults(message.expect, before, room),
        *_contact_faults(message.expect, before, room),
        *_rest_faults(message.expect, before, room),
    ]


@cache
def _begun(language: Language, situation: str) -> Room:
    zone = pytz.timezone(ZONES[language])
    room = Room(language, now=zone.localize(datetime(2026, 9, 1, 10, 0)).astimezone(UTC))  # noqa: DTZ001 - localized
    room.say("/start")
    room.book = replace(room.book, profile=replace(room.book.profile, zone=ZONES[language]))
    room.tap("ease.EASY")
    for name in (*NAMES, MOTHER[language]):
        room.say(f"/add {name} {LAST[language]}")
    now = zone.localize(datetime(2026, 9, 16, 14, 5)).astimezone(UTC)  # noqa: DTZ001 - localized
    room.now = now - timedelta(minutes=5)
    for typed in OPENINGS[situation]:
        room.say(typed)
    room.now = now
    return room


def _outcome_faults(expect: dict[str, Any], before: Book, room: Room) -> Iterator[str]:
    told = [
        (one.kind, room.book.contacts[one.contact_id].name, _day(one.occurred_at, room))
        for key, one in room.book.outcomes.items()
        if before.outcomes.get(key) != one
    ]
    for field, kinds in KINDS.items():
        left = [one for one in told if one[0] in kinds]
        for wanted in expect.get(field, []):
            fitting = [one for one in left if _is_it(one, wanted)]
            if fitting:
                left.remove(fitting[0])
            else:
                yield f"no {field} {wanted}"
        if left:
            yield f"more {field} than expected: {left}"
    is_put_off = "snooze" in expect and "tried" not in expect
    for kind, wanted in (
        (OutcomeKind.SNOOZED, is_put_off),
        (OutcomeKind.SKIPPED, "skip" in expect),
    ):
        if any(one[0] is kind for one in told) is not wanted:
            yield f"{kind.value} is expected: {wanted}"
    until = expect.get("snooze", {}).get("until")
    holds = [c.hold.until for c in room.book.contacts.values() if c.hold]
    if until and date.fromisoformat(until[:10]) not in [_day(at, room) for at in holds]:
        yield f"waits until {holds}"


def _is_it(one: tuple[OutcomeKind, str, date], wanted: dict[str, Any]) -> bool:
    on = wanted.get("on")
    return fold(one[1]) == fold(wanted["who"]) and (not on or one[2] == date.fromisoformat(on[:10]))


def _contact_faults(expect: dict[str, Any], before: Book, room: Room) -> Iterator[str]:
    notes = expect.get("note", [])
    for wanted in [notes] if isinstance(notes, dict) else notes:
        contact = room.contact(wanted["who"])
        told = [one.note for one in room.book.outcomes.values() if one.contact_id == contact.id]
        kept = " ".join((*(note.text for note in contact.notes), *told))
        if not all(fold(word) in fold(kept) for word in wanted["words"]):
            yield f"noted {kept!r}"
    added = [c for key, c in room.book.contacts.items() if key not in before.contacts]
    wanted_names = sorted(fold(one["name"]) for one in expect.get("added", []))
    names = sorted(fold(one.name) for one in added)
    if len(names) != len(wanted_names) or not all(map(str.endswith, names, wanted_names)):
        yield f"added {[c.name for c in added]}"
    often = expect.get("cadence")
    if often:
        count, unit = often["is"].split()
        days = room.contact(often["who"]).cadence.approximate_days
        if abs(days - int(count) * DAYS[unit.rstrip("s")]) > A_DAY_OR_SO:
            yield f"every {days} days"
    standings = {key: c.standing for key, c in before.contacts.items()}
    if any(
        c.standing is not standings.get(key, c.standing) for key, c in room.book.contacts.items()
    ):
        yield "somebody is silent"
    if not before.contacts.keys() <= room.book.contacts.keys():
        yield "somebody is forgotten"


def _rest_faults(expect: dict[str, Any], before: Book, room: Room) -> Iterator[str]:
    profile = room.book.profile
    ahead = [one for one in profile.rests_ahead if one not in before.profile.rests_ahead]
    rest = ahead[0] if ahead else profile.rest
    if (bool(ahead) or rest != before.profile.rest) is not ("rest" in expect):
        yield f"rest is expected: {'rest' in expect}"
    until = (expect.get("rest") or {}).get("until")
    if until and rest and rest.until and _day(rest.until, room) != date.fromisoformat(until):
        yield f"rests until {rest.until}"


def _day(at: datetime, room: Room) -> date:
    return to_wall(at, room.book.profile.zone).date()
