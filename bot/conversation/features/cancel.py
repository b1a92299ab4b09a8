"""/cancel and plain "never mind": the end of any question."""

from bot.conversation.router import HelpLine, router
from bot.conversation.turn import Turn
from bot.understanding.facts.consent import Consent, read_consent


@router.command("cancel", HelpLine.OTHERS)
def cancel(turn: Turn) -> None:
    """End any question; a command before this one has done so already."""
    turn.say("cancel.done")


def cancelled(turn: Turn) -> bool:
    """End the open question when plain words say so; False when they do not."""
    if turn.question is None or read_consent(turn.text) is not Consent.CANCEL:
        return False
    turn.end_question()
    cancel(turn)
    return True
