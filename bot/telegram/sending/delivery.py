"""One call to Telegram for one chat, made once or patiently.

A 429 holds its chat, and that chat alone.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import RetryAfter, TelegramError

from bot.telegram.network.backoff import Backoff, Chance
from bot.telegram.network.failures import Fate, fate_of, held_for

log = logging.getLogger(__name__)
T = TypeVar("T")
BotCall = Callable[[], Awaitable[T]]

TRIES = 12
"""How often an answer is tried that surely did not arrive: for more than a minute."""


class Delivery:
    """Makes calls, remembers which chats are held, and repeats what may be repeated.

    Args:
        chance: draws the jitter of the waits between tries.
    """

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._held: dict[int, float] = {}

    def is_held(self, chat_id: int) -> bool:
        """Tell whether Telegram wants nothing for this chat at the moment."""
        return self._held_until(chat_id) > _time()

    async def once(self, chat_id: int, call: BotCall[T]) -> T:
        """Make a call, and remember it if Telegram holds the chat.

        Raises:
            TelegramError: what Telegram or the way there answered.
        """
        try:
            return await call()
        except RetryAfter as error:
            self._held[chat_id] = _time() + held_for(error)
            log.warning("Telegram holds chat %d for %.0f s", chat_id, held_for(error))
            raise
        except TelegramError:
            raise
        except Exception as error:  # an answer the library cannot read: the call did arrive
            raise TelegramError("the answer cannot be read") from error

    async def patiently(self, chat_id: int, call: BotCall[T]) -> T:
        """Make a call as often as it takes to arrive, up to ``TRIES`` times.

        What may have arrived is not repeated (docs/semantics.md, 6), nor what Telegram refuses.

        Raises:
            TelegramError: what the last try answered.
        """
        backoff = Backoff(self._chance, first=1.0, most=10.0)
        for _ in range(TRIES - 1):
            try:
                await self._freed(chat_id)
                return await self.once(chat_id, call)
            except TelegramError as error:
                fate = fate_of(error)
                if fate not in {Fate.HELD, Fate.NOT_ARRIVED}:
                    raise
            if fate is Fate.NOT_ARRIVED:
                await asyncio.sleep(backoff.next())
        await self._freed(chat_id)
        return await self.once(chat_id, call)

    async def _freed(self, chat_id: int) -> None:
        while (wait := self._held_until(chat_id) - _time()) > 0:  # noqa: ASYNC110  (time is no event)
            await asyncio.sleep(wait)
        self._held.pop(chat_id, None)

    def _held_until(self, chat_id: int) -> float:
        return self._held.get(chat_id, 0.0)


def _time() -> float:
    return asyncio.get_running_loop().time()
