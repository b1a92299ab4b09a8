"""A language model that says what a test wants."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.drafts.variants import Original


@dataclass(slots=True)
class FakeRewriter:
    """The ``Rewriter`` port without a network.

    ``says`` is its every answer, ``asked`` all that it was given; ``meanwhile`` is done while it
    thinks.
    """

    says: str = ""
    model: str = "tiny (localhost)"
    asked: list[Original] = field(default_factory=list)
    meanwhile: Callable[[], None] = lambda: None

    async def reword(self, original: Original) -> str:
        """Return what it was told to say; see the port."""
        self.asked.append(original)
        self.meanwhile()
        return self.says
