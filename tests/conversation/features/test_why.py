"""Why somebody comes up, or does not: in plain words of three languages, without figures."""

import re
from datetime import timedelta

import pytest

from bot.application.log_outcome import Event, Subject, done
from bot.conversation.texts import Texts
from bot.domain.policy.gate import Reason
from tests.conversation.room import KARI, LANGUAGES, Room, nudged, settled

FORMULA = re.compile(r"\d[.,]\d|[%=]")
LATER = {"en": "later", "nb": "senere", "sv": "senare"}


def lines(text: str) -> list[str]:
    """Return the reasons of an answer."""
    return [line for line in text.splitlines() if line.startswith("·")]


def with_habit(code: str = "en") -> Room:
    """Return a chat in which a nudge is open, at an hour at which earlier ones were taken up."""
    room = settled(code, "Kari every week last: 2 weeks ago", "Ola every week last: 2 weeks ago")
    while not (room.is_nudged() and suited(room, room.say("/why"))):
        if room.is_nudged():
            room.tap("button.done", room.nudge)
            room.tap("felt.lighter", room.last)
        room.wait(hours=1)
        assert len(room.nudges) < 20
    return room


def suited(room: Room, said: str) -> list[str]:
    """Return the slots that an answer says to suit the user."""
    slots = ("morning", "noon", "evening", "late")
    return [one for one in slots if room.sentence(f"because.suits-{one}") in said]


@pytest.mark.parametrize("code", LANGUAGES)
def test_why_alone_explains_the_open_nudge(code: str) -> None:
    """Promise: how long ago, how often, and the user's own words; the same as the button says."""
    room = nudged(code)
    said = room.say("/why")
    assert said.startswith(room.sentence("because.planned", name="Kari"))
    assert room.sentence("because.why", why="she makes me laugh") in said
    assert room.sentence("because.pace", pace=room.contact("Kari").cadence) in said
    assert not FORMULA.search(said)
    assert len(lines(said)) <= 6
    room.tap("button.more", room.nudge)
    room.tap("button.something-else", room.nudge)
    assert room.tap("button.why-this") == said
    assert room.say("/why Kari") == said


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_was_learned_is_told(code: str) -> None:
    """Promise: an hour that suits, a light person and those who came up lately are named."""
    room = with_habit(code)
    said = room.say("/why")
    assert len(suited(room, said)) == 1
    assert room.sentence("because.light") in said
    other = {"Kari": "Ola", "Ola": "Kari"}[room.nudge.text.splitlines()[0]]
    assert room.sentence("because.others", names=other) in said
    assert not FORMULA.search(said)


@pytest.mark.parametrize("code", LANGUAGES)
def test_why_alone_asks_who_when_nothing_is_open(code: str) -> None:
    """Promise: a tap or a name goes on with it."""
    room = settled(code, "Kari every year last: yesterday", "Ola every year last: yesterday")
    assert room.say("/why") == room.sentence("who.whom")
    room.press("Kari")
    assert room.answer.startswith(room.sentence("why-not.waits", name="Kari"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_whoever_is_not_due_waits_and_it_is_said_until_when(code: str) -> None:
    """Promise: honestly why not, nothing before when, and how to have them at once."""
    room = settled(code, "Kari every year last: yesterday")
    said = room.say("/why Kari")
    assert room.sentence("why-not.not-due") in said
    assert room.sentence("why-not.ask", name="Kari") in said
    assert "/why Kari" in said
    assert not FORMULA.search(said)
    room.say("/pace Kari: every 3 weeks")
    opens = room.sentence("why-not.before", name="Kari", when=room.texts_day(3, 22))
    assert opens in room.say("/why Kari")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_snoozed_person_is_said_to_be_put_off(code: str) -> None:
    """Promise: kindly, and with nothing about the hour of the day."""
    room = nudged(code)
    room.say(LATER[code])
    said = room.say("/why Kari")
    assert room.sentence("why-not.snoozed", name="Kari") in said
    assert room.sentence("why-not.had-one-today") not in said


@pytest.mark.parametrize("code", LANGUAGES)
def test_rest_and_a_low_day_are_told(code: str) -> None:
    """Promise: what the user said themselves is said back."""
    room = settled(code, KARI)
    room.say("/rest")
    said = room.say("/why Kari")
    assert room.sentence("why-not.resting") in said
    assert room.sentence("why-not.ask", name="Kari") in said
    room.say("/wake")
    room.say("/done Kari")
    room.tap("felt.heavier", room.last)
    room.now += timedelta(days=40)
    room.say("/energy low")
    assert room.sentence("why-not.too-heavy", name="Kari") in room.say("/why Kari")


@pytest.mark.parametrize("code", LANGUAGES)
def test_somebody_who_is_due_may_come_up(code: str) -> None:
    """Promise: at a good hour with room for a nudge nothing holds them."""
    room = settled(code, KARI)
    while not room.say("/why Kari").startswith(room.sentence("why-not.any-time", name="Kari")):
        room.now += timedelta(minutes=15)
        assert room.now.hour < 20
    assert room.sentence("because.why", why="she makes me laugh") in room.answer


@pytest.mark.parametrize("code", LANGUAGES)
def test_of_somebody_let_go_nothing_is_explained(code: str) -> None:
    """Promise: Hei leaves it at that, and offers to bring them back."""
    room = settled(code, "Kari")
    room.say("/letgo Kari")
    assert room.say("/why Kari") == room.sentence("hi.let-go", name="Kari")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("reason", Reason)
def test_every_hold_has_its_words(code: str, reason: Reason) -> None:
    """Promise: whatever holds a nudge back can be said."""
    if reason not in {Reason.LET_GO, Reason.LEFT_ALONE, Reason.DECEASED}:
        assert Texts(settled(code).book.profile.language)(f"why-not.{reason}", name="Kari")


def test_two_who_came_up_lately_are_named() -> None:
    """Promise: two at the most, in the user's language."""
    room = settled("nb", *(f"{one} every week last: 2 weeks ago" for one in ("Kari", "Ola", "Per")))
    while len(room.nudges) < 3:
        room.wait(hours=1)
        if room.is_nudged() and len(room.nudges) < 3:
            room.tap("button.done", room.nudge)
    said = room.say("/why")
    first, second = (one.text.splitlines()[0] for one in room.nudges[1::-1])
    assert f"{first} og {second}" in said


def test_a_rhythm_that_is_known_is_met_early() -> None:
    """Promise: where somebody comes up before the day, it is said why."""
    room = settled("en", "Kari every 4 weeks")
    for days in (90, 60, 23):
        event = Event(room.now, room.now - timedelta(days=days))
        room.book = done(room.book, Subject(room.contact("Kari")), event)
    while not room.nudges:
        room.wait(hours=1)
    assert room.sentence("because.early") in room.say("/why")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_why_is_set_in_the_users_words(code: str) -> None:
    """Promise: /why NAME: TEXT, or after the tap on the card; the answer shows it."""
    room = settled(code, "Kari")
    assert "old friend & <i>" in room.say("/why Kari: old friend & <i>")
    room.say("/person Kari")
    assert room.tap("button.why") == room.sentence("why.ask", name="Kari")
    assert "så snäll" in room.say("så snäll")
    assert room.contact("Kari").why == "så snäll"
