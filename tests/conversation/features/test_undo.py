"""/undo takes the last change back, whatever it was, and says which."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.records.book import Book
from tests.conversation.room import KARI, LANGUAGES, Room, nudged, settled

STEPS: dict[str, tuple[str, ...]] = {
    "added": ("/add Ola",),
    "noted": ("/note Kari: new dog",),
    "paced": ("/pace Kari weekly",),
    "explained": ("/why Kari: because",),
    "renamed": ("/rename Kari: Kåre",),
    "done": ("/done Kari",),
    "tried": ("called Kari, no answer",),
    "snoozed": ("/snooze Kari 3 days",),
    "skipped": ("/skip Kari",),
    "let-go": ("/letgo Kari",),
    "brought-back": ("/letgo Kari", "/bringback Kari"),
    "rested": ("/rest",),
    "woken": ("/rest", "/wake"),
    "told": ("/add Ola", "[ago-choice.WEEKS]"),
    "note-dropped": ("/note Kari: x", "/person Kari", "[button.notes]", "[=0]"),
    "died": ("/letgo Kari", "[button.has-died]"),
    "channel": ("/add Ola +4741234567", "/person Ola", "[button.channel]", "[channel.whatsapp]"),
    "draft-language": ("/language Kari svenska",),
    "language": ("/settings", "[setting.LANGUAGE]", "[=2]"),
    "place": ("/settings", "[setting.PLACE]", "tokyo"),
    "quiet": ("/settings", "[setting.QUIET]", "22-7"),
    "ease": ("/settings", "[setting.EASE]", "[ease.COSTS]"),
}


def act(room: Room, step: str) -> None:
    """Type a step, or press the button it names by its label's id or by its place."""
    if step.startswith("[="):
        room.press(room.last.labels[int(step[2:-1])])
    elif step.startswith("["):
        room.tap(step[1:-1])
    else:
        room.say(step)


def essence(book: Book) -> Book:
    """Return a Book without what a turn leaves behind in any case."""
    dose = replace(book.dose, tokens=0, counted_at=None, scale=1, silences=0)
    return replace(book, handled=(), serial=0, open_question=None, changes=(), dose=dose)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", STEPS)
def test_every_kind_of_change_can_be_taken_back(code: str, kind: str) -> None:
    """Promise: the Book is as before the last change, and the answer names the change."""
    room = nudged(code)
    *before, last = STEPS[kind]
    last = "[=0]" if (kind, code) == ("language", "sv") else last
    for step in before:
        act(room, step)
    kept = room.book
    act(room, last)
    assert room.book.last_change
    assert room.book.last_change.kind.value == kind
    assert essence(room.book) != essence(kept)
    about = room.book.last_change.about
    room.say("/undo")
    assert room.answer.startswith(room.sentence(f"undo.{kind}", name=about))
    assert len(room.nudge.labels) == 7
    assert essence(room.book) == essence(kept)
    assert room.say("/undo") == room.sentence("undo.nothing")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_undo_button_takes_back_its_own_change_only(code: str) -> None:
    """Promise: when more happened since, it points to /undo; pressed twice it is harmless."""
    room = settled(code, KARI)
    card, data = room.last, room.last.data(room.label("button.undo"))
    room.say("/add Ola")
    room.press_data(data, card.id)
    assert room.toasts == [room.sentence("undo.stale")]
    assert room.tap("button.undo") == room.sentence("undo.added", name="Ola")
    room.press_data(data, card.id)
    assert room.toasts == [room.sentence("undo.nothing")]
    assert list(room.book.names().values()) == ["Kari"]


def test_a_deleted_contact_moves_the_clock_back() -> None:
    """Promise: docs/semantics.md, 1: after /undo the person is due as before."""
    room = settled("en", "Kari every week last: 2 weeks ago")
    room.say("/done Kari")
    assert room.say("/next") == room.sentence(
        "next.one", name="Kari", when=f"on {room.texts_day(3, 9)}"
    )
    room.say("/undo")
    assert room.wait(days=1)


TWICE: dict[str, tuple[str, ...]] = {
    "paced": ("/pace Kari", "[=0]"),
    "channel": ("/channel Kari", "[channel.card]"),
    "draft-language": ("/language Kari", "[=2]"),
    "told": ("/add Ola", "[ago-choice.WEEKS]"),
    "died": ("/letgo Kari", "[button.has-died]"),
    "snoozed": ("[button.snooze]", "[later.tomorrow]"),
    "language": ("/settings", "[setting.LANGUAGE]", "[=0]"),
    "quiet": ("/settings", "[setting.QUIET]", "[=1]"),
    "ease": ("/settings", "[setting.EASE]", "[ease.COSTS]"),
}


@pytest.mark.parametrize("kind", TWICE)
def test_a_button_pressed_twice_is_taken_back_whole(kind: str) -> None:
    """docs/semantics.md, 6: a second tap is no change; /undo then takes back the first."""
    room = nudged("nb")
    *before, last = TWICE[kind]
    for step in before:
        act(room, step)
    kept, shown = room.book, room.last if room.heard else room.nudge
    label = shown.labels[int(last[2:-1])] if last.startswith("[=") else room.label(last[1:-1])
    data = shown.data(label)
    for _ in range(2):
        room.press_data(data, shown.id)
        assert room.answer
        room.now += timedelta(seconds=1)
    room.say("/undo")
    assert essence(room.book) == essence(kept)


def test_undo_pressed_twice_does_not_claim_that_more_has_happened() -> None:
    """docs/semantics.md, 6: a second tap on Undo is told that nothing more can be undone."""
    room = settled("en", "Kari")
    room.say("/add Ola")
    card, data = room.last, room.last.data("Undo")
    room.press_data(data, card.id)
    assert room.press_data(data, card.id) == room.sentence("undo.nothing")


def test_undo_on_a_card_never_means_somebody_else() -> None:
    """Promise: Undo under a person's card is about that person, or is left out."""
    room = settled("en")
    room.say("/add Kari")
    card = room.last
    room.say("/add Ola")
    room.press("Don't know", card)
    assert "Undo" not in room.last.labels


def test_a_rest_within_a_rest_is_undone_to_the_one_before() -> None:
    """Promise: the answer to /undo says what holds now."""
    room = settled("en", "Kari")
    room.say("/rest until Friday")
    room.say("/rest")
    assert room.say("/undo") == room.sentence("undo.woken")
    assert room.say("/undo") == room.sentence("undo.nothing")
    assert room.say("/wake") == room.sentence("wake.done")
