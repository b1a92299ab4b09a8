"""A nudge now, because the user asked: no dose and no hours hold it back (SEMANTICS 5)."""

from dataclasses import replace
from datetime import datetime

from bot.application.word_nudge import plan_nudge
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact
from bot.domain.records.nudge import Closing, Nudge, Origin, Wanted


def ask_nudge(
    book: Book, contact: Contact, now: datetime, wanted: Wanted | None = None
) -> tuple[Book, Nudge]:
    """Return the Book with a nudge to bring at once; one that was only planned gives way.

    Args:
        book: the user's Book.
        contact: whom it is about.
        now: when it is asked for.
        wanted: what its draft is to be; None for a hello.
    """
    planned = book.planned_nudge
    if planned:
        book = book.with_nudge(planned.closed(now, Closing.WITHDRAWN))
    return plan_nudge(replace(book, question=None), contact, Origin.ASKED, now, wanted=wanted)
