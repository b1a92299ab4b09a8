"""The records of a Book, and the small promises each keeps by itself."""

from dataclasses import replace
from datetime import UTC, time, timedelta

import pytest

from bot.application.write_nudge import ask_nudge
from bot.domain import parameters as p
from bot.domain.clock.hours import NEVER, Hours
from bot.domain.policy.agenda import lapses_at
from bot.domain.records.book import Book
from bot.domain.records.channels import Channel
from bot.domain.records.contact import Address, Contact, Note
from bot.domain.records.nudge import Closing, Origin
from bot.domain.records.profile import QUIET_HOURS, Rest
from bot.domain.records.question import AskName, OpenQuestion
from bot.languages import Language
from bot.languages.data import chosen_by
from tests.domain.people import DAY, HOUR, KARI, NOON, OLA, due_since, nudged, person


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("nb", Language.NB),
        ("no", Language.NB),
        ("nn-NO", Language.NB),
        ("sv_FI", Language.SV),
        ("EN-us", Language.EN),
        ("de", None),
        ("", None),
        (None, None),
    ],
)
def test_a_language_code_with_any_region(code: str | None, language: Language | None) -> None:
    """nb, no and nn are Bokmål, whatever follows; what Hei does not speak is None."""
    assert chosen_by(code) is language


def test_hours_cross_midnight() -> None:
    """From 21 to 8 holds the night; the start is inside and the end is not."""
    assert [hour for hour in range(24) if time(hour) in QUIET_HOURS] == [*range(8), 21, 22, 23]
    assert time(8) not in QUIET_HOURS
    assert not any(time(hour) in NEVER for hour in range(24))
    assert str(Hours(time(21), time(8, 30))) == "21:00\N{EN DASH}08:30"


@pytest.mark.parametrize(
    ("address", "channel"),
    [
        (Address(username="elin", email="e@example.org"), Channel.TELEGRAM),
        (Address(phone="+4790000000"), Channel.TELEGRAM),
        (Address(email="e@example.org"), Channel.EMAIL),
        (Address(), None),
    ],
)
def test_the_best_channel_is_the_cheapest_known(address: Address, channel: Channel | None) -> None:
    """A hello takes the cheapest channel that is known, unless the user chose another."""
    elin = replace(person(), address=address)
    assert elin.best_channel is channel
    assert replace(elin, channel=Channel.WHATSAPP).best_channel is Channel.WHATSAPP


def test_the_newest_note_is_the_one_to_mention() -> None:
    """Notes are kept in order; the last one written is mentioned, and each can be dropped."""
    kari = person().noted(Note(5, "skiing", NOON)).noted(Note(6, "a dog", NOON))
    assert kari.newest_note == Note(6, "a dog", NOON)
    assert kari.without_note(6).newest_note == Note(5, "skiing", NOON)
    assert person().newest_note is None


def test_a_question_waits_an_hour() -> None:
    """A half-finished question is forgotten after an hour."""
    question = OpenQuestion(1, AskName(), NOON)
    assert question.is_live(NOON + HOUR - timedelta(seconds=1))
    assert not question.is_live(NOON + HOUR)
    asking = Book().asking(AskName(), NOON)
    assert asking.open_question == question
    assert asking.asking(None, NOON).open_question is None


def test_a_rest_ends_at_its_time() -> None:
    """A rest without an end goes on; one with an end is over at that instant."""
    assert Rest(NOON).holds(NOON + 999 * DAY)
    assert Rest(NOON, NOON + DAY).holds(NOON)
    assert not Rest(NOON, NOON + DAY).holds(NOON + DAY)


def test_the_last_two_hundred_updates_are_known() -> None:
    """An update is known by membership among the last 200, whatever the order of ids."""
    book = Book()
    for update in (*range(250), 7):
        book = book.having_handled(update)
    assert len(book.handled) == p.HANDLED_KEPT
    assert 7 in book.handled
    assert 51 in book.handled
    assert 50 not in book.handled


def test_a_forgotten_person_leaves_nothing() -> None:
    """Nudges, outcomes and the way back go with the person; others stay; ids are not reused."""
    book, nudge = nudged(due_since(1.5, 1.5), KARI, NOON)
    gone = book.without_contact(KARI)
    assert gone.names() == {OLA: "Ola"}
    assert nudge.id not in gone.nudges
    assert {one.contact_id for one in gone.outcomes.values()} == {OLA}
    assert gone.last_change is None
    assert gone.serial == book.serial


def test_a_nudge_is_found_by_its_message() -> None:
    """A reply finds the nudge that its message carries."""
    book, nudge = nudged(due_since(1.5), KARI, NOON, message=42)
    assert book.nudge_in(42) == nudge
    assert book.nudge_in(43) is None
    assert book.drafts_for(KARI) == ("Hi!",)
    assert book.planned_nudge is None


def test_a_nudge_from_planned_to_closed() -> None:
    """It knows when it went out and how it ended; closing again corrects how."""
    book, planned = ask_nudge(due_since(1.5), person(), NOON)
    assert book.planned_nudge == planned
    assert (planned.sent_at, planned.message_id, planned.how) == (None, None, None)
    sent = planned.sent(NOON, 7)
    assert lapses_at(sent) == NOON + 2 * DAY
    assert lapses_at(planned) is None
    closed = sent.closed(NOON + HOUR, Closing.SNOOZED).closed(NOON + DAY, Closing.DONE)
    assert (closed.how, closed.sent_at, closed.message_id) == (Closing.DONE, NOON, 7)
    assert planned.origin is Origin.ASKED


def test_the_defaults_that_are_shown_are_those_that_are_stored() -> None:
    """A person without a told channel, note or hold has none; nobody is let go by default."""
    kari = Contact(1, "Kari", person().cadence, NOON)
    assert (kari.hold, kari.notes, kari.snoozes, kari.why) == (None, (), 0, "")
    assert Book().profile.quiet == QUIET_HOURS
    assert Book().dose.ease == 2
    assert NOON.tzinfo is UTC
