"""The composing function: what a person gets, whoever they are and whatever they had before."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.chance import mix
from bot.domain.records.channels import Carrier
from bot.domain.records.voice import Voice
from bot.drafts.address import address, emoji_in, is_speakable
from bot.drafts.bank import Closeness, Need, Tone, bank_in, made_of
from bot.drafts.brief import Brief
from bot.drafts.compose import compose, subject
from bot.drafts.draft_text import BLANK, Draft
from bot.drafts.gentleness import check
from bot.drafts.kinds import DraftKind
from bot.drafts.likeness import is_near_copy, runs_in
from bot.drafts.notes.noted import Noted
from bot.drafts.rooms import fits
from bot.drafts.words import words_of
from bot.languages import Language
from tests.every_row import every_row

EN, NB, SV = Language
HI, THOUGHT = DraftKind.JUST_HI, DraftKind.THINKING_OF_YOU
NAMES = [
    "Åse", "Øystein Dahl", "Jean-Luc Picard", "Li", "Mamma", "Bestemor", "Dr. No", "Kari🌻", "<b>&",
    "K4ri", "[x]", "x" * 30, "", "Kari {note}", "{name}", "🌻🌻", "a\x00b", "Anne Lise",
    "Kari og Per", "n" * 25, "Wolfeschlegelsteinhausenbe",
]  # fmt: skip
DOG = {
    EN: Noted(Need.NEW, {"the": "the dog", "your": "your dog", "new": "the new dog"}),
    NB: Noted(Need.NEW, {"the": "hunden", "your": "hunden din", "new": "ny hund"}),
    SV: Noted(Need.NEW, {"the": "hunden", "your": "din hund", "new": "ny hund"}),
}
EXAM = {
    EN: Noted(Need.COMING, {"the": "the exam", "when": "on Friday"}),
    NB: Noted(Need.COMING, {"the": "eksamen", "when": "på fredag"}),
    SV: Noted(Need.COMING, {"the": "tentan", "when": "på fredag"}),
}
HARD = Noted(Need.HARD, {})
WALK = {EN: "a walk on Saturday", NB: "en tur på lørdag", SV: "en promenad på lördag"}
PERSONS = [
    "Åse", "Øystein", "Jean-Luc", "Li", "Mamma", "Elin", "Kari", "Ola", "Per", "Anne", "Lars",
    "Ingrid", "Maja", "Nils", "Tove", "Sven", "Astrid", "Björn", "Liv", "Emil", "Ida", "Jon",
    "Karin", "Leif", "Mona", "Odd", "Pia", "Rolf", "Siv", "Ulf",
]  # fmt: skip
languages = st.sampled_from(Language)
kinds = st.sampled_from(DraftKind)
names = st.sampled_from(NAMES) | st.text(max_size=40)
seeds = st.integers()
EVERYBODY = frozenset(Closeness)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """A brief for anyone, after any history."""
    language = draw(languages)
    texts = st.sampled_from(bank_in(language).texts)
    noted = draw(st.lists(st.sampled_from([DOG[language], EXAM[language], HARD]), max_size=3))
    return Brief(
        kind=draw(kinds),
        language=language,
        name=draw(names),
        noted=noted,
        typed=draw(st.just("") | st.just(WALK[language]) | st.text(max_size=45)),
        used=[text.body for text in draw(st.lists(texts, max_size=6))],
        others=[("Ola", text.body) for text in draw(st.lists(texts, max_size=4))],
        shortest=draw(st.booleans()),
        voice=draw(st.sampled_from([Voice(), Voice("Yo {name}!", "x", "❤️"), Voice("", "", "")])),
        closeness=draw(st.sampled_from([frozenset({one}) for one in Closeness])),
        is_hard=HARD in noted,
    )


def series(brief: Brief, count: int) -> list[Draft]:
    """Return the drafts that one person gets in a row, each knowing those before."""
    got: list[Draft] = []
    for seed in range(count):
        used = [draft.shown for draft in got]
        got.append(compose(replace(brief, used=used), seed))
    return got


def need_of(draft: Draft, language: Language) -> Need | None:
    """Return what the text was filled with that a draft was made of."""
    place = made_of(draft.shown, language, draft.kind)
    return None if place is None else bank_in(language).of(draft.kind)[place].need


@given(brief=briefs(), seed=seeds)
def test_every_draft_is_whole_and_quiet(brief: Brief, seed: int) -> None:
    """Whoever it is for, a draft fits a chat, has no blank left and few signs (R1, R15, R21)."""
    draft = compose(replace(brief, typed=""), seed)
    assert draft.kind is brief.kind
    assert fits(draft.text, Carrier.CHAT) or brief.kind is DraftKind.VOICE_OUTLINE
    assert draft.text.count("!") <= 2
    assert emoji_in(draft.text) <= 1
    assert BLANK not in draft.text
    assert draft.text == draft.text.strip()
    assert "  " not in draft.text


@given(brief=briefs(), seed=seeds)
def test_whatever_is_typed_there_is_a_draft_with_it(brief: Brief, seed: int) -> None:
    """What the user types is never lost on the way to the draft."""
    draft = compose(brief, seed)
    longest = max((word for word in words_of(brief.typed)), key=len, default="")
    assert longest in " ".join(words_of(draft.shown))


@given(language=languages, kind=kinds, seed=seeds, person=st.sampled_from(PERSONS))
def test_every_draft_passes_its_own_check(
    language: Language, kind: DraftKind, seed: int, person: str
) -> None:
    """Whoever it is for and whatever was noted, what Hei offers breaks no rule (R1 to R27)."""
    notes = [DOG[language], EXAM[language]]
    typed = WALK[language] if kind is DraftKind.INVITATION else ""
    draft = compose(Brief(kind, language, person, noted=notes, typed=typed), seed)
    verdict = check(draft.text, language, kind=draft.kind, name=address(person))
    assert verdict.passes, (draft, verdict.hits)


@given(brief=briefs(), seed=seeds)
def test_a_question_stands_only_in_a_question_draft(brief: Brief, seed: int) -> None:
    """Every kind asks nothing but the one that asks exactly one thing (R3), and the phone."""
    asked = compose(replace(brief, typed="", is_hard=False), seed).text.count("?")
    if brief.kind is DraftKind.CALL_OPENER:
        assert asked <= 1
    else:
        assert asked == (brief.kind is DraftKind.ONE_QUESTION)


@given(brief=briefs(), seed=seeds)
def test_the_same_brief_gives_the_same_draft(brief: Brief, seed: int) -> None:
    """Composing is pure: chance comes in as the seed and nowhere else."""
    assert compose(brief, seed) == compose(brief, seed)


@every_row(Language, DraftKind)
def test_no_text_comes_back_before_all_are_used(language: Language, kind: DraftKind) -> None:
    """All fitting texts come once; then the one used longest ago does (R26)."""
    brief = Brief(kind, language, "Elin", closeness=EVERYBODY)
    fitting = [t for t in bank_in(language).of(kind) if t.need in {Need.NOTHING, Need.TYPED}]
    fitting = [t for t in fitting if not t.season]
    if any(t.need is Need.NOTHING for t in fitting):
        fitting = [t for t in fitting if t.need is Need.NOTHING]
    got = series(brief, len(fitting) + 1)
    assert len({draft.shown for draft in got}) == len(fitting)
    assert got[-1].shown == got[0].shown


@every_row(Language)
def test_neighbours_have_different_thoughts(language: Language) -> None:
    """Another hello says something else than the three before it."""
    thoughts = [draft.thought for draft in series(Brief(HI, language, "Kari"), 20)]
    for place in range(3, 20):
        assert thoughts[place] not in thoughts[place - 3 : place]


@every_row(Language)
def test_no_two_people_get_the_same_words(language: Language) -> None:
    """Twenty people in turn share at most six runs of four words in ten, names aside (R26)."""
    given_so_far: list[tuple[str, str]] = []
    for name in PERSONS[:20]:
        text = compose(Brief(HI, language, name, others=given_so_far), 7).text
        runs = runs_in(text, name)
        assert not any(is_near_copy(runs, runs_in(other, who)) for who, other in given_so_far)
        given_so_far.append((name, text))


@pytest.mark.parametrize("language", Language)
@given(seed=seeds)
def test_neighbouring_seeds_part_ways(language: Language, seed: int) -> None:
    """The seed reaches the texts: twenty in a row are hardly ever alike."""
    texts = {compose(Brief(HI, language, "Kari"), seed + n).text for n in range(20)}
    assert len(texts) > 8
    assert len({mix(seed + n) for n in range(50)}) == 50


@given(language=languages, cycle=st.lists(kinds, min_size=12, max_size=12), seed=seeds)
def test_release_phrases_come_at_most_once_in_three(
    language: Language, cycle: Sequence[DraftKind], seed: int
) -> None:
    """Whatever kinds follow each other, two drafts in three say nothing about answering (R20)."""
    used: list[str] = []
    for step, kind in enumerate(cycle):
        used.append(compose(Brief(kind, language, "Kari", used=used), seed + step).shown)
    released = [bank_in(language).releases_in(text) for text in used]
    assert all(sum(released[i : i + 3]) <= 1 for i in range(len(released) - 2))


@every_row(Language, [THOUGHT, DraftKind.CONGRATULATION])
def test_a_note_that_is_understood_is_woven(language: Language, kind: DraftKind) -> None:
    """A dog is spoken of as a dog, and as theirs (R19)."""
    draft = compose(Brief(kind, language, "Kari", noted=[DOG[language]]), 1)
    assert need_of(draft, language) is Need.NEW


@every_row(Language)
def test_the_newest_note_comes_first_and_then_the_next(language: Language) -> None:
    """Nobody hears of the dog twice in a row where there is also an exam."""
    notes = [DOG[language], EXAM[language]]
    first, second = series(Brief(THOUGHT, language, "Kari", noted=notes), 2)
    assert need_of(first, language) is Need.NEW
    assert need_of(second, language) is Need.COMING


@every_row(Language)
def test_beside_something_hard_nothing_is_played_or_presumed(language: Language) -> None:
    """Only what presumes nothing, and hellos that do not play (R25)."""
    hard = [text for text in bank_in(language).of(THOUGHT) if text.need is Need.HARD]
    brief = Brief(THOUGHT, language, "Kari", noted=[HARD, DOG[language]], is_hard=True)
    assert hard
    for noted in ([HARD, DOG[language]], []):
        for draft in series(replace(brief, noted=noted), 12):
            assert draft.thought in {text.thought for text in hard}
    playful = {t.body for t in bank_in(language).of(HI) if t.tone is Tone.PLAYFUL}
    for draft in series(Brief(HI, language, "", is_hard=True, voice=Voice("", "", "")), 12):
        assert draft.shown not in playful


@every_row(Language)
def test_what_is_typed_now_goes_before_the_notes(language: Language) -> None:
    """What the user types for a memory is the memory, whatever was noted before."""
    trip = {EN: "the trip to Bergen", NB: "turen til Bergen", SV: "resan till Bergen"}[language]
    brief = Brief(DraftKind.MEMORY, language, "Kari", noted=[DOG[language]], typed=trip)
    assert trip.casefold() in compose(brief, 1).text.casefold()


@every_row(Language)
def test_typed_words_that_are_not_understood_stand_as_they_are(language: Language) -> None:
    """A sentence typed for a draft stands in it as a sentence of its own."""
    brief = Brief(DraftKind.MEMORY, language, "Kari", typed="we sang all the way home")
    assert " We sang all the way home." in compose(brief, 1).text


@every_row(Language)
def test_an_invitation_names_no_other_time_than_theirs(language: Language) -> None:
    """What was typed stands first, then a way out; without a time there is a blank."""
    brief = Brief(DraftKind.INVITATION, language, "Kari", typed=WALK[language])
    for draft in series(brief, 5):
        said = WALK[language][0].upper() + WALK[language][1:]
        assert said in draft.shown
        assert "?" not in draft.shown
    for draft in series(replace(brief, typed=""), 5):
        assert BLANK in draft.shown
        assert BLANK not in draft.text


@every_row(Language)
def test_a_way_out_is_left_once(language: Language) -> None:
    """Whoever typed a way out already has written the whole invitation."""
    out = {EN: "if you like", NB: "om du vil", SV: "om du vill"}[language]
    typed = f"{WALK[language]} {out}"
    draft = compose(Brief(DraftKind.INVITATION, language, "Kari", typed=typed), 1)
    assert draft.shown == f"{typed[0].upper()}{typed[1:]}."


def test_long_typed_words_are_the_whole_message() -> None:
    """What fits no text is not cut: it is the message."""
    typed = "word " * 30
    draft = compose(Brief(DraftKind.SHARE_A_TIP, EN, "Kari", typed=typed, carrier=Carrier.SMS), 1)
    assert typed.strip().casefold() in draft.shown.casefold()


@every_row(Language, [DraftKind.BIRTHDAY, DraftKind.KIND_NO, DraftKind.AFTER_WE_MET])
def test_a_kind_that_is_about_something_else_leaves_the_notes_alone(
    language: Language, kind: DraftKind
) -> None:
    """A birthday or a no holds no stored note: nothing is claimed that was not meant (R24)."""
    with_notes = compose(Brief(kind, language, "Kari", noted=[DOG[language]]), 1)
    assert with_notes == compose(Brief(kind, language, "Kari"), 1)


@every_row(Language)
def test_own_lines_come_first(language: Language) -> None:
    """The user's own lines, each once, before any text of the bank; their name in its place."""
    brief = Brief(HI, language, "Kari", own=["Du, {name} …", "Yo."])
    first, second, third = series(brief, 3)
    assert [first.shown, second.shown] == ["Du, Kari …", "Yo."]
    assert third.thought


