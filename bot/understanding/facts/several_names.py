"""Several contacts in one text: "Tom, Maria and Jonas every month", or one a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from bot.domain.names import clean_text
from bot.understanding.facts.addition_types import HOW_OFTEN, Addition
from bot.understanding.facts.additions import read_addition
from bot.understanding.facts.addresses import addresses_in
from bot.understanding.facts.labels import labelled
from bot.understanding.facts.paces import blanked, without_pace
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import rows, vocabulary

NAME_WORDS = 3
"""Words of a name that is taken for one of several."""
_LONGEST = 2000
"""Characters in which several contacts are looked for."""
_QUOTES = frozenset('"\u201c\u201d\u00ab\u00bb')
_BRACKETS = re.compile(r"\([^()]*\)")
_SENTENCE_MARK = "."
_GAPS = " \t\n,;"


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two joints; ``after_word`` tells whether a word such as "and" does."""

    text: str
    after_word: bool


def read_several(text: str, *, now: datetime, country: str | None) -> tuple[Addition, ...]:
    """Return the contacts that a text describes, at least two; none where it may be one.

    A cadence that is said once is everybody's. Nothing is guessed: the caller asks.

    Args:
        text: what follows the command, as ``read_addition`` takes it.
        now: the local wall-clock time, naive.
        country: the ISO 3166 code of phone numbers without a plus, if known.
    """
    if _QUOTES & set(text) or len(text) > _LONGEST:
        return ()
    clean = clean_text(text, len(text))
    for pieces in (_lines(clean), _listed(clean, now, country)):
        read = _read(pieces, now, country) if len(pieces) > 1 else []
        if read and all(map(_is_whole, read)) and _are_names(pieces, read):
            return tuple(_shared(read))
    return ()


def _read(pieces: Sequence[_Piece], now: datetime, country: str | None) -> list[Addition]:
    return [read_addition(piece.text, now=now, country=country) for piece in pieces]


def _lines(text: str) -> list[_Piece]:
    """Return every line as a contact's own; none where a line goes on with the one before it."""
    lines = [line for line in text.split("\n") if line.strip(_GAPS)]
    if len(lines) == 1:
        return []
    joints = tuple(f"{joint} " for joint in _joints())
    goes_on = any(line.lower().startswith(joints) for line in lines)
    why_on = any(labelled(line)[1] for line in lines[:-1]) and not all(map(_has_field, lines))
    return [] if goes_on or why_on else [_Piece(line, after_word=False) for line in lines]


def _has_field(line: str) -> bool:
    return without_pace(line).left != line or bool(labelled(line)[1])


def _listed(text: str, now: datetime, country: str | None) -> list[_Piece]:
    """Return the pieces of the first line between its joints; what follows belongs to each."""
    head = labelled(text)[0].split("\n", 1)[0]
    if not text.startswith(head) or not _joint().search(head):
        return []
    found = (_without_each(one) for one in _between(head, _masked(head, country)))
    pieces = [one for one in found if one.text]
    tail = text[len(head) :]
    joined: list[_Piece] = []
    for piece in pieces:
        read = read_addition(piece.text, now=now, country=country)
        if joined and (not read.name or _is_channel(read.name)):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {piece.text}")
        else:
            joined.append(piece)
    return [replace(piece, text=f"{piece.text}{tail}") for piece in joined]


def _is_channel(name: str) -> bool:
    """Tell whether what was taken for a name is how one is reached: "Zainab, whatsapp"."""
    line = Line.of(name)
    return any(match.end == len(line) for match in vocabulary("channels").at(line, 0))


def _without_each(piece: _Piece) -> _Piece:
    """Return a piece without its words for all, such as "for both"; how often stays."""
    line = Line.of(piece.text)
    rest = Line.of(without_pace(piece.text).left.strip(_GAPS))
    starts = (0, *(match.end for match in vocabulary("lasting").at(rest, 0)))
    ends = [match.end for at in starts for match in vocabulary("each").at(rest, at)]
    begins = line.text.startswith(rest.text)
    return replace(piece, text=line.after(len(rest))) if len(rest) in ends and begins else piece


def _masked(text: str, country: str | None) -> str:
    """Return the text with line ends for all in which a comma or an "and" parts no names."""
    places = [(one.start, one.end) for one in addresses_in(text, country)]
    places += [found.span() for found in _BRACKETS.finditer(text)]
    return without_pace(blanked(text, places)).left


def _between(text: str, masked: str) -> Iterator[_Piece]:
    start, after_word = 0, False
    for joint in _joint().finditer(masked):
        if text[start : joint.start()].strip(_GAPS):
            yield _Piece(text[start : joint.start()].strip(_GAPS), after_word)
            after_word = False
        start, after_word = joint.end(), after_word or joint[0].strip().isalpha()
    if text[start:].strip(_GAPS):
        yield _Piece(text[start:].strip(_GAPS), after_word)


@cache
def _joint() -> re.Pattern[str]:
    marks = "".join(re.escape(joint) for joint in _joints() if joint in ",;")
    words = "|".join(re.escape(joint) for joint in _joints() if joint not in ",;")
    return re.compile(rf"[{marks}]|(?<=\s)(?:{words})(?=\s)", re.IGNORECASE)


@cache
def _joints() -> tuple[str, ...]:
    return tuple(sorted({joint for _, joint in rows("joints")} - {_SENTENCE_MARK}))


def _is_whole(one: Addition) -> bool:
    """Tell whether a contact was read with a short name, and without a fault but how often."""
    faults = {problem.fault for problem in one.problems}
    return 0 < len(one.name.split()) <= NAME_WORDS and faults <= HOW_OFTEN


def _are_names(pieces: Sequence[_Piece], read: Sequence[Addition]) -> bool:
    """Tell whether all are names: not "she laughs" after a comma, nor family after an "and"."""
    company = {phrase for _, phrase in rows("company")}
    tells = any(vocabulary("tellers").at(Line.of(one.name), 0) for one in read)
    if tells or any(one.name.casefold() in company for one in read):
        return False
    is_low = read[0].name[:1].islower()
    return all(
        is_low or piece.after_word or not _is_words(one.name)
        for piece, one in zip(pieces, read, strict=True)
    )


def _is_words(name: str) -> bool:
    return name[:1].islower() and len(name.split()) > 1


def _shared(read: Sequence[Addition]) -> Iterator[Addition]:
    """Give whoever lacks a cadence the next one that is said, else the one before."""
    said = [one for one in read if _says(one)]
    for number, one in enumerate(read):
        ahead = (each for each in read[number:] if _says(each))
        source = one if _says(one) else next(ahead, said[-1] if said else one)
        yield replace(one, cadence=source.cadence, taken=source.taken, problems=source.problems)


def _says(one: Addition) -> bool:
    return one.cadence is not None or one.asks_how_often
