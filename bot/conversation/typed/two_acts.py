"""Two things in one text, both of which are done where both are clear."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from bot.conversation.turn import Turn
from bot.conversation.typed.acting import carry_out_act
from bot.conversation.typed.said import occasion_of, said_as
from bot.conversation.typed.shares import CLEAR
from bot.conversation.typed.which import nudge_meant
from bot.understanding.acts.clauses import clauses_of, retries, teller_of, trimmed
from bot.understanding.acts.likely_acts import Act, Likely, likely_acts
from bot.understanding.acts.parts import names_on
from bot.understanding.acts.tags import reply_phrases
from bot.understanding.acts.utterance import Utterance
from bot.understanding.calendar.moment_types import Facing
from bot.understanding.words.tokens import is_mark
from bot.understanding.words.vocabulary import vocabularies, vocabulary

SURE = 0.7
"""So likely each of two acts must be."""
FEWEST = 2
"""Parts of a text that are about different contacts."""
LOGGED, PUT_OFF = frozenset({Act.DONE, Act.TRIED}), frozenset({Act.SNOOZE, Act.SKIP})

Piece = tuple[Utterance, Likely]
"""A part of a text with its likeliest act."""


def both_done(turn: Turn) -> bool:
    """Do both things that a text says; False where there are not two, or one is unclear."""
    readings = (_how_often, _and_later, _by_whom, _another_too, _second_thought)
    found = (pieces for reading in readings for pieces in reading(turn))
    return any(turn.whole(partial(_are_done, turn, pieces)) for pieces in found)


def _are_done(turn: Turn, pieces: Sequence[Piece]) -> bool:
    """Do each thing; who came along was there on the same day: "saw Kari Sunday. Ola was there"."""
    day = ""
    for said, one in pieces:
        written = said_as(turn, one.act, said.text).parts.written
        is_along = not written and vocabulary("alongs").anywhere(said.line)
        text = f"{said.text} {day}" if is_along else said.text
        if not carry_out_act(turn, one.act, said_as(turn, one.act, text)):
            return False
        day = written or day
    return True


def _how_often(turn: Turn) -> Iterator[Sequence[Piece]]:
    """Yield the two pieces of "done. and make it every 2 weeks"."""
    said = turn.utterance()
    clauses = clauses_of(said)
    if len(clauses) < len(LOGGED) or not said.cadences:
        return
    head, tail = said.piece(clauses[0]), said.piece(range(clauses[1].start, len(said.line)))
    first, second = _read(turn, head), _read(turn, tail)
    is_often = vocabulary("frequencies").anywhere(tail.line) and not head.cadences
    is_told = first[1].act in LOGGED and second[1].act is Act.CADENCE and is_often
    if is_told and _is_sure(first) and _is_sure(second):
        yield first, second


def _and_later(turn: Turn) -> Iterator[Sequence[Piece]]:
    """Yield the two pieces of "had a quick word, remind me of her again in a week"."""
    said = turn.utterance()
    again = next((one for one in clauses_of(said)[1:] if retries(said.line, one)), None)
    if again is None:
        return
    first = _read(turn, said.piece(trimmed(said.line, range(again.start))))
    second = _read(turn, said.piece(range(again.start, len(said.line))))
    named = {one.contact_id for one in second[0].mentions}
    is_same = named <= {one.contact_id for one in first[0].mentions}
    is_later = second[1].act is Act.SNOOZE and bool(second[0].found(Facing.FUTURE))
    if is_same and first[1].act is Act.DONE and is_later and _is_sure(first) and _is_sure(second):
        yield first, second


def _by_whom(turn: Turn) -> Iterator[Sequence[Piece]]:
    """Yield the pieces of a text that tells something else of each of several contacts.

    "Rang Mum, tried Jonas too", "Kari done, Ola tomorrow", "called Ola but not Jonas".
    """
    said = turn.utterance()
    groups = _groups(turn, said)
    if len(groups) < FEWEST:
        return
    pieces = [_read(turn, said.piece(one)) for one in groups]
    told = [one for one in pieces if not _is_left_out(one)]
    acts = {one[1].act for one in told}
    is_one = len(told) == len(pieces) and len(acts) == 1
    is_clear = all(_is_sure(one) or one[1].act in LOGGED for one in told)
    is_clear = is_clear and all(one[1].share >= CLEAR for one in told)
    if told and not is_one and acts <= LOGGED | PUT_OFF and is_clear:
        yield told


def _groups(turn: Turn, said: Utterance) -> Sequence[range]:
    """Return the parts of a text each of which is about other contacts than the one before it."""
    line, nudge = said.line, nudge_meant(turn)
    buts = {at for at in range(1, len(line)) if vocabulary("buts").at(line, at)}
    begun = (one.start for one in clauses_of(said) if not names_on(said, one))
    starts = sorted({0, *buts, *begun})
    groups: list[tuple[range, set[int]]] = []
    for start, end in pairwise((*starts, len(line))):
        whom = {one.contact_id for one in said.mentions if start <= one.start < end}
        is_them = any(vocabulary("pronouns").at(line, at) for at in range(start, end))
        if nudge and not whom and (is_them or not groups):
            whom = {nudge.contact_id}
        if groups and (not whom or whom <= groups[-1][1]):
            groups[-1] = (range(groups[-1][0].start, end), groups[-1][1])
        else:
            groups.append((range(start, end), whom))
    together = Counter(contact_id for _, whom in groups for contact_id in whom)
    is_apart = all(whom for _, whom in groups) and max(together.values(), default=0) == 1
    return [trimmed(line, one) for one, _ in groups] if is_apart else ()


def _is_left_out(piece: Piece) -> bool:
    """Tell whether a piece only says whom it was not: "but not Jonas", "Ola couldn't come"."""
    said, likely = piece
    line = said.line
    if not vocabulary("negations").anywhere(line) or said.found(Facing.PAST):
        return False
    named = {at for one in said.mentions for at in range(one.start, one.end)}
    bare = vocabularies("negations", "buts", "joints", "fillers")
    is_bare = all(
        at in named or is_mark(line.tokens[at]) or bare.at(line, at) for at in range(len(line))
    )
    return is_bare or (likely.act is Act.NONE and _is_sure(piece))


def _another_too(turn: Turn) -> Iterator[Sequence[Piece]]:
    """Yield the two pieces of "done, rang Mum while I was at it", where a nudge waits."""
    said, nudge = turn.utterance(), nudge_meant(turn)
    others = {one.contact_id for one in said.mentions if not one.is_owner}
    if nudge is None or not others or nudge.contact_id in others:
        return
    first_named = min(one.start for one in said.mentions)
    begun = [one for one in clauses_of(said)[1:] if one.start <= first_named]
    starts = [one.start for one in begun if teller_of(said.line, one) is None]
    if not starts:
        return
    first = _read(turn, said.piece(range(starts[-1])))
    second = _read(turn, said.piece(range(starts[-1], len(said.line))))
    is_with_both = said_as(turn, Act.DONE, second[0].text).parts.speaks_of
    is_told = first[1].act is second[1].act is Act.DONE and not is_with_both
    if is_told and _is_sure(first) and _is_sure(second):
        yield first, second


def _second_thought(turn: Turn) -> Iterator[Sequence[Piece]]:
    """Yield the two pieces of "can't now, but I called Ola"; what is refused may be no act."""
    said = turn.utterance()
    buts = (
        (at, match.end)
        for at in range(1, len(said.line))
        for match in vocabulary("buts").at(said.line, at)
    )
    start, end = next(buts, (0, len(said.line)))
    if end == len(said.line):
        return
    first = _read(turn, said.piece(range(start)))
    second = _instead(first, _read(turn, said.piece(range(end, len(said.line)))))
    nudge = nudge_meant(turn)
    named = {one.contact_id for one in second[0].mentions if not one.is_owner}
    is_other = bool(named - {nudge.contact_id if nudge else None})
    if second[1].act in LOGGED and _is_sure(second) and is_other:
        is_put_off = nudge and first[1].act in PUT_OFF and _is_sure(first) and _is_later(first)
        yield (first, second) if is_put_off else (second,)


def _instead(first: Piece, second: Piece) -> Piece:
    """Return the second piece, a hello where it only names whom: "didn't ring her but Mum"."""
    said, line = second[0], first[0].line
    is_name = any(one.start == 0 and one.end == len(said.line) for one in said.mentions)
    told = {match.meaning for _, found in reply_phrases("named").within(line) for match in found}
    is_denied = vocabulary("negations").anywhere(line) and Act.DONE in told
    return (said, Likely(Act.DONE, 1)) if is_name and is_denied else second


def _is_later(piece: Piece) -> bool:
    """Tell whether a phrase or a day says when: "can't now", and no "not yet"."""
    phrases = reply_phrases().within(piece[0].line)
    said = {match.meaning for _, found in phrases for match in found}
    return bool(said & PUT_OFF or piece[0].found(Facing.FUTURE))


def _read(turn: Turn, said: Utterance) -> Piece:
    return said, likely_acts(said, occasion_of(turn))[0]


def _is_sure(piece: Piece) -> bool:
    return piece[1].share >= SURE
