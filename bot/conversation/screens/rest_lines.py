"""Rests in words: when one begins, when Hei comes back, and what /next and /settings say of it."""

from datetime import datetime

from bot.conversation.texts import Texts
from bot.domain.clock.wall_time import local_date, start_of_day, to_wall
from bot.domain.records.profile import Profile, Rest

Ids = tuple[str, str]
"""A sentence about a rest that has an end, and one about a rest without."""
SAID: Ids = ("rest.span", "rest.span-open")
AHEAD: Ids = ("rest.ahead", "rest.ahead-open")
NOBODY_COMES: Ids = ("next.resting-until", "next.resting")
SET_NOW: Ids = ("settings.resting", "settings.resting-open")
SET_AHEAD: Ids = ("settings.rest-ahead", "settings.rest-ahead-open")


def rest_line(texts: Texts, ids: Ids, rest: Rest, profile: Profile, now: datetime) -> str:
    """Return a sentence about a rest with its begin and its end.

    Args:
        texts: the sentences in the user's language.
        ids: the sentence.
        rest: the rest.
        profile: the user's, whose zone counts.
        now: the current instant.
    """
    begin = begin_text(texts, rest.since, profile.zone, now)
    ended, endless = ids
    if rest.until is None:
        return texts(endless, begin=begin)
    return texts(ended, begin=begin, end=end_text(texts, rest.until, profile.zone, now))


def rest_lines(texts: Texts, profile: Profile, now: datetime) -> tuple[str, ...]:
    """Return for /settings a line for the present rest, and one for each to come."""
    current = profile.rest_at(now)
    present = ((SET_NOW, current),) if current and current.holds(now) else ()
    ahead = ((SET_AHEAD, one) for one in profile.rests_after(now))
    found = (*present, *ahead)
    return tuple(rest_line(texts, ids, rest, profile, now) for ids, rest in found)


def begin_text(texts: Texts, at: datetime, zone: str, now: datetime) -> str:
    """Return an instant as it stands after "from"; with the hour, unless a day begins with it."""
    day, today = local_date(at, zone), local_date(now, zone)
    when = texts.label("ahead.today") if day <= today else texts.by_day(day, today)
    if at == start_of_day(day, zone):
        return when
    return texts.label("ahead.at", when=when, time=to_wall(at, zone).time())


def end_text(texts: Texts, at: datetime, zone: str, now: datetime) -> str:
    """Return when Hei comes back, as one says it; with the hour if it is today or tomorrow."""
    day, today = local_date(at, zone), local_date(now, zone)
    when = texts.ahead(day, today)
    if (day - today).days > 1 or at == start_of_day(day, zone):
        return when
    return texts.label("ahead.at", when=when, time=to_wall(at, zone).time())
