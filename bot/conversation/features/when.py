"""/when: when a hello suits a contact; by command, as "NAME: HOURS", or tapped."""

from collections.abc import Sequence

from bot.application.change_contact import set_times
from bot.conversation.buttons.person_buttons import ChooseTimes, ClearTimes, SetPreset, SetTie
from bot.conversation.effects import Message
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.availability_screen import times_text, when_message
from bot.conversation.turn import Turn
from bot.conversation.typed.fact import Fact
from bot.conversation.typed.stored import undoable
from bot.conversation.typed.which import one_of, part_name
from bot.domain.names import clean_text, find
from bot.domain.records.contact import Contact
from bot.domain.records.contact_times import AnyTime, PresetTold, TieTold, TimesTold
from bot.domain.records.question import AskTimes, AskWho
from bot.understanding.facts.availability import head_of_availability, read_availability
from bot.understanding.words.listing import split_head


def _part(turn: Turn, text: str) -> tuple[str, str]:
    clean = clean_text(text, len(text))
    return part_name(turn, clean, head_of_availability(clean))


def _read(_turn: Turn, contact: Contact, said: str) -> Sequence[TimesTold] | None:
    told = read_availability(clean_text(said, len(said)))
    return None if not told or _is_doubtful(contact, told) else told


def _keep(turn: Turn, contact: Contact, told: Sequence[TimesTold]) -> None:
    turn.book = set_times(turn.book, contact, told)
    told_back = times_text(turn.texts, turn.book.contacts[contact.id])
    turn.show(undoable(turn, Message(told_back)))


def _ask(turn: Turn, contact: Contact, said: str) -> None:
    text = clean_text(said, len(said))
    text_id = (
        "suits.doubtful" if read_availability(text) else "suits.unknown" if text else "suits.which"
    )
    lead = turn.texts(text_id, name=contact.name, text=text)
    turn.show(when_message(turn.book, contact, lead))


WHEN = Fact("when", _part, _read, _keep, AskTimes, _ask)
WHEN.register(router, HelpLine.HOURS)
router.question(AskTimes)(WHEN.answered)


def hours_told(turn: Turn) -> bool:
    """Take "Ola: not before 10", whatever is asked; False when it is something else."""
    head = split_head(turn.text)
    if head is None or read_availability(head[1]) is None:
        return False
    found = find(turn.book.names(), head[0])
    contact = one_of(turn, found, head[0], AskWho(WHEN.word, note=head[1])) if found else None
    if contact:
        WHEN.take(turn, contact, head[1])
    return bool(found)


@router.button(ChooseTimes)
def choose(turn: Turn, button: ChooseTimes) -> None:
    """Show what is known and can be chosen in the place of the card."""
    contact = turn.known(button.contact_id)
    if contact:
        turn.ask(AskTimes(contact.id))
        _show(turn, contact)


@router.button(SetPreset)
def preset_chosen(turn: Turn, button: SetPreset) -> None:
    """Take a time that does not suit, or does after all, from a button."""
    _pressed(turn, button.contact_id, PresetTold(button.preset, bool(button.on)))


@router.button(SetTie)
def tie_chosen(turn: Turn, button: SetTie) -> None:
    """Take where a contact belongs from a button."""
    _pressed(turn, button.contact_id, TieTold(button.tie, bool(button.on)))


@router.button(ClearTimes)
def any_time_chosen(turn: Turn, button: ClearTimes) -> None:
    """Keep to the usual hours again."""
    _pressed(turn, button.contact_id, AnyTime())


def _pressed(turn: Turn, contact_id: int, told: TimesTold) -> None:
    contact = turn.known(contact_id)
    if contact:
        turn.book = set_times(turn.book, contact, (told,))
        _show(turn, turn.book.contacts[contact.id])


def _show(turn: Turn, contact: Contact) -> None:
    lead = turn.texts("suits.which", name=contact.name)
    turn.turn_into(when_message(turn.book, contact, lead))


def _is_doubtful(contact: Contact, told: Sequence[TimesTold]) -> bool:
    """Tell whether "not at work" may mean the contrary: it takes away what was never told."""
    times = contact.times
    return any(
        (isinstance(one, PresetTold) and not one.on and one.preset not in times.presets)
        or (isinstance(one, TieTold) and not one.on and one.tie is not times.tie)
        for one in told
    )
