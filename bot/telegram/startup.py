"""The first words with Telegram: whether it knows the token, and which commands there are."""

import asyncio
import logging
from collections.abc import Callable
from itertools import count

from telegram import Bot, BotCommand
from telegram.error import InvalidToken, RetryAfter

from bot.languages import FALLBACK, Language
from bot.telegram.network.backoff import Backoff, Chance
from bot.telegram.network.error_text import error_text
from bot.telegram.network.failures import held_for

log = logging.getLogger(__name__)

Menu = Callable[[Language], tuple[tuple[str, str], ...]]
"""The commands of a language: word and description."""
TRIES = 5
"""How often the commands are set; they are a courtesy."""


class TokenRefused(Exception):
    """Telegram does not know the bot's token."""


async def meet(bot: Bot, chance: Chance) -> None:
    """Greet Telegram, as often as it takes to reach it.

    Raises:
        TokenRefused: Telegram was reached and does not know the token.
    """
    backoff = Backoff(chance)
    while True:
        try:
            await bot.initialize()
        except InvalidToken:
            raise TokenRefused from None  # the library's sentence quotes the token
        except Exception as error:  # noqa: BLE001  (what answers may be no Bot API at all)
            wait = _wait_after(error, backoff)
            log.warning(
                "Telegram cannot be reached: %s; next try in %.1f s", error_text(error), wait
            )
            await asyncio.sleep(wait)
        else:
            log.info("connected to Telegram as @%s", bot.username)
            return


async def introduce(bot: Bot, menu: Menu, chance: Chance) -> None:
    """Set the menus of commands: one for everybody, and one for each other language."""
    for language in Language:
        commands = [BotCommand(word, said) for word, said in menu(language)]
        code = None if language is FALLBACK else language.value
        await _set(bot, commands, code, chance)


async def _set(bot: Bot, commands: list[BotCommand], code: str | None, chance: Chance) -> None:
    backoff = Backoff(chance, first=1.0)
    for tries in count(1):
        try:
            await bot.set_my_commands(commands, language_code=code)
        except Exception as error:  # noqa: BLE001  (the menu is a courtesy)
            log.warning("the menu of commands could not be set: %s", error_text(error))
            if tries == TRIES:
                return
            await asyncio.sleep(_wait_after(error, backoff))
        else:
            return


def _wait_after(error: Exception, backoff: Backoff) -> float:
    wait = backoff.next()
    return max(wait, held_for(error)) if isinstance(error, RetryAfter) else wait
