"""What Hei can do and what it knows, the end of any question, and a kind word to anything else."""

from bot.conversation.buttons import StartAdding
from bot.conversation.effects import Key, Rows
from bot.conversation.router import Feature
from bot.conversation.turn import Turn


def help_command(turn: Turn) -> None:
    """Say what can be typed."""
    turn.say("help")


def privacy(turn: Turn) -> None:
    """Say what is stored where, and who sees it."""
    turn.say("privacy")


def cancel(turn: Turn) -> None:
    """End any question; a command before this one has done so already."""
    turn.say("cancel.done")


def unknown_text(turn: Turn) -> None:
    """Answer what was not understood with the two likeliest things to do."""
    turn.say(f"unknown.text-{_likely(turn)}", _ways_on(turn))


def unknown_command(turn: Turn) -> None:
    """Answer a command that there is not."""
    turn.say("unknown.command")


def unknown_kind(turn: Turn) -> None:
    """Answer a sticker, a photo or a voice message."""
    turn.say(f"unknown.kind-{_likely(turn)}", _ways_on(turn))


def _likely(turn: Turn) -> str:
    """Return what the user most likely wants: answer a nudge, say hi, or add somebody."""
    if turn.book.open_nudge:
        return "answer"
    return "hi" if turn.book.contacts else "add"


def _ways_on(turn: Turn) -> Rows:
    if turn.book.contacts:
        return ()
    return ((Key(turn.texts.label("button.add-someone"), StartAdding()),),)


FEATURE = Feature(commands={"help": help_command, "privacy": privacy, "cancel": cancel})
