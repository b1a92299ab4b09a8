"""The composing function: what a person gets, whoever they are and whatever they had before."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.chance import mix
from bot.drafts.address import address, emoji_in, is_speakable
from bot.drafts.compose import Brief, compose, subject, weavable
from bot.drafts.draft import BLANK, Draft, DraftKind
from bot.drafts.gentleness import check
from bot.drafts.likeness import is_near_copy, runs_in
from bot.drafts.medium import Medium, fits
from bot.drafts.shapes import shapes_in
from bot.languages import Language

EN, NB, SV = Language
HI = DraftKind.JUST_HI
NAMES = [
    "Åse", "Øystein Dahl", "Jean-Luc Picard", "Li", "Mamma", "Bestemor", "Dr. No", "Kari🌻", "<b>&",
    "K4ri", "[x]", "x" * 30, "", "Kari {note}", "{name}", "🌻🌻", "a\x00b", "Anne Lise",
    "Kari og Per", "n" * 25, "Wolfeschlegelsteinhausenbe",
]  # fmt: skip
NOTES = {
    EN: ["new dog", "our trip to Bergen", "she got the job", "her mother died", "x" * 40],
    NB: ["ny hund", "turen til Bergen", "hun fikk jobben", "kreft", "🌻" * 9],
    SV: ["ny hund", "resan till Bergen", "hon fick jobbet", "cancer", "{name}"],
}
DOG = {EN: "the new dog", NB: "den nye hunden", SV: "den nya hunden"}
PERSONS = [
    "Åse", "Øystein", "Jean-Luc", "Li", "Mamma", "Elin", "Kari", "Ola", "Per", "Anne", "Lars",
    "Ingrid", "Maja", "Nils", "Tove", "Sven", "Astrid", "Björn", "Liv", "Emil", "Ida", "Jon",
    "Karin", "Leif", "Mona", "Odd", "Pia", "Rolf", "Siv", "Ulf",
]  # fmt: skip
languages = st.sampled_from(Language)
kinds = st.sampled_from(DraftKind)
names = st.sampled_from(NAMES) | st.text(max_size=40)
seeds = st.integers()


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """A brief for anyone, after any history."""
    language = draw(languages)
    notes = st.sampled_from(NOTES[language]) | st.text(max_size=45)
    shapes = st.sampled_from(shapes_in(language).all)
    used = draw(st.lists(shapes, max_size=6))
    others = draw(st.lists(shapes, max_size=4))
    return Brief(
        kind=draw(kinds),
        language=language,
        name=draw(names),
        notes=draw(st.lists(notes, max_size=4)),
        typed=draw(st.just("") | notes),
        used=[shape.fill(3, "Åse", "x").shown for shape in used],
        others=[("Ola", shape.fill(5, "Ola", "x").shown) for shape in others],
        shortest=draw(st.booleans()),
    )


def draw_name(seed: int) -> str:
    """Return the name of somebody as people are called."""
    return ["Åse", "Øystein Dahl", "Jean-Luc", "Li", "Mamma", "Dr. No", "Anne Lise"][seed % 7]


def series(brief: Brief, count: int) -> list[Draft]:
    """Return the drafts that one person gets in a row, each knowing those before."""
    got: list[Draft] = []
    for seed in range(count):
        used = [draft.shown for draft in got]
        got.append(compose(replace(brief, used=used), seed))
    return got


@given(brief=briefs(), seed=seeds)
def test_every_draft_is_whole_and_quiet(brief: Brief, seed: int) -> None:
    """Whoever it is for, a draft fits a chat, has no blank left and few signs (R1, R15, R21)."""
    draft = compose(brief, seed)
    assert draft.kind is brief.kind
    assert draft.shape.startswith(f"{brief.language}/{brief.kind}/")
    assert fits(draft.text, Medium.CHAT) or brief.kind is DraftKind.VOICE_OUTLINE
    assert draft.text.count("!") <= 2
    assert emoji_in(draft.text) <= 1
    assert BLANK not in draft.text
    assert draft.text == draft.text.strip()
    assert "  " not in draft.text


@given(brief=briefs(), seed=seeds)
def test_every_draft_passes_its_own_check(brief: Brief, seed: int) -> None:
    """Whoever it is for and whatever was noted, what Hei offers breaks no rule (R1 to R27)."""
    called = draw_name(seed)
    draft = compose(replace(brief, typed="", name=called), seed)
    verdict = check(draft.text, brief.language, kind=draft.kind, name=address(called))
    assert verdict.passes, (draft, verdict.hits)


@given(brief=briefs(), seed=seeds)
def test_a_question_stands_only_in_a_question_draft(brief: Brief, seed: int) -> None:
    """Every kind asks nothing but the one that asks exactly one thing (R3)."""
    asked = compose(replace(brief, typed=""), seed).text.count("?")
    assert asked == (brief.kind is DraftKind.ONE_QUESTION)


@given(brief=briefs(), seed=seeds)
def test_the_same_brief_gives_the_same_draft(brief: Brief, seed: int) -> None:
    """Composing is pure: chance comes in as the seed and nowhere else."""
    assert compose(brief, seed) == compose(brief, seed)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", DraftKind)
def test_one_person_sees_three_hundred_texts_before_any_comes_back(
    language: Language, kind: DraftKind
) -> None:
    """Far more than the sixty and forty that were asked for, and each calls them by name (R26)."""
    got = series(Brief(kind, language, "Elin"), 300)
    assert len({draft.text for draft in got}) == 300
    assert all("Elin" in draft.text for draft in got)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", DraftKind)
def test_thirty_people_get_three_hundred_texts(language: Language, kind: DraftKind) -> None:
    """Whatever the seed, no two of thirty people share a text."""
    texts = [draft.text for name in PERSONS for draft in series(Brief(kind, language, name), 10)]
    assert len(set(texts)) == len(texts)


def test_what_was_used_longest_ago_comes_back_once_all_are_used() -> None:
    """When nothing is new any more, the oldest is good enough."""
    every = [
        shape.fill(n, "Elin", "").shown
        for shape in shapes_in(EN).of(DraftKind.CARD)
        for n in range(shape.count(named=True))
    ]
    assert compose(Brief(DraftKind.CARD, EN, "Elin", used=every), 1).shown in every[:2]


@pytest.mark.parametrize("language", Language)
def test_no_two_people_get_much_the_same_words(language: Language) -> None:
    """Forty people in turn share at most six runs of four words in ten, names aside (R26)."""
    given_so_far: list[tuple[str, str]] = []
    for number in range(40):
        name = PERSONS[number % len(PERSONS)]
        text = compose(Brief(HI, language, name, others=given_so_far), 7).text
        runs = runs_in(text, name)
        assert not any(is_near_copy(runs, runs_in(other, who)) for who, other in given_so_far)
        given_so_far.append((name, text))


@pytest.mark.parametrize("language", Language)
def test_shapes_take_turns(language: Language) -> None:
    """Two drafts in a row come from different shapes, and the first ten from ten."""
    shapes = [draft.shape for draft in series(Brief(HI, language, "Kari"), 10)]
    assert len(set(shapes)) == 10


@pytest.mark.parametrize("language", Language)
@given(seed=seeds)
def test_neighbouring_seeds_part_ways(language: Language, seed: int) -> None:
    """The seed reaches shapes and alternatives: twenty in a row are hardly ever alike."""
    texts = {compose(Brief(HI, language, "Kari"), seed + n).text for n in range(20)}
    assert len(texts) > 12
    assert len({mix(seed + n) for n in range(50)}) == 50


@given(language=languages, cycle=st.lists(kinds, min_size=12, max_size=12), seed=seeds)
def test_release_phrases_come_at_most_once_in_three(
    language: Language, cycle: Sequence[DraftKind], seed: int
) -> None:
    """Whatever kinds follow each other, two drafts in three say nothing about answering (R20)."""
    used: list[str] = []
    for step, kind in enumerate(cycle):
        used.append(compose(Brief(kind, language, "Kari", used=used), seed + step).shown)
    released = [shapes_in(language).releases_in(text) for text in used]
    assert all(sum(released[i : i + 3]) <= 1 for i in range(len(released) - 2))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "kind", [DraftKind.THINKING_OF_YOU, DraftKind.MEMORY, DraftKind.CONGRATULATION]
)
def test_the_newest_fitting_note_is_woven(language: Language, kind: DraftKind) -> None:
    """Of several notes the newest that fits stands in the draft, in its definite form (R19)."""
    sensitive, sentence = NOTES[language][3], NOTES[language][2]
    notes = [sensitive, sentence, NOTES[language][0], NOTES[language][1]]
    draft = compose(Brief(kind, language, "Kari", notes=notes), 1)
    assert DOG[language] in draft.text
    assert sensitive not in draft.text


@given(language=languages, kind=kinds, name=names, seed=seeds)
def test_an_unfit_note_is_left_out(
    language: Language, kind: DraftKind, name: str, seed: int
) -> None:
    """Sensitive notes and sentences are never woven: the draft does without them (R25)."""
    notes = NOTES[language][2:4]
    with_notes = compose(Brief(kind, language, name, notes=notes), seed)
    assert with_notes == compose(Brief(kind, language, name), seed)
    assert not weavable(notes, language, name)


@pytest.mark.parametrize("language", Language)
def test_a_note_with_their_own_name_would_speak_about_them(language: Language) -> None:
    """What belongs to Kari is not said to Kari, but to Ola it is."""
    note = {EN: "Kari's garden", NB: "Karis hage", SV: "Karis trädgård"}[language]
    assert not weavable([note], language, "Kari Nordmann")
    assert weavable([note], language, "Ola") is (language is EN or weavable([note], language, "X"))


@pytest.mark.parametrize("language", Language)
def test_what_is_typed_now_goes_before_the_notes(language: Language) -> None:
    """What the user types for a draft is its anchor, whatever was noted before."""
    trip = NOTES[language][1]
    brief = Brief(DraftKind.MEMORY, language, "Kari", notes=[NOTES[language][0]], typed=trip)
    assert trip in compose(brief, 1).text


@pytest.mark.parametrize("language", Language)
def test_typed_words_that_fit_no_sentence_fill_the_blank(language: Language) -> None:
    """A sentence typed for a draft stands in the blank as a sentence of its own."""
    brief = Brief(DraftKind.MEMORY, language, "Kari", typed="we sang all the way home")
    assert " We sang all the way home. " in f"{compose(brief, 1).text} "


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", [DraftKind.BIRTHDAY, DraftKind.KIND_NO, DraftKind.AFTER_WE_MET])
def test_a_kind_that_is_about_something_else_leaves_the_notes_alone(
    language: Language, kind: DraftKind
) -> None:
    """A birthday or a no holds no stored note: nothing is claimed that was not meant (R24)."""
    draft = compose(Brief(kind, language, "Kari", notes=NOTES[language]), 1)
    assert DOG[language] not in draft.shown


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", Language)
def test_a_name_is_said_as_typed_or_not_at_all(language: Language, name: str) -> None:
    """A draft holds the first name letter for letter; what cannot be said is left out."""
    called = address(name)
    texts = [compose(Brief(HI, language, name), seed).text for seed in range(20)]
    if is_speakable(called):
        assert all(called in text for text in texts)
    else:
        assert not any(called and called in text for text in texts if len(called) > 2)


@pytest.mark.parametrize("language", Language)
def test_no_emoji_reaches_a_condolence(language: Language) -> None:
    """Whoever has a flower in their name is not called by it there (R16)."""
    draft = compose(Brief(DraftKind.CONDOLENCE, language, "Kari🌻"), 1)
    assert emoji_in(draft.text) == 0


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", sorted(set(DraftKind) - {DraftKind.VOICE_OUTLINE}))
@pytest.mark.parametrize("medium", [Medium.SMS, Medium.EMAIL, Medium.LINKEDIN])
def test_the_medium_sets_the_length(language: Language, kind: DraftKind, medium: Medium) -> None:
    """A text message is shorter than a chat: length and sentences fit what carries it (R1, R2)."""
    for seed in range(5):
        draft = compose(Brief(kind, language, "Kari", medium=medium), seed)
        assert fits(draft.text, medium)


@pytest.mark.parametrize("language", Language)
def test_a_card_is_two_sentences(language: Language) -> None:
    """What goes on a card fits a card."""
    for seed in range(30):
        draft = compose(Brief(DraftKind.CARD, language, "Kari", medium=Medium.CARD), seed)
        assert fits(draft.text, Medium.CARD)


@pytest.mark.parametrize("language", Language)
def test_the_shortest_is_short(language: Language) -> None:
    """Whoever hesitates gets a handful of words, and new ones the next time."""
    brief = Brief(HI, language, "Kari", shortest=True)
    first = compose(brief, 1)
    assert len(first.text) < 40
    again = compose(replace(brief, used=[first.shown]), 1)
    assert again.text != first.text
    assert len(again.text) < 40


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", DraftKind)
def test_an_email_has_a_subject_of_few_words(language: Language, kind: DraftKind) -> None:
    """A subject is at most six words, and the same each time it is asked for (R1)."""
    assert 1 <= len(subject(kind, language, 5).split()) <= 6
    assert subject(kind, language, 5) == subject(kind, language, 5)
