"""A language model over HTTP: what it is sent, and that nothing it does is an error."""

import pytest

from bot.adapters.chat_model import LARGEST_ANSWER, MISSES, ChatModel, model_at
from bot.drafts.kinds import DraftKind
from bot.drafts.variants import Original
from bot.languages import Language
from tests.fakes.model_server import ModelServer, model_server

HI = Original("Hi {name}! Thought of you today.", DraftKind.JUST_HI, Language.EN, greeting="Hi!")
IMPATIENT = 0.2
"""Seconds for a server of which it is known that it never answers."""


def model_on(server: ModelServer, key: str = "", patience: float = 4.0) -> ChatModel:
    """Return a model on a server."""
    return ChatModel(server.base_url, "tiny", key, patience=patience)


async def test_a_good_answer_is_handed_on() -> None:
    """The text of the first choice comes back as it is."""
    says = "Hey {name}, you crossed my mind."
    async with model_server(says=says) as server, model_on(server) as model:
        assert await model.reword(HI) == says


async def test_what_it_is_sent() -> None:
    """It gets the model's name, what to do, and the material apart from that."""
    async with model_server(says="Hi") as server, model_on(server, "s3cret") as model:
        await model.reword(HI)
    assert server.keys == ["Bearer s3cret"]
    assert server.asked[0]["model"] == "tiny"
    assert [one["role"] for one in server.asked[0]["messages"]] == ["system", "user"]
    assert "English" in server.asked[0]["messages"][0]["content"]
    assert server.given == {"message": HI.text, "kind": "just-hi", "greeting": "Hi!"}


@pytest.mark.parametrize(
    "odd",
    [
        {"status": 500},
        {"status": 302},
        {"status": 401, "body": b'{"error": "no key"}'},
        {"body": b""},
        {"body": b"<html>"},
        {"body": b"[]"},
        {"body": b'{"choices": []}'},
        {"body": b'{"choices": [{"message": {"content": null}}]}'},
        {"body": b"[" * 50_000},
        {"body": b"\xff\xfe"},
        {"says": "x" * LARGEST_ANSWER},
    ],
    ids=lambda odd: str(odd)[:40],
)
async def test_what_is_no_answer_is_none(odd: dict[str, object]) -> None:
    """A refusal, a redirection, rubbish and a flood all come to nothing."""
    async with model_server(**odd) as server, model_on(server) as model:
        assert await model.reword(HI) == ""


async def test_a_server_that_never_answers_is_left() -> None:
    """Whoever is silent past the time for it has said nothing."""
    async with model_server(silent=True) as server, model_on(server, patience=IMPATIENT) as model:
        assert await model.reword(HI) == ""


async def test_a_server_that_is_not_there() -> None:
    """Nobody at the address is no error."""
    async with model_server() as server:
        pass
    async with model_on(server) as model:
        assert await model.reword(HI) == ""


async def test_a_server_in_trouble_is_left_alone() -> None:
    """After some failures in a row it is not asked for a while, also when it is well again."""
    async with model_server(status=500) as server, model_on(server) as model:
        for _ in range(MISSES):
            await model.reword(HI)
        server.status, server.says = 200, "Hey there."
        assert await model.reword(HI) == ""
        assert len(server.asked) == MISSES


async def test_failures_apart_count_for_nothing() -> None:
    """A good answer between them begins the count anew."""
    async with model_server(says="Hey there.") as server, model_on(server) as model:
        for number in range(3 * MISSES):
            server.status = 500 if number % MISSES else 200
            await model.reword(HI)
        assert len(server.asked) == 3 * MISSES


def test_what_users_agree_to() -> None:
    """They are told its name and where it runs, never what opens it."""
    assert model_at("http://me:pass@localhost:11434/v1", "llama3.2") == "llama3.2 (localhost:11434)"
