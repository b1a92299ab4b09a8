"""How a person is reached: typed with an address or without, or tapped."""

from bot.application.change_contact import set_channel
from bot.conversation.buttons import ChooseChannel, SetChannel
from bot.conversation.effects import Message
from bot.conversation.router import Feature
from bot.conversation.screens.channel_screen import address_lines, channel_message, missing_line
from bot.conversation.screens.person_screen import card
from bot.conversation.turn import Turn
from bot.conversation.which import part_name, person
from bot.domain.clock.wall_time import country_of
from bot.domain.names import clean_text
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskChannel, AskWho
from bot.understanding.facts.channel_reader import ToldChannel, head_of_channel, read_channel


def channel(turn: Turn) -> None:
    """Take how the person the command names is reached, or ask for it."""
    text = clean_text(turn.text, len(turn.text))
    name, said = part_name(turn, text, head_of_channel(text, _country(turn)))
    then = AskWho("channel", note=said)
    contact = person(turn, name, then)
    if contact:
        take(turn, contact, then)


def take(turn: Turn, contact: Contact, then: AskWho) -> None:
    """Take how a person is reached, or show all channels."""
    told = read_channel(then.note, _country(turn))
    if told and told.is_known:
        _reach(turn, contact, told)
        return
    lead = _refusals(turn, told) if told else [_question(turn, contact, then.note)]
    turn.ask(AskChannel(contact.id))
    turn.show(channel_message(turn.book, contact, "\n".join(lead)))


def take_typed(turn: Turn, topic: AskChannel) -> bool:
    """Take a typed channel or address; False when the words say something else."""
    contact, text = turn.book.contacts.get(topic.contact_id), clean_text(turn.text, len(turn.text))
    if contact is None or read_channel(text, _country(turn)) is None:
        return False
    take(turn, contact, AskWho("channel", note=text))
    return True


def choose(turn: Turn, press: ChooseChannel) -> None:
    """Show all channels in the place of the card."""
    contact = turn.known(press.contact_id)
    if contact:
        turn.ask(AskChannel(contact.id))
        turn.turn_into(channel_message(turn.book, contact, _question(turn, contact)))


def press_channel(turn: Turn, press: SetChannel) -> None:
    """Take the channel on a button; what it lacks is asked for once."""
    contact = turn.known(press.contact_id)
    if contact is None:
        return
    turn.book = set_channel(turn.book, contact, press.channel)
    reached = turn.book.contacts[contact.id]
    turn.turn_into(card(turn.book, reached, turn.now))
    missing = missing_line(turn.texts, reached)
    if missing:
        turn.ask(AskChannel(contact.id))
        turn.show(Message(missing))


def _reach(turn: Turn, contact: Contact, told: ToldChannel) -> None:
    """Keep what was told, and say what holds now, what was refused and what is missing."""
    chosen = told.channel or contact.channel
    turn.book = set_channel(turn.book, contact, chosen, told.address)
    reached = turn.book.contacts[contact.id]
    label = turn.texts.label(f"channel.{reached.best_channel}")
    lines = [turn.texts("reach.set", name=contact.name, channel=label)]
    lines += [*address_lines(turn.texts, told.address), *_refusals(turn, told)]
    missing = missing_line(turn.texts, reached)
    if missing:
        turn.ask(AskChannel(contact.id))
    turn.show(Message("\n".join((*lines, missing) if missing else lines)))


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


FEATURE = Feature(
    commands={"channel": channel},
    presses={ChooseChannel: choose, SetChannel: press_channel},
    tapped={AskChannel: take_typed},
    people={"channel": take},
)
