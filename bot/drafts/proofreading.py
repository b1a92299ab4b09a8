"""What is wrong with a file of shapes, in words for whoever wrote it.

Knows the promises that every text of a shape keeps (docs/writing-drafts.md). Refuses to judge
taste: that takes a reader.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from bot.drafts.address import emoji_in
from bot.drafts.draft import BLANK, DraftKind, without_blank
from bot.drafts.gentleness import Situation, check
from bot.drafts.medium import SUBJECT_WORDS, sentences_in
from bot.drafts.shapes import ANCHOR, LONGEST_ANCHOR, LONGEST_NAME, NAME, Shape, Shapes
from bot.languages import Language

LONGEST = {DraftKind.JUST_HI: 120, DraftKind.CARD: 80, DraftKind.VOICE_OUTLINE: 300}
"""Code points of the longest text of a kind, with the longest name and note (R1) ..."""
LONGEST_ELSE = 160
"""... and of any other kind."""
FEWEST = {DraftKind.JUST_HI: 800}
"""Different texts for one person, without any note ..."""
FEWEST_ELSE = 450
"""... and of any other kind: 300 samples must not repeat one."""
FEWEST_SHAPES = 6
FEWEST_KEYWORDS, FEWEST_QUESTIONS = 12, 16
NO_ANCHOR = frozenset({DraftKind.JUST_HI, DraftKind.CONDOLENCE})
NO_BLANK = frozenset({DraftKind.JUST_HI, DraftKind.ONE_QUESTION})
NO_EMOJI = frozenset(
    {
        DraftKind.CONDOLENCE,
        DraftKind.FIRST_WORK_HELLO,
        DraftKind.CARD,
        DraftKind.HONEST_ASK,
        DraftKind.KIND_NO,
        DraftKind.VOICE_OUTLINE,
    }
)
NO_EXCLAMATION = frozenset({DraftKind.CONDOLENCE})
MOST_EXCLAMATIONS = 2
TEXTS_READ = 400
"""Texts of one shape that are read; a shape with more is read in even steps."""
TEXTS_JUDGED = 30
"""Texts of one shape whose gentleness is judged."""
SOMEBODY, SOMEWHERE = "Kari", "Bergen"
BLANK_ALONE = re.compile(rf"(?:^|[.!?:…\n\U0001f300-\U0001faff]\s?){BLANK}(?:$|\s)")
UNEVEN = re.compile(r"  |^\s|\s$| [.,!?;]|[!?]{2}")
Promise = tuple[str, Callable[[DraftKind, str], bool]]


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken promise: where, which, and a text that breaks it."""

    where: str
    what: str
    text: str = ""

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.where}: {self.what}" + (f": {self.text!r}" if self.text else "")


def proofread(shapes: Shapes) -> list[Fault]:
    """Return every fault of a language's shapes; an empty list when there is none."""
    return [
        *(fault for kind in DraftKind for fault in _kind_faults(shapes, kind)),
        *(fault for shape in shapes.all for fault in shape_faults(shape)),
        *_lists_faults(shapes),
    ]


def _kind_faults(shapes: Shapes, kind: DraftKind) -> Iterator[Fault]:
    of_kind = shapes.of(kind)
    if len(of_kind) < FEWEST_SHAPES:
        yield Fault(kind, f"has {len(of_kind)} shapes, needs {FEWEST_SHAPES}")
    texts = {text for shape in of_kind if not shape.holds_anchor for text in _all_texts(shape)}
    if len(texts) < FEWEST.get(kind, FEWEST_ELSE):
        least = FEWEST.get(kind, FEWEST_ELSE)
        yield Fault(kind, f"makes {len(texts)} texts without a note, needs {least}")


def shape_faults(shape: Shape) -> Iterator[Fault]:
    """Yield each promise that a text of one shape breaks, with the first text that breaks it."""
    for what, is_kept in PROMISES:
        texts = (text for text in _texts(shape) if not is_kept(shape.kind, text))
        yield from (Fault(shape.id, what, text) for text in islice(texts, 1))
    yield from islice(_pressing(shape), 1)
    if _longest(shape) > LONGEST.get(shape.kind, LONGEST_ELSE):
        yield Fault(shape.id, f"may grow to {_longest(shape)} characters")


