"""What the background, its errors and the lanes promise."""

import asyncio

import pytest
from telegram.error import BadRequest, ChatMigrated, TelegramError

from bot.conversation.buttons.settings_buttons import Wake
from bot.conversation.effects import CopyText, Key, Link
from bot.telegram.network.background import Background
from bot.telegram.network.error_text import error_text
from bot.telegram.network.failures import Fate, fate_of
from bot.telegram.sending.markup import keyboard
from bot.telegram.sending.outbox import Outbox


async def test_an_error_is_logged_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    """Work that fails is logged by kind and place; its sentence may quote a user."""
    background = Background()

    async def fail() -> None:
        try:
            raise KeyError("secret")  # noqa: TRY301
        except KeyError as error:
            raise ValueError("secret") from error

    background.start(fail())
    await background.finish(1)
    assert "ValueError from KeyError at" in caplog.text
    assert "secret" not in caplog.text


async def test_the_end_is_patient_but_not_for_ever() -> None:
    """All work is waited for, also what other work began; what takes too long is ended."""
    background, done = Background(), []

    async def work(seconds: float) -> None:
        await asyncio.sleep(seconds)
        done.append(seconds)
        if seconds == 1:
            background.start(work(2))

    background.start(work(1))
    background.start(work(100))
    await background.finish(5)
    assert done == [1, 2]
    assert asyncio.get_running_loop().time() == pytest.approx(5)


async def test_nobody_asks_twice() -> None:
    """An errand whose asker went away before its turn is not done."""
    background, done = Background(), []
    outbox = Outbox(background)

    async def errand() -> None:
        done.append(1)

    outbox.add(1, lambda: asyncio.sleep(5))
    asked = asyncio.ensure_future(outbox.ask(1, errand))
    await asyncio.sleep(1)
    asked.cancel()
    await background.finish(60)
    assert done == []


@pytest.mark.parametrize("fails", [False, True])
async def test_an_errand_may_outlive_its_asker(*, fails: bool) -> None:
    """An errand whose asker goes away meanwhile ends quietly, well or not."""
    background = Background()
    outbox = Outbox(background)

    async def errand() -> None:
        await asyncio.sleep(5)
        if fails:
            raise ValueError

    asked = asyncio.ensure_future(outbox.ask(1, errand))
    await asyncio.sleep(1)
    asked.cancel()
    await background.finish(60)
    assert asked.cancelled()


def test_an_error_that_was_never_raised_has_no_place() -> None:
    """Kind and Telegram's description up to a quotation are what is left of an error."""
    assert error_text(BadRequest('no such tag "secret"')) == "BadRequest (no such tag)"


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (ChatMigrated(5), Fate.REFUSED),
        (TelegramError("odd"), Fate.NOT_ARRIVED),
        (BadRequest("Chat not found"), Fate.GONE),
    ],
)
def test_rare_errors_have_a_fate(error: TelegramError, fate: Fate) -> None:
    """Whatever Telegram says means one of five things."""
    assert fate_of(error) is fate


def test_an_unreadable_answer_has_unknown_fate() -> None:
    """An answer that is no JSON may well mean that the message arrived."""
    error = TelegramError("Invalid server response")
    error.__cause__ = ValueError()
    assert fate_of(error) is Fate.UNKNOWN


def test_every_kind_of_button_is_drawn() -> None:
    """A button comes back, copies or opens; what Telegram would refuse to copy is left out."""
    press, link = Key("Wa\0ke", Wake()), Link("Open", "https://t.me/kari?text=Hi")
    rows = (
        (press, link),
        (CopyText("Copy", "Hi"), CopyText("None", "")),
        (CopyText("x", "😀" * 129),),
    )
    drawn = keyboard(rows)
    assert drawn is not None
    assert [[key.to_dict() for key in row] for row in drawn.inline_keyboard] == [
        [
            {"text": "Wake", "callback_data": "wk"},
            {"text": "Open", "url": "https://t.me/kari?text=Hi"},
        ],
        [{"text": "Copy", "copy_text": {"text": "Hi"}}],
    ]


def test_no_button_is_no_keyboard() -> None:
    """Without a button that can be drawn there is no keyboard."""
    assert keyboard(((CopyText("Copy", ""),),)) is None
