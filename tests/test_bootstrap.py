"""What the whole program promises, with Telegram's stand-in at its other end."""

import asyncio
import gc
import os
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
import pytest_asyncio
from pydantic import SecretStr

from bot.adapters.system_clock import SystemClock
from bot.adapters.tinydb import FolderInUse
from bot.application.ports import StorageFailed
from bot.bootstrap import Parts, running
from bot.cli.tryout import PortTaken, trying
from bot.config import Drafts, Model, Schedule, Settings, Telegram
from bot.telegram.startup import TokenRefused
from bot.tryout.server import Tryout
from bot.tryout.world.messages import HappeningKind
from bot.tryout.world.movable_clock import MovableClock
from tests.fakes.model_server import model_server

TOKEN = "7100200300:ABC"  # noqa: S105  (opens nothing but the stand-in)
ADA = 42
SENT, EDITED = {HappeningKind.MESSAGE}, {HappeningKind.EDIT}


@pytest_asyncio.fixture
async def tryout() -> AsyncIterator[Tryout]:
    """Return a started stand-in that lets one token in."""
    tryout = Tryout(MovableClock(SystemClock()), token=TOKEN)
    await tryout.start()
    yield tryout
    await tryout.stop()


def settings_for(tryout: Tryout, folder: Path, token: str = TOKEN) -> Settings:
    """Return settings that lead to a stand-in."""
    telegram = Telegram(
        token=SecretStr(token),
        base_url=tryout.base_url,
        base_file_url=tryout.base_file_url,
        allowed_users=(ADA,),
    )
    return Settings(data_dir=folder, telegram=telegram, schedule=Schedule(heartbeat=0.1))


async def test_a_running_bot_answers_and_lets_go(tryout: Tryout, tmp_path: Path) -> None:
    """The bot answers while the block lasts; afterwards the folder is free and the Book on disk."""
    settings = settings_for(tryout, tmp_path / "data")
    for _ in range(2):
        async with running(settings):
            ada = tryout.person(ADA)
            await ada.type("/start")
            await ada.answer()
    assert (tmp_path / "data" / f"{ADA}.json").exists()


async def test_the_menus_are_set(tryout: Tryout, tmp_path: Path) -> None:
    """Telegram is given the commands, in each language."""
    async with running(settings_for(tryout, tmp_path)):
        async with asyncio.timeout(5):
            while not tryout.api.commands_for(ADA, "sv"):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
    said = {code: tryout.api.commands_for(ADA, code)[0] for code in ("en", "nb", "sv")}
    assert len({one["description"] for one in said.values()}) == 3
    assert {one["command"] for one in said.values()} == {"add"}


async def test_a_model_words_what_its_user_agreed_to(tryout: Tryout, tmp_path: Path) -> None:
    """The nudge and another draft come in its words, and it never learns the name."""
    settings = settings_for(tryout, tmp_path)
    async with model_server(says="You crossed my mind today.") as server:
        model = Model(base_url=server.base_url, name="tiny")
        async with running(settings.model_copy(update={"drafts": Drafts(model=model)})):
            ada = tryout.person(ADA)
            for typed in ("/start", "/add Kari every month"):
                await ada.type(typed)
                await ada.answer()
            await ada.type("/settings")
            await ada.answer(kinds=SENT)
            for label in ("Language model", "Yes, use it"):
                await ada.press(label)
                await ada.answer(kinds=EDITED)
            await ada.type("/hi Kari")
            nudge = (await ada.answer(kinds=SENT)).message
            assert nudge
            assert "You crossed my mind today." in nudge.text
            server.says = "Thought of you today, that was all."
            await ada.press("Another", nudge)
            again = (await ada.answer(kinds=EDITED)).message
            assert again
            assert "Thought of you today, that was all." in again.text
    assert len(server.asked) == 2
    assert "Kari" not in str(server.asked)


async def test_strangers_are_not_admitted(tryout: Tryout, tmp_path: Path) -> None:
    """Who is not among the allowed users gets their own id and no Book."""
    async with running(settings_for(tryout, tmp_path)):
        stranger = tryout.person(77)
        await stranger.type("/start")
        said = await stranger.answer()
    assert said.message is not None
    assert "77" in said.message.text
    assert not (tmp_path / "77.json").exists()


