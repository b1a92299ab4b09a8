"""From what was said to the person, the nudge and the time it is about.

Knows the order of SEMANTICS 6: the nudge replied to, else the newest open one, else the user is
asked. What was said meanwhile waits in the question, so that nothing is typed twice.
"""

from datetime import date, datetime

from bot.application.log_outcome import Subject, is_settled, subject_of
from bot.conversation.buttons import OnDate
from bot.conversation.effects import Key, Message
from bot.conversation.instants import happened_at, returns_at
from bot.conversation.turn import Turn
from bot.conversation.which import ask_who, nudge_meant, one_of
from bot.domain.names import find
from bot.domain.records.contact import Contact
from bot.domain.records.nudge import Nudge
from bot.domain.records.question import AskWhen, AskWho
from bot.understanding.replies.nudge_replies import Reply, Verb
from bot.understanding.time.moments import Day, Elapsed, Hour, Two, Wrong


def subject_meant(turn: Turn, answer: Reply) -> Subject | None:
    """Return whom an answer is about; else ask, and keep what was said.

    A time in the wrong direction is answered first: nothing about it is worth asking.
    """
    if isinstance(answer.moment, Wrong):
        turn.say("when.wrong-past" if answer.verb is Verb.SNOOZE else "when.wrong-future")
        return None
    then = _waiting(turn, answer)
    if answer.name:
        contact = one_of(turn, find(turn.book.names(), answer.name), answer.name, then)
        return about(turn, contact) if contact else None
    nudge = nudge_meant(turn)
    if nudge is None:
        ask_who(turn, then)
        return None
    return subject_of(turn.book, nudge)


def about(turn: Turn, contact: Contact) -> Subject:
    """Return a person as a subject, with the nudge that is open about them."""
    nudge = turn.book.open_nudge
    return Subject(contact, nudge if nudge and nudge.contact_id == contact.id else None)


def instant_said(turn: Turn, answer: Reply) -> datetime | None:
    """Return the instant that was said; None when none was, or it is one of two."""
    match answer.moment:
        case Day() | Hour() | Elapsed() as moment:
            read = returns_at if answer.verb is Verb.SNOOZE else happened_at
            return read(moment, turn)
    return None


def ask_which_date(turn: Turn, topic: AskWhen, dates: tuple[date, date]) -> None:
    """Ask which of two dates was meant."""
    question_id = turn.ask(topic)
    taps = (
        Key(turn.texts.label("when.choice", day=day), OnDate(question_id, day)) for day in dates
    )
    turn.show(Message(turn.texts("when.which"), tuple((tap,) for tap in taps)))


def waiting_nudge(turn: Turn, nudge_id: int) -> Nudge | None:
    """Return the nudge of a button unless it is done or gone, which is said."""
    nudge = turn.book.nudges.get(nudge_id)
    if nudge is None or is_settled(turn.book, nudge):
        turn.toast("nudge.already" if nudge else "stale.press")
        turn.strip(turn.pressed_on)
        return None
    return nudge


def _waiting(turn: Turn, answer: Reply) -> AskWho:
    dates = None
    if isinstance(answer.moment, Two):
        dates = (answer.moment.first, answer.moment.second)
    return AskWho(answer.verb.name, answer.note, instant_said(turn, answer), dates)
