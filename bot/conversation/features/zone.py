"""/zone: where a contact is; a typed city or country, or one of several zones tapped."""

from dataclasses import replace

from bot.application.change_contact import set_zone
from bot.conversation.buttons.person_buttons import SetHome
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.availability_screen import home_message
from bot.conversation.turn import Turn
from bot.conversation.typed.fact import Fact
from bot.conversation.typed.which import part_name
from bot.domain.availability.contact_hours import zone_of
from bot.domain.clock.wall_time import distinct, is_zone, to_wall
from bot.domain.names import clean_text
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskZone
from bot.understanding.facts.availability import is_here
from bot.understanding.facts.places import zones_named, zones_offered

HERE = ""
"""What stands for the user's own zone, where an IANA name may stand."""


def _part(turn: Turn, text: str) -> tuple[str, str]:
    clean = clean_text(text, len(text))
    is_place = bool(clean) and (is_here(clean) or zones_named(clean, turn.texts.language))
    return part_name(turn, clean, "" if is_place else None)


def _read(turn: Turn, _contact: Contact, said: str) -> str | None:
    """Return the one zone that is named, or ``HERE``."""
    text = clean_text(said, len(said))
    if is_here(text):
        return HERE
    zones = distinct(zones_named(text, turn.texts.language), turn.now)
    return zones[0] if len(zones) == 1 else None


def _keep(turn: Turn, contact: Contact, told: str) -> None:
    """Keep a zone; the user's own is told as such where a phone number says another."""
    here = turn.book.profile.zone
    by_phone = zone_of(replace(contact, times=replace(contact.times, zone=None)), here)
    kept = told or (here if by_phone != here else None)
    turn.book = set_zone(turn.book, contact, kept)
    home = told or here
    time, place = to_wall(turn.now, home), turn.texts.city(home)
    text_id = "home.set" if told else "home.same"
    turn.say(text_id, name=contact.name, time=time, city=place)


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
    _keep(turn, contact, button.zone or HERE)
