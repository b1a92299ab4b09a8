"""Several contacts in one go: each, or one together, once the user has said which."""

from bot.application.add_contact import add_contacts
from bot.conversation.buttons.question_buttons import AddEach, AddTogether
from bot.conversation.effects import Message
from bot.conversation.router import router
from bot.conversation.screens.channel_screen import shared_lines
from bot.conversation.screens.layout import listed, undo_row
from bot.conversation.turn import Turn
from bot.conversation.typed.adding import (
    add_one_typed,
    addition_typed,
    newcomer_of,
    remarks,
    several_line,
    several_typed,
)
from bot.conversation.typed.time_there import ask_of_newcomers
from bot.domain.names import fold
from bot.domain.records.question import AskSeveral
from bot.understanding.facts.adding_words import says_each, says_together
from bot.understanding.facts.addition_types import Addition
from bot.understanding.facts.consent import Consent, read_consent


@router.button(AddEach)
def each_chosen(turn: Turn, button: AddEach) -> None:
    """Add each of them."""
    question = _pressed(turn, button.question_id)
    if question:
        _add_each(turn, question)


@router.button(AddTogether)
def together_chosen(turn: Turn, button: AddTogether) -> None:
    """Add one contact of all the names."""
    question = _pressed(turn, button.question_id)
    if question:
        _add_together(turn, question)


@router.choice(AskSeveral)
def answered(turn: Turn, question: AskSeveral) -> bool:
    """Take what the buttons say, typed; False when the words say something else."""
    consent = read_consent(turn.text)
    if says_together(turn.text):
        _add_together(turn, question)
    elif consent is Consent.YES or says_each(turn.text):
        _add_each(turn, question)
    elif consent is Consent.NO:
        turn.end_question()
        turn.say("cancel.unchanged")
    else:
        return False
    return True


def _pressed(turn: Turn, question_id: int) -> AskSeveral | None:
    """Return the question that a button answers, its buttons gone; None when it is over."""
    question = turn.question
    turn.strip(turn.pressed_on)
    if turn.is_open(question_id) and isinstance(question, AskSeveral):
        return question
    turn.toast("stale.press")
    return None


def _add_together(turn: Turn, question: AskSeveral) -> None:
    turn.end_question()
    turn.text = question.text
    add_one_typed(turn, addition_typed(turn, question.text))


def _add_each(turn: Turn, question: AskSeveral) -> None:
    """Add each who is not known by name yet; one answer tells of all, one undo takes all back."""
    turn.end_question()
    known = set(map(fold, turn.book.names().values()))
    several = several_typed(turn, question.text)
    new = [one for one in several if fold(one.name) not in known]
    lines = [turn.texts("add.several-known", name=one.name) for one in several if one not in new]
    if new:
        shared = _shared(turn, new)
        lines = [_added(turn, new), *_once(turn, new), *shared, *lines]
    turn.show(Message("\n".join(lines), undo_row(turn.book) if new else ()))
    if new:
        ask_of_newcomers(turn, turn.now)


def _shared(turn: Turn, new: list[Addition]) -> list[str]:
    """Return who has an address of theirs already."""
    addresses = (newcomer_of(turn, one).address for one in new)
    return [line for one in addresses for line in shared_lines(turn.texts, turn.book, one)]


def _added(turn: Turn, new: list[Addition]) -> str:
    names = listed(turn.texts, [one.name for one in new])
    newcomers = [newcomer_of(turn, one) for one in new]
    turn.book, added = add_contacts(turn.book, newcomers, names, turn.now)
    if len(added) == 1:
        return turn.texts("add.done", name=names, pace=added[0].cadence)
    return several_line(turn.texts, new, "add.several-done")


def _once(turn: Turn, new: list[Addition]) -> list[str]:
    """Return what has to be said of them, nothing of it twice."""
    return list(dict.fromkeys(line for one in new for line in remarks(turn.texts, one)))
