"""What lies behind *More*: keywords, why this one, fewer nudges, and the other kinds of draft."""

import pytest

from bot.conversation.buttons.nudge_buttons import DraftAs, Keywords, More, TooMuch, WhyThis
from bot.conversation.buttons.packing import pack
from bot.domain.records.dose import Ease
from bot.drafts.kinds import DraftKind
from bot.drafts.shapes import shapes_in
from bot.languages import Language
from tests.conversation.room import KARI, LANGUAGES, Room, nudged

DOG = {"en": ("new dog", "the new dog"), "nb": ("ny hund", "den nye hunden")}
DOG |= {"sv": ("ny hund", "den nya hunden")}


def more(code: str = "en") -> Room:
    """Return a chat in which *More* was just pressed."""
    room = nudged(code)
    room.tap("button.more")
    return room


@pytest.mark.parametrize("code", LANGUAGES)
def test_more_shows_the_rest_in_a_message_of_its_own(code: str) -> None:
    """Promise: the nudge keeps its seven buttons; what else there is stands below it."""
    room = more(code)
    assert len(room.nudge.labels) == 7
    assert room.last.id != room.nudge.id
    for label in ("button.keywords", "button.why-this", "button.too-much"):
        assert room.label(label) in room.last.labels
    assert {room.label(f"kind.{kind}") for kind in DraftKind} <= set(room.last.labels)


@pytest.mark.parametrize("code", LANGUAGES)
def test_keywords_stand_in_place_of_a_text(code: str) -> None:
    """Promise: two or three keywords, from the notes first, and two open questions."""
    noted, woven = DOG[code]
    room = nudged(code)
    room.say(f"/note Kari: {noted}")
    room.tap("button.more", room.nudge)
    room.tap("button.keywords")
    lines = room.answer.splitlines()
    assert f"· {woven}" in lines
    assert sum(line.endswith("?") for line in lines) == 2
    assert set(shapes_in(Language(code)).keywords) & {line[2:] for line in lines}
    room.tap("button.back")
    assert room.label("button.keywords") in room.last.labels


@pytest.mark.parametrize("code", LANGUAGES)
def test_why_this_one_is_answered_in_plain_words(code: str) -> None:
    """Promise: how long ago, how often, and the user's own why."""
    room = more(code)
    room.tap("button.why-this")
    assert "Kari" in room.answer
    assert room.sentence("because.why", why="she makes me laugh") in room.answer
    pace = room.contact("Kari").cadence
    assert room.sentence("because.pace", pace=pace) in room.answer


