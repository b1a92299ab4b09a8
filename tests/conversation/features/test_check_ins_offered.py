"""What stands beside a draft now and then: fewer nudges, a warm-up, a check-in."""

from datetime import timedelta

import pytest

from bot.application.change_contact import set_reason
from bot.application.log_outcome import Event, Subject, done
from bot.conversation.buttons.nudge_buttons import TooMuch
from bot.conversation.buttons.packing import pack
from bot.domain.parameters import PERSON_REST
from bot.domain.policy.check_ins import CheckIn
from bot.domain.records.contact import ReasonTag, Standing
from bot.domain.records.nudge import Origin
from tests.conversation.room import LANGUAGES, Room, Shown, settled

WITH_CHAT = "Kari @kari_n every 2 weeks last: 3 weeks ago"
WITHOUT = "Kari every 2 weeks last: 3 weeks ago"
LONG_GONE = "Kari @kari_n every week last: 5 weeks ago"
FORGOTTEN = "Kari @kari_n every week last: 9 weeks ago"


def own(room: Room, number: int) -> Shown:
    """Let time pass, skipping each nudge, until so many of Hei's own came; return the last."""
    while len(room.nudges) < number:
        if room.is_nudged():
            room.say("skip")
        room.wait(hours=12)
    return room.nudge


def with_close_ola(code: str, kari: str) -> Room:
    """Return a chat with Ola, who is close, and Kari, whose first nudge has just come."""
    room = settled(code, kari, "Ola every 2 weeks")
    for days in (4, 3, 2):
        event = Event(room.now, room.now - timedelta(days=days))
        room.book = done(room.book, Subject(room.contact("Ola")), event)
    own(room, 1)
    assert room.book.open_nudge
    assert room.book.contacts[room.book.open_nudge.contact_id].name == "Kari"
    return room


def asked(code: str, check_in: CheckIn) -> Room:
    """Return a chat in which a nudge about Kari carries a check-in."""
    if check_in is CheckIn.RHYTHM:
        room = settled(code, FORGOTTEN)
    else:
        room = settled(code, "Kari @kari_n every year")
        if check_in is CheckIn.DUTY:
            room.book = set_reason(room.book, room.contact("Kari"), ReasonTag.DUTY)
            room.now += timedelta(days=340)
        room.now += timedelta(days=30)
        event = Event(room.now, room.now - timedelta(days=400))
        room.book = done(room.book, Subject(room.contact("Kari")), event)
        room.now += timedelta(days=70)
        room.say("/people")
    own(room, 1)
    return room


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("number", [1, 2, 3, 5])
@pytest.mark.parametrize("person", [WITH_CHAT, WITHOUT])
def test_too_much_stands_on_the_second_and_fifth(code: str, number: int, person: str) -> None:
    """Promise: visible on the nudge itself, *More* too, and never more than seven buttons."""
    room = settled(code, person)
    labels = own(room, number).labels
    assert (room.label("button.too-much") in labels) == (number in {2, 5})
    assert room.label("button.more") in labels
    assert len(labels) <= 7


@pytest.mark.parametrize("code", LANGUAGES)
def test_skip_waits_behind_more_where_seven_are_full(code: str) -> None:
    """Promise: nothing is lost: Skip is one tap further, and both messages are finished then."""
    room = settled(code, WITH_CHAT)
    nudge = own(room, 2)
    assert room.label("button.skip") not in nudge.labels
    room.tap("button.more", nudge)
    room.tap("button.something-else", nudge)
    assert room.label("button.too-much") not in nudge.labels
    room.tap("button.skip", nudge)
    assert not room.is_nudged()
    assert not nudge.labels


@pytest.mark.parametrize("code", LANGUAGES)
def test_too_much_on_a_nudge_leaves_the_nudge(code: str) -> None:
    """Promise: half as many, said once; the nudge can still be answered; a double tap is one."""
    room = settled(code, WITH_CHAT)
    nudge = own(room, 2)
    text, before = nudge.text, room.book.dose.share
    room.tap("button.too-much", nudge)
    assert room.last.text == room.sentence("too-much.halved")
    assert nudge.text == text
    assert room.book.dose.share == before / 2
    assert room.label("button.too-much") not in nudge.labels
    assert room.label("button.skip") in nudge.labels
    assert room.book.open_nudge
    room.press_data(pack(TooMuch(room.book.open_nudge.id)), nudge.id)
    assert room.toasts == [room.label("nudge.already")]
    assert room.book.dose.share == before / 2
    room.tap("button.done", nudge)
    assert not room.is_nudged()


