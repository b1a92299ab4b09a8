"""Where updates come in, and are acknowledged only after their effects are committed.

The order is: commit, acknowledge, send.

Asking for the next updates acknowledges the former ones. A change that the storage could not keep
is never acknowledged: it is asked for again and again, while whatever comes behind it goes on, up
to the hundred updates that Telegram hands out at once.
"""

import asyncio
import logging
from collections.abc import Container, Iterable, Sequence
from itertools import groupby

from telegram import Bot, Update

from bot.application.deliver_nudges import Deliverer
from bot.application.ports import Books, Clock
from bot.application.vary_draft import Variety
from bot.conversation.effects import Redraft
from bot.conversation.incoming import Incoming
from bot.telegram.network.background import Background
from bot.telegram.network.backoff import Backoff, Chance
from bot.telegram.network.error_text import error_text
from bot.telegram.receiving.handling import Handled, Handler
from bot.telegram.receiving.polling import Polling
from bot.telegram.receiving.responder import Responder
from bot.telegram.sending.messenger import Messenger
from bot.telegram.updates import read_update

log = logging.getLogger(__name__)

STORAGE_WAIT = 5.0
"""Seconds at most between two tries of a change that could not be kept."""


class Intake:
    """Polls, has every update dealt with, acknowledges, and then has the answers sent.

    Args:
        bot: the way to Telegram.
        books: where turns are committed.
        responder: the conversation.
        messenger: sends the answers.
        deliverer: brings the nudges that were asked for.
        clock: tells the instant of a turn.
        allowed: holds the ids of those who are admitted.
        background: where asked-for nudges are brought.
        chance: draws the jitter of waits.
    """

    def __init__(  # noqa: PLR0913  (a composition point: each part is handed in)
        self,
        *,
        bot: Bot,
        books: Books,
        responder: Responder,
        messenger: Messenger,
        deliverer: Deliverer,
        clock: Clock,
        allowed: Container[int],
        background: Background,
        chance: Chance,
    ) -> None:
        self._polling = Polling(bot, chance)
        self._handler = Handler(books, responder, deliverer, clock, allowed)
        self._messenger = messenger
        self._deliverer = deliverer
        self._background = background
        self._backoff = Backoff(chance, most=STORAGE_WAIT)
        self._offset: int | None = None
        self._settled: set[int] = set()
        self._stopping = False

    async def run(self) -> None:
        """Take updates in until ``stop``; then finish the batch under way and acknowledge it."""
        while not self._stopping:
            updates = await self._polling.updates(self._offset)
            if updates:
                await self._take(updates)
            elif updates is not None:
                self._offset = None  # confirmed; after a quiet week the next id may be any
        if self._offset is not None:
            await self._polling.confirm(self._offset)

    def stop(self) -> None:
        """End ``run`` soon, without losing what is under way."""
        self._stopping = True
        self._polling.stop()

    async def _take(self, updates: Sequence[Update]) -> None:
        handled = await self._deal_with(self._unsettled(updates))
        open_ids = [one.update_id for one in updates if one.update_id not in self._settled]
        self._offset = min(open_ids, default=max(one.update_id for one in updates) + 1)
        self._settled = {one for one in self._settled if one >= self._offset}
        for one in handled:
            self._release(one)
        if open_ids:
            await self._polling.pause(self._backoff.next())
        else:
            self._backoff.reset()

    def _unsettled(self, updates: Sequence[Update]) -> list[Incoming]:
        """Return what is to be dealt with; what Hei leaves alone is settled at once."""
        waiting = []
        for update in updates:
            if update.update_id in self._settled:
                continue
            if incoming := _readable(update):
                waiting.append(incoming)
            else:
                self._settled.add(update.update_id)
        return waiting

    async def _deal_with(self, waiting: list[Incoming]) -> list[Handled]:
        """Take every user's updates in order, and the users side by side."""
        handled: list[Handled] = []
        queues = [list(queue) for queue in _by_sender(waiting)]
        if len(queues) == 1:
            await self._in_order(queues[0], handled)
            return handled
        async with asyncio.TaskGroup() as group:
            for queue in queues:
                group.create_task(self._in_order(queue, handled))
        return handled

    async def _in_order(self, queue: list[Incoming], handled: list[Handled]) -> None:
        for incoming in queue:
            one = await self._handler.take(incoming)
            handled.append(one)
            if not one.settled:
                return  # those behind it come again with it
            self._settled.add(incoming.update_id)

    def _release(self, one: Handled) -> None:
        user_id, variety = one.user_id, self._deliverer.variety
        at_once = []
        for effect in one.effects:
            if variety and isinstance(effect, Redraft):
                self._background.start(self._redraft(user_id, effect, variety))
            else:
                at_once.append(effect)
        self._messenger.perform(user_id, at_once, one.query_id)
        if claimed := one.claimed:
            self._background.start(self._deliverer.deliver(user_id, claimed.book, claimed.nudge))

    async def _redraft(self, user_id: int, redraft: Redraft, variety: Variety) -> None:
        """Show another draft once a model had its chance, unless the nudge changed meanwhile."""
        varied = await variety.vary(user_id, redraft.book, redraft.nudge)
        if varied:
            self._messenger.redraft(user_id, redraft.message_id, *varied)


def _readable(update: Update) -> Incoming | None:
    try:
        return read_update(update)
    except Exception as error:  # noqa: BLE001  (one strange update must not stop the others)
        log.error("update %d cannot be read: %s", update.update_id, error_text(error))  # noqa: TRY400
        return None


def _by_sender(waiting: Iterable[Incoming]) -> Iterable[Iterable[Incoming]]:
    ordered = sorted(waiting, key=lambda one: one.sender.id)  # stable: each user's order is kept
    return (queue for _, queue in groupby(ordered, key=lambda one: one.sender.id))
