"""The tags of a text: its words in their order, but one tag for each name, moment and number.

What is learned of "rang Kari on Sunday" so holds of any contact and any day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from bot.understanding.acts.utterance import Utterance
from bot.understanding.calendar.moment_types import Facing, Wrong
from bot.understanding.moments.moments import Reach, Strength
from bot.understanding.words.tokens import Line, is_emoji
from bot.understanding.words.tries import Phrases
from bot.understanding.words.vocabulary import rows, vocabularies, vocabulary

NAME, OWNER, CADENCE, PICTURE = "<name>", "<owner>", "<cadence>", "<picture>"
NUMBER, LONG_NUMBER = "<number>", "<digits>"
MOMENTS: Mapping[tuple[bool, bool], str] = {
    (True, False): "<behind>",
    (False, True): "<ahead>",
    (True, True): "<moment>",
    (False, False): "<no day>",
}
"""Tags of a moment, by whether it can lie behind and whether it can lie ahead."""
REPLIES = ("done", "snooze", "tried", "skip")
"""Sections whose phrases say what was done with a nudge."""
TELLING = (
    *("kin", "channels", "negations", "refusals", "until", "from", "weekdays", "subjects"),
    *("topics", "frequencies", "adding", "naming", "well", "unknown", "without_days", "ties"),
    *("place_leads", "reach_words", "languages", "off", "quiet", "leads", "courtesies"),
    *("fillers", "callers"),
)
"""Sections the presence of whose phrases tells something of the act."""
SHORT_NUMBER = 4
"""Figures of the longest number that is none of a telephone."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text as tags.

    Attributes:
        row: the tags, in the order of the text.
        sections: the sections of the word lists that have a phrase in it, with the phrase's key;
            of a phrase that says what was done with a nudge also whether it comes first.
    """

    row: tuple[str, ...]
    sections: frozenset[str]


def tagged(said: Utterance) -> Tagged:
    """Return a text as tags."""
    line, spans = said.line, _spans(said)
    row: list[str] = []
    sections: set[str] = set()
    index = 0
    while index < len(line):
        moment = _moment_at(said, index) if index in said.moment_starts else None
        if moment and any(index < at < moment[0] < spans[at][0] for at in spans):
            moment = None  # "till en gång i kvartalet" says how often, not until when
        end, tag = _longest(spans.get(index), moment) or (index, "")
        if not tag:
            sections.update(_sections_at(line, index))
            end, tag = index + 1, _word(line, index)
        row.append(tag)
        index = end
    return Tagged(tuple(row), frozenset(sections))


def _longest(
    span: tuple[int, str] | None, moment: tuple[int, str] | None
) -> tuple[int, str] | None:
    """Return a name or a cadence, or the moment that is longer: "two days ago" is no "two days"."""
    return moment if moment and (span is None or moment[0] > span[0]) else span


def _spans(said: Utterance) -> Mapping[int, tuple[int, str]]:
    """Return where names and cadences begin, with their ends and tags."""
    spans = {tokens.start: (tokens.stop, CADENCE) for tokens in said.cadence_tokens}
    for one in said.mentions:
        spans[one.start] = one.end, OWNER if one.is_owner else NAME
    return spans


def _moment_at(said: Utterance, index: int) -> tuple[int, str] | None:
    """Return where the longest moment at a token ends, and the way in which it can lie."""
    found = [
        (reach.end, facing, not isinstance(reach.moment, Wrong))
        for facing in Facing
        for reach in said.reaches(index, facing)
        if _is_moment(reach, len(said.line))
    ]
    if not found:
        return None
    end = max(found, key=lambda one: one[0])[0]
    ways = {facing for at, facing, fits in found if at == end and fits}
    return end, MOMENTS[Facing.PAST in ways, Facing.FUTURE in ways]


def _is_moment(reach: Reach, whole: int) -> bool:
    return reach.strength >= Strength.BOUNDED or reach.end == whole


def _word(line: Line, index: int) -> str:
    token = line.tokens[index]
    if is_emoji(token):
        return PICTURE
    if token.text.isdecimal():
        return NUMBER if len(token.text) <= SHORT_NUMBER else LONG_NUMBER
    return token.text


def _sections_at(line: Line, index: int) -> Iterator[str]:
    for match in reply_phrases().at(line, index):
        yield match.meaning
        yield f"{match.meaning} {'first' if index == 0 else 'within'}"
    for match in vocabularies(*TELLING).at(line, index):
        yield match.meaning


@cache
def reply_phrases(kind: str = "") -> Phrases[str]:
    """Return the phrases that say what was done with a nudge, by the section that has them.

    Args:
        kind: the key of the rows that are wanted; behind "named" ones a name follows.
    """
    phrases: Phrases[str] = Phrases(
        {"pronoun": vocabulary("pronouns").slot(), "caller": vocabulary("callers").slot()}
    )
    for section in REPLIES:
        for meaning, phrase in rows(section):
            if kind in {"", meaning}:
                phrases.add(phrase, section)
    return phrases
