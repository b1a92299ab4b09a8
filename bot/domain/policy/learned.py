"""What Hei has learned from what the user did, to be shown and to be reset.

Knows where it comes from: taps alone, never a reply. Nothing of it is stored beside the records
it follows from, so that a reset is one instant before which Hei does not look.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.availability.learned_slots import Arm, Belief, beliefs
from bot.domain.clock.wall_time import local_date
from bot.domain.records.book import Book
from bot.domain.records.history import history


@dataclass(frozen=True, slots=True)
class Learned:
    """All that was learned.

    Args:
        since: what was before is not learned from; None: nothing was reset yet.
        hours: how often nudges are taken up in each slot that holds good hours.
        costs: how heavy contact was, from 0 to 1, by contact id; only where something was said.
        scale: what is left of the chosen dose after nudges that met silence.
        share: what is left of it after "too much?".
    """

    since: datetime | None
    hours: Mapping[Arm, Belief]
    costs: Mapping[int, float]
    scale: float
    share: float


def learned(book: Book, now: datetime) -> Learned:
    """Return all that Hei has learned about this user."""
    return Learned(
        since=book.profile.learns_since,
        hours=beliefs(book, local_date(now, book.profile.zone)),
        costs=dict(history(book).outcomes.costs),
        scale=book.dose.scale,
        share=book.dose.share,
    )
