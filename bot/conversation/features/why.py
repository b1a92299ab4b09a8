"""Why: the user's own words about a person, and Hei's about a nudge."""

from bot.application.change_contact import set_why
from bot.conversation.buttons import WriteWhy
from bot.conversation.delivering import is_refused
from bot.conversation.router import Feature
from bot.conversation.screens.why_screen import why_message, why_not_message
from bot.conversation.turn import Turn
from bot.conversation.which import nudge_meant, person, split_name
from bot.domain import parameters as p
from bot.domain.names import clean_text
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskWho, AskWhy


def why(turn: Turn) -> None:
    """Explain the open nudge, or a person by name; what follows the name is kept as their why."""
    nudge = None if turn.text else nudge_meant(turn)
    if nudge:
        turn.show(why_message(turn.book, nudge, turn.now))
        return
    name, text = split_name(turn, turn.text)
    then = AskWho("why", note=text)
    contact = person(turn, name, then)
    if contact:
        answer(turn, contact, then)


def answer(turn: Turn, contact: Contact, then: AskWho) -> None:
    """Keep the why that was told, else explain."""
    nudge = turn.book.open_nudge
    if then.note:
        take_why(turn, contact, then.note)
    elif is_refused(turn, contact):
        return
    elif nudge and nudge.contact_id == contact.id:
        turn.show(why_message(turn.book, nudge, turn.now))
    else:
        turn.show(why_not_message(turn.book, contact, turn.now))


def take_why(turn: Turn, contact: Contact, said: str = "") -> None:
    """Set the why, or ask for it."""
    text = clean_text(said, p.WHY_LIMIT)
    if text:
        turn.book = set_why(turn.book, contact, text)
        turn.say("why.set", name=contact.name, why=text)
        if len(said) > p.WHY_LIMIT:
            turn.say("add.problem.why_too_long")
    else:
        turn.ask(AskWhy(contact.id))
        turn.say("why.ask", name=contact.name)


def write_why(turn: Turn, press: WriteWhy) -> None:
    """Ask for the why from the card."""
    contact = turn.known(press.contact_id)
    if contact:
        take_why(turn, contact)


def typed_why(turn: Turn, topic: AskWhy) -> None:
    """Take the typed why."""
    contact = turn.known(topic.contact_id)
    if contact:
        take_why(turn, contact, turn.text)


FEATURE = Feature(
    commands={"why": why},
    presses={WriteWhy: write_why},
    topics={AskWhy: typed_why},
    people={"why": answer},
)
