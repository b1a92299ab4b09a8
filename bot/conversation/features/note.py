"""/note: what is worth remembering about a contact; written, shown, deleted."""

from bot.application.change_contact import add_note, drop_note, has_note
from bot.conversation.buttons.person_buttons import DropNote, EditNotes, WriteNote
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.person_screen import notes_message
from bot.conversation.turn import Turn
from bot.conversation.typed.fact import Fact
from bot.conversation.typed.stored import say_stored
from bot.conversation.typed.which import split_name
from bot.domain import parameters as p
from bot.domain.names import clean_text, split_known
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskNote
from bot.understanding.facts.notes_ahead import ahead_in
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabulary


def _split(turn: Turn, text: str) -> tuple[str, str]:
    """Return whom a note is about, perhaps behind "about", and the note."""
    line, names = Line.of(text), turn.book.names()
    behind = (line.after(match.end) for match in vocabulary("abouts").at(line, 0))
    return split_name(turn, next((one for one in behind if split_known(names, one)[0]), text))


def _read(_turn: Turn, _contact: Contact, said: str) -> str | None:
    return clean_text(said, p.NOTE_LIMIT) or None


def _keep(turn: Turn, contact: Contact, text: str) -> None:
    text_id = "notes.already" if has_note(contact, text) else "notes.added"
    turn.book = add_note(turn.book, contact, text, turn.now, ahead_in(text, turn.wall))
    say_stored(turn, text_id, name=contact.name, note=text)


def _ask(turn: Turn, contact: Contact, _said: str) -> None:
    turn.say("notes.ask", name=contact.name)


NOTE = Fact("note", _split, _read, _keep, AskNote, _ask)
NOTE.register(router, HelpLine.TELL)
router.question(AskNote, open_ended=True)(NOTE.answered)
router.button(WriteNote)(NOTE.asked_for)


@router.button(EditNotes)
def edit(turn: Turn, button: EditNotes) -> None:
    """Show the notes with a button for deleting each."""
    contact = turn.known(button.contact_id)
    if contact:
        turn.turn_into(notes_message(turn.book, contact))


@router.button(DropNote)
def drop(turn: Turn, button: DropNote) -> None:
    """Delete one note; /undo brings it back."""
    contact = turn.book.contacts.get(button.contact_id)
    if contact is None or all(one.id != button.note_id for one in contact.notes):
        turn.toast("stale.press")
        return
    turn.book = drop_note(turn.book, contact, button.note_id)
    turn.toast("notes.dropped")
    turn.turn_into(notes_message(turn.book, turn.book.contacts[contact.id]))
