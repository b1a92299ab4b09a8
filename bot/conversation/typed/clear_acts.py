"""Which acts a text clearly is, and which it may be: how likely each must be for what it does."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from bot.conversation.turn import Turn
from bot.conversation.typed.replying import VERBS
from bot.conversation.typed.said import occasion_of
from bot.domain.clock.wall_time import country_of
from bot.domain.records.question import AskLast
from bot.understanding.acts.clauses import clauses_of, retries, trimmed
from bot.understanding.acts.likely_acts import Act, Likely, Occasion, likely_acts
from bot.understanding.acts.news import note_after_lead
from bot.understanding.acts.plain_replies import plain_reply_in
from bot.understanding.acts.tags import reply_phrases
from bot.understanding.facts.addresses import addresses_in
from bot.understanding.moments.moments import Elapsed, Facing, Strength, usable
from bot.understanding.replies.nudge_replies import Verb, read_reply
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabularies, vocabulary

CLEAR = 0.5
"""So likely an act must be to be done at once, unless more or less is enough for it."""
ENOUGH = {
    Act.DONE: 0.55,
    Act.TRIED: 0.6,
    Act.NOTE: 0.55,
    Act.NONE: 0.6,
    Act.CORRECT: 0.75,
    Act.CADENCE: 0.55,
    Act.ADD: 0.35,
    Act.RENAME: 0.5,
    Act.REST: 0.4,
    Act.LET_GO: 0.35,
    Act.LAST: 0.3,
    Act.CHANNEL: 0.5,
    Act.PLACE: 0.35,
    Act.HOURS: 0.5,
    Act.ASK_NEXT: 0.4,
    Act.ASK_PEOPLE: 0.4,
    Act.ASK_HELP: 0.4,
    Act.ASK_DRAFT: 0.4,
    Act.KNOW_NOT: 0.35,
}
"""How likely acts must be: more where something is logged, less where a name or number must fit."""
CERTAIN = 0.85
"""So likely an act must be to go before what a phrase says."""
A_SENTENCE = 4
"""Words from which on a text may say that nothing is to be done, though a phrase in it does."""
SOON = timedelta(hours=1)
"""Sooner than this nobody wants to be reminded of what they are about to do."""
TOLD = frozenset({Act.DONE, Act.TRIED})
"""Acts that a name alone with a phrase tells, whatever it answers."""
YIELDING = frozenset({Act.NOTE, Act.NONE, Act.CORRECT, Act.DONE})
"""Acts that give way to what a text opens with."""
OUTRIGHT = 0.95
"""So likely an act must be to go before what a text opens with, or what it may answer."""
ANEW = frozenset({Act.REST, Act.ADD, Act.LET_GO, Act.FORGET})
"""Acts that are no answer to when the two last talked."""
NEVER = 0.88
"""So likely it must be that nothing is to be done to go before what a phrase says."""
SHORT = 0.6
"""So likely an act of a word or two must be, and a "later" where no nudge waits."""
POSSIBLE = 0.25
"""So likely an act must be to be offered."""
FEWEST_WORDS = 2
"""Words of a text that may mean several things; of one word nobody can tell."""
LOGGING = frozenset({Verb.DONE, Verb.TRIED})
"""What is said of a nudge that logs something."""
NO_FACT = frozenset({Act.ADD, Act.CORRECT})
"""Acts in which a number or an address is none of somebody known."""


def likely(turn: Turn) -> Sequence[Likely]:
    """Return the acts that the text may be, the likeliest first."""
    return turn.likely(occasion_of(turn))


def is_one_word_or_two(turn: Turn) -> bool:
    """Tell whether a text is too short to be taken for a likely act at once."""
    return len(turn.text.split()) <= FEWEST_WORDS


def clear_acts(turn: Turn) -> Sequence[Act]:
    """Return the acts that a text clearly is, in the order in which they are worth a try."""
    acts = likely(turn)
    if acts[0].act is Act.LAST:
        anew = turn.likely(Occasion.IDLE)[0]
        if anew.act in ANEW and anew.share >= OUTRIGHT:
            return [anew.act]
    puts_off = acts[0].act is Act.SNOOZE and occasion_of(turn) is Occasion.IDLE
    least = SHORT if is_one_word_or_two(turn) or puts_off else 0
    clear = [one.act for one in acts if one.share >= max(least, ENOUGH.get(one.act, CLEAR))]
    return [*_told_otherwise(turn, acts), *(clear or _opening_act(turn))]


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
    return (one.act for one in likely(turn) if one.share >= POSSIBLE)


def _told_otherwise(turn: Turn, acts: Sequence[Likely]) -> Iterator[Act]:
    """Yield the acts that a part of the text tells more surely than the whole."""
    if acts[0].act in YIELDING and acts[0].share < OUTRIGHT:
        yield from _opening_act(turn)
    if note_after_lead(turn.utterance()) or _is_for_next_time(turn, acts):
        yield Act.NOTE
    if acts[0].act is Act.NONE and _plans_for_a_time(turn):
        yield Act.SNOOZE
    if acts[0].act not in NO_FACT and _gives_address(turn):
        yield Act.CHANNEL
    if acts[0].act in {Act.SNOOZE, Act.TRIED} and _was_tried(turn):
        yield Act.TRIED
    if acts[0].act is Act.NOTE and _begins_with_contact(turn):
        yield Act.DONE
    elif acts[0].act is Act.DONE and _only_tells(turn, acts):
        yield Act.NOTE


def _opening_act(turn: Turn) -> Iterator[Act]:
    """Yield what a text opens with as a reply of its own: "done yesterday, she has a new dog".

    Nothing where it takes any of that back: "called Ola, not Kari", "called, no answer".
    """
    said = turn.utterance()
    whole = plain_reply_in(said)
    if whole and (whole.section in TOLD or occasion_of(turn) is not Occasion.IDLE):
        yield Act(whole.section)
    first, *others = clauses_of(said) or [range(0)]
    rest = Line.of(said.line.after(others[0].start)) if others else None
    if rest is None or vocabulary("negations").anywhere(rest) or reply_phrases().anywhere(rest):
        return
    piece = said.piece(trimmed(said.line, first))
    bare = read_reply(piece.text, interface=turn.book.profile.language, now=turn.wall)
    plain = plain_reply_in(piece)
    if (bare and bare.verb is Verb.DONE) or (plain and plain.section == Act.DONE):
        yield Act.DONE


def _is_for_next_time(turn: Turn, acts: Sequence[Likely]) -> bool:
    """Tell whether a text is to be remembered: "remind me to ask about the scan".

    So is a birthday with its date, where nothing is put off: "bursdag Åsa 11. november".
    """
    said = turn.utterance()
    if vocabulary("next_topics").at(said.line, 0):
        return True
    is_fact = acts[0].act is Act.SNOOZE and occasion_of(turn) is Occasion.IDLE
    is_asked = vocabulary("retries").anywhere(said.line) or vocabulary("until").anywhere(said.line)
    is_asked = is_asked or any(
        one.meaning == "snooze" for _, found in reply_phrases().within(said.line) for one in found
    )
    return is_fact and not is_asked and vocabulary("occasions").anywhere(said.line)


def _plans_for_a_time(turn: Turn) -> bool:
    """Tell whether a nudge is answered with a plan and its time: "I'll ring her tonight"."""
    said = turn.utterance()
    others = (one for one in said.mentions if not one.is_owner)
    is_of_others = not all(vocabulary("at_place").at(said.line, one.start - 1) for one in others)
    if occasion_of(turn) is not Occasion.NUDGE or is_of_others:
        return False
    begins = range(min(len(said.line), FEWEST_WORDS))
    is_plan = any(vocabulary("plans").at(said.line, place) for place in begins)
    ends = trimmed(said.line, range(len(said.line))).stop
    ahead = (
        one
        for _, one in said.found(Facing.FUTURE)
        if one.strength >= (Strength.BOUNDED if one.end == ends else Strength.STRONG)
    )
    moments = filter(None, (usable(one.moment) for one in ahead))
    return is_plan and any(not isinstance(one, Elapsed) or one.delta >= SOON for one in moments)


def _gives_address(turn: Turn) -> bool:
    """Tell whether a text gives a number or an address: "she's changed number, 07700 ..."."""
    country = country_of(turn.book.profile.zone)
    return any(one.value for one in addresses_in(turn.text, country))


def _begins_with_contact(turn: Turn) -> bool:
    """Tell whether a text begins with a hello and goes on with news: "Wrote to her. She moves."."""
    said = turn.utterance()
    first, *others = clauses_of(said) or [range(0)]
    if not others:
        return False
    likeliest = likely_acts(said.piece(first), occasion_of(turn))[0]
    return likeliest.act is Act.DONE and likeliest.share >= CERTAIN


def _only_tells(turn: Turn, acts: Sequence[Likely]) -> bool:
    """Tell whether a hello is about as likely as news of somebody, and no word says that it was."""
    note = next(one.share for one in acts if one.act is Act.NOTE)
    is_told = reply_phrases().anywhere(turn.utterance().line)
    return note >= POSSIBLE and acts[0].share < CERTAIN and not is_told


def _was_tried(turn: Turn) -> bool:
    """Tell whether a text says that it was tried before it says when again."""
    said = turn.utterance()
    again = next((one for one in clauses_of(said) if retries(said.line, one)), None)
    if again is None or again.start == 0:
        return False
    first = likely_acts(said.piece(range(again.start)), occasion_of(turn))[0]
    least = CLEAR if likely(turn)[0].act is Act.TRIED else CERTAIN
    return first.act is Act.TRIED and first.share >= least
