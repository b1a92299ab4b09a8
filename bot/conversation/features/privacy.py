"""/privacy: what is stored where, and who sees it."""

from bot.conversation.router import HelpLine, router
from bot.conversation.turn import Turn


@router.command("privacy", HelpLine.OTHERS)
def privacy(turn: Turn) -> None:
    """Say what is stored where, and who sees it."""
    turn.say("privacy")
