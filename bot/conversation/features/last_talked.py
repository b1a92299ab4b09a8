"""When the user and a contact who was just added last talked: tapped or typed."""

from datetime import datetime

from bot.application.add_contact import tell_last_contact
from bot.conversation.buttons.question_buttons import Ago, LastTalked
from bot.conversation.effects import Message
from bot.conversation.router import router
from bot.conversation.screens.layout import undo_row
from bot.conversation.screens.person_screen import card_text
from bot.conversation.texts import labels
from bot.conversation.turn import Turn
from bot.conversation.typed.instants import AGO, Told, happened_at, moment_typed, narrowed
from bot.conversation.typed.time_there import ask_of_newcomers
from bot.domain import parameters as p
from bot.domain.names import fold
from bot.domain.records.contact import Contact
from bot.domain.records.outcome import OutcomeKind
from bot.domain.records.question import AskLast
from bot.understanding.calendar.moment_types import Around
from bot.understanding.moments.moments import Day, Elapsed, Facing, Hour
from bot.understanding.replies.tails import moment_alone
from bot.understanding.words.tokens import Line


@router.button(LastTalked)
def tell_last(turn: Turn, button: LastTalked) -> None:
    """Take when the two last talked, by one tap."""
    contact = turn.known(button.contact_id)
    if contact is None:
        return
    at = turn.now - AGO[button.ago] if button.ago in AGO else None
    if at and _is_told(turn, contact, at):
        turn.toast("nudge.already")
        return
    _tell(turn, contact, at)


@router.choice(AskLast)
def told_last(turn: Turn, question: AskLast) -> bool:
    """Take when the two last talked as it is typed; False when the words say something else."""
    contact = turn.book.contacts.get(question.contact_id)
    told = next((ago for ago in Ago if _says(turn, ago)), None)
    moment = None if told else _moment(turn)
    if contact is None or not (told or isinstance(moment, Day | Hour | Elapsed)):
        return False
    at = turn.now - AGO[told] if told in AGO else None
    if isinstance(moment, Day | Hour | Elapsed):
        at = happened_at(moment, turn)
    _tell(turn, contact, at)
    return True


def _moment(turn: Turn) -> Told | None:
    """Return the moment that was typed, also beside "I think"."""
    told = moment_typed(turn.text, turn, Facing.PAST)
    if told is not None:
        return told
    found = moment_alone(Line.of(turn.text), 0, Around(turn.wall, Facing.PAST))
    return narrowed(found.moment, turn.today, Facing.PAST) if found else None


def _says(turn: Turn, ago: Ago) -> bool:
    """Tell whether the words are those of a button in any language."""
    return fold(turn.text) in map(fold, labels(f"ago-choice.{ago.name}"))


def _tell(turn: Turn, contact: Contact, at: datetime | None) -> None:
    """Start the clock at an instant, or leave it where it is for None; show the card."""
    lead = turn.texts("add.last-noted" if at else "add.last-unknown")
    if _asks_about(turn, contact):
        turn.end_question()
    if at:
        turn.book = tell_last_contact(turn.book, contact.id, at, turn.now)
    text = f"{lead}\n\n{card_text(turn.book, contact, turn.now)}"
    turn.turn_into(Message(text, undo_row(turn.book) if _is_last(turn, contact) else ()))
    ask_of_newcomers(turn, contact.added_at)


def _asks_about(turn: Turn, contact: Contact) -> bool:
    question = turn.question
    return isinstance(question, AskLast) and question.contact_id == contact.id


def _is_last(turn: Turn, contact: Contact) -> bool:
    """Tell whether the last change was made here, so that *Undo* means this contact."""
    change = turn.book.last_change
    if change is None:
        return False
    outcomes = (turn.book.outcomes.get(key) for key in change.outcomes)
    told = any(item and item.contact_id == contact.id for item in outcomes)
    return told or contact.id in change.contacts


def _is_told(turn: Turn, contact: Contact, at: datetime) -> bool:
    """Tell whether an earlier tap on the same button has told so, a moment aside."""
    return any(
        item.contact_id == contact.id
        and item.kind is OutcomeKind.TOLD
        and abs(item.occurred_at - at) < p.DOUBLE_TAP
        for item in turn.book.outcomes.values()
    )
