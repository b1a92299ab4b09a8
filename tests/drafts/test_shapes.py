"""The shapes as data: every sentence of every language keeps its promises, and faults are named."""

import re
from collections import Counter
from itertools import islice
from typing import Any

import pytest

from bot.drafts.draft_text import BLANK
from bot.drafts.kinds import DraftKind
from bot.drafts.proofreading import proofread, shape_faults
from bot.drafts.shapes import Shape, Shapes, parse_parts, parse_shapes, shapes_in
from bot.languages import Language
from bot.languages.data import table
from tests.every_row import every_row

ALL = [shape for language in Language for shape in shapes_in(language).all]
TIMED = {
    "morning", "evening", "afternoon", "tonight", "weekend", "summer", "winter", "morgen",
    "kveld", "kvelden", "ettermiddag", "helg", "helga", "sommer", "vinter", "morgon", "kväll",
    "eftermiddag", "helgen", "sommar",
}  # fmt: skip
DATED = {DraftKind.INVITATION}
"""Kinds that name a time; that is what they are for."""


def data_in(language: Language) -> dict[str, Any]:
    """Return a language's file as it is parsed, to be spoilt."""
    return table(language, "drafts.toml")


def spoilt(kind: str, text: str) -> Shapes:
    """Return the English shapes with one more of a kind."""
    data = data_in(Language.EN)
    data[kind]["99"] = text
    return parse_shapes(Language.EN, data)


