"""Adding a contact: by command, by an answered question, or by a contact shared in Telegram."""

from dataclasses import replace

from bot.conversation.buttons.person_buttons import StartAdding
from bot.conversation.buttons.question_buttons import AddAnyway
from bot.conversation.effects import Message
from bot.conversation.incoming import SharedContact
from bot.conversation.router import HelpLine, router
from bot.conversation.turn import Turn
from bot.conversation.typed.adding import (
    add,
    add_one_typed,
    add_typed,
    addition_typed,
    ask_same,
    ask_several,
    is_known,
    newcomer_of,
    remarks,
    several_typed,
)
from bot.domain.clock.wall_time import country_of
from bot.domain.names import NAME_LIMIT, clean_name, clean_text, fold
from bot.domain.records.question import AskName, AskSame, AskSeveral
from bot.understanding.acts.clauses import clauses_of
from bot.understanding.acts.new_names import newcomer_in
from bot.understanding.acts.parts import parts_of
from bot.understanding.facts.adding_words import read_adding
from bot.understanding.facts.addition_types import Addition, FieldFault, Problem
from bot.understanding.facts.addresses import read_phone
from bot.understanding.facts.consent import Consent, read_consent
from bot.understanding.moments.moments import Facing, usable
from bot.understanding.words.vocabulary import vocabularies

NAME_WORDS = 3
"""Words of a name that is taken for one without a command."""


@router.command("add", HelpLine.ADD)
def add_by_command(turn: Turn) -> None:
    """Add the contact the command names, or ask for a name."""
    if turn.text:
        add_typed(turn)
    else:
        _ask_name(turn)


@router.button(StartAdding)
def start_adding(turn: Turn, _button: StartAdding) -> None:
    """Ask for a name."""
    _ask_name(turn)


@router.question(AskName, open_ended=True)
def take_name(turn: Turn, question: AskName) -> None:
    """Read the answer to "who?" together with what was said before; "no" ends the question."""
    if read_consent(turn.text) is Consent.NO:
        _leave(turn)
        return
    turn.text = f"{read_adding(turn.text) or turn.text} {question.rest}"
    add_typed(turn)


def adding_told(turn: Turn) -> bool:
    """Add whom plain words such as "add Lisa" name; False when they say something else."""
    whom = read_adding(turn.text)
    answers = isinstance(turn.question, AskSame | AskSeveral) and not (whom or "")[:1].isupper()
    if whom is None or answers or _tells_of_talk(turn):
        return False
    if not whom:
        _ask_name(turn)
        return True
    is_long = len(addition_typed(turn, whom).name.split()) > 1 and not several_typed(turn, whom)
    if is_long:
        newcomer = newcomer_in(turn.utterance(), country_of(turn.book.profile.zone))
        whom = newcomer or _known_again(turn, whom) or whom
    if is_long and len(addition_typed(turn, whom).name.split()) > NAME_WORDS:
        return False
    turn.text = whom
    turn.end_question()
    add_typed(turn)
    return True


def _known_again(turn: Turn, whom: str) -> str:
    """Return whom words name who is here already: "my friend Ola", but not "Ola Hansen"."""
    said = turn.utterance(whom)
    is_role = bool(vocabularies("roles", "kin").at(said.line, 0))
    last = next(iter(said.mentions[-1:]), None)
    is_last = last is not None and last.end == len(said.line) and not last.is_owner
    return turn.book.contacts[last.contact_id].name if last and is_last and is_role else ""


def _tells_of_talk(turn: Turn) -> bool:
    """Tell whether a text says in a clause of its own when the two last talked."""
    said = turn.utterance()
    moment = parts_of(said, Facing.PAST).moment
    return len(clauses_of(said)) > 1 and usable(moment) is not None and not said.cadences


def newcomer_told(turn: Turn) -> bool:
    """Add a contact whom the first words of a Book name with a pace, without the command.

    Return False when they are something else: a name alone could be any word.
    """
    if turn.book.contacts:
        return False
    several = several_typed(turn, turn.text)
    told = several or (addition_typed(turn, turn.text),)
    plain = all(one.cadence is not None and not one.problems for one in told)
    if not plain or not 0 < len(told[0].name.split()) <= NAME_WORDS:
        return False
    if several:
        ask_several(turn, several)
    else:
        add(turn, newcomer_of(turn, told[0]), told[0])
    return True


def add_shared(turn: Turn, shared: SharedContact) -> None:
    """Add a contact from the user's phone book, as far as it has a name."""
    name = clean_name(shared.name).replace('"', "")
    quoted = f'"{name}" ' if name else ""
    phone = read_phone(shared.phone, country_of(turn.book.profile.zone))
    turn.text = quoted + (phone or "")
    addition = addition_typed(turn, turn.text)
    if shared.phone.strip() and phone is None:
        addition = _without_phone(addition, shared.phone)
    if not addition.name:
        _say_problems(turn, addition)
    add_one_typed(turn, addition)


def _without_phone(addition: Addition, phone: str) -> Addition:
    """Return what is left of a contact with a number that nobody has."""
    problem = Problem(FieldFault.PHONE_INVALID, clean_text(phone, NAME_LIMIT))
    return replace(addition, problems=(*addition.problems, problem))


def _say_problems(turn: Turn, addition: Addition) -> None:
    """Say what cannot be kept of a contact whose name is asked for, the name aside."""
    others = [one for one in addition.problems if one.fault is not FieldFault.NAME_MISSING]
    if others:
        lines = remarks(turn.texts, replace(addition, problems=tuple(others)))
        turn.show(Message("\n".join(lines)))


@router.button(AddAnyway)
def add_anyway(turn: Turn, button: AddAnyway) -> None:
    """Add a second contact of the same name."""
    question = turn.question
    turn.strip(turn.pressed_on)
    if turn.is_open(button.question_id) and isinstance(question, AskSame):
        add(turn, question.newcomer)
    else:
        turn.toast("stale.press")


@router.question(AskSame)
def same_name(turn: Turn, question: AskSame) -> None:
    """Take another name for the newcomer, or what the two buttons say, typed."""
    consent, another = read_consent(turn.text), turn.texts.label("button.add-another")
    if consent is Consent.YES or fold(turn.text) == fold(another):
        add(turn, question.newcomer)
        return
    if consent is Consent.NO:
        _leave(turn)
        return
    name = clean_name(turn.text)
    if not name:
        turn.say("add.no-name")
        return
    newcomer = replace(question.newcomer, name=name)
    if is_known(turn, name):
        ask_same(turn, newcomer, turn.texts("add.same", name=name))
    else:
        add(turn, newcomer)


def _ask_name(turn: Turn) -> None:
    turn.ask(AskName())
    turn.say("add.name")


def _leave(turn: Turn) -> None:
    """End the question; nobody is added."""
    turn.end_question()
    turn.say("cancel.unchanged")
