"""All features by name, and who of them answers which command, button, question or word.

Knows the features. Refuses to know what any of them does.
"""

from collections import ChainMap

from bot.conversation.features import (
    add,
    channel,
    done,
    draft,
    energy,
    feeling,
    help,
    hi,
    language,
    letgo,
    more,
    note,
    pace,
    people,
    reason,
    rest,
    settings,
    snooze,
    soften,
    start,
    undo,
    when,
    why,
    zone,
)
from bot.conversation.router import Feature
from bot.conversation.texts import Texts
from bot.languages import Language

FEATURES: tuple[Feature, ...] = (
    start.FEATURE,
    add.FEATURE,
    people.FEATURE,
    note.FEATURE,
    pace.FEATURE,
    why.FEATURE,
    reason.FEATURE,
    channel.FEATURE,
    language.FEATURE,
    when.FEATURE,
    zone.FEATURE,
    hi.FEATURE,
    draft.FEATURE,
    more.FEATURE,
    soften.FEATURE,
    done.FEATURE,
    feeling.FEATURE,
    snooze.FEATURE,
    rest.FEATURE,
    energy.FEATURE,
    letgo.FEATURE,
    undo.FEATURE,
    settings.FEATURE,
    help.FEATURE,
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
