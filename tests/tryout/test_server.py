"""The stand-in listens on loopback only, to its own address, in every way that Telegram does."""

import json
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.tryout.bot_api.calls import Call
from bot.tryout.client import Person
from bot.tryout.page import page_people
from bot.tryout.server import Tryout
from bot.tryout.world.movable_clock import MovableClock
from tests.tryout.page_words import sample_commands

SEND = "/bot7100200300:ABC/sendMessage"
FORM = {"chat_id": "42", "text": "hei"}


class Program:
    """Controls whose next nudge is three hours after noon, and that count the beats."""

    def __init__(self, clock: MovableClock) -> None:
        self.nudge_at: datetime | None = clock.now() + timedelta(hours=3)
        self.beats: list[datetime] = []
        self._clock = clock

    async def next_nudge_at(self, user_id: int) -> datetime | None:
        """Return the nudge of user 42; nobody else has one."""
        return self.nudge_at if user_id == 42 else None

    async def deliver_due(self) -> None:
        """Note when the bot looked at the clock."""
        self.beats.append(self._clock.now())


@pytest.mark.parametrize(
    ("method", "how"),
    [
        ("GET", {"params": FORM}),
        ("POST", {"params": FORM}),
        ("POST", {"data": FORM}),
        ("POST", {"json": {"chat_id": 42, "text": "hei"}}),
        ("POST", {"data": FORM, "files": {"unused": ("a.txt", b"a")}}),
    ],
)
async def test_every_way_of_sending_parameters(
    tryout: Tryout, person: Person, method: str, how: dict[str, Any]
) -> None:
    """GET and POST, query, form, multipart and JSON all mean the same."""
    async with httpx.AsyncClient(base_url=tryout.address) as client:
        answer = await client.request(method, SEND, **how)
    assert answer.json()["result"]["text"] == "hei"
    assert person.messages[0].text == "hei"


@pytest.mark.parametrize("content", [b"{", b"[]"])
async def test_unreadable_json_is_refused(tryout: Tryout, content: bytes) -> None:
    """A body that is no JSON object is a bad request."""
    async with httpx.AsyncClient(base_url=tryout.address) as client:
        headers = {"Content-Type": "application/json"}
        answer = await client.post(SEND, content=content, headers=headers)
    assert answer.status_code == 400
    assert "can't parse JSON body" in answer.json()["description"]


async def test_unknown_method_is_not_found(call: Any) -> None:
    """A method that Telegram does not have gives its 404."""
    description = "Not Found: method not found"
    assert await call("sendHug") == {"ok": False, "error_code": 404, "description": description}


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Host", "evil.example"),
        ("Origin", "https://evil.example"),
        ("Origin", "null"),
        ("Sec-Fetch-Site", "cross-site"),
    ],
)
async def test_foreign_pages_are_turned_away(
    tryout: Tryout, person: Person, header: str, value: str
) -> None:
    """A rebound name and a page from elsewhere get a 403, and nothing happens."""
    async with httpx.AsyncClient(base_url=tryout.address) as client:
        answers = [
            await client.post(SEND, data=FORM, headers={header: value}),
            await client.get(SEND, params=FORM, headers={header: value}),
            await client.get("/", headers={header: value}),
        ]
    assert [one.status_code for one in answers] == [403, 403, 403]
    assert person.messages == []


async def test_own_page_is_let_in(tryout: Tryout, person: Person) -> None:
    """The page's own origin, under either name of this machine, is fine."""
    port = tryout.address.rpartition(":")[2]
    async with httpx.AsyncClient(base_url=tryout.address) as client:
        for host in ("127.0.0.1", "localhost"):
            headers = {"Host": f"{host}:{port}", "Origin": f"http://{host}:{port}"}
            assert (await client.post(SEND, data=FORM, headers=headers)).is_success
    assert len(person.messages) == 2


async def test_page_is_served_with_a_strict_policy(tryout: Tryout) -> None:
    """The page loads nothing from elsewhere; other paths are not there."""
    async with httpx.AsyncClient(base_url=tryout.address) as client:
        page = await client.get("/")
        missing = await client.get("/passwords.txt")
    assert "<!doctype html>" in page.text
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert missing.status_code == 404


@pytest.mark.parametrize("what", ["menu", "live"])
async def test_nobody_has_no_chat(tryout: Tryout, what: str) -> None:
    """The chat of somebody who is not there is not found."""
    async with httpx.AsyncClient(base_url=tryout.address) as client:
        assert (await client.get(f"/chat/999/{what}")).status_code == 404


async def test_files_are_kept_for_the_bot_alone(bot: Bot, tryout: Tryout, person: Person) -> None:
    """An uploaded file comes back by its id, with the right token only."""
    document = (await bot.send_document(42, b"content", caption="c", filename="a.txt")).document
    assert document is not None
    assert document.file_name == "a.txt"
    again = await bot.send_document(42, document.file_id)
    assert again.document is not None
    file = await again.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"content"
    async with httpx.AsyncClient() as client:
        address = f"{tryout.base_file_url}1:other/documents/{document.file_id}"
        assert (await client.get(address)).status_code == 404
    assert person.messages[0].text == "c"


