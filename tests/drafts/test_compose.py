"""The composing function: what a person gets, whoever they are and whatever they had before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.drafts.address import address, emoji_in, is_speakable
from bot.drafts.compose import compose, mix, next_kind, weavable
from bot.drafts.draft import Draft, DraftKind
from bot.drafts.shapes import shapes_in

EN, NB, SV = Language.EN, Language.NB, Language.SV
NAMES = [
    "Åse", "Øystein Dahl", "Jean-Luc Picard", "Li", "Mamma", "Bestemor", "Dr. No", "Kari🌻", "<b>&",
    "K4ri", "[x]", "x" * 30, "", "Kari {note}", "{name}", "🌻🌻", "a\x00b", "Anne Lise",
    "Kari og Per", "n" * 25, "Wolfeschlegelsteinhausenbe",
]  # fmt: skip
NOTES = {
    EN: [
        "new dog",
        "our trip to Bergen",
        "she got the job",
        "her mother died",
        "x" * 40,
        "a" * 200,
    ],
    NB: ["ny hund", "turen til Bergen", "hun fikk jobben", "kreft", "x" * 40, "🌻" * 9],
    SV: ["ny hund", "resan till Bergen", "hon fick jobbet", "cancer", "x" * 40, "{name}"],
}
FIRST = {EN: "new dog", NB: "ny hund", SV: "ny hund"}
languages = st.sampled_from(Language)
kinds = st.sampled_from(DraftKind)
names = st.sampled_from(NAMES) | st.text(max_size=40)
seeds = st.integers()


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Any draft for anyone, after any history."""
    language = draw(languages)
    notes = draw(st.lists(st.sampled_from(NOTES[language]) | st.text(max_size=45), max_size=5))
    shapes = shapes_in(language).all
    used = draw(st.lists(st.sampled_from([s.fill("Åse", "x").text for s in shapes]), max_size=8))
    return compose(language, draw(names), notes, used, draw(kinds | st.none()), draw(seeds))


def series(
    language: Language, name: str, notes: list[str], kind: DraftKind, count: int
) -> list[Draft]:
    """Return the drafts that one person gets in a row, each knowing those before."""
    given_so_far: list[Draft] = []
    for seed in range(count):
        texts = [draft.text for draft in given_so_far]
        given_so_far.append(compose(language, name, notes, texts, kind, seed))
    return given_so_far


@given(draft=drafts())
def test_every_draft_keeps_its_length_and_signs(draft: Draft) -> None:
    """Whoever it is for, a draft is short, whole and quiet, no blank left (R1, R15, R16, R21)."""
    assert len(draft.text) <= (120 if draft.kind is DraftKind.JUST_HI else 160)
    assert draft.text.count("!") <= 2
    assert "!!" not in draft.text
    assert emoji_in(draft.text) <= 1
    assert not set("{}«»\n") & set(draft.text)
    assert draft.text == draft.text.strip()


@given(draft=drafts())
def test_a_question_stands_only_in_a_question_draft(draft: Draft) -> None:
    """A hello and a thought ask nothing; a question draft asks exactly one thing (R3)."""
    assert draft.text.count("?") == (draft.kind is DraftKind.ONE_QUESTION)


@given(language=languages, name=names, seed=seeds)
def test_the_first_draft_of_a_nudge_is_just_a_hello(
    language: Language, name: str, seed: int
) -> None:
    """With no kind asked for, the draft is just a hello, even where a note would fit."""
    draft = compose(language, name, NOTES[language], [], None, seed)
    assert draft.kind is DraftKind.JUST_HI
    assert draft.shape.startswith(f"{language}/just-hi/")


@given(language=languages, name=names, kind=kinds, seed=seeds)
def test_the_same_arguments_give_the_same_draft(
    language: Language, name: str, kind: DraftKind, seed: int
) -> None:
    """Composing is pure: chance comes in as the seed and nowhere else."""
    arguments = (language, name, NOTES[language], ["Hi!"], kind, seed)
    assert compose(*arguments) == compose(*arguments)


@pytest.mark.parametrize("language", Language)
def test_the_seed_reaches_every_greeting(language: Language) -> None:
    """Neighbouring seeds part ways, and no shape with a name is out of reach."""
    got = {compose(language, "Kari", [], [], None, seed).shape for seed in range(300)}
    shapes = shapes_in(language).of(DraftKind.JUST_HI)
    assert got == {shape.id for shape in shapes if "name" in shape.blanks}
    assert len({mix(seed) for seed in range(-50, 50)}) == 100


@pytest.mark.parametrize("language", Language)
def test_a_name_comes_first(language: Language) -> None:
    """Whoever can be called by name is, until every greeting with a name has been used."""
    named = [s for s in shapes_in(language).of(DraftKind.JUST_HI) if "name" in s.blanks]
    got = series(language, "Kari", [], DraftKind.JUST_HI, len(named) + 2)
    without = [place for place, draft in enumerate(got) if "Kari" not in draft.text]
    assert all(place >= len(named) - 2 for place in without)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", DraftKind)
