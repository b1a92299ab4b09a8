"""The whole conversation: which feature answers an update, in which order they are asked.

Knows the features by name. Refuses to know what any of them does.
"""

from collections import ChainMap
from dataclasses import dataclass
from datetime import datetime

from bot.application.choose_settings import hear, welcome
from bot.chat.answers import Answer, Message, Say, Toast
from bot.chat.callbacks import About, OnDate, UnreadableCallback, unpack
from bot.chat.grammar.answers import Answer as Reading
from bot.chat.grammar.answers import Verb
from bot.chat.grammar.consent import Consent, read_consent
from bot.chat.grammar.moments import Day, Facing
from bot.chat.handlers import (
    adding,
    answering,
    editing,
    information,
    letting_go,
    notes,
    nudging,
    onboarding,
    people,
    resting,
    settings,
    snoozing,
    undoing,
)
from bot.chat.incoming import Incoming, Other, Pressed, Sender, SharedContact, Typed
from bot.chat.instants import read_moment
from bot.chat.readings import NAME_WORDS, read_plain
from bot.chat.routes import Feature
from bot.chat.texts import Texts
from bot.chat.turn import Response, Turn
from bot.chat.whom import one_of
from bot.domain.book import Book
from bot.domain.hours import Hours
from bot.domain.language import Language
from bot.domain.names import find, fold
from bot.domain.profile import QUIET_HOURS
from bot.domain.question import AskForget, AskLast, AskName, AskNote, AskWhen, AskWho, AskWhy, Topic

FEATURES: tuple[Feature, ...] = (
    onboarding.FEATURE,
    adding.FEATURE,
    people.FEATURE,
    notes.FEATURE,
    editing.FEATURE,
    nudging.FEATURE,
    answering.FEATURE,
    snoozing.FEATURE,
    resting.FEATURE,
    letting_go.FEATURE,
    undoing.FEATURE,
    settings.FEATURE,
    information.FEATURE,
)
COMMANDS = ChainMap(*(dict(feature.commands) for feature in FEATURES))
PRESSES = ChainMap(*(dict(feature.presses) for feature in FEATURES))
TOPICS = ChainMap(*(dict(feature.topics) for feature in FEATURES))
PEOPLE = ChainMap(*(dict(feature.people) for feature in FEATURES))
DATES = ChainMap(*(dict(feature.dates) for feature in FEATURES))
VERBS = ChainMap(*(dict(feature.verbs) for feature in FEATURES))

ZONES = {Language.NB: "Europe/Oslo", Language.SV: "Europe/Stockholm"}
"""Where most who read a language live; English says nothing about it."""
FREE_TEXT = (AskName, AskNote, AskWhy)
"""Questions that any words may answer, also "done"."""
TOLD = frozenset(verb.name for verb in (Verb.DONE, Verb.TRIED, Verb.SKIP))
"""What looks back: its day is one that has been."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for a new user until they choose."""

    language: Language = Language.EN
    zone: str = "UTC"
    quiet: Hours = QUIET_HOURS


@dataclass(frozen=True, slots=True)
class Conversation:
    """Answers updates, one turn each; a pure function of the update, the Book and the time."""

    defaults: Defaults

    def respond(self, incoming: Incoming, book: Book, now: datetime) -> Response:
        """Return the Book after an update and what is said once it is committed."""
        is_first = book.profile.started_at is None
        if is_first and isinstance(incoming, Pressed):
            texts = Texts(self._language_of(incoming.sender))
            return Response(book, (Toast(texts.label("stale.press")),))
        welcomed = self._welcomed(hear(book), incoming.sender, now)
        turn = Turn(welcomed, now, incoming.sender, is_first=is_first)
        match incoming:
            case Typed():
                _typed(turn, incoming)
            case Pressed():
                _pressed(turn, incoming)
            case SharedContact():
                turn.book = turn.book.asking(None, now)
                adding.add_shared(turn, incoming)
            case Other():
                information.unknown_kind(turn)
        return turn.response()

    def stranger(self, incoming: Incoming) -> tuple[Answer, ...]:
        """Return the one polite line for somebody who may not use this bot."""
        texts = Texts(self._language_of(incoming.sender))
        if isinstance(incoming, Pressed):
            return (Toast(texts.label("stranger.press")),)
        asks = isinstance(incoming, Typed) and incoming.text.startswith("/start")
        line = texts("stranger.start" if asks else "stranger", id=incoming.sender.id)
        return (Say(Message(line)),)

    def sorry(self, book: Book) -> Message:
        """Return what the user is told when their message could not be handled."""
        return Message(Texts(book.profile.language)("sorry"))

    def _welcomed(self, book: Book, sender: Sender, now: datetime) -> Book:
        language = self._language_of(sender)
        zone = ZONES.get(language, self.defaults.zone)
        return welcome(book, language, zone, self.defaults.quiet, now)

    def _language_of(self, sender: Sender) -> Language:
        if not sender.language_code:
            return self.defaults.language
        return Language.of_code(sender.language_code) or Language.EN


