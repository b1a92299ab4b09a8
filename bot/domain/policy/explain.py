"""Why somebody comes up, as data: what the choice knew, for the chat to put into words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain import parameters as p
from bot.domain.availability.learned_slots import Arm, arm_at, is_liked
from bot.domain.clock.wall_time import local_date
from bot.domain.policy.agenda import draw_of
from bot.domain.policy.due import due_ratio
from bot.domain.policy.gate import GateVerdict, may_nudge
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact, ReasonTag
from bot.domain.records.history import History, history
from bot.domain.records.profile import Energy

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What speaks for a contact, and against, at one instant.

    Args:
        why: the user's own words on why this contact is in the book; empty when there are none.
        reason: the user's reason in one word.
        cost: how heavy contact has been, from 0 to 1; None when nothing was said of it.
        energy: the user's energy today.
        early: whether this comes before the due day, since the usual gap is known.
        surprise: whether they have not heard for so long that a hello is a surprise.
        arm: the slot that the instant lies in; None outside all of them.
        slot_is_liked: whether hellos in that slot were taken up more often than expected at first.
        others: those who came up in the two weeks before, the newest first.
        verdict: what holds a nudge about them back at this instant.
    """

    why: str
    reason: ReasonTag | None
    cost: float | None
    energy: Energy
    early: bool
    surprise: bool
    arm: Arm | None
    slot_is_liked: bool
    others: tuple[int, ...]
    verdict: GateVerdict


def explain(book: Book, contact: Contact, now: datetime) -> Explanation:
    """Return what decides about a nudge for this contact at an instant.

    Args:
        book: the Book as it is, or as it was when a nudge about them was planned.
        contact: whom it is about.
        now: the instant; for a nudge that went out, when it did.
    """
    past = history(book)
    ratio = due_ratio(book, contact, past, now)
    energy, arm = draw_of(book, now).energy, arm_at(now, book.profile.zone)
    return Explanation(
        why=contact.why,
        reason=contact.reason,
        cost=past.outcomes.costs.get(contact.id),
        energy=energy,
        early=ratio < p.DUE_AT,
        surprise=ratio > p.SURPRISE_AT,
        arm=arm,
        slot_is_liked=arm is not None and is_liked(book, arm, local_date(now, book.profile.zone)),
        others=_others(past, contact.id, now),
        verdict=may_nudge(book, contact, now),
    )


def _others(past: History, contact_id: int, now: datetime) -> tuple[int, ...]:
    lately = now - p.RECENT_HALF_LIFE * DAY
    nudged = [(at, key) for key, at in past.nudges.last_nudge_at.items() if lately <= at < now]
    return tuple(key for _, key in sorted(nudged, reverse=True) if key != contact_id)
