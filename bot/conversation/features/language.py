"""/language: the language of the drafts to one contact, and the one Hei itself speaks."""

from bot.application.change_contact import set_language
from bot.application.change_settings import choose_language
from bot.conversation.buttons.person_buttons import SetDraftLanguage
from bot.conversation.effects import Message
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.settings_screen import draft_language_message, language_message
from bot.conversation.turn import Turn
from bot.conversation.typed.fact import Fact
from bot.conversation.typed.stored import say_stored, undoable
from bot.conversation.typed.which import part_name
from bot.domain.names import clean_text
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskLanguage
from bot.languages import Language
from bot.understanding.facts.consent import Consent, read_consent
from bot.understanding.facts.language_names import head_of_language, read_language


def _part(turn: Turn, text: str) -> tuple[str, str]:
    clean = clean_text(text, len(text))
    return part_name(turn, clean, head_of_language(clean))


def _read(_turn: Turn, _contact: Contact, said: str) -> Language | None:
    return read_language(said)


def _keep(turn: Turn, contact: Contact, spoken: Language) -> None:
    turn.book = set_language(turn.book, contact, spoken)
    named = turn.texts.spoken(spoken)
    said = Message(turn.texts("language.for", name=contact.name, language=named))
    turn.turn_into(undoable(turn, said))


def _ask(turn: Turn, contact: Contact, said: str) -> None:
    text_id = "language.unknown" if said else "language.which-for"
    lead = turn.texts(text_id, name=contact.name, text=said)
    turn.show(draft_language_message(turn.book, contact, lead))


LANGUAGE = Fact("language", _part, _read, _keep, AskLanguage, _ask)
router.contact(LANGUAGE.word)(LANGUAGE.chosen)


@router.command(LANGUAGE.word, HelpLine.REACH)
def language(turn: Turn) -> None:
    """Take the language for the contact the command names; without a name Hei's own."""
    name, said = _part(turn, turn.text)
    spoken = read_language(said)
    if name:
        LANGUAGE.about(turn, name, said)
    elif spoken:
        _speak(turn, spoken)
    else:
        turn.ask(AskLanguage())
        buttons = language_message(turn.book).buttons
        turn.show(Message(turn.texts("language.which"), buttons))


@router.choice(AskLanguage)
def take(turn: Turn, question: AskLanguage) -> bool:
    """Take a typed language; "no" leaves it as it is; False when the words say something else."""
    if read_consent(turn.text) is Consent.NO:
        turn.end_question()
        turn.say("cancel.unchanged")
        return True
    spoken, contact = read_language(turn.text), turn.book.contacts.get(question.contact_id or 0)
    if spoken and contact:
        _keep(turn, contact, spoken)
    elif spoken and question.contact_id is None:
        _speak(turn, spoken)
    return spoken is not None and (contact is not None or question.contact_id is None)


@router.button(SetDraftLanguage)
def draft_language_chosen(turn: Turn, button: SetDraftLanguage) -> None:
    """Take the language for a contact on a button."""
    contact = turn.known(button.contact_id)
    if contact:
        _keep(turn, contact, button.language)


def _speak(turn: Turn, spoken: Language) -> None:
    turn.book = choose_language(turn.book, spoken)
    say_stored(turn, "language.set")
