"""Who of those that may come up comes up: one pure choice, to be replaced whole.

Knows gap ratios. Refuses to know gates, hours and how the nudge is worded.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain import parameters as p
from bot.domain.contact import Contact


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who may come up, with gap / cadence.

    ``silence`` is the id of the last nudge about them if it met silence, else 0.
    """

    contact: Contact
    ratio: float
    silence: int = 0


def choose(candidates: Sequence[Candidate]) -> Candidate:
    """Return the candidate whose gap ratio is nearest to 1.5, the earlier added on a tie.

    Never the most overdue first: that sticks to the hardest person (POLICY, person). Whoever was
    met with silence lines up behind all others, so that the same nudge is not tried over and over.

    Raises:
        ValueError: there is no candidate.
    """
    return min(candidates, key=rank)


def rank(candidate: Candidate) -> tuple[int, float, int]:
    """Return the place of a candidate in the choice; the least is chosen."""
    return candidate.silence, abs(candidate.ratio - p.BEST_AT), candidate.contact.id
