"""What lies behind *More*: keywords, why this one, fewer nudges, and the other kinds of draft."""

import pytest

from bot.conversation.buttons.nudge_buttons import (
    BackToNudge,
    DraftAs,
    HardTimes,
    Keywords,
    More,
    Shorter,
    ShowHardNote,
    SomethingElse,
    TooMuch,
    WhyThis,
)
from bot.conversation.buttons.packing import pack
from bot.domain.records.dose import Ease
from bot.drafts.bank import bank_in
from bot.drafts.kinds import DraftKind
from bot.languages import Language
from tests.conversation.room import KARI, LANGUAGES, Room, nudged

DOG = {"en": ("new dog", "the dog"), "nb": ("ny hund", "hunden"), "sv": ("ny hund", "hunden")}
HARD = {"en": "her mother is dying", "nb": "moren er alvorlig syk", "sv": "mamman är svårt sjuk"}

STALE = [
    More, Keywords, WhyThis, TooMuch, BackToNudge, HardTimes, Shorter, ShowHardNote, SomethingElse,
]  # fmt: skip
"""The buttons that belong to one nudge."""


def more(code: str = "en") -> Room:
    """Return a chat in which *More* was just pressed."""
    room = nudged(code)
    room.tap("button.more")
    return room


def further(code: str = "en") -> Room:
    """Return a chat in which *Something else* was pressed behind *More*."""
    room = more(code)
    room.tap("button.something-else")
    return room


@pytest.mark.parametrize("code", LANGUAGES)
def test_more_shows_eight_buttons_in_place(code: str) -> None:
    """Promise: no second message, the draft stays in sight, and Back leads back."""
    room = nudged(code)
    before, text = room.nudge.labels, room.nudge.text
    room.tap("button.more")
    assert room.last.id == room.nudge.id
    assert room.last.text == text
    assert len(room.last.labels) <= 8
    for label in ("keywords", "shorter", "something-else", "back"):
        assert room.label(f"button.{label}") in room.last.labels
    room.tap("button.back")
    assert room.nudge.labels == before


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_kind_is_at_most_one_step_further(code: str) -> None:
    """Promise: what More has no room for stands behind it, with why and fewer nudges."""
    room = more(code)
    seen = set(room.last.labels)
    room.tap("button.something-else")
    assert room.last.id == room.nudge.id
    seen |= set(room.last.labels)
    assert {room.label(f"kind.{kind}") for kind in DraftKind} <= seen
    assert {room.label(f"button.{one}") for one in ("why-this", "too-much", "hard-times")} <= seen
    room.tap("button.back")
    assert room.label("button.keywords") in room.last.labels


@pytest.mark.parametrize("code", LANGUAGES)
def test_shorter_is_shorter(code: str) -> None:
    """Promise: the shortest of its kind, in the place of the draft before."""
    room = nudged(code)
    room.tap("button.more")
    room.tap("button.shorter")
    assert room.last.id == room.nudge.id
    assert len(room.nudge.copies() or "") < 40


@pytest.mark.parametrize("code", LANGUAGES)
def test_hard_times_presume_nothing(code: str) -> None:
    """Promise: a few words, no question, and nothing cheerful around them."""
    room = further(code)
    room.tap("button.hard-times")
    assert room.book.open_nudge
    assert room.book.open_nudge.kind == DraftKind.THINKING_OF_YOU
    assert "?" not in (room.nudge.copies() or "?")
    assert room.sentence("nudge.cost", seconds=20) not in room.nudge.text


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_hard_note_is_named_and_never_mentioned(code: str) -> None:
    """Promise: the nudge says that there is one; a button shows it; no why, no cost, no play."""
    room = nudged(code)
    room.say(f"/note Kari: {HARD[code]}")
    room.say(f"/note Kari: {DOG[code][0]}")
    room.say("/hi Kari")
    assert room.sentence("nudge.hard", name="Kari") in room.nudge.text
    assert HARD[code] not in room.nudge.text
    assert DOG[code][0] not in room.nudge.text
    assert "she makes me laugh" not in room.nudge.text
    assert room.sentence("nudge.cost", seconds=20) not in room.nudge.text
    assert room.book.open_nudge
    assert room.book.open_nudge.kind == DraftKind.THINKING_OF_YOU
    assert len(room.nudge.labels) <= 7
    room.tap("button.show-note", room.nudge)
    assert HARD[code] in room.nudge.text
    assert room.label("button.show-note") not in room.nudge.labels
    assert room.label("button.skip") in room.nudge.labels
    assert room.book.open_nudge.draft == room.nudge.copies()


