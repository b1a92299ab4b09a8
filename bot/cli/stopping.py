"""SIGTERM and Ctrl-C: the first ends a block in good order, the second the process at once."""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager

SIGNALS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Run a block of the current task; a signal cancels it, and then it ends without an error."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    came: list[int] = []

    def stop() -> None:
        came.append(1)
        for number in SIGNALS:
            loop.remove_signal_handler(number)
            signal.signal(number, signal.SIG_DFL)
        if task:
            task.cancel()

    for number in SIGNALS:
        loop.add_signal_handler(number, stop)
    try:
        yield
    except asyncio.CancelledError:
        if not came or task is None:
            raise
        task.uncancel()
    finally:
        for number in SIGNALS:
            loop.remove_signal_handler(number)
