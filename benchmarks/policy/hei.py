"""Hei as it is, before a synthetic user: the very functions that the bot calls.

Knows when to look at the clock and how an answer is told. Decides nothing itself.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heappop, heappush

from benchmarks.policy import worlds as w
from benchmarks.policy.life import Act, Life, Reaction
from bot.application import change_settings, log_outcome
from bot.application.add_contact import add_contact
from bot.application.deliver_nudges import decide, mark_sent
from bot.application.log_outcome import Event, Subject, feel_after
from bot.application.write_nudge import reword
from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.policy.agenda import next_due_at
from bot.domain.policy.check_ins import offers_less
from bot.domain.policy.warm_up import warm_up
from bot.domain.records.book import Book
from bot.domain.records.nudge import Nudge
from bot.domain.records.profile import QUIET_HOURS
from bot.domain.records.question import Newcomer
from bot.languages import Language

ANSWERS_AFTER = timedelta(minutes=10)
BEAT = timedelta(seconds=20)


@dataclass(order=True, slots=True)
class Told:
    """Something that the user is going to tell."""

    at: datetime
    index: int
    occurred_at: datetime
    nudge_id: int = 0
    reaction: Reaction | None = field(default=None, compare=False)


def run(life: Life) -> None:
    """Let Hei look after a user until the end, or until they leave."""
    Hei(life).run()


class Hei:
    """A Book, and the user it belongs to."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self.now = life.user.begin
        self.ids: list[int] = []
        self.coming: list[Told] = []
        self.book = self._begun()

    def run(self) -> None:
        """Look at the clock whenever something is due, and listen to the user in between."""
        end = self.life.user.end
        while not self.life.tally.left:
            due = next_due_at(self.book, self.now)
            told = self.coming[0].at if self.coming else end
            self.now = max(self.now, min(due or end, told))
            if self.now >= end:
                return
            if due is None or told <= due:
                self._hears(heappop(self.coming))
            else:
                self._looks()

    def _begun(self) -> Book:
        user = self.life.user
        book = change_settings.welcome(Book(), Language.EN, w.ZONE, QUIET_HOURS, user.begin)
        book = change_settings.choose_ease(book, user.ease, user.begin)
        for number, person in enumerate(user.people):
            pace = Cadence(person.told, Unit.DAY)
            newcomer = Newcomer(f"Kari {number}", cadence=pace, last_at=person.met[0])
            book, contact = add_contact(book, newcomer, user.begin)
            self.ids.append(contact.id)
            for occurred_at, at in person.logged:
                heappush(self.coming, Told(at, number, occurred_at))
        return book

    def _looks(self) -> None:
        decision = decide(self.book, self.now)
        same = decision.book is self.book
        self.book = decision.book
        if decision.nudge:
            self._arrives(decision.nudge)
        elif same:
            self.now += BEAT

    def _arrives(self, nudge: Nudge) -> None:
        contact = self.book.contacts[nudge.contact_id]
        warm = warm_up(self.book, contact, self.now) is not None
        self.book = mark_sent(self.book, nudge.id, nudge.id, self.now)
        index = self.ids.index(contact.id)
        reaction = self.life.takes(index, self.now, warm_up=warm)
        at = self.now + ANSWERS_AFTER
        heappush(self.coming, Told(at, index, self.now, nudge.id, reaction))

    def _hears(self, told: Told) -> None:
        """Tell Hei, the way the chat does: any word is a sign of life."""
        contact = self.book.contacts[self.ids[told.index]]
        if told.reaction is None:
            subject = Subject(contact, None)
            event = Event(told.at, told.occurred_at)
            self.book = log_outcome.done(change_settings.hear(self.book), subject, event)
            return
        self._answers(self.book.nudges[told.nudge_id], told.reaction)

    def _answers(self, nudge: Nudge, reaction: Reaction) -> None:
        if reaction.too_much and offers_less(self.book, nudge):
            self.book = change_settings.choose_less(change_settings.hear(self.book), self.now)
        if reaction.another:
            self.book, nudge = reword(change_settings.hear(self.book), nudge, self.now)
        answer = ANSWERS.get(reaction.act)
        if answer is None:
            return
        subject = log_outcome.subject_of(self.book, nudge)
        self.book = answer(change_settings.hear(self.book), subject, Event(self.now))
        if reaction.feeling:
            logged = (one.id for one in self.book.outcomes.values() if one.nudge_id == nudge.id)
            self.book = feel_after(self.book, next(logged), reaction.feeling)


ANSWERS = {
    Act.DONE: log_outcome.done,
    Act.SNOOZE: log_outcome.snooze,
    Act.SKIP: log_outcome.skip,
}
