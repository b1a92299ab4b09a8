"""The first minute: how keeping in touch feels, what time it is, and the first contact."""

from bot.application.change_settings import choose_ease
from bot.conversation.buttons.person_buttons import StartAdding
from bot.conversation.buttons.settings_buttons import ChooseEase, ZoneIsRight, ZoneIsWrong
from bot.conversation.effects import Key, Message
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.settings_screen import (
    ease_message,
    elsewhere_message,
    how_to_add,
    time_message,
)
from bot.conversation.texts import labels
from bot.conversation.turn import Turn
from bot.domain.names import clean_name
from bot.domain.records.dose import Ease
from bot.domain.records.question import AskEase, AskPlace


@router.command("start", HelpLine.OTHERS)
def start(turn: Turn) -> None:
    """Greet, and ask the first question; coming back later resets nothing."""
    if turn.book.dose.chosen:
        turn.say("start.again", ((_add_button(turn),),))
        return
    turn.ask(AskEase())
    question = ease_message(turn.book, onboarding=True)
    hello = turn.texts("start.hello", name=clean_name(turn.sender.first_name))
    turn.show(Message(f"{hello}\n\n{question.text}", question.buttons))


@router.question(AskEase)
def type_ease(turn: Turn, _question: AskEase) -> None:
    """Take a typed answer to the first question: what a button says in any language, or its end.

    "Easy" is enough for "It comes easy".
    """
    typed = turn.text.casefold().strip(" .!")
    for ease in Ease:
        words = (label.casefold() for label in labels(f"ease.{ease.name}"))
        if any(f" {label}".endswith(f" {typed}") for label in words):
            take_ease(turn, ChooseEase(ease, onboarding=1))
            return
    question = ease_message(turn.book, onboarding=True)
    turn.show(Message(f"{turn.texts('ease.unknown')}\n\n{question.text}", question.buttons))


@router.button(ChooseEase)
def take_ease(turn: Turn, button: ChooseEase) -> None:
    """Set the dose, say what it means, and go on to the time of day."""
    ease = button.ease
    turn.book = choose_ease(turn.book, ease, turn.now)
    if turn.pressed_on:
        chosen = turn.texts(f"ease.{ease.name}")
        turn.turn_into(Message(turn.texts("ease.chosen", answer=chosen)))
    lead = turn.texts.count("ease.means", ease)
    if button.onboarding:
        turn.ask(AskPlace(onboarding=True))
        turn.show(time_message(turn.book, turn.now, lead))
    else:
        turn.show(Message(lead))


@router.button(ZoneIsRight)
def zone_is_right(turn: Turn, _button: ZoneIsRight) -> None:
    """Go on to the first contact."""
    turn.strip(turn.pressed_on)
    question = turn.book.open_question
    if question is None or not isinstance(question.question, AskPlace):
        turn.toast("stale.press")
        return
    turn.end_question()
    turn.show(how_to_add(turn.book))


@router.button(ZoneIsWrong)
def zone_is_wrong(turn: Turn, _button: ZoneIsWrong) -> None:
    """Offer the time elsewhere, and take a typed city or country."""
    turn.ask(AskPlace(onboarding=True))
    turn.turn_into(elsewhere_message(turn.book, turn.now, onboarding=True))


def _add_button(turn: Turn) -> Key:
    return Key(turn.texts.label("button.add-someone"), StartAdding())
