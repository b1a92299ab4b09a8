"""/pace: how often the user would like to be in touch with a contact."""

from bot.application.change_contact import set_cadence
from bot.conversation.buttons.person_buttons import ChooseCadence, KeepCadence, SetCadence
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.person_screen import cadence_message
from bot.conversation.turn import Turn
from bot.conversation.typed.fact import Fact
from bot.conversation.typed.which import split_name
from bot.domain.clock.cadence import Cadence
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskCadence
from bot.understanding.time.cadences import find_cadence, read_cadence


def _part(turn: Turn, text: str) -> tuple[str, str]:
    """Return the name and the cadence of "Kari every 3 weeks"; a cadence alone names nobody."""
    if read_cadence(text):
        return "", text
    found = find_cadence(text)
    if found:
        return text[: found.start].rstrip(" :"), text[found.start :]
    return split_name(turn, text)


def _read(_turn: Turn, _contact: Contact, said: str) -> Cadence | None:
    return read_cadence(said)


def _keep(turn: Turn, contact: Contact, cadence: Cadence) -> None:
    turn.book = set_cadence(turn.book, contact, cadence)
    turn.say("pace.set", name=contact.name, pace=cadence)


def _ask(turn: Turn, contact: Contact, said: str) -> None:
    text_id = "pace.unknown" if said else "pace.ask"
    lead = turn.texts(text_id, name=contact.name, text=said)
    turn.show(cadence_message(turn.book, contact, lead))


PACE = Fact("pace", _part, _read, _keep, AskCadence, _ask)
PACE.register(router, HelpLine.TELL)
router.question(AskCadence)(PACE.answered)
router.button(ChooseCadence)(PACE.asked_for)


@router.button(SetCadence)
def cadence_chosen(turn: Turn, button: SetCadence) -> None:
    """Take the pace on a button."""
    contact = turn.known(button.contact_id)
    if contact is None:
        return
    turn.strip(turn.pressed_on)
    try:
        cadence = Cadence(button.count, button.unit)
    except ValueError:  # forged: no button of ours says so
        turn.toast("stale.press")
        return
    _keep(turn, contact, cadence)


@router.button(KeepCadence)
def cadence_kept(turn: Turn, _button: KeepCadence) -> None:
    """Leave the pace as it is."""
    turn.strip(turn.pressed_on)
    turn.say("pace.kept")
