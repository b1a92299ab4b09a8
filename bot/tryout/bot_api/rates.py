"""Telegram's sending limits: how many messages a while allows."""

import asyncio
from collections import deque
from math import ceil

from bot.tryout.world.errors import of_code

_WINDOWS = ((1.0, 30), (60.0, 1200))
_CHAT_WINDOWS = ((1.0, 3), (20.0, 20))


class Rates:
    """Counts messages: about one a second for a chat, with a burst, and thirty a second over all.

    Time is the loop's own, which no clock can move.
    """

    def __init__(self) -> None:
        self._sent: dict[int | None, deque[float]] = {}

    def check(self, chat_id: int) -> None:
        """Count a message.

        Raises:
            ApiError: 429 when it is one too many; then it is not counted.
        """
        now = asyncio.get_running_loop().time()
        counted = ((None, _WINDOWS), (chat_id, _CHAT_WINDOWS))
        for key, windows in counted:
            self._check(self._sent.setdefault(key, deque()), windows, now)
        for key, _ in counted:
            self._sent[key].append(now)

    @staticmethod
    def _check(sent: deque[float], windows: tuple[tuple[float, int], ...], now: float) -> None:
        while sent and sent[0] <= now - windows[-1][0]:
            sent.popleft()
        for seconds, most in windows:
            if len(sent) >= most and sent[-most] > now - seconds:
                raise of_code(429, ceil(sent[-most] + seconds - now))