@pytest.mark.parametrize(
    ("method", "parameters", "reason"),
    [
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendDocument", {"document": "x"}, "wrong remote file identifier specified"),
        ("getFile", {"file_id": "x"}, "invalid file_id"),
        ("setMyDescription", {"description": "x" * 513}, "bot description is too long"),
        ("setMyShortDescription", {"short_description": "x" * 121}, "bot short description is"),
        ("sendMessage", {"text": "a", "message_id": "x"}, ""),
    ],
)
async def test_other_bad_requests(
    call: Any, person: Person, method: str, parameters: dict[str, str], reason: str
) -> None:
    """Files that are not there and descriptions that are too long are refused."""
    body = await call(method, chat_id=person.user.id, **parameters)
    assert body.get("description", "").startswith(f"Bad Request: {reason}" if reason else "")


async def test_caption_has_its_own_limit(call: Any, bot: Bot, person: Person) -> None:
    """A caption takes 1024 code units."""
    photo = (await bot.send_photo(person.user.id, b"p", caption="x" * 1024)).photo[0].file_id
    body = await call("sendPhoto", chat_id=42, photo=photo, caption="x" * 1025)
    assert body["description"] == "Bad Request: message caption is too long"


async def test_menu_is_chosen_by_scope_and_language(bot: Bot, tryout: Tryout) -> None:
    """A person sees the chat's menu, else that of private chats, else everybody's."""
    everybody, private, nb, chat = ([BotCommand(one, "a")] for one in ("a", "b", "c", "d"))
    assert tryout.api.commands_for(1, "nb") == []
    await bot.set_my_commands(everybody)
    await bot.set_my_commands(private, scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_commands(nb, language_code="nb", scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_commands(chat, scope=BotCommandScopeChat(1))
    seen = [
        tryout.api.commands_for(user, code)[0]["command"]
        for user, code in ((1, "nb"), (2, "nb"), (2, "sv"))
    ]
    assert seen == ["d", "c", "b"]
    assert await bot.get_my_commands() == tuple(everybody)
    await bot.delete_my_commands()
    assert await bot.get_my_commands() == ()


async def test_profile_is_kept_by_language(bot: Bot) -> None:
    """Descriptions are those of the language, else the general ones."""
    await bot.set_my_description("hi")
    await bot.set_my_short_description("hei", language_code="nb")
    assert (await bot.get_my_description(language_code="sv")).description == "hi"
    assert (await bot.get_my_short_description(language_code="nb")).short_description == "hei"
    assert (await bot.get_my_short_description()).short_description == ""


async def test_bot_can_take_its_leave(bot: Bot, call: Any) -> None:
    """LogOut and close are accepted, and getMe tells the username."""
    assert (await call("logOut"))["result"] is True
    assert (await call("close"))["result"] is True
    assert bot.username == "hei_tryout_bot"


async def test_clock_moves_to_the_next_nudge_and_beats(tryout: Tryout, clock: MovableClock) -> None:
    """Moving the clock lets the bot look at it; a nudge that is due already needs no moving."""
    program = Program(clock)
    tryout.controls = program
    start = clock.now()
    assert await tryout.advance(timedelta(hours=1)) == start + timedelta(hours=1)
    assert await tryout.advance_to_next_nudge(7) is None
    assert await tryout.advance_to_next_nudge(42) == program.nudge_at
    assert await tryout.advance_to_next_nudge(42) == program.nudge_at
    assert program.beats == [start + timedelta(hours=hour) for hour in (1, 3, 3)]


async def test_clock_moves_without_a_program(tryout: Tryout, clock: MovableClock) -> None:
    """Without controls there is no next nudge, and the clock still moves."""
    start = clock.now()
    assert await tryout.advance_to_next_nudge(42) is None
    assert await tryout.advance(timedelta(days=1)) == start + timedelta(days=1)


async def test_stopping_is_safe_at_any_time(clock: MovableClock) -> None:
    """Before starting there is no address; stopping twice, or unstarted, does nothing."""
    tryout = Tryout(clock)
    with pytest.raises(RuntimeError, match="no address"):
        _ = tryout.address
    await tryout.stop()
    address = await tryout.start()
    assert address.startswith("http://127.0.0.1:")
    await tryout.stop()
    await tryout.stop()


def test_sample_people_are_typed_in_the_pages_language() -> None:
    """Three commands in each language."""
    for code in ("en", "nb", "sv"):
        assert len(sample_commands(code)) == 3
        assert all(one.startswith("/add ") for one in sample_commands(code))
    assert len(page_people()) == 3


def test_parameters_are_read_leniently() -> None:
    """A number that is none counts as not given, and an empty structure as absent."""
    call = Call({"limit": "many", "scope": "", "flag": "True"})
    assert call.integer("limit", 7) == 7
    assert call.structure("scope") is None
    assert call.flag("flag")
    assert call.hold() is None


def test_words_are_the_same_in_every_language() -> None:
    """Each language of the page has every word, and no placeholder is lost."""
    from importlib.resources import files

    words = json.loads((files("bot.tryout") / "static" / "words.json").read_text("utf-8"))
    assert set(words) == {"en", "nb", "sv"}
    for name, sentence in words["en"].items():
        for code in ("nb", "sv"):
            assert ("{" in words[code][name]) == ("{" in sentence), name
    assert {len(one) for one in words.values()} == {len(words["en"])}
