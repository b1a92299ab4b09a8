"""What was told just before is put right: another day or contact, no answer, or not at all."""

from datetime import date, timedelta

import pytest

from bot.domain import parameters as p
from bot.domain.records.book import Book
from bot.domain.records.change import ChangeKind
from bot.domain.records.outcome import OutcomeKind
from tests.conversation.room import KARI, LANGUAGES, Room, nudged, settled
from tests.every_row import every_row
from tests.phrase_tables import phrases

TODAY, YESTERDAY = date(2026, 3, 2), date(2026, 3, 1)
PEOPLE = ("Kari every 3 weeks", "Ola every 3 weeks", "Anna Berg every 3 weeks", "Mamma", "Mum")


def told(command: str = "/done Kari", code: str = "en") -> Room:
    """Return a chat in which something was told of Kari."""
    room = settled(code, *PEOPLE)
    room.say("/cancel")
    room.say(command)
    return room


def outcomes(room: Room) -> list[tuple[str, OutcomeKind, date]]:
    """Return what came of it: with whom, what, and on which day."""
    found, names = room.book.outcomes.values(), room.book.names()
    return [(names[one.contact_id], one.kind, one.occurred_at.date()) for one in found]


def records(book: Book) -> object:
    """Return what a Book holds, but for what was asked and what can be taken back."""
    return book.contacts, book.nudges, book.outcomes, book.profile, book.dose.scale


@every_row(phrases("corrections", "yesterday"))
def test_it_was_another_day(text: str) -> None:
    """The same contact is logged on the day that was meant, and nothing else is."""
    room = told()
    answer = room.say(text)
    assert outcomes(room) == [("Kari", OutcomeKind.DONE, YESTERDAY)]
    assert "Logged: Kari, yesterday." in answer
    assert "Undo" in room.last.labels


@every_row(phrases("corrections", "other"))
def test_it_was_somebody_else(text: str) -> None:
    """It is logged about whom it was, and not about whom it was not."""
    room = told()
    answer = room.say(text)
    assert outcomes(room) == [("Ola", OutcomeKind.DONE, TODAY)]
    assert "the hello to Kari isn\u2019t logged any more.\nLogged: Ola, today." in answer


@every_row(phrases("corrections", "other_yesterday"))
def test_it_was_somebody_else_on_another_day(text: str) -> None:
    """Both are put right at once."""
    room = told()
    room.say(text)
    assert outcomes(room) == [("Ola", OutcomeKind.DONE, YESTERDAY)]


@every_row(phrases("corrections", "unanswered"))
def test_nobody_answered(text: str) -> None:
    """It was a try and no contact, and they wait a while."""
    room = told()
    answer = room.say(text)
    assert outcomes(room) == [("Kari", OutcomeKind.TRIED, TODAY)]
    assert "you tried to reach Kari today." in answer
    assert room.contact("Kari").hold


@every_row(phrases("corrections", "taken_back"))
def test_it_is_taken_back(text: str) -> None:
    """Everything is as it was before it was told."""
    room = settled("en", *PEOPLE)
    room.say("/cancel")
    before = records(room.book)
    room.say("/done Kari")
    answer = room.say(text)
    assert records(room.book) == before
    assert answer == room.sentence("undo.done", name="Kari")


@every_row(phrases("corrections", "asked"))
def test_who_it_was_is_asked(text: str) -> None:
    """Nothing is changed before it is known about whom it was."""
    room = told()
    answer = room.say(text)
    assert outcomes(room) == [("Kari", OutcomeKind.DONE, TODAY)]
    assert answer == room.sentence("who.whom")
    assert "Kari" not in room.last.labels
    room.press("Ola")
    assert outcomes(room) == [("Ola", OutcomeKind.DONE, TODAY)]


@every_row(phrases("corrections", "snoozed_until_friday"))
def test_a_snooze_lasts_until_another_time(text: str) -> None:
    """The time that was meant is kept to the letter."""
    room = told("/snooze Kari tomorrow")
    answer = room.say(text)
    hold = room.contact("Kari").hold
    assert hold
    assert hold.until.date() == date(2026, 3, 6)
    assert "Friday 6 March" in answer


