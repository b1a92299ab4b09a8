"""The edges of the application as it needs them: a clock, the books, a way to the user.

Knows promises only. Who keeps them is decided in bootstrap.
"""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

from bot.domain.records.book import Book
from bot.domain.records.nudge import Nudge
from bot.drafts.variants import Original


class Clock(Protocol):
    """The wall clock; it may jump either way, so elapsed time is never taken from it."""

    def now(self) -> datetime:
        """Return the current instant, aware, in UTC."""
        ...


class Work(Protocol):
    """One user's Book while it is open: assign ``book`` to change it."""

    book: Book

    def erase(self) -> None:
        """Ask that the Book be deleted when the work ends, instead of kept."""
        ...


class Books(Protocol):
    """The Books of all users, each fully apart from the others."""

    def open(self, user_id: int) -> AbstractAsyncContextManager[Work]:
        """Open one user's Book, a fresh one when there is none, alone: others wait.

        Leaving the block commits everything at once, durably, if the Book changed; leaving it by
        an exception changes nothing.

        Raises:
            StorageFailed: on leaving, when the change could not be made durable.
        """
        ...

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Return up to ``limit`` users whose agenda has something at or before ``now``."""
        ...

    async def next_due_at(self, user_id: int) -> datetime | None:
        """Return the next instant at which this user's agenda has something."""
        ...


class StorageFailed(Exception):
    """A change could not be made durable; nothing of it is kept."""


class Postman(Protocol):
    """The way to the user for what Hei says unasked."""

    async def deliver(self, user_id: int, book: Book, nudge: Nudge) -> int | None:
        """Send a nudge and return the id of its message; None when its fate is unknown.

        Raises:
            RecipientGone: the user blocked the bot or is no more.
            TryLater: it surely did not arrive; a later attempt may.
        """
        ...

    async def tell_pause(self, user_id: int, book: Book) -> None:
        """Say in one line that Hei stays quiet for a while.

        Raises:
            RecipientGone: the user blocked the bot or is no more.
            TryLater: it surely did not arrive; a later attempt may.
        """
        ...


class Rewriter(Protocol):
    """A language model of the owner's that words drafts anew."""

    @property
    def model(self) -> str:
        """What users agree to: its name and the host it runs on."""
        ...

    async def reword(self, original: Original) -> str:
        """Return another wording of a draft, which nobody has judged yet; "" where there is none.

        It answers within seconds, whatever happens, and never raises.
        """
        ...


class RecipientGone(Exception):
    """The user cannot be reached until they write again."""


class TryLater(Exception):
    """The message did not arrive this time; nothing says that it never will."""