def test_a_nudge_that_was_asked_for_says_so() -> None:
    """Promise: nobody is told that Hei chose what they chose themselves."""
    room = nudged("en")
    room.say("/hi Kari")
    room.tap("button.more", room.nudge)
    room.tap("button.why-this")
    assert room.answer.startswith(room.sentence("because.asked", name="Kari"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_too_much_halves_the_dose_for_good(code: str) -> None:
    """Promise: half as many from now on, whatever is answered, until it is chosen or undone."""
    room = more(code)
    before = room.book.dose.a_day
    room.tap("button.too-much")
    assert room.book.dose.a_day == before / 2
    room.tap("button.done", room.nudge)
    assert room.book.dose.share == 1 / 2
    assert room.book.dose.choose(Ease.EASY, room.now).share == 1


def test_too_much_can_be_taken_back() -> None:
    """Promise: a slip of the thumb is undone like any other change."""
    room = more("en")
    before = room.book.dose.a_day
    room.tap("button.too-much")
    room.tap("button.undo")
    assert room.book.dose.a_day == before


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", DraftKind)
def test_a_kind_becomes_the_draft(code: str, kind: DraftKind) -> None:
    """Promise: the message with the choices turns into the nudge with the new draft."""
    room = more(code)
    room.tap(f"kind.{kind}")
    nudge = room.book.open_nudge
    assert nudge
    assert nudge.kind == kind
    assert nudge.message_id == room.last.id
    assert len(room.last.labels) <= 7
    assert not room.nudge.labels
    copied = room.last.copies()
    assert copied is None or "«…»" not in copied


def test_another_keeps_to_a_chosen_kind() -> None:
    """Promise: another birthday wish is a birthday wish."""
    room = more("en")
    room.tap("kind.birthday")
    first = room.last.copies()
    room.tap("button.another", room.last)
    assert room.book.open_nudge
    assert room.book.open_nudge.kind == DraftKind.BIRTHDAY
    assert room.last.copies() != first


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_blank_is_shown_and_never_copied(code: str) -> None:
    """Promise: where own words may go is seen; what is copied and sent is whole without it."""
    room = more(code)
    room.tap("kind.honest-ask")
    assert "«…»" in room.last.text
    copied, url = room.last.copies(), room.last.url()
    assert copied
    assert url
    assert "«" not in copied
    assert "%C2%AB" not in url


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_second_hesitation_gets_the_shortest(code: str) -> None:
    """Promise: asked twice for another, Hei offers the shortest and says that it will do."""
    room = nudged(code)
    room.tap("button.another", room.nudge)
    assert room.sentence("nudge.good-enough") not in room.nudge.text
    room.tap("button.another", room.nudge)
    assert room.sentence("nudge.good-enough") in room.nudge.text
    assert len(room.nudge.copies() or "") < 40
    room.tap("button.another", room.nudge)
    assert room.sentence("nudge.good-enough") not in room.nudge.text


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_third_turn_after_two_snoozes_is_short(code: str) -> None:
    """Promise: whoever put somebody off twice gets the shortest hello the next time."""
    room = nudged(code)
    for _ in range(2):
        room.say({"en": "later", "nb": "senere", "sv": "senare"}[code])
        before = len(room.nudges)
        while len(room.nudges) == before:
            room.wait(hours=1)
    assert room.sentence("nudge.good-enough") in room.nudge.text
    assert len(room.nudge.copies() or "") < 40


def test_another_goes_through_the_kinds() -> None:
    """Promise: a hello, a thought, the shortest, a memory, a question."""
    room = nudged("en")
    room.say("/note Kari: new dog")
    kinds = []
    for _ in range(5):
        assert room.book.open_nudge
        kinds.append(room.book.open_nudge.kind)
        room.tap("button.another", room.nudge)
    assert kinds == ["just-hi", "thinking-of-you", "just-hi", "memory", "one-question"]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("label", ["more", "keywords", "why-this", "too-much"])
def test_what_a_button_says_may_be_typed(code: str, label: str) -> None:
    """Promise: typed words do what the button does, as long as a nudge is open."""
    room = nudged(code)
    room.say(room.label(f"button.{label}"))
    assert room.heard
    assert room.answer != room.sentence("unknown.text-answer")
    room.say("/letgo Kari")
    before = room.book.contacts
    assert room.say(room.label(f"button.{label}"))
    assert room.book.contacts == before


@pytest.mark.parametrize("press", [More, Keywords, WhyThis, TooMuch])
def test_stale_buttons_are_answered_kindly(press: type) -> None:
    """Promise: a nudge that is gone or done is said to be so; nothing breaks."""
    room = nudged("en")
    key = room.book.open_nudge.id if room.book.open_nudge else 0
    room.tap("button.done", room.nudge)
    for nudge_id in (key, 12):
        room.press_data(pack(press(nudge_id)), room.nudge.id)
        assert room.toasts or press is TooMuch
    room.press_data(pack(DraftAs(12, DraftKind.CARD)), room.nudge.id)
    assert room.toasts


def test_an_old_nudge_can_be_reworded_too() -> None:
    """Promise: its buttons stay when it lapsed, those behind More as well."""
    room = nudged("en", KARI)
    first = room.nudge
    room.wait(hours=60)
    room.tap("button.more", first)
    room.tap("kind.memory")
    assert room.last.copies()
