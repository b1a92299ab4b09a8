"""Who is due next, of all users, in memory."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """When a user is due, as worked out at ``counted_at``; ``at`` None: not by themselves."""

    at: datetime | None
    counted_at: datetime


class DueIndex:
    """The next due instant of every user, soonest first.

    What was worked out by a clock that ran ahead and was set back may lie too late. Early is
    harmless, late is not: such entries are due at once, and are worked out anew when used.
    """

    def __init__(self, entries: Iterable[tuple[int, Entry]] = ()) -> None:
        self._entries = dict(entries)
        self._queue = sorted((e.at, user) for user, e in self._entries.items() if e.at)
        self._latest = max((e.counted_at for e in self._entries.values()), default=None)

    def put(self, user_id: int, at: datetime | None, counted_at: datetime) -> None:
        """Note when a user is due."""
        self.drop(user_id)
        self._entries[user_id] = Entry(at, counted_at)
        self._latest = max(self._latest or counted_at, counted_at)
        if at:
            insort(self._queue, (at, user_id))

    def drop(self, user_id: int) -> None:
        """Forget a user."""
        entry = self._entries.pop(user_id, None)
        if entry and entry.at:
            del self._queue[bisect_left(self._queue, (entry.at, user_id))]

    def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Return up to ``limit`` users who are due, the longest waiting first."""
        if self._latest and now < self._latest:
            self._distrust(now)
        end = bisect_left(self._queue, now, key=lambda pair: pair[0])
        while end < len(self._queue) and self._queue[end][0] == now:
            end += 1
        return [user for _, user in self._queue[: min(end, limit)]]

    def at(self, user_id: int) -> datetime | None:
        """Return when a user is due."""
        entry = self._entries.get(user_id)
        return entry.at if entry else None

    def _distrust(self, now: datetime) -> None:
        """Make every user due whose entry comes from later than now."""
        ahead = [(u, e) for u, e in self._entries.items() if e.counted_at > now]
        self._latest = now
        for user_id, entry in ahead:
            self.put(user_id, min(entry.at or now, now), now)
