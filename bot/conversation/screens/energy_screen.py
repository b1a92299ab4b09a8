"""How much energy today has, as three buttons."""

from bot.conversation.buttons import SetEnergy
from bot.conversation.effects import Key, Message
from bot.conversation.texts import Texts
from bot.domain.records.book import Book
from bot.domain.records.profile import Energy


def energy_message(book: Book, lead: str) -> Message:
    """Return the three answers; ``lead`` asks, as HTML."""
    texts = Texts(book.profile.language)
    row = tuple(Key(texts.label(f"energy.{level}"), SetEnergy(level)) for level in Energy)
    return Message(lead, (row,))
