"""One beat at a steady interval, for as long as the program runs.

Knows APScheduler and how a wall clock that jumps would stop it.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

log = logging.getLogger(__name__)

JOB = "heartbeat"
PATIENCE = 2
"""Intervals without a beat after which the watchdog calls one."""


class FromNow(IntervalTrigger):  # type: ignore[misc]  # APScheduler 3 has no types
    """First at once, then an interval after the last look at the clock.

    The stock trigger counts on from the last time it fired: after the clock jumped a year ahead
    it would list every beat in between before it gave one.
    """

    def get_next_fire_time(self, previous: datetime | None, now: datetime) -> datetime:
        """Return when to fire next."""
        return now if previous is None else now + self.interval


class Heartbeat:
    """Calls ``beat`` at once and then every ``interval``, never twice at the same time.

    A beat that raises is logged, and the next one comes all the same. APScheduler counts on the
    wall clock: set back by a day, it would wait that day. So a watchdog on the monotonic clock
    calls a beat when none began for two intervals.
    """

    def __init__(self, beat: Callable[[], Awaitable[None]], interval: timedelta) -> None:
        self._beat = beat
        self._interval = interval
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._still = asyncio.Event()
        self._still.set()
        self._wanted = False
        self._watchdog: asyncio.TimerHandle | None = None

    async def start(self) -> None:
        """Begin with a beat at once, in the running loop."""
        self._scheduler.add_job(
            self._run,
            self._trigger(),
            id=JOB,
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
        self._scheduler.start()
        self._watch()

    async def stop(self) -> None:
        """Let the running beat end and give no more. Stopping twice is as good as once."""
        if not self._scheduler.running:
            return
        self._wanted = False
        self._scheduler.pause()
        await asyncio.sleep(0)  # a beat that was called may not have begun yet
        await self._still.wait()
        if self._watchdog:
            self._watchdog.cancel()
        self._scheduler.shutdown()
        await asyncio.sleep(0)  # it shuts down in a callback of the loop

    def soon(self) -> None:
        """Ask for a beat at once; during a beat, for one right after it."""
        if self._still.is_set():
            self._scheduler.reschedule_job(JOB, trigger=self._trigger())
        else:
            self._wanted = True

    def _trigger(self) -> FromNow:
        return FromNow(seconds=self._interval.total_seconds(), timezone=UTC)

    async def _run(self) -> None:
        self._still.clear()
        self._watch()
        try:
            await self._beat()
        except Exception:
            log.exception("a heartbeat failed; the next one comes all the same")
        finally:
            self._still.set()
        if self._wanted:
            self._wanted = False
            # APScheduler must see the end of this beat first, or it would skip the next
            asyncio.get_running_loop().call_soon(self.soon)

    def _watch(self) -> None:
        if self._watchdog:
            self._watchdog.cancel()
        patience = PATIENCE * self._interval.total_seconds()
        self._watchdog = asyncio.get_running_loop().call_later(patience, self._bark)

    def _bark(self) -> None:
        """Call a beat unless a long one is still running, which proves that they come."""
        if self._still.is_set():
            log.info("no heartbeat for %d intervals; calling one", PATIENCE)
            self.soon()
        self._watch()
