"""From what was typed to the contact, the nudge and the day that are meant, or to a question.

The nudge replied to goes first, then the newest open one; else the user is asked. Nothing is
guessed: two that fit are asked about, and what was said meanwhile waits in the question, so that
nothing is typed twice.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from bot.application.log_outcome import Subject, is_settled, subject_of
from bot.conversation.buttons.question_buttons import OnDate
from bot.conversation.effects import Key, Message
from bot.conversation.router import router
from bot.conversation.screens.people_screen import (
    CHOICES,
    alphabetical,
    people_message,
    who_message,
)
from bot.conversation.turn import Turn
from bot.conversation.typed.instants import AGO, comes_back_at, happened_at, narrowed
from bot.domain.names import find, fold, is_slip, split_known
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.nudge import Nudge
from bot.domain.records.question import AskLast, AskName, AskWhen, AskWho
from bot.understanding.facts.first_names import is_first_name
from bot.understanding.facts.kin_names import kin_meant
from bot.understanding.moments.moments import (
    Day,
    Elapsed,
    Facing,
    Hour,
    NoSuchDay,
    Two,
    Vague,
    Wrong,
)
from bot.understanding.replies.nudge_replies import Reply, Verb
from bot.understanding.words.last_words import after
from bot.understanding.words.listing import split_head

ASKED_OF_SLIPS = frozenset({"letgo", "left-alone", "deceased", "forget", "rename", "bringback"})
"""What goes on only for a contact whose name was typed right, or who was chosen."""


def go_on_with(turn: Turn, typed: str, then: AskWho) -> None:
    """Go on with the one contact that a name means; else ask or say that nobody is called so.

    Args:
        turn: the turn to answer in.
        typed: the name as typed; empty asks who is meant.
        then: what goes on, now or once the user has chosen.
    """
    if not typed:
        ask_who(turn, then)
        return
    names = turn.book.names()
    found = find(names, typed) or find(names, kin_meant(names, typed))
    contact = one_of(turn, found, typed, then)
    if contact:
        router.contacts[then.verb](turn, contact, then)


def one_of(turn: Turn, found: Sequence[int], typed: str, then: AskWho) -> Contact | None:
    """Return the contact if exactly one was found; else ask or say that nobody is called so."""
    if len(found) == 1:
        contact = turn.book.contacts[found[0]]
        return contact if _is_meant(turn, contact, typed, then) else None
    if found:
        people = [turn.book.contacts[key] for key in found]
        lead = turn.texts("who.which", name=typed)
        turn.show(who_message(turn.book, turn.ask(then), people, lead))
    else:
        turn.say("who.unknown", name=typed)
    return None


def _is_meant(turn: Turn, contact: Contact, typed: str, then: AskWho) -> bool:
    """Tell whether a name that may be mistyped is taken for a contact's, which is said; else ask.

    Karin is somebody else than Kari, and nobody is silenced or deleted by a slip of the finger.
    """
    names = turn.book.names()
    if not is_slip(names, typed) or find(names, kin_meant(names, typed)):
        return True
    if is_first_name(typed) or then.verb in ASKED_OF_SLIPS:
        lead = turn.texts("who.near", typed=typed, name=contact.name)
        turn.show(who_message(turn.book, turn.ask(then), [contact], lead))
        return False
    turn.say("who.taken", typed=typed, name=contact.name)
    return True


def split_name(turn: Turn, text: str) -> tuple[str, str]:
    """Return the name a text begins with and the rest, parted by a colon or by what is known.

    "Kari meets me at 14:30" is about Kari: a colon parts only where a name stands before it.
    """
    names, head = turn.book.names(), split_head(text)
    if head and find(names, head[0]):
        return head
    found, rest = split_known(names, text)
    if found:
        return text[: len(text) - len(rest)].strip(" :"), rest
    return head or (text, "")


def part_name(turn: Turn, text: str, head: str | None) -> tuple[str, str]:
    """Return the name in a text and what is said after it; ``head`` is what stands before that.

    A name goes first: "Anna Ring" is a contact, where the Book knows her, and no call to Anna.
    """
    names = turn.book.names()
    parted = split_name(turn, text)
    if head is None or _is_named(names.forms(), text):
        return parted
    known_apart = head and not find(names, head) and find(names, parted[0])
    return parted if known_apart else (head, after(text, head))


def _is_named(names: Iterable[str], text: str) -> bool:
    """Tell whether a text is a contact's name, or whole words of it."""
    return any(f" {fold(text)} " in f" {fold(name)} " for name in names)


def ask_who(turn: Turn, then: AskWho, people: Sequence[Contact] | None = None) -> None:
    """Ask who is meant, the one nudged about last first, then by name.

    Args:
        turn: the turn to answer in.
        then: what goes on once the user has chosen.
        people: the contacts it may be; None for all who may come up.
    """
    people = _likeliest(turn.book) if people is None else people
    if not people:
        invite(turn)
        return
    lead = turn.texts("who.whom-many" if len(people) > CHOICES else "who.whom")
    turn.show(who_message(turn.book, turn.ask(then), people, lead))


