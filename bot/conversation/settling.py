"""Done, tried and not this time: carried out once it is clear about whom and when."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.application.change_contact import add_note
from bot.application.log_outcome import Event, Subject, done, each, is_settled, skip, tried
from bot.conversation.effects import Message
from bot.conversation.screens.check_in_screen import felt_message
from bot.conversation.screens.layout import listed
from bot.conversation.screens.nudge_screen import plain_nudge
from bot.conversation.turn import Turn
from bot.conversation.typed.instants import comes_back_at, happened_at, narrowed
from bot.conversation.typed.stored import say_stored, undoable
from bot.conversation.typed.which import (
    about,
    ask_about_when,
    ask_which_date,
    instant_said,
    subject_meant,
)
from bot.domain import parameters as p
from bot.domain.availability.usual_hours import next_awake
from bot.domain.clock.wall_time import local_date
from bot.domain.names import clean_text
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.nudge import Closing, Nudge
from bot.domain.records.question import AskWhen, AskWho
from bot.understanding.facts.notes_ahead import ahead_in
from bot.understanding.moments.moments import (
    Day,
    Elapsed,
    Facing,
    Hour,
    NoSuchDay,
    Two,
    Vague,
)
from bot.understanding.replies.nudge_replies import Reply, Verb

USE_CASES: Mapping[Verb, Callable[[Book, Subject, Event], Book]] = {
    Verb.DONE: done,
    Verb.TRIED: tried,
    Verb.SKIP: skip,
}
CLOSINGS = {Verb.DONE: Closing.DONE, Verb.TRIED: Closing.TRIED, Verb.SKIP: Closing.SKIPPED}


def settle(turn: Turn, reply: Reply) -> None:
    """Carry out what was said about a nudge, once it is clear about whom and when."""
    subject = subject_meant(turn, reply)
    if subject is None:
        return
    waiting = replace(_waiting(reply.verb.name, subject, reply.note), others=reply.others)
    if isinstance(reply.moment, Two) and reply.verb is not Verb.SKIP:
        ask_which_date(turn, waiting, (reply.moment.first, reply.moment.second))
        return
    if isinstance(reply.moment, Vague | NoSuchDay) and reply.verb is not Verb.SKIP:
        ask_about_when(turn, waiting, reply.moment)
        return
    note = clean_text(reply.note, p.NOTE_LIMIT)
    event = Event(turn.now, instant_said(turn, reply), note, _again(turn, reply))
    _carry_out_each(turn, reply.verb, [subject, *_subjects(turn, reply.others)], event)


def _subjects(turn: Turn, contact_ids: Sequence[int]) -> Sequence[Subject]:
    """Return contacts as subjects, but those who are not in the Book any more."""
    known = (turn.book.contacts[key] for key in contact_ids if key in turn.book.contacts)
    return [about(turn, contact) for contact in known]


def _again(turn: Turn, reply: Reply) -> datetime | None:
    """Return when the user wants to try once more; None when they did not say."""
    moment = narrowed(reply.again, turn.today, Facing.FUTURE)
    return comes_back_at(moment, turn) if isinstance(moment, Day | Hour | Elapsed) else None


def contact_chosen(turn: Turn, contact: Contact, then: AskWho) -> None:
    """Go on once it is clear about whom."""
    subject = about(turn, contact)
    if then.dates and then.verb != Verb.SKIP.name:
        ask_which_date(turn, _waiting(then.verb, subject, then.note), then.dates)
        return
    note = clean_text(then.note, p.NOTE_LIMIT)
    carry_out(turn, Verb[then.verb], subject, Event(turn.now, then.at, note))


def day_chosen(turn: Turn, question: AskWhen, day: date) -> None:
    """Go on once it is clear which of two days it was."""
    contact = turn.known(question.contact_id or 0)
    if contact:
        subject = Subject(contact, turn.book.nudges.get(question.nudge_id or 0))
        note = clean_text(question.note, p.NOTE_LIMIT)
        event = Event(turn.now, happened_at(Day(day), turn), note)
        subjects = [subject, *_subjects(turn, question.others)]
        _carry_out_each(turn, Verb[question.verb], subjects, event)


def _waiting(verb: str, subject: Subject, note: str) -> AskWhen:
    """Return the question of the day, in which the rest of what was said waits."""
    return AskWhen(verb, subject.contact.id, subject.nudge.id if subject.nudge else None, note)


def _carry_out_each(turn: Turn, verb: Verb, subjects: Sequence[Subject], event: Event) -> None:
    """Store what came of it with each of some contacts, in one answer; who waits for none is left.

    Nobody is asked how each of several left the user.
    """
    if len(subjects) == 1:
        carry_out(turn, verb, subjects[0], event)
        return
    kept = [one for one in subjects if verb is Verb.DONE or one.contact.standing is Standing.KEPT]
    for one in kept:
        _take_buttons(turn, one)
    if not kept:
        turn.say(f"hi.{subjects[0].contact.standing}", name=subjects[0].contact.name)
        return
    turn.book = each(turn.book, USE_CASES[verb], kept, _with_day(turn, event))
    turn.show(undoable(turn, Message(_closing(turn, verb, kept, event))))


def carry_out(turn: Turn, verb: Verb, subject: Subject, event: Event) -> None:
    """Store what came of it and close the nudge; what is settled already is answered kindly."""
    if subject.nudge and _is_told(turn, verb, subject.nudge):
        _already(turn, subject, event)
        return
    if verb is not Verb.DONE and subject.contact.standing is not Standing.KEPT:
        turn.say(f"hi.{subject.contact.standing}", name=subject.contact.name)
        return
    _take_buttons(turn, subject)
    turn.book = USE_CASES[verb](turn.book, subject, _with_day(turn, event))
    closing = _closing(turn, verb, [subject], event)
    asks_feeling = verb is Verb.DONE and subject.contact.standing is not Standing.DECEASED
    answer = felt_message(turn.book, closing) if asks_feeling else Message(closing)
    turn.show(undoable(turn, answer))


def _with_day(turn: Turn, event: Event) -> Event:
    """Return what the user tells with the day to come that its note speaks of."""
    return replace(event, ahead=ahead_in(event.note, turn.wall)) if event.note else event


def _already(turn: Turn, subject: Subject, event: Event) -> None:
    """Say that it is done; a note told with it is kept all the same."""
    if event.note:
        turn.book = add_note(
            turn.book, subject.contact, event.note, turn.now, ahead_in(event.note, turn.wall)
        )
        say_stored(turn, "notes.added", name=subject.contact.name, note=event.note)
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


def _closing(turn: Turn, verb: Verb, subjects: Sequence[Subject], event: Event) -> str:
    """Say that it is finished, and what was understood beyond a mere button."""
    first, *others = subjects
    names = listed(turn.texts, [one.contact.name for one in subjects])
    if first.contact.standing is Standing.DECEASED and not others:
        return turn.texts("died.logged", name=names)
    lines = [turn.texts(f"{verb.name.lower()}.closing", name=names)]
    if others or _is_worth_saying(turn, verb, first, event):
        lines.append(logged_line(turn, verb, names, event.occurred_at or turn.now))
    waits = (line for one in subjects for line in waiting_lines(turn, verb, one.contact))
    lines += dict.fromkeys(waits)
    if event.note:
        lines.append(turn.texts("done.noted", note=event.note))
    return "\n".join(lines)


def _is_worth_saying(turn: Turn, verb: Verb, subject: Subject, event: Event) -> bool:
    """Tell whether who and when it was has to be said: a button under a nudge says both."""
    if event.occurred_at or verb is Verb.SKIP:
        return event.occurred_at is not None
    return turn.pressed_on is None or subject.nudge is None


def logged_line(turn: Turn, verb: Verb, name: str, at: datetime) -> str:
    """Say about whom and when something is logged; ``name`` may be those of several."""
    day = local_date(at, turn.book.profile.zone)
    ago = turn.texts.dated_ago(day, turn.today)
    return turn.texts(f"{verb.name.lower()}.logged", name=name, ago=ago)


def waiting_lines(turn: Turn, verb: Verb, contact: Contact) -> list[str]:
    """Return until when a contact waits after a try; a try of long ago holds nobody.

    A time that was said is promised to the minute, but for what quiet hours move.
    """
    hold, profile = turn.book.contacts[contact.id].hold, turn.book.profile
    if verb is not Verb.TRIED or hold is None or hold.until <= turn.now:
        return []
    if hold.chosen:
        kept = next_awake(hold.until, profile.zone, profile.quiet) or hold.until
        return [turn.texts("tried.again", name=contact.name, when=turn.promised(kept))]
    day = local_date(hold.until, turn.book.profile.zone)
    return [turn.texts("tried.waits", when=turn.texts.by_day(day, turn.today))]
