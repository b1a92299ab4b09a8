"""Readings that say less than they seem to, or more: nothing is stored that was not said."""

from datetime import UTC, datetime

import pytest

from bot.domain.clock.wall_time import to_wall
from bot.domain.records.outcome import Outcome, OutcomeKind
from tests.conversation.room import LANGUAGES, Room

NOW = datetime(2026, 9, 16, 14, 5, tzinfo=UTC)
"""A Wednesday."""


def _room(code: str = "en", *, nudged: bool = True) -> Room:
    room = Room(code, now=NOW)
    people = [f"/add {name} every year" for name in ("Kari", "Ola", "Mum", "Jonas")]
    for said in ("/start", "/cancel", *people, *(["/hi Kari"] if nudged else [])):
        room.say(said)
    return room


def _told(room: Room) -> list[Outcome]:
    return [one for one in room.book.outcomes.values() if one.kind is not OutcomeKind.TOLD]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "typed",
    [
        "talked to her husband yesterday, but not with her",
        "Snakket med mannen hennes i går, men ikke med henne.",
        "pratade med hennes man igår, men inte med henne",
    ],
)
def test_who_was_not_reached_is_not_logged(code: str, typed: str) -> None:
    """It was somebody of theirs."""
    room = _room(code)
    room.say(typed)
    assert _told(room) == []


def test_a_figure_left_over_is_asked_about_before_a_rest() -> None:
    """It may be the day that counts."""
    room = _room("sv", nudged=False)
    room.say("vi åker på fredag och är borta till och med torsdag 24, var tyst då")
    assert room.book.profile.rest is None
    assert room.book.profile.rests_ahead == ()
    assert room.label("meant.rest") in room.last.labels


def test_a_figure_at_the_end_of_a_sentence_is_an_hour() -> None:
    """Nobody rests for three weeks because they are home by six."""
    room = _room(nudged=False)
    room.say("quiet please, home by 6. talk then")
    rest = room.book.profile.rest
    assert rest is None or (rest.until is not None and (rest.until - room.now).days < 1)


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "when the kids are in bed, 9ish"),
        ("nb", "når ungene har lagt seg, sånn i nitida"),
        ("sv", "när barnen somnat, typ nio"),
    ],
)
def test_an_hour_is_of_the_evening_by_what_happens_then(code: str, typed: str) -> None:
    """Of nine in the morning nobody says so."""
    room = _room(code)
    room.say(typed)
    hold = room.contact("Kari").hold
    assert hold is not None
    assert to_wall(hold.until, room.book.profile.zone).hour == 21


def test_who_came_along_was_there_that_day() -> None:
    """A day holds of those who were there too."""
    room = _room()
    room.say("saw her at the match last sunday. Jonas was there too")
    days = {one.contact_id: one.occurred_at.date() for one in _told(room)}
    assert set(days) == {room.contact("Kari").id, room.contact("Jonas").id}
    assert len(set(days.values())) == 1


@pytest.mark.parametrize(
    ("typed", "name"),
    [("nei men æ har akkurat snakka med ho Ola over hekken", "Ola"), ("ringte han Jonas", "Jonas")],
)
def test_a_pronoun_before_a_name_is_part_of_it(typed: str, name: str) -> None:
    """In many dialects a name has one; nobody else is meant by it."""
    room = _room("nb")
    room.say(typed)
    assert [one.contact_id for one in _told(room)] == [room.contact(name).id]


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "remember that Ola got a new job"),
        ("nb", "husk at Ola har fått ny jobb"),
        ("sv", "kom ihåg att Ola har fått nytt jobb"),
    ],
)
def test_what_is_to_be_remembered_is_a_note(code: str, typed: str) -> None:
    """It puts nothing off."""
    room = _room(code, nudged=False)
    room.say(typed)
    assert len(room.contact("Ola").notes) == 1
    assert _told(room) == []


def test_what_is_to_be_remembered_is_no_answer_to_whom_it_was() -> None:
    """The question waits, and nobody is logged."""
    room = _room(nudged=False)
    room.say("done")
    room.say("remember that Ola got a new job")
    assert _told(room) == []
    assert len(room.contact("Ola").notes) == 1


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", ["Nothing, thanks.", "ingenting takk", "inget särskilt"])
def test_nothing_is_no_note(code: str, typed: str) -> None:
    """Whoever has nothing to tell is not kept saying so."""
    room = _room(code, nudged=False)
    room.say("/note Kari")
    room.say(typed)
    assert not room.contact("Kari").notes


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "called Ola about the boat yesterday"),
        ("nb", "møtte Kari og Ola på lørdag"),
        ("sv", "träffade Kari och Ola i lördags"),
    ],
)
def test_a_sentence_is_nobodys_name(code: str, typed: str) -> None:
    """Whoever is asked for another name, and tells of a hello, has gone on."""
    room = _room(code, nudged=False)
    room.say("/add Kari every month")
    before = set(room.book.contacts)
    room.say(typed)
    assert set(room.book.contacts) == before
    assert room.contact("Ola").id in {one.contact_id for one in _told(room)}


@pytest.mark.parametrize("name", ["Kari from work", "Kari from the old choir in town"])
def test_a_name_may_have_several_words(name: str) -> None:
    """What tells two apart is a name."""
    room = _room(nudged=False)
    room.say("/add Kari every month")
    room.say(name)
    assert name in room.book.names().values()


@pytest.mark.parametrize("typed", ["called Bob", "called Ola Nordmann today", "ringte Bob i går"])
def test_a_reply_is_nobodys_name(typed: str) -> None:
    """Of somebody who is not in the Book that is said, and nobody called so is added."""
    room = Room("en", now=NOW)
    for said in ("/start", "/cancel", "/people"):
        room.say(said)
    room.say(typed)
    assert not room.book.contacts


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "no reminders for the next two weeks"),
        ("nb", "ikke mas de neste to ukene"),
        ("sv", "inga påminnelser de närmaste två veckorna"),
    ],
)
def test_a_rest_told_right_after_a_hello_is_no_correction(code: str, typed: str) -> None:
    """It holds everything, and what was logged stays as it is."""
    room = _room(code, nudged=False)
    room.say("/done Kari")
    before = room.book.outcomes
    room.say(typed)
    rest = room.book.profile.rest
    assert rest is not None
    assert rest.until is not None
    assert (rest.until - room.now).days in {13, 14, 15}
    assert room.book.outcomes == before
