"""A user's life with Hei, driven through the real functions, with a log of what went out.

Knows what a user can see. The log is kept apart from the Book, so that nothing the Book forgets
is forgotten by the test.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta

from bot.application.change_settings import hear, welcome
from bot.application.deliver_nudges import decide, mark_sent
from bot.domain.availability.good_moments import is_good_for
from bot.domain.clock.hours import Hours
from bot.domain.clock.wall_time import local_date, to_wall
from bot.domain.parameters import LIGHT_COST
from bot.domain.policy.due import ready_at
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.history import history
from bot.domain.records.nudge import Nudge, Origin
from bot.domain.records.profile import Energy
from bot.languages import Language

BEGIN = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
WEEK = timedelta(days=7)
SPACING = timedelta(hours=36)
BEAT = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Message:
    """A nudge as it arrived."""

    at: datetime
    nudge: Nudge

    @property
    def is_own(self) -> bool:
        """Whether it was Hei's own idea."""
        return self.nudge.origin is Origin.PLANNED

    @property
    def is_counted(self) -> bool:
        """Whether it counts for the day and the week."""
        return self.nudge.origin is not Origin.KEPT


def begun() -> Book:
    """Return the Book of somebody who has just said hello."""
    return welcome(Book(), Language.EN, "Europe/Oslo", Hours(time(21), time(8)), BEGIN)


@dataclass(slots=True)
class Life:
    """A Book, a clock that anybody may move, and every message that arrived."""

    book: Book = field(default_factory=begun)
    now: datetime = BEGIN
    log: list[Message] = field(default_factory=list)

    def says(self, change: Callable[[Book], Book]) -> None:
        """Let the user say something that changes the Book; any word is a sign of life."""
        self.book = change(hear(self.book))

    def look(self) -> Nudge | None:
        """Look at the clock once, as a heartbeat does, and bring what comes of it."""
        decision = decide(self.book, self.now)
        again = decide(decision.book, self.now)
        if decision.nudge:
            assert again == decision, "a second look at the same instant decides otherwise"
        self.book = decision.book
        if decision.nudge:
            self.bring(decision.nudge)
        return decision.nudge

    def bring(self, nudge: Nudge) -> None:
        """Let a planned nudge arrive; everything that forbids it is looked up in the log."""
        self._allowed(nudge)
        self.log.append(Message(self.now, nudge))
        self.book = mark_sent(self.book, nudge.id, nudge.id, self.now)

    def people(self, standing: Standing = Standing.KEPT) -> list[Contact]:
        """Return everybody of one standing."""
        return [one for one in self.book.contacts.values() if one.standing is standing]

    def _allowed(self, nudge: Nudge) -> None:
        contact, profile = self.book.contacts[nudge.contact_id], self.book.profile
        assert contact.standing is Standing.KEPT
        if nudge.origin is Origin.ASKED:
            return
        assert to_wall(self.now, profile.zone).time() not in profile.quiet
        assert not profile.is_resting(self.now)
        assert not (contact.hold and self.now < contact.hold.until)
        if nudge.origin is Origin.PLANNED:
            assert is_good_for(self.book, contact, self.now)
            assert self._is_light(contact), "too heavy for a day of low energy"
            assert ready_at(self.book, contact, history(self.book), self.now) <= self.now
            self._rationed(profile.zone)

    def _is_light(self, contact: Contact) -> bool:
        today = local_date(self.now, self.book.profile.zone)
        low = self.book.profile.energy_on(today) is Energy.LOW
        return not low or history(self.book).cost(contact.id) <= LIGHT_COST

    def _rationed(self, zone: str) -> None:
        today = local_date(self.now, zone)
        counted = [one.at for one in self.log if one.is_counted]
        assert all(local_date(at, zone) != today for at in counted), "a second one today"
        assert sum(abs(self.now - at) < WEEK for at in counted) < 3, "a fourth in a week"
        own = [one.at for one in self.log if one.is_own]
        assert all(abs(self.now - at) >= SPACING for at in own), "within 36 hours"
