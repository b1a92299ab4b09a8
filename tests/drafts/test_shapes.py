"""The shapes as data: every vetted sentence of every language is held to the rubric's floor."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bot.domain.language import Language
from bot.drafts.address import emoji_in
from bot.drafts.draft import DraftKind
from bot.drafts.shapes import LONGEST_NAME, LONGEST_NOTE, Shape, parse_shapes, pattern_of, shapes_in

LEXICON = tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8"))
ALL = [shape for language in Language for shape in shapes_in(language).all]
FLOOR = 14
OTHERS_WORDS = {
    Language.EN: {
        "og",
        "och",
        "ikke",
        "inte",
        "jeg",
        "jag",
        "hva",
        "vad",
        "hei",
        "hej",
        "deg",
        "dig",
    },
    Language.NB: {
        "inte",
        "och",
        "jag",
        "vad",
        "är",
        "hej",
        "dig",
        "något",
        "från",
        "the",
        "you",
        "ikkje",
    },
    Language.SV: {
        "ikke",
        "og",
        "jeg",
        "hva",
        "hei",
        "deg",
        "noe",
        "fra",
        "til",
        "the",
        "you",
        "ikkje",
    },
}
FORMAL = {
    Language.EN: {"sir", "madam", "dear"},
    Language.NB: {"de", "dem", "deres"},
    Language.SV: {"ni", "er", "eder", "ert", "era"},
}
EVERY_SHAPE = pytest.mark.parametrize("shape", ALL, ids=lambda shape: shape.id)


def language_of(shape: Shape) -> Language:
    """Return the language that the shape's id begins with."""
    return Language(shape.id.partition("/")[0])


def words_in(shape: Shape) -> list[str]:
    """Return the shape's own words in lower case, without its blanks."""
    return re.findall(r"[^\W\d_]+", re.sub(r"\{\w+\}", "", shape.text).lower())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", DraftKind)
def test_every_kind_has_its_floor_of_shapes(language: Language, kind: DraftKind) -> None:
    """No language is served worse: each kind has as many shapes in all, at least fourteen."""
    count = len(shapes_in(language).of(kind))
    assert count >= FLOOR
    assert count == len(shapes_in(Language.EN).of(kind))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", DraftKind)
def test_some_shapes_need_no_name(language: Language, kind: DraftKind) -> None:
    """A name that cannot stand in a greeting still gets a draft: three shapes do without."""
    nameless = [s for s in shapes_in(language).of(kind) if "name" not in s.blanks]
    assert len(nameless) >= 3


def test_ids_and_texts_are_unique() -> None:
    """An id leads to one shape, and no two shapes say the same."""
    assert max(Counter(shape.id for shape in ALL).values()) == 1
    assert max(Counter(shape.text for shape in ALL).values()) == 1


@EVERY_SHAPE
def test_an_id_says_language_kind_and_number(shape: Shape) -> None:
    """An id holds the language, the kind and the number from the file, so that it never moves."""
    assert re.fullmatch(rf"(en|nb|sv)/{shape.kind}/\d\d", shape.id)
    again = shapes_in(language_of(shape)).of(shape.kind)
    assert [s.id for s in again] == sorted(s.id for s in again)


@EVERY_SHAPE
def test_questions_only_where_they_belong(shape: Shape) -> None:
    """One question in a question draft, none in the others, and none at the very end (R3, R27)."""
    assert shape.text.count("?") == (shape.kind is DraftKind.ONE_QUESTION)
    assert not shape.text.endswith("?")


@EVERY_SHAPE
def test_signs_stay_quiet(shape: Shape) -> None:
    """At most two exclamation marks, never doubled, at most one emoji (R15, R16)."""
    assert shape.text.count("!") <= 2
    assert not re.search(r"[!?]{2}", shape.text)
    assert emoji_in(shape.text) <= 1


@EVERY_SHAPE
def test_sentences_are_few(shape: Shape) -> None:
    """A draft holds at most four sentences, the greeting counted (R2)."""
    assert len(re.findall(r"[.!?🙂]+", shape.text)) <= 4


