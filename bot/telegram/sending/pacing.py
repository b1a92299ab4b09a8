"""The pace of what nobody asked for, in elapsed time."""

import asyncio

EVERYBODY = 1 / 30
"""Seconds between two messages to whomever: Telegram's thirty a second."""
ONE_CHAT = 1.0
"""Seconds between two messages to one chat."""
KEPT = 64
"""Chats remembered before the rested ones are forgotten; some thirty can be recent at once."""


class Pacing:
    """Lets one message through at a time, on the loop's clock, which cannot be set."""

    def __init__(self) -> None:
        self._line = asyncio.Lock()
        self._free_at = 0.0
        self._chat_free_at: dict[int, float] = {}

    async def turn(self, chat_id: int) -> None:
        """Return when a message may go to this chat; it counts from then."""
        while True:
            await _until(self._chat_free_at.get(chat_id, 0.0))
            async with self._line:
                await _until(self._free_at)
                if self._chat_free_at.get(chat_id, 0.0) <= _time():
                    self._take(chat_id)
                    return

    def _take(self, chat_id: int) -> None:
        now = _time()
        if len(self._chat_free_at) >= KEPT:
            self._chat_free_at = {k: at for k, at in self._chat_free_at.items() if at > now}
        self._free_at = now + EVERYBODY
        self._chat_free_at[chat_id] = now + ONE_CHAT


def _time() -> float:
    return asyncio.get_running_loop().time()


async def _until(at: float) -> None:
    """Wait for a moment; a timer that fires a little early is set again."""
    while (wait := at - _time()) > 0:  # noqa: ASYNC110  (time is not an event)
        await asyncio.sleep(wait)
