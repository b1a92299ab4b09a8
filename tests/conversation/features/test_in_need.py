"""Somebody in need is met before anything else, and nothing of it is kept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.adapters.tinydb.records import changes
from bot.domain.records.contact import Standing
from bot.domain.records.outcome import OutcomeKind
from bot.domain.records.profile import Rest
from tests.conversation.room import LANGUAGES, Room, nudged, settled
from tests.every_row import every_row
from tests.phrase_tables import phrases

WORDS = ("/soften {}", "/draft Kari: {}", "/note Kari: {}", "done, {}", "{}")
DUE, LATER = "Kari every 3 weeks last: 9 weeks ago", "Ola every 3 weeks last: yesterday"
DESPAIR = phrases("need", "self")
IN_ZONE = {
    "Europe/Oslo": ("113", "116 123", "22 40 00 40"),
    "Europe/Stockholm": ("112", "90101", "mind.se"),
    "Europe/London": ("999", "116 123", "85258"),
    "Europe/Dublin": ("112", "116 123", "50808"),
    "America/New_York": ("911", "988", "988"),
    "America/Toronto": ("911", "988", "988"),
    "Europe/Berlin": ("112", "findahelpline.com"),
    "Asia/Tokyo": ("findahelpline.com",),
}


def in_zone(code: str, zone: str) -> Room:
    """Return a chat of a user who lives in a zone."""
    room = settled(code, "Kari every 3 weeks last: yesterday")
    room.book = replace(room.book, profile=replace(room.book.profile, zone=zone))
    return room


def is_met(room: Room) -> bool:
    """Tell whether the latest answer is the warm one."""
    return room.sentence("need.warm") in room.answer


@every_row(LANGUAGES, DESPAIR)
def test_whatever_the_words_stand_in_they_are_met(code: str, typed: str) -> None:
    """Plain, as a note, after done, in /soften and /draft; whatever the interface speaks."""
    before = settled(code, "Kari every 3 weeks last: yesterday")
    for words in WORDS:
        room = replace(before, book=before.book)
        room.say(words.format(typed))
        assert is_met(room), (words, typed, room.answer)
        assert room.book.contacts == before.book.contacts
        assert not room.is_asked()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("zone", "ways"), IN_ZONE.items())
def test_the_numbers_are_those_of_the_users_country(
    code: str, zone: str, ways: tuple[str, ...]
) -> None:
    """The country follows the user's zone; where it is not known, a page that knows all."""
    room = in_zone(code, zone)
    answer = room.say(DESPAIR[0])
    for way in ways:
        assert way in answer


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_of_it_is_kept_but_a_day_of_peace(code: str) -> None:
    """No word and no reason stands in the file; a rest of 24 hours does, as any rest."""
    room = settled(code, "Kari every 3 weeks last: 9 weeks ago")
    room.say("/note Kari")
    before = room.book
    room.say("I want to kill myself")
    written = repr(changes(None, room.book))
    assert "kill" not in written
    assert "need" not in written
    assert room.book.profile.rest == Rest(room.now, room.now + timedelta(hours=24))
    assert room.book.last_change == before.last_change
    assert room.wait(hours=23) == []


def test_undo_takes_back_what_was_before_and_leaves_the_peace() -> None:
    """What was done before the words can be taken back; the day of peace stays."""
    room = settled("en", "Kari every 3 weeks last: yesterday")
    room.say("/rest 2 hours")
    room.say("I want to kill myself")
    rest = room.book.profile.rest
    room.say("/undo")
    assert room.book.profile.rest == rest


def test_a_rest_to_come_is_no_peace_yet() -> None:
    """Whoever rests next month is left in peace today as well, and then too."""
    room = settled("en", "Kari every 3 weeks last: 9 weeks ago")
    room.say("/rest next month")
    ahead = room.book.profile.rests_ahead
    room.say("I want to kill myself")
    assert room.book.profile.is_resting(room.now + timedelta(hours=23))
    assert not room.book.profile.is_resting(room.now + timedelta(hours=25))
    assert room.book.profile.rests_ahead == ahead


def test_a_longer_rest_stays() -> None:
    """Whoever rests for a month is not woken after a day."""
    room = settled("en", "Kari every 3 weeks last: yesterday")
    room.say("/rest 4 weeks")
    rest = room.book.profile.rest
    room.say("I want to kill myself")
    assert room.book.profile.rest == rest


@every_row(LANGUAGES, phrases("need", "well"))
def test_whoever_is_fine_gets_a_kind_word_and_the_number(code: str, typed: str) -> None:
    """What says that all is well is no snooze and no error; the number is there once more."""
    room = in_zone(code, "Europe/Oslo")
    room.say("I want to kill myself")
    answer = room.say(typed)
    assert room.sentence("need.well") in answer
    assert "116 123" in answer


