"""/cancel and plain "never mind": the end of any question."""

from bot.conversation.router import HelpLine, router
from bot.conversation.turn import Turn
from bot.understanding.facts.consent import Consent, is_mistake, read_consent


@router.command("cancel", HelpLine.OTHERS)
def cancel(turn: Turn) -> None:
    """End any question; a command before this one has done so already."""
    turn.say("cancel.done")


def cancelled(turn: Turn) -> bool:
    """End the open question when plain words say so, or that it was opened by mistake."""
    if turn.question is None:
        return False
    if read_consent(turn.text) is not Consent.CANCEL and not is_mistake(turn.text):
        return False
    turn.end_question()
    cancel(turn)
    return True
