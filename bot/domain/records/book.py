"""The Book: all that one user has told Hei, read, changed and committed whole.

Knows how its records hang together. Every change returns a new Book; none is changed in place.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain import parameters as p
from bot.domain.names import Names, quoted
from bot.domain.records.change import Change
from bot.domain.records.contact import Contact
from bot.domain.records.dose import Dose
from bot.domain.records.nudge import Nudge
from bot.domain.records.outcome import Outcome
from bot.domain.records.profile import Profile
from bot.domain.records.question import OpenQuestion, Question


@dataclass(frozen=True, slots=True)
class Book:
    """One user's contacts, nudges and outcomes, each by its id.

    ``serial`` is the last id given out; ids of all records come from it and are never used again,
    so that a button pressed years later cannot mean another contact. ``handled`` holds the ids of
    the latest updates whose effects are in this Book (docs/semantics.md, 6).
    """

    profile: Profile = field(default_factory=Profile)
    dose: Dose = field(default_factory=Dose)
    contacts: Mapping[int, Contact] = field(default_factory=dict)
    nudges: Mapping[int, Nudge] = field(default_factory=dict)
    outcomes: Mapping[int, Outcome] = field(default_factory=dict)
    open_question: OpenQuestion | None = None
    changes: tuple[Change, ...] = ()
    """The last changes that can be taken back, oldest first."""
    handled: tuple[int, ...] = ()
    serial: int = 0

    def next_id(self) -> int:
        """Return the id for the next new record."""
        return self.serial + 1

    def with_contact(self, contact: Contact) -> "Book":
        """Return the Book with this contact added or replaced."""
        return replace(
            self,
            contacts={**self.contacts, contact.id: contact},
            serial=max(self.serial, contact.id, *(note.id for note in contact.notes), 0),
        )

    def with_nudge(self, nudge: Nudge) -> "Book":
        """Return the Book with this nudge added or replaced."""
        nudges = {**self.nudges, nudge.id: nudge}
        return replace(self, nudges=nudges, serial=max(self.serial, nudge.id))

    def with_outcome(self, outcome: Outcome) -> "Book":
        """Return the Book with this outcome added or replaced."""
        outcomes = {**self.outcomes, outcome.id: outcome}
        return replace(self, outcomes=outcomes, serial=max(self.serial, outcome.id))

    def without_outcomes(self, nudge_id: int) -> "Book":
        """Return the Book without what was noted for one nudge."""
        kept = {key: item for key, item in self.outcomes.items() if item.nudge_id != nudge_id}
        return replace(self, outcomes=kept)

    def without_contact(self, contact_id: int) -> "Book":
        """Return the Book as if this contact had never been in it; nothing can bring them back.

        Only that there was a nudge stays counted, without whom it was about. Changes that hold
        anything of theirs are gone too.
        """
        theirs = self.records_of(contact_id)
        sent = (n.sent_at for n in self.nudges_about(contact_id) if n.counts and n.sent_at)
        return replace(
            self,
            profile=self.profile.without_lines_for(contact_id),
            dose=self.dose.counting(tuple(sent)),
            contacts={key: item for key, item in self.contacts.items() if key != contact_id},
            nudges={k: v for k, v in self.nudges.items() if v.contact_id != contact_id},
            outcomes={k: v for k, v in self.outcomes.items() if v.contact_id != contact_id},
            open_question=None,
            changes=tuple(
                one.without_lines_for(contact_id)
                for one in self.changes
                if not one.touched & theirs
            ),
        )

    def records_of(self, contact_id: int) -> frozenset[int]:
        """Return the ids of a contact and of all about them, here and in what changes keep."""
        held: tuple[Book | Change, ...] = (self, *self.changes)
        known = (item for one in held for item in (*one.nudges.items(), *one.outcomes.items()))
        theirs = (key for key, record in known if record and record.contact_id == contact_id)
        return frozenset((contact_id, *theirs))

    def asking(self, question: Question | None, now: datetime) -> "Book":
        """Return the Book with this question open, in place of any other."""
        if question is None:
            return replace(self, open_question=None)
        serial = self.next_id()
        return replace(self, open_question=OpenQuestion(serial, question, now), serial=serial)

    def having_handled(self, update_id: int) -> "Book":
        """Return the Book that knows this update as done."""
        return replace(self, handled=(*self.handled, update_id)[-p.HANDLED_KEPT :])

    @property
    def last_change(self) -> Change | None:
        """The newest change that can be taken back."""
        return self.changes[-1] if self.changes else None

    def change(self, change_id: int) -> Change | None:
        """Return a change that can be taken back; None when it is not kept."""
        return next((one for one in self.changes if one.id == change_id), None)

    def _newest_first(self) -> Iterator[Nudge]:
        return (self.nudges[key] for key in sorted(self.nudges, reverse=True))

    @property
    def open_nudge(self) -> Nudge | None:
        """The newest nudge that waits for an answer."""
        return next((n for n in self._newest_first() if n.is_open), None)

    @property
    def planned_nudge(self) -> Nudge | None:
        """The nudge that is decided and not known to be sent."""
        return next((n for n in self._newest_first() if n.is_planned), None)

    def nudges_about(self, contact_id: int) -> tuple[Nudge, ...]:
        """Return every nudge about one contact, oldest first."""
        return tuple(n for n in self.nudges.values() if n.contact_id == contact_id)

    def drafts_for(self, contact_id: int) -> tuple[str, ...]:
        """Return every wording ever shown for one contact, oldest first."""
        shown = (n for n in self.nudges_about(contact_id) if n.is_planned or n.sent_at)
        return tuple(text for nudge in shown for text in (*nudge.drafts, nudge.variant) if text)

    def nudge_in(self, message_id: int) -> Nudge | None:
        """Return the nudge that a Telegram message carries."""
        return next((n for n in self.nudges.values() if n.message_id == message_id), None)

    def names(self) -> Names[int]:
        """Return everyone's name by id, and the nicknames that some go by as well."""
        people = self.contacts.values()
        nicknames = ((one.id, one.nickname or quoted(one.name)) for one in people)
        return Names(
            {one.id: one.name for one in people},
            {key: nickname for key, nickname in nicknames if nickname},
        )
