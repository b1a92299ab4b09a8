"""The buttons that answer a question of Hei's, or take a change back."""

from datetime import date
from enum import StrEnum

from bot.conversation.buttons.button import Button
from bot.understanding.acts.likely_acts import Act


class Ago(StrEnum):
    """When the two last talked, as one tap tells."""

    WEEK = "w"
    WEEKS = "ws"
    MONTHS = "ms"
    UNKNOWN = "u"


class About(Button, tag="w"):
    """Whom a waiting answer or command is about."""

    question_id: int
    contact_id: int


class OnDate(Button, tag="on"):
    """Which of two dates was meant."""

    question_id: int
    day: date


class LastTalked(Button, tag="lt"):
    """When the user and a new contact last talked."""

    contact_id: int
    ago: Ago


class AddAnyway(Button, tag="ad"):
    """A second contact of the same name."""

    question_id: int


class AddEach(Button, tag="ae"):
    """Every one of several contacts."""

    question_id: int


class AddTogether(Button, tag="at"):
    """Several names as one contact."""

    question_id: int


class Undo(Button, tag="un"):
    """Take one change back, whatever came after it."""

    change_id: int


class Meant(Button, tag="me"):
    """What a message was meant as."""

    question_id: int
    act: Act


class Never(Button, tag="no"):
    """No after all; ``question_id`` is 0 where no question was opened."""

    question_id: int = 0
