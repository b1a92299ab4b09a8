"""All features by name, and who of them answers which command, button, question or word.

Knows the features. Refuses to know what any of them does.
"""

from collections import ChainMap

from bot.chat.handlers import (
    adding,
    answering,
    channels,
    drafting,
    editing,
    explaining,
    feeling,
    information,
    languages,
    letting_go,
    more,
    notes,
    nudging,
    onboarding,
    people,
    reasons,
    resting,
    settings,
    snoozing,
    softening,
    todays,
    undoing,
    whereabouts,
    windows,
)
from bot.chat.routes import Feature
from bot.chat.texts import Texts
from bot.domain.language import Language

FEATURES: tuple[Feature, ...] = (
    onboarding.FEATURE,
    adding.FEATURE,
    people.FEATURE,
    notes.FEATURE,
    editing.FEATURE,
    explaining.FEATURE,
    reasons.FEATURE,
    channels.FEATURE,
    languages.FEATURE,
    windows.FEATURE,
    whereabouts.FEATURE,
    nudging.FEATURE,
    drafting.FEATURE,
    more.FEATURE,
    softening.FEATURE,
    answering.FEATURE,
    feeling.FEATURE,
    snoozing.FEATURE,
    resting.FEATURE,
    todays.FEATURE,
    letting_go.FEATURE,
    undoing.FEATURE,
    settings.FEATURE,
    information.FEATURE,
)
COMMANDS = ChainMap(*(dict(feature.commands) for feature in FEATURES))
PRESSES = ChainMap(*(dict(feature.presses) for feature in FEATURES))
TOPICS = ChainMap(*(dict(feature.topics) for feature in FEATURES))
TAPPED = ChainMap(*(dict(feature.tapped) for feature in FEATURES))
PEOPLE = ChainMap(*(dict(feature.people) for feature in FEATURES))
DATES = ChainMap(*(dict(feature.dates) for feature in FEATURES))
LABELS = ChainMap(*(dict(feature.labels) for feature in FEATURES))
VERBS = ChainMap(*(dict(feature.verbs) for feature in FEATURES))

MENU = (
    "add",
    "people",
    "hi",
    "draft",
    "soften",
    "next",
    "done",
    "snooze",
    "skip",
    "person",
    "note",
    "pace",
    "why",
    "rename",
    "channel",
    "language",
    "energy",
    "cue",
    "when",
    "zone",
    "rest",
    "wake",
    "letgo",
    "bringback",
    "undo",
    "forget",
    "settings",
    "help",
    "privacy",
    "cancel",
    "start",
)
"""What is typed most comes first."""


def command_menu(language: Language) -> tuple[tuple[str, str], ...]:
    """Return the command words and what each does, for Telegram's menu."""
    texts = Texts(language)
    return tuple((word, texts.label(f"menu.{word}")) for word in MENU)
