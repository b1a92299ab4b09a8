"""The buttons that answer a question of Hei's, or take a change back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from bot.conversation.buttons.button import Button


class Ago(StrEnum):
    """When the two last talked, as one tap tells."""

    WEEK = "w"
    WEEKS = "ws"
    MONTHS = "ms"
    UNKNOWN = "u"


@dataclass(frozen=True, slots=True)
class About(Button):
    """Whom a waiting answer or command is about."""

    tag: ClassVar[str] = "w"
    question_id: int
    contact_id: int


@dataclass(frozen=True, slots=True)
class OnDate(Button):
    """Which of two dates was meant."""

    tag: ClassVar[str] = "on"
    question_id: int
    day: date


@dataclass(frozen=True, slots=True)
class LastTalked(Button):
    """When the user and a new person last talked."""

    tag: ClassVar[str] = "lt"
    contact_id: int
    ago: Ago


@dataclass(frozen=True, slots=True)
class AddAnyway(Button):
    """A second person of the same name."""

    tag: ClassVar[str] = "ad"
    question_id: int


@dataclass(frozen=True, slots=True)
class Undo(Button):
    """Take one change back; pressed late, it is not the last one any more."""

    tag: ClassVar[str] = "un"
    change_id: int


@dataclass(frozen=True, slots=True)
class Never(Button):
    """No after all; ``question_id`` is 0 where no question was opened."""

    tag: ClassVar[str] = "no"
    question_id: int = 0