def test_an_asked_nudge_offers_nothing() -> None:
    """Promise: whoever asked for a nudge is not asked whether it was too much."""
    room = settled("en", FORGOTTEN)
    for _ in range(2):
        room.say("/hi Kari")
    assert room.label("button.too-much") not in room.nudge.labels
    assert room.sentence("calm.how") not in room.nudge.text
    room.press_data(pack(TooMuch(1)), room.nudge.id)
    assert room.book.dose.share < 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_warm_up_comes_first(code: str) -> None:
    """Promise: before somebody long gone, one line with a hello to somebody close."""
    room = with_close_ola(code, LONG_GONE)
    assert room.sentence("nudge.warm-up-typed", name="Ola") in room.nudge.text
    assert len(room.nudge.labels) == 7


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_warm_up_has_a_button_where_there_is_room(code: str) -> None:
    """Promise: one tap brings the hello to Ola; Kari's can be answered all the same."""
    room = with_close_ola(code, LONG_GONE.replace("@kari_n ", ""))
    kari = room.nudge
    label = next(one for one in kari.labels if "Ola" in one)
    assert room.sentence("nudge.warm-up", name="Ola") in kari.text
    assert "/hi" not in kari.text
    assert len(kari.labels) == 7
    room.press(label, kari)
    assert room.nudge.text.startswith("Ola")
    room.tap("button.done", kari)
    assert room.sentence("done.closing") in room.answer


def test_a_warm_up_that_was_taken_is_not_offered_again() -> None:
    """Promise: once Ola was greeted, the nudge about Kari has a draft and nothing before it."""
    room = with_close_ola("en", LONG_GONE)
    kari = room.nudge
    room.say("/hi Ola")
    room.tap("button.done", room.nudge)
    room.tap("button.another", kari)
    assert "Kari" in kari.text
    assert "Ola" not in kari.text


@pytest.mark.parametrize("code", LANGUAGES)
def test_nobody_close_means_no_warm_up(code: str) -> None:
    """Promise: where nobody is close, nothing is offered."""
    room = settled(code, LONG_GONE)
    assert "/hi" not in own(room, 1).text


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("check_in", [CheckIn.RHYTHM, CheckIn.DUTY, CheckIn.REFLECTION])
def test_a_calm_question_is_a_line_under_a_nudge(code: str, check_in: CheckIn) -> None:
    """Promise: never a message of its own; its answers are behind *More*, and it stays a line."""
    room = asked(code, check_in)
    kari = room.contact("Kari")
    line = room.sentence(f"calm.{check_in}", name="Kari", pace=kari.cadence)
    assert line in room.nudge.text
    assert len(room.nudge.labels) <= 7
    room.tap("button.another", room.nudge)
    assert line in room.nudge.text
    room.tap("button.more", room.nudge)
    assert room.last.text.startswith(line)
    other = "reason" if check_in is CheckIn.DUTY else "slower"
    assert room.label(f"button.{other}") in room.last.labels
    assert room.label("button.rest-from") in room.last.labels


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_calm_answer_does_what_it_says(code: str) -> None:
    """Promise: keep, slower, rest and let go, one tap each."""
    room = asked(code, CheckIn.REFLECTION)
    room.tap("button.more", room.nudge)
    book, more = room.book, room.last
    message, kari = more.message, room.contact("Kari")
    room.tap("button.keep", more)
    assert room.contact("Kari") == kari
    more.message = message
    room.tap("button.slower", more)
    assert room.contact("Kari").cadence == kari.cadence.slower()
    room.book, more.message = book, message
    room.tap("button.rest-from", more)
    hold = room.contact("Kari").hold
    assert hold
    assert hold.until == room.now + PERSON_REST
    assert not room.is_nudged()
    room.book, more.message = book, message
    room.tap("button.let-go", more)
    assert room.contact("Kari").standing is Standing.LET_GO


def test_a_calm_question_is_not_repeated() -> None:
    """Promise: whether it was answered or not, the next nudge does not ask it again."""
    room = asked("en", CheckIn.RHYTHM)
    own(room, 2)
    assert room.sentence("calm.how") not in room.nudge.text
    assert all(n.origin is Origin.PLANNED for n in room.book.nudges.values() if n.sent_at)
