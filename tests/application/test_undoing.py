"""Taking back the last change, whatever it was, record by record."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest

from bot.application import change_contact as keep
from bot.application import change_settings as chosen
from bot.application import log_outcome as log
from bot.application.add_contact import add_contact, tell_last_contact
from bot.application.deliver_nudges import mark_sent
from bot.application.log_outcome import Event, Subject
from bot.application.undoing import undo
from bot.application.write_nudge import plan_nudge
from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.clock.hours import Hours
from bot.domain.policy.agenda import propose
from bot.domain.records.book import Book
from bot.domain.records.change import ChangeKind
from bot.domain.records.channels import Channel
from bot.domain.records.contact import Hold, Note, Standing
from bot.domain.records.contact_times import Preset, PresetTold
from bot.domain.records.dose import Ease
from bot.domain.records.nudge import Closing, Origin
from bot.domain.records.outcome import OutcomeKind
from bot.domain.records.profile import Rest
from bot.domain.records.question import AskName, Newcomer
from bot.languages import Language
from tests.domain.people import DAY, HOUR, KARI, NOON, OLA, due_since, nudged, settled

LATER = NOON + HOUR


def begun() -> Book:
    """Return a Book with an open nudge about Kari, a note about her, and Ola, who was let go."""
    book, _ = nudged(due_since(1.5, 1.2), KARI, NOON)
    kari = book.contacts[KARI].noted(Note(book.next_id(), "likes skiing", NOON))
    ola = replace(book.contacts[OLA], standing=Standing.LET_GO)
    book = book.with_contact(ola)
    return settled(book.with_contact(kari), rest=Rest(NOON - 9 * DAY, None))


def kari_of(book: Book) -> Subject:
    """Return Kari and the nudge about her."""
    return Subject(book.contacts[KARI], book.open_nudge)


CHANGES: dict[ChangeKind, Callable[[Book], Book]] = {
    ChangeKind.ADDED: lambda b: add_contact(b, Newcomer("Elin", last_at=NOON), LATER)[0],
    ChangeKind.TOLD: lambda b: tell_last_contact(b, KARI, NOON - DAY, LATER),
    ChangeKind.NOTED: lambda b: keep.add_note(b, b.contacts[KARI], "a new job", LATER),
    ChangeKind.NOTE_DROPPED: lambda b: keep.drop_note(
        b, b.contacts[KARI], b.contacts[KARI].notes[0].id
    ),
    ChangeKind.PACED: lambda b: keep.set_cadence(b, b.contacts[KARI], Cadence(2, Unit.WEEK)),
    ChangeKind.EXPLAINED: lambda b: keep.set_why(b, b.contacts[KARI], "she makes me laugh"),
    ChangeKind.RENAMED: lambda b: keep.rename(b, b.contacts[KARI], "Kari N"),
    ChangeKind.CHANNEL: lambda b: keep.set_channel(b, b.contacts[KARI], Channel.WHATSAPP),
    ChangeKind.DRAFT_LANGUAGE: lambda b: keep.set_language(b, b.contacts[KARI], Language.SV),
    ChangeKind.TIMES: lambda b: keep.set_times(b, b.contacts[KARI], (PresetTold(Preset.NIGHT),)),
    ChangeKind.ZONE: lambda b: keep.set_zone(b, b.contacts[KARI], "Asia/Tokyo"),
    ChangeKind.DONE: lambda b: log.done(b, kari_of(b), Event(LATER, NOON, "she got the job")),
    ChangeKind.TRIED: lambda b: log.tried(b, kari_of(b), Event(LATER)),
    ChangeKind.SNOOZED: lambda b: log.snooze(b, kari_of(b), Event(LATER), LATER + DAY),
    ChangeKind.SKIPPED: lambda b: log.skip(b, kari_of(b), Event(LATER)),
    ChangeKind.LET_GO: lambda b: keep.let_go(b, b.contacts[KARI], LATER),
    ChangeKind.LEFT_ALONE: lambda b: keep.leave_alone(b, b.contacts[KARI], LATER),
    ChangeKind.DIED: lambda b: keep.remember_dead(b, b.contacts[KARI], LATER),
    ChangeKind.BROUGHT_BACK: lambda b: keep.bring_back(b, b.contacts[OLA]),
    ChangeKind.RESTED: lambda b: chosen.rest(b, LATER + DAY, LATER),
    ChangeKind.WOKEN: lambda b: chosen.wake(b, LATER),
    ChangeKind.LANGUAGE: lambda b: chosen.choose_language(b, Language.SV),
    ChangeKind.PLACE: lambda b: chosen.choose_zone(b, "Asia/Kathmandu"),
    ChangeKind.QUIET: lambda b: chosen.choose_quiet(b, Hours(time(20), time(9))),
    ChangeKind.EASE: lambda b: chosen.choose_ease(b, Ease.EASY, LATER),
}


def test_every_kind_of_change_is_tried_here() -> None:
    """No kind of change can be added without its way back."""
    assert set(CHANGES) == set(ChangeKind)


@pytest.mark.parametrize("kind", CHANGES)
def test_back_to_what_it_was(kind: ChangeKind) -> None:
    """Each record the change touched is as it was, and the change is named."""
    before = begun()
    after = CHANGES[kind](before)
    assert after.last_change is not None
    back, change = undo(after, LATER + HOUR)
    assert change is not None
    assert change.kind is kind
    assert (back.contacts, back.nudges, back.outcomes) == (
        before.contacts,
        before.nudges,
        before.outcomes,
    )
    assert back.profile == before.profile
    assert (back.dose.ease, back.dose.scale) == (before.dose.ease, before.dose.scale)


@pytest.mark.parametrize("kind", CHANGES)
def test_ids_are_not_given_out_again(kind: ChangeKind) -> None:
    """A button of what was taken back cannot come to mean something else."""
    after = CHANGES[kind](begun())
    back, _ = undo(after, LATER)
    assert back.serial == after.serial


@pytest.mark.parametrize("kind", CHANGES)
def test_what_happened_to_others_since_stays(kind: ChangeKind) -> None:
    """A nudge sent meanwhile survives, with the token it cost, and only one is open."""
    after = CHANGES[kind](begun())
    after, meanwhile = plan_nudge(after, after.contacts[OLA], Origin.PLANNED, LATER)
    after = mark_sent(after, meanwhile.id, 5, LATER)
    back, _ = undo(after, LATER + HOUR)
    assert back.nudges[meanwhile.id].is_open
    assert back.open_nudge is not None
    assert [n.id for n in back.nudges.values() if n.is_open] == [meanwhile.id]
    assert back.dose.tokens == after.dose.tokens


def test_a_nudge_that_comes_back_closes_for_one_sent_meanwhile() -> None:
    """The older of two open nudges ends without a word."""
    after = CHANGES[ChangeKind.DONE](begun())
    old = next(n for n in after.nudges.values() if n.contact_id == KARI)
    after, new = nudged(after, OLA, LATER)
    back, _ = undo(after, LATER + HOUR)
    assert back.nudges[new.id].is_open
    assert back.nudges[old.id].how is Closing.LAPSED


def test_nothing_to_take_back() -> None:
    """With no change, or after one undo, there is nothing more to undo."""
    assert undo(begun(), LATER) == (begun(), None)
    once, _ = undo(CHANGES[ChangeKind.RENAMED](begun()), LATER)
    assert undo(once, LATER) == (once, None)


def test_a_corrected_answer_is_taken_back_as_one() -> None:
    """Done after Snooze is one change: back to snoozed, as it was before the correction."""
    snoozed = CHANGES[ChangeKind.SNOOZED](begun())
    nudge = next(n for n in snoozed.nudges.values() if n.contact_id == KARI)
    corrected = log.done(snoozed, Subject(snoozed.contacts[KARI], nudge), Event(LATER))
    back, _ = undo(corrected, LATER + HOUR)
    assert [one.kind for one in back.outcomes.values() if one.nudge_id] == [OutcomeKind.SNOOZED]
    assert back.contacts[KARI].hold == snoozed.contacts[KARI].hold


def test_an_open_question_ends_with_it() -> None:
    """What was being asked belonged to the change."""
    after = CHANGES[ChangeKind.RENAMED](begun()).asking(AskName(), LATER)
    back, _ = undo(after, LATER)
    assert back.open_question is None


def test_a_dose_taken_back_keeps_what_was_spent() -> None:
    """Undoing the choice of a dose gives no token back."""
    after = CHANGES[ChangeKind.EASE](begun())
    after = replace(after, dose=after.dose.spend(LATER))
    back, _ = undo(after, LATER)
    assert back.dose.ease is Ease.BETWEEN
    assert back.dose.tokens_at(LATER) == 0


def travelling(origin: Origin) -> tuple[Book, int]:
    """Return a Book in which a nudge about Kari is on its way, and its id."""
    book = due_since(1.5)
    if origin is Origin.KEPT:
        held = replace(book.contacts[KARI], hold=Hold(NOON, chosen=True))
        book = book.with_contact(held)
    book, nudge = plan_nudge(book, book.contacts[KARI], origin, NOON)
    return book, nudge.id


SAID: dict[str, Callable[[Book], Book]] = {
    "done": lambda b: log.done(b, Subject(b.contacts[KARI]), Event(NOON)),
    "let go": lambda b: keep.let_go(b, b.contacts[KARI], NOON),
}


@pytest.mark.parametrize("origin", Origin)
@pytest.mark.parametrize("said", SAID)
def test_what_arrived_meanwhile_is_out(said: str, origin: Origin) -> None:
    """6: a nudge that travelled while it was answered is open after /undo, and known as sent."""
    book, nudge_id = travelling(origin)
    back, _ = undo(mark_sent(SAID[said](book), nudge_id, 77, LATER), LATER)
    assert back.open_nudge == back.nudge_in(77) == back.nudges[nudge_id]
    assert back.nudges[nudge_id].sent_at == LATER
    assert back.contacts[KARI].hold is None
    assert propose(back, LATER + HOUR) is None


@pytest.mark.parametrize("said", SAID)
def test_what_comes_back_comes_once_though_it_was_taken_back_under_way(said: str) -> None:
    """2: a nudge at a chosen time that arrives after /undo is the one that was promised."""
    book, nudge_id = travelling(Origin.KEPT)
    back, _ = undo(SAID[said](book), NOON)
    arrived = mark_sent(back, nudge_id, 77, LATER)
    assert arrived.contacts[KARI].hold is None
    assert propose(arrived, LATER + 4 * HOUR) is None
