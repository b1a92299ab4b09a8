"""What the bot does when the network, the user or the clock misbehaves."""

from datetime import timedelta

from bot.tryout.server import Tryout
from bot.tryout.world.messages import HappeningKind
from tests.end_to_end.conftest import Scene


async def test_a_lost_answer_to_a_sent_nudge_does_not_repeat_it(scene: Scene) -> None:
    """A nudge that went out and whose answer was lost counts as sent (docs/semantics.md, 6)."""
    await scene.said("/add Kari every 3 weeks last: 4 weeks ago")
    scene.tryout.faults.drop("sendMessage", after_effect=True)
    nudges = await scene.days_pass(2)
    assert len(nudges) == 1


async def test_a_user_who_blocked_the_bot_comes_back_to_their_book(scene: Scene) -> None:
    """Blocking stops the nudges and keeps the Book; any word brings both together again."""
    await scene.said("/add Kari every 3 weeks last: 4 weeks ago")
    await scene.said("/start")
    await scene.pressed("In between")
    scene.person.block()
    assert await scene.days_pass(2) == []
    scene.person.unblock()
    assert "Good to see you" in (await scene.said("/start")).text
    assert "Kari" in (await scene.nudged()).text


async def test_a_broken_poll_recovers_and_loses_nothing(scene: Scene) -> None:
    """Drops, refusals and rate limits on the way in delay an update and lose none."""
    for code in (500, 502, 429):
        scene.tryout.faults.refuse("getUpdates", code, retry_after=1 if code == 429 else None)
    scene.tryout.faults.drop("getUpdates")
    await scene.person.type("/add Kari every week")
    happening = await scene.person.answer(timeout=20, kinds={HappeningKind.MESSAGE})
    assert "Kari" in happening.text


async def test_two_users_never_meet(tryout: Tryout) -> None:
    """What one user tells, another never sees."""
    robin = Scene(tryout, tryout.person(1001, first_name="Robin", language_code="en"))
    kim = Scene(tryout, tryout.person(1002, first_name="Kim", language_code="nb"))
    await robin.said("/add Kari every week")
    assert "ingen" in (await kim.said("/people")).text
    assert "Kari" in (await robin.said("/people")).labels


async def test_a_sleeping_machine_wakes_to_one_nudge(scene: Scene) -> None:
    """After a month away there is one nudge, not a pile, and never in quiet hours."""
    for name in ("Kari", "Ola", "Elin"):
        await scene.said(f"/add {name} every week last: a week ago")
    before = len(scene.person.happenings)
    await scene.tryout.advance(timedelta(days=30, hours=14))
    assert len(scene.person.happenings) == before
    assert len(await scene.days_pass(1)) == 1
