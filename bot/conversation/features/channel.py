"""/channel: how a contact is reached; typed with an address or without, or tapped."""

from bot.application.change_contact import set_channel
from bot.conversation.buttons.person_buttons import ChooseChannel, SetChannel
from bot.conversation.effects import Message
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.channel_screen import (
    address_lines,
    channel_message,
    missing_line,
    shared_lines,
)
from bot.conversation.screens.person_screen import card
from bot.conversation.turn import Turn
from bot.conversation.typed.fact import Fact
from bot.conversation.typed.stored import undoable
from bot.conversation.typed.time_there import ask_time_there, asks_time_there
from bot.conversation.typed.which import part_name
from bot.domain.availability.unknown_zones import is_zone_unknown
from bot.domain.clock.wall_time import country_of
from bot.domain.names import clean_text
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskChannel
from bot.understanding.facts.channel_reader import ToldChannel, head_of_channel, read_channel


def _part(turn: Turn, text: str) -> tuple[str, str]:
    clean = clean_text(text, len(text))
    return part_name(turn, clean, head_of_channel(clean, _country(turn)))


def _read(turn: Turn, _contact: Contact, said: str) -> ToldChannel | None:
    told = read_channel(said, _country(turn))
    return told if told and told.is_known else None


def _keep(turn: Turn, contact: Contact, told: ToldChannel) -> None:
    """Keep a channel, and say what holds now, what was refused and what is missing."""
    chosen = told.channel or contact.channel
    turn.book = set_channel(turn.book, contact, chosen, told.address)
    reached = turn.book.contacts[contact.id]
    label = turn.texts.label(f"channel.{reached.best_channel}")
    lines = [turn.texts("reach.set", name=contact.name, channel=label)]
    lines += [*address_lines(turn.texts, told.address), *_refusals(turn, told)]
    lines += shared_lines(turn.texts, turn.book, told.address, contact)
    missing = missing_line(turn.texts, reached)
    if missing:
        turn.ask(AskChannel(contact.id))
    text = "\n".join((*lines, missing) if missing else lines)
    turn.show(undoable(turn, Message(text)))
    if not missing and _asks_time_there(contact, reached):
        ask_time_there(turn, reached)


def _asks_time_there(before: Contact, reached: Contact) -> bool:
    """Tell whether a number leaves it open what time it is there; each country is asked once."""
    moved = before.address.country != reached.address.country
    return asks_time_there(reached) or (moved and is_zone_unknown(reached))


def _ask(turn: Turn, contact: Contact, said: str) -> None:
    """Show all channels, under what was refused of an address or the question."""
    told = read_channel(said, _country(turn))
    lead = _refusals(turn, told) if told else [_question(turn, contact, said)]
    turn.show(channel_message(turn.book, contact, "\n".join(lead)))


CHANNEL = Fact("channel", _part, _read, _keep, AskChannel, _ask)
CHANNEL.register(router, HelpLine.REACH)


@router.choice(AskChannel)
def take(turn: Turn, question: AskChannel) -> bool:
    """Take a typed channel or address; False when the words say something else."""
    contact = turn.book.contacts.get(question.contact_id)
    text = clean_text(turn.text, len(turn.text))
    if contact is None or read_channel(text, _country(turn)) is None:
        return False
    CHANNEL.take(turn, contact, text)
    return True


@router.button(ChooseChannel)
def choose(turn: Turn, button: ChooseChannel) -> None:
    """Show all channels in the place of the card."""
    contact = turn.known(button.contact_id)
    if contact:
        turn.ask(AskChannel(contact.id))
        turn.turn_into(channel_message(turn.book, contact, _question(turn, contact)))


@router.button(SetChannel)
def channel_chosen(turn: Turn, button: SetChannel) -> None:
    """Take the channel on a button; what it lacks is asked for once."""
    contact = turn.known(button.contact_id)
    if contact is None:
        return
    turn.book = set_channel(turn.book, contact, button.channel)
    reached = turn.book.contacts[contact.id]
    turn.turn_into(card(turn.book, reached, turn.now))
    missing = missing_line(turn.texts, reached)
    if missing:
        turn.ask(AskChannel(contact.id))
        turn.show(Message(missing))


def _refusals(turn: Turn, told: ToldChannel) -> list[str]:
    return [
        turn.texts(f"add.problem.{one.kind.name.lower()}_invalid", text=one.text)
        for one in told.refused
    ]


def _question(turn: Turn, contact: Contact, text: str = "") -> str:
    text_id = "reach.unknown" if text else "channel.which"
    return turn.texts(text_id, name=contact.name, text=text)


def _country(turn: Turn) -> str | None:
    return country_of(turn.book.profile.zone)
