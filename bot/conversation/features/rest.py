"""/rest: a time without nudges, at once and without a reason; and a rest from one contact."""

from datetime import date, datetime

from bot.application.change_settings import rest
from bot.application.log_outcome import Event, rest_from
from bot.conversation.buttons.person_buttons import RestFrom
from bot.conversation.buttons.settings_buttons import Wake
from bot.conversation.delivering import is_refused
from bot.conversation.effects import Key
from bot.conversation.router import HelpLine, router
from bot.conversation.turn import Turn
from bot.conversation.typed.instants import moment_typed, rests_until
from bot.conversation.typed.stored import say_stored
from bot.conversation.typed.which import about, ask_which_date
from bot.domain import parameters as p
from bot.domain.clock.wall_time import local_date
from bot.domain.records.question import AskWhen
from bot.understanding.moments.moments import Day, Facing, Two, Wrong


@router.command("rest", HelpLine.REST)
def rest_command(turn: Turn) -> None:
    """Rest until a time, or until the user wakes it: /rest [DURATION or DATE]."""
    if not turn.text:
        _rest(turn, None)
        return
    moment = moment_typed(turn.text, turn, Facing.FUTURE)
    match moment:
        case None:
            turn.say("rest.unknown-time", text=turn.text)
        case Wrong():
            turn.say("when.wrong-past")
        case Two(first, second):
            ask_which_date(turn, AskWhen("rest"), (first, second))
        case _:
            _rest(turn, rests_until(moment, turn))


@router.day("rest")
def day_chosen(turn: Turn, _question: AskWhen, day: date) -> None:
    """Go on once it is clear until when."""
    _rest(turn, rests_until(Day(day), turn))


@router.button(RestFrom)
def rest_from_contact(turn: Turn, button: RestFrom) -> None:
    """Let one contact wait for a season; a second tap changes nothing."""
    contact = turn.known(button.contact_id)
    turn.strip(turn.pressed_on)
    if contact is None or is_refused(turn, contact):
        return
    if contact.hold and contact.hold.until > turn.now + p.PERSON_REST - p.DOUBLE_TAP:
        turn.toast("nudge.already")
        return
    subject = about(turn, contact)
    if subject.nudge:
        turn.strip(subject.nudge.message_id)
    turn.book = rest_from(turn.book, subject, Event(turn.now))
    until = local_date(turn.now + p.PERSON_REST, turn.book.profile.zone)
    turn.say("snooze.waits", name=contact.name, when=turn.texts.by_day(until, turn.today))


def _rest(turn: Turn, until: datetime | None) -> None:
    turn.book = rest(turn.book, until, turn.now)
    row = (Key(turn.texts.label("button.wake"), Wake()),)
    if until is None:
        say_stored(turn, "rest.open", (row,))
    else:
        say_stored(turn, "rest.until", (row,), when=turn.coming(until))
