"""Which acts a part of a text tells more surely than the whole of it."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from bot.conversation.turn import Turn
from bot.conversation.typed.said import occasion_of
from bot.conversation.typed.shares import CERTAIN, CLEAR, OUTRIGHT, POSSIBLE, likely
from bot.domain.clock.wall_time import country_of
from bot.understanding.acts.clauses import clauses_of, retries, trimmed
from bot.understanding.acts.likely_acts import Act, Likely, Occasion, likely_acts
from bot.understanding.acts.news import note_after_lead
from bot.understanding.acts.plain_replies import plain_reply_in
from bot.understanding.acts.tags import reply_phrases
from bot.understanding.facts.addresses import addresses_in
from bot.understanding.moments.moments import Elapsed, Facing, Strength, usable
from bot.understanding.replies.nudge_replies import Verb, read_reply
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabulary

SOON = timedelta(hours=1)
"""Sooner than this nobody wants to be reminded of what they are about to do."""
TOLD = frozenset({Act.DONE, Act.TRIED})
"""Acts that a name alone with a phrase tells, whatever it answers."""
YIELDING = frozenset({Act.NOTE, Act.NONE, Act.CORRECT, Act.DONE})
"""Acts that give way to what a text opens with."""
NO_FACT = frozenset({Act.ADD, Act.CORRECT})
"""Acts in which a number or an address is none of somebody known."""
A_TRY = 8
"""Tokens in which somebody says that it was tried, and no more, before anything else."""
OPENING = 2
"""Words at the beginning of a text among which a plan begins."""


def told_in_part(turn: Turn, acts: Sequence[Likely]) -> Iterator[Act]:
    """Yield the acts that a part of the text tells more surely than the whole."""
    if acts[0].act in YIELDING and acts[0].share < OUTRIGHT:
        yield from opening_act(turn)
    if note_after_lead(turn.utterance()) or _is_for_next_time(turn, acts):
        yield Act.NOTE
    if acts[0].act is Act.NONE and _plans_for_a_time(turn):
        yield Act.SNOOZE
    if acts[0].act is Act.CORRECT and _begins_rest(turn, acts):
        yield Act.REST
    if acts[0].act not in NO_FACT and _gives_address(turn):
        yield Act.CHANNEL
    if acts[0].act in {Act.SNOOZE, Act.TRIED} and _was_tried(turn):
        yield Act.TRIED
    if acts[0].act is Act.NOTE and _begins_with_contact(turn):
        yield Act.DONE
    elif acts[0].act is Act.DONE and _only_tells(turn, acts):
        yield Act.NOTE


def opening_act(turn: Turn) -> Iterator[Act]:
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
    is_idle = occasion_of(turn) is Occasion.IDLE
    if is_idle and acts[0].act is Act.SKIP and vocabulary("abouts").anywhere(said.line):
        return True  # "ask Åsa about the boat next time"
    is_fact = is_idle and acts[0].act is Act.SNOOZE
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
    begins = range(min(len(said.line), OPENING))
    is_plan = any(vocabulary("plans").at(said.line, place) for place in begins)
    ends = trimmed(said.line, range(len(said.line))).stop
    ahead = (
        one
        for _, one in said.found(Facing.FUTURE)
        if one.strength >= (Strength.BOUNDED if one.end == ends else Strength.STRONG)
    )
    moments = filter(None, (usable(one.moment) for one in ahead))
    return is_plan and any(not isinstance(one, Elapsed) or one.delta >= SOON for one in moments)


def _begins_rest(turn: Turn, acts: Sequence[Likely]) -> bool:
    """Tell whether a text would be a rest at any other time: "no reminders for two weeks"."""
    anew = turn.likely(Occasion.IDLE)[0]
    return acts[0].share < OUTRIGHT and anew.act is Act.REST and anew.share >= OUTRIGHT


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
    _, *others = clauses_of(said) or [range(0)]
    again = next((one for one in others if retries(said.line, one)), next(iter(others), None))
    if again is None or not (retries(said.line, again) or again.start <= A_TRY):
        return False
    first = likely_acts(said.piece(range(again.start)), occasion_of(turn))[0]
    is_plain = retries(said.line, again) and likely(turn)[0].act is Act.TRIED
    return first.act is Act.TRIED and first.share >= (CLEAR if is_plain else CERTAIN)
