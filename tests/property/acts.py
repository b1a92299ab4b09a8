"""What a user may do, one act after the other, each through its use case."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time

from hypothesis import strategies as st

from bot.application import change_contact as keep
from bot.application import change_settings as chosen
from bot.application import log_outcome as log
from bot.application.add_contact import add_contact, tell_last_contact
from bot.application.log_outcome import Event, Subject
from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.clock.hours import Hours
from bot.domain.records.book import Book
from bot.domain.records.channels import Channel
from bot.domain.records.contact import Contact
from bot.domain.records.contact_times import Preset, PresetTold
from bot.domain.records.dose import Ease
from bot.domain.records.nudge import Closed, Closing, Nudge, Origin
from bot.domain.records.question import Newcomer
from bot.languages import Language
from tests.domain.people import DAY, HOUR, KARI, NOON, due_since, nudged

PEOPLE = 3


@dataclass(frozen=True, slots=True)
class Act:
    """One act: which, about whom, and a number that makes it another than the last."""

    name: str
    who: int
    number: int


def _subject(book: Book, contact: Contact) -> Subject:
    """Return a contact with the newest nudge about them, however it ended."""
    about = book.nudges_about(contact.id)
    return Subject(contact, about[-1] if about else None)


def _without_newest_note(book: Book, contact: Contact) -> Book:
    note = contact.newest_note
    return keep.drop_note(book, contact, note.id) if note else book


def _until(number: int, now: datetime) -> datetime | None:
    return now + number * DAY if number % 2 else None


ABOUT: Mapping[str, Callable[[Book, Contact, int, datetime], Book]] = {
    "told": lambda b, c, n, now: tell_last_contact(b, c.id, now - n * DAY, now),
    "note": lambda b, c, n, now: keep.add_note(b, c, f"{c.name} says {n}", now),
    "drop": lambda b, c, _n, _now: _without_newest_note(b, c),
    "pace": lambda b, c, n, _now: keep.set_cadence(b, c, Cadence(n + 1, Unit.WEEK)),
    "why": lambda b, c, n, _now: keep.set_why(b, c, f"because {n}"),
    "rename": lambda b, c, n, _now: keep.rename(b, c, f"{c.name.split()[0]} {n}"),
    "nickname": lambda b, c, n, _now: keep.set_nickname(b, c, "Kaz" * (n % 3)),
    "channel": lambda b, c, n, _now: keep.set_channel(b, c, list(Channel)[n % len(Channel)]),
    "language": lambda b, c, n, _now: keep.set_language(b, c, list(Language)[n % 3]),
    "times": lambda b, c, n, _now: keep.set_times(b, c, (PresetTold(list(Preset)[n % 5]),)),
    "zone": lambda b, c, n, _now: keep.set_zone(b, c, ("Asia/Tokyo", "Europe/Oslo")[n % 2]),
    "talk": lambda b, c, n, now: log.done(b, Subject(c), Event(now, now - n * HOUR, "a dog")),
    "done": lambda b, c, _n, now: log.done(b, _subject(b, c), Event(now)),
    "tried": lambda b, c, _n, now: log.tried(b, _subject(b, c), Event(now)),
    "skip": lambda b, c, _n, now: log.skip(b, _subject(b, c), Event(now)),
    "snooze": lambda b, c, n, now: log.snooze(b, _subject(b, c), Event(now), _until(n, now)),
    "let go": lambda b, c, _n, now: keep.let_go(b, c, now),
    "leave": lambda b, c, _n, now: keep.leave_alone(b, c, now),
    "mourn": lambda b, c, _n, now: keep.remember_dead(b, c, now),
    "back": lambda b, c, _n, _now: keep.bring_back(b, c),
}
"""Acts about a contact."""
ALONE: Mapping[str, Callable[[Book, int, datetime], Book]] = {
    "rest": lambda b, n, now: chosen.rest(b, _until(n, now), now),
    "wake": lambda b, _n, now: chosen.wake(b, now),
    "speak": lambda b, n, _now: chosen.choose_language(b, list(Language)[n % 3]),
    "move": lambda b, n, _now: chosen.choose_zone(b, ("Asia/Tokyo", "Europe/Oslo")[n % 2]),
    "quiet": lambda b, n, _now: chosen.choose_quiet(b, Hours(time(20 + n % 4), time(7))),
    "ease": lambda b, n, now: chosen.choose_ease(b, list(Ease)[n % 3], now),
    "less": lambda b, _n, now: chosen.choose_less(b, now),
}
"""Acts about nobody."""
acts = st.lists(
    st.builds(Act, st.sampled_from(("add", *ABOUT, *ALONE)), st.integers(0, 8), st.integers(0, 9)),
    max_size=15,
)


@dataclass(slots=True)
class Doing:
    """A Book to which acts are done, an hour after the other; ``added`` says who came when."""

    book: Book
    added: dict[int, int] = field(default_factory=dict)

    def do(self, act: Act, turn: int) -> None:
        """Do an act; one about somebody who is not there, or that cannot be, changes nothing."""
        now = NOON + (turn + 1) * HOUR
        if act.name == "add":
            newcomer = Newcomer(f"New{turn}", last_at=_until(-act.number, now))
            self.book, contact = add_contact(self.book, newcomer, now)
            self.added[turn] = contact.id
        elif act.name in ALONE:
            self.book = ALONE[act.name](self.book, act.number, now)
        elif contact_here := self._contact(act.who):
            self.book = ABOUT[act.name](self.book, contact_here, act.number, now)

    def _contact(self, who: int) -> Contact | None:
        key = who + 1 if who < PEOPLE else self.added.get(who - PEOPLE)
        return self.book.contacts.get(key or 0)


def begun() -> Book:
    """Return a Book with three people: a nudge about the first waits, those about others ended."""
    book = due_since(1.5, 1.2, 1.1)
    for number in range(KARI + 1, PEOPLE + 1):
        state = Closed(NOON - 5 * DAY, None, NOON - 3 * DAY, Closing.LAPSED)
        nudge = Nudge(book.next_id(), number, Origin.PLANNED, ("Hi!",), "just-hi", state)
        book = book.with_nudge(nudge)
    return nudged(book, KARI, NOON)[0]


def did(done: list[Act], leaving: int | None = None) -> list[Book]:
    """Return the Book before all acts and after each of them, leaving one out."""
    doing = Doing(begun())
    books = [doing.book]
    for turn, act in enumerate(done):
        if turn != leaving:
            doing.do(act, turn)
        books.append(doing.book)
    return books


def plain(book: Book) -> Book:
    """Return a Book without the ids given out, the spent dose and what can be taken back."""
    dose = replace(book.dose, tokens=0, counted_at=None, silences=0)
    return replace(book, serial=0, handled=(), open_question=None, changes=(), dose=dose)


def renumbered(book: Book) -> Book:
    """Return a plain Book whose records count from 1, in the order in which they came."""
    notes = (note.id for contact in book.contacts.values() for note in contact.notes)
    ids = sorted({*book.contacts, *book.nudges, *book.outcomes, *notes})
    new = {old: number for number, old in enumerate(ids, start=1)}
    contacts = (_with_ids(contact, new) for contact in book.contacts.values())
    nudges = (
        replace(nudge, id=new[nudge.id], contact_id=new[nudge.contact_id])
        for nudge in book.nudges.values()
    )
    outcomes = (
        replace(
            item,
            id=new[item.id],
            contact_id=new[item.contact_id],
            nudge_id=new[item.nudge_id] if item.nudge_id else None,
        )
        for item in book.outcomes.values()
    )
    return replace(
        plain(book),
        contacts={one.id: one for one in contacts},
        nudges={one.id: one for one in nudges},
        outcomes={one.id: one for one in outcomes},
    )


def _with_ids(contact: Contact, new: Mapping[int, int]) -> Contact:
    hold = contact.hold
    if hold and hold.nudge_id:
        hold = replace(hold, nudge_id=new[hold.nudge_id])
    notes = tuple(replace(note, id=new[note.id]) for note in contact.notes)
    return replace(contact, id=new[contact.id], notes=notes, hold=hold)
