"""/letgo: a contact is silent everywhere, without being told; or has died."""

from bot.application.change_contact import let_go, remember_dead
from bot.conversation.buttons.person_buttons import HasDied, LetGo
from bot.conversation.effects import Message
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.person_screen import let_go_message
from bot.conversation.turn import Turn
from bot.conversation.typed.stored import undoable
from bot.conversation.typed.which import go_on_with
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.question import AskWho


@router.command("letgo", HelpLine.REST)
def letgo(turn: Turn) -> None:
    """Let a contact go at once."""
    go_on_with(turn, turn.text, AskWho("letgo"))


@router.contact("letgo")
def let(turn: Turn, contact: Contact, _then: AskWho) -> None:
    """Silence a contact everywhere; it can be taken back, and they are never told."""
    if contact.standing is Standing.DECEASED:
        turn.say("hi.deceased", name=contact.name)
        return
    if contact.standing is Standing.KEPT:
        turn.book = let_go(turn.book, contact, turn.now)
    turn.show(undoable(turn, let_go_message(turn.book, contact)))


@router.button(LetGo)
def let_go_by_button(turn: Turn, button: LetGo) -> None:
    """Let the contact of a card go."""
    contact = turn.known(button.contact_id)
    if contact:
        turn.strip(turn.pressed_on)
        let(turn, contact, AskWho("letgo"))


@router.button(HasDied)
def has_died(turn: Turn, button: HasDied) -> None:
    """Keep a contact who died, and never bring them up."""
    contact = turn.known(button.contact_id)
    if contact and contact.standing is Standing.KEPT:
        turn.toast("stale.press")  # the user brought them back since
        turn.strip(turn.pressed_on)
    elif contact:
        turn.book = remember_dead(turn.book, contact, turn.now)
        turn.turn_into(Message(turn.texts("died.done", name=contact.name)))
