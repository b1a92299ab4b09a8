"""/skip: not this time, and no contact is claimed."""

from bot.conversation.router import HelpLine, router
from bot.conversation.settling import contact_chosen, settle
from bot.conversation.turn import Turn
from bot.conversation.typed.readings import read_tail
from bot.understanding.replies.nudge_replies import Verb

router.reply(Verb.SKIP)(settle)
router.contact(Verb.SKIP.name)(contact_chosen)


@router.command("skip", HelpLine.REPLY)
def skip(turn: Turn) -> None:
    """Let a contact wait for the next turn: /skip [NAME]."""
    settle(turn, read_tail(turn, Verb.SKIP))
