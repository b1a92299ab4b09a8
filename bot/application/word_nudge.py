"""Put a nudge into words: the first draft, and another one when asked."""

from dataclasses import replace
from datetime import datetime

from bot.domain import parameters as p
from bot.domain.book import Book
from bot.domain.clock import due_at, gap_ratio
from bot.domain.contact import Contact
from bot.domain.nudge import Nudge, Origin, Planned
from bot.drafts.compose import compose, next_kind
from bot.drafts.draft import Draft, DraftKind


def plan_nudge(
    book: Book, contact: Contact, origin: Origin, now: datetime, returns: Nudge | None = None
) -> tuple[Book, Nudge]:
    """Return the Book with a planned nudge, and the nudge.

    Args:
        book: the user's Book.
        contact: whom it is about.
        origin: whose idea it is.
        now: when it is decided.
        returns: a snoozed nudge that comes back as it was; None words a new one, *just hi* first.
    """
    nudge_id = book.next_id()
    if returns:
        text, kind = returns.draft, returns.kind
    else:
        draft = _compose(book, contact, None, nudge_id)
        text, kind = draft.text, draft.kind.value
    nudge = Nudge(nudge_id, contact.id, origin, (text,), kind, Planned(now))
    return book.with_nudge(nudge), nudge


def reword(book: Book, nudge: Nudge, now: datetime) -> tuple[Book, Nudge]:
    """Return the Book with another draft for a nudge, of the next fitting type.

    After a gap of over four cadences no question is asked (DRAFTS R3).
    """
    contact = book.contacts[nudge.contact_id]
    language = contact.language or book.profile.language
    kind = next_kind(DraftKind(nudge.kind), _notes(contact), language, contact.name)
    long_gone = gap_ratio(contact, due_at(book, contact), now) > p.LONG_GAP
    if kind is DraftKind.ONE_QUESTION and long_gone:
        kind = DraftKind.JUST_HI
    draft = _compose(book, contact, kind, nudge.id + len(nudge.drafts))
    worded = nudge.reworded(draft.text, draft.kind.value)
    return book.with_nudge(worded), worded


def word_anew(book: Book, nudge: Nudge) -> Nudge:
    """Return a nudge that nobody has seen yet in other words of the same type."""
    contact = book.contacts[nudge.contact_id]
    draft = _compose(book, contact, DraftKind(nudge.kind), nudge.id)
    return replace(nudge, drafts=(draft.text,), kind=draft.kind.value)


def _compose(book: Book, contact: Contact, kind: DraftKind | None, seed: int) -> Draft:
    return compose(
        language=contact.language or book.profile.language,
        name=contact.name,
        notes=_notes(contact),
        used=book.drafts_for(contact.id),
        kind=kind,
        seed=seed,
    )


def _notes(contact: Contact) -> list[str]:
    return [note.text for note in reversed(contact.notes)]
