"""/skip: not this time, and no contact is claimed."""

from bot.conversation.router import HelpLine, router
from bot.conversation.settling import contact_chosen, settle
from bot.conversation.turn import Turn
from bot.conversation.typed.asking import ask_meant
from bot.conversation.typed.commanded import commanded
from bot.understanding.acts.likely_acts import Act
from bot.understanding.replies.nudge_replies import Verb

router.reply(Verb.SKIP)(settle)
router.contact(Verb.SKIP.name)(contact_chosen)


@router.command("skip", HelpLine.REPLY)
def skip(turn: Turn) -> None:
    """Let a contact wait for the next turn: /skip [NAME]."""
    if not commanded(turn, Act.SKIP):
        ask_meant(turn, [Act.SKIP, Act.NOTE])
