"""What a draft is wished to be, in words: "memory sms: the summer by the lake".

Knows the kinds and the channels by name; nothing else is guessed at.
"""

from dataclasses import dataclass
from functools import cache

from bot.domain.records.channels import Channel
from bot.drafts.kinds import DraftKind
from bot.understanding.words.listing import split_colon
from bot.understanding.words.tokens import Line
from bot.understanding.words.tries import Phrases
from bot.understanding.words.vocabulary import rows, vocabulary


@dataclass(frozen=True, slots=True)
class Wish:
    """A kind, a channel and own words, as far as they were named; ``unread`` is what was not."""

    kind: DraftKind | None = None
    channel: Channel | None = None
    typed: str = ""
    unread: str = ""


def read_wish(text: str) -> Wish:
    """Return what is wished; what stands behind a colon is the user's own words."""
    head, typed = split_colon(text)
    line, index = Line.of(head), 0
    kind: DraftKind | None = None
    channel: Channel | None = None
    while index < len(line):
        if kind is None and (end := _end(_kinds(), line, index)):
            kind = DraftKind(end[1])
        elif channel is None and (end := _end(vocabulary("channels"), line, index)):
            channel = Channel(end[1])
        elif not (end := _end(vocabulary("draft_links"), line, index)):
            return Wish(kind, channel, typed, line.after(index))
        index = end[0]
    return Wish(kind, channel, typed)


@cache
def _kinds() -> Phrases[str]:
    """Return what each kind is called, its own id included."""
    phrases: Phrases[str] = Phrases()
    for meaning, phrase in (
        *rows("draft_kinds"),
        *((kind.value, kind.value) for kind in DraftKind),
    ):
        phrases.add(phrase, meaning)
    return phrases


def _end(phrases: Phrases[str], line: Line, index: int) -> tuple[int, str] | None:
    """Return where the longest phrase at a token ends, and what it means."""
    found = phrases.at(line, index)
    return (found[0].end, found[0].meaning) if found else None
