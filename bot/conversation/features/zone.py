"""/zone: where a contact is; a typed city or country, or one of several zones tapped."""

from dataclasses import dataclass, replace

from bot.application.change_contact import set_zone
from bot.conversation.buttons.person_buttons import SetHome
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.availability_screen import home_message
from bot.conversation.turn import Turn
from bot.conversation.typed.fact import Fact
from bot.conversation.typed.stored import say_stored
from bot.conversation.typed.which import part_name, split_name
from bot.domain.availability.contact_hours import zone_of
from bot.domain.clock.wall_time import distinct, is_zone, to_wall
from bot.domain.names import clean_text, find
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskZone
from bot.understanding.facts.availability import is_here
from bot.understanding.facts.places import place_named, zones_named, zones_offered


@dataclass(frozen=True, slots=True)
class Home:
    """Where a contact is, as told.

    Attributes:
        zone: an IANA name; empty for the user's own.
        place: what was typed, in its proper spelling; empty when only the zone is known.
    """

    zone: str
    place: str = ""


HERE = Home("")


def _part(turn: Turn, text: str) -> tuple[str, str]:
    """Part a name from a place; "Victoria Canada" is a contact, where the Book knows her."""
    clean = clean_text(text, len(text))
    name, said = split_name(turn, clean)
    is_told = said and _is_place(turn, said) and find(turn.book.names(), name)
    return part_name(turn, clean, "" if _is_place(turn, clean) and not is_told else None)


def _is_place(turn: Turn, text: str) -> bool:
    return bool(text) and (is_here(text) or bool(zones_named(text, turn.texts.language)))


def _read(turn: Turn, _contact: Contact, said: str) -> Home | None:
    """Return the one place that is named, or ``HERE``."""
    text = clean_text(said, len(said))
    if is_here(text):
        return HERE
    place = place_named(text, turn.texts.language)
    zones = distinct(place.zones, turn.now)
    return Home(zones[0], place.name) if len(zones) == 1 else None


def _keep(turn: Turn, contact: Contact, told: Home) -> None:
    """Keep a zone; the user's own is told as such where a phone number says another."""
    here = turn.book.profile.zone
    by_phone = zone_of(replace(contact, times=replace(contact.times, zone=None)), here)
    kept = told.zone or (here if by_phone != here else None)
    turn.book = set_zone(turn.book, contact, kept)
    _say(turn, contact, told)


def _say(turn: Turn, contact: Contact, told: Home) -> None:
    """Say what time it is there; the city of the zone stands in for a place that was not told."""
    home = told.zone or turn.book.profile.zone
    time, city = to_wall(turn.now, home), told.place or turn.texts.city(home)
    if told.zone:
        say_stored(turn, "home.set", name=contact.name, time=time, where=turn.texts.inside(city))
    else:
        say_stored(turn, "home.same", name=contact.name, time=time, city=city)


def _ask(turn: Turn, contact: Contact, said: str) -> None:
    """Ask where a contact is; one of several zones is asked about with the time there."""
    text = clean_text(said, len(said))
    zones = distinct(zones_named(text, turn.texts.language), turn.now) if text else ()
    text_id = "home.several" if zones else "home.unknown" if text else "home.which"
    lead = turn.texts(text_id, name=contact.name, place=text)
    offered = zones_offered(zones, turn.now)
    turn.show(home_message(turn.book, contact, turn.now, lead, offered))


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
    _keep(turn, contact, Home(button.zone))
