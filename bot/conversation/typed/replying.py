"""What is said of a nudge, or of contacts who are named: done, tried, later, not this time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.conversation.router import router
from bot.conversation.turn import Turn
from bot.conversation.typed.said import Said
from bot.conversation.typed.which import nudge_meant
from bot.domain.names import find
from bot.understanding.acts.likely_acts import Act, Occasion
from bot.understanding.acts.parts import MessageParts
from bot.understanding.calendar.moment_types import Day, Elapsed, Hour, Moment
from bot.understanding.facts.first_names import is_first_name
from bot.understanding.moments.weighty_words import weighty
from bot.understanding.replies.nudge_replies import Reply, Verb, is_done_only_alone
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabulary

VERBS = {
    Act.DONE: Verb.DONE,
    Act.TRIED: Verb.TRIED,
    Act.SNOOZE: Verb.SNOOZE,
    Act.SKIP: Verb.SKIP,
}
FEWEST = 2
"""Pieces of a text that tell of several contacts."""
FIRST = 3
"""Words of a text among which the user's own plan stands: "ok I'll call her"."""


def reply_as(turn: Turn, act: Act, said: Said) -> bool:
    """Carry out what is said of a nudge or of the contacts who are named; False where unclear."""
    parts = said.parts
    if act is Act.SKIP and _comes_back(turn, parts):
        act = Act.SNOOZE
    if _told_of_several(turn, act, said):
        return True
    if not said.is_sure and _is_doubtful(turn, act, said):
        return False
    reply = Reply(
        VERBS[act],
        moment=_meant(turn, act, said),
        note=parts.news if act is Act.DONE or parts.tells_of_them else "",
        again=parts.again,
    )
    names = _who(turn, parts) or [""]
    for name in names if act in {Act.DONE, Act.TRIED} else names[:1]:
        router.replies[reply.verb](turn, replace(reply, name=name))
    return True


def is_hushed(said: Said) -> bool:
    """Tell whether the user wants to be left alone, whoever it is about."""
    return vocabulary("hush").anywhere(said.utterance.line)


def is_half_read(turn: Turn) -> bool:
    """Tell whether a reply leaves something of weight, or somebody, out of its reading.

    A note that holds a day, a second contact or somebody's brother has been read too fast.
    """
    reply = turn.reply
    if reply is None:
        return False
    note, named = Line.of(reply.note), turn.utterance().mentions
    ids = {one.contact_id for one in named}
    meant = find(turn.book.names(), reply.name) if reply.name else ()
    is_other = len(meant) == 1 and bool(ids) and meant[0] not in ids
    is_owned = any(one.is_owner for one in named)
    return is_other or is_owned or len(ids) > 1 or weighty(note, 0, len(note))


def takes_words_for_a_name(turn: Turn) -> bool:
    """Tell whether a reply takes words for a name that can be none: "called at noon"."""
    name = turn.reply.name if turn.reply else ""
    if not name or find(turn.book.names(), name):
        return False
    return bool(turn.utterance().mentions) or not (name[0].isupper() or is_first_name(name))


def _comes_back(turn: Turn, parts: MessageParts) -> bool:
    """Tell whether a text names a day to come: "leave it till October" is no skip."""
    if parts.reach is not None and parts.reach.until:
        return True
    is_day = isinstance(parts.moment, Day | Hour | Elapsed) and parts.moment != Day(turn.today)
    return is_day and parts.written not in parts.news


def _told_of_several(turn: Turn, act: Act, said: Said) -> bool:
    """Log each of several contacts with their own day: "Kari yesterday and Mum on Sunday"."""
    pieces = said.pieces if act in {Act.DONE, Act.TRIED} else ()
    if len(pieces) < FEWEST or not all(map(_is_whole, pieces)):
        return False
    on: Moment | None = None
    for piece in pieces:
        on = _beside(on, piece)
        for contact_id in piece.contact_ids:
            name = turn.book.contacts[contact_id].name
            router.replies[VERBS[act]](turn, Reply(VERBS[act], name, on))
    return True


def _is_whole(piece: MessageParts) -> bool:
    """Tell whether a piece of a text names somebody and a day, and leaves nothing of weight."""
    is_day = isinstance(piece.moment, Day | Hour)
    return bool(piece.contact_ids) and is_day and not (piece.owners or piece.is_half_read)


def _beside(before: Moment | None, piece: MessageParts) -> Moment | None:
    """Return the moment of a piece; "the day before" is counted from the one told before it."""
    line = Line.of(piece.written)
    days = next((int(match.meaning) for match in vocabulary("days_beside").at(line, 0)), 0)
    if days and isinstance(before, Day):
        return Day(before.on + timedelta(days=days))
    return piece.moment


def _is_doubtful(turn: Turn, act: Act, said: Said) -> bool:
    """Tell whether a text says more, or something else, than could be carried out."""
    parts = said.parts
    if act is Act.SKIP:
        return False
    if parts.is_half_read or (parts.owners and not parts.contact_ids):
        return True
    if act is Act.SNOOZE and parts.moment is None and parts.speaks_of_time:
        return True
    if act is Act.DONE and is_done_only_alone(said.text, turn.book.profile.language):
        return True
    return (act is not Act.SNOOZE or said.occasion is Occasion.IDLE) and _is_to_come(said)


def _is_to_come(said: Said) -> bool:
    """Tell whether a text speaks of what shall be, or asks: "we're having dinner on Friday"."""
    line = said.utterance.line
    plans = (place for place in range(min(len(line), FIRST)) if vocabulary("plans").at(line, place))
    own = any(place == 0 or not vocabulary("callers").at(line, place - 1) for place in plans)
    return own or bool(vocabulary("askings").at(line, 0))


def _meant(turn: Turn, act: Act, said: Said) -> Moment | None:
    """Return the moment that counts: none for a skip, nor for a "not today".

    Of "she's away until the 9th, after that" it is the day after.
    """
    moment, reach = said.parts.moment, said.parts.reach
    if act is Act.SKIP or (act is Act.SNOOZE and moment == Day(turn.today)):
        return None
    is_until = act is Act.SNOOZE and reach is not None and reach.until
    if is_until and isinstance(moment, Day) and _is_after_that(said):
        return Day(moment.on + timedelta(days=1))
    return moment


def _is_after_that(said: Said) -> bool:
    return vocabulary("after_that").anywhere(said.utterance.line)


def _who(turn: Turn, parts: MessageParts) -> Sequence[str]:
    """Return the names a text means, with the one of the nudge whom a pronoun stands for."""
    nudge = nudge_meant(turn)
    ids = parts.contact_ids
    is_with = parts.speaks_of or parts.is_at_theirs or parts.adds
    if ids and is_with and nudge and nudge.contact_id not in ids:
        ids = (nudge.contact_id, *ids)
    return [turn.book.contacts[one].name for one in ids]
