"""/undo takes the last change back, and Undo under an answer its own; whatever it was."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.conversation.effects import Key
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
    assert room.book.changes == kept.changes


@pytest.mark.parametrize("code", LANGUAGES)
def test_undo_takes_back_one_after_the_other_until_nothing_is_left(code: str) -> None:
    """Promise: each /undo goes one change further back; then it says that there is no more."""
    room = settled(code, KARI)
    for said in ("/note Kari: new dog", "/pace Kari weekly"):
        room.say(said)
    named = [room.sentence(f"undo.{kind}", name="Kari") for kind in ("paced", "noted", "added")]
    assert [room.say("/undo") for _ in named] == named
    assert room.say("/undo") == room.sentence("undo.ease")
    assert room.say("/undo") == room.sentence("undo.nothing")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_undo_button_takes_back_its_own_change_only(code: str) -> None:
    """Promise: whatever happened since to others; pressed twice it is harmless."""
    room = settled(code, KARI)
    card, data = room.last, room.last.data(room.label("button.undo"))
    room.say("/add Ola")
    assert room.press_data(data, card.id) == room.sentence("undo.added", name="Kari")
    room.press_data(data, card.id)
    assert room.toasts == [room.sentence("undo.nothing")]
    assert list(room.book.names().values()) == ["Ola"]


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
    until = room.book.profile.rest
    assert until
    assert until.until
    assert room.say("/undo") == room.sentence("undo.rested")
    assert room.say("/wake") == room.sentence("wake.awake")


TYPED: dict[str, tuple[str, ...]] = {
    "done": ("done, new dog",),
    "tried": ("called Kari, no answer",),
    "snoozed": ("/snooze Kari 3 days",),
    "skipped": ("/skip Kari",),
    "noted": ("/note Kari: new dog",),
    "paced": ("/pace Kari every 2 weeks",),
    "explained": ("/why Kari: because",),
    "renamed": ("/rename Kari: Kåre",),
    "channel": ("/channel Kari whatsapp +4741234567",),
    "zone": ("/zone Kari Tokyo",),
    "times": ("/when Kari weekdays after 18",),
    "draft-language": ("/language Kari svenska",),
    "language": ("/language english", "/language svenska", "/language bokmål"),
    "added": ("/add Ola",),
    "let-go": ("/letgo Kari",),
    "brought-back": ("/letgo Kari", "/bringback Kari"),
    "rested": ("/rest 2 weeks",),
    "woken": ("/rest", "/wake"),
    "place": ("/settings", "[setting.PLACE]", "tokyo"),
    "quiet": ("/settings", "[setting.QUIET]", "22-7"),
}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", TYPED)
def test_undo_stands_under_every_answer_to_what_was_typed(code: str, kind: str) -> None:
    """Promise: in a row of its own below; it takes that back though more was typed since."""
    room = nudged(code)
    *before, last = TYPED[kind]
    for step in before:
        act(room, step)
    kept = room.book
    act(room, last)
    answer, undo = room.last, room.label("button.undo")
    assert room.book.last_change
    assert room.book.last_change.kind.value == kind
    assert [key.label for key in answer.message.buttons[-1] if isinstance(key, Key)] == [undo]
    data = answer.data(undo)
    room.say("/add Per")
    room.press_data(data, answer.id)
    assert answer.labels == []
    assert "Per" in room.book.names().values()
    room.say("/undo")
    assert essence(room.book) == essence(kept)


def test_what_stores_nothing_offers_no_undo() -> None:
    """Promise: what is said a second time, or by a button, has nothing to take back below."""
    room = nudged("en")
    room.say("/pace Kari weekly")
    assert room.last.labels == ["Undo"]
    room.say("/pace Kari weekly")
    assert room.last.labels == []
    room.tap("button.done", room.nudge)
    assert "Undo" not in room.last.labels


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_was_changed_since_is_left_and_named(code: str) -> None:
    """Promise: nothing changes; what came after is named, and taken back first it goes."""
    room = settled(code, KARI)
    room.say("/note Kari: new dog")
    noted, data = room.last, room.last.data(room.label("button.undo"))
    room.say("/pace Kari weekly")
    room.say("/add Ola")
    before = room.book
    named = room.sentence("since.paced", name="Kari")
    answer = room.press_data(data, noted.id)
    assert answer == room.sentence("undo.changed-since", changes=named)
    assert essence(room.book) == essence(before)
    assert room.book.changes == before.changes
    room.say("/undo")
    room.say("/undo")
    assert room.press_data(data, noted.id) == room.sentence("undo.noted", name="Kari")
    assert room.contact("Kari").notes == ()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_last_ten_changes_can_be_taken_back(code: str) -> None:
    """Promise: the tenth last goes from its own button; the one before it is too long ago."""
    room = settled(code, KARI)
    data = []
    for number in range(11):
        room.say(f"/add Friend{number} every week")
        data.append((room.last.data(room.label("button.undo")), room.last.id))
    room.press_data(*data[0])
    assert room.toasts == [room.sentence("undo.too-old", n=10)]
    assert len(room.book.contacts) == 12
    assert room.press_data(*data[1]) == room.sentence("undo.added", name="Friend1")
    assert "Friend1" not in room.book.names().values()


def test_a_snooze_gives_way_to_the_one_before() -> None:
    """Promise: the answer to /undo says whether somebody waits still."""
    room = settled("en", KARI)
    room.say("/snooze Kari 3 days")
    snoozed = room.last
    room.say("/snooze Kari 4 days")
    assert room.say("/undo") == room.sentence("undo.waits", name="Kari")
    assert room.tap("button.undo", snoozed) == room.sentence("undo.snoozed", name="Kari")


def test_who_was_never_let_go_is_not_let_go_again() -> None:
    """Promise: taken back, a contact who came back is what they were before."""
    room = settled("en", KARI)
    room.say("/deceased Kari")
    room.say("/bringback Kari")
    assert room.say("/undo") == room.sentence("undo.died", name="Kari")


def test_a_rest_that_would_be_over_is_not_on_again() -> None:
    """Promise: the answer to /undo says what holds now."""
    room = settled("en", KARI)
    room.say("/rest 2 hours")
    room.say("/wake")
    room.wait(hours=3)
    assert room.say("/undo") == room.sentence("undo.rested")
