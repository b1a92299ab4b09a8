"""How many nudges the user can bear: the chosen dose, its back-off and the token bucket."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import IntEnum

from bot.domain import parameters as p


class Ease(IntEnum):
    """How keeping in touch feels to the user, as the nudges a week it sets."""

    COSTS = 1
    BETWEEN = 2
    EASY = 3


@dataclass(frozen=True, slots=True)
class Dose:
    """The chosen nudges a week, scaled back while they meet silence.

    ``tokens`` is the bucket at ``counted_at``; it refills at ``scale * share * ease / 7`` a day.
    ``pause_until`` is the end of quiet days after silence; ``silent`` means until the user writes.
    """

    ease: Ease = Ease.BETWEEN
    chosen: bool = False
    """Whether the user has said how it feels; until then it is taken to be in between."""
    scale: float = p.START_SCALE
    share: float = 1.0
    """What is left of the dose after "too much?"; it lasts until a dose is chosen anew."""
    tokens: float = p.BUCKET_START
    counted_at: datetime | None = None
    silences: int = 0
    pause_until: datetime | None = None
    silent: bool = False
    unnamed: tuple[datetime, ...] = ()
    """When counted nudges of the last week went out about contacts who were forgotten since."""

    @property
    def a_day(self) -> float:
        """Tokens that a day adds."""
        return self.ease * self.share * self.scale / 7

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
        """Return the dose after a clock that ran far ahead was set right (docs/semantics.md, 3)."""
        limit = now + p.AHEAD
        counted_at = now if self.counted_at and self.counted_at > limit else self.counted_at
        pause = self.pause_until
        pause_until = now + p.PAUSE if pause and pause > limit + p.PAUSE else pause
        return replace(self, counted_at=counted_at, pause_until=pause_until)

    def spend(self, now: datetime) -> "Dose":
        """Return the dose after one nudge was sent."""
        return replace(self, tokens=max(0.0, self.tokens_at(now) - p.NUDGE_COST), counted_at=now)

    def choose(self, ease: Ease, now: datetime) -> "Dose":
        """Return the dose that an answer to "how is keeping in touch for you?" sets.

        It begins at half, whatever the answer, until nudges have led to hellos; what silence took
        is given back as far as that.
        """
        chosen = replace(self._counted(now), ease=ease, chosen=True)
        return replace(chosen, scale=max(p.START_SCALE, self.scale), share=1.0)

    def less(self, now: datetime) -> "Dose":
        """Return half the dose, for good: the user said that it is too much."""
        return replace(self._counted(now), share=max(p.LEAST_SHARE, self.share / 2))

    def met_silence(self, now: datetime) -> "Dose":
        """Return the dose after one more nudge closed unanswered (docs/policy.md, Silence)."""
        silences = self.silences + 1
        left = p.SILENCE_LEAVES * (0.5 if silences in p.HALVING_SILENCES else 1.0)
        return replace(
            self._counted(now),
            silences=silences,
            scale=max(p.LEAST_SCALE, self.scale * left),
            pause_until=now + p.PAUSE if silences == p.PAUSING_SILENCE else self.pause_until,
            silent=self.silent or silences >= p.SILENCING_SILENCE,
        )

    def heard(self) -> "Dose":
        """Return the dose after any sign of life: no pause, and the silences start anew."""
        return replace(self, silences=0, pause_until=None, silent=False)

    def taken_up(self, now: datetime) -> "Dose":
        """Return the dose after a nudge led to a hello: some of the chosen dose comes back."""
        return replace(self._counted(now).heard(), scale=min(1.0, self.scale + p.REGAIN))

    def _counted(self, now: datetime) -> "Dose":
        """Settle the bucket before the rate changes."""
        return replace(self, tokens=self.tokens_at(now), counted_at=now)