async def test_a_refused_token_ends_the_start(tryout: Tryout, tmp_path: Path) -> None:
    """A token that Telegram does not know is final, and the folder is let go of."""
    for _ in range(2):
        with pytest.raises(TokenRefused):
            async with running(settings_for(tryout, tmp_path, "1:WRONG")):
                pytest.fail("it started")


async def test_a_folder_has_one_holder(tryout: Tryout, tmp_path: Path) -> None:
    """A second program on the same folder does not start."""
    settings = settings_for(tryout, tmp_path)
    async with running(settings):
        with pytest.raises(FolderInUse):
            async with running(settings):
                pytest.fail("it started")


async def test_a_folder_that_cannot_be_used(tryout: Tryout, tmp_path: Path) -> None:
    """A data folder that is a file ends the start."""
    (tmp_path / "data").write_text("")
    with pytest.raises(StorageFailed):
        async with running(settings_for(tryout, tmp_path / "data")):
            pytest.fail("it started")


class CrashingChance:
    """A chance that crashes whoever draws it."""

    def __call__(self) -> float:
        """Crash."""
        raise ZeroDivisionError


async def test_a_crash_of_the_intake_ends_the_program(tryout: Tryout, tmp_path: Path) -> None:
    """A program whose intake is broken does not go on without it, and still lets go."""

    async def program() -> None:
        async with running(settings_for(tryout, tmp_path), Parts(chance=CrashingChance())):
            tryout.faults.refuse("getUpdates", 500)
            await tryout.person(ADA).type("wakes the poll")
            await asyncio.sleep(5)

    with pytest.raises(BaseExceptionGroup) as crash:
        await program()
    assert crash.group_contains(ZeroDivisionError)
    async with running(settings_for(tryout, tmp_path)):
        pass


async def test_a_hung_telegram_does_not_hold_up_the_end(
    tryout: Tryout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program whose sends hang ends after a short grace; the nudge stays planned."""
    monkeypatch.setattr("bot.bootstrap.GRACE", 0.2)
    async with running(settings_for(tryout, tmp_path)) as hei:
        ada = tryout.person(ADA)
        await ada.type("/start")
        await ada.answer()
        await ada.type("/add Kari every 2 days")
        await ada.answer()
        tryout.faults.hang("sendMessage")
        await ada.type("/hi Kari")
        async with asyncio.timeout(5):
            while not await _planned(hei.books):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
    async with running(settings_for(tryout, tmp_path)) as hei:
        await ada.answer()


async def _planned(books: object) -> bool:
    async with books.open(ADA) as work:  # type: ignore[attr-defined]
        return work.book.planned_nudge is not None


async def test_a_try_out_is_whole(tmp_path: Path) -> None:
    """A try-out admits everybody, and its clock can be moved to the next nudge."""
    async with trying(folder=tmp_path) as tryout:
        ada = tryout.person(ADA)
        await ada.type("/start")
        await ada.answer()
        await ada.type("/add Kari every 2 days")
        await ada.answer()
        before = len(ada.happenings)
        assert await tryout.advance_to_next_nudge(ADA)
        said = await ada.answer(before)
        assert said.message is not None
        assert "Kari" in said.message.text
    assert (tmp_path / f"{ADA}.json").exists()


async def test_a_try_out_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder of its own a try-out leaves nothing behind."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    async with trying() as tryout:
        ada = tryout.person(ADA)
        await ada.type("/start")
        await ada.answer()
        assert os.listdir(tmp_path)  # noqa: PTH208
    assert _names(tmp_path) == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_a_taken_port(tryout: Tryout) -> None:
    """A port that somebody else listens on is named."""
    port = int(tryout.address.rpartition(":")[2])
    with pytest.raises(PortTaken, match=str(port)):
        async with trying(port):
            pytest.fail("it started")
    gc.collect()  # tornado leaves the socket that it could not bind to the garbage


def _names(folder: Path) -> Sequence[str]:
    return [path.name for path in folder.iterdir()]