def test_what_was_hard_passes() -> None:
    """Promise: three months later it is an ordinary hello again, and the note is still unsaid."""
    room = nudged("en")
    room.say(f"/note Kari: {HARD['en']}")
    room.say("done")
    room.wait(days=95)
    room.say("/hi Kari")
    assert room.sentence("nudge.hard", name="Kari") not in room.nudge.text
    assert HARD["en"] not in room.nudge.text


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_condolence_stands_alone(code: str) -> None:
    """Promise: no why, no cost, no "good enough" beside grief."""
    room = nudged(code)
    room.say("/draft Kari condolence")
    text = room.nudge.text
    assert "she makes me laugh" not in text
    assert room.sentence("nudge.cost", seconds=20) not in text
    assert room.sentence("nudge.good-enough") not in text


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
    assert set(bank_in(Language(code)).keywords) & {line[2:] for line in lines}
    room.tap("button.back")
    assert room.label("button.keywords") in room.last.labels


@pytest.mark.parametrize("code", LANGUAGES)
def test_why_this_one_is_answered_in_plain_words(code: str) -> None:
    """Promise: how long ago, how often, and the user's own why."""
    room = further(code)
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
    room.tap("button.something-else", room.nudge)
    room.tap("button.why-this")
    assert room.answer.startswith(room.sentence("because.asked", name="Kari"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_too_much_halves_the_dose_for_good(code: str) -> None:
    """Promise: half as many from now on, whatever is answered, until it is chosen or undone."""
    room = further(code)
    before = room.book.dose.a_day
    room.tap("button.too-much")
    assert room.book.dose.a_day == before / 2
    room.tap("button.done", room.nudge)
    assert room.book.dose.share == 1 / 2
    assert room.book.dose.choose(Ease.EASY, room.now).share == 1


def test_too_much_can_be_taken_back() -> None:
    """Promise: a slip of the thumb is undone like any other change."""
    room = further("en")
    before = room.book.dose.a_day
    room.tap("button.too-much")
    room.tap("button.undo")
    assert room.book.dose.a_day == before


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", DraftKind)
def test_a_kind_becomes_the_draft(code: str, kind: DraftKind) -> None:
    """Promise: the draft stands in the place of the one before, in the same message."""
    room = more(code)
    if room.label(f"kind.{kind}") not in room.last.labels:
        room.tap("button.something-else")
    room.tap(f"kind.{kind}")
    nudge = room.book.open_nudge
    assert nudge
    assert nudge.kind == kind
    assert nudge.message_id == room.last.id
    assert len(room.last.labels) <= 7
    copied = room.last.copies()
    assert copied is None or "«…»" not in copied


def test_another_keeps_to_a_chosen_kind() -> None:
    """Promise: another birthday wish is a birthday wish."""
    room = further("en")
    room.tap("kind.birthday")
    first = room.last.copies()
    room.tap("button.another", room.last)
    assert room.book.open_nudge
    assert room.book.open_nudge.kind == DraftKind.BIRTHDAY
    assert room.last.copies() != first


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


def test_another_gives_another_thought_then_the_next_kind() -> None:
    """Promise: another hello, the shortest, and then two of each kind."""
    room = nudged("en")
    room.say("/note Kari: memory: the trip to Rome")
    kinds = []
    for _ in range(8):
        assert room.book.open_nudge
        kinds.append(room.book.open_nudge.kind)
        room.tap("button.another", room.nudge)
    assert kinds == [*["just-hi"] * 3, *["thinking-of-you"] * 2, *["memory"] * 2, "one-question"]


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


@pytest.mark.parametrize("press", STALE)
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
    room.tap("kind.memory", first)
    assert first.copies()
