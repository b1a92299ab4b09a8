"""The language of the drafts to one person, and the one Hei itself speaks."""

from bot.application.change_contact import set_language
from bot.application.change_settings import choose_language
from bot.conversation.buttons import SetDraftLanguage
from bot.conversation.effects import Message
from bot.conversation.router import Feature
from bot.conversation.screens.settings_screen import draft_language_message, language_message
from bot.conversation.turn import Turn
from bot.conversation.which import part_name, person
from bot.domain.names import clean_text
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskLanguage, AskWho
from bot.languages import Language
from bot.understanding.facts.consent import Consent, read_consent
from bot.understanding.facts.language_names import head_of_language, read_language


def language(turn: Turn) -> None:
    """Take the language for the person the command names; without a name Hei's own."""
    text = clean_text(turn.text, len(turn.text))
    name, said = part_name(turn, text, head_of_language(text))
    spoken = read_language(said)
    if name:
        _for_a_person(turn, name, said)
    elif spoken:
        _speak(turn, spoken)
    else:
        turn.ask(AskLanguage())
        buttons = language_message(turn.book).buttons
        turn.show(Message(turn.texts("language.which"), buttons))


def take(turn: Turn, contact: Contact, then: AskWho) -> None:
    """Take the language for a person, or ask for it."""
    spoken = read_language(then.note)
    if spoken:
        _write_in(turn, contact, spoken)
        return
    turn.ask(AskLanguage(contact.id))
    text_id = "language.unknown" if then.note else "language.which-for"
    lead = turn.texts(text_id, name=contact.name, text=then.note)
    turn.show(draft_language_message(turn.book, contact, lead))


def take_typed(turn: Turn, topic: AskLanguage) -> bool:
    """Take a typed language; "no" leaves it as it is; False when the words say something else."""
    if read_consent(turn.text) is Consent.NO:
        turn.book = turn.book.asking(None, turn.now)
        turn.say("cancel.unchanged")
        return True
    spoken, contact = read_language(turn.text), turn.book.contacts.get(topic.contact_id or 0)
    if spoken and contact:
        _write_in(turn, contact, spoken)
    elif spoken and topic.contact_id is None:
        _speak(turn, spoken)
    return spoken is not None and (contact is not None or topic.contact_id is None)


def press_language(turn: Turn, press: SetDraftLanguage) -> None:
    """Take the language for a person on a button."""
    contact = turn.known(press.contact_id)
    if contact:
        _write_in(turn, contact, press.language)


def _for_a_person(turn: Turn, name: str, said: str) -> None:
    then = AskWho("language", note=said)
    contact = person(turn, name, then)
    if contact:
        take(turn, contact, then)


def _write_in(turn: Turn, contact: Contact, spoken: Language) -> None:
    turn.book = set_language(turn.book, contact, spoken)
    named = turn.texts.spoken(spoken)
    turn.turn_into(Message(turn.texts("language.for", name=contact.name, language=named)))


def _speak(turn: Turn, spoken: Language) -> None:
    turn.book = choose_language(turn.book, spoken)
    turn.say("language.set")


FEATURE = Feature(
    commands={"language": language},
    presses={SetDraftLanguage: press_language},
    tapped={AskLanguage: take_typed},
    people={"language": take},
)
