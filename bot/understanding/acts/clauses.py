"""The clauses of a text: where one thing that is told ends and the next begins."""

from collections.abc import Sequence
from itertools import pairwise

from bot.understanding.acts.tags import reply_phrases
from bot.understanding.acts.utterance import Utterance
from bot.understanding.calendar.moment_types import Facing
from bot.understanding.words.tokens import Line, is_emoji, is_mark
from bot.understanding.words.tries import Match
from bot.understanding.words.vocabulary import vocabularies, vocabulary

STOP = "."
"""After a figure it ends no clause, but makes an ordinal: 2. oktober."""
LONGEST_REPLY = 4
"""Words of a phrase that says what was done, as far as one looks back."""
PARTING = frozenset(",.;:!?()\u2026-")
"""Marks after which a clause begins, if there is room behind them."""


def clauses_of(said: Utterance) -> Sequence[range]:
    """Return the tokens of each clause: "called her" and "she got the job" are two.

    A clause begins behind a mark, on a line of its own, and with whom it tells of, unless only a
    moment follows ("ringte han i går" is one), or with what shall be tried again.
    """
    line = said.line
    within = {at for one in said.mentions for at in range(one.start + 1, one.end)}
    told = {at for at, _ in vocabularies("tellers", "clause_joints", "retries").within(line)}
    begun = (at for at in range(1, len(line)) if at not in within and _begins(said, at, told))
    starts = [0, *begun, len(line)]
    found = (range(start, end) for start, end in pairwise(starts))
    return [one for one in found if any(not is_mark(line.tokens[index]) for index in one)]


def joined_pieces(said: Utterance) -> Sequence[range]:
    """Return what stands between the words *and* of a text, if each names somebody."""
    line, named = said.line, [one.start for one in said.mentions]
    joints = [
        (at, match.end)
        for at in range(1, len(line))
        for match in vocabulary("joints").at(line, at)[:1]
    ]
    starts, ends = [0, *(end for _, end in joints)], [*(at for at, _ in joints), len(line)]
    pieces = (range(start, end) for start, end in zip(starts, ends, strict=True))
    found = [one for one in pieces if any(not is_mark(line.tokens[index]) for index in one)]
    return found if joints and all(any(at in one for at in named) for one in found) else ()


def teller_of(line: Line, clause: range) -> int | None:
    """Return the token that says whom a clause tells of, at its beginning; None where none does."""
    return next((at for at in _openings(line, clause.start) if _teller(line, at)), None)


def retries(line: Line, clause: range) -> bool:
    """Tell whether a clause says that it shall be tried again: "will try again on Friday".

    "Remind me to ask about the scan" only says what to talk about.
    """
    is_topic = any(at in clause for at, _ in vocabulary("next_topics").within(line))
    return not is_topic and any(at in clause for at, _ in vocabulary("retries").within(line))


def plans(line: Line, clause: range) -> bool:
    """Tell whether a clause behind another begins with what its writer means to do."""
    return clause.start > 0 and bool(vocabulary("plans").at(line, clause.start))


def word_joints(line: Line, at: int) -> Sequence[Match[str]]:
    """Return the words "and" at a token; a mark there may end a clause: "Mum, she's well"."""
    return () if is_mark(line.tokens[at]) else vocabulary("joints").at(line, at)


def trimmed(line: Line, tokens: range) -> range:
    """Return some tokens without the marks that end them."""
    end = tokens.stop
    while end > tokens.start + 1 and is_mark(line.tokens[end - 1]):
        end -= 1
    return range(tokens.start, end)


def _begins(said: Utterance, index: int, told: set[int]) -> bool:
    """Tell whether a clause begins at a token; ``told`` are those of words that may begin one."""
    line = said.line
    before = line.tokens[index - 1]
    if before.text == STOP and index > 1 and line.tokens[index - 2].text.isdecimal():
        return False
    if before.text in PARTING:
        return line.apart(index) and (before.text != "-" or line.apart(index - 1))
    is_told = index in told and _is_told_of(said, index)
    return is_told or line.newline_before(index) or is_emoji(before)


def _is_told_of(said: Utterance, index: int) -> bool:
    """Tell whether a clause begins with whom it tells of, or with what shall be tried again."""
    line = said.line
    if vocabulary("retries").at(line, index):
        return not _is_within_retry(line, index)
    if vocabulary("before_objects").at(line, index - 1) or _ends_reply(line, index):
        return False
    if _is_inverted(said, index):
        return False
    tellers = [at for at in _openings(line, index) if _teller(line, at)]
    joined = any(index in _openings(line, at) for at in range(max(0, index - 2), index))
    return bool(tellers) and not joined and _goes_on(said, tellers[0] + 1)


def _is_inverted(said: Utterance, index: int) -> bool:
    """Tell whether the verb stands before whom a clause tells of: "da har hun bursdag"."""
    line, verb = said.line, index - 1
    if verb < 1 or not vocabulary("inverted").at(line, verb):
        return False
    begins = is_mark(line.tokens[verb - 1]) or bool(vocabulary("thens").at(line, verb - 1))
    return begins or any(reach.end == verb for facing in Facing for _, reach in said.found(facing))


def _is_within_retry(line: Line, index: int) -> bool:
    return any(
        match.end > index
        for start in range(max(0, index - LONGEST_REPLY), index)
        for match in vocabulary("retries").at(line, start)
    )


def _ends_reply(line: Line, index: int) -> bool:
    """Tell whether what was done ends right before a token: whom it was done with follows."""
    return any(
        match.end == index and not _openings(line, index)[1:]
        for start in range(max(0, index - LONGEST_REPLY), index)
        for match in reply_phrases("named").at(line, start)
    )


def _openings(line: Line, index: int) -> Sequence[int]:
    """Return where a clause may say whom it tells of: at once, or after "and" or "da har"."""
    joined = [match.end for match in vocabulary("clause_joints").at(line, index)]
    thens = [match.end for match in vocabulary("thens").at(line, index)]
    verbs = [match.end for at in thens for match in vocabulary("inverted").at(line, at)]
    return [at for at in (index, *joined, *verbs) if at < len(line)]


def _teller(line: Line, index: int) -> bool:
    return bool(vocabulary("tellers").at(line, index))


def _goes_on(said: Utterance, index: int) -> bool:
    """Tell whether more than a moment follows."""
    line = said.line
    if index >= len(line) or is_mark(line.tokens[index]):
        return False
    ends = (reach.end for facing in Facing for reach in said.reaches(index, facing))
    return not any(end == len(line) or is_mark(line.tokens[end]) for end in ends)
