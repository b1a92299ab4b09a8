"""One turn of the conversation: what is done whole or not at all."""

from bot.application.change_contact import add_note
from bot.conversation.effects import Message
from bot.conversation.incoming import Sender
from bot.conversation.turn import Turn
from bot.conversation.typed.stored import undoable
from tests.conversation.room import Room, settled


def _turn(room: Room) -> Turn:
    return Turn(room.book, room.now, Sender(7, "Ann", "en"))


def test_what_fails_halfway_leaves_nothing() -> None:
    """Neither the Book, nor what would be said, nor which change was offered to be taken back."""
    room = settled("en", "Kari every year")
    turn = _turn(room)

    def half() -> bool:
        turn.text = "changed"
        turn.book = add_note(turn.book, room.contact("Kari"), "x", turn.now)
        turn.show(undoable(turn, Message("Noted")))
        return False

    turn.text = "typed"
    offered = turn.offered
    assert not turn.whole(half)
    assert (turn.book, turn.text, turn.offered, turn.effects) == (room.book, "typed", offered, [])


def test_what_succeeds_stays() -> None:
    """What was done and said is kept."""
    room = settled("en", "Kari every year")
    turn = _turn(room)

    def done() -> bool:
        turn.show(Message("Noted"))
        return True

    assert turn.whole(done)
    assert len(turn.effects) == 1
