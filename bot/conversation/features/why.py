"""/why: the user's own words about a contact, and Hei's about a nudge."""

from bot.application.change_contact import set_why
from bot.conversation.buttons.person_buttons import WriteWhy
from bot.conversation.delivering import is_refused
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.why_screen import why_message, why_not_message
from bot.conversation.turn import Turn
from bot.conversation.typed.fact import Fact
from bot.conversation.typed.stored import say_stored
from bot.conversation.typed.which import nudge_meant, split_name
from bot.domain import parameters as p
from bot.domain.names import clean_text
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskWhy


def _read(_turn: Turn, _contact: Contact, said: str) -> str | None:
    return said if clean_text(said, p.WHY_LIMIT) else None


def _keep(turn: Turn, contact: Contact, said: str) -> None:
    text = clean_text(said, p.WHY_LIMIT)
    turn.book = set_why(turn.book, contact, text)
    say_stored(turn, "why.set", name=contact.name, why=text)
    if len(said) > p.WHY_LIMIT:
        turn.say("add.problem.why_too_long")


def _ask(turn: Turn, contact: Contact, _said: str) -> None:
    turn.say("why.ask", name=contact.name)


def _explain(turn: Turn, contact: Contact) -> None:
    nudge = turn.book.open_nudge
    if is_refused(turn, contact):
        return
    if nudge and nudge.contact_id == contact.id:
        turn.show(why_message(turn.book, nudge, turn.now))
    else:
        turn.show(why_not_message(turn.book, contact, turn.now))


WHY = Fact("why", split_name, _read, _keep, AskWhy, _ask, _explain)
router.contact(WHY.word)(WHY.chosen)
router.question(AskWhy, open_ended=True)(WHY.answered)
router.button(WriteWhy)(WHY.asked_for)


@router.command(WHY.word, HelpLine.TELL)
def why(turn: Turn) -> None:
    """Explain the open nudge, or a contact by name; what follows the name is kept as their why."""
    nudge = None if turn.text else nudge_meant(turn)
    if nudge:
        turn.show(why_message(turn.book, nudge, turn.now))
    else:
        WHY.command(turn)
