"""What the pace promises for unasked messages."""

import asyncio
from collections import defaultdict
from itertools import pairwise

from bot.telegram.sending.pacing import Pacing

TICK = 1e-6
"""Seconds that rounding may take from a wait."""


async def passed(pacing: Pacing, chats: list[int]) -> list[tuple[float, int]]:
    """Let messages to these chats queue up together; return when each went."""
    gone: list[tuple[float, int]] = []

    async def one(chat_id: int) -> None:
        await pacing.turn(chat_id)
        gone.append((asyncio.get_running_loop().time(), chat_id))

    async with asyncio.TaskGroup() as group:
        for chat_id in chats:
            group.create_task(one(chat_id))
    return gone


async def test_thirty_a_second_over_all() -> None:
    """In no second do more than thirty messages go out."""
    times = [at for at, _ in await passed(Pacing(), list(range(100)))]
    assert all(sum(at <= t < at + 1 - TICK for t in times) <= 30 for at in times)
    assert times[-1] < 100 / 30


async def test_one_a_second_in_a_chat() -> None:
    """Two messages to one chat are a second apart, whatever else goes out."""
    by_chat = defaultdict(list)
    for at, chat_id in await passed(Pacing(), [1, 1, 2, 1, 2, 3] * 2):
        by_chat[chat_id].append(at)
    for times in by_chat.values():
        assert all(b - a >= 1 - TICK for a, b in pairwise(times))


async def test_a_waiting_chat_holds_up_nobody() -> None:
    """A chat that has to wait its second lets others pass."""
    gone = await passed(Pacing(), [1, 1, 2, 3])
    assert [chat_id for _, chat_id in gone] == [1, 2, 3, 1]


async def test_rested_chats_are_forgotten() -> None:
    """The pace remembers no more chats than can be recent, so it does not grow for ever."""
    pacing = Pacing()
    await passed(pacing, list(range(500)))
    assert len(pacing._chat_free_at) <= 64  # noqa: SLF001  (memory shows nowhere else)
