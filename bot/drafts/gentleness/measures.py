"""What can be counted in a text: length, sentences, questions, signs, emoji, capitals.

Rules R1 to R3, R15, R16, R20, R21, R23 and R27. Knows numbers and where they are exceeded. Refuses
to know what words mean.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from bot.domain.records.channels import Carrier
from bot.drafts.gentleness.lexicon import Lexicon
from bot.drafts.gentleness.situation import Situation
from bot.drafts.gentleness.verdict import Hit, Severity
from bot.drafts.rooms import ROOMS, SUBJECT_WORDS
from bot.languages.data import in_any
from bot.lexicons.reading import EMOJI, Reading

MOST_EXCLAMATIONS = 2
LOUD = re.compile(r"[!?\u203c\u2049\ufe0f]*[!?\u203c\u2049]\ufe0f?[!?]+|[\u203c\u2049\u2047\u2048]")
SOFT_EMOJI = 2
SHOUTED = 5
"""Letters of a word in capitals that is no shortened name such as NRK (R15 of docs/drafts.md)."""
SHOUTED_TOGETHER = 6
SLOT = re.compile(
    r"\{\{?[^{}]{0,40}\}?\}|\[[^\][]{0,40}\]|<[^<>\d]{1,40}>|\$\{?[a-z_]+\}?|%s|_{2,}"
    r"|\bX{2,}\b|\bN\.?N\b|\bTODO\b|\bTBD\b|\u2026{2,}|\.{4,}"
)
OWN_WORDS = re.compile("\u00ab\u2026\u00bb")
HARD, SOFT = Severity.HARD, Severity.SOFT


def measured(reading: Reading, lexicon: Lexicon, situation: Situation) -> Iterator[Hit]:
    """Yield everything that is too long, too much, too loud or left open."""
    yield from _length(reading, situation)
    yield from _sentences(reading, situation)
    yield from _questions(reading, situation)
    yield from _signs(reading)
    yield from _shouting(reading, lexicon, situation)
    yield from _emoji(reading, situation)
    yield from _slots(reading)


def shaped(reading: Reading, lexicon: Lexicon, situation: Situation) -> Iterator[Hit]:
    """Yield what is out of balance: releases, whom it is about, how it ends."""
    yield from _releases(reading, lexicon)
    yield from _reader_first(reading, lexicon, situation)
    if reading.sentences and reading.sentences[-1].asks:
        last = reading.sentences[-1]
        yield Hit("R27", SOFT, reading.span(last.start, last.end))


def _length(reading: Reading, situation: Situation) -> Iterator[Hit]:
    subject = _subject().match(reading.text) if situation.carried_by is Carrier.EMAIL else None
    before = subject.end() if subject else 0
    if subject and len(subject[1].split()) > SUBJECT_WORDS:
        yield Hit("R1", HARD, reading.span(*subject.span(1)))
    longest = ROOMS[situation.carried_by].longest + before
    if len(reading.text) > longest:
        yield Hit("R1", HARD, reading.span(longest, len(reading.text)))
        return
    most = ROOMS[situation.carried_by].words
    if most and len(reading.words) > most:
        yield Hit("R1", HARD, reading.span(reading.words[most][1], len(reading.text)))


@cache
def _subject() -> re.Pattern[str]:
    """Return what matches the line of an e-mail that says what it is about, in any language."""
    marks = "|".join(map(re.escape, in_any(lambda each: each.subject_marks)))
    return re.compile(rf"(?:{marks})\s*:[ \t]*([^\n]*)\s*", re.IGNORECASE)


def _sentences(reading: Reading, situation: Situation) -> Iterator[Hit]:
    if len(reading.sentences) > situation.sentences:
        first = reading.sentences[situation.sentences]
        yield Hit("R2", HARD, reading.span(first.start, reading.sentences[-1].end))


def _questions(reading: Reading, situation: Situation) -> Iterator[Hit]:
    asking = [one for one in reading.sentences if one.asks]
    for sentence in asking[situation.questions :]:
        yield Hit("R3", HARD, reading.span(sentence.start, sentence.end))


def _signs(reading: Reading) -> Iterator[Hit]:
    for loud in LOUD.finditer(reading.text):
        lighter = "?" if "?" in loud[0] or loud[0] in "\u2049\u2047\u2048" else "!"
        yield Hit("R15", HARD, reading.span(*loud.span()), lighter)
    single = [m.start() for m in re.finditer("!", reading.text)]
    for place in single[MOST_EXCLAMATIONS:]:
        yield Hit("R15", HARD, reading.span(place, place + 1), ".")


def _shouting(reading: Reading, lexicon: Lexicon, situation: Situation) -> Iterator[Hit]:
    """Yield words in capitals: long ones, telling ones, and several together."""
    known = situation.name or ""
    known_words = set(known.split())
    loud = [
        (word, place, number)
        for number, (word, place) in enumerate(reading.words)
        if word.isupper() and sum(map(str.isalpha, word)) > 1 and word not in known_words
    ]
    neighbours = {pair for pair in pairwise(loud) if pair[1][2] == pair[0][2] + 1}
    together = {
        one
        for pair in neighbours
        if sum(len(each[0]) for each in pair) >= SHOUTED_TOGETHER
        for one in pair
    }
    for one in loud:
        word, place, _ = one
        lowered = word.casefold()
        alone = len(word) >= SHOUTED and lowered not in lexicon.words["acronyms"]
        if alone or one in together or lowered in lexicon.words["shout"]:
            first = any(place == sentence.start for sentence in reading.sentences)
            lighter = word.capitalize() if first else word.lower()
            yield Hit("R15", HARD, reading.span(place, place + len(word)), lighter)


def _emoji(reading: Reading, situation: Situation) -> Iterator[Hit]:
    found = [m.span() for m in EMOJI.finditer(reading.text)]
    allowed = situation.emoji
    severity = HARD if allowed == 0 or len(found) > SOFT_EMOJI else SOFT
    for span in found[allowed:]:
        yield Hit("R16", severity, reading.span(*span))


def _slots(reading: Reading) -> Iterator[Hit]:
    own = [m.span() for m in OWN_WORDS.finditer(reading.text)]
    for span in own[1:]:
        yield Hit("R21", HARD, reading.span(*span))
    for slot in SLOT.finditer(reading.text):
        yield Hit("R21", HARD, reading.span(*slot.span()))


def _releases(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Yield releases that are one too many, or beside a question (R20 of docs/drafts.md)."""
    found = _apart(sorted(match.span() for _, _, match in lexicon.releases(reading.line)))
    asks = any(sentence.asks for sentence in reading.sentences)
    for span in found if asks else found[1:]:
        yield Hit("R20", SOFT, reading.span_in_line(*span))


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans that overlap none before them."""
    kept: list[tuple[int, int]] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _reader_first(reading: Reading, lexicon: Lexicon, situation: Situation) -> Iterator[Hit]:
    """Yield a first sentence without the reader, and a text with far more I than you (R23)."""
    if not reading.sentences:
        return
    words, place = lexicon.words, reading.sentences[0]
    opening = re.split("[ ,.?!]", reading.line[slice(*place.line)])
    reader = words["greeting"] | words["second"] | words["shared"]
    reader |= {part.casefold() for part in (situation.name or "").split()}
    spoken = [word.casefold().replace("\u2019", "'") for word, _ in reading.words]
    first = sum(word in words["first"] for word in spoken)
    second = sum(word in words["second"] for word in spoken)
    alone = reader.isdisjoint(opening) and not words["first"].isdisjoint(opening)
    if first > 1 and (first > 2 * max(second, 1) or (alone and second == 0)):
        yield Hit("R23", SOFT, reading.span(place.start, place.end))
