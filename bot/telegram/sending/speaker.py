"""What can be said in a chat, as calls of the Bot API."""

import html
import logging
import re
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.conversation.effects import Message, Rows
from bot.telegram.network.error_text import error_text
from bot.telegram.network.failures import NOT_EDITABLE, STALE_QUERY, UNCHANGED, Fate, fate_of, says
from bot.telegram.sending.cleaning import cleaned
from bot.telegram.sending.markup import buttons_only, keyboard
from bot.telegram.sending.splitting import split

log = logging.getLogger(__name__)
Attempt = Callable[[int, Callable[[], Awaitable[Any]]], Awaitable[Any]]
"""How a call is made: ``Delivery.once`` or ``Delivery.patiently``."""

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
TOAST_LIMIT = 200
"""Characters that Telegram shows over a chat."""
TAG = re.compile(r"</?[a-z][^<>]*>")


class Speaker:
    """Says, rewrites, strips and toasts, each through an ``attempt`` of the caller's choice."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def say(self, chat_id: int, message: Message, attempt: Attempt) -> int:
        """Send a message, in parts if it is long, and return the id of the (last) one.

        Raises:
            TelegramError: the last part did not get through.
        """
        *head, last = split(cleaned(message.text))
        for part in head:
            await self._send(chat_id, part, (), attempt)
        return await self._send(chat_id, last, message.buttons, attempt)

    async def rewrite(
        self, chat_id: int, message_id: int, message: Message, attempt: Attempt
    ) -> None:
        """Change a message; what cannot be changed any more is sent as a new one."""
        first, *rest = split(cleaned(message.text))
        below = Message("".join(rest), message.buttons)
        markup = None if rest else keyboard(message.buttons)
        try:
            await self._edit(chat_id, message_id, first, markup, attempt)
        except BadRequest as error:
            if not says(error, UNCHANGED):
                if fate_of(error) is Fate.REFUSED and not says(error, NOT_EDITABLE):
                    log.error("a message could not be changed: %s", error_text(error))  # noqa: TRY400
                below = message
        if below.text:
            await self.say(chat_id, below, attempt)

    async def strip(self, chat_id: int, message_id: int, attempt: Attempt) -> None:
        """Take the buttons of a message away; one without buttons, or gone, is as good."""
        call = partial(self._bot.edit_message_reply_markup, chat_id=chat_id, message_id=message_id)
        await _unless(attempt(chat_id, call), (*UNCHANGED, *NOT_EDITABLE))

    async def toast(self, chat_id: int, query_id: str, text: str, attempt: Attempt) -> None:
        """Answer a pressed button, with a line or without; a query too old needs none."""
        shown = cleaned(text)[:TOAST_LIMIT] or None
        call = partial(self._bot.answer_callback_query, query_id, text=shown)
        await _unless(attempt(chat_id, call), STALE_QUERY)

    async def _send(self, chat_id: int, text: str, buttons: Rows, attempt: Attempt) -> int:
        """Send a part; one whose markup Telegram refuses goes out plain rather than not at all."""
        markup = keyboard(buttons)
        try:
            return int(await attempt(chat_id, self._sending(chat_id, text, markup, ParseMode.HTML)))
        except BadRequest as error:
            if fate_of(error) is not Fate.REFUSED:
                raise
            log.error("Telegram refused a message, it goes out plain: %s", error_text(error))  # noqa: TRY400
        plain = html.unescape(TAG.sub("", text))
        kept = keyboard(buttons_only(buttons))
        return int(await attempt(chat_id, self._sending(chat_id, plain, kept, None)))

    def _sending(
        self, chat_id: int, text: str, markup: InlineKeyboardMarkup | None, mode: str | None
    ) -> Callable[[], Awaitable[int]]:
        async def send() -> int:
            sent = await self._bot.send_message(
                chat_id,
                text,
                parse_mode=mode,
                reply_markup=markup,
                link_preview_options=NO_PREVIEW,
            )
            return sent.message_id

        return send

    async def _edit(
        self,
        chat_id: int,
        message_id: int,
        text: str,
        markup: InlineKeyboardMarkup | None,
        attempt: Attempt,
    ) -> None:
        call = partial(
            self._bot.edit_message_text,
            text,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            link_preview_options=NO_PREVIEW,
        )
        await attempt(chat_id, call)


async def _unless(call: Awaitable[Any], harmless: tuple[str, ...]) -> None:
    """Make a call whose refusal by one of these sentences is as good as success."""
    try:
        await call
    except TelegramError as error:
        if not says(error, harmless):
            raise
