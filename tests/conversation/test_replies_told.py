"""What plain words tell of a nudge is stored: of whom, when, and what is worth a note."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.domain.clock.wall_time import to_wall
from bot.domain.records.outcome import Outcome, OutcomeKind
from bot.languages import Language
from tests.conversation.room import LANGUAGES, Room, nudged
from tests.every_row import every_row
from tests.phrase_tables import lists, phrases, rows

TYPED_AT = datetime(2026, 9, 16, 14, 5, tzinfo=UTC)
MONDAY = datetime(2026, 3, 2, 11, 30, tzinfo=UTC)
KINDS = {
    "done": OutcomeKind.DONE,
    "tried": OutcomeKind.TRIED,
    "snooze": OutcomeKind.SNOOZED,
    "skip": OutcomeKind.SKIPPED,
}


def _told(typed: str, name: str = "", at: datetime = TYPED_AT) -> tuple[Room, Outcome]:
    """Return the chat after an answer to a nudge about Kari, and what it stored."""
    room = Room("en", now=at)
    for said in ("/start", "/cancel", "/add Kari every year", "/add Ola every year"):
        room.say(said)
    if name not in {"", "Kari", "Ola"}:
        room.say(f"/add {name} every year")
    room.say("/hi Kari")
    before = set(room.book.outcomes)
    room.say(typed)
    (outcome,) = (one for key, one in room.book.outcomes.items() if key not in before)
    return room, outcome


@every_row(lists("replies", "alone"))
def test_every_form_is_an_answer(typed: str, verb: str) -> None:
    """Each says what it says whatever follows: punctuation, capitals."""
    for text in (typed, f"{typed.upper()}!"):
        assert _told(text)[1].kind is KINDS[verb]


@every_row(rows("replies", "told"))
def test_an_answer_may_name_somebody_and_have_a_note(typed: str, row: dict[str, Any]) -> None:
    """The name, the day and the note are stored as they were typed."""
    name = row.get("name", "Kari")
    room, outcome = _told(typed, name)
    assert outcome.kind is KINDS[row["verb"]]
    assert room.book.contacts[outcome.contact_id].name == name
    assert outcome.note == row.get("note", "")
    if isinstance(row.get("means"), date) and row["verb"] != "snooze":
        assert to_wall(outcome.occurred_at, "UTC").date() == row["means"]


@every_row(rows("postponements", "until"))
def test_a_day_to_come_may_stand_before_why(typed: str, row: dict[str, Any]) -> None:
    """What is told of the contact is kept with the day; "away" alone tells nothing of Kari."""
    room, outcome = _told(typed, at=MONDAY)
    hold = room.contact("Kari").hold
    assert hold is not None
    assert str(to_wall(hold.until, "UTC").date()) in str(row["means"])
    assert outcome.note == row.get("note", "")


@every_row(phrases("replies", "late"), (Language.NB, Language.SV))
def test_late_is_never_sent(typed: str, language: Language) -> None:
    """Trap 1: "sent i kveld" is late tonight."""
    room = Room(language, now=TYPED_AT)
    for said in ("/start", "/cancel", "/add Kari every year", "/hi Kari", typed):
        room.say(said)
    kinds = {one.kind for one in room.book.outcomes.values()}
    assert OutcomeKind.DONE not in kinds


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_behind_an_answer_are_kept_as_they_were_typed(code: str) -> None:
    """Also what looks like markup, with its capitals and emoji."""
    for mark in (", ", ". ", "! ", ": ", " - ", "\n", " 🎉 ", " "):
        room = nudged(code)
        room.say(f"done{mark}She got the Job & <b> 🐶")
        (outcome,) = (o for o in room.book.outcomes.values() if o.kind is OutcomeKind.DONE)
        assert outcome.note == "She got the Job & <b> 🐶"
