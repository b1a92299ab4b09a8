"""From Telegram's updates to what the conversation takes in."""

from dataclasses import replace

from telegram import Chat, MaybeInaccessibleMessage, Message, MessageEntity, Update, User

from bot.conversation.incoming import Incoming, Other, Pressed, Sender, SharedContact, Typed

SERVICE = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "write_access_allowed",
    "connected_website",
    "chat_background_set",
)
"""What Telegram itself writes into a private chat; nobody said it, so nothing answers it."""


def read_update(update: Update) -> Incoming | None:
    """Return what an update says; None for what Hei leaves alone.

    Left alone are groups and channels, service messages, everything without a sender, and what was
    edited in something that has no words.
    """
    if update.callback_query:
        return _pressed(update)
    message = update.message or update.edited_message
    if message is None or message.from_user is None or message.chat.type != Chat.PRIVATE:
        return None
    said = _said(update.update_id, message, _sender(message.from_user))
    return said if update.message else _edited(said, message)


def _edited(said: Incoming | None, message: Message) -> Incoming | None:
    """Return the new words of a message with when it was first sent."""
    return replace(said, first_sent=message.date) if isinstance(said, Typed) else None


def _pressed(update: Update) -> Pressed | None:
    query = update.callback_query
    if query is None or (query.message and query.message.chat.type != Chat.PRIVATE):
        return None
    return Pressed(
        update_id=update.update_id,
        sender=_sender(query.from_user),
        data=query.data or "",
        query_id=query.id,
        message_id=query.message.message_id if query.message else None,
        shown=_shown(query.message),
    )


def _shown(message: MaybeInaccessibleMessage | None) -> str:
    """Return the last text that a message of Hei's offers to copy; "" where there is none."""
    if not isinstance(message, Message):
        return ""
    return next(reversed(message.parse_entities([MessageEntity.PRE]).values()), "")


def _said(update_id: int, message: Message, sender: Sender) -> Incoming | None:
    reply_to = message.reply_to_message.message_id if message.reply_to_message else None
    words = message.text or message.caption
    if words:
        quoted = _own_words(message.reply_to_message, sender)
        return Typed(update_id, sender, words, message.message_id, reply_to, quoted)
    if message.contact:
        shared = message.contact
        name = " ".join(part for part in (shared.first_name, shared.last_name) if part)
        return SharedContact(update_id, sender, name, shared.phone_number)
    if any(getattr(message, kind, None) for kind in SERVICE):
        return None
    return Other(update_id, sender, reply_to)


def _own_words(message: Message | None, sender: Sender) -> str:
    """Return the words of a message, if it is the sender's."""
    if message is None or message.from_user is None or message.from_user.id != sender.id:
        return ""
    return message.text or message.caption or ""


def _sender(user: User) -> Sender:
    return Sender(user.id, user.first_name, user.language_code)
