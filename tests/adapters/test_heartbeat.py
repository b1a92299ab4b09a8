"""The heartbeat goes on, whatever its beats and the wall clock do.

The loop's monotonic clock is moved by hand here, while the wall clock that APScheduler reads
goes on as ever. To APScheduler that is a wall clock which is set back all the time: only the
watchdog keeps beats coming.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.heartbeat import FromNow, Heartbeat

EVERY = timedelta(seconds=20)


class MovedLoop(asyncio.SelectorEventLoop):
    """An event loop whose clock stands still until it is moved."""

    def __init__(self) -> None:
        super().__init__()
        self.moved = 0.0

    def time(self) -> float:
        """Return the seconds it was moved by."""
        return self.moved

    async def advance(self, seconds: float) -> None:
        """Move the clock and let everything run that can run now."""
        self.moved += seconds
        for _ in range(30):
            await asyncio.sleep(0)


Scene = Callable[[MovedLoop], Awaitable[None]]


def play(scene: Scene) -> None:
    """Run a scene in a loop with a moved clock."""
    loop = MovedLoop()
    with asyncio.Runner(loop_factory=lambda: loop) as runner:

        async def whole() -> None:
            await scene(loop)

        runner.run(whole())


class Beats:
    """Counts beats; each one waits while ``gate`` is closed, and fails while ``failing``."""

    def __init__(self) -> None:
        self.begun = self.ended = 0
        self.failing = False
        self.gate = asyncio.Event()
        self.gate.set()

    async def __call__(self) -> None:
        """Beat."""
        self.begun += 1
        await self.gate.wait()
        if self.failing:
            raise LookupError("out of beat")
        self.ended += 1


def test_the_first_beat_comes_at_once() -> None:
    """After a downtime nobody waits another interval."""

    async def scene(loop: MovedLoop) -> None:
        beats = Beats()
        heart = Heartbeat(beats, EVERY)
        await heart.start()
        await loop.advance(0)
        assert beats.ended == 1
        await heart.stop()

    play(scene)


def test_beats_come_at_their_interval() -> None:
    """On real clocks that agree, beats keep coming by themselves."""

    async def scene() -> None:
        enough = asyncio.Event()
        at: list[float] = []

        async def beat() -> None:
            at.append(asyncio.get_running_loop().time())
            if len(at) == 4:
                enough.set()

        heart = Heartbeat(beat, timedelta(seconds=0.05))
        await heart.start()
        await asyncio.wait_for(enough.wait(), 30)
        await heart.stop()
        assert at[3] - at[0] >= 0.14

    asyncio.run(scene())


def test_a_wall_clock_set_back_does_not_stop_it() -> None:
    """However far back, a beat comes after two intervals at most, again and again."""

    async def scene(loop: MovedLoop) -> None:
        beats = Beats()
        heart = Heartbeat(beats, EVERY)
        await heart.start()
        await loop.advance(0)
        for beat in range(2, 6):
            await loop.advance(39)
            assert beats.ended == beat - 1
            await loop.advance(1)
            assert beats.ended == beat
        await heart.stop()

    play(scene)


def test_a_wall_clock_set_ahead_gives_one_beat() -> None:
    """The trigger looks ahead from now: years that never were hold no missed beats."""
    trigger = FromNow(seconds=20, timezone=UTC)
    now = datetime(2026, 3, 2, 12, tzinfo=UTC)
    for previous in (now - timedelta(days=20_000), now, now + timedelta(days=5)):
        assert trigger.get_next_fire_time(previous, now) == now + EVERY
    assert trigger.get_next_fire_time(None, now) == now


def test_soon_is_at_once() -> None:
    """A beat that is asked for does not wait for the interval."""

    async def scene(loop: MovedLoop) -> None:
        beats = Beats()
        heart = Heartbeat(beats, EVERY)
        await heart.start()
        await loop.advance(0)
        heart.soon()
        await loop.advance(0)
        assert beats.ended == 2
        await heart.stop()

    play(scene)


def test_soon_during_a_beat_is_right_after_it(caplog: pytest.LogCaptureFixture) -> None:
    """Two beats never overlap, and one that was asked for is not dropped."""

    async def scene(loop: MovedLoop) -> None:
        beats = Beats()
        beats.gate.clear()
        heart = Heartbeat(beats, EVERY)
        await heart.start()
        await loop.advance(0)
        heart.soon()
        heart.soon()
        await loop.advance(0)
        assert (beats.begun, beats.ended) == (1, 0)
        beats.gate.set()
        await loop.advance(0)
        assert (beats.begun, beats.ended) == (2, 2)
        await heart.stop()

    play(scene)
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


def test_a_long_beat_is_not_doubled() -> None:
    """The watchdog leaves a beat that takes long alone."""

    async def scene(loop: MovedLoop) -> None:
        beats = Beats()
        beats.gate.clear()
        heart = Heartbeat(beats, EVERY)
        await heart.start()
        await loop.advance(0)
        await loop.advance(500)
        assert beats.begun == 1
        beats.gate.set()
        await loop.advance(0)
        await loop.advance(40)
        assert (beats.begun, beats.ended) == (2, 2)
        await heart.stop()

    play(scene)


def test_a_beat_that_fails_is_logged_and_the_next_one_comes(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """One bad beat is no reason to stop."""

    async def scene(loop: MovedLoop) -> None:
        beats = Beats()
        beats.failing = True
        heart = Heartbeat(beats, EVERY)
        await heart.start()
        await loop.advance(0)
        beats.failing = False
        await loop.advance(40)
        assert (beats.begun, beats.ended) == (2, 1)
        await heart.stop()

    play(scene)
    assert "out of beat" in caplog.text


def test_stop_waits_for_the_running_beat() -> None:
    """A beat under way ends in peace, and none comes after."""

    async def scene(loop: MovedLoop) -> None:
        beats = Beats()
        beats.gate.clear()
        heart = Heartbeat(beats, EVERY)
        await heart.start()
        await loop.advance(0)
        heart.soon()
        stopping = asyncio.ensure_future(heart.stop())
        await loop.advance(0)
        assert not stopping.done()
        beats.gate.set()
        await loop.advance(0)
        assert stopping.done()
        await loop.advance(500)
        assert (beats.begun, beats.ended) == (1, 1)
        await heart.stop()

    play(scene)


@pytest.mark.parametrize("pauses", range(6))
def test_stop_may_come_at_any_moment(pauses: int, caplog: pytest.LogCaptureFixture) -> None:
    """Stopping before, while or after the first beat begins ends every beat that began."""

    async def scene(loop: MovedLoop) -> None:
        beats = Beats()
        heart = Heartbeat(beats, EVERY)
        await heart.start()
        for _ in range(pauses):
            await asyncio.sleep(0)
        await heart.stop()
        await loop.advance(500)
        assert beats.begun == beats.ended <= 1

    play(scene)
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
