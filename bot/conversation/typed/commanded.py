"""What stands behind /done, /snooze and /skip, read as the same words without the slash."""

from bot.conversation.router import router
from bot.conversation.turn import Turn
from bot.conversation.typed.acting import carry_out_act
from bot.conversation.typed.bare_replies import read_bare
from bot.conversation.typed.replying import VERBS
from bot.conversation.typed.said import said_as
from bot.conversation.typed.shares import CERTAIN, ENOUGH, likely
from bot.understanding.acts.likely_acts import Act
from bot.understanding.acts.plain_replies import plain_reply_in
from bot.understanding.replies.nudge_replies import Reply

DENYING = frozenset({Act.NONE, Act.NO})
"""Acts that say that it was not done after all: "/done not yet"."""


def commanded(turn: Turn, act: Act) -> bool:
    """Do what a command says as its act; False where that is not clear.

    "/done Kari on Sunday" is "done Kari on Sunday", and "/done no answer" was a try.
    """
    typed, turn.text = turn.text, f"{turn.command} {turn.text}".strip()
    reply = read_bare(turn)
    if reply is not None:
        router.replies[reply.verb](turn, reply)
        return True
    first = likely(turn)[0]
    is_try = act is Act.DONE and first.act is Act.TRIED and first.share >= ENOUGH[Act.TRIED]
    act = Act.TRIED if is_try else act
    said = said_as(turn, act, turn.text)
    is_named = plain_reply_in(said.utterance) is not None
    if not is_named and said.parts.moment is None:
        if typed.isalpha() and not said.parts.contact_ids:  # "/skip Nobody"
            router.replies[VERBS[act]](turn, Reply(VERBS[act], typed))
            return True
        if act is Act.SNOOZE or (first.act in DENYING and first.share >= CERTAIN):
            return False
    return carry_out_act(turn, act, said)
