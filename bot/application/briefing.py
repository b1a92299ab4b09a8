"""What a draft for a contact is to be, out of all that a Book knows of the two."""

from datetime import datetime

from bot.domain import parameters as p
from bot.domain.availability.contact_hours import zone_of
from bot.domain.clock.wall_time import local_date
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact, Note, ReasonTag
from bot.domain.records.voice import Voice, lines_for
from bot.drafts.address import names_of
from bot.drafts.bank import Closeness
from bot.drafts.brief import Brief
from bot.drafts.kinds import DraftKind
from bot.drafts.notes.matters import is_hard
from bot.drafts.notes.noted import Noted, noted_in
from bot.drafts.seasons import seasons_on
from bot.languages import Language

CLOSE_REASONS = frozenset({ReasonTag.JOY, ReasonTag.CARE, ReasonTag.HISTORY})
CLOSE_DAYS = 31
"""Days at most between hellos to somebody who is taken to be close, where no reason is told."""


def brief_for(book: Book, contact: Contact, kind: DraftKind, now: datetime) -> Brief:
    """Return what a draft of a kind to a contact is to be, as of an instant; nothing typed."""
    zone = zone_of(contact, book.profile.zone)
    return Brief(
        kind=kind,
        language=language_for(book, contact),
        name=contact.name,
        noted=noted_for(book, contact, now),
        used=book.drafts_for(contact.id),
        others=_offered_to_others(book, contact, now),
        nickname=contact.nickname,
        voice=voice_for(book, contact),
        is_short=contact.heard.is_short,
        own=lines_for(book.profile.own_lines, contact.id),
        closeness=closeness_of(contact),
        seasons=seasons_on(local_date(now, zone), zone),
        is_hard=hard_note_for(book, contact, now) is not None,
    )


def language_for(book: Book, contact: Contact) -> Language:
    """Return the language of the drafts to a contact: their own, else the user's."""
    return contact.language or book.profile.language


def voice_for(book: Book, contact: Contact) -> Voice:
    """Return how the user writes to a contact: as chosen for them, as heard, as chosen for all."""
    return contact.voice.over(contact.heard.voice).over(book.profile.voice)


def noted_for(book: Book, contact: Contact, now: datetime) -> list[Noted]:
    """Return what is understood of the notes about a contact, newest first."""
    names = names_of(contact.name, contact.nickname)
    today = local_date(now, zone_of(contact, book.profile.zone))
    return list(noted_in(contact.notes[::-1], language_for(book, contact), names, today))


def hard_note_for(book: Book, contact: Contact, now: datetime) -> Note | None:
    """Return the newest note on something hard of the last three months; None when there is none.

    It keeps playful drafts and questions away, also when newer notes stand after it.
    """
    language = language_for(book, contact)
    lately = (one for one in contact.notes[::-1] if now - one.written_at < p.HARD_FOR)
    return next((note for note in lately if is_hard(note.text, language)), None)


def mentionable_note(book: Book, contact: Contact) -> Note | None:
    """Return the newest note that can stand beside a cheerful draft; None when there is none."""
    language = language_for(book, contact)
    return next((note for note in contact.notes[::-1] if not is_hard(note.text, language)), None)


def closeness_of(contact: Contact) -> frozenset[Closeness]:
    """Return to whom a text may be said that is said to a contact."""
    if contact.reason is ReasonTag.WORK:
        return frozenset({Closeness.WORK})
    is_often = contact.reason is None and contact.cadence.approximate_days <= CLOSE_DAYS
    if contact.reason in CLOSE_REASONS or is_often:
        return frozenset({Closeness.NEAR, Closeness.ANY})
    return frozenset({Closeness.ANY})


def _offered_to_others(book: Book, contact: Contact, now: datetime) -> list[tuple[str, str]]:
    """Return whose drafts of 90 days a new one must not be like (R26 of docs/drafts.md)."""
    return [
        (_all_names(book.contacts[nudge.contact_id]), text)
        for nudge in book.nudges.values()
        if nudge.contact_id != contact.id and nudge.sent_at and now - nudge.sent_at < p.UNLIKE_FOR
        for text in nudge.drafts
    ]


def _all_names(contact: Contact) -> str:
    return f"{contact.name} {contact.nickname or ''}"
