"""How a contact left the user: one optional row under the closing words."""

from bot.conversation.buttons import Felt
from bot.conversation.effects import Key, Message
from bot.conversation.texts import Texts
from bot.domain.records.book import Book
from bot.domain.records.outcome import Feeling


def felt_message(book: Book, closing: str) -> Message:
    """Return the words after the contact told last, with the row; ``closing`` is HTML."""
    texts, told = Texts(book.profile.language), max(book.outcomes)
    row = tuple(Key(texts.label(f"felt.{one}"), Felt(told, one)) for one in Feeling)
    return Message(f"{closing}\n\n{texts('felt.ask')}", (row,))
