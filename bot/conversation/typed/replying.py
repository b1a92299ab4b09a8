"""What is said of a nudge, or of contacts who are named: done, tried, later, not this time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from operator import itemgetter

from bot.conversation.router import router
from bot.conversation.turn import Turn
from bot.conversation.typed.doubts import is_doubtful
from bot.conversation.typed.instants import day_first
from bot.conversation.typed.said import Said
from bot.conversation.typed.which import nudge_meant
from bot.understanding.acts.clauses import clauses_of, joined_pieces, retries
from bot.understanding.acts.likely_acts import Act, likely_acts
from bot.understanding.acts.parts import MessageParts, parts_of
from bot.understanding.acts.tags import reply_phrases
from bot.understanding.acts.utterance import Utterance
from bot.understanding.calendar.moment_types import (
    Day,
    Elapsed,
    Facing,
    Hour,
    Moment,
    Stretch,
    Wrong,
)
from bot.understanding.facts.mentions import mentions_in
from bot.understanding.moments.moments import Strength, Vague, usable
from bot.understanding.replies.nudge_replies import Reply, Verb
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabularies, vocabulary

VERBS = {
    Act.DONE: Verb.DONE,
    Act.TRIED: Verb.TRIED,
    Act.SNOOZE: Verb.SNOOZE,
    Act.SKIP: Verb.SKIP,
}
FEWEST = 2
"""Pieces of a text that tell of several contacts."""
LIKELY = 0.5
"""So likely a clause must tell of the contact for the day in it to be that of the contact."""
LATER = "later"
"""The rule of words such as "later today"."""
SURE = 0.8
"""So likely a clause must tell of it for its day to go before that of another clause."""


def reply_as(turn: Turn, act: Act, said: Said) -> bool:
    """Carry out what is said of a nudge or of the contacts who are named; False where unclear."""
    if act is Act.TRIED:
        said = _with_again(said)
    parts = said.parts
    if act is Act.SKIP and _comes_back(turn, parts):
        act = Act.SNOOZE
    if _told_of_several(turn, act, said):
        return True
    if not said.is_sure and is_doubtful(turn, act, said):
        return False
    is_told = act is Act.DONE or parts.tells_of_them or bool(turn.command)
    reply = Reply(
        VERBS[act],
        moment=_meant(turn, act, said),
        note=parts.news if is_told else "",
        again=parts.again,
    )
    told_of = "" if nudge_meant(turn) or said.contact is None else said.contact.name
    ids = _who(turn, said)
    name = turn.book.contacts[ids[0]].name if ids else parts.stranger or told_of
    others = tuple(ids[1:]) if act in {Act.DONE, Act.TRIED} else ()
    router.replies[reply.verb](turn, replace(reply, name=name, others=others))
    return True


def is_hushed(said: Said) -> bool:
    """Tell whether the user wants to be left alone, whoever it is about."""
    return vocabulary("hush").anywhere(said.utterance.line)


def _with_again(said: Said) -> Said:
    """Take a day to come for when it shall be tried again: "engaged, leave it till tomorrow"."""
    parts = said.parts
    clause, later = _told_later(said) if parts.again is None else ("", None)
    if later:
        is_its = bool(parts.written) and parts.written in clause
        then = replace(parts, reach=None, written="") if is_its else parts
        return replace(said, parts=replace(then, again=later))
    if parts.again is not None or isinstance(usable(parts.moment), Day | Hour | Elapsed):
        return said
    ahead = parts_of(said.utterance, Facing.FUTURE)
    again = usable(ahead.moment)
    if not isinstance(again, Day | Hour | Elapsed) or ahead.is_half_read:
        return said
    clear = replace(parts, reach=None, written="", again=again, is_half_read=False)
    return replace(said, parts=clear)


def _told_later(said: Said) -> tuple[str, Moment | None]:
    """Return the clause behind the first that puts it off, and until when: "tomorrow again"."""
    for clause in map(said.utterance.piece, clauses_of(said.utterance)[1:]):
        first = likely_acts(clause, said.occasion)[0]
        if first.act is Act.SNOOZE and first.share >= SURE:
            moment = usable(parts_of(clause, Facing.FUTURE).moment)
            return clause.text, moment if isinstance(moment, Day | Hour | Elapsed) else None
    return "", None


def _comes_back(turn: Turn, parts: MessageParts) -> bool:
    """Tell whether a text names a day to come: "leave it till October" is no skip.

    A day on which the two meet in any case is none of those.
    """
    if parts.reach is not None and parts.reach.until:
        return True
    if vocabulary("anyways").anywhere(turn.utterance().line):
        return False
    is_day = isinstance(parts.moment, Day | Hour | Elapsed) and parts.moment != Day(turn.today)
    said = turn.utterance()
    _, *others = clauses_of(said) or [range(0)]
    told = [one for one in others if not retries(said.line, one)]  # "pass, we had words on Sunday"
    is_apart = any(parts.written in said.line.between(one.start, one.stop) for one in told)
    return is_day and not is_apart and parts.written not in parts.news


def _told_of_several(turn: Turn, act: Act, said: Said) -> bool:
    """Log each of several contacts with their own day: "Kari yesterday and Mum on Sunday".

    A day holds of those before it who have none: "Kari and Ola yesterday and Mum on Sunday".
    """
    if act not in {Act.DONE, Act.TRIED}:
        return False
    texts = [said.utterance.piece(one) for one in joined_pieces(said.utterance)]
    pieces = [parts_of(one, Facing.PAST) for one in texts]
    is_denied = any(vocabularies("negations", "abouts").anywhere(one.line) for one in texts)
    if len(pieces) < FEWEST or is_denied or not all(map(_is_whole, pieces)):
        return False
    is_each = all(reply_phrases().anywhere(one.line) for one in texts)  # "Kari: done. Ola: done"
    if pieces[-1].moment is None and not is_each:
        return False
    on: Moment | None = None
    told: list[tuple[Moment | None, int]] = []
    for index, piece in enumerate(pieces):
        dated = next((one for one in pieces[index:] if one.moment), None)
        on = _beside(on, dated) if dated else None
        told += [(on, contact_id) for contact_id in piece.contact_ids]
    for on, together in groupby(told, key=itemgetter(0)):
        first, *others = dict.fromkeys(contact_id for _, contact_id in together)
        name = turn.book.contacts[first].name
        router.replies[VERBS[act]](turn, Reply(VERBS[act], name, on, others=tuple(others)))
    return True


def _is_whole(piece: MessageParts) -> bool:
    """Tell whether a piece of a text names somebody, if anything a day, and nothing of weight."""
    is_day = piece.moment is None or isinstance(piece.moment, Day | Hour)
    return bool(piece.contact_ids) and is_day and not (piece.owners or piece.is_half_read)


def _beside(before: Moment | None, piece: MessageParts) -> Moment | None:
    """Return the moment of a piece; "the day before" is counted from the one told before it."""
    line = Line.of(piece.written)
    days = next((int(match.meaning) for match in vocabulary("days_beside").at(line, 0)), 0)
    if days and isinstance(before, Day):
        return Day(before.on + timedelta(days=days))
    return piece.moment


def _meant(turn: Turn, act: Act, said: Said) -> Moment | None:
    """Return the moment that counts: none for a skip, nor for a "not today".

    Of "she's away until the 9th, after that" it is the day after, and of "not this week" the
    first one after it.
    """
    moment = None if _is_aside(said) else day_first(turn, said.parts.moment)
    if act is Act.DONE:
        return _day_of_clause(said) or moment
    if isinstance(moment, Hour) and moment.other and _is_of_evening(said):
        return Hour(max(moment.at, moment.other, key=lambda at: at.hour))
    if act is Act.SNOOZE and isinstance(moment, Stretch) and _is_denied(turn, said, moment):
        return Day(moment.last + timedelta(days=1))
    is_today = moment == Day(turn.today) and not _is_later_today(said)
    not_today = act is Act.SNOOZE and (is_today or isinstance(moment, Wrong))
    if act is Act.SKIP or not_today:
        return None
    if act is Act.SNOOZE and isinstance(moment, Day) and _is_after_that(said):
        return Day(moment.on + timedelta(days=1))
    return moment


def _is_of_evening(said: Said) -> bool:
    """Tell whether an hour is one of the evening by what else is said: "kids in bed, 9ish"."""
    return vocabulary("evening_cues").anywhere(said.utterance.line)


def _is_aside(said: Said) -> bool:
    """Tell whether a word of time tells no other day than today: "spoke to her earlier"."""
    reach = said.parts.reach
    is_weak = reach is not None and reach.strength < Strength.STRONG
    return is_weak and isinstance(said.parts.moment, Vague)


def _day_of_clause(said: Said) -> Moment | None:
    """Return the day of the one clause that tells of the contact: "all good, saw her Friday".

    In "Åsa came home on Sunday, we had coffee this morning" it is this morning.
    """
    clauses = clauses_of(said.utterance)
    pieces = [said.utterance.piece(one) for one in clauses if len(clauses) > 1]
    written = said.parts.written
    holder = next((one for one in pieces if written in one.text), None)
    if written and (holder is None or _done_by(said, holder) >= LIKELY):
        return None
    sure = (parts_of(one, Facing.PAST).moment for one in pieces if _done_by(said, one) >= SURE)
    own = [moment for moment in sure if isinstance(moment, Day | Hour)]
    return own[0] if len(own) == 1 else None


def _done_by(said: Said, clause: Utterance) -> float:
    """Return how likely a clause by itself tells that they were in touch."""
    first = likely_acts(clause, said.occasion)[0]
    return first.share if first.act is Act.DONE else 0


def _is_denied(turn: Turn, said: Said, stretch: Stretch) -> bool:
    """Tell whether what holds today does not suit: "not Li this week", "she's away this week"."""
    line = said.utterance.line
    is_now = stretch.first <= turn.today <= stretch.last
    is_unfit = any(reply_phrases("unfit").at(line, at) for at in range(len(line)))
    return is_now and (is_unfit or vocabularies("negations", "nexts", "tellers").anywhere(line))


def _is_later_today(said: Said) -> bool:
    """Tell whether today itself is meant: "a bit later today", and no "not today"."""
    return said.parts.reach is not None and said.parts.reach.rule == LATER


def _is_after_that(said: Said) -> bool:
    """Tell whether the day that was named is still too early: "exam on the 24th, after that"."""
    rest = said.text.replace(said.parts.written, ",", 1)  # "the day after tomorrow" is itself meant
    return vocabulary("after_that").anywhere(Line.of(rest))


def _who(turn: Turn, said: Said) -> Sequence[int]:
    """Return the contacts a text means, with the one of the nudge whom a pronoun stands for."""
    nudge, parts = nudge_meant(turn), said.parts
    ids = parts.contact_ids
    is_with = parts.speaks_of or parts.is_at_theirs or parts.adds
    if not (ids and is_with and nudge):
        return ids
    named = {one.contact_id for one in mentions_in(Line.of(turn.text), turn.book.names())}
    return ids if nudge.contact_id in named else (nudge.contact_id, *ids)