def test_whoever_was_met_by_mistake_just_goes_on() -> None:
    """Every command works as before."""
    room = settled("en", "Kari every 3 weeks last: yesterday")
    room.say("I want to kill myself")
    room.say("called Kari")
    assert [one.kind for one in room.book.outcomes.values()][-1] is OutcomeKind.DONE


def test_the_first_words_of_all_may_be_such() -> None:
    """Somebody who never wrote before is met, not welcomed."""
    room = Room("en")
    room.say("I want to kill myself")
    assert is_met(room)


@every_row(LANGUAGES, phrases("need", "other"))
def test_a_contact_in_danger_gets_no_draft_and_no_nudge(code: str, typed: str) -> None:
    """How to help stands in the answer; nothing about the contact comes until it is wanted."""
    room = settled(code, DUE, LATER)
    answer = room.say(typed)
    assert room.sentence("need.other") in answer, answer
    assert room.contact("Kari").standing is Standing.LEFT_ALONE
    assert room.wait(days=10) == []
    room.tap("button.bring-back")
    assert room.contact("Kari").standing is Standing.KEPT


@every_row(LANGUAGES, phrases("need", "died"))
def test_who_has_died_is_silent_from_the_question_on(code: str, typed: str) -> None:
    """Sorry, two buttons, and nothing cheerful about them any more; what was meant is asked."""
    room = settled(code, DUE)
    room.say("/note Kari: new dog")
    room.say(typed)
    assert room.answer.startswith(room.sentence("died.sorry")), (typed, room.answer)
    assert room.contact("Kari").standing is Standing.DECEASED, typed
    assert room.wait(days=30) == []
    assert [note.text for note in room.contact("Kari").notes] == ["new dog"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_two_buttons_after_a_death(code: str) -> None:
    """One keeps them in memory; the other brings back all that was."""
    room = settled(code, "Kari every 3 weeks last: yesterday")
    before = room.book.contacts
    room.say("Kari died")
    question = room.last
    room.press(room.label("button.meant-otherwise"), question)
    assert room.book.contacts == before
    room.say("/deceased Kari")
    room.press(room.last.labels[0], room.last)
    assert room.contact("Kari").standing is Standing.DECEASED
    assert room.answer == room.sentence("died.done", name="Kari")


@every_row(LANGUAGES, phrases("need", "somebody else died"))
def test_the_death_of_somebody_else_silences_nobody(code: str, typed: str) -> None:
    """What is said of Kari's mother is no word about Kari."""
    room = settled(code, "Kari every 3 weeks last: yesterday")
    room.say(typed)
    assert room.contact("Kari").standing is Standing.KEPT, typed


def test_nobody_asks_how_the_dead_left_you() -> None:
    """A contact who died can be told of; the answer is plain."""
    room = settled("en", "Mum every 3 weeks last: 9 weeks ago")
    room.say("/deceased Mum")
    room.say("called Mum")
    assert room.last.labels == [room.label("button.undo")]
    assert room.answer == room.sentence("died.logged")


@every_row(LANGUAGES, phrases("need", "no contact"))
def test_whoever_wants_no_contact_is_left_alone(code: str, typed: str) -> None:
    """Silent at once, let go is offered, and a hello takes a second tap."""
    room = settled(code, DUE, LATER)
    room.say(typed)
    assert room.contact("Kari").standing is Standing.LEFT_ALONE, (typed, room.answer)
    assert room.label("button.let-go") in room.last.labels
    assert room.wait(days=10) == []
    room.say("/hi Kari")
    assert room.nudges == []
    room.tap("button.hi-anyway")
    assert len(room.nudges) == 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_pronoun_means_the_one_the_nudge_is_about(code: str) -> None:
    """What is said of her under a nudge about Kari tells of Kari."""
    room = nudged(code)
    room.say("she died last night")
    assert room.contact("Kari").standing is Standing.DECEASED
    assert not room.is_nudged()


@every_row(phrases("need", "nothing"))
def test_figures_of_speech_startle_nobody(typed: str) -> None:
    """Batteries, laughter and dogs are no despair."""
    room = settled("en", "Kari every 3 weeks last: yesterday")
    room.say(typed)
    assert not is_met(room)
    assert room.contact("Kari").standing is Standing.KEPT


@pytest.mark.parametrize("typed", ["jag är färdig", "jeg er ferdig", "I'm finished"])
def test_a_bare_answer_to_a_nudge_is_an_answer(typed: str) -> None:
    """What means that it was done is no hint where a nudge waits; with more words it may be."""
    room = nudged("en")
    room.say(typed)
    assert not room.book.profile.is_resting(room.now)
