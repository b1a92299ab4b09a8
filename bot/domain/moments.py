"""The good moments of one person: the one place that the gate asks about hours.

Today these are the user's slots where they meet the habits of the user's country; the hours of a
person's own, in their own zone, come in here. Refuses to know doses, rhythms and snoozes.
"""

from datetime import datetime
from functools import lru_cache

from bot.domain.book import Book
from bot.domain.contact import Contact
from bot.domain.timing import Timing, timing
from bot.domain.windows import next_good, next_good_that


def is_good_for(book: Book, contact: Contact, now: datetime) -> bool:  # noqa: ARG001 - a person's own hours come in here
    """Tell whether an instant is good for a hello to this person, and outside quiet hours."""
    return _next(timing(book), now) == now


def next_good_for(book: Book, contact: Contact, after: datetime) -> datetime | None:  # noqa: ARG001 - the same
    """Return the first good instant at or after the given one; None when there is none.

    It lies in the slot that its day gets; where quiet hours leave none of these, any good hour.
    """
    return _next(timing(book), after)


@lru_cache(maxsize=64)
def _next(timing: Timing, after: datetime) -> datetime | None:
    at = next_good_that(after, timing.zone, timing.quiet, timing.suits)
    return at or next_good(after, timing.zone, timing.quiet)
