"""/zone: where a contact is; a typed city or country, or one of several zones tapped."""

from dataclasses import dataclass, replace

from bot.application.change_contact import having_asked_zone, set_zone
from bot.conversation.buttons.person_buttons import LeaveHome, SetHome
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.availability_screen import home_message
from bot.conversation.turn import Turn
from bot.conversation.typed.fact import Fact
from bot.conversation.typed.stored import say_stored
from bot.conversation.typed.time_there import (
    ask_of_newcomers,
    clocks_there,
    show_times_there,
)
from bot.conversation.typed.which import part_name, split_name
from bot.domain.availability.contact_hours import zone_of
from bot.domain.availability.unknown_zones import is_zone_unknown
from bot.domain.clock.wall_time import distinct, is_zone, to_wall
from bot.domain.names import clean_text, find
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskZone
from bot.understanding.facts.availability import is_here
from bot.understanding.facts.clocks_there import read_clock, says_unknown, zones_showing
from bot.understanding.facts.places import place_named, zones_named, zones_offered


@dataclass(frozen=True, slots=True)
class Home:
    """Where a contact is, as told.

    Attributes:
        zone: an IANA name; empty for the user's own.
        place: what was typed, in its proper spelling; empty when only the zone is known.
        is_clock: whether it is the clock of that zone that was told, and no place.
    """

    zone: str
    place: str = ""
    is_clock: bool = False


HERE = Home("")
NOBODY_KNOWS = Home("", is_clock=True)
"""An answer too: the clock stays unknown."""


def _part(turn: Turn, text: str) -> tuple[str, str]:
    """Part a name from a place; "Victoria Canada" is a contact, where the Book knows her."""
    clean = clean_text(text, len(text))
    name, said = split_name(turn, clean)
    is_told = said and _is_place(turn, said) and find(turn.book.names(), name)
    return part_name(turn, clean, "" if _is_place(turn, clean) and not is_told else None)


def _is_place(turn: Turn, text: str) -> bool:
    return bool(text) and (is_here(text) or bool(zones_named(text, turn.texts.language)))


def _read(turn: Turn, contact: Contact, said: str) -> Home | None:
    """Return the one place that is named or whose clock is, ``HERE`` or ``NOBODY_KNOWS``."""
    text = clean_text(said, len(said))
    if is_here(text):
        return HERE
    if says_unknown(text):
        return NOBODY_KNOWS
    place = place_named(text, turn.texts.language)
    zones = distinct(place.zones, turn.now)
    if zones:
        return Home(zones[0], place.name) if len(zones) == 1 else None
    clocks = _showing(turn, contact, text)
    return Home(clocks[0], is_clock=True) if len(clocks) == 1 else None


def _showing(turn: Turn, contact: Contact, text: str) -> tuple[str, ...]:
    """Return the zones of a contact's country whose clocks may show a typed time now."""
    clock = read_clock(text, turn.wall)
    return zones_showing(clock, clocks_there(turn, contact), turn.now) if clock else ()


def _keep(turn: Turn, contact: Contact, told: Home) -> None:
    """Keep a zone, or that nobody knows it; then go on with those added together."""
    if told is NOBODY_KNOWS:
        _leave(turn, contact)
    else:
        kept = told.zone or _own_if_told(turn, contact)
        turn.book = set_zone(turn.book, contact, kept)
        _say(turn, contact, told)
    ask_of_newcomers(turn, contact.added_at)


def _own_if_told(turn: Turn, contact: Contact) -> str | None:
    """Return the user's own zone where a phone number says another, or not which."""
    here = turn.book.profile.zone
    untold = replace(contact, times=replace(contact.times, zone=None))
    return here if is_zone_unknown(untold) or zone_of(untold, here) != here else None


def _leave(turn: Turn, contact: Contact) -> None:
    """Keep that nobody knows what time it is there; the question is not raised again."""
    if contact.address.country is None:
        turn.end_question()
        turn.say("cancel.unchanged")
        return
    turn.book = having_asked_zone(turn.book, contact, turn.now)
    turn.book = set_zone(turn.book, turn.book.contacts[contact.id], None)
    left = turn.book.contacts[contact.id]
    if is_zone_unknown(left):
        say_stored(turn, "home.left-unknown", name=contact.name)
    else:
        _say(turn, contact, Home(zone_of(left, turn.book.profile.zone), is_clock=True))


def _say(turn: Turn, contact: Contact, told: Home) -> None:
    """Say what time it is there; the city of the zone stands in for a place that was not told."""
    home = told.zone or turn.book.profile.zone
    time, city = to_wall(turn.now, home), told.place or turn.texts.city(home)
    if told.is_clock:
        say_stored(turn, "home.clock", name=contact.name, time=time, city=city)
    elif told.zone:
        say_stored(turn, "home.set", name=contact.name, time=time, where=turn.texts.inside(city))
    else:
        say_stored(turn, "home.same", name=contact.name, time=time, city=city)


def _ask(turn: Turn, contact: Contact, said: str) -> None:
    """Ask where a contact is; one of several zones is asked about with the time there."""
    text = clean_text(said, len(said))
    zones = distinct(zones_named(text, turn.texts.language), turn.now) if text else ()
    zones = zones or (_showing(turn, contact, text) if text else ())
    if not zones and len(clocks_there(turn, contact)) > 1:
        _ask_time(turn, contact, text)
        return
    text_id = "home.several" if zones else "home.unknown" if text else "home.which"
    lead = turn.texts(text_id, name=contact.name, place=text)
    offered = zones_offered(zones, turn.now)
    turn.show(home_message(turn.book, contact, turn.now, lead, offered))


def _ask_time(turn: Turn, contact: Contact, text: str) -> None:
    """Ask what time it is there, in a country with several clocks, under what was not read."""
    clock = read_clock(text, turn.wall)
    if clock:
        lead = turn.texts("home.no-clock", name=contact.name, time=clock.at)
    else:
        text_id = "home.unknown" if text else "home.time-there"
        lead = turn.texts(text_id, name=contact.name, place=text)
    show_times_there(turn, contact, lead)


ZONE = Fact("zone", _part, _read, _keep, AskZone, _ask)
ZONE.register(router, HelpLine.HOURS)
router.question(AskZone)(ZONE.answered)


@router.button(SetHome)
def home_chosen(turn: Turn, button: SetHome) -> None:
    """Take the zone on a button."""
    contact = turn.known(button.contact_id)
    if contact is None:
        return
    if button.zone and not is_zone(button.zone):
        turn.toast("stale.press")
        return
    turn.strip(turn.pressed_on)
    is_clock = bool(button.zone) and button.zone in clocks_there(turn, contact)
    _keep(turn, contact, Home(button.zone, is_clock=is_clock))


@router.button(LeaveHome)
def home_left(turn: Turn, button: LeaveHome) -> None:
    """Leave it unknown what time it is at a contact's."""
    contact = turn.known(button.contact_id)
    if contact:
        turn.strip(turn.pressed_on)
        _keep(turn, contact, NOBODY_KNOWS)