@EVERY_SHAPE
def test_no_word_of_guilt_apology_urgency_or_presumption(shape: Shape) -> None:
    """No shape holds a phrase of the floor lexicon of its language (R4 to R13)."""
    text = shape.text.lower()
    found = [phrase for phrases in LEXICON[language_of(shape)].values() for phrase in phrases]
    assert [phrase for phrase in found if re.search(rf"(?<!\w){re.escape(phrase)}", text)] == []


@EVERY_SHAPE
def test_languages_are_not_mixed(shape: Shape) -> None:
    """A shape holds no telling word of another language (R22) and speaks as to a friend (R17)."""
    language = language_of(shape)
    assert (OTHERS_WORDS[language] | FORMAL[language]).isdisjoint(words_in(shape))


@EVERY_SHAPE
def test_no_hour_day_or_season(shape: Shape) -> None:
    """A shape is as true at night, on a Sunday and in November as at any other time."""
    timed = {
        "morning", "evening", "afternoon", "tonight", "today", "weekend", "summer", "winter",
        "morgen", "kveld", "ettermiddag", "helg", "helga", "sommer", "sommeren", "vinter",
        "morgon", "kväll", "eftermiddag", "helgen", "sommar", "sommaren", "dagen", "idag",
    }  # fmt: skip
    assert timed.isdisjoint(words_in(shape))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", DraftKind)
def test_release_phrases_are_rare(language: Language, kind: DraftKind) -> None:
    """At most one shape in three lets its reader off an answer, none beside a question (R20)."""
    shapes = shapes_in(language)
    released = [s for s in shapes.of(kind) if shapes.releases_in(s.text)]
    assert len(released) * 3 <= len(shapes.of(kind))
    assert kind is not DraftKind.ONE_QUESTION or not released


@EVERY_SHAPE
def test_the_longest_name_and_note_stay_within_the_limit(shape: Shape) -> None:
    """A hello keeps to 120 characters and every draft to one SMS, whoever it is for (R1)."""
    text = shape.fill("n" * LONGEST_NAME, "n" * LONGEST_NOTE).text
    assert len(text) <= (120 if shape.kind is DraftKind.JUST_HI else 160)


@EVERY_SHAPE
def test_a_shape_knows_its_own_drafts_only(shape: Shape) -> None:
    """A draft is recognised by the shape that made it and by no other, whatever filled it."""
    text = shape.fill("Åse-Marie", "turen til Bergen").text
    assert [s.id for s in ALL if pattern_of(s).fullmatch(text)] == [shape.id]


@EVERY_SHAPE
def test_the_reader_is_in_the_first_sentence_or_the_second(shape: Shape) -> None:
    """A draft turns to its reader at once: by name or as you, and not last of all (R23)."""
    you = {
        "you",
        "your",
        "yours",
        "du",
        "deg",
        "di",
        "din",
        "dig",
        "name",
        "hi",
        "hei",
        "hej",
        "hello",
    }
    opening = re.split(r"(?<=[.!?])\s", shape.text)[:2]
    assert you & set(re.findall(r"\w+", " ".join(opening).lower()))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("just-hi", "Hi {name}! Here is {note}."),
        ("just-hi", "Hi {surname}!"),
        ("thinking-of-you", "Hi {name}!"),
        ("one-question", "Hi {name}! And {note}?"),
        ("just-hi", "Hi {name}! " + "So long. " * 12),
    ],
)
def test_an_unsound_shape_is_refused_by_its_id(kind: str, text: str) -> None:
    """A shape that asks for the wrong blanks or may grow too long is named when it is read."""
    data: dict[str, Any] = {each: {} for each in DraftKind} | {"releases": [], kind: {"01": text}}
    with pytest.raises(ValueError, match=rf"en/{kind}/01"):
        parse_shapes(Language.EN, data)


def test_a_file_is_read_once() -> None:
    """Asking again gives the very same shapes: the file is not read for every draft."""
    assert shapes_in(Language.NB) is shapes_in(Language.NB)
