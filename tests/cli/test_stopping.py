"""What signals do to a running program."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from pydantic import SecretStr

from bot.adapters.system_clock import SystemClock
from bot.cli.run import attempt, run
from bot.cli.stopping import left_by_signals, stopped_by_signals
from bot.config import Settings, Telegram
from bot.tryout.server import Tryout
from bot.tryout.world.movable_clock import MovableClock

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _handlers() -> Iterator[None]:
    """Leave the handlers of signals as they were."""
    former = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in former.items():
        signal.signal(number, handler)


@pytest_asyncio.fixture
async def tryout() -> AsyncIterator[Tryout]:
    """Return a started stand-in."""
    tryout = Tryout(MovableClock(SystemClock()))
    await tryout.start()
    yield tryout
    await tryout.stop()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_signal_ends_the_block(number: signal.Signals) -> None:
    """A signal lets the block clean up, and what stands behind it goes on."""
    seen: list[str] = []
    with stopped_by_signals():
        try:
            os.kill(os.getpid(), number)
            await asyncio.sleep(5)
            seen.append("it went on")
        finally:
            await asyncio.sleep(0.01)
            seen.append("cleaned")
    await asyncio.sleep(0)
    assert seen == ["cleaned"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_before_the_start_leaves_with_0(number: signal.Signals) -> None:
    """While the program is still being loaded a signal ends it without a word."""
    before = signal.getsignal(number)
    with pytest.raises(SystemExit, match="0"), left_by_signals():
        signal.raise_signal(number)
    assert signal.getsignal(number) is before


async def test_other_ends_are_left_alone() -> None:
    """A block that ends by itself, or is cancelled by others, ends as it would have."""
    with stopped_by_signals():
        await asyncio.sleep(0)

    async def work() -> None:
        with stopped_by_signals():
            await asyncio.sleep(5)

    task = asyncio.ensure_future(work())
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_second_signal_ends_at_once(tryout: Tryout, tmp_path: Path) -> None:
    """While the program waits for a hung send in order to end, a later Ctrl-C ends it.

    A signal right after the first is the same one, sent twice.
    """
    environ = {
        "PYTHONPATH": str(ROOT),
        "HEI_TELEGRAM__TOKEN": "1:TOKEN",
        "HEI_TELEGRAM__ALLOWED_USERS": "[42]",
        "HEI_TELEGRAM__BASE_URL": tryout.base_url,
        "HEI_DATA_DIR": str(tmp_path),
    }
    tryout.faults.hang("sendMessage")
    await tryout.person(42).type("/start")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", env={**os.environ, **environ}, stderr=asyncio.subprocess.PIPE
    )
    async with asyncio.timeout(20):
        while not (tmp_path / "42.json").exists():  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        process.send_signal(signal.SIGINT)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.shield(process.wait()), 0.1)
        process.send_signal(signal.SIGTERM)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.shield(process.wait()), 0.9)
        process.send_signal(signal.SIGINT)
        await process.communicate()
    assert process.returncode == -signal.SIGINT


async def test_a_try_out_ends_by_a_signal(capsys: pytest.CaptureFixture[str]) -> None:
    """A try-out tells its address, and ends without an error at a signal."""
    trial = asyncio.ensure_future(attempt(0, None, demo=False))
    async with asyncio.timeout(10):
        while "http://127.0.0.1:" not in capsys.readouterr().out:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        os.kill(os.getpid(), signal.SIGTERM)
        await trial


async def test_a_run_ends_by_a_signal(tryout: Tryout, tmp_path: Path) -> None:
    """A run ends without an error at a signal."""
    telegram = Telegram(token=SecretStr("1:TOKEN"), base_url=tryout.base_url, allowed_users=(42,))
    program = asyncio.ensure_future(run(Settings(data_dir=tmp_path, telegram=telegram)))
    await tryout.person(42).type("/start")
    await tryout.person(42).answer()
    os.kill(os.getpid(), signal.SIGTERM)
    async with asyncio.timeout(10):
        await program
