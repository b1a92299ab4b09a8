"""What is wrong with a file of texts, in words for whoever wrote it.

Knows the promises that every text keeps (docs/writing-drafts.md). Refuses to judge taste: that
takes readers, and it is their marks that are asked for.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.drafts.address import emoji_in
from bot.drafts.bank import (
    LONGEST_NAME,
    LONGEST_NOTE,
    NAME,
    SLOT,
    Bank,
    BankText,
    Need,
)
from bot.drafts.draft_text import BLANK, without_blank
from bot.drafts.gentleness import Situation, check
from bot.drafts.kinds import DraftKind
from bot.drafts.rooms import SUBJECT_WORDS, sentences_in
from bot.drafts.seasons import ALL
from bot.languages import Language

FEWEST_KEYWORDS, FEWEST_QUESTIONS = 12, 16
READERS, SEND = 2, "send"
"""How many readers who did not write a text have to mark it, and what each has to mark."""
FEWEST_THOUGHTS, MOST_OF_A_THOUGHT = 25, 12
"""Thoughts that just hi has at least, and texts that say the same one at most."""
COLD_EMOJI = "🙂"
"""Young readers take it for cold."""
SOMEBODY = "Kari"
UNEVEN = re.compile(r"  |^\s|\s$| [.,!?;]|[!?]{2}")
Promise = tuple[str, Callable[[BankText], bool]]


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken promise: where, which, and a text that breaks it."""

    where: str
    what: str
    text: str = ""

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.where}: {self.what}" + (f": {self.text!r}" if self.text else "")


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the texts of a kind that has to stay small.

    Attributes:
        what: what they have in common, in words.
        most: the part of the texts that may have it.
        counts: whether a text has it.
    """

    what: str
    most: float
    counts: Callable[[Bank, BankText], bool]


SHARES = (
    Share("hold the name", 1 / 2, lambda _, text: NAME in text.slots or NAME in text.greeting),
    Share("have a greeting", 1 / 2, lambda _, text: bool(text.greeting)),
    Share("have a closing", 1 / 3, lambda _, text: bool(text.closing)),
    Share("let off an answer", 1 / 8, lambda bank, text: bank.releases_in(text.written)),
)


def proofread(bank: Bank, language: Language) -> list[Fault]:
    """Return every fault of a language's bank; an empty list when there is none."""
    return [
        *(fault for kind in DraftKind for fault in _kind_faults(bank, kind)),
        *(fault for text in bank.texts for fault in text_faults(bank, text, language)),
        *_thought_faults(bank),
        *_lists_faults(bank),
    ]


def text_faults(bank: Bank, text: BankText, language: Language) -> Iterator[Fault]:
    """Yield each promise that one text breaks."""
    for what, is_kept in PROMISES:
        if not is_kept(text):
            yield Fault(text.kind, what, text.written)
    worn = next((one for one in bank.worn if one in text.written.casefold()), None)
    if worn:
        yield Fault(text.kind, f"holds {worn!r}, which is worn", text.written)
    if bank.releases_in(text.written) and not text.kind.traits.may_release:
        yield Fault(text.kind, "lets its reader off an answer", text.written)
    if text.marks != (SEND,) * READERS:
        marks = ", ".join(text.marks) or "unmarked"
        yield Fault(
            text.kind, f"is not marked as sent by {READERS} readers ({marks})", text.written
        )
    yield from _pressing(bank, text, language)


def _pressing(bank: Bank, text: BankText, language: Language) -> Iterator[Fault]:
    """Yield a text that does not pass the check as what it is."""
    said = text.written.replace(BLANK, bank.days[-1])
    said = SLOT.sub(lambda slot: SOMEBODY if slot[1] == NAME else bank.days[-1], said)
    verdict = check(said, language, kind=text.kind, name=SOMEBODY)
    if not verdict.passes:
        rules = ", ".join(sorted({hit.rule for hit in verdict.hits}))
        yield Fault(text.kind, f"presses on its reader ({rules})", text.written)


