"""/mine: lines of the user's own, which drafts take before any other; written, shown, deleted."""

from dataclasses import replace

from bot.application.change_voice import add_line, drop_line
from bot.conversation.buttons.voice_buttons import DropLine, KeepLine, ShowLines
from bot.conversation.effects import Message
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.layout import undo_row
from bot.conversation.screens.voice_screen import lines_message
from bot.conversation.turn import Turn
from bot.conversation.typed.stored import undoable
from bot.domain.names import clean_text, find
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskLine
from bot.drafts.bank import LONGEST_TYPED
from bot.understanding.words.listing import split_head


@router.command("mine", HelpLine.DRAFT)
def mine(turn: Turn) -> None:
    """Keep a line for the contact before a colon, else for all; without a line show them."""
    if not turn.text:
        turn.ask(AskLine())
        turn.show(lines_message(turn.book))
        return
    head = split_head(turn.text)
    found = find(turn.book.names(), head[0]) if head and head[0] else []
    if head and len(found) == 1:
        _keep(turn, turn.book.contacts[found[0]], head[1])
    else:
        _keep(turn, None, turn.text)


@router.question(AskLine, open_ended=True)
def take(turn: Turn, question: AskLine) -> None:
    """Keep the line that was asked for."""
    _keep(turn, turn.book.contacts.get(question.contact_id or 0), turn.text)


@router.button(ShowLines)
def show(turn: Turn, _button: ShowLines) -> None:
    """Show the user's own lines."""
    turn.show(lines_message(turn.book))


@router.button(DropLine)
def drop(turn: Turn, button: DropLine) -> None:
    """Delete one line; /undo brings it back."""
    if all(line.id != button.line_id for line in turn.book.profile.own_lines):
        turn.toast("stale.press")
        return
    turn.book = drop_line(turn.book, button.line_id)
    shown = lines_message(turn.book)
    turn.turn_into(replace(shown, buttons=(*shown.buttons, *undo_row(turn.book))))


@router.button(KeepLine)
def keep(turn: Turn, _button: KeepLine) -> None:
    """Keep the text that the message offers to copy; ask for it where Telegram tells none."""
    if turn.shown:
        _keep(turn, None, turn.shown)
    else:
        turn.ask(AskLine())
        turn.say("mine.ask")


def _keep(turn: Turn, contact: Contact | None, said: str) -> None:
    line = clean_text(said, len(said))
    if not line or len(line) > LONGEST_TYPED:
        turn.ask(AskLine(contact.id if contact else None))
        turn.say("mine.too-long" if line else "mine.ask", limit=LONGEST_TYPED)
        return
    turn.book = add_line(turn.book, line, contact)
    text_id = "mine.added-for" if contact else "mine.added"
    said_back = turn.texts(text_id, name=contact.name if contact else "", line=line)
    turn.show(undoable(turn, Message(said_back)))
