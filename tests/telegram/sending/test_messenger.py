"""What the messenger promises for answers: order, fates and holds."""

import asyncio
from collections.abc import Callable

import pytest

from bot.conversation.buttons.settings_buttons import Wake
from bot.conversation.effects import Effect, Key, Message, Rewrite, Say, Strip, Toast
from bot.telegram.sending.messenger import Messenger
from tests.fakes.telegram import (
    FakeTelegram,
    Refusal,
    dropped,
    refused_connection,
    timed_out,
)

USER, OTHER = 42, 43
BUTTONS = ((Key("Wake", Wake()),),)
WAIT = Refusal(429, "Too Many Requests: retry after 30", 30)


def say(text: str) -> Say:
    """Return an answer of one text."""
    return Say(Message(text))


async def idle() -> None:
    """Let everything happen that waits for nothing but its turn or a timer of some minutes."""
    await asyncio.sleep(600)


async def test_answers_go_out_in_order(messenger: Messenger, telegram: FakeTelegram) -> None:
    """A chat's answers arrive in the order of the turn, and turn after turn."""
    telegram.slow = 1.0
    messenger.perform(USER, (say("one"), say("two")))
    messenger.perform(USER, (say("three"),))
    await idle()
    assert telegram.texts == ["one", "two", "three"]


async def test_chats_go_side_by_side(messenger: Messenger, telegram: FakeTelegram) -> None:
    """A slow chat does not delay another."""
    telegram.slow = 1.0
    for chat_id in range(1, 41):
        messenger.perform(chat_id, (say("hello"), say("again")))
    await asyncio.sleep(1.5)
    assert telegram.texts == ["hello"] * 40 + ["again"] * 40
    assert telegram.under_way == [40, 40]


async def test_a_message_is_html_without_preview(
    messenger: Messenger, telegram: FakeTelegram
) -> None:
    """Messages are Telegram's HTML with buttons, and links show no preview."""
    messenger.perform(USER, (Say(Message("<b>Kari</b>", BUTTONS)),))
    await idle()
    given = telegram.made("sendMessage")[0].given
    assert given["parse_mode"] == "HTML"
    assert given["link_preview_options"] == {"is_disabled": True}
    assert given["reply_markup"] == {"inline_keyboard": [[{"text": "Wake", "callback_data": "wk"}]]}


async def test_a_long_message_has_its_buttons_last(
    messenger: Messenger, telegram: FakeTelegram
) -> None:
    """A text over the limit goes out in parts, and only the last carries the buttons."""
    messenger.perform(USER, (Say(Message("line of text\n" * 700, BUTTONS)),))
    await idle()
    calls = telegram.made("sendMessage")
    assert len(calls) == 3
    assert ["reply_markup" in call.given for call in calls] == [False, False, True]


async def test_control_characters_never_leave(messenger: Messenger, telegram: FakeTelegram) -> None:
    """NUL, controls and lone surrogates are taken out of texts and toasts; lines stay."""
    messenger.perform(USER, (say("a\0b\x07c\ud800d\ne"), Toast("x\0y")), "q")
    await idle()
    assert telegram.texts == ["abcd\ne"]
    assert telegram.made("answerCallbackQuery")[0].given["text"] == "xy"


async def test_a_press_is_released_once_and_first(
    messenger: Messenger, telegram: FakeTelegram
) -> None:
    """Every pressed button gets one answer, before anything slow: its toast, or nothing."""
    messenger.perform(USER, (say("done"), Toast("Noted")), "q1")
    messenger.perform(USER, (), "q2")
    await idle()
    assert [call.method for call in telegram.calls] == [
        "answerCallbackQuery",
        "sendMessage",
        "answerCallbackQuery",
    ]
    queries = telegram.made("answerCallbackQuery")
    assert [(q.given["callback_query_id"], q.given.get("text")) for q in queries] == [
        ("q1", "Noted"),
        ("q2", None),
    ]


async def test_a_toast_is_cut(messenger: Messenger, telegram: FakeTelegram) -> None:
    """A toast longer than Telegram takes is cut."""
    messenger.perform(USER, (Toast("x" * 300),), "q")
    await idle()
    assert len(telegram.made("answerCallbackQuery")[0].given["text"]) == 200


@pytest.mark.parametrize(
    ("answer", "method", "description"),
    [
        (Rewrite(5, Message("new")), "editMessageText", "message is not modified: same"),
        (Strip(5), "editMessageReplyMarkup", "message is not modified"),
        (Strip(5), "editMessageReplyMarkup", "message to edit not found"),
        (Toast("hi"), "answerCallbackQuery", "query is too old and response timeout expired"),
    ],
)
async def test_harmless_refusals_are_silent(  # noqa: PLR0913, PLR0917  (a table and fixtures)
    messenger: Messenger,
    telegram: FakeTelegram,
    caplog: pytest.LogCaptureFixture,
    answer: Effect,
    method: str,
    description: str,
) -> None:
    """What is already so, or too late to matter, is no error and sends nothing new."""
    telegram.script[method].append(Refusal(400, f"Bad Request: {description}"))
    messenger.perform(USER, (answer,), "q" if isinstance(answer, Toast) else None)
    await idle()
    assert len(telegram.calls) == 1
    assert not caplog.records


@pytest.mark.parametrize("why", ["message to edit not found", "message can't be edited", "other"])
async def test_what_cannot_be_edited_is_said_anew(
    messenger: Messenger, telegram: FakeTelegram, why: str
) -> None:
    """A rewrite of a message that is gone, too old or refused becomes a new message."""
    telegram.script["editMessageText"].append(Refusal(400, f"Bad Request: {why}"))
    messenger.perform(USER, (Rewrite(5, Message("new", BUTTONS)),))
    await idle()
    assert telegram.texts == ["new"]
    assert "reply_markup" in telegram.made("sendMessage")[0].given


