"""How drafts sound: the greeting, sign-off and emoji, the user's own lines, what they sent."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from bot.application.briefing import language_for
from bot.application.undoing import remember
from bot.domain.names import quoted
from bot.domain.records.book import Book
from bot.domain.records.change import ChangeKind
from bot.domain.records.contact import Contact
from bot.domain.records.voice import THEIR_NAME, OwnLine, Voice
from bot.drafts.address import called
from bot.drafts.bank import bank_in
from bot.drafts.wording import heard_in


class VoicePart(StrEnum):
    """What of a voice can be chosen."""

    GREETING = "greeting"
    SIGN_OFF = "sign-off"
    EMOJI = "emoji"


FIELDS: Mapping[VoicePart, str] = {
    VoicePart.GREETING: "greeting",
    VoicePart.SIGN_OFF: "sign_off",
    VoicePart.EMOJI: "emoji",
}
"""The field of a voice that holds each part."""


def set_voice(book: Book, contact: Contact | None, part: VoicePart, value: str | None) -> Book:
    """Return the Book with another part of the voice for a contact, or for all where it is None.

    Args:
        book: the user's Book.
        contact: whose drafts it is for; None for everybody's without a choice of their own.
        part: which part.
        value: what stands there; "" for nothing, None for what comes by itself.
    """
    fields = {FIELDS[part]: value}
    if contact is None:
        profile = replace(book.profile, voice=_with(book.profile.voice, fields))
        return _kept(book, replace(book, profile=profile), ChangeKind.VOICE)
    spoken = replace(contact, voice=_with(contact.voice, fields))
    return _kept(book, book.with_contact(spoken), ChangeKind.VOICE, contact.name)


def part_of(voice: Voice, part: VoicePart) -> str | None:
    """Return one part of a voice."""
    chosen: str | None = getattr(voice, FIELDS[part])
    return chosen


def hear_sent(book: Book, contact: Contact, text: str) -> Book:
    """Return the Book that counted what stands around a text the user says they sent."""
    name = called(contact.name, contact.nickname)
    heard = heard_in(text, bank_in(language_for(book, contact)), name, contact.heard)
    return book.with_contact(replace(contact, heard=heard))


def add_line(book: Book, text: str, contact: Contact | None = None) -> Book:
    """Return the Book with one more line of the user's own, for a contact or for all.

    The contact's name in it becomes a place for a name. A line that is there is not added again.
    """
    contact_id = contact.id if contact else None
    line = OwnLine(book.next_id(), _with_place_for_name(text, contact), contact_id)
    if any((one.text, one.contact_id) == (line.text, contact_id) for one in book.profile.own_lines):
        return replace(book, open_question=None)
    profile = replace(book.profile, own_lines=(*book.profile.own_lines, line))
    changed = replace(book, profile=profile, serial=line.id)
    return _kept(book, changed, ChangeKind.LINE, contact.name if contact else "")


def drop_line(book: Book, line_id: int) -> Book:
    """Return the Book without one line of the user's own."""
    kept = tuple(line for line in book.profile.own_lines if line.id != line_id)
    changed = replace(book, profile=replace(book.profile, own_lines=kept))
    return _kept(book, changed, ChangeKind.LINE_DROPPED)


def _with(voice: Voice, fields: Mapping[str, str | None]) -> Voice:
    return replace(voice, **fields)


def _with_place_for_name(text: str, contact: Contact | None) -> str:
    """Return a line with ``{name}`` where the contact's first name stands in it."""
    if contact is None:
        return text
    name = called(contact.name, contact.nickname) or quoted(contact.name) or ""
    return text.replace(name, THEIR_NAME) if name else text


def _kept(before: Book, after: Book, kind: ChangeKind, about: str = "") -> Book:
    return remember(before, replace(after, open_question=None), kind, about)
