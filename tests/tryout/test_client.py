"""A person in process can do what people do in Telegram, and sees what they would see."""

import asyncio

import pytest
from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from bot.tryout.client import NoAnswerError, NoSuchButtonError, Person
from bot.tryout.server import Tryout
from bot.tryout.world.messages import Group, HappeningKind

BUTTONS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Done", callback_data="d:1")],
        [InlineKeyboardButton("Copy", copy_text=CopyTextButton("Hei Kari"))],
        [InlineKeyboardButton("Open", url="https://t.me/kari")],
        [InlineKeyboardButton("Share", switch_inline_query="x")],
    ]
)


async def test_typed_command_is_one(bot: Bot, person: Person) -> None:
    """A command arrives with its entity, the person and the language of the client."""
    await person.type("  /add\x00 Kari  ")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "/add Kari"
    assert update.message.parse_entities() == {update.message.entities[0]: "/add"}
    assert update.message.from_user is not None
    assert update.message.from_user.language_code == "nb"
    assert update.message.chat.username == "robin"
    assert update.message.date.isoformat() == "2026-10-01T12:00:00+00:00"


async def test_long_text_is_split_as_by_a_client(bot: Bot, person: Person) -> None:
    """5,000 characters arrive as two messages; nothing at all is not sent."""
    last = await person.type("x" * 5000)
    assert last.text == "x" * 904
    assert len(await bot.get_updates()) == 2
    with pytest.raises(ValueError, match="no empty message"):
        await person.type(" \n")


async def test_reply_shows_what_it_answers(bot: Bot, person: Person) -> None:
    """A reply carries the message it answers, once and not further."""
    sent = await bot.send_message(42, "a")
    first = await person.type("b", reply_to=person.messages[0])
    await person.type("c", reply_to=first)
    updates = await bot.get_updates()
    replies = [one.message.reply_to_message for one in updates if one.message]
    assert [one.text for one in replies if one] == ["a", "b"]
    assert replies[0] is not None
    assert replies[0].message_id == sent.message_id
    assert replies[1] is not None
    assert replies[1].reply_to_message is None


async def test_pressing_tells_the_bot_or_gives_the_text(bot: Bot, person: Person) -> None:
    """A callback button tells the bot; copy and link buttons give what they hold."""
    await bot.send_message(42, "a", reply_markup=BUTTONS)
    await bot.send_message(42, "newer, without buttons")
    assert await person.press("Done") is None
    assert await person.press("Copy") == "Hei Kari"
    assert await person.press("Open") == "https://t.me/kari"
    assert await person.press("Share") is None
    (update,) = await bot.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.data == "d:1"


async def test_stale_button_can_be_pressed(bot: Bot, person: Person) -> None:
    """A button that went away is not found, but whoever still sees it can press it."""
    sent = await bot.send_message(42, "a", reply_markup=BUTTONS)
    stale = person.messages[0]
    await sent.edit_text("b")
    with pytest.raises(NoSuchButtonError, match="no button 'Done'; there are no buttons"):
        await person.press("Done")
    await person.press("Done", stale)
    (update,) = await bot.get_updates()
    assert update.callback_query is not None


async def test_missing_button_names_those_there(bot: Bot, person: Person) -> None:
    """A wrong label is a clear error."""
    await bot.send_message(42, "a", reply_markup=BUTTONS)
    with pytest.raises(NoSuchButtonError, match="'Done', 'Copy', 'Open', 'Share'"):
        await person.press("Skip")


async def test_reply_keyboard_types_and_shares(bot: Bot, person: Person) -> None:
    """A reply key types its label, or shares what it asks for."""
    keys = [
        KeyboardButton("Yes"),
        KeyboardButton("Me", request_contact=True),
        KeyboardButton("Here", request_location=True),
    ]
    await bot.send_message(42, "a", reply_markup=ReplyKeyboardMarkup([keys, ["Plain"]]))
    assert person.messages[0].labels == ["Yes", "Me", "Here", "Plain"]
    for label in person.messages[0].labels:
        await person.press(label)
    texts, contacts, places, plain = [one.message for one in await bot.get_updates()]
    assert texts is not None
    assert texts.text == "Yes"
    assert contacts is not None
    assert contacts.contact is not None
    assert contacts.contact.user_id == 42
    assert places is not None
    assert places.location is not None
    assert places.location.latitude == pytest.approx(59.91, abs=0.01)
    assert plain is not None
    assert plain.text == "Plain"


