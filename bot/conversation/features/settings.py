"""Language, place, quiet hours and dose, each changed with one tap or word; what was learned."""

from datetime import time

from bot.application.change_settings import (
    choose_language,
    choose_quiet,
    choose_zone,
    reset_learned,
)
from bot.application.vary_draft import agree
from bot.conversation.buttons.settings_buttons import (
    AgreeToModel,
    OpenSetting,
    OpenSettings,
    ResetLearned,
    SetLanguage,
    SetQuiet,
    Setting,
    SetZone,
)
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.learned_screen import learned_message, reset_message
from bot.conversation.screens.settings_screen import (
    ease_message,
    elsewhere_message,
    how_to_add,
    language_message,
    model_message,
    quiet_message,
    quiet_text,
    settings_message,
    shown_as,
    zones_message,
)
from bot.conversation.turn import Turn
from bot.conversation.typed.stored import say_stored
from bot.domain.clock.hours import NEVER, Hours
from bot.domain.clock.wall_time import distinct, is_zone
from bot.domain.records.question import AskPlace, AskQuiet
from bot.understanding.facts.consent import Consent, read_consent
from bot.understanding.facts.places import place_named, zones_offered
from bot.understanding.facts.quiet_hours import NO_QUIET, read_quiet_hours


@router.command("settings", HelpLine.OTHERS)
def settings(turn: Turn) -> None:
    """Show all settings."""
    turn.show(settings_message(turn.book, turn.now, turn.model))


@router.button(OpenSettings)
def open_settings(turn: Turn, _button: OpenSettings) -> None:
    """Go back to all settings."""
    turn.end_question()
    turn.turn_into(settings_message(turn.book, turn.now, turn.model))


@router.button(OpenSetting)
def open_setting(turn: Turn, button: OpenSetting) -> None:
    """Show what can be chosen for one setting."""
    match button.setting:
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
        case Setting.MODEL:
            _show_model(turn)


@router.button(ResetLearned)
def reset_by_button(turn: Turn, _button: ResetLearned) -> None:
    """Learn anew from now on."""
    turn.book = reset_learned(turn.book, turn.now)
    turn.turn_into(reset_message(turn.book))


@router.button(AgreeToModel)
def model_chosen(turn: Turn, button: AgreeToModel) -> None:
    """Let the owner's language model word drafts, or not any more; another one is shown first."""
    if button.shown == shown_as(turn.model):
        turn.book = agree(turn.book, turn.model if button.agrees else "")
    _show_model(turn)


@router.button(SetLanguage)
def language_chosen(turn: Turn, button: SetLanguage) -> None:
    """Speak another language from now on."""
    turn.book = choose_language(turn.book, button.language)
    turn.turn_into(settings_message(turn.book, turn.now, turn.model))


@router.button(SetZone)
def zone_chosen(turn: Turn, button: SetZone) -> None:
    """Take a zone from a button."""
    if not is_zone(button.zone):
        turn.toast("stale.press")
        return
    turn.strip(turn.pressed_on)
    city = turn.texts.city(button.zone)
    _take_zone(turn, button.zone, city, onboarding=bool(button.onboarding))


@router.question(AskPlace)
def take_place(turn: Turn, question: AskPlace) -> None:
    """Take a typed city or country; one of several zones is asked about with the time there.

    While it is still the question whether the time is right, "yes" and "no" answer it too.
    """
    if question.onboarding and (consent := read_consent(turn.text)):
        _take_consent(turn, consent)
        return
    place = place_named(turn.text, turn.texts.language)
    zones = distinct(place.zones, turn.now)
    if not zones:
        turn.say("zone.unknown", place=turn.text)
    elif len(zones) == 1:
        city = place.name or turn.texts.city(zones[0])
        _take_zone(turn, zones[0], city, onboarding=question.onboarding)
    else:
        lead = turn.texts("zone.several")
        shown = zones_offered(zones, turn.now)
        turn.show(zones_message(turn.book, turn.now, shown, lead, onboarding=question.onboarding))


def _take_consent(turn: Turn, consent: Consent) -> None:
    if consent is Consent.YES:
        turn.end_question()
        turn.show(how_to_add(turn.book))
    else:
        turn.show(elsewhere_message(turn.book, turn.now, onboarding=True))


@router.button(SetQuiet)
def quiet_chosen(turn: Turn, button: SetQuiet) -> None:
    """Take quiet hours from a button."""
    try:
        start, end = (time(int(part[:2]), int(part[2:])) for part in (button.start, button.end))
    except ValueError:
        turn.toast("stale.press")
        return
    turn.book = choose_quiet(turn.book, Hours(start, end))
    turn.turn_into(settings_message(turn.book, turn.now, turn.model))


@router.question(AskQuiet)
def take_quiet(turn: Turn, _question: AskQuiet) -> None:
    """Take typed quiet hours."""
    hours = read_quiet_hours(turn.text)
    if hours is None:
        turn.say("settings.quiet-unknown", text=turn.text)
        return
    quiet = NEVER if hours is NO_QUIET else Hours(*hours)
    turn.book = choose_quiet(turn.book, quiet)
    say_stored(turn, "settings.quiet-set", hours=quiet_text(turn.texts, quiet))


def _show_model(turn: Turn) -> None:
    """Show what a language model would be sent; a button of one that is gone says so."""
    if turn.model:
        turn.turn_into(model_message(turn.book, turn.model))
    else:
        turn.toast("stale.press")


def _take_zone(turn: Turn, zone: str, place: str, *, onboarding: bool) -> None:
    turn.book = choose_zone(turn.book, zone)
    say_stored(turn, "zone.set", where=turn.texts.inside(place), time=turn.wall)
    if onboarding:
        turn.show(how_to_add(turn.book))
