"""/rest: a time without nudges, at once and without a reason; and a rest from one contact."""

from datetime import date

from bot.application.change_settings import rest
from bot.application.log_outcome import Event, rest_from
from bot.conversation.buttons.person_buttons import RestFrom
from bot.conversation.buttons.settings_buttons import Wake
from bot.conversation.delivering import is_refused
from bot.conversation.effects import Key, Message
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.rest_lines import SAID, rest_line
from bot.conversation.turn import Turn
from bot.conversation.typed.resting import RestTimes, WhichDay, rest_on, rest_typed
from bot.conversation.typed.stored import say_stored, undoable
from bot.conversation.typed.which import about, ask_which_date
from bot.domain import parameters as p
from bot.domain.clock.wall_time import local_date
from bot.domain.records.profile import Rest
from bot.domain.records.question import AskWhen
from bot.understanding.moments.moments import NoSuchDay, Vague, Wrong


@router.command("rest", HelpLine.REST)
def rest_command(turn: Turn) -> None:
    """Rest in a time, until one, or until the user wakes it: /rest [DURATION, TIME or DATE]."""
    match rest_typed(turn):
        case RestTimes() as times:
            _rest(turn, times)
        case WhichDay(dates, days):
            ask_which_date(turn, AskWhen("rest", note=str(days)), dates)
        case Wrong():
            turn.say("when.wrong-past")
        case NoSuchDay():
            turn.say("rest.no-such-day", text=turn.text)
        case Vague():
            turn.say("rest.vague", text=turn.text)
        case _:
            turn.say("rest.unknown-time", text=turn.text)


@router.day("rest")
def day_chosen(turn: Turn, question: AskWhen, day: date) -> None:
    """Go on once it is clear which day was meant; the note tells how many days from it on."""
    if day < turn.today:
        turn.say("when.wrong-past")
    else:
        _rest(turn, rest_on(day, int(question.note or 0), turn))


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


def _rest(turn: Turn, times: RestTimes) -> None:
    """Rest, and say what came of it: one that begins in another may make that longer instead."""
    turn.book = rest(turn.book, times.until, turn.now, since=times.since)
    current = turn.book.profile.rest_at(turn.now)
    if times.since and times.since > turn.now and not (current and current.holds(times.since)):
        said = Rest(times.since, times.until)
        line = rest_line(turn.texts, SAID, said, turn.book.profile, turn.now)
        turn.show(undoable(turn, Message(line)))
    elif current:
        _say_present(turn, current)


def _say_present(turn: Turn, current: Rest) -> None:
    row = (Key(turn.texts.label("button.wake"), Wake()),)
    if current.until is None:
        say_stored(turn, "rest.open", (row,))
    else:
        say_stored(turn, "rest.until", (row,), when=turn.coming(current.until))
