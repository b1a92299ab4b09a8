"""The one line of a nudge about the moment: why now suits the contact, or when it suits better.

Never more than now and one later time. Says of habits only what was told.
"""

from datetime import datetime

from bot.conversation.texts import Html, Texts
from bot.domain.availability.contact_hours import (
    Availability,
    availability_of,
    available_on,
    hours_of,
    is_quiet_holiday,
)
from bot.domain.availability.good_moments import suitability
from bot.domain.availability.unknown_zones import is_zone_unknown
from bot.domain.availability.usual_hours import day_part
from bot.domain.clock.hours import minute_of, spans_of
from bot.domain.clock.wall_time import local_date, to_wall
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact
from bot.domain.records.contact_times import NOTHING_TOLD, Preset

NEAR = 3 * 60
"""Minutes within which a habit has just ended or is about to begin."""


def moment_line(texts: Texts, book: Book, contact: Contact, at: datetime) -> str:
    """Return the line about an instant, as HTML; nothing is claimed of an unknown clock."""
    if is_zone_unknown(contact):
        return texts("home.not-known", name=contact.name)
    availability = availability_of(contact, book.profile.zone)
    if availability is None:
        wall = to_wall(at, book.profile.zone)
        clock = Html(texts("nudge.clock", time=wall.time()))
        return texts(f"nudge.moment.{day_part(wall)}", clock=clock)
    moment = suitability(book, contact, at)
    if moment.is_fine:
        return _fine(texts, book, contact, availability, at)
    wall = to_wall(at, availability.zone)
    line = texts("nudge.not-now", name=contact.name, time=wall.time())
    if moment.better_at is None:
        return line
    return f"{line} {_better(texts, book, availability, at, moment.better_at)}"


def _fine(
    texts: Texts, book: Book, contact: Contact, availability: Availability, at: datetime
) -> str:
    """Return why now is fine: a habit that is over or not begun, else the part of the day."""
    wall = to_wall(at, availability.zone)
    elsewhere = wall != to_wall(at, book.profile.zone)
    named = elsewhere or contact.times != NOTHING_TOLD
    clock_id = "nudge.clock-at" if named else "nudge.clock"
    clock = Html(texts(clock_id, time=wall.time(), name=contact.name))
    over, coming = _over(availability, wall), _coming(availability, wall)
    if over and coming:
        both = {"over": texts(f"over.{over}"), "coming": texts(f"coming.{coming}")}
        return texts("nudge.between", clock=clock, **both)
    if over or coming:
        habit = texts(f"over.{over}") if over else texts(f"coming.{coming}")
        return texts("nudge.habit", clock=clock, habit=habit)
    return texts(f"nudge.moment.{_part(availability, wall)}", clock=clock)


def _part(availability: Availability, wall: datetime) -> str:
    own = availability.times.on(wall.weekday())
    if own and own.only and _is_in(availability, wall):
        return "named"
    return "holiday" if is_quiet_holiday(availability, wall.date()) else day_part(wall)


def _better(
    texts: Texts, book: Book, availability: Availability, at: datetime, better_at: datetime
) -> str:
    """Return the one later time, by the user's own clock; it is said whose where two differ."""
    zone = book.profile.zone
    wall = to_wall(better_at, zone)
    when = texts.ahead(wall.date(), local_date(at, zone))
    differs = wall != to_wall(better_at, availability.zone)
    text_id = "nudge.better-yours" if differs else "nudge.better"
    return texts(text_id, when=when, time=wall.time())


def _is_in(availability: Availability, wall: datetime) -> bool:
    minute = minute_of(wall.time())
    return any(start <= minute < end for start, end in available_on(availability, wall.date()))


def _over(availability: Availability, wall: datetime) -> Preset | None:
    """Return the habit that ended last, if that was not long ago."""
    minute = minute_of(wall.time())
    ended = [(end, one) for _, end, one in _today(availability, wall) if 0 <= minute - end <= NEAR]
    return max(ended)[1] if ended else None


def _coming(availability: Availability, wall: datetime) -> Preset | None:
    """Return the habit that begins next, if that is soon."""
    minute = minute_of(wall.time())
    begins = [
        (start, one) for start, _, one in _today(availability, wall) if 0 < start - minute <= NEAR
    ]
    return min(begins)[1] if begins else None


def _today(availability: Availability, wall: datetime) -> list[tuple[int, int, Preset]]:
    habits = ((one, hours_of(one, availability, wall.date())) for one in availability.times.presets)
    known = ((one, hours) for one, hours in habits if hours)
    return [(start, end, one) for one, hours in known for start, end in spans_of(hours)]
