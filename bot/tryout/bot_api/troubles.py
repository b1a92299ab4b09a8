"""What can be made to go wrong, and which call is next to fail."""

import asyncio
from dataclasses import dataclass
from enum import StrEnum

from bot.tryout.world.errors import ApiError, of_code

EVERY_METHOD = "*"


class Trouble(StrEnum):
    """What happens to a call."""

    DROP_BEFORE = "drop before"
    """The connection ends and nothing has happened."""
    DROP_AFTER = "drop after"
    """It has happened, but the answer is lost."""
    HANG = "hang"
    """No answer comes until the faults are cleared or the caller gives up."""
    REFUSE = "refuse"
    """An error answer, and nothing has happened."""


@dataclass(eq=False)
class PlannedTrouble:
    """A trouble that the next calls of a method meet."""

    method: str
    trouble: Trouble
    left: int
    error: ApiError | None = None


class Faults:
    """The faults that a test or a demo has switched on; none at first."""

    def __init__(self) -> None:
        self._faults: list[PlannedTrouble] = []
        self._hanging: set[asyncio.Future[None]] = set()

    def drop(self, method: str, times: int = 1, *, after_effect: bool = False) -> None:
        """Drop the connection of the next calls.

        Args:
            method: a method as Telegram spells it, or ``EVERY_METHOD``.
            times: how many calls.
            after_effect: whether the call is carried out and only its answer is lost.
        """
        trouble = Trouble.DROP_AFTER if after_effect else Trouble.DROP_BEFORE
        self._faults.append(PlannedTrouble(method, trouble, times))

    def hang(self, method: str) -> None:
        """Leave the next call without an answer until ``clear``; then it is carried out."""
        self._faults.append(PlannedTrouble(method, Trouble.HANG, 1))

    def refuse(
        self, method: str, code: int, times: int = 1, *, retry_after: int | None = None
    ) -> None:
        """Answer the next calls with an error.

        Args:
            method: a method as Telegram spells it, or ``EVERY_METHOD``.
            code: 429, 500, 502, 401, 409 or another status of 400 or more.
            times: how many calls.
            retry_after: seconds, with 429.
        """
        error = of_code(code, retry_after)
        self._faults.append(PlannedTrouble(method, Trouble.REFUSE, times, error))

    def clear(self) -> None:
        """Switch every fault off and let hanging calls go on."""
        self._faults.clear()
        for waiting in self._hanging:
            if not waiting.done():
                waiting.set_result(None)

    def next_for(self, method: str) -> PlannedTrouble | None:
        """Return the fault that this call meets, counting it; None when it goes well."""
        for fault in self._faults:
            if fault.method in {method, EVERY_METHOD}:
                fault.left -= 1
                if fault.left <= 0:
                    self._faults.remove(fault)
                return fault
        return None

    async def wait(self, hanging: asyncio.Future[None]) -> None:
        """Wait until the faults are cleared; an exception given to the future ends it, too."""
        self._hanging.add(hanging)
        try:
            await hanging
        finally:
            self._hanging.discard(hanging)
