"""What the heartbeat does for one user: close what lapsed, plan what may go, deliver it.

A nudge is on disk as planned before it is sent and as sent afterwards (docs/semantics.md, 6).
"""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.application.ports import Books, Clock, Postman, RecipientGone, TryLater
from bot.application.vary_draft import Variety
from bot.application.write_nudge import plan_nudge
from bot.domain import parameters as p
from bot.domain.availability.usual_hours import next_awake
from bot.domain.policy.agenda import Proposal, is_awaited, lapses_at, propose
from bot.domain.policy.check_ins import check_in_under, having_asked
from bot.domain.policy.gate import may_nudge
from bot.domain.records.book import Book
from bot.domain.records.nudge import Closing, Nudge, Origin


@dataclass(frozen=True, slots=True)
class Decision:
    """A Book after a look at the clock, the nudge to deliver now, and whether a pause began."""

    book: Book
    nudge: Nudge | None = None
    pause_began: bool = False


def decide(book: Book, now: datetime) -> Decision:
    """Return what one look at the clock makes of a Book; at night only what was just asked for."""
    book = _set_right(book, now)
    planned = book.planned_nudge
    if planned and is_awaited(planned, now):
        return _resumed(book, planned, now)
    if next_awake(now, book.profile.zone, book.profile.quiet) != now:
        return Decision(book)
    lapse = lapses_at(book.open_nudge) if book.open_nudge else None
    if lapse and lapse <= now:
        lapsed = _making_room(book, now)
        if lapsed.pause_began:
            return lapsed
        book = lapsed.book
    return _resumed(book, planned, now) if planned else _proposed(book, now)


def _resumed(book: Book, planned: Nudge, now: datetime) -> Decision:
    """Go on with a nudge that was decided earlier; one that may not go now gives way to another."""
    if may_nudge(book, book.contacts[planned.contact_id], now, planned.origin).may:
        return Decision(book, planned)
    return _proposed(book.with_nudge(planned.closed(now, Closing.WITHDRAWN)), now)


def _proposed(book: Book, now: datetime) -> Decision:
    """Plan the one nudge that may go now; one still open before it closes, which may forbid it."""
    if propose(book, now) is None:
        return Decision(book)
    room = _making_room(book, now)
    proposal = None if room.pause_began else propose(room.book, now)
    return _planned(room.book, proposal, now) if proposal else room


def _planned(book: Book, proposal: Proposal, now: datetime) -> Decision:
    planned, nudge = plan_nudge(book, proposal.contact, proposal.origin, now, proposal.returns)
    return Decision(planned, nudge)


def _making_room(book: Book, now: datetime) -> Decision:
    """Close the open nudge. That is a silence if there was time to answer and Hei began it."""
    nudge = book.open_nudge
    if nudge is None or nudge.sent_at is None:
        return Decision(book)
    silent = now - nudge.sent_at >= p.SPACING
    how = Closing.LAPSED if silent else Closing.REPLACED
    closed = book.with_nudge(nudge.closed(now, how))
    if not silent or nudge.origin is Origin.ASKED:
        return Decision(closed)
    dose = book.dose.met_silence(now)
    began = dose.pause_until != book.dose.pause_until
    return Decision(replace(closed, dose=dose), pause_began=began)


def _set_right(book: Book, now: datetime) -> Book:
    """Return the Book after a clock that ran far ahead was set right: nothing waits for it."""
    for nudge in book.nudges.values():
        if nudge.is_open and nudge.sent_at and nudge.sent_at > now + p.AHEAD:
            book = book.with_nudge(nudge.closed(now, Closing.LAPSED))
    dose = book.dose.set_right(now)
    return book if dose == book.dose else replace(book, dose=dose)


def mark_sent(book: Book, nudge_id: int, message_id: int | None, now: datetime) -> Book:
    """Return the Book in which a nudge is out; one that is unknown or was out stays as it is.

    It pays with a token if it was Hei's own idea; else it ends the snooze. One that was answered
    while it travelled stays answered, and so does a snooze to a time that is still to come.
    """
    nudge = book.nudges.get(nudge_id)
    if nudge is None or nudge.sent_at:
        return book
    if nudge.is_planned:
        book = _replacing_open(book, now)
    sent = book.with_nudge(nudge.sent(now, message_id))
    if nudge.origin is Origin.PLANNED:
        return _asking(replace(sent, dose=sent.dose.spend(now)), nudge, now)
    contact = sent.contacts[nudge.contact_id]
    if contact.hold and (nudge.is_planned or contact.hold.until <= now):
        return sent.with_contact(replace(contact, hold=None))
    return sent


