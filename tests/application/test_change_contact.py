"""Adding and keeping people, the user's own settings, and another wording."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest

from bot.application import change_contact as keep
from bot.application import change_settings as chosen
from bot.application.add_contact import add_contact, tell_last_contact
from bot.application.change_voice import add_line
from bot.application.write_nudge import plan_nudge, reword
from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.clock.hours import Hours
from bot.domain.policy.due import due_at, last_contact_at
from bot.domain.records.book import Book
from bot.domain.records.contact import DEFAULT_CADENCE, Standing
from bot.domain.records.dose import Ease
from bot.domain.records.nudge import Closing, Origin
from bot.domain.records.profile import QUIET_HOURS
from bot.domain.records.question import AskName, Newcomer
from bot.drafts.bank import made_of
from bot.drafts.kinds import DraftKind
from bot.languages import Language
from tests.domain.people import DAY, HOUR, KARI, NOON, OLA, due_since, nudged, settled

EDITS: tuple[Callable[[Book], Book], ...] = (
    lambda b: keep.set_cadence(b, b.contacts[KARI], Cadence(2, Unit.WEEK)),
    lambda b: keep.set_why(b, b.contacts[KARI], "she makes me laugh"),
    lambda b: keep.rename(b, b.contacts[KARI], "Kari N"),
    lambda b: keep.add_note(b, b.contacts[KARI], "skiing", NOON),
    lambda b: keep.add_note(b, b.contacts[KARI], "a dog", NOON),
)


def test_somebody_new_has_the_default_pace() -> None:
    """Without a pace it is every 30 days, and an open question ends."""
    asking = Book().asking(AskName(), NOON)
    book, liv = add_contact(asking, Newcomer("Liv"), NOON)
    assert liv.cadence == DEFAULT_CADENCE == Cadence(30, Unit.DAY)
    assert book.contacts == {liv.id: liv}
    assert book.open_question is None


def test_the_clock_runs_from_when_they_last_talked() -> None:
    """What was told at adding, or by one tap later, is where the clock begins."""
    book, liv = add_contact(Book(), Newcomer("Liv", last_at=NOON - 20 * DAY), NOON)
    assert due_at(book, liv) == NOON + 10 * DAY
    told = tell_last_contact(book, liv.id, NOON - 25 * DAY, NOON)
    assert last_contact_at(told, liv.id) == NOON - 25 * DAY
    assert len(told.outcomes) == 1


def test_what_is_known_about_a_person_changes_one_thing_at_a_time() -> None:
    """Pace, why, name and notes change by themselves; the rest stays."""
    book = due_since(1.5)
    for change in EDITS:
        book = change(book)
    kari = book.contacts[KARI]
    assert (kari.name, kari.why, kari.cadence.count) == ("Kari N", "she makes me laugh", 2)
    assert [note.text for note in kari.notes] == ["skiing", "a dog"]
    assert len({note.id for note in kari.notes}) == 2
    assert kari.notes[1].id < book.serial


def test_letting_go_acts_at_once() -> None:
    """An open and a planned nudge about the person end; those about others stay."""
    book, opened = nudged(due_since(1.5, 1.2), KARI, NOON)
    book, planned = plan_nudge(book, book.contacts[KARI], Origin.PLANNED, NOON)
    book, other = plan_nudge(book, book.contacts[OLA], Origin.PLANNED, NOON)
    gone = keep.let_go(book, book.contacts[KARI], NOON + HOUR)
    assert gone.nudges[opened.id].how is Closing.WITHDRAWN
    assert gone.nudges[planned.id].how is Closing.WITHDRAWN
    assert gone.nudges[other.id].is_planned
    assert gone.contacts[KARI].standing is Standing.LET_GO
    back = keep.bring_back(gone, gone.contacts[KARI])
    assert back.contacts[KARI] == book.contacts[KARI]


def test_forgetting_is_for_good() -> None:
    """Nothing of a forgotten person is left, not even a way back."""
    book = keep.set_why(due_since(1.5, 1.2), due_since(1.5).contacts[KARI], "why")
    gone = keep.forget_contact(book, book.contacts[KARI])
    assert gone.names() == {OLA: "Ola"}
    assert gone.last_change is None


def test_coming_back_later_resets_nothing() -> None:
    """/start sets up a new Book, and leaves one that is in use alone."""
    new = chosen.welcome(Book(), Language.NB, "Europe/Oslo", QUIET_HOURS, NOON)
    assert (new.profile.language, new.profile.zone) == (Language.NB, "Europe/Oslo")
    again = chosen.welcome(new, Language.SV, "Europe/Stockholm", QUIET_HOURS, NOON + DAY)
    assert again is new


def test_any_word_is_a_sign_of_life() -> None:
    """Who writes can be reached again, and the pause after silence is over."""
    away = settled(due_since(1.5), unreachable=True)
    away = replace(away, dose=replace(away.dose, silences=8, silent=True, pause_until=NOON))
    heard = chosen.hear(away)
    assert not heard.profile.unreachable
    assert (heard.dose.silences, heard.dose.silent, heard.dose.pause_until) == (0, False, None)
    assert chosen.hear(heard) == heard


def test_settings_change_what_they_name() -> None:
    """Language, place, quiet hours and dose, each by itself."""
    book = chosen.choose_language(due_since(1.5), Language.SV)
    book = chosen.choose_zone(book, "Europe/Stockholm")
    book = chosen.choose_quiet(book, Hours(time(22), time(7)))
    book = chosen.choose_ease(book, Ease.EASY, NOON)
    assert (book.profile.language, book.profile.zone) == (Language.SV, "Europe/Stockholm")
    assert book.profile.quiet == Hours(time(22), time(7))
    assert book.dose.ease is Ease.EASY


def test_waking_when_awake_changes_nothing() -> None:
    """/wake without a rest is no change that /undo would take back."""
    book = due_since(1.5)
    assert chosen.wake(book, NOON) is book
    over = chosen.rest(book, NOON + DAY, NOON)
    assert chosen.wake(over, NOON + 2 * DAY) is over


def test_another_draft_is_another_text() -> None:
    """Another wording, of the next type, is never one that was shown."""
    book, nudge = plan_nudge(due_since(1.5), due_since(1.5).contacts[KARI], Origin.ASKED, NOON)
    for _ in range(6):
        book, nudge = reword(book, nudge, NOON)
    assert len(set(nudge.drafts)) == 7
    assert book.nudges[nudge.id] == nudge
    assert nudge.draft == nudge.drafts[-1]


@pytest.mark.parametrize(("ratio", "asks"), [(1.5, True), (4.5, False)])
def test_after_a_long_gap_nothing_is_asked(ratio: float, *, asks: bool) -> None:
    """After more than four cadences no draft asks a question."""
    book = due_since(ratio)
    book, nudge = plan_nudge(book, book.contacts[KARI], Origin.ASKED, NOON)
    kinds = set()
    for _ in range(6):
        book, nudge = reword(book, nudge, NOON)
        kinds.add(nudge.kind)
    assert (DraftKind.ONE_QUESTION.value in kinds) is asks


def test_a_planned_nudge_is_worded_anew_for_another_name() -> None:
    """Promise: nobody is offered a draft that calls a person by a name that was taken back."""
    book = add_line(due_since(1.5), "Oi, {name}.")
    book, nudge = plan_nudge(book, book.contacts[KARI], Origin.PLANNED, NOON)
    assert "Kari" in nudge.draft
    renamed = keep.rename(book, book.contacts[KARI], "Berit")
    assert renamed.planned_nudge
    assert renamed.planned_nudge.id == nudge.id
    assert "Kari" not in renamed.planned_nudge.draft


@pytest.mark.parametrize(("nickname", "said"), [("Kaz", True), ("", False)])
def test_a_planned_nudge_is_worded_anew_for_a_nickname(nickname: str, *, said: bool) -> None:
    """What was told since goes out, and so does a draft without a name."""
    book = add_line(due_since(1.5), "Oi, {name}.")
    book, nudge = plan_nudge(book, book.contacts[KARI], Origin.PLANNED, NOON)
    told = keep.set_nickname(book, book.contacts[KARI], nickname)
    assert told.planned_nudge
    assert told.planned_nudge.id == nudge.id
    assert "Kari" not in told.planned_nudge.draft
    assert ("Kaz" in told.planned_nudge.draft) is said


def test_a_planned_nudge_is_worded_anew_in_another_language() -> None:
    """It goes out in the language that was set since it was decided."""
    book = due_since(1.5)
    book, nudge = plan_nudge(book, book.contacts[KARI], Origin.PLANNED, NOON)
    changed = keep.set_language(book, book.contacts[KARI], Language.SV)
    assert changed.planned_nudge
    assert changed.planned_nudge.id == nudge.id
    assert made_of(changed.planned_nudge.draft, Language.SV, DraftKind.JUST_HI) is not None
    assert changed.last_change
    assert changed.last_change.about == "Kari"