@pytest.mark.parametrize("name", ["Kari", "K4ri", "Kari🌻"])
def test_no_text_comes_twice_before_all_are_used(
    language: Language, kind: DraftKind, name: str
) -> None:
    """One person sees every fitting shape once before any comes back, and then the oldest (R26)."""
    fitting = [
        shape
        for shape in shapes_in(language).of(kind)
        if (is_speakable(name) or "name" not in shape.blanks)
        and emoji_in(shape.text) + emoji_in(name) * ("name" in shape.blanks) <= 1
    ]
    got = series(language, name, [FIRST[language]], kind, 2 * len(fitting))
    texts = [draft.text for draft in got]
    assert len(set(texts[: len(fitting)])) == len(fitting)
    assert len(set(texts)) == len(fitting)
    for place in range(len(fitting), len(texts)):
        oldest_first = list(dict.fromkeys(reversed(texts[:place])))[::-1]
        assert texts[place] == oldest_first[0]


@given(language=languages, cycle=st.lists(kinds, min_size=12, max_size=12), seed=seeds)
def test_release_phrases_come_at_most_once_in_three(
    language: Language, cycle: list[DraftKind], seed: int
) -> None:
    """Whatever kinds follow each other, two drafts in three say nothing about answering (R20)."""
    used: list[str] = []
    for step, kind in enumerate(cycle):
        used.append(compose(language, "Kari", [FIRST[language]], used, kind, seed + step).text)
    released = [shapes_in(language).releases_in(text) for text in used]
    assert all(sum(released[i : i + 3]) <= 1 for i in range(len(released) - 2))


@pytest.mark.parametrize("language", Language)
def test_a_thought_holds_the_newest_fitting_note_as_typed(language: Language) -> None:
    """Of several notes the newest that fits is woven, letter for letter (R19)."""
    sensitive, unfit = NOTES[language][3], NOTES[language][2]
    notes = [sensitive, unfit, FIRST[language], NOTES[language][1]]
    draft = compose(language, "Kari", notes, [], DraftKind.ANCHOR, 1)
    assert FIRST[language] in draft.text
    assert sensitive not in draft.text
    assert draft.kind is DraftKind.ANCHOR


@pytest.mark.parametrize("language", Language)
def test_a_new_note_does_not_bring_back_a_worn_shape(language: Language) -> None:
    """With a new note the sentence changes too, as long as there is one this person has not had."""
    before = series(language, "Kari", [NOTES[language][1]], DraftKind.ANCHOR, 6)
    notes, used = [FIRST[language], NOTES[language][1]], [draft.text for draft in before]
    for seed in range(30):
        draft = compose(language, "Kari", notes, used, DraftKind.ANCHOR, seed)
        assert draft.shape not in {each.shape for each in before}
        assert FIRST[language] in draft.text


@given(language=languages, name=names, seed=seeds)
def test_without_a_fitting_note_a_thought_is_just_a_hello(
    language: Language, name: str, seed: int
) -> None:
    """Sensitive and unfit notes are never woven: the draft falls back to a hello (R25)."""
    unfit = NOTES[language][2:4]
    assert compose(language, name, unfit, [], DraftKind.ANCHOR, seed).kind is DraftKind.JUST_HI
    assert compose(language, name, [], [], DraftKind.ANCHOR, seed).kind is DraftKind.JUST_HI


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", Language)
def test_a_name_is_said_as_typed_or_not_at_all(language: Language, name: str) -> None:
    """A draft holds the first name letter for letter; what cannot be said is left out."""
    called = address(name)
    texts = [compose(language, name, [], [], None, seed).text for seed in range(60)]
    if is_speakable(called):
        assert any(called in text for text in texts)
    else:
        assert not any(called and called in text for text in texts if len(called) > 2)


@pytest.mark.parametrize("language", Language)
def test_another_walks_from_hello_to_thought_to_question(language: Language) -> None:
    """*Another* offers a hello, then a note that fits, then a question, then a hello again."""
    with_note, without = [FIRST[language]], [NOTES[language][3]]
    assert next_kind(DraftKind.JUST_HI, with_note, language) is DraftKind.ANCHOR
    assert next_kind(DraftKind.JUST_HI, without, language) is DraftKind.ONE_QUESTION
    assert next_kind(DraftKind.ANCHOR, with_note, language) is DraftKind.ONE_QUESTION
    assert next_kind(DraftKind.ONE_QUESTION, with_note, language) is DraftKind.JUST_HI


def test_a_note_with_the_persons_own_name_is_not_woven() -> None:
    """A draft never speaks to someone about themselves by name."""
    assert weavable(["Kari's garden", "new dog"], EN, "Kari Nordmann") == ["new dog"]
    assert weavable(["Karis hage"], NB, "Kari") == []
    assert weavable(["Karis hage"], NB) == ["Karis hage"]
    assert next_kind(DraftKind.JUST_HI, ["Karis hage"], NB, "Kari") is DraftKind.ONE_QUESTION


def test_only_the_newest_notes_are_woven() -> None:
    """What was written down long ago is left in peace: the five newest fitting notes count."""
    notes = ["jazz", "choir", "sailing", "chess", "baking", "vinyl"]
    assert weavable(notes, EN) == notes[:5]