def _pressing(shape: Shape) -> Iterator[Fault]:
    """Yield texts of a shape that do not pass the check as what they are."""
    language, count = Language(shape.id.partition("/")[0]), shape.count(named=True)
    for number in range(0, count, max(1, count // TEXTS_JUDGED)):
        text = shape.fill(number, SOMEBODY, SOMEWHERE).text
        verdict = check(text, language, kind=shape.kind, name=SOMEBODY)
        if not verdict.passes:
            rules = ", ".join(sorted({hit.rule for hit in verdict.hits}))
            yield Fault(shape.id, f"presses on its reader ({rules})", text)


def _texts(shape: Shape) -> Iterator[str]:
    """Yield texts of a shape as they are written, with the fields still in braces."""
    count = shape.count(named=True)
    step = max(1, count // TEXTS_READ) | 1
    return (shape.fill(number % count, NAME, ANCHOR).shown for number in range(0, count, step))


def _all_texts(shape: Shape) -> Iterator[str]:
    return (shape.fill(n, NAME, "").text for n in range(shape.count(named=True)))


def _longest(shape: Shape) -> int:
    """Return the code points of the longest text, with the longest name and note."""
    name, anchor = "n" * LONGEST_NAME, "n" * LONGEST_ANCHOR
    filled = (
        max(
            len(text.replace(BLANK, "").replace(NAME, name).replace(ANCHOR, anchor))
            for text in part
        )
        for part in shape.named
    )
    blank = any(BLANK in text for part in shape.named for text in part)
    return sum(filled) - blank


def _keeps_questions(kind: DraftKind, text: str) -> bool:
    return text.count("?") == (kind is DraftKind.ONE_QUESTION)


def _keeps_sentences(kind: DraftKind, text: str) -> bool:
    return len(sentences_in(without_blank(text))) <= Situation(kind=kind).sentences


def _keeps_emoji(kind: DraftKind, text: str) -> bool:
    return emoji_in(text) <= (kind not in NO_EMOJI)


def _keeps_exclamations(kind: DraftKind, text: str) -> bool:
    return text.count("!") <= (0 if kind in NO_EXCLAMATION else MOST_EXCLAMATIONS)


PROMISES: tuple[Promise, ...] = (
    ("does not call its reader by name", lambda _, text: NAME in text),
    ("has one question too many or too few (R3)", _keeps_questions),
    ("ends with its question (R27)", lambda _, text: not text.rstrip(" 🙂").endswith("?")),
    ("has too many sentences (R2)", _keeps_sentences),
    ("has too many emoji (R16)", _keeps_emoji),
    ("has too many exclamation marks (R15)", _keeps_exclamations),
    ("may not hold a note", lambda kind, text: kind not in NO_ANCHOR or ANCHOR not in text),
    ("may not hold the blank", lambda kind, text: kind not in NO_BLANK or BLANK not in text),
    (
        "has its blank inside a sentence",
        lambda _, text: BLANK not in text or BLANK_ALONE.search(text) is not None,
    ),
    (
        "has a space or a mark too many",
        lambda _, text: UNEVEN.search(without_blank(text)) is None,
    ),
)


def _lists_faults(shapes: Shapes) -> Iterator[Fault]:
    if "any" not in shapes.subjects:
        yield Fault("subjects", "needs a list called any")
    yield from _subject_faults(shapes.subjects)
    if len(shapes.keywords) < FEWEST_KEYWORDS or len(shapes.questions) < FEWEST_QUESTIONS:
        yield Fault(
            "keyword-card", f"needs {FEWEST_KEYWORDS} keywords and {FEWEST_QUESTIONS} questions"
        )
    for question in shapes.questions:
        if not question.endswith("?"):
            yield Fault("keyword-card", "holds a question without its mark", question)


def _subject_faults(subjects: Mapping[str, Iterable[str]]) -> Iterator[Fault]:
    for kind, lines in subjects.items():
        if kind not in {"any", *DraftKind}:
            yield Fault("subjects", "has a list for a kind that there is not", kind)
        for line in lines:
            if len(line.split()) > SUBJECT_WORDS:
                yield Fault("subjects", f"has one of over {SUBJECT_WORDS} words (R1)", line)
