"""What lies behind *More* under a nudge: keywords, why this one, fewer nudges, another kind."""

from collections.abc import Callable

from bot.application.change_settings import choose_less
from bot.application.log_outcome import is_settled
from bot.application.write_nudge import reword_as, shorten, shown_in
from bot.conversation.buttons.nudge_buttons import (
    BackToNudge,
    DraftAs,
    HardTimes,
    Keywords,
    More,
    Shorter,
    ShowHardNote,
    SomethingElse,
    TooMuch,
    WhyThis,
)
from bot.conversation.delivering import ask_for_words
from bot.conversation.effects import Message
from bot.conversation.router import router
from bot.conversation.screens.layout import undo_row
from bot.conversation.screens.more_screen import (
    keywords_message,
    more_message,
    something_else_message,
)
from bot.conversation.screens.nudge_screen import hard_note_message, nudge_message
from bot.conversation.screens.why_screen import why_message
from bot.conversation.turn import Turn
from bot.conversation.typed.which import nudge_meant, waiting_nudge
from bot.domain import parameters as p
from bot.domain.records.book import Book
from bot.domain.records.change import ChangeKind
from bot.domain.records.nudge import Nudge
from bot.drafts.kinds import DraftKind


@router.button(More)
def more(turn: Turn, button: More) -> None:
    """Show what else there is, in the place of the nudge's buttons."""
    nudge = waiting_nudge(turn, button.nudge_id)
    if nudge:
        turn.turn_into(more_message(turn.book, nudge, turn.now))


@router.button(SomethingElse)
def something_else(turn: Turn, button: SomethingElse) -> None:
    """Show what *More* has no room for."""
    nudge = waiting_nudge(turn, button.nudge_id)
    if nudge:
        turn.turn_into(something_else_message(turn.book, nudge, turn.now))


@router.button(BackToNudge)
def back(turn: Turn, button: BackToNudge) -> None:
    """Show the nudge with its own buttons again."""
    nudge = waiting_nudge(turn, button.nudge_id)
    if nudge:
        turn.turn_into(nudge_message(turn.book, nudge, turn.now))


@router.button(ShowHardNote)
def show_hard_note(turn: Turn, button: ShowHardNote) -> None:
    """Show what was noted on something hard, in the nudge."""
    nudge = waiting_nudge(turn, button.nudge_id)
    if nudge:
        turn.turn_into(hard_note_message(turn.book, nudge, turn.now))


@router.button(Keywords)
def keywords(turn: Turn, button: Keywords) -> None:
    """Show the keyword card in place of a text."""
    nudge = waiting_nudge(turn, button.nudge_id)
    if nudge:
        turn.turn_into(keywords_message(turn.book, nudge, turn.now))


@router.button(WhyThis)
def why_this(turn: Turn, button: WhyThis) -> None:
    """Say in plain words why this contact came up."""
    nudge = waiting_nudge(turn, button.nudge_id)
    if nudge:
        turn.turn_into(why_message(turn.book, nudge, turn.now))


@router.button(TooMuch)
def too_much(turn: Turn, button: TooMuch) -> None:
    """Halve the dose, and say so; the nudge that offered it stays, and a second tap is no other."""
    if _is_halved_already(turn):
        turn.toast("nudge.already") if turn.pressed_on else turn.say("nudge.already")
        return
    turn.book = choose_less(turn.book, turn.now)
    said = Message(turn.texts("too-much.halved"), undo_row(turn.book))
    nudge = turn.book.nudges.get(button.nudge_id)
    if nudge is None or nudge.message_id != turn.pressed_on:
        turn.turn_into(said)
        return
    if turn.pressed_on and not is_settled(turn.book, nudge):
        turn.turn_into(nudge_message(turn.book, nudge, turn.now))
    turn.show(said)


def _is_halved_already(turn: Turn) -> bool:
    """Tell whether the last change was the same tap, a moment ago."""
    change, dose = turn.book.last_change, turn.book.dose
    if change is None or change.kind is not ChangeKind.EASE or dose.counted_at is None:
        return False
    return dose.share < 1 and turn.now - dose.counted_at < p.DOUBLE_TAP


@router.button(DraftAs)
def draft_as(turn: Turn, button: DraftAs) -> None:
    """Show a draft of another kind in the place of the one before."""
    nudge = waiting_nudge(turn, button.nudge_id)
    if nudge:
        _show_reworded(turn, *reword_as(turn.book, nudge, button.kind, turn.now))


@router.button(HardTimes)
def hard_times(turn: Turn, button: HardTimes) -> None:
    """Show a draft for somebody who has it hard."""
    nudge, kind = waiting_nudge(turn, button.nudge_id), DraftKind.THINKING_OF_YOU
    if nudge:
        _show_reworded(turn, *reword_as(turn.book, nudge, kind, turn.now, is_hard=True))


@router.button(Shorter)
def shorter(turn: Turn, button: Shorter) -> None:
    """Show the shortest draft of the same kind."""
    nudge = waiting_nudge(turn, button.nudge_id)
    if nudge:
        shortened = _taken(turn, *shorten(turn.book, nudge, turn.now))
        turn.turn_into(nudge_message(turn.book, shortened, turn.now))


def _show_reworded(turn: Turn, book: Book, worded: Nudge) -> None:
    """Show another draft where the choice was made."""
    taken = _taken(turn, book, worded)
    turn.redraft(taken, nudge_message(turn.book, taken, turn.now))


def _taken(turn: Turn, book: Book, worded: Nudge) -> Nudge:
    """Return a nudge with another draft; the message pressed is that nudge from now on."""
    turn.book = book
    if turn.pressed_on and turn.pressed_on != worded.message_id:
        turn.strip(worded.message_id)
        turn.book = shown_in(turn.book, worded, turn.pressed_on)
    ask_for_words(turn, worded)
    return turn.book.nudges[worded.id]


@router.label("button.more")
def type_more(turn: Turn) -> bool:
    """Show what else there is for the nudge that is meant."""
    return _of_nudge(turn, lambda nudge: more(turn, More(nudge.id)))


@router.label("button.keywords")
def type_keywords(turn: Turn) -> bool:
    """Show the keyword card of the nudge that is meant."""
    return _of_nudge(turn, lambda nudge: keywords(turn, Keywords(nudge.id)))


@router.label("button.why-this")
def type_why_this(turn: Turn) -> bool:
    """Say why the contact of the nudge that is meant came up."""
    return _of_nudge(turn, lambda nudge: why_this(turn, WhyThis(nudge.id)))


@router.label("button.too-much")
def type_too_much(turn: Turn) -> bool:
    """Halve the dose, as the button under the nudge that is meant does."""
    return _of_nudge(turn, lambda nudge: too_much(turn, TooMuch(nudge.id)))


def _of_nudge(turn: Turn, act: Callable[[Nudge], None]) -> bool:
    """Do what a label says with the nudge that is meant; False when no nudge is open."""
    nudge = nudge_meant(turn)
    if nudge:
        act(nudge)
    return nudge is not None
