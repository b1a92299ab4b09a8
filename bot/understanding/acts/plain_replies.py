"""A reply with whom it is about, and nothing else but a moment: "done Kari", "called Bob today"."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.names import find, is_slip
from bot.understanding.acts.tags import reply_phrases
from bot.understanding.acts.utterance import Utterance
from bot.understanding.calendar.moment_types import Facing
from bot.understanding.facts.first_names import is_first_name
from bot.understanding.words.endings import ends, skip
from bot.understanding.words.tokens import is_mark
from bot.understanding.words.vocabulary import vocabularies, vocabulary

LONGEST = 2
"""Words of a name that nobody in the Book has."""
NO_NAMES = ("fillers", "pronouns", "negations", "topics", "buts", "callers", "links")
"""Sections of words that are nobody's name: "ringte ikke" is no call to somebody called *ikke*."""


@dataclass(frozen=True, slots=True)
class PlainReply:
    """What a reply says, and of whom.

    Attributes:
        section: the section of the word lists that has its phrase: "done", "tried" and so on.
        name: the tokens of the name.
        is_known: whether a contact of the Book is called so, to the letter.
    """

    section: str
    name: range
    is_known: bool


def plain_reply_in(said: Utterance) -> PlainReply | None:
    """Return what a text says that is nothing but a reply, whom it is about, and a moment."""
    return next(_before_name(said), None) or next(_behind_name(said), None)


def _before_name(said: Utterance) -> Iterator[PlainReply]:
    """Yield what "done Kari" and "ok, I called Bob on Sunday" say."""
    line = said.line
    leads = [0, *(skip(line, match.end, ",.!") for match in vocabulary("leads").at(line, 0))]
    own = [match.end for at in leads for match in vocabulary("subjects").at(line, at)]
    for start in (*leads, *own):
        takes_name = {match.end for match in reply_phrases("named").at(line, start)}
        for match in reply_phrases().at(line, start):
            found = _name_at(said, match.end)
            if found is None or not _ends(said, found[0].stop):
                continue
            if found[1] or match.end in takes_name or _is_surely_name(said, match.end, found[0]):
                yield PlainReply(match.meaning, *found)


def _behind_name(said: Utterance) -> Iterator[PlainReply]:
    """Yield what "Kari: done" and "Krai svarte ikke" say."""
    found = _name_at(said, 0) if len(said.line) else None
    if found is None or not (found[1] or _is_mistyped(said, found[0])):
        return
    for match in reply_phrases().at(said.line, skip(said.line, found[0].stop, ":,-")):
        if _ends(said, match.end):
            yield PlainReply(match.meaning, *found)


def _name_at(said: Utterance, at: int) -> tuple[range, bool] | None:
    """Return the tokens of a name that begins at a token, maybe behind "with", and if it is known.

    Of a name that nobody in the Book has, a word or two are one that have a capital, or are a first
    name, or nearly one of the Book.
    """
    line = said.line
    for start in (at, *(match.end for match in vocabulary("links").at(line, at))):
        known = next((one for one in said.mentions if one.start == start), None)
        if known is not None:
            return None if known.is_owner else (range(known.start, known.end), True)
        for end in range(min(len(line), start + LONGEST), start, -1):
            if _may_be_name(said, range(start, end)):
                return range(start, end), False
    return None


def _may_be_name(said: Utterance, tokens: range) -> bool:
    line = said.line
    typed = line.between(tokens.start, tokens.stop)
    words = typed.split()
    no_names = vocabularies(*NO_NAMES)
    if len(words) != len(tokens) or any(
        is_mark(line.tokens[at]) or no_names.at(line, at) or _begins_moment(said, at)
        for at in tokens
    ):
        return False
    is_capital = all(word[0].isupper() for word in words) and line.text != line.text.upper()
    is_kin = bool(vocabularies("kin", "kin_called").at(line, tokens.start))
    is_first = len(words) == 1 and is_first_name(typed) and not is_kin
    return is_capital or is_first or _is_mistyped(said, tokens)


def _is_surely_name(said: Utterance, end: int, name: range) -> bool:
    """Tell whether what follows words that need no name is one: "done Bob", and no "not now love".

    It has a capital, a word such as "with" before it, or is nearly a name of the Book.
    """
    is_capital = said.line.between(name.start, name.stop)[:1].isupper()
    return is_capital or name.start > end or _is_mistyped(said, name)


def _is_mistyped(said: Utterance, tokens: range) -> bool:
    typed = said.line.between(tokens.start, tokens.stop)
    return bool(find(said.names, typed)) and is_slip(said.names, typed)


def _begins_moment(said: Utterance, at: int) -> bool:
    return any(said.reaches(at, facing) for facing in Facing)


def _ends(said: Utterance, at: int) -> bool:
    """Tell whether the text ends at a token, or with a moment that begins there."""
    start = skip(said.line, at, ",")
    found = (reach for facing in Facing for reach in said.reaches(start, facing))
    return ends(said.line, at) or any(ends(said.line, reach.end) for reach in found)
