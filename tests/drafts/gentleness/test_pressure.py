"""Pressure is caught in every language, and everyday words are left alone."""

from hypothesis import given
from hypothesis import strategies as st

from bot.drafts.gentleness import Severity, check, lighten
from bot.drafts.kinds import DraftKind
from bot.languages import Language
from bot.lexicons.finder import Finder
from bot.lexicons.phrases import phrase_of
from tests.every_row import every_row
from tests.phrase_tables import table

CAUGHT = [
    (language, rule, text)
    for language in Language
    for rule, texts in table("pressure", language)["caught"].items()
    for text in texts
]
FREE = [(language, text) for language in Language for text in table("pressure", language)["free"]]
SOFT = {"R6", "R14"}
languages = st.sampled_from(Language)


@every_row(CAUGHT)
def test_pressure_is_caught(language: Language, rule: str, text: str) -> None:
    """A line that presses does not pass; one that is only a little sorry for itself is noticed."""
    verdict = check(text, language)
    assert verdict.hits
    assert rule in SOFT or not verdict.passes


@every_row(FREE)
def test_kindness_is_left_alone(language: Language, text: str) -> None:
    """A line that takes pressure away breaks nothing."""
    assert check(text, language).hits == ()


NOTE = {"en": "trip to Bergen", "nb": "turen til Bergen", "sv": "resan till Bergen"}


def test_what_a_kind_is_for_is_no_fault() -> None:
    """An honest ask may ask, and grief may be sorry."""
    ask, grief = "Could you help me move on Saturday?", "I am so sorry about the news."
    assert check(ask, Language.EN, kind=DraftKind.HONEST_ASK).passes
    assert check(grief, Language.EN, kind=DraftKind.CONDOLENCE).passes


def test_a_hit_stands_where_the_words_stand() -> None:
    """Spans are code points of the text as given: before an emoji, after a combining sign."""
    text = "  A\u030ase 🙂🙂! You never call."
    (hit,) = [hit for hit in check(text, Language.EN).hits if hit.rule == "R4"]
    assert text[slice(*hit.span)] == "You never call"
    assert hit.severity is Severity.HARD


@given(text=st.text(max_size=300), language=languages)
def test_any_text_is_judged(text: str, language: Language) -> None:
    """No text is too odd: hits lie inside it and in order, and nothing is raised."""
    hits = check(text, language).hits
    assert all(0 <= hit.span[0] <= hit.span[1] <= len(text) for hit in hits)
    assert [hit.span for hit in hits] == sorted(hit.span for hit in hits)


WORDS = [*sorted({word for _, _, text in CAUGHT for word in text.split()}), "!!", "🙂", "A\u030a"]
messages = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)


@given(text=messages, language=languages, space=st.text(" \n\t", max_size=3))
def test_space_around_changes_nothing(text: str, language: Language, space: str) -> None:
    """The verdict does not depend on space at the end."""
    assert check(text + space, language) == check(text, language)


@given(text=messages, language=languages)
def test_a_lighter_text_passes(text: str, language: Language) -> None:
    """What is made lighter passes or is nothing, and says nothing new."""
    lighter = lighten(text, language)
    assert check(lighter, language).passes
    assert len(lighter) <= len(text) * 2


def test_a_lighter_text_is_no_remainder() -> None:
    """Where a sentence presses there is no lighter version; signs and words are mended in place."""
    text = "Hi Kari! You never call. Hope the garden is in bloom."
    assert lighten(text, Language.EN) == ""
    assert lighten("Hi Kari! Hope u are well!!", Language.EN) == "Hi Kari! Hope you are well!"


def test_a_phrase_is_called_off_in_its_sentence_only() -> None:
    """What calls a phrase off must stand in the same sentence."""
    phrase = phrase_of("glad|happy ..2 cat ~ not => dog", {})
    (found,) = [match for _, _, match in Finder([phrase])(".a happy old cat.not me.")]
    assert found[0] == "happy old cat"
    assert not phrase.is_off(".a happy old cat.not me.", (1, 17))
    assert phrase.is_off(".a happy old cat.not me.", (1, 24))
    assert phrase.lighter == "dog"