def invite(turn: Turn) -> None:
    """Say that nobody is here yet, and take a typed name as the first."""
    turn.ask(AskName())
    turn.show(people_message(turn.book, 0))


def replies_to_nudge(turn: Turn) -> bool:
    """Tell whether a text was sent as a reply to a nudge."""
    return turn.reply_to is not None and turn.book.nudge_in(turn.reply_to) is not None


def nudge_meant(turn: Turn) -> Nudge | None:
    """Return the nudge an answer is about: the one replied to, else the newest open one."""
    if turn.reply_to is not None:
        replied = turn.book.nudge_in(turn.reply_to)
        if replied:
            return replied
    return turn.book.open_nudge


def _likeliest(book: Book) -> list[Contact]:
    people = alphabetical(book.contacts.values(), book.profile.language)
    latest = {nudge.contact_id: nudge.id for nudge in book.nudges.values()}
    kept = [c for c in people if c.standing is Standing.KEPT]
    return sorted(kept or people, key=lambda c: -latest.get(c.id, 0))


def subject_meant(turn: Turn, reply: Reply) -> Subject | None:
    """Return whom an answer is about; else ask, and keep what was said.

    A time in the wrong direction, or that no calendar has, is answered first.
    """
    if isinstance(reply.moment, Wrong):
        turn.say("when.wrong-past" if reply.verb is Verb.SNOOZE else "when.wrong-future")
        return None
    if isinstance(reply.moment, NoSuchDay) and reply.verb is Verb.SNOOZE:
        turn.say("when.no-such-day")
        return None
    then = _waiting(turn, reply)
    if reply.name:
        contact = one_of(turn, find(turn.book.names(), reply.name), reply.name, then)
        return about(turn, contact) if contact else None
    nudge = nudge_meant(turn)
    if nudge is not None:
        return subject_of(turn.book, nudge)
    newcomer = _newcomer_asked_about(turn) if reply.moment else None
    if newcomer is not None:
        return about(turn, newcomer)
    ask_who(turn, then)
    return None


def _newcomer_asked_about(turn: Turn) -> Contact | None:
    """Return the contact who was just added, while it is asked when the two last talked."""
    question = turn.question
    return turn.book.contacts.get(question.contact_id) if isinstance(question, AskLast) else None


def about(turn: Turn, contact: Contact) -> Subject:
    """Return a contact as a subject, with the nudge that is open about them."""
    nudge = turn.book.open_nudge
    return Subject(contact, nudge if nudge and nudge.contact_id == contact.id else None)


def instant_said(turn: Turn, reply: Reply) -> datetime | None:
    """Return the instant that was said; None when none was, or it is one of two."""
    facing = Facing.FUTURE if reply.verb is Verb.SNOOZE else Facing.PAST
    match narrowed(reply.moment, turn.today, facing):
        case Day() | Hour() | Elapsed() as moment:
            read = comes_back_at if reply.verb is Verb.SNOOZE else happened_at
            return read(moment, turn)
    return None


def ask_which_date(turn: Turn, question: AskWhen, dates: tuple[date, date]) -> None:
    """Ask which of two dates was meant."""
    question_id = turn.ask(question)
    keys = (Key(turn.texts.day(day, turn.today), OnDate(question_id, day)) for day in dates)
    turn.show(Message(turn.texts("when.which"), tuple((key,) for key in keys)))


def ask_about_when(turn: Turn, question: AskWhen, moment: Vague | NoSuchDay) -> None:
    """Ask about when something was of which no day was told, or one that no calendar has."""
    question_id = turn.ask(question)
    keys = (
        Key(turn.texts.label(f"ago-choice.{ago.name}"), OnDate(question_id, turn.today - span))
        for ago, span in AGO.items()
    )
    lead = "when.about" if isinstance(moment, Vague) else "when.about-no-such-day"
    turn.show(Message(turn.texts(lead), tuple((key,) for key in keys)))


def waiting_nudge(turn: Turn, nudge_id: int) -> Nudge | None:
    """Return the nudge of a button unless it is done or gone, which is said."""
    nudge = turn.book.nudges.get(nudge_id)
    if nudge is None or is_settled(turn.book, nudge):
        turn.toast("nudge.already" if nudge else "stale.press")
        turn.strip(turn.pressed_on)
        return None
    return nudge


def _waiting(turn: Turn, reply: Reply) -> AskWho:
    dates = None
    if isinstance(reply.moment, Two):
        dates = (reply.moment.first, reply.moment.second)
    return AskWho(reply.verb.name, reply.note, instant_said(turn, reply), dates)
