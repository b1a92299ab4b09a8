"""What happened with each contact, gathered once from a Book's outcomes and nudges.

The mappings of a Book are never changed in place. So what was gathered from one stays true of
that very mapping, and is remembered by its identity; another mapping is gathered anew.
"""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from operator import attrgetter
from typing import Any

from bot.domain import parameters as p
from bot.domain.records.book import Book
from bot.domain.records.nudge import Nudge, Origin
from bot.domain.records.outcome import Feeling, Outcome, OutcomeKind

REMEMBERED = 64
"""Books lately looked at: as many as may be tended at the same time, and more."""
COSTS = {
    Feeling.LIGHTER: p.COST_LIGHTER,
    Feeling.NEUTRAL: p.COST_NEUTRAL,
    Feeling.HEAVIER: p.COST_HEAVIER,
}

DONE, TOLD, SKIPPED = OutcomeKind.DONE, OutcomeKind.TOLD, OutcomeKind.SKIPPED


class Same(Hashable):
    """A record or a mapping as a key: equal to itself alone, alive as long as it is remembered."""

    __slots__ = ("held",)

    def __init__(self, held: Any) -> None:
        self.held = held

    def __hash__(self) -> int:
        return id(self.held)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.held is self.held


@dataclass(frozen=True, slots=True)
class OutcomeHistory:
    """What the outcomes tell of each contact, by id.

    ``last_contact_at`` and ``last_skip_at`` go by when they happened. ``logged`` counts the
    logged contacts, the one from before Hei aside. ``costs`` is the average after-feeling of those
    about whom anything was said.
    """

    last_contact_at: Mapping[int, datetime]
    last_skip_at: Mapping[int, datetime]
    logged: Mapping[int, int]
    costs: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class NudgeHistory:
    """What the nudges tell.

    ``newest`` is the newest nudge about each contact, ``last_nudge_at`` when the newest that went
    out did so. ``counted_at`` holds when those went out that count for day and week, in order, and
    ``asked_at`` which of them the user asked for.
    """

    newest: Mapping[int, Nudge]
    last_nudge_at: Mapping[int, datetime]
    counted_at: Sequence[datetime]
    asked_at: frozenset[datetime]


@dataclass(frozen=True, slots=True)
class History:
    """What happened with all contacts in a Book."""

    outcomes: OutcomeHistory
    nudges: NudgeHistory

    @property
    def last_contact_at(self) -> Mapping[int, datetime]:
        """When each contact was last in touch, where that is known."""
        return self.outcomes.last_contact_at

    @property
    def newest_nudge(self) -> Mapping[int, Nudge]:
        """The newest nudge about each contact."""
        return self.nudges.newest

    def last_skip(self, contact_id: int) -> datetime | None:
        """Return when a contact was last skipped, unless the two were in touch since."""
        skipped, last = (
            self.outcomes.last_skip_at.get(contact_id),
            self.outcomes.last_contact_at.get(contact_id),
        )
        return None if skipped and last and skipped < last else skipped

    def cost(self, contact_id: int) -> float:
        """Return how heavy keeping in touch with a contact has been, from 0 to 1."""
        return self.outcomes.costs.get(contact_id, p.COST_START)

    def knows_cadence(self, contact_id: int) -> bool:
        """Tell whether enough was logged with a contact for them to come up early."""
        return self.outcomes.logged.get(contact_id, 0) >= p.EARLY_AFTER

    def since(self, now: datetime, span: timedelta) -> Sequence[datetime]:
        """Return the counted nudges less than a span away, those ahead of the clock as well.

        It ran ahead and was set back meanwhile.
        """
        first = bisect_right(self.nudges.counted_at, now - span)
        return [at for at in self.nudges.counted_at[first:] if at - now < span]


def history(book: Book) -> History:
    """Return what happened last with each contact, by when it happened, not when it was told."""
    return History(_told(Same(book.outcomes), book.profile.learns_since), _sent(Same(book.nudges)))


@lru_cache(maxsize=REMEMBERED)
def _told(outcomes: Same, learns_since: datetime | None) -> OutcomeHistory:
    contacts: dict[int, datetime] = {}
    skips: dict[int, datetime] = {}
    logged: dict[int, int] = {}
    felt = []
    for item in outcomes.held.values():
        kind, key = item.kind, item.contact_id
        if kind is DONE:
            logged[key] = logged.get(key, 0) + 1
        elif kind is not TOLD and kind is not SKIPPED:
            continue
        latest, at = skips if kind is SKIPPED else contacts, item.occurred_at
        known = latest.get(key)
        if known is None or known < at:
            latest[key] = at
        if item.feeling:
            felt.append(item)
    since = [one for one in felt if learns_since is None or one.recorded_at >= learns_since]
    return OutcomeHistory(contacts, skips, logged, _costs(since))


def _costs(felt: Iterable[Outcome]) -> dict[int, float]:
    costs: dict[int, float] = {}
    for item in sorted(felt, key=attrgetter("occurred_at", "id")):
        before = costs.get(item.contact_id, p.COST_START)
        now = COSTS[item.feeling] if item.feeling else before
        costs[item.contact_id] = before + p.COST_WEIGHT * (now - before)
    return costs


@lru_cache(maxsize=REMEMBERED)
def _sent(nudges: Same) -> NudgeHistory:
    newest: dict[int, Nudge] = {}
    nudged: dict[int, datetime] = {}
    counted, asked = [], set()
    for nudge in map(nudges.held.__getitem__, sorted(nudges.held)):
        newest[nudge.contact_id] = nudge
        at = nudge.sent_at
        if at is None:
            continue
        nudged[nudge.contact_id] = at
        if nudge.origin is not Origin.KEPT:
            counted.append(at)
        if nudge.origin is Origin.ASKED:
            asked.add(at)
    return NudgeHistory(newest, nudged, sorted(counted), frozenset(asked))
