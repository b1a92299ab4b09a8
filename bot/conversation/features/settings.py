"""Language, place, quiet hours and dose, each changed with one tap or word; what was learned."""

from datetime import time

from bot.application.change_settings import choose_language, choose_quiet, choose_zone
from bot.conversation.buttons import (
    OpenSetting,
    OpenSettings,
    ResetLearned,
    SetLanguage,
    SetQuiet,
    Setting,
    SetZone,
)
from bot.conversation.router import Feature
from bot.conversation.screens.learned_screen import learned_message, reset_message
from bot.conversation.screens.settings_screen import (
    city,
    ease_message,
    elsewhere_message,
    how_to_add,
    language_message,
    quiet_message,
    quiet_text,
    settings_message,
    zones_message,
)
from bot.conversation.turn import Turn
from bot.conversation.zones import zones_named, zones_offered
from bot.domain.clock.hours import NEVER, Hours
from bot.domain.clock.wall_time import distinct, is_zone
from bot.domain.policy.learned import reset
from bot.domain.records.question import AskPlace, AskQuiet
from bot.understanding.facts.consent import Consent, read_consent
from bot.understanding.time.quiet_hours import NO_QUIET, read_quiet_hours


def settings(turn: Turn) -> None:
    """Show all settings."""
    turn.show(settings_message(turn.book, turn.now))


def open_settings(turn: Turn, _press: OpenSettings) -> None:
    """Go back to all settings."""
    turn.book = turn.book.asking(None, turn.now)
    turn.turn_into(settings_message(turn.book, turn.now))


def open_setting(turn: Turn, press: OpenSetting) -> None:
    """Show what can be chosen for one setting."""
    match press.setting:
        case Setting.LANGUAGE:
            turn.turn_into(language_message(turn.book))
        case Setting.PLACE:
            turn.ask(AskPlace())
            turn.turn_into(elsewhere_message(turn.book, turn.now, onboarding=False))
        case Setting.QUIET:
            turn.ask(AskQuiet())
            turn.turn_into(quiet_message(turn.book))
        case Setting.EASE:
            turn.turn_into(ease_message(turn.book, onboarding=False))
        case Setting.LEARNED:
            turn.turn_into(learned_message(turn.book, turn.now))


def reset_learned(turn: Turn, _press: ResetLearned) -> None:
    """Learn anew from now on."""
    turn.book = reset(turn.book, turn.now)
    turn.turn_into(reset_message(turn.book))


def set_language(turn: Turn, press: SetLanguage) -> None:
    """Speak another language from now on."""
    turn.book = choose_language(turn.book, press.language)
    turn.turn_into(settings_message(turn.book, turn.now))


def set_zone(turn: Turn, press: SetZone) -> None:
    """Take a zone from a button."""
    if not is_zone(press.zone):
        turn.toast("stale.press")
        return
    turn.strip(turn.pressed_on)
    _take_zone(turn, press.zone, onboarding=bool(press.onboarding))


def take_place(turn: Turn, topic: AskPlace) -> None:
    """Take a typed city or country; one of several zones is asked about with the time there.

    While it is still the question whether the time is right, "yes" and "no" answer it too.
    """
    if topic.onboarding and (consent := read_consent(turn.text)):
        _take_consent(turn, consent)
        return
    zones = distinct(zones_named(turn, turn.text), turn.now)
    if not zones:
        turn.say("zone.unknown", place=turn.text)
    elif len(zones) == 1:
        _take_zone(turn, zones[0], onboarding=topic.onboarding)
    else:
        lead = turn.texts("zone.several")
        shown = zones_offered(turn, zones)
        turn.show(zones_message(turn.book, turn.now, shown, lead, onboarding=topic.onboarding))


def _take_consent(turn: Turn, consent: Consent) -> None:
    if consent is Consent.YES:
        turn.book = turn.book.asking(None, turn.now)
        turn.show(how_to_add(turn.book))
    else:
        turn.show(elsewhere_message(turn.book, turn.now, onboarding=True))


def set_quiet(turn: Turn, press: SetQuiet) -> None:
    """Take quiet hours from a button."""
    try:
        start, end = (time(int(part[:2]), int(part[2:])) for part in (press.start, press.end))
    except ValueError:
        turn.toast("stale.press")
        return
    turn.book = choose_quiet(turn.book, Hours(start, end))
    turn.turn_into(settings_message(turn.book, turn.now))


def take_quiet(turn: Turn, _topic: AskQuiet) -> None:
    """Take typed quiet hours."""
    hours = read_quiet_hours(turn.text)
    if hours is None:
        turn.say("settings.quiet-unknown", text=turn.text)
        return
    quiet = NEVER if hours is NO_QUIET else Hours(*hours)
    turn.book = choose_quiet(turn.book, quiet)
    turn.say("settings.quiet-set", hours=quiet_text(turn.texts, quiet))


def _take_zone(turn: Turn, zone: str, *, onboarding: bool) -> None:
    turn.book = choose_zone(turn.book, zone)
    turn.say("zone.set", city=city(zone, turn.texts), time=turn.wall)
    if onboarding:
        turn.show(how_to_add(turn.book))


FEATURE = Feature(
    commands={"settings": settings},
    presses={
        OpenSettings: open_settings,
        OpenSetting: open_setting,
        ResetLearned: reset_learned,
        SetLanguage: set_language,
        SetZone: set_zone,
        SetQuiet: set_quiet,
    },
    topics={AskPlace: take_place, AskQuiet: take_quiet},
)
