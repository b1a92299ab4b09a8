"""A contact of the user's: how often, where, why, and what is worth remembering.

Knows what the user has told about one contact.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.records.channels import AddressKind, Channel
from bot.domain.records.contact_times import NOTHING_TOLD, Times
from bot.domain.records.voice import AS_WRITTEN, NOTHING_HEARD, Heard, Voice
from bot.languages import Language

DEFAULT_CADENCE = Cadence(30, Unit.DAY)
"""The cadence of a contact added without one; the answer says so."""


class Standing(StrEnum):
    """Whether a contact may come up at all."""

    KEPT = "kept"
    """May come up."""
    LET_GO = "let-go"
    """Silenced by the user, everywhere, until they are brought back."""
    LEFT_ALONE = "left-alone"
    """Silent until the user says otherwise; even a hello that is asked for is asked about first."""
    DECEASED = "deceased"
    """Has died: kept in the book, never brought up."""


class ReasonTag(StrEnum):
    """Why a contact is in the book, in one word."""

    JOY = "joy"
    CARE = "care"
    HISTORY = "history"
    WORK = "work"
    DUTY = "duty"
    """Weighs less, and is asked about once a year."""


@dataclass(frozen=True, slots=True)
class Asked:
    """When each check-in about a contact was last asked; None: never."""

    rhythm_at: datetime | None = None
    """Whether to go slower, as the gap is far longer than usual."""
    duty_at: datetime | None = None
    """Whether it is still duty only."""
    relief_at: datetime | None = None
    """Slower, rest or let go, after several heavier ones."""
    reflection_at: datetime | None = None
    """What this contact is to the user."""
    zone_at: datetime | None = None
    """What time it is where they are; it is not asked again unasked."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a contact is reached; every part is optional."""

    username: str | None = None
    """Telegram username without the @."""
    phone: str | None = None
    """E.164, with the leading +."""
    email: str | None = None
    country: str | None = field(default=None, compare=False)
    """ISO 3166 code of the phone number; it follows from it, so that it makes no other address."""

    def by(self, channel: Channel) -> str | None:
        """Return what reaches the contact through a channel; None where it is not known."""
        known = map(self.part, channel.traits.reached_by)
        return next(filter(None, known), None)

    def part(self, kind: AddressKind) -> str | None:
        """Return one part; None where it is not known."""
        return {
            AddressKind.USERNAME: self.username,
            AddressKind.PHONE: self.phone,
            AddressKind.EMAIL: self.email,
        }[kind]

    def updated(self, newer: "Address") -> "Address":
        """Return the address with every part that a newer one knows."""
        return Address(
            newer.username or self.username,
            newer.phone or self.phone,
            newer.email or self.email,
            newer.country if newer.phone else self.country,
        )


class Precision(StrEnum):
    """How exactly a note says when."""

    DAY = "day"
    MONTH = "month"
    ROUGH = "rough"
    """Some other stretch of days, such as next week."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a note tells of a day to come: "exam on Friday", «flytter i august».

    ``what`` is the note without the day. Where a stretch of days was said, ``day`` is its last.
    """

    what: str
    day: date
    precision: Precision = Precision.DAY


@dataclass(frozen=True, slots=True)
class Note:
    """One thing worth remembering, in the user's words."""

    id: int
    text: str
    written_at: datetime
    ahead: Ahead | None = None
    """What of it lay ahead when it was written; None where it names no day."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A contact waits until an instant: snoozed or tried.

    ``chosen`` tells that the user named the time. Such a hold is kept to the letter: the nudge of
    ``nudge_id`` returns then (docs/semantics.md, 2).
    """

    until: datetime
    chosen: bool = False
    nudge_id: int | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact, as the user told about them."""

    id: int
    name: str
    cadence: Cadence
    added_at: datetime
    address: Address = Address()
    channel: Channel | None = None
    """The channel the user chose; None takes the cheapest that is known."""
    why: str = ""
    notes: tuple[Note, ...] = ()
    """Oldest first."""
    hold: Hold | None = None
    snoozes: int = 0
    """Bare snoozes in a row, for the ladder; a logged contact sets it to 0."""
    standing: Standing = Standing.KEPT
    language: Language | None = None
    """The language of the drafts; None takes the user's."""
    reason: ReasonTag | None = None
    asked: Asked = Asked()
    times: Times = NOTHING_TOLD
    """When a hello suits them, as far as it was told."""
    nickname: str | None = None
    """How drafts call them; "" for no name at all, None where it was not told."""
    voice: Voice = AS_WRITTEN
    """How the user writes to them, as far as they chose it."""
    heard: Heard = NOTHING_HEARD
    """What is counted of the messages that the user says they sent."""

    @property
    def newest_note(self) -> Note | None:
        """The thing to mention, if there is one."""
        return self.notes[-1] if self.notes else None

    @property
    def best_channel(self) -> Channel | None:
        """The channel a hello would take: the chosen one, else the cheapest that is known."""
        if self.channel is not None:
            return self.channel
        unchosen = (one for one in Channel if not one.traits.only_chosen)
        return next(filter(self.address.by, unchosen), None)

    @property
    def waiting_channel(self) -> Channel | None:
        """The channel of a hello that must not ring at night: the best that waits."""
        best = self.best_channel
        return (
            best if best is None or best.traits.waits else replace(self, channel=None).best_channel
        )

    def noted(self, note: Note) -> "Contact":
        """Return the contact with one more note; none is dropped."""
        return replace(self, notes=(*self.notes, note))

    def without_note(self, note_id: int) -> "Contact":
        """Return the contact without one note."""
        return replace(self, notes=tuple(note for note in self.notes if note.id != note_id))
