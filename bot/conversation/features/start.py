"""The first minute: how keeping in touch feels, what time it is, and the first person."""

from bot.application.change_settings import choose_ease
from bot.conversation.buttons import ChooseEase, StartAdding, ZoneIsRight, ZoneIsWrong
from bot.conversation.effects import Key, Message
from bot.conversation.router import Feature
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


def start(turn: Turn) -> None:
    """Greet, and ask the first question; coming back later resets nothing."""
    if turn.book.dose.chosen:
        turn.say("start.again", ((_add_button(turn),),))
        return
    turn.ask(AskEase())
    question = ease_message(turn.book, onboarding=True)
    hello = turn.texts("start.hello", name=clean_name(turn.sender.first_name))
    turn.show(Message(f"{hello}\n\n{question.text}", question.buttons))


def type_ease(turn: Turn, _topic: AskEase) -> None:
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


def take_ease(turn: Turn, press: ChooseEase) -> None:
    """Set the dose, say what it means, and go on to the time of day."""
    ease = press.ease
    turn.book = choose_ease(turn.book, ease, turn.now)
    if turn.pressed_on:
        chosen = turn.texts(f"ease.{ease.name}")
        turn.turn_into(Message(turn.texts("ease.chosen", answer=chosen)))
    lead = turn.texts.count("ease.means", ease)
    if press.onboarding:
        turn.ask(AskPlace(onboarding=True))
        turn.show(time_message(turn.book, turn.now, lead))
    else:
        turn.show(Message(lead))


def zone_is_right(turn: Turn, _press: ZoneIsRight) -> None:
    """Go on to the first person."""
    turn.strip(turn.pressed_on)
    question = turn.book.question
    if question is None or not isinstance(question.topic, AskPlace):
        turn.toast("stale.press")
        return
    turn.book = turn.book.asking(None, turn.now)
    turn.show(how_to_add(turn.book))


def zone_is_wrong(turn: Turn, _press: ZoneIsWrong) -> None:
    """Offer the time elsewhere, and take a typed city or country."""
    turn.ask(AskPlace(onboarding=True))
    turn.turn_into(elsewhere_message(turn.book, turn.now, onboarding=True))


def _add_button(turn: Turn) -> Key:
    return Key(turn.texts.label("button.add-someone"), StartAdding())


FEATURE = Feature(
    commands={"start": start},
    presses={
        ChooseEase: take_ease,
        ZoneIsRight: zone_is_right,
        ZoneIsWrong: zone_is_wrong,
    },
    topics={AskEase: type_ease},
)
