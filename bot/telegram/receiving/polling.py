"""The long poll, its faults and its waits.

It never raises: what goes wrong is logged and waited out, and the next call recovers.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any
from warnings import catch_warnings, simplefilter

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.telegram.network.backoff import Backoff, Chance
from bot.telegram.network.error_text import error_text
from bot.telegram.network.failures import held_for

log = logging.getLogger(__name__)

HOLD = 20
"""Seconds that Telegram may keep a poll open while nothing comes."""
GRACE = 10.0
"""Seconds beyond that after which the watchdog takes a poll for hung."""
FLOOR = 0.1
"""Seconds that an empty answer takes at the least, lest an eager server make the poll spin."""
CONFIRM_WITHIN = 3.0
"""Seconds that the last word to Telegram may take."""
WANTED = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY)


class Polling:
    """Asks Telegram for updates, one poll at a time.

    Args:
        bot: the way to Telegram.
        chance: draws the jitter of the waits.
    """

    def __init__(self, bot: Bot, chance: Chance) -> None:
        self._bot = bot
        self._backoff = Backoff(chance)
        self._scope: asyncio.Timeout | None = None
        self._stopped = False
        self._good_at: float | None = None

    async def updates(self, offset: int | None) -> tuple[Update, ...] | None:
        """Return the next updates from an offset, none if none came; None when it went wrong.

        Asking with an offset tells Telegram that everything before it is done.
        """
        began = _time()
        try:
            async with self._breakable(HOLD + GRACE):
                updates = await self._bot.get_updates(
                    offset=offset, timeout=HOLD, allowed_updates=WANTED
                )
        except TimeoutError:
            await self._went_wrong(None)
        except TelegramError as error:
            await self._went_wrong(error)
        except Exception as error:  # noqa: BLE001  (an update that the library cannot read)
            log.error("updates cannot be read at once: %s", error_text(error))  # noqa: TRY400
            return await self._one_by_one(offset)
        else:
            self._went_well()
            if not updates:
                await self.pause(began + FLOOR - _time())
            return updates
        return None

    async def _one_by_one(self, offset: int | None) -> tuple[Update, ...] | None:
        """Return the updates, one that the library cannot read as a bare id to be passed over."""
        asked = {"offset": offset, "timeout": 0, "allowed_updates": WANTED}
        try:
            async with self._breakable(GRACE):
                with catch_warnings():
                    simplefilter("ignore")  # the library would rather have get_updates called
                    raw = await self._bot.do_api_request("getUpdates", api_kwargs=asked)
            return tuple(_readable(one, self._bot) for one in raw)
        except Exception as error:  # noqa: BLE001  (what answers may be no Bot API at all)
            await self._went_wrong(error)
            return None

    async def pause(self, seconds: float) -> None:
        """Wait, unless the polling is stopped meanwhile."""
        if seconds <= 0:
            return
        with suppress(TimeoutError):
            async with self._breakable(seconds):
                await asyncio.Event().wait()

    def stop(self) -> None:
        """Break the poll or the pause under way, and all later ones."""
        self._stopped = True
        if self._scope and not self._scope.expired():
            self._scope.reschedule(_time())

    async def confirm(self, offset: int) -> None:
        """Tell Telegram, if it listens, that everything before an offset is done."""
        with suppress(TimeoutError, TelegramError):
            async with asyncio.timeout(CONFIRM_WITHIN):
                await self._bot.get_updates(
                    offset=offset, limit=1, timeout=0, allowed_updates=WANTED
                )

    @asynccontextmanager
    async def _breakable(self, seconds: float) -> AsyncIterator[None]:
        """Run a block that ends by TimeoutError after a while, or when the polling stops."""
        async with asyncio.timeout(0 if self._stopped else seconds) as scope:
            self._scope = scope
            try:
                yield
            finally:
                self._scope = None

    def _went_well(self) -> None:
        if self._backoff.failures:
            log.info("Telegram answers again after %d failures", self._backoff.failures)
        self._backoff.reset()
        self._good_at = _time()

    async def _went_wrong(self, error: Exception | None) -> None:
        if self._stopped:
            return
        wait = max(self._backoff.next(), _asked_wait(error))
        silent = f"{_time() - self._good_at:.0f} s ago" if self._good_at is not None else "never"
        log.warning("%s; last good poll: %s; next in %.1f s", _reason(error), silent, wait)
        await self.pause(wait)


def _readable(raw: dict[str, Any], bot: Bot) -> Update:
    try:
        return Update.de_json(raw, bot)
    except Exception:  # noqa: BLE001  (whatever is strange about it)
        update_id = int(raw["update_id"])
        log.error("update %d cannot be read and is passed over", update_id)  # noqa: TRY400
        return Update(update_id)


def _asked_wait(error: Exception | None) -> float:
    return held_for(error) if isinstance(error, RetryAfter) else 0.0


def _reason(error: Exception | None) -> str:
    match error:
        case None:
            return "the poll hung and was broken off"
        case InvalidToken():
            return "Telegram refuses the token; it may have been revoked at BotFather"
        case Conflict():
            return "another program polls with the same token; end one of the two"
        case _:
            return f"polling failed: {error_text(error)}"


def _time() -> float:
    return asyncio.get_running_loop().time()
