"""How drafts to a contact, or to everybody, sound; and the user's own lines."""

from html import escape

from bot.application.briefing import language_for
from bot.application.change_voice import VoicePart, part_of
from bot.conversation.buttons.voice_buttons import (
    AS_IT_COMES,
    EVERYBODY,
    NONE,
    DropLine,
    SetVoicePart,
    ShowVoice,
    ShowVoicePart,
    WriteVoicePart,
)
from bot.conversation.effects import Key, Message, Rows
from bot.conversation.screens.layout import in_rows, marked
from bot.conversation.texts import Texts, shortened
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact
from bot.domain.records.voice import OwnLine, Voice
from bot.drafts.address import called
from bot.drafts.bank import bank_in
from bot.drafts.wording import greeted

EMOJI = ("😊", "❤️", "😄", "👋")
LINE_ON_BUTTON = 40


def voice_message(book: Book, contact: Contact | None) -> Message:
    """Return how drafts sound, with a button for each part."""
    texts, voice = Texts(book.profile.language), _voice(book, contact)
    lead = texts("voice.for", name=contact.name) if contact else texts("voice.for-all")
    lines = [
        texts(f"voice.{part}", said=_said(texts, contact, part_of(voice, part)))
        for part in VoicePart
    ]
    key = contact.id if contact else EVERYBODY
    rows = in_rows(
        [Key(texts.label(f"button.voice-{part}"), ShowVoicePart(key, part)) for part in VoicePart]
    )
    return Message("\n".join((lead, "", *lines, "", texts("voice.how"))), rows)


def voice_part_message(book: Book, contact: Contact | None, part: VoicePart) -> Message:
    """Return the choices for one part, the present one marked."""
    texts, key = Texts(book.profile.language), contact.id if contact else EVERYBODY
    now = part_of(_voice(book, contact), part)
    choices: list[tuple[str, int, bool]] = [
        (_shown(contact, choice), number, now == choice)
        for number, choice in enumerate(choices_for(book, contact, part))
    ]
    choices += [
        (texts.label("button.voice-none"), NONE, now == ""),
        (texts.label("button.voice-as-it-comes"), AS_IT_COMES, now is None),
    ]
    keys = [
        Key(marked(texts, label, on=is_on), SetVoicePart(key, part, number))
        for label, number, is_on in choices
    ]
    write = Key(texts.label("button.voice-own"), WriteVoicePart(key, part))
    back = Key(texts.label("button.back"), ShowVoice(key))
    return Message(texts(f"voice.which-{part}"), (*in_rows(keys), (write, back)))


def choices_for(book: Book, contact: Contact | None, part: VoicePart) -> tuple[str, ...]:
    """Return what is offered for one part, in the language of the drafts."""
    bank = bank_in(language_for(book, contact) if contact else book.profile.language)
    offered = {VoicePart.GREETING: bank.greetings, VoicePart.SIGN_OFF: bank.sign_offs}
    return offered.get(part, EMOJI)


def lines_message(book: Book) -> Message:
    """Return the user's own lines with a button for deleting each."""
    texts = Texts(book.profile.language)
    lines = book.profile.own_lines
    if not lines:
        return Message(texts("mine.none"))
    shown = [f"· {escape(_line(book, one), quote=False)}" for one in lines]
    rows: Rows = tuple(
        (
            Key(
                texts.label("button.drop-line", line=shortened(one.text, LINE_ON_BUTTON)),
                DropLine(one.id),
            ),
        )
        for one in lines
    )
    return Message("\n".join((texts("mine.shown"), *shown)), rows)


def _voice(book: Book, contact: Contact | None) -> Voice:
    return contact.voice.over(contact.heard.voice) if contact else book.profile.voice


def _said(texts: Texts, contact: Contact | None, chosen: str | None) -> str:
    if chosen is None:
        return texts.label("voice.as-it-comes")
    return _shown(contact, chosen) if chosen else texts.label("voice.none")


def _shown(contact: Contact | None, chosen: str) -> str:
    return greeted(chosen, called(contact.name, contact.nickname)) if contact else chosen


def _line(book: Book, line: OwnLine) -> str:
    contact = book.contacts.get(line.contact_id or 0)
    return f"{contact.name}: {line.text}" if contact else line.text
