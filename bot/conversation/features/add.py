"""Adding a contact: by command, by an answered question, or by a contact shared in Telegram."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.application.add_contact import add_contact, tell_last_contact
from bot.conversation.buttons.person_buttons import StartAdding
from bot.conversation.buttons.question_buttons import AddAnyway, Ago, LastTalked, Never
from bot.conversation.effects import Key, Message
from bot.conversation.incoming import SharedContact
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.layout import undo_row
from bot.conversation.screens.person_screen import added_card, card_text
from bot.conversation.texts import labels
from bot.conversation.turn import Turn
from bot.conversation.typed.instants import happened_at, moment_typed
from bot.domain import parameters as p
from bot.domain.clock.wall_time import country_of
from bot.domain.names import clean_name, fold
from bot.domain.policy.due import last_contact_at
from bot.domain.records.contact import Address, Contact
from bot.domain.records.outcome import OutcomeKind
from bot.domain.records.question import AskLast, AskName, AskSame, Newcomer
from bot.understanding.facts.addition_types import Addition, Problem
from bot.understanding.facts.additions import read_addition
from bot.understanding.facts.addresses import country_of_phone
from bot.understanding.facts.consent import Consent, read_consent
from bot.understanding.time.moments import Day, Elapsed, Facing, Hour

AGO = {
    Ago.WEEK: timedelta(days=3),
    Ago.WEEKS: timedelta(weeks=3),
    Ago.MONTHS: timedelta(days=91),
}
"""The middle of what each tap means: this week, some weeks ago, some months ago."""
NAME_WORDS = 3
"""Words of a name that is taken for one without a command."""


@router.command("add", HelpLine.ADD)
def add(turn: Turn) -> None:
    """Add the contact the command names, or ask for a name."""
    if turn.text:
        _add_typed(turn)
    else:
        turn.ask(AskName())
        turn.say("add.name")


@router.button(StartAdding)
def start_adding(turn: Turn, _button: StartAdding) -> None:
    """Ask for a name."""
    turn.ask(AskName())
    turn.say("add.name")


@router.question(AskName, open_ended=True)
def take_name(turn: Turn, question: AskName) -> None:
    """Read the answer to "who?" together with what was said before; "no" ends the question."""
    if read_consent(turn.text) is Consent.NO:
        _leave(turn)
        return
    turn.text = f"{turn.text} {question.rest}"
    _add_typed(turn)


def newcomer_told(turn: Turn) -> bool:
    """Add a contact whom the first words of a Book name with a pace, without the command.

    Return False when they are something else: a name alone could be any word.
    """
    addition = _read(turn)
    plain = addition.cadence is not None and not addition.problems
    if turn.book.contacts or not plain or not 0 < len(addition.name.split()) <= NAME_WORDS:
        return False
    _add(turn, _newcomer(turn, addition))
    return True


def add_shared(turn: Turn, shared: SharedContact) -> None:
    """Add a contact from the user's phone book, as far as it has a name."""
    name = clean_name(shared.name).replace('"', "")
    quoted = f'"{name}" ' if name else ""
    turn.text = quoted + _international(shared.phone)
    _add_typed(turn)


@router.button(AddAnyway)
def add_anyway(turn: Turn, button: AddAnyway) -> None:
    """Add a second contact of the same name."""
    question = turn.question
    turn.strip(turn.pressed_on)
    if turn.is_open(button.question_id) and isinstance(question, AskSame):
        _add(turn, question.newcomer)
    else:
        turn.toast("stale.press")


@router.question(AskSame)
def same_name(turn: Turn, question: AskSame) -> None:
    """Take another name for the newcomer, or what the two buttons say, typed."""
    consent, another = read_consent(turn.text), turn.texts.label("button.add-another")
    if consent is Consent.YES or fold(turn.text) == fold(another):
        _add(turn, question.newcomer)
        return
    if consent is Consent.NO:
        _leave(turn)
        return
    name = clean_name(turn.text)
    if not name:
        turn.say("add.no-name")
        return
    _add_unless_known(turn, replace(question.newcomer, name=name))


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
    moment = None if told else moment_typed(turn.text, turn, Facing.PAST)
    if contact is None or not (told or isinstance(moment, Day | Hour | Elapsed)):
        return False
    at = turn.now - AGO[told] if told in AGO else None
    if isinstance(moment, Day | Hour | Elapsed):
        at = happened_at(moment, turn)
    _tell(turn, contact, at)
    return True


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


def _asks_about(turn: Turn, contact: Contact) -> bool:
    question = turn.question
    return isinstance(question, AskLast) and question.contact_id == contact.id


def _leave(turn: Turn) -> None:
    """End the question; nobody is added."""
    turn.end_question()
    turn.say("cancel.unchanged")


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


def _add_typed(turn: Turn) -> None:
    addition = _read(turn)
    if not addition.name:
        turn.ask(AskName(turn.text))
        turn.say("add.no-name")
        return
    _add_unless_known(turn, _newcomer(turn, addition), addition.problems)


def _read(turn: Turn) -> Addition:
    return read_addition(turn.text, now=turn.wall, country=country_of(turn.book.profile.zone))


def _newcomer(turn: Turn, addition: Addition) -> Newcomer:
    told = addition.last if isinstance(addition.last, Day | Hour | Elapsed) else None
    return Newcomer(
        name=addition.name,
        address=Address(
            addition.username, addition.phone, addition.email, country_of_phone(addition.phone)
        ),
        cadence=addition.cadence,
        why=addition.why,
        last_at=happened_at(told, turn) if told else None,
    )


def _add_unless_known(turn: Turn, newcomer: Newcomer, problems: tuple[Problem, ...] = ()) -> None:
    if fold(newcomer.name) not in map(fold, turn.book.names().values()):
        _add(turn, newcomer, problems)
        return
    question_id = turn.ask(AskSame(newcomer))
    row = (
        Key(turn.texts.label("button.add-another"), AddAnyway(question_id)),
        Key(turn.texts.label("button.no"), Never(question_id)),
    )
    turn.say("add.same", (row,), name=newcomer.name)


def _add(turn: Turn, newcomer: Newcomer, problems: tuple[Problem, ...] = ()) -> None:
    turn.book, contact = add_contact(turn.book, newcomer, turn.now)
    text_id = "add.done" if newcomer.cadence else "add.done-default"
    lead = [turn.texts(text_id, name=contact.name, pace=contact.cadence)]
    lead += [turn.texts(f"add.problem.{one.fault.value}", text=one.text) for one in problems]
    turn.show(added_card(turn.book, contact, turn.now, "\n".join(lead)))
    if last_contact_at(turn.book, contact.id) is None:
        turn.ask(AskLast(contact.id))


def _international(phone: str) -> str:
    """Telegram shares numbers without their leading plus."""
    return phone if phone.startswith("+") or not phone else f"+{phone}"
