"""When a hello suits a contact, and where they are: on the card, to choose from, as told back."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.conversation.buttons.person_buttons import (
    ClearTimes,
    LeaveHome,
    SetHome,
    SetPreset,
    SetTie,
    ShowPerson,
)
from bot.conversation.effects import Key, Message
from bot.conversation.screens.layout import in_rows, marked
from bot.conversation.screens.settings_screen import nearby_zones
from bot.conversation.texts import Texts, capital
from bot.domain.availability.contact_hours import zone_of
from bot.domain.availability.unknown_zones import is_zone_unknown
from bot.domain.clock.wall_time import distinct, to_wall
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact
from bot.domain.records.contact_times import WEEK, OwnDay, Preset, Tie

SETS = {WEEK: "every", WEEK[:5]: "weekdays", WEEK[5:]: "weekends"}
"""Days that have a name together."""
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def times_lines(texts: Texts, contact: Contact) -> list[str]:
    """Return what was told of a contact's hours, one line each; none if nothing was."""
    times, lines = contact.times, []
    if times.presets:
        named = ", ".join(texts.label(f"preset.{one}").lower() for one in times.presets)
        lines.append(texts("suits.presets", presets=named))
    lines += _day_lines(texts, times.days)
    return [*lines, texts(f"suits.tie-{times.tie}")] if times.tie else lines


def home_lines(texts: Texts, book: Book, contact: Contact, now: datetime) -> list[str]:
    """Return the line with a contact's time and city, where clocks differ from the user's.

    Where nobody knows what time it is there, that is said.
    """
    if is_zone_unknown(contact):
        return [texts("home.not-known", name=contact.name)]
    zone = zone_of(contact, book.profile.zone)
    if len(distinct((book.profile.zone, zone), now)) == 1:
        return []
    time, place = to_wall(now, zone), texts.city(zone)
    return [texts("card.home", name=contact.name, time=time, city=place)]


def times_text(texts: Texts, contact: Contact) -> str:
    """Return all that was told of a contact's hours, under a heading."""
    lines = times_lines(texts, contact)
    if not lines:
        return texts("suits.usual", name=contact.name)
    return "\n".join((texts("suits.known", name=contact.name), *lines))


def when_message(book: Book, contact: Contact, lead: str) -> Message:
    """Return what was told and what does not suit as buttons, the present ones marked.

    ``lead`` asks, as HTML. A button carries what shall hold, so that a second tap changes nothing.
    """
    texts, key = Texts(book.profile.language), contact.id
    told, tie = contact.times.presets, contact.times.tie
    keys = [
        Key(
            marked(texts, texts.label(f"preset.{one}"), on=one in told),
            SetPreset(key, one, int(one not in told)),
        )
        for one in Preset
    ]
    keys.append(Key(texts.label("button.any-time"), ClearTimes(key)))
    ties = tuple(
        Key(
            marked(texts, texts.label(f"tie.{one}"), on=one is tie),
            SetTie(key, one, int(one is not tie)),
        )
        for one in Tie
    )
    back = (Key(texts.label("button.back"), ShowPerson(key)),)
    known = "\n".join(times_lines(texts, contact))
    text = f"{known}\n\n{lead}" if known else lead
    return Message(text, (*in_rows(keys), ties, back))


def home_message(
    book: Book, contact: Contact, now: datetime, lead: str, zones: Sequence[str] = ()
) -> Message:
    """Return zones for a contact, each with its city and the time there; ``lead`` asks, as HTML.

    Without any, some well-known ones are offered whose clocks show other times than the user's.
    """
    texts, here = Texts(book.profile.language), book.profile.zone
    keys = [
        Key(f"{to_wall(now, zone):%H:%M} · {texts.city(zone)}", SetHome(contact.id, zone))
        for zone in zones or nearby_zones(here, now)
    ]
    same = Key(texts.label("button.same-zone"), SetHome(contact.id, ""))
    back = Key(texts.label("button.back"), ShowPerson(contact.id))
    if not is_zone_unknown(contact):
        return Message(lead, (*in_rows(keys), (same, back)))
    unknown = Key(texts.label("button.home-unknown"), LeaveHome(contact.id))
    return Message(lead, (*in_rows(keys), (same, unknown), (back,)))


def _day_lines(texts: Texts, days: Sequence[OwnDay]) -> Iterator[str]:
    """Yield what holds on days, those together on which the same does."""
    rules: dict[tuple[str, str], list[int]] = {}
    for day in days:
        for rule in _rules(day):
            rules.setdefault(rule, []).append(day.weekday)
    for (text_id, shown), weekdays in sorted(rules.items(), key=lambda rule: rule[1]):
        yield texts(text_id, days=capital(_days(texts, tuple(weekdays))), hours=shown)


def _rules(day: OwnDay) -> Iterator[tuple[str, str]]:
    """Yield what holds on a day; a bound that cuts nothing is left out."""
    if day.is_off:
        yield "suits.off", ""
        return
    if day.only:
        yield "suits.only", str(day.only)
    for text_id, bound in (
        ("suits.not-before", day.not_before),
        ("suits.not-after", day.not_after),
    ):
        if bound and (day.only is None or bound in day.only):
            yield text_id, f"{bound:%H:%M}"
    if day.busy:
        yield "suits.busy", str(day.busy)


def _days(texts: Texts, days: tuple[int, ...]) -> str:
    if days in SETS:
        return texts.label(f"days.{SETS[days]}")
    return ", ".join(texts.label(f"days.{NAMES[day]}") for day in days)
