"""Who the user is to Hei: language, zone, quiet hours, rest."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.clock.hours import Hours
from bot.languages import FALLBACK, Language

QUIET_HOURS = Hours(time(21), time(8))
"""Stored and shown default: evenings and nights belong to the user."""


@dataclass(frozen=True, slots=True)
class Rest:
    """A time without nudges, asked for by the user; ``until`` None lasts until they wake it."""

    since: datetime
    until: datetime | None = None

    def holds(self, now: datetime) -> bool:
        """Tell whether it is still going on."""
        return self.until is None or now < self.until


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
    """The latest rest, also when over: whoever was due then is spread (docs/semantics.md, 5)."""
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

    @property
    def seed(self) -> int:
        """What the user's chance is drawn from: a Book begins at an instant of its own."""
        return int(self.started_at.timestamp() * 1000) if self.started_at else 0

    def energy_on(self, day: date) -> Energy:
        """Return the energy of a local date; where nothing was said, it is taken to be ok."""
        return self.energy.level if self.energy and self.energy.day == day else Energy.OK