async def test_everything_people_send_arrives(bot: Bot, person: Person) -> None:
    """Stickers, photos, voices, places, cards and files come as Telegram sends them."""
    await person.send_sticker()
    await person.send_photo("look")
    await person.send_voice()
    await person.share_contact("+4712345678", "Kari", "Nordmann", 7)
    await person.send_document("kari.vcf", b"BEGIN:VCARD")
    messages = [one.message for one in await bot.get_updates() if one.message]
    sticker, photo, voice, contact, document = messages
    assert sticker.sticker is not None
    assert photo.photo
    assert photo.caption == "look"
    assert voice.voice is not None
    assert contact.contact is not None
    assert (contact.contact.first_name, contact.contact.last_name) == ("Kari", "Nordmann")
    assert contact.contact.user_id == 7
    assert document.document is not None
    file = await document.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"BEGIN:VCARD"


async def test_people_edit_only_their_own(bot: Bot, person: Person) -> None:
    """An edited message is told as one; somebody else's can't be edited."""
    await bot.send_message(42, "a")
    own = await person.type("b")
    revised = await person.edit(own, "c")
    assert revised.edited_at is not None
    updates = await bot.get_updates()
    assert updates[-1].edited_message is not None
    assert updates[-1].edited_message.text == "c"
    with pytest.raises(ValueError, match="wrote themselves"):
        await person.edit(person.messages[0], "d")


async def test_group_gets_the_message(bot: Bot, tryout: Tryout, person: Person) -> None:
    """What is typed in a group stands in the group and not in the private chat."""
    group = Group(-100, "Family")
    await person.type("/start@hei_tryout_bot", chat=group)
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.chat.type == "group"
    assert person.messages == []
    await bot.send_message(-100, "a")
    assert len(tryout.chats.chats[-100].messages) == 2


async def test_each_answer_is_returned_once(bot: Bot, person: Person) -> None:
    """Answers come in order, each once; kinds that are left out wait for their turn."""
    sent = await bot.send_message(42, "a", reply_markup=BUTTONS)
    assert (await person.answer()).text == "a"
    await person.press("Done")
    (update,) = await bot.get_updates()
    assert update.callback_query is not None
    await update.callback_query.answer("well done", show_alert=True)
    await sent.edit_text("b")
    await bot.send_chat_action(42, "typing")
    edit = await person.answer(kinds={HappeningKind.EDIT})
    assert edit.message is not None
    assert edit.message.text == "b"
    toast = await person.answer()
    assert (toast.kind, toast.text, toast.alert) == (HappeningKind.TOAST, "well done", True)
    assert (await person.answer(after=0, kinds={HappeningKind.TYPING})).message is None


async def test_answer_is_waited_for(bot: Bot, person: Person) -> None:
    """Waiting ends with the bot's message, not with the person's own."""
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        answer = group.create_task(person.answer(after=0))
        await person.type("x")
        await bot.send_message(42, "y")
    assert answer.result().text == "y"


async def test_silence_is_told_clearly(person: Person) -> None:
    """When nothing comes, the error says what was waited for and what was last said."""
    await person.type("anybody?")
    with pytest.raises(NoAnswerError, match=r"no edit/message/toast .* \['anybody\?'\]"):
        await person.answer(timeout=0.01)


def test_person_may_change_name_and_language(tryout: Tryout, person: Person) -> None:
    """The same id is the same person, under a new name."""
    again = tryout.person(42, first_name="Rob", language_code=None)
    assert again is person
    assert person.user.first_name == "Rob"
    assert person.chat.shown["first_name"] == "Rob"
