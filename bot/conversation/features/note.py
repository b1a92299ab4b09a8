"""What is worth remembering about a person: written, shown, deleted."""

from bot.application.change_contact import add_note, drop_note
from bot.conversation.buttons import DropNote, EditNotes, WriteNote
from bot.conversation.router import Feature
from bot.conversation.screens.person_screen import notes_message
from bot.conversation.turn import Turn
from bot.conversation.which import person, split_name
from bot.domain import parameters as p
from bot.domain.names import clean_text
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskNote, AskWho


def note(turn: Turn) -> None:
    """Add a note to the person the command names, before a colon or without one."""
    name, text = split_name(turn, turn.text)
    then = AskWho("note", note=text)
    contact = person(turn, name, then)
    if contact:
        take(turn, contact, then)


def take(turn: Turn, contact: Contact, then: AskWho) -> None:
    """Add the note to the person, or ask for it."""
    text = clean_text(then.note, p.NOTE_LIMIT)
    if text:
        turn.book = add_note(turn.book, contact, text, turn.now)
        turn.say("notes.added", name=contact.name, note=text)
    else:
        turn.ask(AskNote(contact.id))
        turn.say("notes.ask", name=contact.name)


def write(turn: Turn, press: WriteNote) -> None:
    """Ask for a note from the card."""
    contact = turn.known(press.contact_id)
    if contact:
        take(turn, contact, AskWho("note"))


def take_typed(turn: Turn, topic: AskNote) -> None:
    """Take the typed note."""
    contact = turn.known(topic.contact_id)
    if contact:
        take(turn, contact, AskWho("note", note=turn.text))


def edit(turn: Turn, press: EditNotes) -> None:
    """Show the notes with a button for deleting each."""
    contact = turn.known(press.contact_id)
    if contact:
        turn.turn_into(notes_message(turn.book, contact))


def drop(turn: Turn, press: DropNote) -> None:
    """Delete one note; /undo brings it back."""
    contact = turn.book.contacts.get(press.contact_id)
    if contact is None or all(one.id != press.note_id for one in contact.notes):
        turn.toast("stale.press")
        return
    turn.book = drop_note(turn.book, contact, press.note_id)
    turn.toast("notes.dropped")
    turn.turn_into(notes_message(turn.book, turn.book.contacts[contact.id]))


FEATURE = Feature(
    commands={"note": note},
    presses={WriteNote: write, EditNotes: edit, DropNote: drop},
    topics={AskNote: take_typed},
    people={"note": take},
)
