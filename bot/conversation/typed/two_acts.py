"""Two things in one text, both of which are done where both are clear."""

from collections.abc import Iterator

from bot.conversation.turn import Turn
from bot.conversation.typed.acting import carry_out_act
from bot.conversation.typed.clear_acts import CLEAR
from bot.conversation.typed.said import occasion_of, said_as
from bot.conversation.typed.which import nudge_meant
from bot.understanding.acts.clauses import clauses_of, teller_of
from bot.understanding.acts.likely_acts import Act, Likely, likely_acts
from bot.understanding.acts.utterance import Utterance
from bot.understanding.words.vocabulary import vocabulary

SURE = 0.7
"""So likely each of two acts must be."""
LOGGED, PUT_OFF = frozenset({Act.DONE, Act.TRIED}), frozenset({Act.SNOOZE, Act.SKIP})

Piece = tuple[Utterance, Likely]
"""A part of a text with its likeliest act."""


def both_done(turn: Turn) -> bool:
    """Do both things that a text says; False where there are not two, or one is unclear."""
    found = (*_how_often(turn), *_two_people(turn), *_another_too(turn), *_second_thought(turn))
    return any(_is_done(turn, *pieces) for pieces in found)


def _is_done(turn: Turn, first: Piece | None, second: Piece) -> bool:
    for said, one in filter(None, (second, first)):
        if not carry_out_act(turn, one.act, said_as(turn, one.act, said.text)):
            return False
    return True


def _how_often(turn: Turn) -> Iterator[tuple[Piece, Piece]]:
    """Yield the two pieces of "done. and make it every 2 weeks"."""
    said = turn.utterance()
    clauses = clauses_of(said)
    if len(clauses) < len(LOGGED) or not said.cadences:
        return
    head, tail = said.piece(clauses[0]), said.piece(range(clauses[1].start, len(said.line)))
    first, second = _read(turn, head), _read(turn, tail)
    is_told = first[1].act in LOGGED and second[1].act is Act.CADENCE and not head.cadences
    if is_told and _is_sure(first) and _is_sure(second):
        yield second, first


def _two_people(turn: Turn) -> Iterator[tuple[Piece, Piece]]:
    """Yield the two pieces of "rang Mum, tried Jonas too": one was reached, one was not."""
    said = turn.utterance()
    line = said.line
    joined = {at for at in range(1, len(line)) if vocabulary("buts").at(line, at)}
    starts = sorted(joined | {one.start for one in clauses_of(said)[1:]}, reverse=True)
    for start in starts:
        whom = {one.contact_id for one in said.mentions if one.end <= start}
        whom_else = {one.contact_id for one in said.mentions if one.start >= start}
        if not (whom and whom_else and whom.isdisjoint(whom_else)):
            continue
        first = _read(turn, said.piece(range(start)))
        second = _read(turn, said.piece(range(start, len(line))))
        if {first[1].act, second[1].act} == LOGGED and first[1].share >= CLEAR:
            if _is_sure(second):
                yield second, first
            return


def _another_too(turn: Turn) -> Iterator[tuple[Piece, Piece]]:
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
    if first[1].act is second[1].act is Act.DONE and _is_sure(first) and _is_sure(second):
        yield second, first


def _second_thought(turn: Turn) -> Iterator[tuple[Piece | None, Piece]]:
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
    second = _read(turn, said.piece(range(end, len(said.line))))
    nudge = nudge_meant(turn)
    named = {one.contact_id for one in second[0].mentions if not one.is_owner}
    is_other = bool(named - {nudge.contact_id if nudge else None})
    if second[1].act in LOGGED and _is_sure(second) and is_other:
        yield (first if nudge and first[1].act in PUT_OFF and _is_sure(first) else None), second


def _read(turn: Turn, said: Utterance) -> Piece:
    return said, likely_acts(said, occasion_of(turn))[0]


def _is_sure(piece: Piece) -> bool:
    return piece[1].share >= SURE
