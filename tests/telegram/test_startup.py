"""What the first words with Telegram promise."""

import asyncio

import pytest

from bot.languages import Language
from bot.telegram.startup import TokenRefused, introduce, meet
from tests.fakes.elapsed import no_chance
from tests.fakes.telegram import (
    TOKEN,
    FakeTelegram,
    Refusal,
    bot_with,
    refused_connection,
    timed_out,
)


def menu(language: Language) -> tuple[tuple[str, str], ...]:
    """Return a menu of one command."""
    return (("hi", f"hi in {language}"),)


async def test_telegram_is_awaited(telegram: FakeTelegram) -> None:
    """While no Bot API answers the bot waits for it, as long as a 429 asks."""
    telegram.script["getMe"].extend(
        [refused_connection(), timed_out(), Refusal(502, "Bad Gateway"), Refusal(429, "", 60), []]
    )
    bot = bot_with(telegram)
    await meet(bot, no_chance)
    assert bot.username == "hei_bot"
    assert asyncio.get_running_loop().time() == pytest.approx(0.5 + 1 + 2 + 60 + 8)
    await bot.shutdown()


@pytest.mark.parametrize("code", [401, 404])
async def test_a_refused_token_is_final(telegram: FakeTelegram, code: int) -> None:
    """A token that Telegram does not know ends the attempt, and is not quoted."""
    telegram.script["getMe"].append(Refusal(code, "Unauthorized"))
    bot = bot_with(telegram)
    with pytest.raises(TokenRefused) as refused:
        await meet(bot, no_chance)
    assert TOKEN not in repr(refused.value)
    await bot.shutdown()


async def test_each_language_has_its_menu(telegram: FakeTelegram) -> None:
    """English is the default menu, and every other language has its own."""
    await introduce(bot_with(telegram), menu, no_chance)
    given = [call.given for call in telegram.made("setMyCommands")]
    assert [(one.get("language_code"), one["commands"][0]["description"]) for one in given] == [
        (None, "hi in en"),
        ("nb", "hi in nb"),
        ("sv", "hi in sv"),
    ]


async def test_the_menu_is_a_courtesy(telegram: FakeTelegram) -> None:
    """A menu that cannot be set is tried some times, and never an error."""
    telegram.script["setMyCommands"].extend([Refusal(500, "Internal Server Error")] * 6)
    await introduce(bot_with(telegram), menu, no_chance)
    assert len(telegram.calls) == 5 + 2 + 1
