"""What Hei has learned about the user, in plain words."""

from collections.abc import Iterable
from datetime import datetime

from bot.conversation.buttons.settings_buttons import OpenSettings, ResetLearned
from bot.conversation.effects import Key, Message, Rows
from bot.conversation.screens.why_screen import SLOTS
from bot.conversation.texts import Texts
from bot.domain import parameters as p
from bot.domain.availability.learned_slots import Arm, is_liked
from bot.domain.clock.wall_time import local_date
from bot.domain.policy.learned import Learned, learned
from bot.domain.records.book import Book
from bot.domain.records.contact import Standing
from bot.domain.records.dose import Dose

NAMED = 8
"""How many contacts are named at the most."""


def learned_message(book: Book, now: datetime) -> Message:
    """Return all that was learned, and how to have it reset."""
    texts, known = Texts(book.profile.language), learned(book, now)
    lines = [texts("learned.title"), texts("learned.from")]
    if known.since:
        since, today = (local_date(at, book.profile.zone) for at in (known.since, now))
        lines.append(texts("learned.since", day=texts.day(since, today)))
    lines += [_hours(texts, book, known, now), *_costs(texts, book, known), _dose(texts, book.dose)]
    return Message("\n".join(lines), ((_reset(texts),), *back_row(texts)))


def reset_message(book: Book) -> Message:
    """Return the word after a reset."""
    texts = Texts(book.profile.language)
    return Message(texts("learned.reset"), back_row(texts))


def back_row(texts: Texts) -> Rows:
    """Return the button that leads back to the settings."""
    return ((Key(texts.label("button.back"), OpenSettings()),),)


def _reset(texts: Texts) -> Key:
    return Key(texts.label("button.reset"), ResetLearned())


def _hours(texts: Texts, book: Book, known: Learned, now: datetime) -> str:
    today = local_date(now, book.profile.zone)
    liked = [_slot(texts, arm) for arm in sorted(known.hours) if is_liked(book, arm, today)]
    return texts("learned.hours", slots=", ".join(liked)) if liked else texts("learned.no-hours")


def _slot(texts: Texts, arm: Arm) -> str:
    slot = SLOTS[arm.slot]
    return texts.label(f"slot.weekend-{slot}" if arm.weekend else f"slot.weekday-{slot}")


def _costs(texts: Texts, book: Book, known: Learned) -> list[str]:
    """Return with whom it was light and with whom it took more; of those let go nothing is said."""
    costs = {
        key: cost
        for key, cost in known.costs.items()
        if key in book.contacts and book.contacts[key].standing is Standing.KEPT
    }
    light = _names(book, (key for key, cost in costs.items() if cost < p.LIGHT_COST))
    heavy = _names(book, (key for key, cost in costs.items() if cost > p.LIGHT_COST))
    lines = [texts("learned.light", names=light)] if light else []
    lines += [texts("learned.heavy", names=heavy)] if heavy else []
    return lines or [texts("learned.no-costs")]


def _names(book: Book, keys: Iterable[int]) -> str:
    names = sorted(book.contacts[key].name for key in keys)
    more = [] if len(names) <= NAMED else ["…"]
    return ", ".join((*names[:NAMED], *more))


def _dose(texts: Texts, dose: Dose) -> str:
    if dose.share < 1:
        return texts("learned.too-much")
    return texts("learned.rarer" if dose.scale < 1 else "learned.as-chosen")
