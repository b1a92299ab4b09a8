"""The questions that any feature may ask, about whom and on which day, and the No under one.

What waits for the answer is a verb that the Book keeps; one that nobody takes any more is over.
"""

from bot.conversation.buttons.question_buttons import About, Never, OnDate
from bot.conversation.effects import Message
from bot.conversation.router import router
from bot.conversation.turn import Turn
from bot.conversation.typed.instants import moment_typed
from bot.conversation.typed.readings import NAME_WORDS
from bot.conversation.typed.which import one_of
from bot.domain.names import find, fold
from bot.domain.records.question import AskWhen, AskWho
from bot.understanding.moments.moments import Day, Facing
from bot.understanding.replies.nudge_replies import Verb


@router.button(About)
def choose_contact(turn: Turn, button: About) -> None:
    """Go on with the contact of a button."""
    contact = turn.book.contacts.get(button.contact_id)
    turn.strip(turn.pressed_on)
    match turn.question:
        case AskWho(verb) as then if (
            contact and turn.is_open(button.question_id) and verb in router.contacts
        ):
            turn.pressed_on = None
            turn.end_question()
            router.contacts[verb](turn, contact, then)
        case _:
            turn.toast("stale.press")


@router.button(OnDate)
def choose_day(turn: Turn, button: OnDate) -> None:
    """Go on with the day of a button."""
    turn.strip(turn.pressed_on)
    match turn.question:
        case AskWhen(verb) as then if turn.is_open(button.question_id) and verb in router.days:
            turn.pressed_on = None
            turn.end_question()
            router.days[verb](turn, then, button.day)
        case _:
            turn.toast("stale.press")


@router.choice(AskWho)
def name_contact(turn: Turn, question: AskWho) -> bool:
    """Go on with a typed name; False when the words say something else.

    An answer such as "done" is no name, unless a contact is called just so.
    """
    if question.verb not in router.contacts:
        return False
    names = turn.book.names()
    found = find(names, turn.text)
    called = any(fold(name) == fold(turn.text) for name in names.forms())
    if (turn.reply and not called) or (not found and len(turn.text.split()) > NAME_WORDS):
        return False
    contact = one_of(turn, found, turn.text, question)
    if contact:
        turn.end_question()
        router.contacts[question.verb](turn, contact, question)
    return True


@router.choice(AskWhen)
def name_day(turn: Turn, question: AskWhen) -> bool:
    """Go on with a typed day; False when the words say something else."""
    happened = question.verb in {Verb.DONE.name, Verb.TRIED.name}
    moment = moment_typed(turn.text, turn, Facing.PAST if happened else Facing.FUTURE)
    if not isinstance(moment, Day) or question.verb not in router.days:
        return False
    turn.end_question()
    router.days[question.verb](turn, question, moment.on)
    return True


@router.button(Never)
def never(turn: Turn, button: Never) -> None:
    """Leave everything as it was; the question that the button belongs to ends."""
    if turn.is_open(button.question_id):
        turn.end_question()
    turn.turn_into(Message(turn.texts("cancel.unchanged")))
