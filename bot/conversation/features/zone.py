"""Where a person is: a typed city or country, or one of several zones tapped."""

from dataclasses import replace

from bot.application.change_contact import set_zone
from bot.conversation.buttons import SetHome
from bot.conversation.router import Feature
from bot.conversation.screens.availability_screen import home_message
from bot.conversation.screens.settings_screen import city
from bot.conversation.turn import Turn
from bot.conversation.which import part_name, person
from bot.conversation.zones import zones_named, zones_offered
from bot.domain.availability.contact_hours import zone_of
from bot.domain.clock.wall_time import distinct, is_zone, to_wall
from bot.domain.names import clean_text
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskWho, AskZone
from bot.understanding.facts.availability import is_here


def zone(turn: Turn) -> None:
    """Take where the person the command names is, or ask for it."""
    text = clean_text(turn.text, len(turn.text))
    is_place = bool(text) and (is_here(text) or zones_named(turn, text))
    name, said = part_name(turn, text, "" if is_place else None)
    then = AskWho("zone", note=said)
    contact = person(turn, name, then)
    if contact:
        take(turn, contact, then)


def take(turn: Turn, contact: Contact, then: AskWho) -> None:
    """Take where a person is; one of several zones is asked about with the time there."""
    text = then.note
    zones = distinct(zones_named(turn, text), turn.now) if text else ()
    if text and is_here(text):
        _settle(turn, contact, None)
    elif len(zones) == 1:
        _settle(turn, contact, zones[0])
    else:
        text_id = "home.several" if zones else "home.unknown" if text else "home.which"
        turn.ask(AskZone(contact.id))
        lead = turn.texts(text_id, name=contact.name, place=text)
        turn.show(home_message(turn.book, contact, turn.now, lead, zones_offered(turn, zones)))


def take_typed(turn: Turn, topic: AskZone) -> None:
    """Take a typed place; what is none is asked back."""
    contact = turn.known(topic.contact_id)
    if contact:
        take(turn, contact, AskWho("zone", note=clean_text(turn.text, len(turn.text))))


def press_home(turn: Turn, press: SetHome) -> None:
    """Take the zone on a button."""
    contact = turn.known(press.contact_id)
    if contact is None:
        return
    if press.zone and not is_zone(press.zone):
        turn.toast("stale.press")
        return
    turn.strip(turn.pressed_on)
    _settle(turn, contact, press.zone or None)


def _settle(turn: Turn, contact: Contact, told: str | None) -> None:
    """Keep a zone; None is that of the user, told as such where a phone number says another."""
    here = turn.book.profile.zone
    by_phone = zone_of(replace(contact, times=replace(contact.times, zone=None)), here)
    kept = told or (here if by_phone != here else None)
    turn.book = set_zone(turn.book, contact, kept)
    home = told or here
    time, place = to_wall(turn.now, home), city(home, turn.texts)
    text_id = "home.set" if told else "home.same"
    turn.say(text_id, name=contact.name, time=time, city=place)


FEATURE = Feature(
    commands={"zone": zone},
    presses={SetHome: press_home},
    topics={AskZone: take_typed},
    people={"zone": take},
)
