"""Taking back a change, whatever it was, record by record."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest

from bot.application import change_contact as keep
from bot.application import change_settings as chosen
from bot.application import log_outcome as log
from bot.application.add_contact import add_contact, tell_last_contact
from bot.application.change_voice import VoicePart, add_line, drop_line, set_voice
from bot.application.correcting import Amended, corrected, last_telling
from bot.application.deliver_nudges import mark_sent
from bot.application.log_outcome import Event, Subject
from bot.application.undoing import changed_since, undo
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
from bot.domain.records.voice import OwnLine
from bot.languages import Language
from tests.domain.people import DAY, HOUR, KARI, NOON, OLA, due_since, nudged, settled

LATER = NOON + HOUR


def begun(kind: ChangeKind | None = None) -> Book:
    """Return a Book with an open nudge about Kari, a note about her, and Ola, who was let go.

    What is corrected was told before.
    """
    book, _ = nudged(due_since(1.5, 1.2), KARI, NOON)
    kari = book.contacts[KARI].noted(Note(book.next_id(), "likes skiing", NOON))
    ola = replace(book.contacts[OLA], standing=Standing.LET_GO)
    book = book.with_contact(ola)
    book = settled(book.with_contact(kari), rest=Rest(NOON - 9 * DAY, None))
    if kind is ChangeKind.LINE_DROPPED:
        profile = replace(book.profile, own_lines=(OwnLine(book.next_id(), "Oi."),))
        return replace(book, profile=profile, serial=book.next_id())
    return log.tried(book, kari_of(book), Event(NOON)) if kind is ChangeKind.CORRECTED else book


def kari_of(book: Book) -> Subject:
    """Return Kari and the nudge about her."""
    return Subject(book.contacts[KARI], book.open_nudge)


def answered_after_all(book: Book) -> Book:
    """Return the Book in which the last try was none: Kari answered."""
    told = last_telling(book)
    assert told
    amended = Amended(told.outcomes[0], KARI, OutcomeKind.DONE, NOON - HOUR)
    return corrected(book, (amended,), LATER)


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
    ChangeKind.NICKNAMED: lambda b: keep.set_nickname(b, b.contacts[KARI], "Kaz"),
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
    ChangeKind.CORRECTED: answered_after_all,
    ChangeKind.VOICE: lambda b: set_voice(b, b.contacts[KARI], VoicePart.EMOJI, ""),
    ChangeKind.LINE: lambda b: add_line(b, "Oi, you.", b.contacts[KARI]),
    ChangeKind.LINE_DROPPED: lambda b: drop_line(b, b.profile.own_lines[0].id),
}


def test_every_kind_of_change_is_tried_here() -> None:
    """No kind of change can be added without its way back."""
    assert set(CHANGES) == set(ChangeKind)


@pytest.mark.parametrize("kind", CHANGES)
def test_back_to_what_it_was(kind: ChangeKind) -> None:
    """Each record the change touched is as it was, and the change is named."""
    before = begun(kind)
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
    after = CHANGES[kind](begun(kind))
    back, _ = undo(after, LATER)
    assert back.serial == after.serial


@pytest.mark.parametrize("kind", CHANGES)
def test_what_happened_to_others_since_stays(kind: ChangeKind) -> None:
    """A nudge sent meanwhile survives, with the token it cost, and only one is open."""
    after = CHANGES[kind](begun(kind))
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


def test_a_change_is_taken_back_by_its_id_though_others_came_after_it() -> None:
    """6: what was done to somebody else since stays as it is."""
    book = keep.add_note(begun(), begun().contacts[KARI], "a new job", LATER)
    noted = book.changes[-1]
    book = keep.set_why(book, book.contacts[OLA], "he sings")
    back, change = undo(book, LATER, noted.id)
    assert change == noted
    assert back.contacts == {**begun().contacts, OLA: book.contacts[OLA]}
    assert [one.kind for one in back.changes] == [ChangeKind.EXPLAINED]


def test_what_was_changed_since_stays() -> None:
    """6: the same contact was paced after the note; nothing is changed, and it is named."""
    book = keep.add_note(begun(), begun().contacts[KARI], "a new job", LATER)
    noted = book.changes[-1]
    book = keep.set_cadence(book, book.contacts[KARI], Cadence(2, Unit.WEEK))
    assert [one.kind for one in changed_since(book, noted)] == [ChangeKind.PACED]
    assert undo(book, LATER, noted.id) == (book, None)
    once, _ = undo(book, LATER)
    assert undo(once, LATER, noted.id)[1] == noted


def test_a_hello_that_left_the_contact_as_they_were_is_not_in_the_way() -> None:
    """6: what was noted before it is taken back alone."""
    book = keep.add_note(begun(), begun().contacts[KARI], "a new job", LATER)
    noted = book.changes[-1]
    book = log.done(book, Subject(book.contacts[KARI]), Event(LATER))
    back, _ = undo(book, LATER, noted.id)
    assert back.contacts == begun().contacts
    assert back.outcomes == book.outcomes


@pytest.mark.parametrize("said", [ChangeKind.LET_GO, ChangeKind.DONE])
def test_a_nudge_does_not_come_back_about_somebody_who_was_answered_for_since(
    said: ChangeKind,
) -> None:
    """2: whoever was let go or told of since is not waiting for a hello."""
    book = CHANGES[ChangeKind.SKIPPED](begun())
    skipped = book.changes[-1]
    later = {
        ChangeKind.LET_GO: keep.let_go(book, book.contacts[KARI], LATER),
        ChangeKind.DONE: log.done(book, Subject(book.contacts[KARI]), Event(LATER)),
    }[said]
    assert [one.kind for one in changed_since(later, skipped)] == [said]
    assert undo(later, LATER, skipped.id) == (later, None)


def test_somebody_of_whom_more_was_told_since_stays() -> None:
    """6: whoever was added stays as long as something told of them later can be taken back."""
    book, elin = add_contact(begun(), Newcomer("Elin"), LATER)
    added = book.changes[-1]
    book = tell_last_contact(book, elin.id, NOON, LATER)
    assert undo(book, LATER, added.id) == (book, None)
    once, _ = undo(book, LATER)
    assert elin.id not in undo(once, LATER, added.id)[0].contacts


def test_what_is_not_kept_changes_nothing() -> None:
    """6: the eleventh last change, or one that was taken back, is no change any more."""
    book = begun()
    for number in range(11):
        book = keep.add_note(book, book.contacts[KARI], f"note {number}", LATER)
    assert len(book.changes) == 10
    assert undo(book, LATER, book.changes[0].id - 2) == (book, None)


def answered_twice() -> Book:
    """Return a Book in which two nudges led to hellos, and each gave dose back."""
    book = log.done(begun(), kari_of(begun()), Event(LATER))
    book = book.with_contact(replace(book.contacts[OLA], standing=Standing.KEPT))
    book, nudge = nudged(book, OLA, LATER)
    return log.done(book, Subject(book.contacts[OLA], nudge), Event(LATER))


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_each_hello_takes_its_own_dose_with_it(order: tuple[int, int]) -> None:
    """6: whichever is taken back first, one gain is left, and none after both."""
    book, start = answered_twice(), begun().dose.scale
    ids = [one.id for one in book.changes]
    once, _ = undo(book, LATER, ids[order[0]])
    twice, _ = undo(once, LATER, ids[order[1]])
    assert book.dose.scale == pytest.approx(start + 0.4)
    assert once.dose.scale == pytest.approx(start + 0.2)
    assert twice.dose.scale == pytest.approx(start)


def test_a_dose_chosen_before_a_hello_is_taken_back_alone() -> None:
    """6: what the hello gave stays; a dose chosen since stands in the way."""
    book = chosen.choose_ease(begun(), Ease.EASY, LATER)
    eased = book.changes[-1]
    book = log.done(book, kari_of(book), Event(LATER))
    back, _ = undo(book, LATER, eased.id)
    assert (back.dose.ease, back.dose.chosen) == (Ease.BETWEEN, False)
    assert back.dose.scale == book.dose.scale
    assert undo(back, LATER)[0].dose.ease is Ease.BETWEEN
    again = chosen.choose_less(book, LATER)
    assert undo(again, LATER, eased.id) == (again, None)


def test_what_is_said_anew_is_kept_through_every_change() -> None:
    """6: energy, cue and what was learned stay, however far back the settings go."""
    book = chosen.choose_language(begun(), Language.SV)
    book = chosen.choose_zone(book, "Asia/Kathmandu")
    book = chosen.choose_cue(book, "when the coffee is on")
    for _ in range(2):
        book, _change = undo(book, LATER)
    assert book.profile == replace(begun().profile, cue="when the coffee is on")


def test_a_name_taken_back_leaves_the_nudge_that_was_put_off() -> None:
    """6: the snoozed nudge comes back itself, as it would have under the old name."""
    snoozed = CHANGES[ChangeKind.SNOOZED](begun())
    renamed = keep.rename(snoozed, snoozed.contacts[KARI], "Kari N")
    assert undo(renamed, LATER)[0].contacts == snoozed.contacts


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
