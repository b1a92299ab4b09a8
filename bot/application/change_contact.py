"""Change what is known about a contact: notes, cadence, why, name, standing; or forget them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.application.undoing import remember
from bot.application.write_nudge import word_anew
from bot.domain.clock.cadence import Cadence
from bot.domain.records.book import Book
from bot.domain.records.change import ChangeKind
from bot.domain.records.channels import Channel
from bot.domain.records.contact import Address, Ahead, Contact, Note, ReasonTag, Standing
from bot.domain.records.contact_times import TimesTold, hearing
from bot.domain.records.nudge import Closing
from bot.languages import Language


def add_note(
    book: Book, contact: Contact, text: str, now: datetime, ahead: Ahead | None = None
) -> Book:
    """Return the Book with one more note about a contact; none is dropped.

    One that is there already, but for case and spaces, is not added again. ``ahead`` is what the
    note tells of a day to come.
    """
    if has_note(contact, text):
        return replace(book, open_question=None)
    return _kept(book, contact.noted(Note(book.next_id(), text, now, ahead)), ChangeKind.NOTED)


def has_note(contact: Contact, text: str) -> bool:
    """Tell whether a contact has a note of the same words, case and spaces aside."""
    return any(_alike(note.text) == _alike(text) for note in contact.notes)


def drop_note(book: Book, contact: Contact, note_id: int) -> Book:
    """Return the Book without one note."""
    return _kept(book, contact.without_note(note_id), ChangeKind.NOTE_DROPPED)


def set_cadence(book: Book, contact: Contact, cadence: Cadence) -> Book:
    """Return the Book with another cadence for a contact."""
    return _kept(book, replace(contact, cadence=cadence), ChangeKind.PACED)


def set_why(book: Book, contact: Contact, why: str) -> Book:
    """Return the Book with another why for a contact; an empty one is none."""
    return _kept(book, replace(contact, why=why), ChangeKind.EXPLAINED)


def set_reason(book: Book, contact: Contact, reason: ReasonTag | None) -> Book:
    """Return the Book with another reason, in one word, for a contact."""
    return _kept(book, replace(contact, reason=reason), ChangeKind.EXPLAINED)


def rename(book: Book, contact: Contact, name: str) -> Book:
    """Return the Book with another name for a contact.

    A snoozed nudge comes back in new words, and one that is planned gets them at once: those it
    had may call them by the old name.
    """
    return _in_new_words(book, replace(contact, name=name), ChangeKind.RENAMED)


def set_nickname(book: Book, contact: Contact, nickname: str) -> Book:
    """Return the Book in which drafts call a contact otherwise; an empty nickname is no name.

    Like a new name it holds for every wording that is still to be shown.
    """
    return _in_new_words(book, replace(contact, nickname=nickname), ChangeKind.NICKNAMED)


def set_language(book: Book, contact: Contact, language: Language) -> Book:
    """Return the Book with another language for the drafts to a contact.

    Like a new name it holds for every wording that is still to be shown.
    """
    return _in_new_words(book, replace(contact, language=language), ChangeKind.DRAFT_LANGUAGE)


def set_channel(
    book: Book, contact: Contact, channel: Channel | None, address: Address | None = None
) -> Book:
    """Return the Book with another channel for a contact, and what is new of their address."""
    known = contact.address.updated(address) if address else contact.address
    return _kept(book, replace(contact, channel=channel, address=known), ChangeKind.CHANNEL)


def set_times(book: Book, contact: Contact, said: Sequence[TimesTold]) -> Book:
    """Return the Book that knows more of when a hello suits a contact."""
    times = hearing(contact.times, said)
    return _kept(book, replace(contact, times=times), ChangeKind.TIMES)


def set_zone(book: Book, contact: Contact, zone: str | None) -> Book:
    """Return the Book with an IANA zone for a contact; None takes the phone's or the user's."""
    times = replace(contact.times, zone=zone)
    return _kept(book, replace(contact, times=times), ChangeKind.ZONE)


def having_asked_zone(book: Book, contact: Contact, now: datetime) -> Book:
    """Return the Book that knows that it was asked what time it is at a contact's."""
    asked = replace(contact.asked, zone_at=now)
    return book.with_contact(replace(contact, asked=asked))


def let_go(book: Book, contact: Contact, now: datetime) -> Book:
    """Return the Book in which a contact is silent everywhere, until brought back."""
    return _silenced(book, contact, Standing.LET_GO, ChangeKind.LET_GO, now)


def leave_alone(book: Book, contact: Contact, now: datetime) -> Book:
    """Return the Book in which a contact is silent, and a hello to them takes a second tap."""
    return _silenced(book, contact, Standing.LEFT_ALONE, ChangeKind.LEFT_ALONE, now)


def remember_dead(book: Book, contact: Contact, now: datetime) -> Book:
    """Return the Book in which a contact who died stays, and is never brought up."""
    return _silenced(book, contact, Standing.DECEASED, ChangeKind.DIED, now)


def bring_back(book: Book, contact: Contact) -> Book:
    """Return the Book in which a contact may come up again."""
    return _kept(book, replace(contact, standing=Standing.KEPT), ChangeKind.BROUGHT_BACK)


def forget_contact(book: Book, contact: Contact) -> Book:
    """Return the Book as if this contact had never been in it; /undo does not bring them back."""
    return book.without_contact(contact.id)


def _alike(text: str) -> str:
    return " ".join(text.casefold().split())


def _kept(book: Book, contact: Contact, kind: ChangeKind) -> Book:
    changed = replace(book.with_contact(contact), open_question=None)
    return remember(book, changed, kind, contact.name)


def _in_new_words(book: Book, contact: Contact, kind: ChangeKind) -> Book:
    """Return the Book in which what nobody has seen yet is worded anew."""
    hold = replace(contact.hold, nudge_id=None) if contact.hold else None
    changed = book.with_contact(replace(contact, hold=hold))
    planned = book.planned_nudge
    if planned and planned.contact_id == contact.id:
        changed = changed.with_nudge(word_anew(changed, planned))
    named = book.contacts[contact.id].name
    return remember(book, replace(changed, open_question=None), kind, named)


def _silenced(
    book: Book, contact: Contact, standing: Standing, kind: ChangeKind, now: datetime
) -> Book:
    silenced = replace(contact, standing=standing, hold=None)
    changed = replace(book.with_contact(silenced), open_question=None)
    for nudge in book.nudges_about(contact.id):
        if nudge.is_open or nudge.is_planned:
            changed = changed.with_nudge(nudge.closed(now, Closing.WITHDRAWN))
    return remember(book, changed, kind, contact.name)
