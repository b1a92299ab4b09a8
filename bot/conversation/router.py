"""What a feature answers: commands, buttons, typed answers and choices that were waited for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.conversation.buttons import Button
from bot.conversation.turn import Turn
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskWhen, AskWho
from bot.understanding.replies.nudge_replies import Reply, Verb


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature's handlers.

    ``commands`` by word; ``presses`` by the class of the button; ``topics`` by the class of the
    open question, called with it; ``tapped`` likewise, for words typed where buttons were offered:
    they return False when the words say something else; ``people`` by the verb of AskWho, called
    once the person is known; ``dates`` by the verb of AskWhen, called once the date is; ``verbs``
    by what a plain message answers; ``labels`` by the text of a button that may be typed as well:
    they return False when there is nothing that the button could be for.
    """

    commands: Mapping[str, Callable[[Turn], None]] = field(default_factory=dict)
    presses: Mapping[type[Button], Callable[[Turn, Any], None]] = field(default_factory=dict)
    topics: Mapping[type, Callable[[Turn, Any], None]] = field(default_factory=dict)
    tapped: Mapping[type, Callable[[Turn, Any], bool]] = field(default_factory=dict)
    people: Mapping[str, Callable[[Turn, Contact, AskWho], None]] = field(default_factory=dict)
    dates: Mapping[str, Callable[[Turn, AskWhen, date], None]] = field(default_factory=dict)
    labels: Mapping[str, Callable[[Turn], bool]] = field(default_factory=dict)
    verbs: Mapping[Verb, Callable[[Turn, Reply], None]] = field(default_factory=dict)
