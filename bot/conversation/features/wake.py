"""/wake: the end of a rest, without a backlog."""

from bot.application.change_settings import wake
from bot.conversation.buttons.settings_buttons import Wake
from bot.conversation.router import HelpLine, router
from bot.conversation.turn import Turn
from bot.conversation.typed.stored import say_stored


@router.command("wake", HelpLine.REST)
def wake_command(turn: Turn) -> None:
    """End the rest."""
    profile = turn.book.profile
    resting = profile.rest is not None and profile.rest.holds(turn.now)
    turn.book = wake(turn.book, turn.now)
    say_stored(turn, "wake.done" if resting else "wake.awake")


@router.button(Wake)
def wake_by_button(turn: Turn, _button: Wake) -> None:
    """End the rest from its button."""
    turn.strip(turn.pressed_on)
    wake_command(turn)