def _asking(book: Book, nudge: Nudge, now: datetime) -> Book:
    """Return the Book that knows the question under a nudge as asked."""
    check_in = check_in_under(book.with_nudge(nudge), nudge, now)
    return having_asked(book, nudge.contact_id, check_in, now) if check_in else book


def _replacing_open(book: Book, now: datetime) -> Book:
    for nudge in book.nudges.values():
        if nudge.is_open:
            book = book.with_nudge(nudge.closed(now, Closing.REPLACED))
    return book


@dataclass(frozen=True, slots=True)
class Arrival:
    """A nudge that went out: its message, None when its fate is unknown, and when."""

    nudge_id: int
    message_id: int | None
    at: datetime


@dataclass(slots=True)
class Deliverer:
    """Delivers their nudges to users at every heartbeat.

    ``under_way`` holds the users to whom a nudge is being sent, so that a second look at the
    clock meanwhile does not send it once more. ``arrived`` holds what went out and could not be
    noted yet, on a full disk say: it is noted before anything else is sent. ``variety`` has drafts
    worded anew; None where the owner has no language model.
    """

    books: Books
    postman: Postman
    clock: Clock
    variety: Variety | None = None
    under_way: set[int] = field(default_factory=set)
    arrived: dict[int, "Arrival"] = field(default_factory=dict)

    async def deliver_due(self, user_id: int) -> None:
        """Do what is due for one user, unless a nudge is on its way to them already."""
        if user_id in self.under_way:
            return
        await self._note_arrival(user_id)
        async with self.books.open(user_id) as work:
            decision = decide(work.book, self.clock.now())
            work.book = decision.book
        if decision.pause_began:
            await self._tell_pause(user_id, decision.book)
        if decision.nudge and self.claim(user_id):
            await self.deliver(user_id, decision.book, decision.nudge)

    def claim(self, user_id: int) -> bool:
        """Take the way to one user for a nudge; False when another is on it already.

        Whoever plans a nudge claims the way after leaving the Book without an ``await`` between:
        otherwise a heartbeat finds the nudge planned and delivers it as well.
        """
        if user_id in self.under_way:
            return False
        self.under_way.add(user_id)
        return True

    async def deliver(self, user_id: int, book: Book, nudge: Nudge) -> None:
        """Send a planned nudge on a way that was claimed, note what became of it, free the way."""
        try:
            if self.variety:
                varied = await self.variety.vary(user_id, book, nudge)
                if varied is None:
                    return
                book, nudge = varied
            message_id = await self.postman.deliver(user_id, book, nudge)
            self.arrived[user_id] = Arrival(nudge.id, message_id, self.clock.now())
            await self._note_arrival(user_id)
        except RecipientGone:
            await self._lose(user_id, nudge)
        except TryLater:
            pass  # it stays planned; a later heartbeat asks the gate again
        finally:
            self.under_way.discard(user_id)

    async def _note_arrival(self, user_id: int) -> None:
        """Commit that a nudge went out; until that succeeds it is remembered here."""
        arrival = self.arrived.get(user_id)
        if arrival is None:
            return
        async with self.books.open(user_id) as work:
            work.book = mark_sent(work.book, arrival.nudge_id, arrival.message_id, arrival.at)
        del self.arrived[user_id]

    async def _tell_pause(self, user_id: int, book: Book) -> None:
        with suppress(RecipientGone, TryLater):  # silence is what it would have announced
            await self.postman.tell_pause(user_id, book)

    async def _lose(self, user_id: int, nudge: Nudge) -> None:
        """Keep the Book of a user who blocked the bot, and stop nudging (docs/semantics.md, 6)."""
        async with self.books.open(user_id) as work:
            book = work.book
            if book.profile.started_at is None:  # they had everything forgotten meanwhile
                return
            if (here := book.nudges.get(nudge.id)) and here.is_planned:
                book = book.with_nudge(here.closed(self.clock.now(), Closing.WITHDRAWN))
            work.book = replace(book, profile=replace(book.profile, unreachable=True))
