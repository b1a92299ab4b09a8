"""One whole loop as a transcript: start, add, time passes, nudge, done, note, snooze."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.tryout.client import Person
from bot.tryout.server import Tryout
from bot.tryout.world.messages import ChatMessage, HappeningKind

ROBIN = 1001
WAIT = 10.0
"""Seconds of real time in which the bot answers, or the demo fails."""


@dataclass(slots=True)
class Stage:
    """Where the loop is played: whoever acts is named, and every answer is written down."""

    tryout: Tryout
    person: Person

    async def type(self, text: str) -> None:
        """Type something and write down the answer."""
        self._line(f"\nRobin: {text}")
        await self._answered(lambda: self.person.type(text), HappeningKind.MESSAGE)

    async def press(self, label: str, answer: HappeningKind = HappeningKind.MESSAGE) -> None:
        """Press the newest button of a label and write down the answer.

        Args:
            label: what is written on the button.
            answer: whether a new message is the answer, or another face of the same one.
        """
        self._line(f"\nRobin presses [{label}]")
        await self._answered(lambda: self.person.press(label), answer)

    async def wait_for_nudge(self) -> None:
        """Let time pass until the next nudge, and write it down."""
        before = len(self.person.happenings)
        await self.tryout.advance_to_next_nudge(ROBIN)
        self._line(f"\n— time passes: {self.tryout.clock.now():%A %d %B, %H:%M} —")
        await self._write_down(before, HappeningKind.MESSAGE)

    async def _answered(self, act: Callable[[], Awaitable[object]], kind: HappeningKind) -> None:
        before = len(self.person.happenings)
        await act()
        await self._write_down(before, kind)

    async def _write_down(self, before: int, kind: HappeningKind) -> None:
        said = await self.person.answer(before, WAIT, {kind})
        if said.message:
            self._message(said.message)

    def _message(self, message: ChatMessage) -> None:
        self._line("Hei:   " + message.text.replace("\n", "\n       "))
        for row in message.rows:
            self._line("       " + " ".join(f"[{button['text']}]" for button in row))

    def _line(self, text: str) -> None:
        print(text, flush=True)  # noqa: T201


async def play(tryout: Tryout) -> None:
    """Play one whole loop and write it down.

    Args:
        tryout: with the bot at its other end, and controls.

    Raises:
        NoAnswerError: the bot did not answer.
        NoSuchButtonError: a button that the loop needs is not there.
    """
    person = tryout.person(ROBIN, first_name="Robin", language_code="en")
    stage = Stage(tryout, person)
    await _begin(stage)
    await stage.wait_for_nudge()
    await stage.press("Another", HappeningKind.EDIT)
    await stage.type("done, she got the job")
    await stage.type("/person Kari")
    await stage.wait_for_nudge()
    await stage.press("Snooze", HappeningKind.EDIT)
    await stage.press("Tomorrow morning")
    await stage.wait_for_nudge()
    await stage.press("Done")
    await stage.type("/next")


async def _begin(stage: Stage) -> None:
    await stage.type("/start")
    await stage.press("In between")
    await stage.press("Yes")
    await stage.type("/add Kari @kari every 3 weeks last: 5 weeks ago why: she makes me laugh")
    await stage.type("/note Kari: new dog")
    await stage.type("/add Ola every 2 weeks last: 2 weeks ago")
