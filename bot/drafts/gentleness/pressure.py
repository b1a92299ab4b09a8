"""Pressure in words: guilt, apologies, urgency, demands, sales, praise, chasing (R4 to R14)."""

from collections.abc import Iterator

from bot.drafts.gentleness.lexicon import Lexicon
from bot.drafts.gentleness.situation import Situation
from bot.drafts.gentleness.verdict import Hit, Severity
from bot.drafts.gentleness.weighing import Weights
from bot.lexicons.reading import Reading

SOFT = {"R6", "R14"}
MASK = "\u00b7"
SURE = 700
"""What a phrase's own sentence weighs at least to press among kind ones."""


def pressure_in(
    reading: Reading, lexicon: Lexicon, weights: Weights, situation: Situation
) -> Iterator[Hit]:
    """Yield what presses: phrases, if the whole text weighs enough, else its heaviest sentence.

    A phrase alone is evidence and no proof: "I never answer before noon" has one too. Soft phrases
    are told in any case; what a kind of draft is free of, never.
    """
    found = list(phrases_in(reading, lexicon, situation))
    presses = weights.presses(reading.line, [hit.rule for hit in found])
    hard = [hit for hit in found if hit.severity is Severity.HARD]
    if presses and not hard:
        yield from _by_weight(reading, weights, situation)
    yield from (
        hit
        for hit in found
        if hit.severity is Severity.SOFT or presses or _presses_alone(hit, reading, weights)
    )


def _presses_alone(hit: Hit, reading: Reading, weights: Weights) -> bool:
    """Say whether a phrase's sentence presses by itself, however kind the others are."""
    spoken = (s for s in reading.sentences if reading.span(s.start, s.end)[1] >= hit.span[1])
    sentence = next(spoken, reading.sentences[-1])
    return weights.presses(f".{reading.line[slice(*sentence.line)]}", [hit.rule], SURE)


def phrases_in(reading: Reading, lexicon: Lexicon, situation: Situation) -> Iterator[Hit]:
    """Yield every phrase of the lexicon, but for those that the kind of draft is free of."""
    line = masked(reading.line, lexicon)
    for number, phrase, match in lexicon.pressing(line):
        rule = lexicon.rules[number]
        if rule in situation.traits.excused or (
            rule == "R12" and _is_open_but_kind(reading, lexicon)
        ):
            continue
        if phrase.is_off(line, reading.sentence_at(match.start()).line):
            continue
        severity = Severity.SOFT if rule in SOFT else Severity.HARD
        yield Hit(rule, severity, reading.span_in_line(*match.span()), phrase.lighter)


def _by_weight(reading: Reading, weights: Weights, situation: Situation) -> Iterator[Hit]:
    """Yield the heaviest sentence of a text in which no phrase is known."""
    if situation.traits.excused or not reading.sentences:
        return
    sentences = [reading.line[slice(*sentence.line)] for sentence in reading.sentences]
    place = weights.heaviest(sentences)
    heaviest = reading.sentences[place]
    rule = weights.rule_of(sentences[place])
    span = reading.span(heaviest.start, heaviest.end)
    yield Hit(rule, Severity.HARD, span, suspected=True)


def invitation_in(reading: Reading, lexicon: Lexicon, situation: Situation) -> Iterator[Hit]:
    """Yield what an invitation lacks: when, a way out, no question mark (R12 of docs/drafts.md)."""
    if not situation.traits.says_when or not reading.sentences:
        return
    for sentence in reading.sentences:
        if sentence.asks:
            yield Hit("R12", Severity.HARD, reading.span(sentence.end - 1, sentence.end), ".")
    if not _is_open_but_kind(reading, lexicon):
        yield Hit("R12", Severity.HARD, reading.span(0, len(reading.text)))


def masked(line: str, lexicon: Lexicon) -> str:
    """Return a line in which what is safe ("no rush") can no longer be read as pressure."""
    signs = list(line)
    for _, _, match in lexicon.safe(line):
        signs[match.start() : match.end()] = MASK * len(match[0])
    return "".join(signs)


def _is_open_but_kind(reading: Reading, lexicon: Lexicon) -> bool:
    """Say whether a text names a time and leaves a way out, as an invitation should."""
    line = reading.line
    return any(lexicon.window(line)) and any(lexicon.way_out(line))
