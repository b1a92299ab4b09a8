"""Done, tried, skipped: typed, replied, pressed, or told from a card."""

from collections.abc import Callable, Mapping

from bot.application.change_contact import add_note
from bot.application.log_outcome import Event, Subject, done, is_settled, skip, subject_of, tried
from bot.conversation.buttons import Answered, Answering, LogDone
from bot.conversation.effects import Message
from bot.conversation.readings import read_tail
from bot.conversation.router import Feature
from bot.conversation.screens.feeling_screen import felt_message
from bot.conversation.screens.nudge_screen import plain_nudge
from bot.conversation.subjects import (
    about,
    instant_said,
    subject_meant,
)
from bot.conversation.turn import Turn
from bot.domain import parameters as p
from bot.domain.clock.wall_time import local_date
from bot.domain.names import clean_text
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.nudge import Closing, Nudge
from bot.domain.records.question import AskWho
from bot.understanding.replies.nudge_replies import Reply, Verb

USE_CASES: Mapping[Verb, Callable[[Book, Subject, Event], Book]] = {
    Verb.DONE: done,
    Verb.TRIED: tried,
    Verb.SKIP: skip,
}
CLOSINGS = {Verb.DONE: Closing.DONE, Verb.TRIED: Closing.TRIED, Verb.SKIP: Closing.SKIPPED}
VERBS = {Answered.DONE: Verb.DONE, Answered.TRIED: Verb.TRIED, Answered.SKIP: Verb.SKIP}


def done_command(turn: Turn) -> None:
    """Log a contact: /done [NAME] [WHEN] [NOTE]."""
    settle(turn, read_tail(turn, Verb.DONE))


def skip_command(turn: Turn) -> None:
    """Let a person wait for the next turn: /skip [NAME]."""
    settle(turn, read_tail(turn, Verb.SKIP))


def settle(turn: Turn, answer: Reply) -> None:
    """Carry out a typed answer, once it is clear about whom and when."""
    subject = subject_meant(turn, answer)
    if subject is None:
        return
    note = clean_text(answer.note, p.NOTE_LIMIT)
    _carry_out(turn, answer.verb, subject, Event(turn.now, instant_said(turn, answer), note))


def press(turn: Turn, pressed: Answering) -> None:
    """Carry out a pressed answer; a second press is answered kindly."""
    nudge = turn.book.nudges.get(pressed.nudge_id)
    if nudge is None:
        turn.toast("stale.press")
        turn.strip(turn.pressed_on)
        return
    _carry_out(turn, VERBS[pressed.how], subject_of(turn.book, nudge), Event(turn.now))


def log_done(turn: Turn, pressed: LogDone) -> None:
    """Log a contact from the card; a second tap on the same card changes nothing."""
    contact = turn.known(pressed.contact_id)
    if contact is None:
        return
    told_since = any(
        item.contact_id == contact.id and item.id > pressed.serial
        for item in turn.book.outcomes.values()
    )
    if told_since:
        turn.toast("nudge.already")
    else:
        _carry_out(turn, Verb.DONE, about(turn, contact), Event(turn.now))


def person_chosen(turn: Turn, contact: Contact, then: AskWho) -> None:
    """Go on once it is clear about whom."""
    note = clean_text(then.note, p.NOTE_LIMIT)
    _carry_out(turn, Verb[then.verb], about(turn, contact), Event(turn.now, then.at, note))


def _carry_out(turn: Turn, verb: Verb, subject: Subject, event: Event) -> None:
    if subject.nudge and _is_told(turn, verb, subject.nudge):
        _already(turn, subject, event)
        return
    if verb is not Verb.DONE and subject.contact.standing is not Standing.KEPT:
        turn.say(f"hi.{subject.contact.standing}", name=subject.contact.name)
        return
    _take_buttons(turn, subject)
    turn.book = USE_CASES[verb](turn.book, subject, event)
    closing = _closing(turn, verb, subject, event)
    turn.show(felt_message(turn.book, closing) if verb is Verb.DONE else Message(closing))


def _already(turn: Turn, subject: Subject, event: Event) -> None:
    """Say that it is done; a note told with it is kept all the same (SEMANTICS 1)."""
    if event.note:
        turn.book = add_note(turn.book, subject.contact, event.note, turn.now)
        turn.say("notes.added", name=subject.contact.name, note=event.note)
        return
    turn.toast("nudge.already") if turn.pressed_on else turn.say("nudge.already")
    turn.strip(turn.pressed_on)


def _is_told(turn: Turn, verb: Verb, nudge: Nudge) -> bool:
    """Tell whether an answer says nothing new: the nudge is done, or this is a second tap."""
    tapped_twice = turn.pressed_on is not None and nudge.how is CLOSINGS[verb]
    return tapped_twice or is_settled(turn.book, nudge)


def _take_buttons(turn: Turn, subject: Subject) -> None:
    """Leave the nudge without buttons: it is finished."""
    if subject.nudge is None:
        return
    known = subject.nudge.message_id
    if turn.pressed_on and known in {None, turn.pressed_on}:
        turn.turn_into(plain_nudge(turn.book, subject.nudge, turn.now))
    else:
        turn.strip(turn.pressed_on)
        turn.strip(known)


def _closing(turn: Turn, verb: Verb, subject: Subject, event: Event) -> str:
    """Say that it is finished, and what was understood beyond a mere button."""
    lines = [turn.texts(f"{verb.name.lower()}.closing", name=subject.contact.name)]
    if verb is Verb.DONE and (subject.nudge is None or event.occurred_at):
        day = local_date(event.occurred_at or turn.now, turn.book.profile.zone)
        ago = turn.texts.ago(day, turn.today)
        lines.append(turn.texts("done.logged", name=subject.contact.name, ago=ago))
    if event.note:
        lines.append(turn.texts("done.noted", note=event.note))
    return "\n".join(lines)


FEATURE = Feature(
    commands={"done": done_command, "skip": skip_command},
    presses={Answering: press, LogDone: log_done},
    people={verb.name: person_chosen for verb in USE_CASES},
    verbs=dict.fromkeys(USE_CASES, settle),
)
