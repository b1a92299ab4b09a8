"""The user's own settings: language, place, quiet hours, dose, rest; and the first hello."""

from dataclasses import replace
from datetime import datetime
from operator import attrgetter

from bot.application.undoing import keep_through_undo, remember
from bot.domain.clock.hours import Hours
from bot.domain.clock.wall_time import local_date
from bot.domain.records.book import Book
from bot.domain.records.change import ChangeKind
from bot.domain.records.dose import Ease
from bot.domain.records.profile import Energy, EnergyToday, Profile, Rest
from bot.languages import Language


def welcome(book: Book, language: Language, zone: str, quiet: Hours, now: datetime) -> Book:
    """Return the Book of a user who wrote for the first time; later it changes nothing.

    Its ids begin behind all that a Book forgotten before may have given out: the buttons of that
    one are still in the chat.
    """
    if book.profile.started_at:
        return book
    profile = Profile(language, zone, quiet, started_at=now)
    return replace(book, profile=profile, serial=max(book.serial, int(now.timestamp() * 1000)))


def hear(book: Book) -> Book:
    """Return the Book after any word from the user: reachable, and no pause after silence."""
    profile, dose = book.profile, book.dose
    if profile.unreachable:
        profile = replace(profile, unreachable=False)
    return replace(book, profile=profile, dose=dose if dose == dose.heard() else dose.heard())


def choose_ease(book: Book, ease: Ease, now: datetime) -> Book:
    """Return the Book with another dose."""
    return remember(book, replace(book, dose=book.dose.choose(ease, now)), ChangeKind.EASE)


def choose_less(book: Book, now: datetime) -> Book:
    """Return the Book with half the dose, until another is chosen: it was too much."""
    return remember(book, replace(book, dose=book.dose.less(now)), ChangeKind.EASE)


def choose_language(book: Book, language: Language) -> Book:
    """Return the Book with another language of the interface."""
    return _with(book, replace(book.profile, language=language), ChangeKind.LANGUAGE)


def choose_zone(book: Book, zone: str) -> Book:
    """Return the Book with another IANA zone; all that is due follows it (docs/semantics.md, 3)."""
    return _with(book, replace(book.profile, zone=zone), ChangeKind.PLACE)


def choose_quiet(book: Book, quiet: Hours) -> Book:
    """Return the Book with other quiet hours."""
    return _with(book, replace(book.profile, quiet=quiet), ChangeKind.QUIET)


def choose_energy(book: Book, level: Energy, now: datetime) -> Book:
    """Return the Book with the energy of today; it ends with the local day."""
    today = EnergyToday(level, local_date(now, book.profile.zone))
    return keep_through_undo(book, replace(book.profile, energy=today))


def choose_cue(book: Book, cue: str) -> Book:
    """Return the Book with the user's own if-then plan; an empty one is none."""
    return keep_through_undo(book, replace(book.profile, cue=cue))


def reset_learned(book: Book, now: datetime) -> Book:
    """Return the Book in which hours and after-feelings are learned anew from now on.

    The dose is the user's own word and stays; what silence took from it comes back with taps.
    """
    return keep_through_undo(book, replace(book.profile, learns_since=now))


def explain_edits(book: Book) -> Book:
    """Return the Book whose user knows that edits go unread."""
    return keep_through_undo(book, replace(book.profile, knows_edits=True))


def rest(
    book: Book, until: datetime | None, now: datetime, *, since: datetime | None = None
) -> Book:
    """Return the Book at rest, at once or from an instant on.

    A rest to come takes the place of others to come that it meets; one that begins before the
    present one is over makes that one longer, never shorter.

    Args:
        book: the user's Book.
        until: when it ends; None lasts until the user wakes it.
        now: the current instant.
        since: when it begins; None begins at once.
    """
    said, current = Rest(max(since or now, now), until), book.profile.rest_at(now)
    if said.since == now:
        current = said.after(current)
    elif current and current.holds(said.since):
        current = replace(current, until=(current if current.outlasts(said) else said).until)
    else:
        return _resting(book, current, said, now)
    return _resting(book, current, None, now)


def wake(book: Book, now: datetime) -> Book:
    """Return the Book awake; who was due is spread over three weeks (docs/semantics.md, 5).

    What ends is the present rest; where there is none, the next one to come does not begin.
    """
    current, ahead = book.profile.rest_at(now), book.profile.rests_after(now)
    if current and current.holds(now):
        woken = replace(book.profile, rest=replace(current, until=now), rests_ahead=ahead)
    elif ahead:
        woken = replace(book.profile, rest=current, rests_ahead=ahead[1:])
    else:
        return book
    return _with(book, woken, ChangeKind.WOKEN)


def _resting(book: Book, current: Rest | None, ahead: Rest | None, now: datetime) -> Book:
    """Return the Book with the rest that has begun, and maybe one more to come."""
    newest = ahead or current
    others = [one for one in book.profile.rests_after(now) if not (newest and newest.meets(one))]
    coming = sorted((*others, *([ahead] if ahead else ())), key=attrgetter("since"))
    profile = replace(book.profile, rest=current, rests_ahead=tuple(coming))
    return _with(book, profile, ChangeKind.RESTED)


def _with(book: Book, profile: Profile, kind: ChangeKind) -> Book:
    return remember(book, replace(book, profile=profile, open_question=None), kind)
