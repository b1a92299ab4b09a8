"""Who answers what: every feature registers its handlers here, in the place where it defines them.

Knows which commands, buttons, questions and words are taken; whatever is taken twice is an error
at once.
"""

from collections.abc import Callable
from datetime import date
from enum import Enum, auto
from typing import TypeVar

from bot.conversation.buttons.button import Button
from bot.conversation.turn import Turn
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskWhen, AskWho, Question
from bot.understanding.replies.nudge_replies import Reply, Verb

B = TypeVar("B", bound=Button)
H = TypeVar("H")
K = TypeVar("K")
Q = TypeVar("Q", bound=Question)

OnTurn = Callable[[Turn], None]
OnContact = Callable[[Turn, Contact, AskWho], None]
OnDay = Callable[[Turn, AskWhen, date], None]
OnReply = Callable[[Turn, Reply], None]
Takes = Callable[[Turn], bool]
"""Answers a turn, or returns False when its words say something else."""


class HelpLine(Enum):
    """The line of /help that tells of a command; Telegram's menu is in the same order.

    What is typed most comes first.
    """

    ADD = auto()
    PEOPLE = auto()
    HI = auto()
    DRAFT = auto()
    REPLY = auto()
    TELL = auto()
    REACH = auto()
    HOURS = auto()
    TODAY = auto()
    REST = auto()
    OTHERS = auto()


class Router:
    """The handlers of all features.

    ``commands`` are by word, ``buttons`` by the class of the button, ``replies`` by what plain
    words say about a nudge. ``questions`` take any words after them, those in ``open_ended`` even
    "done"; ``choices`` were asked with buttons, and the words may say something else. ``contacts``
    and ``days`` go on, by the verb that waited, once the contact or the day is known. ``labels``
    do what a button does whose words are typed, by the text id of its label.
    """

    def __init__(self) -> None:
        self.commands: dict[str, OnTurn] = {}
        self.help_lines: dict[str, HelpLine] = {}
        self.buttons: dict[type, Callable[[Turn, Button], None]] = {}
        self.replies: dict[Verb, OnReply] = {}
        self.questions: dict[type, Takes] = {}
        self.open_ended: set[type] = set()
        self.choices: dict[type, Takes] = {}
        self.contacts: dict[str, OnContact] = {}
        self.days: dict[str, OnDay] = {}
        self.labels: dict[str, Takes] = {}

    def command(self, word: str, line: HelpLine) -> Callable[[OnTurn], OnTurn]:
        """Register who carries out a command, and the line of /help that tells of it."""
        self.help_lines[word] = line
        return _into(self.commands, word)

    def button(
        self, kind: type[B]
    ) -> Callable[[Callable[[Turn, B], None]], Callable[[Turn, B], None]]:
        """Register who answers a button."""

        def register(handler: Callable[[Turn, B], None]) -> Callable[[Turn, B], None]:
            def answer(turn: Turn, button: Button) -> None:
                if isinstance(button, kind):
                    handler(turn, button)

            _into(self.buttons, kind)(answer)
            return handler

        return register

    def reply(self, verb: Verb) -> Callable[[OnReply], OnReply]:
        """Register who carries out what plain words say about a nudge."""
        return _into(self.replies, verb)

    def question(
        self, kind: type[Q], *, open_ended: bool = False
    ) -> Callable[[Callable[[Turn, Q], None]], Callable[[Turn, Q], None]]:
        """Register who takes the words after a question, whatever they are.

        Args:
            kind: the class of the question.
            open_ended: whether "done" and the like are its answer too.
        """
        if open_ended:
            self.open_ended.add(kind)

        def register(handler: Callable[[Turn, Q], None]) -> Callable[[Turn, Q], None]:
            def take(turn: Turn) -> bool:
                question = turn.question
                if isinstance(question, kind):
                    handler(turn, question)
                return isinstance(question, kind)

            _into(self.questions, kind)(take)
            return handler

        return register

    def choice(
        self, kind: type[Q]
    ) -> Callable[[Callable[[Turn, Q], bool]], Callable[[Turn, Q], bool]]:
        """Register who takes the words after a question with buttons, if they answer it."""

        def register(handler: Callable[[Turn, Q], bool]) -> Callable[[Turn, Q], bool]:
            def take(turn: Turn) -> bool:
                question = turn.question
                return isinstance(question, kind) and handler(turn, question)

            _into(self.choices, kind)(take)
            return handler

        return register

    def contact(self, verb: str) -> Callable[[OnContact], OnContact]:
        """Register who goes on once it is known whom a command is about."""
        return _into(self.contacts, verb)

    def day(self, verb: str) -> Callable[[OnDay], OnDay]:
        """Register who goes on once it is known which day was meant."""
        return _into(self.days, verb)

    def label(self, text_id: str) -> Callable[[Takes], Takes]:
        """Register who does what a button does when its label is typed, in any language."""
        return _into(self.labels, text_id)

    def menu(self) -> tuple[str, ...]:
        """Return the words of all commands, by the line of /help that tells of them."""
        return tuple(sorted(self.commands, key=lambda word: self.help_lines[word].value))


def _into(table: dict[K, H], key: K) -> Callable[[H], H]:
    def register(handler: H) -> H:
        if key in table:
            raise ValueError(f"{key!r} is taken by {table[key]!r} already")
        table[key] = handler
        return handler

    return register


router = Router()
"""The handlers of Hei."""
