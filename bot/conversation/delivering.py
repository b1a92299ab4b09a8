"""A nudge that the user asked for, or why there is none."""

from bot.application.write_nudge import ask_nudge
from bot.conversation.buttons.person_buttons import BringBack
from bot.conversation.effects import Deliver, Key, Rows
from bot.conversation.turn import Turn
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.nudge import Wanted


def deliver(turn: Turn, contact: Contact, wanted: Wanted | None = None) -> None:
    """Let a nudge go out now, with a hello or with what the user wants in it."""
    turn.book, nudge = ask_nudge(turn.book, contact, turn.now, wanted)
    turn.effects.append(Deliver(turn.book, nudge))


def is_refused(turn: Turn, contact: Contact) -> bool:
    """Say so and return True when the contact was let go or has died."""
    if contact.standing is Standing.KEPT:
        return False
    back = Key(turn.texts.label("button.bring-back"), BringBack(contact.id))
    rows: Rows = ((back,),) if contact.standing is Standing.LET_GO else ()
    turn.say(f"hi.{contact.standing}", rows, name=contact.name)
    return True