def _kind_faults(bank: Bank, kind: DraftKind) -> Iterator[Fault]:
    texts = bank.of(kind)
    if len(texts) < kind.traits.fewest:
        yield Fault(kind, f"has {len(texts)} texts, needs {kind.traits.fewest}")
    for share in SHARES:
        having = sum(share.counts(bank, text) for text in texts)
        if having > share.most * len(texts):
            yield Fault(kind, f"{having} of {len(texts)} {share.what}")
    twice = (text for text, often in Counter(t.body for t in texts).items() if often > 1)
    yield from (Fault(kind, "stands there twice", text) for text in twice)


def _thought_faults(bank: Bank) -> Iterator[Fault]:
    thoughts = Counter(text.thought for text in bank.of(DraftKind.JUST_HI))
    if len(thoughts) < FEWEST_THOUGHTS:
        yield Fault(DraftKind.JUST_HI, f"has {len(thoughts)} thoughts, needs {FEWEST_THOUGHTS}")
    for thought, often in thoughts.items():
        if often > MOST_OF_A_THOUGHT:
            yield Fault(DraftKind.JUST_HI, f"says {thought!r} {often} times")


def _is_short_enough(text: BankText) -> bool:
    """Say whether a text fits with the longest name and note."""
    lengths = {NAME: LONGEST_NAME, "typed": 0, "when": LONGEST_NAME}
    filled = {slot: "n" * lengths.get(slot, LONGEST_NOTE) for slot in SLOT.findall(text.written)}
    longest = SLOT.sub(lambda slot: filled[slot[1]], text.written)
    return len(without_blank(longest)) <= text.kind.traits.longest


def _keeps_sentences(text: BankText) -> bool:
    situation = Situation(kind=text.kind)
    return len(sentences_in(without_blank(text.written))) <= situation.sentences


def _keeps_questions(text: BankText) -> bool:
    traits, asked = text.kind.traits, text.written.count("?")
    return asked == 1 if traits.asks else asked <= traits.asks_the_hour


def _keeps_emoji(text: BankText) -> bool:
    inside, may_have = emoji_in(text.body), not text.kind.traits.goes_without_emoji
    return not inside and emoji_in(text.emoji) <= may_have and text.emoji != COLD_EMOJI


PROMISES: tuple[Promise, ...] = (
    ("may grow too long (R1)", _is_short_enough),
    ("has too many sentences (R2)", _keeps_sentences),
    ("has one question too many or too few (R3)", _keeps_questions),
    ("has an emoji where none may stand (R16)", _keeps_emoji),
    (
        "has too many exclamation marks (R15)",
        lambda text: text.written.count("!") <= text.kind.traits.most_exclamations,
    ),
    (
        "calls its reader by name twice",
        lambda text: not text.greeting or NAME not in text.slots,
    ),
    (
        "may not hold the blank",
        lambda text: BLANK not in text.written or text.kind.traits.says_when,
    ),
    ("speaks of a season that there is not", lambda text: not text.season or text.season in ALL),
    (
        "asks or plays beside something hard",
        lambda text: text.need is not Need.HARD or not ({"?", "!"} & set(text.written)),
    ),
    ("has a space or a mark too many", lambda text: UNEVEN.search(text.written) is None),
)


def _lists_faults(bank: Bank) -> Iterator[Fault]:
    if "any" not in bank.subjects:
        yield Fault("subjects", "needs a list called any")
    yield from _subject_faults(bank.subjects)
    if len(bank.keywords) < FEWEST_KEYWORDS or len(bank.questions) < FEWEST_QUESTIONS:
        yield Fault(
            "keyword-card", f"needs {FEWEST_KEYWORDS} keywords and {FEWEST_QUESTIONS} questions"
        )
    for question in bank.questions:
        if not question.endswith("?"):
            yield Fault("keyword-card", "holds a question without its mark", question)


def _subject_faults(subjects: Mapping[str, Iterable[str]]) -> Iterator[Fault]:
    for kind, lines in subjects.items():
        if kind not in {"any", *DraftKind}:
            yield Fault("subjects", "has a list for a kind that there is not", kind)
        for line in lines:
            if len(line.split()) > SUBJECT_WORDS:
                yield Fault("subjects", f"has one of over {SUBJECT_WORDS} words (R1)", line)