@every_row(phrases("corrections", "snoozed_other"))
def test_a_snooze_is_about_somebody_else(text: str) -> None:
    """The other waits until the time that was said, and the first does not."""
    room = told("/snooze Kari Friday")
    until = room.contact("Kari").hold
    room.say(text)
    assert room.contact("Kari").hold is None
    assert room.contact("Ola").hold == until


@every_row(phrases("corrections", "renamed"))
def test_who_was_just_added_is_called_otherwise(text: str) -> None:
    """They are renamed, and when the two last talked is asked still."""
    room = settled("en", "Kari every 3 weeks", "Lisa every 3 weeks")
    answer = room.say(text)
    assert [one.name for one in room.book.contacts.values()] == ["Kari", "Lisa Ek"]
    assert answer == room.sentence("rename.done", old="Lisa", name="Lisa Ek")
    room.say("yesterday")
    assert outcomes(room) == [("Lisa Ek", OutcomeKind.TOLD, YESTERDAY)]


@every_row(phrases("corrections", "new_acts"))
def test_a_new_message_is_no_correction(text: str) -> None:
    """What was told stays as it was told, whatever is said next."""
    room = told("/done Kari yesterday")
    first = dict(room.book.outcomes)
    room.say(text)
    assert first.items() <= room.book.outcomes.items()
    assert ChangeKind.CORRECTED not in {one.kind for one in room.book.changes}


@every_row(phrases("corrections", "new_acts"))
def test_a_new_message_renames_nobody(text: str) -> None:
    """Who was just added keeps their name."""
    room = settled("en", "Kari every 3 weeks", "Ola every 3 weeks")
    room.say(text)
    assert {"Kari", "Ola"} <= set(room.book.names().values())


@every_row(
    (
        ("/done Kari, she got the job", "yesterday actually"),
        ("/done Kari", "I meant Ola"),
        ("/done Kari", "she didn't answer by the way"),
        ("tried Kari", "it was yesterday"),
        ("/snooze Kari tomorrow", "no, friday"),
        ("/snooze Kari", "I meant Ola"),
        ("/skip Kari", "I meant Ola"),
    ),
    LANGUAGES,
)
def test_undo_gives_what_was_told_first(command: str, text: str, code: str) -> None:
    """docs/semantics.md, 6: the correction is one change, and what it corrected another."""
    room = settled(code, *PEOPLE)
    room.say("/cancel")
    untold = records(room.book)
    room.say(command)
    first = records(room.book)
    room.say(text)
    assert records(room.book) != first
    room.say("/undo")
    assert records(room.book) == first
    assert room.answer == room.sentence("undo.corrected")
    room.say("/undo")
    assert records(room.book) == untold


