"""The form of a note inside a sentence: right, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drafts.notes.inflection import definite, thing_in, words_in
from bot.languages import Language

FORMS = {
    Language.EN: {
        "new dog": "the new dog",
        "New dog": "the new dog",
        "a new job": "the new job",
        "trip to Bergen": "the trip to Bergen",
        "our trip to Bergen": "our trip to Bergen",
        "Ola's wedding": "Ola's wedding",
        "chess": "chess",
        "Marathon in May": "the marathon in May",
    },
    Language.NB: {
        "ny hund": "den nye hunden",
        "Ny hund": "den nye hunden",
        "nytt hus": "det nye huset",
        "nye briller": "de nye brillene",
        "tur til Bergen": "turen til Bergen",
        "fjelltur": "fjellturen",
        "turen til Bergen": "turen til Bergen",
        "den nye båten": "den nye båten",
        "vår tur til Roma": "vår tur til Roma",
        "Olas bryllup": "Olas bryllup",
        "en ny katt": "den nye katten",
    },
    Language.SV: {
        "ny hund": "den nya hunden",
        "Ny hund": "den nya hunden",
        "nytt hus": "det nya huset",
        "nya glasögon": "de nya glasögonen",
        "resa till Rom": "resan till Rom",
        "fjälltur": "fjällturen",
        "resan till Rom": "resan till Rom",
        "den nya båten": "den nya båten",
        "vår resa till Rom": "vår resa till Rom",
        "Olas bröllop": "Olas bröllop",
        "en ny katt": "den nya katten",
    },
}
NONE = {
    Language.NB: ["spansk og fransk", "nye flombertinger", "ny", "hund som", "ny hund Oslo nå", ""],
    Language.SV: ["spanska och franska", "nya flombertar", "ny", "ny hund nu", "en", ""],
    Language.EN: ["", "a", "two kids Ella and Noah", "learning Italian", "Manchester United"],
}
OWNED = {
    Language.EN: {
        "dog": ("your dog", "the new dog"),
        "red bike": ("your red bike", "the new bike"),
    },
    Language.NB: {
        "hund": ("hunden din", "ny hund"),
        "hytte": ("hytta di", "ny hytte"),
        "hus": ("huset ditt", "nytt hus"),
        "rød sykkel": ("den røde sykkelen din", "ny sykkel"),
        "hagen": ("hagen din", "ny hage"),
    },
    Language.SV: {
        "hund": ("din hund", "ny hund"),
        "hus": ("ditt hus", "nytt hus"),
        "röd cykel": ("din röda cykel", "ny cykel"),
        "trädgården": ("din trädgård", "ny trädgård"),
    },
}
ROWS = [(lang, note, form) for lang, table in FORMS.items() for note, form in table.items()]


@pytest.mark.parametrize(("language", "note", "form"), ROWS)
def test_a_note_takes_its_definite_form(language: Language, note: str, form: str) -> None:
    """A note is spoken of as something both know."""
    assert definite(note, language) == form


@pytest.mark.parametrize(
    ("language", "note"), [(lang, note) for lang, notes in NONE.items() for note in notes]
)
def test_what_is_not_certain_has_no_form(language: Language, note: str) -> None:
    """A broken sentence is worse than a plain one."""
    assert definite(note, language) is None


@pytest.mark.parametrize(
    ("language", "note", "forms"),
    [(lang, note, forms) for lang, table in OWNED.items() for note, forms in table.items()],
)
def test_what_is_theirs_is_theirs(language: Language, note: str, forms: tuple[str, str]) -> None:
    """A thing is said as the reader's own, and as something new."""
    thing, known = thing_in(note, language), words_in(language)
    assert thing
    assert (thing.yours(known), thing.new(known)) == forms


@given(language=st.sampled_from(Language), note=st.text(max_size=40))
def test_any_note_is_read_without_harm(language: Language, note: str) -> None:
    """Whatever a note holds, the answer is one line of words or none."""
    form = definite(note, language)
    assert form is None or form == " ".join(form.split())


@pytest.mark.parametrize("language", Language)
def test_a_definite_form_stays_as_it_is(language: Language) -> None:
    """Every noun's definite form is its own definite form: nothing is inflected twice."""
    for noun in words_in(language).nouns.values():
        if noun.definite not in words_in(language).nouns:
            assert definite(noun.definite, language) == noun.definite
