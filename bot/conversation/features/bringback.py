"""/bringback: a contact who was let go may come up again."""

from bot.application.change_contact import bring_back
from bot.conversation.buttons.person_buttons import BringBack
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.people_screen import alphabetical
from bot.conversation.turn import Turn
from bot.conversation.typed.stored import say_stored
from bot.conversation.typed.which import ask_who, go_on_with
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.question import AskWho


@router.command("bringback", HelpLine.REST)
def bringback(turn: Turn) -> None:
    """Bring a contact back; without a name it may be anybody who was let go."""
    then = AskWho("bringback")
    if not turn.text:
        _ask_whom(turn, then)
        return
    go_on_with(turn, turn.text, then)


@router.contact("bringback")
def bring(turn: Turn, contact: Contact, _then: AskWho) -> None:
    """Let a contact come up again."""
    if contact.standing is Standing.KEPT:
        turn.say("bringback.here", name=contact.name)
        return
    turn.book = bring_back(turn.book, contact)
    say_stored(turn, "bringback.done", name=contact.name)


@router.button(BringBack)
def bring_back_by_button(turn: Turn, button: BringBack) -> None:
    """Bring back the contact of a button."""
    contact = turn.known(button.contact_id)
    if contact:
        turn.strip(turn.pressed_on)
        bring(turn, contact, AskWho("bringback"))


def _ask_whom(turn: Turn, then: AskWho) -> None:
    book = turn.book
    gone = [c for c in book.contacts.values() if c.standing is not Standing.KEPT]
    if gone:
        ask_who(turn, then, alphabetical(gone, book.profile.language))
    else:
        turn.say("bringback.nobody")
