"""The same told of several contacts at once: one answer, one day, one way back."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.clock.wall_time import local_date
from bot.domain.records.outcome import OutcomeKind
from tests.conversation.room import LANGUAGES, Room

NOW = datetime(2026, 9, 16, 14, 5, tzinfo=UTC)
"""A Wednesday."""
DINNER = {
    "en": "dinner with Kari and Ola yesterday",
    "nb": "middag med Kari og Ola i går",
    "sv": "middag med Kari och Ola igår",
}
EITHER = {
    "en": "met Kari and Ola friday or saturday",
    "nb": "møtte Kari og Ola fredag eller lørdag",
    "sv": "träffade Kari och Ola fredag eller lördag",
}


def _room(code: str) -> Room:
    room = Room(code, now=NOW)
    for said in ("/start", "/cancel", "/add Kari every year", "/add Ola every year"):
        room.say(said)
    return room


def _logged(room: Room) -> dict[str, date]:
    names = room.book.names()
    found = (one for one in room.book.outcomes.values() if one.kind is OutcomeKind.DONE)
    return {names[one.contact_id]: local_date(one.occurred_at, "UTC") for one in found}


@pytest.mark.parametrize("code", LANGUAGES)
def test_one_answer_tells_of_all(code: str) -> None:
    """Each is logged, the answer names them together, and nobody asks how each was."""
    room = _room(code)
    room.say(DINNER[code])
    assert _logged(room) == {"Kari": date(2026, 9, 15), "Ola": date(2026, 9, 15)}
    assert len(room.heard) == 1
    assert "Kari" in room.answer
    assert "Ola" in room.answer
    assert room.last.labels == [room.label("button.undo")]


@pytest.mark.parametrize("code", LANGUAGES)
def test_one_undo_takes_all_back(code: str) -> None:
    """What was told in one message goes with one tap."""
    room = _room(code)
    before = room.book
    room.say(DINNER[code])
    room.tap("button.undo")
    assert room.book.outcomes == before.outcomes
    assert room.book.contacts == before.contacts


@pytest.mark.parametrize("code", LANGUAGES)
def test_which_day_it_was_is_asked_once(code: str) -> None:
    """The day of the answer is that of all, and nobody is forgotten."""
    room = _room(code)
    assert room.say(EITHER[code]) == room.sentence("when.which")
    assert _logged(room) == {}
    room.press(room.last.labels[0])
    assert _logged(room) == {"Kari": date(2026, 9, 11), "Ola": date(2026, 9, 11)}


def test_a_correction_holds_of_all() -> None:
    """Another day told right after is that of each."""
    room = _room("en")
    room.say("dinner with Kari and Ola today")
    room.say("no wait, it was yesterday")
    assert set(_logged(room).values()) == {date(2026, 9, 15)}


def test_a_try_holds_of_all() -> None:
    """Whoever is let go is left out, and said so only where nobody else is meant."""
    room = _room("en")
    room.say("/letgo Ola")
    room.say("tried Kari and Ola, no answer")
    tried = [one for one in room.book.outcomes.values() if one.kind is OutcomeKind.TRIED]
    assert [one.contact_id for one in tried] == [room.contact("Kari").id]
