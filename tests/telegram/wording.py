"""Words for nudges and pauses that a test can tell apart."""

from datetime import datetime

from bot.conversation.effects import Message
from bot.domain.records.book import Book
from bot.domain.records.nudge import Nudge, Origin, Planned
from tests.fakes.clock import START


def nudge_text(book: Book, nudge: Nudge, at: datetime) -> Message:  # noqa: ARG001
    """Return a nudge as one line."""
    return Message(f"nudge {nudge.id}")


def pause_text(book: Book) -> Message:  # noqa: ARG001
    """Return a pause as one line."""
    return Message("pause")


def a_nudge(nudge_id: int = 1, origin: Origin = Origin.PLANNED) -> Nudge:
    """Return a planned nudge about person 1."""
    return Nudge(nudge_id, 1, origin, ("Hello",), "just_hi", Planned(START))
