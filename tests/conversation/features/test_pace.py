"""How often: typed or tapped, in three languages."""

import pytest

from bot.domain.clock.cadence import Cadence, Unit
from tests.conversation.room import LANGUAGES, settled
from tests.phrase_meanings import cadence as cadence_of
from tests.phrase_tables import lists

PACES = [(typed, cadence_of(said)) for typed, said in lists("cadences", "command")]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("typed", "cadence"), PACES)
def test_pace_is_set_by_command_or_in_answer(code: str, typed: str, cadence: Cadence) -> None:
    """Promise: /pace NAME CADENCE, or the cadence after the question."""
    room = settled(code, "Kari", "Ola")
    assert room.say(f"/pace Kari {typed}") == room.sentence("pace.set", name="Kari", pace=cadence)
    room.say("/pace Ola")
    room.say(typed)
    assert {c.cadence for c in room.book.contacts.values()} == {cadence}


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_unreadable_pace_is_asked_back_until_it_is_read(code: str) -> None:
    """Promise: never guessed; the buttons stay at hand and set what they say."""
    room = settled(code, "Kari")
    room.say("/pace Kari")
    assert "blue <moon>" in room.say("every blue <moon>")
    assert len(room.last.labels) == 6
    label = room.last.labels[0]
    question = room.last
    room.press(label)
    assert room.contact("Kari").cadence == Cadence(1, Unit.WEEK)
    assert question.labels == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_whom_a_pace_is_for_is_asked_and_the_pace_waits(code: str) -> None:
    """Promise: /pace every week loses nothing while the person is chosen."""
    room = settled(code, "Kari", "Ola")
    room.say("/pace every week")
    room.press("Ola")
    assert room.contact("Ola").cadence == Cadence(1, Unit.WEEK)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_card_changes_its_pace_and_its_why(code: str) -> None:
    """Promise: from the card both are two steps away."""
    room = settled(code, "Kari")
    room.say("/person Kari")
    card = room.last
    room.tap("button.pace", card)
    room.press(room.last.labels[-1])
    assert room.contact("Kari").cadence == Cadence(1, Unit.YEAR)
    room.tap("button.why", card)
    room.say("klart & <b>")
    assert room.contact("Kari").why == "klart & <b>"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "label",
    [
        "button.pace",
        "button.why",
        "button.add-note",
        "button.say-hi",
        "button.we-talked",
        "button.channel",
    ],
)
def test_a_button_of_somebody_forgotten_is_answered_kindly(code: str, label: str) -> None:
    """Promise: a stale button changes nothing and says why."""
    room = settled(code, "Kari")
    room.say("/person Kari")
    card = room.last
    stale = card.data(room.label(label))
    room.say("/forget Kari")
    room.tap("button.forget")
    room.press_data(stale, card.id)
    assert room.toasts == [room.sentence("stale.person")]
    assert room.heard == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("words", ["every blue cheese", "99 years", "oftest"])
def test_an_unreadable_pace_after_a_name_is_asked_about(code: str, words: str) -> None:
    """Promise: the person is understood; only the pace is asked back, with buttons."""
    room = settled(code, "Kari", "Ola")
    assert room.say(f"/pace Kari {words}") == room.sentence("pace.unknown", text=words)
    room.say("every week")
    assert room.contact("Kari").cadence == Cadence(1, Unit.WEEK)


@pytest.mark.parametrize(
    ("code", "week", "month"),
    [
        ("en", "every 2 weeks", "every 2 months"),
        ("nb", "annenhver uke", "annenhver måned"),
        ("sv", "varannan vecka", "varannan månad"),
    ],
)
def test_every_other_is_said_as_one_says_it(code: str, week: str, month: str) -> None:
    """Promise: figures from three on; two have a word of their own in nb and sv."""
    room = settled(code, "Kari")
    assert week in room.say("/pace Kari every 2 weeks")
    assert month in room.say("/pace Kari every 2 months")


@pytest.mark.parametrize("pace", ["-3:week", "0:day", "99999:year"])
def test_a_forged_pace_is_refused(pace: str) -> None:
    """Promise: no button of Hei's says so; nothing changes."""
    room = settled("en", "Kari every week")
    contact = room.contact("Kari")
    room.press_data(f"ps:{contact.id}:{pace}", room.last.id)
    assert room.toasts == [room.sentence("stale.press")]
    assert room.contact("Kari") == contact


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("words", ["ofte", "now and then", "titt og ofte", "när det passar"])
def test_a_vague_pace_is_understood_as_one_without_a_number(code: str, words: str) -> None:
    """Promise: it is not called strange; the words are quoted and the buttons are at hand."""
    room = settled(code, "Kari", "Ola")
    assert room.say(f"/pace Kari {words}") == room.sentence("pace.vague", text=words)
    assert len(room.last.labels) == 6
    room.say(words)
    room.say("hver uke")
    assert room.contact("Kari").cadence == Cadence(1, Unit.WEEK)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_name_one_letter_from_a_pace_is_a_name(code: str) -> None:
    """Promise: Evert is no "every" with a typo, where the book knows him."""
    room = settled(code, "Evert", "Kari")
    assert "Evert" in room.say("/pace Evert 2 weeks")
    assert room.contact("Evert").cadence == Cadence(2, Unit.WEEK)
