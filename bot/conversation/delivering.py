"""A nudge that the user asked for, or why there is none."""

from bot.application.write_nudge import ask_nudge
from bot.conversation.buttons.person_buttons import BringBack, HiAnyway
from bot.conversation.effects import Deliver, Key, Rows
from bot.conversation.turn import Turn
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.nudge import Nudge, Wanted
from bot.domain.records.question import AskWords
from bot.drafts.draft_text import waits_for_words
from bot.drafts.kinds import DraftKind


def deliver(turn: Turn, contact: Contact, wanted: Wanted | None = None) -> None:
    """Let a nudge go out now, with a hello or with what the user wants in it."""
    turn.book, nudge = ask_nudge(turn.book, contact, turn.now, wanted)
    ask_for_words(turn, nudge)
    turn.effects.append(Deliver(turn.book, nudge))


def ask_for_words(turn: Turn, nudge: Nudge) -> None:
    """Let what is typed next be the words that a draft waits for, if it waits for any."""
    if waits_for_words(nudge.draft, DraftKind(nudge.kind)):
        turn.ask(AskWords(nudge.id))


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
