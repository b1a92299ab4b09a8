"""The main job from the first word to a closed nudge, over the Bot API on loopback."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli.tryout import trying
from bot.tryout.server import Tryout
from bot.tryout.world.messages import HappeningKind
from bot.tryout.world.movable_clock import MovableClock
from tests.end_to_end.conftest import MONDAY, Scene
from tests.fakes.clock import FakeClock


@dataclass(frozen=True)
class Words:
    """What one person types and presses, and what they read at the end."""

    code: str
    feeling: str
    yes: str
    add: str
    done: str
    snooze: str
    tomorrow: str
    finished: str
    question: str


ENGLISH = Words(
    "en-GB",
    "In between",
    "Yes",
    "/add Åse <3 & Co @aase_n every 3 weeks last: 4 weeks ago why: she makes me laugh",
    "Done, she got the job!",
    "Snooze",
    "Tomorrow morning",
    "Finished. Nothing more to do.",
    "How is keeping in touch for you?",
)
NORWEGIAN = Words(
    "no",
    "Midt imellom",
    "Ja",
    "/add Åse <3 & Co @aase_n hver tredje uke sist: for 4 uker siden hvorfor: hun får meg til å le",
    "gjort! hun fikk jobben",
    "Senere",
    "I morgen formiddag",
    "Ferdig. Du trenger ikke gjøre noe mer.",
    "Hvordan er det for deg å holde kontakten?",
)
SWEDISH = Words(
    "sv-FI",
    "Mittemellan",
    "Ja",
    "/add Åse <3 & Co @aase_n var tredje vecka senast: för 4 veckor sedan varför: hon är rolig",
    "klart, hon fick jobbet",
    "Senare",
    "I morgon förmiddag",
    "Klart. Du behöver inte göra något mer.",
    "Hur är det för dig att hålla kontakten?",
)


@pytest.mark.parametrize("words", [ENGLISH, NORWEGIAN, SWEDISH], ids=lambda words: words.code)
async def test_a_whole_loop_in_each_language(tryout: Tryout, words: Words) -> None:
    """From /start to a closed nudge nothing but the user's own words and taps is needed."""
    scene = Scene(tryout, tryout.person(1001, first_name="Robin", language_code=words.code))
    assert words.question in (await scene.said("/start")).text
    await scene.pressed(words.feeling)
    await scene.pressed(words.yes)
    card = await scene.said(words.add)
    assert "Åse <3 & Co" in card.text
    nudge = await scene.nudged()
    assert "Åse <3 & Co" in nudge.text
    await scene.pressed(words.snooze, HappeningKind.EDIT)
    await scene.pressed(words.tomorrow)
    again = await scene.nudged()
    assert again.text.splitlines()[-1] == nudge.text.splitlines()[-1]
    closing = await scene.said(words.done)
    assert closing.text.startswith(words.finished)
    assert not next(one for one in scene.person.messages if one.id == again.id).rows


async def test_a_nudge_is_answered_by_a_reply_long_after(scene: Scene) -> None:
    """A reply to a nudge that lapsed still logs contact with the one it was about."""
    await scene.said("/add Kari every 3 weeks last: 4 weeks ago")
    await scene.said("/add Ola every 3 weeks last: 2 weeks ago")
    nudge = await scene.nudged()
    await scene.days_pass(3)
    closing = await scene.said("done", reply_to=nudge)
    assert closing.text.startswith("Finished.")
    assert "Last contact: today" in (await scene.said("/person Kari")).text


async def test_the_draft_can_be_copied_and_opened(scene: Scene) -> None:
    """Copy holds the draft as it stands; Open chat carries it to the person's own chat."""
    await scene.said("/add Elin @elin_k every month")
    nudge = await scene.said("/hi Elin")
    draft = nudge.text.splitlines()[-1]
    assert await scene.person.press("Copy") == draft
    address = await scene.person.press("Open chat")
    assert address is not None
    assert address.startswith("https://t.me/elin_k?text=")


async def test_rest_is_quiet_and_waking_has_no_backlog(scene: Scene) -> None:
    """No nudge comes while resting, and at most one a day afterwards."""
    for name in ("Kari", "Ola", "Elin", "Per"):
        await scene.said(f"/add {name} every 2 weeks last: 5 weeks ago")
    await scene.said("/rest")
    assert await scene.days_pass(20) == []
    await scene.said("/wake")
    assert len(await scene.days_pass(3)) <= 1


async def test_a_tryout_goes_on_where_it_was_left(tmp_path: Path) -> None:
    """Promise: with ``--data`` the second start answers the first word, and questions are kept."""
    for said, answered in [("/add", "Who is it?"), ("Kari", "Added Kari."), ("/people", "Your")]:
        clock = MovableClock(FakeClock(MONDAY))
        async with trying(folder=tmp_path / "data", clock=clock) as again:
            scene = Scene(again, again.person(1001, first_name="Robin", language_code="en"))
            assert (await scene.said(said)).text.startswith(answered)


async def test_the_next_nudge_is_a_nudge(scene: Scene) -> None:
    """Issue: *next nudge* moves the clock to one, also past those that close unanswered."""
    await scene.said("/add Kari every week last: 2 weeks ago")
    await scene.said("/add Ola every week last: 2 weeks ago")
    for _ in range(4):
        assert (await scene.nudged()).labels
