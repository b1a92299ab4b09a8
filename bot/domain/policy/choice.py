"""Who of those that may come up comes up: a need that saturates and recovers, and some chance.

Knows one formula (docs/policy.md, "Who?") and its draw.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log2

from bot.domain import parameters as p
from bot.domain.chance import gumbel
from bot.domain.records.contact import Contact
from bot.domain.records.profile import Energy

BEFORE_ALL = 1e6
"""More than any utility and any noise."""
STRENGTH = {Energy.LOW: 0.0, Energy.OK: 1.0, Energy.HIGH: 2.0}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A contact who may come up.

    Args:
        contact: who it is.
        ratio: f = gap / cadence.
        cost: how heavy keeping in touch with them has been, from 0 to 1.
        days_since: days since the newest nudge about them; None when there was none.
        duty: whether they are in the book out of duty only.
        waited: days for which they have been due and did not come up.
    """

    contact: Contact
    ratio: float
    cost: float = p.COST_START
    days_since: float | None = None
    duty: bool = False
    waited: float = 0.0


@dataclass(frozen=True, slots=True)
class Draw:
    """The chance of one day.

    The same user, local date and number of outcomes draw the same: asked again at every heartbeat
    the answer stays, and any draw can be replayed.
    """

    seed: int
    energy: Energy = Energy.OK

    def noise(self, contact: Contact) -> float:
        """Return the chance that falls to a contact, whoever else may be drawn."""
        return gumbel(self.seed, contact.id)


def choose(candidates: Sequence[Candidate], draw: Draw) -> Candidate:
    """Return one candidate, drawn with P proportional to e^(utility / temperature).

    Raises:
        ValueError: there is no candidate.
    """
    return max(candidates, key=lambda one: rank(one, draw))


def rank(candidate: Candidate, draw: Draw) -> float:
    """Return the place of a candidate in a draw; the largest is drawn.

    Whoever waited long comes before all who did not (docs/policy.md: nobody is starved).
    """
    first = BEFORE_ALL if candidate.waited > p.WAITED_LONG else 0.0
    drawn = utility(candidate, draw.energy) / p.TEMPERATURE + draw.noise(candidate.contact)
    return first + drawn


def utility(candidate: Candidate, energy: Energy = Energy.OK) -> float:
    """Return how much speaks for a candidate today."""
    return sum(
        (
            p.NEED_WEIGHT * need(candidate.ratio),
            p.SURPRISE_WEIGHT * (candidate.ratio > p.SURPRISE_AT),
            -p.COST_WEIGHT_TODAY * candidate.cost * (2 - STRENGTH[energy]),
            -p.RECENT_WEIGHT * _recent(candidate.days_since),
            -p.FAR_WEIGHT * _far(candidate.ratio),
            -p.DUTY_WEIGHT * candidate.duty,
        )
    )


def need(ratio: float) -> float:
    """Return how much a due ratio asks for a hello, from 0 to 1; it saturates near f = 2."""
    return 1 / (1 + exp(-(min(ratio, p.NEED_FULL) - 1) / p.NEED_WIDTH))


def _recent(days: float | None) -> float:
    """Return how lately a contact came up, from 0 to 1."""
    return 0.0 if days is None else 2 ** -(max(0, days) / p.RECENT_HALF_LIFE)


def _far(ratio: float) -> float:
    """Return how often a due ratio has doubled beyond what is usual."""
    return max(0.0, log2(ratio) - p.FAR_DOUBLINGS) if ratio > 1 else 0.0
