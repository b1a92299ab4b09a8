"""A nudge that the user asked for, or why there is none."""

from bot.application.write_nudge import ask_nudge
from bot.conversation.buttons.person_buttons import BringBack, HiAnyway
from bot.conversation.effects import Deliver, Key, Rows
from bot.conversation.turn import Turn
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.nudge import Wanted


def deliver(turn: Turn, contact: Contact, wanted: Wanted | None = None) -> None:
    """Let a nudge go out now, with a hello or with what the user wants in it."""
    turn.book, nudge = ask_nudge(turn.book, contact, turn.now, wanted)
    turn.effects.append(Deliver(turn.book, nudge))


def is_refused(turn: Turn, contact: Contact) -> bool:
    """Say so and return True when the contact was let go, is left alone or has died."""
    if contact.standing is Standing.KEPT:
        return False
    turn.say(f"hi.{contact.standing}", _ways_back(turn, contact), name=contact.name)
    return True


def _ways_back(turn: Turn, contact: Contact) -> Rows:
    back = Key(turn.texts.label("button.bring-back"), BringBack(contact.id))
    anyway = Key(turn.texts.label("button.hi-anyway"), HiAnyway(contact.id))
    match contact.standing:
        case Standing.LET_GO:
            return ((back,),)
        case Standing.LEFT_ALONE:
            return ((anyway,), (back,))
    return ()
