"""SIGTERM and Ctrl-C: the first ends a block in good order, the second the process at once.

Before that block has begun there is nothing to put in order, and a signal just ends the program.
"""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager

SIGNALS = (signal.SIGTERM, signal.SIGINT)
ONE_BREATH = 0.5
"""Seconds in which a second signal means the first: a shell and a supervisor may both send one."""


@contextmanager
def left_by_signals() -> Iterator[None]:
    """Run a block of the main thread; a signal leaves the program with 0, whatever it does."""
    before = {number: signal.signal(number, _leave) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def ignore_signals() -> None:
    """Take no notice of signals any more: the process is about to end."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def _leave(*_: object) -> None:
    raise SystemExit(0)


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Run a block of the current task; a signal cancels it, and then it ends without an error."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    came: list[int] = []

    def stop() -> None:
        if came:
            return
        came.append(1)
        loop.call_later(ONE_BREATH, let_go)
        if task:
            task.cancel()

    def let_go() -> None:
        for number in SIGNALS:
            loop.remove_signal_handler(number)
            signal.signal(number, signal.SIG_DFL)

    before = {number: signal.getsignal(number) for number in SIGNALS}
    for number in SIGNALS:
        loop.add_signal_handler(number, stop)
    try:
        yield
    except asyncio.CancelledError:
        if not came or task is None:
            raise
        task.uncancel()
    finally:
        for number, handler in before.items():
            loop.remove_signal_handler(number)
            signal.signal(number, handler)