@every_row(Language)
def test_a_season_is_spoken_of_in_its_season_only(language: Language) -> None:
    """Nothing is said of Friday on a Monday."""
    seasonal = {t.body for t in bank_in(language).of(HI) if t.season}
    assert seasonal
    bare = Brief(HI, language, "", voice=Voice("", "", ""), closeness=EVERYBODY)
    assert not seasonal & {draft.shown for draft in series(bare, 40)}
    seasons = frozenset(text.season for text in bank_in(language).of(HI))
    found = {draft.shown for draft in series(replace(bare, seasons=seasons), 60)}
    assert seasonal & found


@every_row(Language, NAMES)
def test_a_name_is_said_as_typed_or_not_at_all(language: Language, name: str) -> None:
    """A draft holds the first name letter for letter; what cannot be said is left out."""
    called = address(name)
    texts = [compose(Brief(HI, language, name), seed).text for seed in range(20)]
    if not is_speakable(called):
        assert not any(called and called in text for text in texts if len(called) > 2)
    assert not any("{" in text for text in texts)


@every_row(Language)
def test_no_emoji_reaches_a_condolence(language: Language) -> None:
    """Whoever has a flower in their name is not called by it there (R16)."""
    draft = compose(Brief(DraftKind.CONDOLENCE, language, "Kari🌻"), 1)
    assert emoji_in(draft.text) == 0


