"""What people type about somebody by name, as a nudge about Kari is open."""

from datetime import timedelta

import pytest

from bot.domain.records.outcome import Outcome, OutcomeKind
from tests.conversation.room import LANGUAGES, nudged
from tests.every_row import every_row
from tests.phrase_tables import lists, phrases, unread


def _outcome(text: str, code: str) -> tuple[Outcome | None, int]:
    """Return what came of a typed text, and how many days ago it was."""
    room = nudged(code)
    known = set(room.book.outcomes)
    room.say(text)
    new = next((one for key, one in room.book.outcomes.items() if key not in known), None)
    days = (room.now.date() - new.occurred_at.date()) / timedelta(days=1) if new else 0
    return new, int(days)


@every_row(phrases("contacts", "yesterday"), LANGUAGES)
def test_a_time_behind_what_was_sent_counts(text: str, code: str) -> None:
    """docs/semantics.md, 1: it counts from when it happened, wherever the time stands."""
    outcome, days = _outcome(text, code)
    assert outcome
    assert (outcome.kind, days) == (OutcomeKind.DONE, 1)


@every_row(((typed, OutcomeKind(kind)) for typed, kind in lists("contacts", "outcome")), LANGUAGES)
def test_an_answer_may_follow_a_name(text: str, kind: OutcomeKind, code: str) -> None:
    """The name first and then what came of it is how people tell."""
    outcome, _ = _outcome(text, code)
    assert outcome
    assert outcome.kind is kind


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("text", unread("contacts"))
def test_what_may_be_something_else_is_asked_back(text: str, code: str) -> None:
    """Never guessed."""
    assert _outcome(text, code) == (None, 0)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("text", ["Later, I'm at work", "senere, er på jobb", "senare, jag jobbar"])
def test_why_not_now_is_no_note_about_the_person(text: str, code: str) -> None:
    """Promise: what the user is busy with never comes back as something to mention to Kari."""
    room = nudged(code)
    room.say(text)
    assert room.contact("Kari").hold
    assert not room.contact("Kari").notes


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "typed",
    ["Kari called me yesterday", "hun ringte meg i går", "Kari ringde mig igår", "Kari wrote back"],
)
def test_a_contact_that_the_other_began_is_a_contact(code: str, typed: str) -> None:
    """Promise: who called whom is not asked; the two were in touch."""
    room = nudged(code)
    assert room.sentence("done.closing") in room.say(typed)
    assert not room.book.open_nudge