def command_menu(language: Language) -> tuple[tuple[str, str], ...]:
    """Return the command words and what each does, for Telegram's menu."""
    texts = Texts(language)
    return tuple((word, texts.label(f"menu.{word}")) for word in MENU)


MENU = (
    "add",
    "people",
    "hi",
    "next",
    "done",
    "snooze",
    "skip",
    "person",
    "note",
    "pace",
    "why",
    "rename",
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


def _typed(turn: Turn, typed: Typed) -> None:
    turn.text, turn.reply_to = typed.text.strip(), typed.reply_to
    if turn.text.startswith("/"):
        _command(turn)
    elif turn.is_first:
        onboarding.start(turn)
    else:
        _plain(turn)


def _command(turn: Turn) -> None:
    """Carry out a command; it ends any question that was open."""
    word, _, turn.text = turn.text[1:].replace("\n", " \n", 1).partition(" ")
    turn.text = turn.text.strip()
    turn.book = turn.book.asking(None, turn.now) if turn.book.question else turn.book
    name = word.partition("@")[0].casefold()
    COMMANDS.get(name, information.unknown_command)(turn)


def _plain(turn: Turn) -> None:
    """Read words as the answer to a nudge or to the open question; else say what can be done."""
    topic, reply = _open_topic(turn), read_plain(turn)
    if topic and read_consent(turn.text) is Consent.CANCEL:
        turn.book = turn.book.asking(None, turn.now)
        information.cancel(turn)
    elif _is_typed_for_tapped(turn, topic, reply):
        return
    elif reply and _is_for_a_nudge(turn, topic):
        VERBS[reply.verb](turn, reply)
    elif topic and type(topic) in TOPICS:
        TOPICS[type(topic)](turn, topic)
    else:
        information.unknown_text(turn)


def _is_typed_for_tapped(turn: Turn, topic: Topic | None, reply: Reading | None) -> bool:
    """Take what is typed where buttons were offered; False when it says something else."""
    if _replies_to_nudge(turn):
        return False
    match topic:
        case AskWho():
            return _named(turn, topic, reply)
        case AskWhen():
            return _dated(turn, topic)
        case AskLast():
            return adding.told_last(turn, topic)
        case AskForget():
            return letting_go.said(turn, topic)
    return False


def _named(turn: Turn, topic: AskWho, reply: Reading | None) -> bool:
    """Take a typed name; an answer such as "done" is none, unless somebody is called just so."""
    names = turn.book.names()
    found = find(names, turn.text)
    called = any(fold(name) == fold(turn.text) for name in names.values())
    if (reply and not called) or (not found and len(turn.text.split()) > NAME_WORDS):
        return False
    contact = one_of(turn, found, turn.text, topic)
    if contact:
        turn.book = turn.book.asking(None, turn.now)
        PEOPLE[topic.verb](turn, contact, topic)
    return True


def _dated(turn: Turn, topic: AskWhen) -> bool:
    """Take a typed day."""
    facing = Facing.PAST if topic.verb in TOLD else Facing.FUTURE
    moment = read_moment(turn.text, turn, facing)
    if not isinstance(moment, Day):
        return False
    turn.book = turn.book.asking(None, turn.now)
    DATES[topic.verb](turn, topic, moment.on)
    return True


def _is_for_a_nudge(turn: Turn, topic: Topic | None) -> bool:
    return _replies_to_nudge(turn) or not isinstance(topic, FREE_TEXT)


def _replies_to_nudge(turn: Turn) -> bool:
    return turn.reply_to is not None and turn.book.nudge_in(turn.reply_to) is not None


def _open_topic(turn: Turn) -> Topic | None:
    question = turn.book.question
    return question.topic if question and question.is_live(turn.now) else None


def _pressed(turn: Turn, pressed: Pressed) -> None:
    turn.pressed_on = pressed.message_id
    try:
        press = unpack(pressed.data)
    except UnreadableCallback:
        turn.toast("stale.press")
        return
    match press:
        case About():
            _person_chosen(turn, press)
        case OnDate():
            _date_chosen(turn, press)
        case _:
            PRESSES[type(press)](turn, press)


def _person_chosen(turn: Turn, press: About) -> None:
    topic, contact = _open_topic(turn), turn.book.contacts.get(press.contact_id)
    turn.strip(turn.pressed_on)
    if not (turn.is_open(press.question_id) and isinstance(topic, AskWho) and contact):
        turn.toast("stale.press")
        return
    turn.pressed_on, turn.book = None, turn.book.asking(None, turn.now)
    PEOPLE[topic.verb](turn, contact, topic)


def _date_chosen(turn: Turn, press: OnDate) -> None:
    topic = _open_topic(turn)
    turn.strip(turn.pressed_on)
    if not (turn.is_open(press.question_id) and isinstance(topic, AskWhen)):
        turn.toast("stale.press")
        return
    turn.pressed_on, turn.book = None, turn.book.asking(None, turn.now)
    DATES[topic.verb](turn, topic, press.day)
