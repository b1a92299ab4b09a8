"""The whole conversation: who answers an update, and in which order they are asked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.application.change_settings import hear, welcome
from bot.application.correcting import signed
from bot.conversation.buttons.packing import UnreadableButton, unpack
from bot.conversation.effects import Effect, Message, Response, Say, Toast
from bot.conversation.features.add import add_shared, adding_told, newcomer_told
from bot.conversation.features.cancel import cancelled
from bot.conversation.features.correct import put_right
from bot.conversation.features.edit import leave_unread, read_again
from bot.conversation.features.help import unknown_command, unknown_kind, unknown_text
from bot.conversation.features.in_need import met_in_need, well_again
from bot.conversation.features.nickname import nickname_told
from bot.conversation.features.start import start
from bot.conversation.features.understood import (
    begun_anew,
    clearly_understood,
    declined,
    told_instead,
    understood,
)
from bot.conversation.features.voice import sent_told
from bot.conversation.features.when import hours_told
from bot.conversation.incoming import Incoming, Other, Pressed, Sender, SharedContact, Typed
from bot.conversation.router import router
from bot.conversation.texts import Texts, labels
from bot.conversation.turn import Turn
from bot.conversation.typed.bare_replies import read_bare
from bot.conversation.typed.clear_acts import is_read_otherwise
from bot.conversation.typed.which import replies_to_nudge
from bot.domain.clock.hours import Hours
from bot.domain.records.book import Book
from bot.domain.records.profile import QUIET_HOURS
from bot.languages import FALLBACK, Language
from bot.languages.data import chosen_by, particulars
from bot.understanding.acts.second_thoughts import without_taken_back
from bot.understanding.words.listing import split_command


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for a new user until they choose."""

    language: Language = FALLBACK
    zone: str = "UTC"
    quiet: Hours = QUIET_HOURS


@dataclass(frozen=True, slots=True)
class Conversation:
    """Answers updates, one turn each; a pure function of the update, the Book and the time.

    Attributes:
        defaults: what holds for a new user.
        model: the language model that the owner has set up, as users are told of it; "" for none.
    """

    defaults: Defaults
    model: str = ""

    def respond(self, incoming: Incoming, book: Book, now: datetime) -> Response:
        """Return the Book after an update and what goes out once it is committed."""
        is_first = book.profile.started_at is None
        if is_first and isinstance(incoming, Pressed):
            texts = Texts(self._language_of(incoming.sender))
            return Response(book, (Toast(texts.label("stale.press")),))
        if is_first and _is_edit(incoming):
            return Response(book, ())
        welcomed = self._welcomed(hear(book), incoming.sender, now)
        turn = Turn(welcomed, now, incoming.sender, self.model, is_first=is_first)
        match incoming:
            case Typed(first_sent=datetime() as sent):
                _edited(turn, incoming, sent)
            case Typed():
                _typed(turn, incoming)
            case Pressed():
                _pressed(turn, incoming)
            case SharedContact():
                turn.end_question()
                add_shared(turn, incoming)
            case Other():
                unknown_kind(turn)
        if isinstance(incoming, Typed):
            turn.book = signed(turn.book, welcomed.serial, incoming.message_id)
        return turn.response()

    def stranger(self, incoming: Incoming) -> tuple[Effect, ...]:
        """Return the one polite line for a user who may not use this bot."""
        texts = Texts(self._language_of(incoming.sender))
        if isinstance(incoming, Pressed):
            return (Toast(texts.label("stranger.press")),)
        if _is_edit(incoming):
            return ()
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


def _is_edit(incoming: Incoming) -> bool:
    return isinstance(incoming, Typed) and incoming.first_sent is not None


def _typed(turn: Turn, typed: Typed) -> None:
    turn.text, turn.reply_to, turn.quoted = typed.text.strip(), typed.reply_to, typed.quoted
    if met_in_need(turn):
        return
    if turn.text.startswith("/"):
        _command(turn)
    elif turn.is_first:
        start(turn)
    else:
        _plain(turn)


def _edited(turn: Turn, typed: Typed, sent: datetime) -> None:
    """Read a message again that was edited; whoever is in need is met whatever becomes of it."""
    turn.text = typed.text.strip()
    is_read = read_again(turn, typed, sent, lambda anew: _typed(anew, typed))
    if not is_read and not met_in_need(turn):
        leave_unread(turn, typed)


def _command(turn: Turn) -> None:
    """Carry out a command; it ends any question that was open."""
    turn.command, turn.text = split_command(turn.text)
    turn.end_question()
    router.commands.get(turn.command, unknown_command)(turn)


def _pressed(turn: Turn, pressed: Pressed) -> None:
    turn.pressed_on, turn.shown = pressed.message_id, pressed.shown
    try:
        button = unpack(pressed.data)
    except UnreadableButton:
        turn.toast("stale.press")
        return
    router.buttons[type(button)](turn, button)


def _plain(turn: Turn) -> None:
    turn.text = without_taken_back(turn.utterance())
    turn.reply = read_bare(turn)
    next(reader for reader in READERS if reader(turn))


def _label_typed(turn: Turn) -> bool:
    """Do what a button does whose words are typed, in any language; False when none is."""
    if _is_open_ended(turn):
        return False
    typed = turn.text.casefold().strip(" .!")
    return any(
        take(turn)
        for text_id, take in router.labels.items()
        if typed in map(str.casefold, labels(text_id))
    )


def _sent_told(turn: Turn) -> bool:
    return not _is_open_ended(turn) and sent_told(turn)


def _adding_told(turn: Turn) -> bool:
    return not _is_open_ended(turn) and not replies_to_nudge(turn) and adding_told(turn)


def _choice_typed(turn: Turn) -> bool:
    """Take what is typed where buttons were offered; False when it says something else."""
    take = None if replies_to_nudge(turn) else router.choices.get(type(turn.question))
    return take is not None and take(turn)


def _replied(turn: Turn) -> bool:
    """Carry out what the words say about a nudge; False when they say nothing of one."""
    if turn.reply is None or (_is_open_ended(turn) and not replies_to_nudge(turn)):
        return False
    if is_read_otherwise(turn) and clearly_understood(turn):
        return True
    router.replies[turn.reply.verb](turn, turn.reply)
    return True


def _question_answered(turn: Turn) -> bool:
    """Take the words as the answer to the open question; False when none takes any words."""
    take = router.questions.get(type(turn.question))
    if take is None:
        return False
    return declined(turn) or told_instead(turn) or begun_anew(turn) or take(turn)


def _hours_told(turn: Turn) -> bool:
    return not _is_open_ended(turn) and hours_told(turn)


def _nickname_told(turn: Turn) -> bool:
    return not _is_open_ended(turn) and nickname_told(turn)


def _is_open_ended(turn: Turn) -> bool:
    return type(turn.question) in router.open_ended


READERS: tuple[Callable[[Turn], bool], ...] = (
    cancelled,
    well_again,
    _hours_told,
    _nickname_told,
    _label_typed,
    _sent_told,
    _adding_told,
    _choice_typed,
    put_right,
    _replied,
    _question_answered,
    newcomer_told,
    understood,
    unknown_text,
)
"""Who is asked whether plain words are for it, in this order; the first to say yes has answered.

The end of a question goes first. What was offered as buttons goes before what is said of a nudge,
and that before a question that any words answer; only the last takes everything.
"""
