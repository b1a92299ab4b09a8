"""Buttons as Telegram draws them: a value in, a keyboard out."""

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.conversation.buttons.packing import pack
from bot.conversation.effects import AnyKey, CopyText, Key, Link, Rows
from bot.telegram.sending.cleaning import cleaned, units

COPY_LIMIT = 256
"""UTF-16 units that a button can copy; over that it is left out, the text itself can be tapped."""


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """Return the keyboard of a message; None when no button is left."""
    keys = [[drawn for key in row if (drawn := _key(key))] for row in rows]
    kept = [row for row in keys if row]
    return InlineKeyboardMarkup(kept) if kept else None


def buttons_only(rows: Rows) -> Rows:
    """Return the rows without what Telegram may refuse: addresses and texts to copy."""
    return tuple(tuple(key for key in row if isinstance(key, Key)) for row in rows)


def _key(key: AnyKey) -> InlineKeyboardButton | None:
    label = cleaned(key.label)
    match key:
        case Key(_, button):
            return InlineKeyboardButton(label, callback_data=pack(button))
        case Link(_, url):
            return InlineKeyboardButton(label, url=cleaned(url))
        case CopyText(_, text):
            return _copying(label, cleaned(text))


def _copying(label: str, text: str) -> InlineKeyboardButton | None:
    if not 0 < units(text) <= COPY_LIMIT:
        return None
    return InlineKeyboardButton(label, copy_text=CopyTextButton(text))
