"""The user's settings, one line each, and what can be chosen."""

from collections.abc import Sequence
from datetime import datetime, time
from zlib import crc32

from bot.conversation.buttons.person_buttons import SetDraftLanguage, StartAdding
from bot.conversation.buttons.settings_buttons import (
    AgreeToModel,
    ChooseEase,
    OpenSetting,
    OpenSettings,
    SetLanguage,
    SetQuiet,
    Setting,
    SetZone,
    ZoneIsRight,
    ZoneIsWrong,
)
from bot.conversation.effects import Key, Message, Rows
from bot.conversation.screens.layout import in_rows, marked
from bot.conversation.screens.rest_lines import rest_lines
from bot.conversation.texts import Texts
from bot.domain.clock.hours import NEVER, Hours
from bot.domain.clock.wall_time import to_wall
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact
from bot.domain.records.dose import Ease
from bot.languages import Language
from bot.languages.data import particulars

QUIET_CHOICES = (
    Hours(time(21), time(8)),
    Hours(time(22), time(7)),
    Hours(time(20), time(9)),
    NEVER,
)
CITIES = (
    "America/Los_Angeles",
    "America/New_York",
    "America/Sao_Paulo",
    "Atlantic/Reykjavik",
    "Europe/London",
    "Europe/Oslo",
    "Europe/Helsinki",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Australia/Sydney",
)
"""Well-known cities around the globe, from west to east."""
NEARBY = 6


def settings_message(book: Book, now: datetime, model: str = "") -> Message:
    """Return all settings, each with a button to change it; ``model`` is the owner's, if any."""
    texts, profile = Texts(book.profile.language), book.profile
    lines = (
        texts("settings.title"),
        texts("settings.language", language=particulars(profile.language).own_name),
        texts("settings.place", city=texts.city(profile.zone), time=to_wall(now, profile.zone)),
        texts("settings.quiet", hours=quiet_text(texts, profile.quiet)),
        texts.count("settings.ease", book.dose.ease),
        *rest_lines(texts, profile, now),
        *((_model_line(texts, book, model),) if model else ()),
    )
    offered = [setting for setting in Setting if model or setting is not Setting.MODEL]
    keys = [Key(texts.label(f"setting.{s.name}"), OpenSetting(s)) for s in offered]
    return Message("\n".join(lines), in_rows(keys))


def language_message(book: Book) -> Message:
    """Return the languages to choose from."""
    texts = Texts(book.profile.language)
    row = tuple(Key(particulars(one).own_name, SetLanguage(one)) for one in Language)
    return Message(texts("settings.which-language"), (row, *_back(texts)))


def draft_language_message(book: Book, contact: Contact, lead: str) -> Message:
    """Return the languages for the drafts to a contact; ``lead`` asks, as HTML."""
    present = contact.language or book.profile.language
    texts = Texts(book.profile.language)
    row = tuple(
        Key(
            marked(texts, particulars(one).own_name, on=one is present),
            SetDraftLanguage(contact.id, one),
        )
        for one in Language
    )
    return Message(lead, (row,))


def quiet_message(book: Book) -> Message:
    """Return usual quiet hours; others can be typed."""
    texts = Texts(book.profile.language)
    keys = [
        Key(quiet_text(texts, hours), SetQuiet(f"{hours.start:%H%M}", f"{hours.end:%H%M}"))
        for hours in QUIET_CHOICES
    ]
    return Message(texts("settings.which-quiet"), (*in_rows(keys), *_back(texts)))


def ease_message(book: Book, *, onboarding: bool) -> Message:
    """Return the question how keeping in touch feels; its answer sets the dose."""
    texts = Texts(book.profile.language)
    rows: Rows = tuple(
        (Key(texts.label(f"ease.{ease.name}"), ChooseEase(ease, int(onboarding))),)
        for ease in sorted(Ease, reverse=True)
    )
    return Message(texts("ease.question"), rows if onboarding else (*rows, *_back(texts)))


def model_message(book: Book, model: str) -> Message:
    """Return what a language model would be sent, and the choice whether it may be."""
    texts = Texts(book.profile.language)
    is_on = book.profile.agreed_model == model
    label, agrees = ("button.model-off", 0) if is_on else ("button.model-on", 1)
    choice = Key(texts.label(label), AgreeToModel(agrees, shown_as(model)))
    lines = (_model_line(texts, book, model), "", texts("settings.model-how"))
    return Message("\n".join(lines), ((choice,), *_back(texts)))


def shown_as(model: str) -> int:
    """Return a number by which a button knows the model that it stands under."""
    return crc32(model.encode())


def time_message(book: Book, now: datetime, lead: str) -> Message:
    """Return the question whether it is this time where the user is."""
    texts = Texts(book.profile.language)
    question = texts("zone.question", time=to_wall(now, book.profile.zone))
    row = (
        Key(texts.label("button.yes"), ZoneIsRight()),
        Key(texts.label("button.no"), ZoneIsWrong()),
    )
    return Message(f"{lead}\n\n{question}", (row,))


def zones_message(
    book: Book, now: datetime, zones: Sequence[str], lead: str, *, onboarding: bool
) -> Message:
    """Return zones to choose from, each with its city and the time there."""
    texts = Texts(book.profile.language)
    keys = [
        Key(f"{to_wall(now, zone):%H:%M} · {texts.city(zone)}", SetZone(zone, int(onboarding)))
        for zone in zones
    ]
    return Message(lead, in_rows(keys) if onboarding else (*in_rows(keys), *_back(texts)))


def elsewhere_message(book: Book, now: datetime, *, onboarding: bool) -> Message:
    """Return the question what time it is, with zones that show other times."""
    zones = nearby_zones(book.profile.zone, now)
    lead = Texts(book.profile.language)("zone.where")
    return zones_message(book, now, zones, lead, onboarding=onboarding)


def how_to_add(book: Book) -> Message:
    """Return how the first contact is added."""
    texts = Texts(book.profile.language)
    return Message(texts("start.add"), ((Key(texts.label("button.add-someone"), StartAdding()),),))


def nearby_zones(zone: str, now: datetime) -> tuple[str, ...]:
    """Return well-known zones that show other times, those nearest to the zone's time first."""
    here = to_wall(now, zone)
    others = (other for other in CITIES if to_wall(now, other) != here)
    nearest = sorted(others, key=lambda other: abs(to_wall(now, other) - here))[:NEARBY]
    return tuple(sorted(nearest, key=lambda other: to_wall(now, other)))


def quiet_text(texts: Texts, hours: Hours) -> str:
    """Return quiet hours as one reads them."""
    return texts.label("quiet.none") if hours.start == hours.end else str(hours)


def _model_line(texts: Texts, book: Book, model: str) -> str:
    is_on = book.profile.agreed_model == model
    return texts("settings.model-on" if is_on else "settings.model-off", model=model)


def _back(texts: Texts) -> Rows:
    return ((Key(texts.label("button.back"), OpenSettings()),),)
