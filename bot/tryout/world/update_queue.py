"""The queue that getUpdates reads: offsets and waiting."""

import asyncio
import json
from collections import deque
from itertools import islice

from bot.tryout.world.errors import CONFLICT, ApiError, HungUp
from bot.tryout.world.utf16 import Json

LIMIT = 100
LONGEST_POLL = 50.0
_FIRST_ID = 618_970_031
_UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class Updates:
    """Updates of one bot that it has not confirmed yet, encoded once, in the order of their ids."""

    def __init__(self) -> None:
        self._pending: deque[tuple[int, bytes]] = deque()
        self._next_id = _FIRST_ID
        self._allowed: frozenset[str] = frozenset()
        self._poll: asyncio.Future[None] | None = None

    def begin_after(self, used: int) -> None:
        """Pass over ids that were given out before this start."""
        self._next_id = _FIRST_ID + used

    def __len__(self) -> int:
        return len(self._pending)

    def post(self, kind: str, body: Json) -> None:
        """Queue an update, unless the bot asked for other kinds only; wake a waiting poll.

        Args:
            kind: the field of the update, such as ``message``.
            body: what stands in that field.
        """
        if kind not in self._allowed if self._allowed else kind in _UNASKED:
            return
        update = {"update_id": self._next_id, kind: body}
        self._pending.append((self._next_id, json.dumps(update).encode()))
        self._next_id += 1
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def confirm(self, offset: int) -> None:
        """Forget what an offset confirms; a negative one keeps that many of the newest."""
        pending = self._pending
        if offset < 0:
            while len(pending) > -offset:
                pending.popleft()
        else:
            while pending and pending[0][0] < offset:
                pending.popleft()

    def allow(self, kinds: list[str]) -> None:
        """Queue only these kinds from now on; an empty list means Telegram's usual ones."""
        self._allowed = frozenset(kinds)

    def take_over(self) -> None:
        """End an older poll with the conflict that Telegram gives it."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(ApiError(409, CONFLICT))

    def head(self, limit: int) -> bytes:
        """Return the oldest updates as a JSON array, at most ``limit`` of them."""
        return b"[%s]" % b",".join(body for _, body in islice(self._pending, limit))

    async def wait(self, poll: asyncio.Future[None], seconds: float) -> None:
        """Return once there is an update, or after that many seconds.

        Args:
            poll: a fresh future; whoever gives it an exception ends the waiting with it.
            seconds: at most 50 are waited.
        """
        if self._pending or seconds <= 0:
            return
        self._poll = poll
        try:
            async with asyncio.timeout(min(seconds, LONGEST_POLL)):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None

    def close(self) -> None:
        """End a waiting poll without an answer."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(HungUp())
