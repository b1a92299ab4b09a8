"""docs/semantics.md, 5 whatever happens: floods, outages, silence, and clocks that jump."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.application import change_contact, log_outcome
from bot.application import change_settings as chosen
from bot.application.add_contact import add_contact, tell_last_contact
from bot.application.change_settings import reset_learned
from bot.application.deliver_nudges import Decision, decide
from bot.application.log_outcome import Event, Subject, feel_after
from bot.application.undoing import undo
from bot.application.write_nudge import ask_nudge
from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.clock.hours import NEVER, Hours
from bot.domain.policy import snoozing
from bot.domain.policy.agenda import next_due_at
from bot.domain.records.contact_times import Times
from bot.domain.records.dose import Ease
from bot.domain.records.outcome import Feeling
from bot.domain.records.profile import Energy
from bot.domain.records.question import Newcomer
from tests.property.life import BEAT, Life
from tests.property.strategies import times_told

ZONES = ("Europe/Oslo", "America/New_York", "Asia/Kathmandu", "Pacific/Apia")
NIGHTS = (Hours(time(21), time(8)), Hours(time(23), time(6, 30)), Hours(time(8), time(20)), NEVER)
PACES = st.sampled_from((Cadence(3, Unit.DAY), Cadence(2, Unit.WEEK), Cadence(1, Unit.MONTH)))
ANYBODY = st.integers(0, 10**6)
SOME_HOURS = st.integers(1, 400)
EVER = timedelta(days=500)


class AnyLife(RuleBasedStateMachine):
    """Whatever is said, whenever the computer sleeps and however its clock jumps.

    What arrives is checked by ``Life`` at the moment it arrives: a day's one, a week's three, 36
    hours between Hei's own, quiet hours, rest, snoozes and those let go.
    """

    def __init__(self) -> None:
        super().__init__()
        self.life = Life()
        self.ids: set[int] = set()

    @initialize(people=st.integers(0, 6), ease=st.sampled_from(Ease))
    def begins(self, people: int, ease: Ease) -> None:
        """The user begins with some people who are due, and says how it feels."""
        for _ in range(people):
            self.adds(Cadence(2, Unit.WEEK), 20)
        self.life.says(lambda book: chosen.choose_ease(book, ease, self.life.now))

    @rule(pace=PACES, days=st.none() | st.integers(0, 200))
    def adds(self, pace: Cadence, days: int | None) -> None:
        """Somebody is added; when the two last talked is told, or not."""
        now, number = self.life.now, len(self.life.book.contacts)
        last_at = None if days is None else now - timedelta(days=days)
        person = Newcomer(f"Person {number}", cadence=pace, last_at=last_at)
        self.life.says(lambda book: add_contact(book, person, now)[0])

    @rule(who=ANYBODY, hours=st.integers(0, 900))
    def talks(self, who: int, hours: int) -> None:
        """A contact is logged by name, for now or for some time ago."""
        self._answers(who, "done", Event(self.life.now, self._ago(hours)), of_nudge=False)

    @rule(who=ANYBODY, how=st.sampled_from(("done", "tried", "skip", "snooze")))
    def answers(self, who: int, how: str) -> None:
        """Some nudge, however old, is answered."""
        self._answers(who, how, Event(self.life.now), of_nudge=True)

    @rule(who=ANYBODY, choice=st.sampled_from(snoozing.SnoozeChoice))
    def snoozes(self, who: int, choice: snoozing.SnoozeChoice) -> None:
        """A time is chosen on the Snooze button."""
        until = snoozing.returns_at(choice, self.life.book.profile, self.life.now)
        if until:
            self._answers(who, "snooze", Event(self.life.now), of_nudge=True, until=until)

    @precondition(lambda self: self.life.book.contacts)
    @rule(who=ANYBODY, days=st.integers(0, 300))
    def tells(self, who: int, days: int) -> None:
        """When the two last talked is told snoozing."""
        person, now = self._one(who), self.life.now
        self.life.says(lambda b: tell_last_contact(b, person, now - timedelta(days=days), now))

    @precondition(lambda self: self.life.book.contacts)
    @rule(who=ANYBODY, how=st.sampled_from(("let_go", "died", "back", "pace", "note")))
    def changes(self, who: int, how: str) -> None:
        """A person is let go, brought back, remembered, paced or noted."""
        contact, now = self.life.book.contacts[self._one(who)], self.life.now
        changes = {
            "let_go": lambda book: change_contact.let_go(book, contact, now),
            "died": lambda book: change_contact.remember_dead(book, contact, now),
            "back": lambda book: change_contact.bring_back(book, contact),
            "pace": lambda book: change_contact.set_cadence(book, contact, Cadence(2, Unit.WEEK)),
            "note": lambda book: change_contact.add_note(book, contact, "a new job", now),
        }
        self.life.says(changes[how])

    @rule(
        level=st.sampled_from(Energy),
        feeling=st.sampled_from(Feeling),
        what=st.sampled_from(("energy", "less", "reset", "feeling", "cue")),
    )
    def learns(self, level: Energy, feeling: Feeling, what: str) -> None:
        """Something is said of today, of how it felt, or of what was learned."""
        now = self.life.now
        changes = {
            "energy": lambda book: chosen.choose_energy(book, level, now),
            "less": lambda book: chosen.choose_less(book, now),
            "reset": lambda book: reset_learned(book, now),
            "feeling": lambda book: feel_after(book, max(book.outcomes, default=0), feeling),
            "cue": lambda book: chosen.choose_cue(book, "when the coffee is on"),
        }
        self.life.says(changes[what])

    @precondition(lambda self: self.life.book.contacts)
    @rule(who=ANYBODY, times=times_told)
    def learns_hours(self, who: int, times: Times) -> None:
        """It is told when a hello suits somebody, and where they are."""
        contact = self.life.book.contacts[self._one(who)]
        self.life.says(lambda book: book.with_contact(replace(contact, times=times)))

    @rule(ahead=st.just(0) | st.integers(1, 600), hours=st.none() | st.integers(1, 600))
    def rests(self, ahead: int, hours: int | None) -> None:
        """A rest is said, at once or for later, for a time or until the user wakes it."""
        now, since = self.life.now, self.life.now + timedelta(hours=ahead)
        until = since + timedelta(hours=hours) if hours else None
        self.life.says(lambda book: chosen.rest(book, until, now, since=since))

    @rule()
    def wakes(self) -> None:
        """The rest ends."""
        self.life.says(lambda book: chosen.wake(book, self.life.now))

    @rule(zone=st.sampled_from(ZONES), quiet=st.sampled_from(NIGHTS), ease=st.sampled_from(Ease))
    def settles(self, zone: str, quiet: Hours, ease: Ease) -> None:
        """The user moves house, sleeps at other hours or wants another dose."""
        now = self.life.now
        self.life.says(lambda book: chosen.choose_zone(book, zone))
        self.life.says(lambda book: chosen.choose_quiet(book, quiet))
        self.life.says(lambda book: chosen.choose_ease(book, ease, now))

    @precondition(lambda self: self._undoable())
    @rule(which=ANYBODY, newest=st.booleans())
    def takes_back(self, which: int, newest: bool) -> None:  # noqa: FBT001 - Hypothesis draws it
        """The last change is undone, or any other that is kept, whatever it was."""
        ids = self._undoable()
        chosen_id = ids[-1] if newest else ids[which % len(ids)]
        self.life.says(lambda book: undo(book, self.life.now, chosen_id)[0])

    @precondition(lambda self: self.life.people())
    @rule(who=ANYBODY, arrives=st.booleans())
    def asks(self, who: int, arrives: bool) -> None:  # noqa: FBT001 - Hypothesis draws it
        """A nudge is asked for; it arrives, or the process dies before."""
        contact = self.life.people()[who % len(self.life.people())]
        heard = chosen.hear(self.life.book)
        self.life.book, nudge = ask_nudge(heard, contact, self.life.now)
        if arrives:
            self.life.bring(nudge)

    @rule(hours=SOME_HOURS)
    def sleeps(self, hours: int) -> None:
        """Nothing runs for a while, then the heartbeat is back: one of Hei's own, not a pile."""
        self.life.now += timedelta(hours=hours)
        before = len(self.life.log)
        for _ in range(6):
            self.life.look()
            self.life.now += BEAT
        assert sum(one.is_own for one in self.life.log[before:]) <= 1

    @rule(hours=st.integers(1, 200))
    def runs(self, hours: int) -> None:
        """The heartbeat looks whenever something is due, and at no other time is anything due."""
        until = self.life.now + timedelta(hours=hours)
        while self.life.now < until:
            due = next_due_at(self.life.book, self.life.now)
            self._nothing_before(min(due or until, until))
            self.life.now = max(self.life.now + BEAT, min(due or until, until))
            self.life.look()

    @rule(hours=st.integers(-60, -1))
    def is_set_back(self, hours: int) -> None:
        """The clock of the computer ran ahead and is set right."""
        self.life.now += timedelta(hours=hours)
        self.life.look()

    @invariant()
    def one_at_a_time(self) -> None:
        """At most one nudge is open, and at most one is planned."""
        nudges = self.life.book.nudges.values()
        assert sum(one.is_open for one in nudges) <= 1
        assert sum(one.is_planned for one in nudges) <= 1

    @invariant()
    def ids_grow(self) -> None:
        """An id is given out once: each new record's is above all that ever were."""
        book = self.life.book
        fresh = {*book.contacts, *book.nudges, *book.outcomes} - self.ids
        assert all(one > max(self.ids, default=0) for one in fresh)
        assert max(fresh, default=0) <= book.serial
        self.ids |= fresh

    def teardown(self) -> None:
        """Nobody waits for ever: left alone by a user who is awake, Hei nudges some day."""
        for _ in range(1 + len(self.life.book.profile.rests_ahead)):
            self.life.says(lambda book: chosen.wake(book, self.life.now))
        if not self.life.people():
            return
        end, before = self.life.now + EVER, len(self.life.log)
        while self.life.now < end and not any(m.is_own for m in self.life.log[before:]):
            due = next_due_at(self.life.book, self.life.now)
            assert due is not None, "somebody is kept, and nothing will ever come up"
            self.life.now = max(due, self.life.now + BEAT)
            self.life.look()
        assert self.life.now < end

    def _answers(
        self, who: int, how: str, event: Event, *, of_nudge: bool, until: datetime | None = None
    ) -> None:
        book = self.life.book
        sent = sorted(key for key, nudge in book.nudges.items() if nudge.sent_at)
        if not (sent if of_nudge else book.contacts):
            return
        nudge = book.nudges[sent[who % len(sent)]] if of_nudge else None
        if nudge and log_outcome.is_settled(book, nudge):
            return
        contact = book.contacts[nudge.contact_id if nudge else self._one(who)]
        extra = {} if until is None else {"until": until}
        answer = getattr(log_outcome, how)
        self.life.says(lambda book: answer(book, Subject(contact, nudge), event, **extra))

    def _nothing_before(self, end: datetime) -> None:
        at = self.life.now + timedelta(minutes=7)
        while at < end:
            assert decide(self.life.book, at) == Decision(self.life.book), "due later than that"
            at += timedelta(minutes=97)

    def _undoable(self) -> list[int]:
        """Return the changes that brought nobody about whom there was a nudge since."""
        book = self.life.book
        return [c.id for c in book.changes if not any(map(book.nudges_about, c.newcomers))]

    def _one(self, who: int) -> int:
        return sorted(self.life.book.contacts)[who % len(self.life.book.contacts)]

    def _ago(self, hours: int) -> datetime:
        return self.life.now - timedelta(hours=hours)


AnyLife.TestCase.settings = settings(stateful_step_count=40)
TestAnyLife = AnyLife.TestCase