@every_row(
    Language,
    sorted(set(DraftKind) - {DraftKind.VOICE_OUTLINE}),
    [Carrier.SMS, Carrier.EMAIL, Carrier.LINKEDIN],
)
def test_the_carrier_sets_the_length(language: Language, kind: DraftKind, carrier: Carrier) -> None:
    """A text message is shorter than a chat: length and sentences fit what carries it (R1, R2)."""
    for seed in range(5):
        draft = compose(Brief(kind, language, "Kari", carrier=carrier), seed)
        assert fits(draft.text, carrier)


@every_row(Language)
def test_the_shortest_is_short(language: Language) -> None:
    """Whoever hesitates gets a handful of words, and new ones the next time."""
    brief = Brief(HI, language, "Kari", shortest=True)
    first = compose(brief, 1)
    assert len(first.text) < 40
    again = compose(replace(brief, used=[first.shown]), 1)
    assert again.text != first.text
    assert len(again.text) < 40


@every_row(Language, DraftKind)
def test_an_email_has_a_subject_of_few_words(language: Language, kind: DraftKind) -> None:
    """A subject is at most six words, and the same each time it is asked for (R1)."""
    assert 1 <= len(subject(kind, language, 5).split()) <= 6
    assert subject(kind, language, 5) == subject(kind, language, 5)
