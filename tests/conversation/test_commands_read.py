"""What stands behind /done, /snooze and /skip is read like the same words without the slash."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from bot.domain.clock.wall_time import local_date
from bot.domain.records.outcome import OutcomeKind
from tests.conversation.room import Room

NOW = datetime(2026, 9, 16, 14, 5, tzinfo=UTC)
"""A Wednesday."""
YESTERDAY, TODAY = date(2026, 9, 15), date(2026, 9, 16)


def _room() -> Room:
    """Return a chat with a nudge about Kari and somebody else in the Book."""
    room = Room("en", now=NOW)
    for said in ("/start", "/cancel", "/add Kari every year", "/add Ola every year", "/hi Kari"):
        room.say(said)
    return room


def _logged(room: Room, kind: OutcomeKind = OutcomeKind.DONE) -> list[tuple[str, date]]:
    names = room.book.names()
    found = (one for one in room.book.outcomes.values() if one.kind is kind)
    return [(names[one.contact_id], local_date(one.occurred_at, "UTC")) for one in found]


@pytest.mark.parametrize(
    ("typed", "logged"),
    [
        ("/done", [("Kari", TODAY)]),
        ("/done yesterday", [("Kari", YESTERDAY)]),
        ("/done Ola on monday", [("Ola", date(2026, 9, 14))]),
        ("/done Kari and Ola yesterday", [("Kari", YESTERDAY), ("Ola", YESTERDAY)]),
        ("/done dinner with Kari and Ola", [("Kari", TODAY), ("Ola", TODAY)]),
        ("/done Kari 1 week and 2 days ago", [("Kari", date(2026, 9, 7))]),
        ("/done talked to Ola for an hour yesterday", [("Ola", YESTERDAY)]),
        ("/done Olaa yesterday", [("Ola", YESTERDAY)]),
    ],
)
def test_done_logs_whom_and_when_it_says(typed: str, logged: Sequence[tuple[str, date]]) -> None:
    """Several contacts each, and never today where a day is told."""
    room = _room()
    room.say(typed)
    assert sorted(_logged(room)) == sorted(logged)


@pytest.mark.parametrize(
    "typed",
    [
        "/done Kari's brother yesterday",
        "/done Ola Nordmann",
        "/done Ola Nordmann yesterday, he got the job",
        "/done Kari friday or saturday",
        "/done Kari 31st of april",
        "/done Kari some time ago",
        "/done Bob",
        "/done banana",
        "/done not yet",
        "/done Karin",
        "/skip Nobody",
        "/snooze for a while",
        "/snooze until the 31st of september",
    ],
)
def test_what_is_not_clear_stores_nothing(typed: str) -> None:
    """A relative, a longer name, a day that no calendar has: it is asked, or said."""
    room = _room()
    room.say(typed)
    assert room.answer
    assert {one.kind for one in room.book.outcomes.values()} <= {OutcomeKind.TOLD}
    assert not any(contact.notes for contact in room.book.contacts.values())


def test_done_without_an_answer_was_a_try() -> None:
    """Nobody is logged who was not reached."""
    room = _room()
    room.say("/done no answer")
    assert _logged(room) == []
    assert _logged(room, OutcomeKind.TRIED) == [("Kari", TODAY)]


@pytest.mark.parametrize("typed", ["called Ola Nordmann yesterday", "/done Ola Nordmann yesterday"])
def test_a_longer_name_is_asked_about(typed: str) -> None:
    """It may be somebody else's; one tap says that it is not."""
    room = _room()
    assert room.say(typed) == room.sentence("who.near", typed="Ola Nordmann", name="Ola")
    room.press("Ola")
    assert _logged(room) == [("Ola", YESTERDAY)]
    assert not room.contact("Ola").notes


def test_somebody_unknown_is_not_taken_for_the_nudge() -> None:
    """Whatever is told of them: nothing is logged for Kari."""
    room = _room()
    for typed in ("called Bob", "called Bob yesterday", "called Bob, he got the job"):
        assert room.say(typed) == room.sentence("who.unknown", name="Bob")
    assert room.book.open_nudge
