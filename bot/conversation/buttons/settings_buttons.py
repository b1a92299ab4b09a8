"""The buttons of the user's own settings, from the first minute on."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.conversation.buttons.button import Callback
from bot.domain.language import Language
from bot.domain.records.dose import Ease
from bot.domain.records.profile import Energy


class Setting(StrEnum):
    """A line of the settings."""

    LANGUAGE = "l"
    PLACE = "p"
    QUIET = "q"
    EASE = "e"
    LEARNED = "k"


@dataclass(frozen=True, slots=True)
class ChooseEase(Callback):
    """How keeping in touch feels; the nudges a week it sets."""

    tag: ClassVar[str] = "e"
    ease: Ease
    onboarding: int = 0


@dataclass(frozen=True, slots=True)
class ZoneIsRight(Callback):
    """The time shown is the user's."""

    tag: ClassVar[str] = "zy"


@dataclass(frozen=True, slots=True)
class ZoneIsWrong(Callback):
    """The time shown is not the user's."""

    tag: ClassVar[str] = "zn"


@dataclass(frozen=True, slots=True)
class SetZone(Callback):
    """An IANA zone for the user."""

    tag: ClassVar[str] = "z"
    zone: str
    onboarding: int = 0


@dataclass(frozen=True, slots=True)
class OpenSetting(Callback):
    """One line of the settings."""

    tag: ClassVar[str] = "so"
    setting: Setting


@dataclass(frozen=True, slots=True)
class OpenSettings(Callback):
    """All settings."""

    tag: ClassVar[str] = "st"


@dataclass(frozen=True, slots=True)
class SetLanguage(Callback):
    """A language of the interface."""

    tag: ClassVar[str] = "l"
    language: Language


@dataclass(frozen=True, slots=True)
class SetQuiet(Callback):
    """Quiet hours, as four digits each: ``2100`` and ``0800``."""

    tag: ClassVar[str] = "q"
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class SetEnergy(Callback):
    """How much energy today has."""

    tag: ClassVar[str] = "en"
    level: Energy


@dataclass(frozen=True, slots=True)
class ResetLearned(Callback):
    """Learn anew from now on."""

    tag: ClassVar[str] = "lr"


@dataclass(frozen=True, slots=True)
class Wake(Callback):
    """End the rest."""

    tag: ClassVar[str] = "wk"


@dataclass(frozen=True, slots=True)
class ForgetAll(Callback):
    """Forget everything, for good, while the question is open."""

    tag: ClassVar[str] = "fa"
    question_id: int
