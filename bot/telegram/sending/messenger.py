"""The way to the users: answers in order per chat, and nudges at their pace."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from telegram import Bot
from telegram.error import TelegramError

from bot.application.ports import Clock, RecipientGone, TryLater
from bot.conversation.effects import Deliver, Effect, Message, Rewrite, Say, Strip, Toast
from bot.domain.records.book import Book
from bot.domain.records.nudge import Nudge, Origin
from bot.telegram.network.background import Background
from bot.telegram.network.backoff import Chance
from bot.telegram.network.error_text import error_text
from bot.telegram.network.failures import Fate, fate_of
from bot.telegram.sending.delivery import Delivery
from bot.telegram.sending.outbox import Outbox
from bot.telegram.sending.pacing import Pacing
from bot.telegram.sending.speaker import Speaker

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wording:
    """How what Hei says unasked is put into words: pure functions."""

    nudge: Callable[[Book, Nudge, datetime], Message]
    pause: Callable[[Book], Message]


class Messenger:
    """Carries answers out after their turn is committed, and brings nudges (a ``Postman``).

    Args:
        bot: the way to Telegram.
        wording: renders nudges and pauses when their turn to be sent has come.
        clock: tells the instant that a rendering is about.
        background: where the chats' lanes run.
        chance: draws the jitter of repeats.
    """

    def __init__(
        self, bot: Bot, wording: Wording, clock: Clock, background: Background, chance: Chance
    ) -> None:
        self._wording = wording
        self._clock = clock
        self._speaker = Speaker(bot)
        self._delivery = Delivery(chance)
        self._pacing = Pacing()
        self._outbox = Outbox(background)

    def perform(self, chat_id: int, effects: Sequence[Effect], query_id: str | None = None) -> None:
        """Have answers sent, in order and after what this chat waits for already.

        Args:
            chat_id: whose chat.
            effects: what goes out; a ``Deliver`` is left to the deliverer.
            query_id: the pressed button they answer; it is released first, with the toast if
                there is one.
        """
        if query_id is not None:
            toast = next((one.text for one in effects if isinstance(one, Toast)), "")
            release = partial(self._speaker.toast, chat_id, query_id, toast)
            self._outbox.add(chat_id, partial(self._carry_out, release))
        for effect in effects:
            if act := self._act(chat_id, effect):
                self._outbox.add(chat_id, partial(self._carry_out, act))

    def redraft(self, chat_id: int, message_id: int, book: Book, nudge: Nudge) -> None:
        """Have a message show a nudge as it is worded now."""
        message = self._wording.nudge(book, nudge, self._clock.now())
        self.perform(chat_id, (Rewrite(message_id, message),))

    async def deliver(self, user_id: int, book: Book, nudge: Nudge) -> int | None:
        """Send a nudge and return the id of its message; None when its fate is unknown.

        Raises:
            RecipientGone: the user blocked the bot or is no more.
            TryLater: it surely did not arrive; a later attempt may.
        """
        self._pass_if_held(user_id)
        if nudge.origin is not Origin.ASKED:
            await self._pacing.turn(user_id)
        message = self._wording.nudge(book, nudge, self._clock.now())
        return await self._outbox.ask(user_id, partial(self._unasked, user_id, message))

    async def tell_pause(self, user_id: int, book: Book) -> None:
        """Say in one line that Hei stays quiet for a while.

        Raises:
            RecipientGone: the user blocked the bot or is no more.
            TryLater: it surely did not arrive; a later attempt may.
        """
        self._pass_if_held(user_id)
        await self._pacing.turn(user_id)
        message = self._wording.pause(book)
        await self._outbox.ask(user_id, partial(self._unasked, user_id, message))

    def abandon(self) -> None:
        """Let nobody wait any longer for a nudge to be sent; they stay planned."""
        self._outbox.abandon()

    def _pass_if_held(self, user_id: int) -> None:
        """Leave a chat that Telegram holds for later: behind its answers a round would wait too."""
        if self._delivery.is_held(user_id):
            raise TryLater

    async def _unasked(self, user_id: int, message: Message) -> int | None:
        self._pass_if_held(user_id)
        try:
            return await self._speaker.say(user_id, message, self._delivery.once)
        except TelegramError as error:
            _raise_if_missed(error)
            return None

    def _act(self, chat_id: int, effect: Effect) -> Callable[..., Awaitable[object]] | None:
        match effect:
            case Say(message):
                return partial(self._speaker.say, chat_id, message)
            case Rewrite(message_id, message):
                return partial(self._speaker.rewrite, chat_id, message_id, message)
            case Strip(message_id):
                return partial(self._speaker.strip, chat_id, message_id)
            case Toast() | Deliver():
                return None

    async def _carry_out(self, act: Callable[..., Awaitable[object]]) -> None:
        """Carry out one effect; one that nobody can receive any more is dropped."""
        try:
            await act(attempt=self._delivery.patiently)
        except TelegramError as error:
            if fate_of(error) is not Fate.GONE:
                log.warning("an answer did not get through: %s", error_text(error))


def _raise_if_missed(error: TelegramError) -> None:
    """Say in the port's words what a nudge met; return if it may have arrived or never can.

    One that Telegram refuses counts as sent: trying again would fail at every heartbeat.
    """
    match fate_of(error):
        case Fate.GONE:
            raise RecipientGone from error
        case Fate.HELD | Fate.NOT_ARRIVED:
            raise TryLater from error
        case Fate.UNKNOWN | Fate.REFUSED:
            log.warning("a nudge counts as sent: %s", error_text(error))
