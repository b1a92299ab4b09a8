"""How a contact left the user: one optional tap after *done*, in three languages."""

from datetime import timedelta

import pytest

from bot.conversation.buttons.nudge_buttons import Felt
from bot.conversation.buttons.packing import pack
from bot.domain import parameters as p
from bot.domain.records.contact import Standing
from bot.domain.records.outcome import Feeling
from tests.conversation.room import KARI, LANGUAGES, Room, nudged, settled

DONE = {"en": "done", "nb": "ferdig", "sv": "klart"}


def felt(room: Room) -> list[Feeling | None]:
    """Return how each contact with anybody felt, in the order in which they were told."""
    return [item.feeling for _, item in sorted(room.book.outcomes.items())]


def heavy(code: str = "en", times: int = 3) -> Room:
    """Return a chat in which contact with Kari was heavy so many times."""
    room = settled(code, KARI)
    for _ in range(times):
        room.say(f"/done {room.contact('Kari').name}")
        room.tap("felt.heavier", room.last)
        room.now += timedelta(days=1)
    return room


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("feeling", Feeling)
@pytest.mark.parametrize("typed", ["", DONE])
def test_done_may_be_followed_by_a_feeling(
    code: str, feeling: Feeling, typed: dict[str, str]
) -> None:
    """Promise: under the closing words, tapped or typed; one passing line, and the row goes."""
    room = nudged(code)
    room.say(typed[code]) if typed else room.tap("button.done", room.nudge)
    assert room.sentence("done.closing") in room.answer
    undo = [room.label("button.undo")] if typed else []
    assert room.last.labels == [*(room.label(f"felt.{one}") for one in Feeling), *undo]
    closing = room.last
    room.tap(f"felt.{feeling}", closing)
    assert room.toasts == [room.label("felt.noted")]
    assert not closing.labels
    assert not room.heard
    assert felt(room)[-1] is feeling


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("feeling", Feeling)
def test_a_feeling_may_be_typed(code: str, feeling: Feeling) -> None:
    """Promise: the words of the button, within the hour after a contact was told."""
    room = nudged(code)
    room.say(DONE[code])
    assert room.say(room.label(f"felt.{feeling}")) == room.sentence("felt.noted")
    assert felt(room)[-1] is feeling
    room.now += timedelta(hours=2)
    assert room.sentence("unknown.text-hi") in room.say(room.label("felt.lighter"))
    assert felt(room)[-1] is feeling


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_feeling_is_never_asked_for_again(code: str) -> None:
    """Promise: left alone it stays unsaid; nothing reminds of it."""
    room = nudged(code)
    room.tap("button.done", room.nudge)
    room.wait(days=3)
    assert felt(room)[-1] is None
    assert not room.is_asked()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("label", ["skip"])
def test_only_a_contact_can_be_felt(code: str, label: str) -> None:
    """Promise: a skip is not followed by a question."""
    room = nudged(code)
    room.tap(f"button.{label}", room.nudge)
    assert not room.last.labels


def test_the_feeling_of_a_contact_that_was_undone_is_stale() -> None:
    """Promise: an old row says so kindly and changes nothing."""
    room = nudged("en")
    room.tap("button.done", room.nudge)
    key = max(room.book.outcomes)
    room.say("/undo")
    before = room.book.outcomes
    room.press_data(pack(Felt(key, Feeling.HEAVIER)), room.nudge.id)
    assert room.toasts == [room.label("stale.press")]
    assert room.book.outcomes == before


@pytest.mark.parametrize("code", LANGUAGES)
def test_relief_is_offered_once(code: str) -> None:
    """Promise: after three heavier of four, slower, rest or let go; never a second time."""
    room = heavy(code, 2)
    room.say("/done Kari")
    room.tap("felt.heavier", room.last)
    assert room.heard[0].text == room.sentence("calm.relief", name="Kari")
    assert room.last.labels == [
        room.label(f"button.{one}") for one in ("slower", "rest-from", "let-go")
    ]
    room.say("/done Kari")
    room.tap("felt.heavier", room.last)
    assert not room.heard


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_relief_does_what_it_says(code: str) -> None:
    """Promise: a slower pace, a season's rest, or silence; each with one tap and to be undone."""
    room = heavy(code)
    offered = next(one for one in room.shown.values() if room.label("button.slower") in one.labels)
    book, message = room.book, offered.message
    kari = room.contact("Kari")
    room.tap("button.slower", offered)
    assert room.contact("Kari").cadence == kari.cadence.slower()
    room.book, offered.message = book, message
    room.tap("button.rest-from", offered)
    hold = room.contact("Kari").hold
    assert hold
    assert hold.until == room.now + p.PERSON_REST
    assert room.contact("Kari").cadence == kari.cadence
    room.say("/undo")
    assert room.contact("Kari").hold == kari.hold
    room.book, offered.message = book, message
    room.tap("button.let-go", offered)
    assert room.contact("Kari").standing is Standing.LET_GO
