"""The whole conversation: who answers an update, in which order they are asked.

Knows commands, buttons, open questions and plain words apart. Refuses to know what they do.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.application.change_settings import hear, welcome
from bot.conversation.buttons import About, OnDate, UnreadableButton, unpack
from bot.conversation.choosing import choose_date, choose_person, name_date, name_person
from bot.conversation.effects import Effect, Message, Response, Say, Toast
from bot.conversation.features import add, help, start, when
from bot.conversation.incoming import Incoming, Other, Pressed, Sender, SharedContact, Typed
from bot.conversation.readings import read_plain
from bot.conversation.registry import COMMANDS, LABELS, PRESSES, TAPPED, TOPICS, VERBS
from bot.conversation.texts import Texts, labels
from bot.conversation.turn import Turn
from bot.domain.clock.hours import Hours
from bot.domain.records.book import Book
from bot.domain.records.profile import QUIET_HOURS
from bot.domain.records.question import AskName, AskNote, AskText, AskWhen, AskWho, AskWhy, Topic
from bot.languages import FALLBACK, Language
from bot.languages.data import chosen_by, particulars
from bot.understanding.facts.consent import Consent, read_consent
from bot.understanding.replies.nudge_replies import Reply

FREE_TEXT = (AskName, AskNote, AskText, AskWhy)
"""Questions that any words may answer, also "done"."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for a new user until they choose."""

    language: Language = FALLBACK
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
                add.add_shared(turn, incoming)
            case Other():
                help.unknown_kind(turn)
        return turn.response()

    def stranger(self, incoming: Incoming) -> tuple[Effect, ...]:
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
        zone = particulars(language).usual_zone or self.defaults.zone
        return welcome(book, language, zone, self.defaults.quiet, now)

    def _language_of(self, sender: Sender) -> Language:
        if not sender.language_code:
            return self.defaults.language
        return chosen_by(sender.language_code) or FALLBACK


def _typed(turn: Turn, typed: Typed) -> None:
    turn.text, turn.reply_to, turn.quoted = typed.text.strip(), typed.reply_to, typed.quoted
    if turn.text.startswith("/"):
        _command(turn)
    elif turn.is_first:
        start.start(turn)
    else:
        _plain(turn)


def _command(turn: Turn) -> None:
    """Carry out a command; it ends any question that was open."""
    word, _, turn.text = turn.text[1:].replace("\n", " \n", 1).partition(" ")
    turn.text = turn.text.strip()
    turn.book = turn.book.asking(None, turn.now) if turn.book.question else turn.book
    name = word.partition("@")[0].casefold()
    COMMANDS.get(name, help.unknown_command)(turn)


def _plain(turn: Turn) -> None:
    """Read words as the answer to a nudge or to the open question; else say what can be done."""
    topic, reply = turn.topic, read_plain(turn)
    if topic and read_consent(turn.text) is Consent.CANCEL:
        turn.book = turn.book.asking(None, turn.now)
        help.cancel(turn)
    elif (
        _is_hours(turn, topic) or _is_label(turn, topic) or _is_typed_for_tapped(turn, topic, reply)
    ):
        return
    elif reply and _is_for_a_nudge(turn, topic):
        VERBS[reply.verb](turn, reply)
    elif topic and type(topic) in TOPICS:
        TOPICS[type(topic)](turn, topic)
    elif not add.add_written(turn):
        help.unknown_text(turn)


def _is_hours(turn: Turn, topic: Topic | None) -> bool:
    """Take "Ola: not before 10", whatever is asked; False when it says something else."""
    return not isinstance(topic, FREE_TEXT) and when.tell_written(turn)


def _is_label(turn: Turn, topic: Topic | None) -> bool:
    """Do what a button does whose words are typed, in any language; False when none is."""
    if isinstance(topic, FREE_TEXT):
        return False
    typed = turn.text.casefold().strip(" .!")
    return any(
        act(turn) for text_id, act in LABELS.items() if typed in map(str.casefold, labels(text_id))
    )


def _is_typed_for_tapped(turn: Turn, topic: Topic | None, reply: Reply | None) -> bool:
    """Take what is typed where buttons were offered; False when it says something else."""
    if _replies_to_nudge(turn):
        return False
    match topic:
        case AskWho():
            return name_person(turn, topic, reply)
        case AskWhen():
            return name_date(turn, topic)
    return type(topic) in TAPPED and TAPPED[type(topic)](turn, topic)


def _is_for_a_nudge(turn: Turn, topic: Topic | None) -> bool:
    return _replies_to_nudge(turn) or not isinstance(topic, FREE_TEXT)


def _replies_to_nudge(turn: Turn) -> bool:
    return turn.reply_to is not None and turn.book.nudge_in(turn.reply_to) is not None


def _pressed(turn: Turn, pressed: Pressed) -> None:
    turn.pressed_on = pressed.message_id
    try:
        press = unpack(pressed.data)
    except UnreadableButton:
        turn.toast("stale.press")
        return
    match press:
        case About():
            choose_person(turn, press)
        case OnDate():
            choose_date(turn, press)
        case _:
            PRESSES[type(press)](turn, press)
