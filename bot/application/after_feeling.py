"""How a contact left the user: one optional tap, about that moment (MISSION M20)."""

from dataclasses import replace

from bot.domain.records.book import Book
from bot.domain.records.nudge import Nudge
from bot.domain.records.outcome import Feeling, OutcomeKind


def feel(book: Book, nudge: Nudge, feeling: Feeling) -> Book:
    """Return the Book in which the contact told for a nudge has a feeling.

    Another tap replaces the first. Where no contact is told for the nudge, nothing changes.
    """
    for item in book.outcomes.values():
        if item.nudge_id == nudge.id and item.kind is OutcomeKind.DONE:
            return feel_after(book, item.id, feeling)
    return book


def feel_after(book: Book, outcome_id: int, feeling: Feeling) -> Book:
    """Return the Book in which one contact has a feeling; one that is gone changes nothing."""
    item = book.outcomes.get(outcome_id)
    if item is None or item.kind is not OutcomeKind.DONE or item.feeling is feeling:
        return book
    return book.with_outcome(replace(item, feeling=feeling))
