"""A person's pace and name."""

from bot.application.change_contact import rename, set_pace
from bot.conversation.buttons import ChoosePace, KeepPace, SetPace
from bot.conversation.router import Feature
from bot.conversation.screens.person_screen import pace_message
from bot.conversation.turn import Turn
from bot.conversation.which import person, split_name
from bot.domain.clock.cadence import Cadence
from bot.domain.names import clean_name
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskPace, AskWho
from bot.understanding.time.cadences import find_cadence, read_cadence
from bot.understanding.words.listing import split_head


def pace(turn: Turn) -> None:
    """Set the pace of the person the command names, or ask for it."""
    found = find_cadence(turn.text)
    if read_cadence(turn.text):
        name, text = "", turn.text
    elif found:
        name, text = turn.text[: found.start].rstrip(" :"), turn.text[found.start :]
    else:
        name, text = split_name(turn, turn.text)
    then = AskWho("pace", note=text)
    contact = person(turn, name, then)
    if contact:
        take_pace(turn, contact, then)


def take_pace(turn: Turn, contact: Contact, then: AskWho) -> None:
    """Set the pace, or ask for it."""
    cadence = read_cadence(then.note) if then.note else None
    if cadence:
        _set_pace(turn, contact, cadence)
        return
    turn.ask(AskPace(contact.id))
    text_id = "pace.unknown" if then.note else "pace.ask"
    lead = turn.texts(text_id, name=contact.name, text=then.note)
    turn.show(pace_message(turn.book, contact, lead))


def choose_pace(turn: Turn, press: ChoosePace) -> None:
    """Ask for the pace from the card."""
    contact = turn.known(press.contact_id)
    if contact:
        take_pace(turn, contact, AskWho("pace"))


def press_pace(turn: Turn, press: SetPace) -> None:
    """Take the pace on a button."""
    contact = turn.known(press.contact_id)
    if contact is None:
        return
    turn.strip(turn.pressed_on)
    try:
        cadence = Cadence(press.count, press.unit)
    except ValueError:  # forged: no button of ours says so
        turn.toast("stale.press")
        return
    _set_pace(turn, contact, cadence)


def keep_pace(turn: Turn, _press: KeepPace) -> None:
    """Leave the pace as it is."""
    turn.strip(turn.pressed_on)
    turn.say("pace.kept")


def typed_pace(turn: Turn, topic: AskPace) -> None:
    """Take the typed pace."""
    contact = turn.known(topic.contact_id)
    if contact:
        take_pace(turn, contact, AskWho("pace", note=turn.text))


def give_name(turn: Turn) -> None:
    """Rename the person before the colon to what stands after it."""
    head = split_head(turn.text)
    if head is None:
        turn.say("rename.how")
        return
    then = AskWho("rename", note=head[1])
    contact = person(turn, head[0], then)
    if contact:
        take_new_name(turn, contact, then)


def take_new_name(turn: Turn, contact: Contact, then: AskWho) -> None:
    """Rename the person."""
    name = clean_name(then.note)
    if not name:
        turn.say("rename.how")
        return
    turn.book = rename(turn.book, contact, name)
    turn.say("rename.done", old=contact.name, name=name)


def _set_pace(turn: Turn, contact: Contact, cadence: Cadence) -> None:
    turn.book = set_pace(turn.book, contact, cadence)
    turn.say("pace.set", name=contact.name, pace=cadence)


FEATURE = Feature(
    commands={"pace": pace, "rename": give_name},
    presses={
        ChoosePace: choose_pace,
        SetPace: press_pace,
        KeepPace: keep_pace,
    },
    topics={AskPace: typed_pace},
    people={"pace": take_pace, "rename": take_new_name},
)
