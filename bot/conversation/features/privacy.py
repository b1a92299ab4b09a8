"""/privacy: what is stored where, and who sees it."""

from bot.conversation.effects import Message
from bot.conversation.router import HelpLine, router
from bot.conversation.turn import Turn


@router.command("privacy", HelpLine.OTHERS)
def privacy(turn: Turn) -> None:
    """Say what is stored where, and who sees it."""
    lines = [turn.texts("privacy")]
    if turn.model and turn.book.profile.agreed_model == turn.model:
        lines.append(turn.texts("privacy.model", model=turn.model))
    turn.show(Message("\n\n".join(lines)))
