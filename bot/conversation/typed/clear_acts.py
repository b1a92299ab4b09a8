"""Which acts a text clearly is, and which it may be."""

from collections.abc import Iterator, Sequence

from bot.conversation.turn import Turn
from bot.conversation.typed.partial_acts import opening_act, told_in_part
from bot.conversation.typed.replying import VERBS
from bot.conversation.typed.said import occasion_of
from bot.conversation.typed.shares import CERTAIN, CLEAR, ENOUGH, OUTRIGHT, POSSIBLE, likely
from bot.domain.records.question import AskLast
from bot.understanding.acts.likely_acts import Act, Occasion
from bot.understanding.acts.plain_replies import plain_reply_in
from bot.understanding.replies.nudge_replies import Verb
from bot.understanding.words.vocabulary import vocabularies

A_SENTENCE = 4
"""Words from which on a text may say that nothing is to be done, though a phrase in it does."""
ANEW = frozenset({Act.REST, Act.ADD, Act.LET_GO, Act.FORGET})
"""Acts that are no answer to when the two last talked."""
NEVER = 0.88
"""So likely it must be that nothing is to be done to go before what a phrase says."""
SHORT = 0.6
"""So likely an act of a word or two must be, and a "later" where no nudge waits."""
FEW_WORDS = 2
"""Words of a text that is too short to be taken for a likely act at once."""
LOGGING = frozenset({Verb.DONE, Verb.TRIED})
"""What is said of a nudge that logs something."""


def clear_acts(turn: Turn) -> Sequence[Act]:
    """Return the acts that a text clearly is, in the order in which they are worth a try."""
    if _is_anew(turn):
        return [turn.likely(Occasion.IDLE)[0].act]
    acts = likely(turn)
    puts_off = acts[0].act is Act.SNOOZE and occasion_of(turn) is Occasion.IDLE
    least = SHORT if _is_short(turn) or puts_off else 0
    clear = [one.act for one in acts if one.share >= max(least, ENOUGH.get(one.act, CLEAR))]
    return [*told_in_part(turn, acts), *(clear or opening_act(turn))]


def is_read_otherwise(turn: Turn) -> bool:
    """Tell whether another act is far likelier than the one that a phrase in the text says."""
    first = likely(turn)[0]
    is_last = first.act is Act.LAST and isinstance(turn.question, AskLast) and not turn.reply_to
    is_other = turn.reply is not None and VERBS.get(first.act) not in {None, turn.reply.verb}
    if first.act is Act.NONE and len(turn.text.split()) >= A_SENTENCE:
        return turn.reply is not None and turn.reply.verb in LOGGING and first.share >= NEVER
    if is_other and first.act is Act.TRIED:
        return first.share >= ENOUGH[Act.TRIED]
    return (is_other or is_last) and first.share >= CERTAIN


def is_done_with_them(turn: Turn) -> bool:
    """Tell whether the user may have had enough of a contact: "I'm done with Kari"."""
    said = turn.utterance()
    plain = plain_reply_in(said)
    if plain is None or plain.section != Act.DONE or not plain.is_known:
        return False
    own = vocabularies("selves", "subjects").at(said.line, 0)
    ends = {Act.LET_GO, Act.NONE} if own else {Act.LET_GO}
    read = (turn.likely(one)[0] for one in (occasion_of(turn), Occasion.IDLE))
    return any(first.act in ends and first.share >= CLEAR for first in read)


def possible_acts(turn: Turn) -> Iterator[Act]:
    """Yield the acts that a text may be, the likeliest first."""
    acts = turn.likely(Occasion.IDLE) if _is_anew(turn) else likely(turn)
    return (one.act for one in acts if one.share >= POSSIBLE)


def _is_anew(turn: Turn) -> bool:
    """Tell whether a text is no answer to when the two last talked, but begins something."""
    if likely(turn)[0].act is not Act.LAST:
        return False
    anew = turn.likely(Occasion.IDLE)[0]
    return anew.act in ANEW and anew.share >= OUTRIGHT


def _is_short(turn: Turn) -> bool:
    """Tell whether a text has so few words that it may well mean something else."""
    return len(turn.text.split()) <= FEW_WORDS
