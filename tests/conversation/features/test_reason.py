"""Why a person is in the book, in one word: tapped on the card, in three languages."""

import pytest

from bot.conversation.buttons.packing import pack
from bot.conversation.buttons.person_buttons import ChooseReason, DropReason, SetReason
from bot.domain.records.contact import ReasonTag
from tests.conversation.room import LANGUAGES, settled


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("reason", ReasonTag)
def test_a_reason_is_tapped_on_the_card(code: str, reason: ReasonTag) -> None:
    """Promise: five and none; the card comes back in the same message and shows it."""
    room = settled(code, "Kari")
    room.say("/person Kari")
    card = room.last
    room.tap("button.reason", card)
    assert room.last is card
    room.tap(f"reason.{reason}", card)
    assert room.contact("Kari").reason is reason
    assert room.label(f"reason.{reason}").lower() in card.text
    room.tap("button.reason", card)
    assert any(label.startswith("✓") for label in card.labels)
    room.tap("button.no-reason", card)
    assert room.contact("Kari").reason is None
    assert room.label("button.reason") in card.labels


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_reason_can_be_left_and_taken_back(code: str) -> None:
    """Promise: *Back* changes nothing; /undo takes the last tap back."""
    room = settled(code, "Kari")
    room.say("/person Kari")
    card, text = room.last, room.last.text
    room.tap("button.reason", card)
    room.tap("button.back", card)
    assert card.text == text
    room.tap("button.reason", card)
    room.tap("reason.duty", card)
    room.say("/undo")
    assert room.contact("Kari").reason is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_why_tells_the_reason(code: str) -> None:
    """Promise: one short line of the explanation."""
    room = settled(code, "Kari every year last: yesterday")
    key = room.contact("Kari").id
    room.press_data(pack(SetReason(key, ReasonTag.DUTY)))
    duty = room.label("reason.duty").lower()
    assert room.sentence("because.reason", reason=duty) in room.say("/why Kari")


@pytest.mark.parametrize("button", [ChooseReason(12), SetReason(12, ReasonTag.JOY), DropReason(12)])
def test_a_stale_reason_is_answered_kindly(button: ChooseReason | SetReason | DropReason) -> None:
    """Promise: of somebody who is gone nothing is kept."""
    room = settled("en", "Kari")
    room.say("/people")
    room.press_data(pack(button), room.last.id)
    assert room.toasts == [room.label("stale.person")]
