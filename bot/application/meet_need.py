"""Leave somebody who is in need in peace, without keeping why."""

from dataclasses import replace
from datetime import datetime

from bot.application.undoing import keep_through_undo
from bot.domain import parameters as p
from bot.domain.records.book import Book
from bot.domain.records.profile import Rest


def pause(book: Book, now: datetime) -> Book:
    """Return the Book at rest for a day; a longer rest stays as it is.

    It is stored as any rest is, and /undo neither names it nor takes it back.
    """
    said, current = Rest(now, now + p.NEED_PAUSE), book.profile.rest_at(now)
    if current and current.outlasts(said):
        return replace(book, open_question=None)
    since = current.since if current and current.holds(now) else now
    profile = replace(book.profile, rest=replace(said, since=since))
    return replace(keep_through_undo(book, profile, ("rest",)), open_question=None)
