"""The buttons of the user's own settings, from the first minute on."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

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


@dataclass(frozen=True, slots=True)
class ChooseEase(Button):
    """How keeping in touch feels; the nudges a week it sets."""

    tag: ClassVar[str] = "e"
    ease: Ease
    onboarding: int = 0


@dataclass(frozen=True, slots=True)
class ZoneIsRight(Button):
    """The time shown is the user's."""

    tag: ClassVar[str] = "zy"


@dataclass(frozen=True, slots=True)
class ZoneIsWrong(Button):
    """The time shown is not the user's."""

    tag: ClassVar[str] = "zn"


@dataclass(frozen=True, slots=True)
class SetZone(Button):
    """An IANA zone for the user."""

    tag: ClassVar[str] = "z"
    zone: str
    onboarding: int = 0


@dataclass(frozen=True, slots=True)
class OpenSetting(Button):
    """One line of the settings."""

    tag: ClassVar[str] = "so"
    setting: Setting


@dataclass(frozen=True, slots=True)
class OpenSettings(Button):
    """All settings."""

    tag: ClassVar[str] = "st"


@dataclass(frozen=True, slots=True)
class SetLanguage(Button):
    """A language of the interface."""

    tag: ClassVar[str] = "l"
    language: Language


@dataclass(frozen=True, slots=True)
class SetQuiet(Button):
    """Quiet hours, as four digits each: ``2100`` and ``0800``."""

    tag: ClassVar[str] = "q"
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class SetEnergy(Button):
    """How much energy today has."""

    tag: ClassVar[str] = "en"
    level: Energy


@dataclass(frozen=True, slots=True)
class ResetLearned(Button):
    """Learn anew from now on."""

    tag: ClassVar[str] = "lr"


@dataclass(frozen=True, slots=True)
class Wake(Button):
    """End the rest."""

    tag: ClassVar[str] = "wk"


@dataclass(frozen=True, slots=True)
class ForgetAll(Button):
    """Forget everything, for good, while the question is open."""

    tag: ClassVar[str] = "fa"
    question_id: int
