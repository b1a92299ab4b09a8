"""Not now: a nudge that comes back at a chosen time, or by the ladder."""

from datetime import date, datetime

from bot.application.log_outcome import (
    Event,
    Subject,
    is_settled,
    snooze,
    subject_of,
)
from bot.conversation.buttons.nudge_buttons import AskLater, SnoozeBack, SnoozeUntil
from bot.conversation.effects import Message
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.check_in_screen import check_in_message
from bot.conversation.screens.nudge_screen import nudge_message, snooze_message
from bot.conversation.turn import Turn
from bot.conversation.typed.commanded import commanded
from bot.conversation.typed.instants import comes_back_at
from bot.conversation.typed.stored import undoable, until_line
from bot.conversation.typed.which import (
    about,
    ask_which_date,
    instant_said,
    subject_meant,
    waiting_nudge,
)
from bot.domain import parameters as p
from bot.domain.names import clean_text
from bot.domain.policy import snoozing
from bot.domain.policy.check_ins import CheckIn, asks_hesitation
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.nudge import Closing
from bot.domain.records.question import AskWhen, AskWho
from bot.understanding.acts.likely_acts import Act
from bot.understanding.moments.moments import Day, Two
from bot.understanding.replies.nudge_replies import Reply, Verb


@router.command("snooze", HelpLine.REPLY)
def snooze_command(turn: Turn) -> None:
    """Let it wait: /snooze [NAME] [DURATION or DATE]."""
    typed = turn.text
    if not commanded(turn, Act.SNOOZE):
        turn.say("snooze.unknown-time", text=typed)


@router.reply(Verb.SNOOZE)
def settle_snooze(turn: Turn, reply: Reply) -> None:
    """Carry out a typed snooze, once it is clear about whom and until when."""
    subject = subject_meant(turn, reply)
    if subject is None:
        return
    if isinstance(reply.moment, Two):
        _ask_which(turn, subject, reply.note, (reply.moment.first, reply.moment.second))
        return
    note = clean_text(reply.note, p.NOTE_LIMIT)
    _carry_out(turn, subject, Event(turn.now, note=note), instant_said(turn, reply))


@router.button(AskLater)
def ask_later(turn: Turn, button: AskLater) -> None:
    """Show the choices of when a nudge shall come back."""
    nudge = waiting_nudge(turn, button.nudge_id)
    if nudge:
        turn.turn_into(snooze_message(turn.book, nudge, turn.now, turn.now))


@router.button(SnoozeBack)
def back(turn: Turn, button: SnoozeBack) -> None:
    """Show the nudge again."""
    nudge = waiting_nudge(turn, button.nudge_id)
    if nudge:
        turn.turn_into(nudge_message(turn.book, nudge, turn.now))


@router.button(SnoozeUntil)
def snooze_until(turn: Turn, button: SnoozeUntil) -> None:
    """Take one of the choices; *later today* may have passed since it was offered."""
    nudge = waiting_nudge(turn, button.nudge_id)
    if nudge is None:
        return
    until = snoozing.returns_at(button.later, turn.book.profile, turn.now)
    if until is None:
        turn.toast("snooze.today-is-over")
        turn.turn_into(snooze_message(turn.book, nudge, turn.now, turn.now))
        return
    turn.turn_into(nudge_message(turn.book, nudge, turn.now))
    subject = subject_of(turn.book, nudge)
    if _is_told(subject, until):
        turn.toast("nudge.already")
        return
    _carry_out(turn, subject, Event(turn.now), until)


def _is_told(subject: Subject, until: datetime) -> bool:
    """Tell whether this is a second tap: the nudge waits until then already, a moment aside."""
    hold = subject.contact.hold
    return (
        subject.nudge is not None
        and subject.nudge.how is Closing.SNOOZED
        and hold is not None
        and hold.nudge_id == subject.nudge.id
        and abs(hold.until - until) < p.DOUBLE_TAP
    )


@router.contact(Verb.SNOOZE.name)
def contact_chosen(turn: Turn, contact: Contact, then: AskWho) -> None:
    """Go on once it is clear about whom."""
    subject = about(turn, contact)
    if then.dates:
        _ask_which(turn, subject, then.note, then.dates)
        return
    _carry_out(turn, subject, Event(turn.now, note=clean_text(then.note, p.NOTE_LIMIT)), then.at)


@router.day(Verb.SNOOZE.name)
def day_chosen(turn: Turn, question: AskWhen, day: date) -> None:
    """Go on once it is clear until when."""
    contact = turn.known(question.contact_id or 0)
    if contact:
        subject = Subject(contact, turn.book.nudges.get(question.nudge_id or 0))
        event = Event(turn.now, note=clean_text(question.note, p.NOTE_LIMIT))
        _carry_out(turn, subject, event, comes_back_at(Day(day), turn))


def _ask_which(turn: Turn, subject: Subject, note: str, dates: tuple[date, date]) -> None:
    """Ask which of two dates was meant, and keep the rest of what was said."""
    nudge_id = subject.nudge.id if subject.nudge else None
    ask_which_date(turn, AskWhen(Verb.SNOOZE.name, subject.contact.id, nudge_id, note), dates)


def _carry_out(turn: Turn, subject: Subject, event: Event, until: datetime | None) -> None:
    if subject.nudge and is_settled(turn.book, subject.nudge):
        turn.say("nudge.already")
        return
    if subject.contact.standing is not Standing.KEPT:
        turn.say(f"hi.{subject.contact.standing}", name=subject.contact.name)
        return
    turn.book = snooze(turn.book, subject, event, until)
    contact = turn.book.contacts[subject.contact.id]
    _say_until(turn, contact, event.note)
    if until is None and asks_hesitation(contact):
        turn.show(check_in_message(turn.book, contact, CheckIn.HESITATION))


def _say_until(turn: Turn, contact: Contact, note: str) -> None:
    """Say until when a contact waits, and what was kept with it."""
    if contact.hold is None:
        return
    lines = [until_line(turn, contact.name, contact.hold)]
    if note:
        lines.append(turn.texts("snooze.noted", note=note))
    turn.show(undoable(turn, Message("\n".join(lines))))