def some_texts(shape: Shape, count: int = 40) -> list[str]:
    """Return up to so many texts of a shape for Åse and a trip, in even steps."""
    total = shape.count(named=True)
    return [
        shape.fill(n, "Åse-Marie", "turen til Bergen").shown
        for n in range(0, total, max(1, total // count))
    ]


@pytest.mark.parametrize("language", Language)
def test_the_files_have_no_fault(language: Language) -> None:
    """Every text that a language's shapes can make keeps length, signs, question and blank."""
    assert list(map(str, proofread(shapes_in(language)))) == []


@every_row(Language, DraftKind)
def test_every_kind_serves_whoever_cannot_be_called(language: Language, kind: DraftKind) -> None:
    """A name that cannot stand in a greeting still gets whole drafts, and enough of them."""
    texts = {
        shape.fill(n, "", "").text
        for shape in shapes_in(language).of(kind)
        if not shape.holds_anchor
        for n in range(min(200, shape.count(named=False)))
    }
    assert len(texts) >= 40
    assert not any("{" in text or "  " in text for text in texts)
    assert all(text[0].isupper() or text[0] in "\u2013«" for text in texts)


def test_ids_are_unique_and_say_language_kind_and_number() -> None:
    """An id leads to one shape, and says where it is written."""
    assert max(Counter(shape.id for shape in ALL).values()) == 1
    assert all(re.fullmatch(rf"(en|nb|sv)/{shape.kind}/\d\d", shape.id) for shape in ALL)


@every_row(ALL)
def test_no_hour_day_or_season(shape: Shape) -> None:
    """A text is as true at night, on a Sunday and in November as at any other time."""
    if shape.kind not in DATED:
        found = {word for text in some_texts(shape) for word in re.findall(r"\w+", text.lower())}
        assert TIMED.isdisjoint(found)


@every_row(ALL)
def test_a_shape_knows_the_texts_it_made(shape: Shape) -> None:
    """A text is recognised by its shape, whoever and whatever filled it."""
    assert all(shape.pattern.fullmatch(text) for text in some_texts(shape))
    assert not shape.pattern.fullmatch("Something else altogether.")


@every_row(ALL)
def test_every_text_has_a_number_of_its_own(shape: Shape) -> None:
    """The numbers from 0 to the count make every combination of alternatives, each once."""
    count = min(500, shape.count(named=True))
    parts = [shape.fill(n, "Åse", "x").shown for n in range(count)]
    assert len(set(parts)) == count


@every_row(Language, DraftKind)
def test_release_phrases_are_rare(language: Language, kind: DraftKind) -> None:
    """At most one text in three lets its reader off an answer, none beside a question (R20)."""
    shapes = shapes_in(language)
    texts = [text for shape in shapes.of(kind) for text in some_texts(shape)]
    released = [text for text in texts if shapes.releases_in(text)]
    assert len(released) * 3 <= len(texts)
    assert not any("?" in text for text in released)


@pytest.mark.parametrize(
    ("kind", "text", "fault"),
    [
        ("just-hi", "Hello to you all.", "does not call its reader by name"),
        ("just-hi", "<hi> How are you?", "one question too many"),
        ("one-question", "<hi> Tea. Take care.", "one question too many or too few"),
        ("one-question", "<hi> Tea?", "ends with its question"),
        ("memory", "<hi> One. Two. Three. Four.", "too many sentences"),
        ("card", "<hi> One. Two.", "too many sentences"),
        ("memory", "<hi> So 🙂 good 🙂 «…»", "too many emoji"),
        ("condolence", "<dear> So sad!", "too many exclamation marks"),
        ("just-hi", "<hi> And {the}.", "may not hold a note"),
        ("just-hi", "<hi> «…» Bye.", "may not hold the blank"),
        ("memory", "<hi> I like «…» a lot.", "has its blank inside a sentence"),
        ("memory", "<hi>  Two spaces. «…»", "a space or a mark too many"),
        ("memory", "<hi> You never call me. «…»", "presses on its reader (R4)"),
        ("memory", "<hi> What!! «…»", "a space or a mark too many"),
        ("just-hi", "<hi> " + "So long and on it goes. " * 5 + "Bye.", "may grow to"),
    ],
)
def test_a_fault_is_named_with_the_shape_that_has_it(kind: str, text: str, fault: str) -> None:
    """Whoever writes a shape is told which promise it breaks, and where."""
    text = text.replace("<hi>", "[Hi {name}!|Hi!]").replace("<dear>", "[Dear {name}.|Dear you.]")
    shape = Shape(f"en/{kind}/99", DraftKind(kind), parse_parts(text, {}))
    found = list(shape_faults(shape))
    assert any(fault in str(each) for each in found)
    assert {each.where for each in found} == {shape.id}


def test_a_language_with_too_little_is_told_so() -> None:
    """Too few shapes, texts, subjects, keywords or questions are faults of the file."""
    data = data_in(Language.EN)
    for kind in DraftKind:
        data[kind] = dict(islice(data[kind].items(), 1))  # what is said of the others is not asked
    data["memory"] = {"01": "[Hi {name}!|Hi!] Once."}
    data["subjects"] = {"memoir": ["one two three four five six seven"]}
    data["keyword-card"] = {"keywords": ["tea"], "questions": ["Tea"]}
    found = "\n".join(map(str, proofread(parse_shapes(Language.EN, data))))
    for words in (
        "memory: has 1 shapes",
        "memory: makes 1 texts",
        "needs a list called any",
        "a kind that there is not",
        "over 6 words",
        "needs 12 keywords",
        "without its mark",
    ):
        assert words in found


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Hi {surname}!", "may hold name and the"),
        ("Hi {name}!", "cannot do without a name"),
        (f"[Hi {{name}}!|Hi!] {BLANK} {BLANK}", "more than once"),
        ("<nonsense> Hi.", "none of the choices"),
    ],
)
def test_an_unreadable_shape_is_refused(text: str, why: str) -> None:
    """A shape that could not be filled at all stops the reading of its file."""
    with pytest.raises(ValueError, match=why):
        spoilt("memory", text)


def test_parts_are_named_choices_inline_choices_and_plain_text() -> None:
    """A written shape is cut at its choices; an alternative may be empty."""
    assert parse_parts("<hi> [a|b|] end", {"hi": ["Hi!", "Hey!"]}) == (
        ("Hi!", "Hey!"),
        (" ",),
        ("a", "b", ""),
        (" end",),
    )


def test_a_file_is_read_once() -> None:
    """Asking again gives the very same shapes: the file is not read for every draft."""
    assert shapes_in(Language.NB) is shapes_in(Language.NB)
