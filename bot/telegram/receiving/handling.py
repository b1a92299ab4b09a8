"""One update, dealt with: committed with its id, or set aside after three tries."""

import asyncio
import logging
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass

from bot.application.deliver_nudges import Deliverer
from bot.application.ports import Books, Clock, StorageFailed
from bot.conversation.effects import Deliver, Effect, Say
from bot.conversation.incoming import Incoming, Pressed
from bot.domain.records.book import Book
from bot.telegram.network.error_text import error_text
from bot.telegram.receiving.responder import Responder

log = logging.getLogger(__name__)

PAUSES = (0.1, 0.5)
"""Seconds before the second and the third try of a turn that failed."""
TELL_AT = 3
"""Failures to store after which the user is told, once."""


@dataclass(frozen=True, slots=True)
class Handled:
    """What came of an update, and what is to be said.

    Args:
        user_id: who wrote.
        effects: what goes out; no ``Deliver`` among them.
        query_id: the pressed button to release.
        claimed: a nudge to deliver on a way that is claimed for it.
        settled: whether the update may be acknowledged.
    """

    user_id: int
    effects: tuple[Effect, ...] = ()
    query_id: str | None = None
    claimed: Deliver | None = None
    settled: bool = True


class Handler:
    """Deals with updates; the same one twice changes nothing (docs/semantics.md, 6)."""

    def __init__(
        self,
        books: Books,
        responder: Responder,
        deliverer: Deliverer,
        clock: Clock,
        allowed: Container[int],
    ) -> None:
        self._books = books
        self._responder = responder
        self._deliverer = deliverer
        self._clock = clock
        self._allowed = allowed
        self._unkept: Counter[int] = Counter()

    async def take(self, incoming: Incoming) -> Handled:
        """Deal with one update; whatever goes wrong, it ends in an outcome."""
        for pause in (*PAUSES, None):
            try:
                return await self._once(incoming)
            except StorageFailed as error:
                return await self._not_kept(incoming, error)
            except Exception as error:  # noqa: BLE001  (a poisoned update is set aside)
                kind = type(incoming).__name__
                log.warning("update %d (%s): %s", incoming.update_id, kind, error_text(error))
            if pause is not None:
                await asyncio.sleep(pause)
        log.error("update %d (%s) is set aside", incoming.update_id, type(incoming).__name__)
        return await self._sorry(incoming, settled=True)

    async def _once(self, incoming: Incoming) -> Handled:
        user_id = incoming.sender.id
        if user_id not in self._allowed:
            return Handled(user_id, self._responder.stranger(incoming), _query_id(incoming))
        async with self._books.open(user_id) as work:
            if incoming.update_id in work.book.handled:
                return Handled(user_id, (), _query_id(incoming))
            response = self._responder.respond(incoming, work.book, self._clock.now())
            work.book = response.book.having_handled(incoming.update_id)
            if response.erase:
                work.erase()
        # no await from here on until a nudge is claimed (see Deliverer.claim)
        asked = next((one for one in response.effects if isinstance(one, Deliver)), None)
        claimed = asked if asked and self._deliverer.claim(user_id) else None
        self._unkept.pop(user_id, None)
        spoken = tuple(one for one in response.effects if not isinstance(one, Deliver))
        return Handled(user_id, spoken, _query_id(incoming), claimed)

    async def _not_kept(self, incoming: Incoming, error: StorageFailed) -> Handled:
        """Leave an update to be delivered again; a user kept waiting is told once."""
        user_id = incoming.sender.id
        self._unkept[user_id] += 1
        log.error("update %d could not be stored: %s", incoming.update_id, error_text(error))
        if self._unkept[user_id] == TELL_AT:
            return await self._sorry(incoming, settled=False)
        return Handled(user_id, settled=False)

    async def _sorry(self, incoming: Incoming, *, settled: bool) -> Handled:
        user_id = incoming.sender.id
        answer = Say(self._responder.sorry(await self._book_of(user_id)))
        query_id = _query_id(incoming) if settled else None
        return Handled(user_id, (answer,), query_id, settled=settled)

    async def _book_of(self, user_id: int) -> Book:
        """Return a user's Book as far as it can be read, for its language."""
        if user_id not in self._allowed:
            return Book()
        try:
            async with self._books.open(user_id) as work:
                return work.book
        except Exception as error:  # noqa: BLE001  (the apology is due all the same)
            log.warning("the Book of user %d cannot be read: %s", user_id, error_text(error))
            return Book()


def _query_id(incoming: Incoming) -> str | None:
    return incoming.query_id if isinstance(incoming, Pressed) else None
