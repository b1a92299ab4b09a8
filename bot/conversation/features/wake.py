"""/wake: the end of a rest, without a backlog."""

from bot.application.change_settings import wake
from bot.conversation.buttons.settings_buttons import Wake
from bot.conversation.effects import Message
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.rest_lines import AHEAD, begin_text, rest_line
from bot.conversation.turn import Turn
from bot.conversation.typed.stored import undoable
from bot.domain.records.profile import Profile


@router.command("wake", HelpLine.REST)
def wake_command(turn: Turn) -> None:
    """End the rest; where there is none, take the next one to come away."""
    before = turn.book.profile
    turn.book = wake(turn.book, turn.now)
    ahead = turn.book.profile.rests_after(turn.now)
    lines = [_ended(turn, before)]
    lines += [rest_line(turn.texts, AHEAD, one, before, turn.now) for one in ahead[:1]]
    turn.show(undoable(turn, Message("\n".join(lines))))


def _ended(turn: Turn, before: Profile) -> str:
    """Return what has ended, as one says it."""
    ahead = before.rests_after(turn.now)
    if before.is_resting(turn.now):
        return turn.texts("wake.done")
    if not ahead:
        return turn.texts("wake.awake")
    begin = begin_text(turn.texts, ahead[0].since, before.zone, turn.now)
    return turn.texts("wake.ahead-off", begin=begin)


@router.button(Wake)
def wake_by_button(turn: Turn, _button: Wake) -> None:
    """End the rest from its button."""
    turn.strip(turn.pressed_on)
    wake_command(turn)
