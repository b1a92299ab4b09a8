"""How many nudges the user can bear: the chosen dose, its back-off and the token bucket.

Knows amounts and silences. Refuses to know people and hours.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import IntEnum

from bot.domain import parameters as p


class Ease(IntEnum):
    """How keeping in touch feels to the user, as the nudges a week it sets (MISSION M12)."""

    COSTS = 1
    BETWEEN = 2
    EASY = 3


@dataclass(frozen=True, slots=True)
class Dose:
    """The chosen nudges a week, scaled back while they meet silence.

    ``tokens`` is the bucket at ``counted_at``; it refills at ``scale * ease / 7`` a day.
    ``pause_until`` is the end of quiet days after silence; ``silent`` means until the user writes.
    """

    ease: Ease = Ease.BETWEEN
    chosen: bool = False
    """Whether the user has said how it feels; until then it is taken to be in between."""
    scale: float = 1.0
    most: float = 1.0
    """What ``scale`` comes back to; "too much?" halves it, a newly chosen dose gives it back."""
    tokens: float = p.BUCKET_START
    counted_at: datetime | None = None
    silences: int = 0
    pause_until: datetime | None = None
    silent: bool = False
    unnamed: tuple[datetime, ...] = ()
    """When counted nudges of the last week went out about people who were forgotten since."""

    @property
    def a_day(self) -> float:
        """Tokens that a day adds."""
        return self.ease * self.scale / 7

    def tokens_at(self, now: datetime) -> float:
        """Return the bucket's content; a clock set back never takes tokens away."""
        if self.counted_at is None:
            return self.tokens
        days = max(timedelta(), now - self.counted_at) / timedelta(days=1)
        return min(p.BUCKET_MOST, self.tokens + days * self.a_day)

    def full_at(self, now: datetime) -> datetime:
        """Return when one nudge can be paid for: now, or later."""
        missing = p.NUDGE_COST - self.tokens_at(now)
        return now if missing <= 0 else now + timedelta(days=missing / self.a_day)

    def counting(self, sent: tuple[datetime, ...]) -> "Dose":
        """Return the dose that still counts these nudges, and no longer those of long ago."""
        kept = sorted((*self.unnamed, *sent))[-p.NUDGES_A_WEEK :]
        return replace(self, unnamed=tuple(kept))

    def set_right(self, now: datetime) -> "Dose":
        """Return the dose after a clock that ran far ahead was set right (SEMANTICS 5)."""
        limit = now + p.AHEAD
        counted_at = now if self.counted_at and self.counted_at > limit else self.counted_at
        pause = self.pause_until
        pause_until = now + p.PAUSE if pause and pause > limit + p.PAUSE else pause
        return replace(self, counted_at=counted_at, pause_until=pause_until)

    def spend(self, now: datetime) -> "Dose":
        """Return the dose after one nudge was sent."""
        return replace(self, tokens=max(0.0, self.tokens_at(now) - p.NUDGE_COST), counted_at=now)

    def choose(self, ease: Ease, now: datetime) -> "Dose":
        """Return the dose that an answer to "how is keeping in touch for you?" sets."""
        scale = p.COSTLY_START if ease is Ease.COSTS else 1.0
        return replace(self._counted(now), ease=ease, chosen=True, scale=scale, most=1.0)

    def too_much(self, now: datetime) -> "Dose":
        """Return half the dose, for good: no answer brings it back but a new choice (M13)."""
        most = max(p.LEAST_SCALE, self.most / 2)
        return replace(self._counted(now), most=most, scale=min(most, self.scale))

    def met_silence(self, now: datetime) -> "Dose":
        """Return the dose after one more nudge closed unanswered (POLICY, silence)."""
        silences = self.silences + 1
        halved = max(p.LEAST_SCALE, self.scale / 2)
        return replace(
            self._counted(now),
            silences=silences,
            scale=halved if silences in p.HALVING_SILENCES else self.scale,
            pause_until=now + p.PAUSE if silences == p.PAUSING_SILENCE else self.pause_until,
            silent=self.silent or silences >= p.SILENCING_SILENCE,
        )

    def heard(self) -> "Dose":
        """Return the dose after any sign of life: no pause, and the silences start anew."""
        return replace(self, silences=0, pause_until=None, silent=False)

    def tapped(self, now: datetime) -> "Dose":
        """Return the dose after a nudge was answered: some of the chosen dose comes back."""
        return replace(self._counted(now).heard(), scale=min(self.most, self.scale + p.REGAIN))

    def _counted(self, now: datetime) -> "Dose":
        """Settle the bucket before the rate changes."""
        return replace(self, tokens=self.tokens_at(now), counted_at=now)
