"""Who the user is to Hei: language, zone, quiet hours, rest."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain import parameters as p
from bot.domain.clock.hours import Hours
from bot.domain.records.voice import AS_WRITTEN, OwnLine, Voice
from bot.languages import FALLBACK, Language

QUIET_HOURS = Hours(time(21), time(8))
"""Stored and shown default: evenings and nights belong to the user."""


@dataclass(frozen=True, slots=True)
class Rest:
    """A time without nudges, asked for by the user; ``until`` None lasts until they wake it."""

    since: datetime
    until: datetime | None = None

    def holds(self, now: datetime) -> bool:
        """Tell whether it is still going on, once it has begun."""
        return self.until is None or now < self.until

    def outlasts(self, other: "Rest") -> bool:
        """Tell whether it ends no sooner than another."""
        return self.until is None or (other.until is not None and other.until <= self.until)

    def meets(self, other: "Rest") -> bool:
        """Tell whether it shares an instant with another."""
        return self.holds(other.since) and other.holds(self.since)

    def after(self, before: "Rest | None") -> "Rest":
        """Return it as it counts after an earlier one.

        Within that, or while those of it are still being spread, it goes on with it: an hour more
        brings no backlog either (docs/semantics.md, 5).
        """
        if before is None or not (
            before.until is None or self.since < before.until + p.WAKING_SPREAD
        ):
            return self
        return replace(self, since=min(before.since, self.since))


class Energy(StrEnum):
    """What today can bear."""

    LOW = "low"
    OK = "ok"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class EnergyToday:
    """The user's energy, and the local date for which they said so; it ends with that day."""

    level: Energy
    day: date


@dataclass(frozen=True, slots=True)
class Profile:
    """The user's own settings."""

    language: Language = FALLBACK
    zone: str = "UTC"
    quiet: Hours = QUIET_HOURS
    rest: Rest | None = None
    """The latest rest that began as it was said, also when over: whoever was due then is spread
    (docs/semantics.md, 5)."""
    started_at: datetime | None = None
    unreachable: bool = False
    """Telegram said that the user blocked the bot; any word from them lifts it."""
    energy: EnergyToday | None = None
    cue: str = ""
    """The user's own if-then plan, in their words: "when the coffee is on"."""
    learns_since: datetime | None = None
    """Nothing from before is learned from: the user had it reset; None learns from all."""
    knows_edits: bool = False
    """The user was told once that Hei reads what was written first, and no edits of it."""
    rests_ahead: tuple[Rest, ...] = ()
    """Rests that were to begin later than they were said, the soonest first, each on its own."""

    voice: Voice = AS_WRITTEN
    """How the user writes, to whomever nothing else was chosen for."""
    own_lines: tuple[OwnLine, ...] = ()
    """Texts of the user's own, oldest first; drafts take them before any other."""
    agreed_model: str = ""
    """The language model, by name and host, that the user said may word drafts; "" for none."""

    @property
    def seed(self) -> int:
        """What the user's chance is drawn from: a Book begins at an instant of its own."""
        return int(self.started_at.timestamp() * 1000) if self.started_at else 0

    def without_lines_for(self, contact_id: int) -> "Profile":
        """Return it without the user's own lines for a contact."""
        kept = tuple(line for line in self.own_lines if line.contact_id != contact_id)
        return self if kept == self.own_lines else replace(self, own_lines=kept)

    def rest_at(self, now: datetime) -> Rest | None:
        """Return the latest rest that has begun by an instant, whether or not it is over."""
        latest = self.rest
        for one in self.rests_ahead:
            if one.since <= now and not (latest and latest.outlasts(one)):
                latest = one.after(latest)
        return latest

    def is_resting(self, now: datetime) -> bool:
        """Tell whether a rest is going on."""
        latest = self.rest_at(now)
        return latest is not None and latest.holds(now)

    def rests_after(self, now: datetime) -> tuple[Rest, ...]:
        """Return the rests that have not begun by an instant, the soonest first."""
        return tuple(one for one in self.rests_ahead if one.since > now)

    def energy_on(self, day: date) -> Energy:
        """Return the energy of a local date; where nothing was said, it is taken to be ok."""
        return self.energy.level if self.energy and self.energy.day == day else Energy.OK
