"""The buttons of the user's own settings, from the first minute on."""

from enum import StrEnum

from bot.conversation.buttons.button import Button
from bot.domain.records.dose import Ease
from bot.domain.records.profile import Energy
from bot.languages import Language


class Setting(StrEnum):
    """A line of the settings."""

    LANGUAGE = "l"
    PLACE = "p"
    QUIET = "q"
    EASE = "e"
    LEARNED = "k"
    MODEL = "m"
    """Only where the owner has set up a language model."""


class ChooseEase(Button, tag="e"):
    """How keeping in touch feels; the nudges a week it sets."""

    ease: Ease
    onboarding: int = 0


class ZoneIsRight(Button, tag="zy"):
    """The time shown is the user's."""


class ZoneIsWrong(Button, tag="zn"):
    """The time shown is not the user's."""


class SetZone(Button, tag="z"):
    """An IANA zone for the user."""

    zone: str
    onboarding: int = 0


class OpenSetting(Button, tag="so"):
    """One line of the settings."""

    setting: Setting


class OpenSettings(Button, tag="st"):
    """All settings."""


class SetLanguage(Button, tag="l"):
    """A language of the interface."""

    language: Language


class SetQuiet(Button, tag="q"):
    """Quiet hours, as four digits each: ``2100`` and ``0800``."""

    start: str
    end: str


class SetEnergy(Button, tag="en"):
    """How much energy today has."""

    level: Energy


class ResetLearned(Button, tag="lr"):
    """Learn anew from now on."""


class AgreeToModel(Button, tag="ma"):
    """Whether a language model may word drafts; ``shown`` tells which one was spoken of."""

    agrees: int
    shown: int


class Wake(Button, tag="wk"):
    """End the rest."""


class ForgetAll(Button, tag="fa"):
    """Forget everything, for good, while the question is open."""

    question_id: int
