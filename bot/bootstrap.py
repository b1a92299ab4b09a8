"""The only place where the parts meet: builds each, starts them in order and stops them."""

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Callable, Container
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from httpx import create_ssl_context
from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest

from bot.adapters.chat_model import ChatModel
from bot.adapters.heartbeat import Heartbeat
from bot.adapters.system_clock import SystemClock
from bot.adapters.tinydb import TinyDbBooks
from bot.application.deliver_nudges import Deliverer
from bot.application.ports import Books, Clock
from bot.application.vary_draft import Variety
from bot.config import Model, Settings
from bot.conversation.conversation import Conversation, Defaults
from bot.conversation.features.help import command_menu
from bot.conversation.screens.nudge_screen import nudge_message, pause_message
from bot.telegram.network.background import Background
from bot.telegram.network.backoff import Chance
from bot.telegram.network.connections import Connections
from bot.telegram.network.libraries import set_up_libraries
from bot.telegram.receiving.intake import Intake
from bot.telegram.rounds import Rounds
from bot.telegram.sending.messenger import Messenger, Wording
from bot.telegram.startup import introduce, meet

log = logging.getLogger(__name__)

SIDE_BY_SIDE = 16
"""Calls under way to Telegram at once: at 50 ms each ten times what it lets a bot send."""
GRACE = 5.0
"""Seconds for what is being sent when the program ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What may be put in place of a part; the defaults are the real ones.

    Args:
        clock: the wall clock.
        admitted: who may use the bot, instead of those in the settings.
        chance: draws the jitter of waits.
    """

    clock: Clock = field(default_factory=SystemClock)
    admitted: Container[int] | None = None
    chance: Chance = random.random


@dataclass(frozen=True, slots=True)
class Hei:
    """The running program, as far as others may touch it."""

    books: Books
    rounds: Rounds
    heartbeat: Heartbeat
    clock: Clock


@asynccontextmanager
async def running(settings: Settings, parts: Parts | None = None) -> AsyncIterator[Hei]:
    """Run the bot for as long as the block lasts; then finish, commit and let go.

    Args:
        settings: with a token.
        parts: what is put in place of the real parts.

    Raises:
        FolderInUse: another process holds the data folder.
        StorageFailed: the data folder cannot be used.
        TokenRefused: Telegram does not know the token.
    """
    parts = parts or Parts()
    set_up_libraries()
    async with AsyncExitStack() as stack:
        books = TinyDbBooks(settings.data_dir, parts.clock)
        await books.start()
        stack.push_async_callback(books.close)
        bot = _bot(settings)
        stack.push_async_callback(bot.shutdown)
        model = model_of(settings.drafts.model)
        if model:
            await stack.enter_async_context(model)
        await meet(bot, parts.chance)
        async with _at_work(settings, parts, books, bot, model) as hei:
            yield hei


@asynccontextmanager
async def _at_work(
    settings: Settings, parts: Parts, books: Books, bot: Bot, model: ChatModel | None
) -> AsyncIterator[Hei]:
    """Run everything between an open store and a greeted Telegram."""
    background = Background()
    wording = Wording(nudge_message, pause_message)
    messenger = Messenger(bot, wording, parts.clock, background, parts.chance)
    variety = Variety(books, model, parts.clock) if model else None
    deliverer = Deliverer(books, messenger, parts.clock, variety)
    rounds = Rounds(books, deliverer, parts.clock)
    heartbeat = Heartbeat(rounds.go, timedelta(seconds=settings.schedule.heartbeat))
    intake = Intake(
        bot=bot,
        books=books,
        responder=_conversation(settings, model),
        messenger=messenger,
        deliverer=deliverer,
        clock=parts.clock,
        allowed=_admitted(settings, parts),
        background=background,
        chance=parts.chance,
    )
    async with asyncio.TaskGroup() as group:
        taking_in = group.create_task(intake.run())
        await heartbeat.start()
        background.start(introduce(bot, command_menu, parts.chance))
        try:
            yield Hei(books, rounds, heartbeat, parts.clock)
        finally:
            intake.stop()
            await asyncio.wait((taking_in,))
            await _quietly_end(rounds, heartbeat, messenger)
            await background.finish(GRACE)


async def _quietly_end(rounds: Rounds, heartbeat: Heartbeat, messenger: Messenger) -> None:
    """Let the running round end; whoever waits too long to be sent something stays planned."""
    rounds.stop()
    with suppress(TimeoutError):
        async with asyncio.timeout(GRACE):
            await heartbeat.stop()
    messenger.abandon()
    await heartbeat.stop()


def _conversation(settings: Settings, model: ChatModel | None) -> Conversation:
    chosen = settings.schedule.quiet_hours
    defaults = Defaults(settings.language, settings.time_zone, chosen)
    return Conversation(defaults, model.model if model else "")


def model_of(chosen: Model) -> ChatModel | None:
    """Return the language model that the owner has set up; None where there is none."""
    if chosen.base_url is None:
        return None
    key = chosen.key.get_secret_value() if chosen.key else ""
    return ChatModel(chosen.base_url, chosen.name, key)


def _admitted(settings: Settings, parts: Parts) -> Container[int]:
    return frozenset(settings.telegram.allowed_users) if parts.admitted is None else parts.admitted


def _bot(settings: Settings) -> Bot:
    chosen = settings.telegram
    connect = _connecting(chosen.base_url)
    return Bot(
        token=chosen.token.get_secret_value() if chosen.token else "",
        base_url=chosen.base_url,
        base_file_url=chosen.base_file_url,
        request=Connections(connect, SIDE_BY_SIDE),
        get_updates_request=connect(),
    )


def _connecting(base_url: str) -> Callable[[], BaseRequest]:
    """Return what makes single connections; one without TLS is near, with no proxy between."""
    is_near = base_url.startswith("http://")
    shared = {"verify": False, "trust_env": False} if is_near else {"verify": create_ssl_context()}
    return partial(
        HTTPXRequest,
        connection_pool_size=1,
        connect_timeout=10.0,
        read_timeout=15.0,
        write_timeout=15.0,
        pool_timeout=10.0,
        httpx_kwargs=shared,
    )
