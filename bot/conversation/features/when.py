"""When a hello suits a person: by command, as "NAME: HOURS", or tapped."""

from collections.abc import Sequence

from bot.application.change_contact import set_times
from bot.conversation.buttons import ChooseTimes, ClearTimes, SetPreset, SetTie
from bot.conversation.effects import Message
from bot.conversation.router import Feature
from bot.conversation.screens.availability_screen import times_text, when_message
from bot.conversation.turn import Turn
from bot.conversation.which import one_of, part_name, person
from bot.domain.names import clean_text, find
from bot.domain.records.contact import Contact
from bot.domain.records.contact_times import AnyTime, PresetTold, TieTold, TimesTold
from bot.domain.records.question import AskTimes, AskWho
from bot.understanding.facts.availability import head_of_suits, read_suits
from bot.understanding.words.listing import split_head


def when(turn: Turn) -> None:
    """Take when a hello suits the person the command names, or ask for it."""
    text = clean_text(turn.text, len(turn.text))
    name, said = part_name(turn, text, head_of_suits(text))
    then = AskWho("when", note=said)
    contact = person(turn, name, then)
    if contact:
        take(turn, contact, then)


def take(turn: Turn, contact: Contact, then: AskWho) -> None:
    """Take when a hello suits a person, or show what is known and ask."""
    said = read_suits(then.note) if then.note else None
    if said and not _is_doubtful(contact, said):
        _tell(turn, contact, said)
        return
    turn.ask(AskTimes(contact.id))
    text_id = "suits.doubtful" if said else "suits.unknown" if then.note else "suits.which"
    lead = turn.texts(text_id, name=contact.name, text=then.note)
    turn.show(when_message(turn.book, contact, lead))


def take_typed(turn: Turn, topic: AskTimes) -> None:
    """Take typed hours; what is none is asked back."""
    contact = turn.known(topic.contact_id)
    if contact:
        take(turn, contact, AskWho("when", note=clean_text(turn.text, len(turn.text))))


def tell_written(turn: Turn) -> bool:
    """Take "Ola: not before 10"; False when it is something else."""
    head = split_head(turn.text)
    if head is None or read_suits(head[1]) is None:
        return False
    found = find(turn.book.names(), head[0])
    then = AskWho("when", note=head[1])
    contact = one_of(turn, found, head[0], then) if found else None
    if contact:
        take(turn, contact, then)
    return bool(found)


def choose(turn: Turn, press: ChooseTimes) -> None:
    """Show what is known and can be chosen in the place of the card."""
    contact = turn.known(press.contact_id)
    if contact:
        turn.ask(AskTimes(contact.id))
        _show(turn, contact)


def press_preset(turn: Turn, press: SetPreset) -> None:
    """Take a time that does not suit, or does after all, from a button."""
    _pressed(turn, press.contact_id, PresetTold(press.preset, bool(press.on)))


def press_tie(turn: Turn, press: SetTie) -> None:
    """Take where somebody belongs from a button."""
    _pressed(turn, press.contact_id, TieTold(press.tie, bool(press.on)))


def press_any(turn: Turn, press: ClearTimes) -> None:
    """Keep to the usual hours again."""
    _pressed(turn, press.contact_id, AnyTime())


def _pressed(turn: Turn, contact_id: int, told: TimesTold) -> None:
    contact = turn.known(contact_id)
    if contact:
        turn.book = set_times(turn.book, contact, (told,))
        _show(turn, turn.book.contacts[contact.id])


def _show(turn: Turn, contact: Contact) -> None:
    lead = turn.texts("suits.which", name=contact.name)
    turn.turn_into(when_message(turn.book, contact, lead))


def _tell(turn: Turn, contact: Contact, said: Sequence[TimesTold]) -> None:
    turn.book = set_times(turn.book, contact, said)
    turn.show(Message(times_text(turn.texts, turn.book.contacts[contact.id])))


def _is_doubtful(contact: Contact, said: Sequence[TimesTold]) -> bool:
    """Tell whether "not at work" may mean the contrary: it takes away what was never told."""
    times = contact.times
    return any(
        (isinstance(one, PresetTold) and not one.on and one.preset not in times.presets)
        or (isinstance(one, TieTold) and not one.on and one.tie is not times.tie)
        for one in said
    )


FEATURE = Feature(
    commands={"when": when},
    presses={
        ChooseTimes: choose,
        SetPreset: press_preset,
        SetTie: press_tie,
        ClearTimes: press_any,
    },
    topics={AskTimes: take_typed},
    people={"when": take},
)