async def test_a_rewrite_that_is_too_long_goes_on_below(
    messenger: Messenger, telegram: FakeTelegram
) -> None:
    """A rewritten text over the limit changes the message to its first part and sends the rest."""
    messenger.perform(USER, (Rewrite(5, Message("line of text\n" * 400, BUTTONS)),))
    await idle()
    edit, sent = telegram.calls
    assert (edit.method, sent.method) == ("editMessageText", "sendMessage")
    assert "reply_markup" not in edit.given
    assert "reply_markup" in sent.given


async def test_a_long_rewrite_of_what_is_gone_is_said_anew(
    messenger: Messenger, telegram: FakeTelegram
) -> None:
    """What can no longer be changed is said whole, also over the limit."""
    telegram.script["editMessageText"].append(Refusal(400, "message to edit not found"))
    messenger.perform(USER, (Rewrite(5, Message("line of text\n" * 400, BUTTONS)),))
    await idle()
    assert "".join(telegram.texts) == "line of text\n" * 400
    assert "reply_markup" in telegram.made("sendMessage")[-1].given


async def test_a_long_rewrite_of_the_same_goes_on_below(
    messenger: Messenger, telegram: FakeTelegram
) -> None:
    """A first part that stands there already is no reason to leave out the rest."""
    telegram.script["editMessageText"].append(Refusal(400, "message is not modified"))
    messenger.perform(USER, (Rewrite(5, Message("line of text\n" * 400, BUTTONS)),))
    await idle()
    assert len(telegram.made("sendMessage")) == 1
    assert "reply_markup" in telegram.made("sendMessage")[0].given


async def test_refused_markup_goes_out_plain(
    messenger: Messenger, telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    """A text whose markup Telegram refuses arrives without it, and the log quotes nothing."""
    refusal = 'Bad Request: can\'t parse entities: unsupported start tag "secret" at byte offset 1'
    telegram.script["sendMessage"].append(Refusal(400, refusal))
    messenger.perform(USER, (Say(Message("<b>Kari</b> &amp; Ola", BUTTONS)),))
    await idle()
    again = telegram.made("sendMessage")[1].given
    assert again["text"] == "Kari & Ola"
    assert "parse_mode" not in again
    assert "secret" not in caplog.text
    assert "unsupported start tag" in caplog.text


@pytest.mark.parametrize(
    "failure", [refused_connection(), Refusal(502, "Bad Gateway"), Refusal(401, "Unauthorized")]
)
async def test_what_did_not_arrive_is_repeated(
    messenger: Messenger, telegram: FakeTelegram, failure: Refusal
) -> None:
    """An answer that surely did not arrive is tried again, with what comes behind in order."""
    telegram.script["sendMessage"].extend([failure, failure])
    messenger.perform(USER, (say("one"), say("two")))
    await idle()
    assert telegram.texts == ["one", "one", "one", "two"]


async def test_tries_are_bounded(messenger: Messenger, telegram: FakeTelegram) -> None:
    """An answer is given up after a dozen tries, and the next one has its own."""
    telegram.script["sendMessage"].extend([refused_connection() for _ in range(12)])
    messenger.perform(USER, (say("one"), say("two")))
    await idle()
    assert telegram.texts == ["one"] * 12 + ["two"]
    assert asyncio.get_running_loop().time() > 60


@pytest.mark.parametrize("failure", [timed_out, dropped])
async def test_unknown_fate_is_not_repeated(
    messenger: Messenger, telegram: FakeTelegram, failure: Callable[[], Exception]
) -> None:
    """An answer that may have arrived is not sent a second time."""
    telegram.script["sendMessage"].append(failure())
    messenger.perform(USER, (say("one"), say("two")))
    await idle()
    assert telegram.texts == ["one", "two"]


async def test_a_429_holds_one_chat_alone(messenger: Messenger, telegram: FakeTelegram) -> None:
    """Too many to one chat: its answers wait in order as long as asked, others go on at once."""
    telegram.script["sendMessage"].append(WAIT)
    messenger.perform(USER, (say("one"), say("two")))
    await asyncio.sleep(1)
    messenger.perform(OTHER, (say("other"),))
    await asyncio.sleep(1)
    assert telegram.texts == ["one", "other"]
    await asyncio.sleep(30)
    assert telegram.texts == ["one", "other", "one", "two"]
    assert telegram.calls[2].at == pytest.approx(30, abs=0.1)


async def test_answers_to_nobody_are_dropped(
    messenger: Messenger, telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    """Answers to somebody who blocked the bot are dropped without a word."""
    telegram.script["sendMessage"].append(Refusal(403, "Forbidden: bot was blocked by the user"))
    messenger.perform(USER, (say("one"),))
    await idle()
    assert telegram.texts == ["one"]
    assert not caplog.records


async def test_a_broken_answer_stops_no_other(
    messenger: Messenger, telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    """An answer that cannot even be drawn is logged, and those behind it are sent."""
    forged = Message("one", ((Key("x", Wake()), object()),))  # type: ignore[arg-type]
    messenger.perform(USER, (Say(forged), say("two")))
    await idle()
    assert telegram.texts == ["two"]
    assert [record.levelname for record in caplog.records] == ["ERROR"]


async def test_other_refusals_of_a_strip_are_logged(
    messenger: Messenger, telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    """What is refused for an unknown reason is in the log, and stops nothing."""
    telegram.script["editMessageReplyMarkup"].append(Refusal(400, "Bad Request: odd"))
    messenger.perform(USER, (Strip(5), say("two")))
    await idle()
    assert "BadRequest (Odd)" in caplog.text
    assert telegram.texts == ["two"]