def test_a_correction_is_corrected_again() -> None:
    """However often, one record stands."""
    room = told()
    for text in ("yesterday actually", "I meant Ola", "no wait, it was friday", "he didn't answer"):
        room.say(text)
    assert outcomes(room) == [("Ola", OutcomeKind.TRIED, date(2026, 2, 27))]
    for _ in range(4):
        room.say("/undo")
    assert outcomes(room) == [("Kari", OutcomeKind.DONE, TODAY)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_nudge_of_the_first_is_open_again(code: str) -> None:
    """It was not about them after all: their nudge waits with its buttons, and undo closes it."""
    room = nudged(code, KARI)
    room.say("/add Ola every 3 weeks last: today")
    room.tap("button.done", room.nudge)
    assert not room.is_nudged()
    room.say("I meant Ola")
    assert room.is_nudged()
    assert room.label("button.done") in room.nudge.labels
    room.say("/undo")
    assert not room.is_nudged()
    assert room.label("button.done") not in room.nudge.labels


def test_how_it_felt_and_what_was_noted_stay() -> None:
    """Another day changes the day alone."""
    room = told("/done Kari, she got the job")
    room.tap("felt.lighter")
    before = next(iter(room.book.outcomes.values()))
    room.say("yesterday actually")
    after = next(iter(room.book.outcomes.values()))
    assert (after.note, after.feeling) == (before.note, before.feeling)
    assert [note.text for note in room.contact("Kari").notes] == ["she got the job"]
    assert room.label("felt.lighter") not in room.last.labels


def test_who_is_meant_is_looked_for() -> None:
    """A name that nobody has is said so; one that several have is asked about."""
    room = told()
    room.say("/add Anna Ring every 3 weeks")
    room.say("/cancel")
    room.say("/done Kari yesterday")
    assert room.say("I meant Sofie") == room.sentence("who.unknown", name="Sofie")
    room.say("I meant Anna")
    room.press("Anna Berg")
    assert ("Anna Berg", OutcomeKind.DONE, YESTERDAY) in outcomes(room)


def test_which_of_two_days_is_asked() -> None:
    """A day that may be two is never guessed."""
    room = told()
    room.say("it was 5/11 not today")
    first = dict(room.book.outcomes)
    assert room.is_asked()
    assert next(iter(first.values())).occurred_at.date() == TODAY
    room.press(room.last.labels[0])
    assert outcomes(room)[0][2] != TODAY


def test_after_ten_minutes_nothing_is_put_right() -> None:
    """What is typed then is read as anything else."""
    room = told()
    first = dict(room.book.outcomes)
    room.now += p.CORRECTABLE + timedelta(seconds=1)
    for text in ("yesterday actually", "I meant Ola", "forget what I said"):
        room.say(text)
    assert room.book.outcomes == first


def test_a_question_asked_late_changes_nothing() -> None:
    """Who was meant is answered after something else was told: that stays."""
    room = told()
    room.say("oops wrong person")
    button = room.last.data("Ola")
    room.say("/undo")
    room.press_data(button)
    assert outcomes(room) == []


def test_wait_puts_nothing_off_when_more_is_said() -> None:
    """A "wait" that opens a sentence is no snooze of anybody."""
    room = told()
    for text in ("wait, she moved", "vent, hun flyttet", "vänta, hon flyttade"):
        room.say(text)
        assert not room.is_asked(), text
    assert [kind for _, kind, _ in outcomes(room)] == [OutcomeKind.DONE]


@every_row(("undo that", "angre det", "ångra det", "undo the last thing", "angre siste"))
def test_whatever_was_changed_last_is_undone_in_words(text: str) -> None:
    """What /undo does can be typed, also of what is no outcome, and later than ten minutes."""
    room = told("/pace Kari: every 2 weeks")
    room.now += p.CORRECTABLE * 2
    assert room.say(text) == room.sentence("undo.paced", name="Kari")


@pytest.mark.parametrize("text", ["she didn't pick up", "hun svarte ikke", "hon svarade inte"])
def test_an_open_nudge_is_answered_first(text: str) -> None:
    """What may be said of the nudge that waits corrects nothing about somebody else."""
    room = nudged("en", KARI)
    room.say("/add Ola every 3 weeks last: today")
    room.say("/done Ola yesterday")
    room.say(text)
    assert ("Ola", OutcomeKind.DONE, room.now.date() - timedelta(days=1)) in outcomes(room)
    assert ("Kari", OutcomeKind.TRIED, room.now.date()) in outcomes(room)


@pytest.mark.parametrize("text", ["wait", "vent", "vänta", "Wait!", "vent litt", "vänta lite"])
def test_a_mere_wait_asks_for_a_moment(text: str) -> None:
    """What is put right may come in a message of its own; without a nudge nobody is put off."""
    room = told()
    assert room.say(text) == room.sentence("correct.what")
    room.say("det var i går")
    assert outcomes(room) == [("Kari", OutcomeKind.DONE, YESTERDAY)]


def test_when_they_last_talked_is_put_right() -> None:
    """Who was just added: the day that was told is another."""
    room = settled("en", "Kari every 3 weeks")
    room.say("last week")
    room.say("no wait, it was yesterday")
    assert outcomes(room) == [("Kari", OutcomeKind.TOLD, YESTERDAY)]
    room.say("/undo")
    assert outcomes(room)[0][2] < YESTERDAY
