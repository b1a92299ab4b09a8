"""What people are called in a draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drafts.address import address, called, emoji_in, is_speakable
from bot.drafts.bank import NAME, bank_in, made_of
from bot.drafts.brief import Brief
from bot.drafts.compose import compose
from bot.drafts.kinds import DraftKind
from bot.drafts.wording import greeted
from bot.drafts.words import words_of
from bot.languages import Language
from bot.languages.data import table
from tests.every_row import every_row
from tests.phrase_tables import in_own_language, lists

WORDS = [
    "Dr", "Dr.", "Prof.", "Fru", "The", "the", "familien", "Familjen", "Team", "my", "min", "Boss",
    "sjefen", "chefen", "Kari", "Ola", "Mamma", "Onkel", "og", "&", "🌻", "K.", "KN", "naboen",
    "Kari🌻",
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Kari Nordmann", "Kari"),
        ("Jean-Luc Picard", "Jean-Luc"),
        ("Mamma", "Mamma"),
        ("Bestemor", "Bestemor"),
        ("Åse", "Åse"),
        ("Li", "Li"),
        ("kari nordmann", "kari"),
        ("  Øystein   Dahl ", "Øystein"),
        ("Anne Lise Berg", "Anne Lise"),
        ("Per Olav", "Per Olav"),
        ("Anne Hansen", "Anne"),
        ("Tante Anna Berg", "Tante Anna"),
        ("Moster Eva", "Moster Eva"),
        ("Aunt May", "Aunt May"),
        ("Kari og Per", "Kari og Per"),
        ("Tom & Jerry", "Tom & Jerry"),
        ("Nordmann, Kari", "Kari"),
        ("Kari,", "Kari"),
        ("Kari (jobb)", "Kari"),
        ("   ", ""),
    ],
)
def test_people_are_called_by_their_first_name(name: str, called: str) -> None:
    """The first name is taken as it was typed; names that are a whole are kept whole."""
    assert address(name) == called


@every_row(lists("address", "called"))
def test_what_is_surely_right_is_said(name: str, said: str) -> None:
    """A nickname in quotes, kin, two people, and no capitals that shout."""
    assert address(name) == said


@every_row(lists("address", "nothing"))
def test_of_what_is_no_name_nothing_is_said(name: str, why: str) -> None:
    """A title, a family, a role, somebody else's mother, initials and pictures are no names."""
    assert not address(name), why


def test_the_lists_of_all_languages_agree() -> None:
    """Each has the same lists, in small letters, and whom one speaks to is nowhere a doubt."""
    lists_of = [table(each, "address.toml") for each in Language]
    assert {tuple(one) for one in lists_of} == {tuple(lists_of[0])}
    words = {key: {word for one in lists_of for word in one[key]} for key in lists_of[0]}
    assert all(word == word.casefold() for listed in words.values() for word in listed)
    kin = words["kin"] | words["kin_with_name"] | words["related"]
    doubts = ("titles", "families", "openers", "owners_before", "roles", "joiners", "particles")
    assert [(key, kin & words[key]) for key in doubts if kin & words[key]] == []


@every_row(lists("address", "nothing"))
def test_what_was_told_goes_before_the_name(name: str, why: str) -> None:
    """A nickname is said as it is; told nothing, a draft says nothing, whatever the name is."""
    assert called(name, "Kaz") == "Kaz", why
    assert not called(name, "")
    assert not called("Kari Nordmann", "")
    assert called(name) == address(name)


@every_row(DraftKind, in_own_language("address", "nothing"))
def test_no_draft_begins_with_what_is_no_name(
    kind: DraftKind, language: Language, name: str, why: str
) -> None:
    """Whatever it is for, a draft to someone of no certain name is one of those without a name."""
    draft = compose(Brief(kind, language, name), seed=len(name))
    place = made_of(draft.shown, language, kind)
    assert place is not None, why
    text = bank_in(language).of(kind)[place]
    assert NAME not in text.slots, why
    bare = {greeted(greeting, "") for greeting in bank_in(language).greetings}
    assert not text.greeting or draft.shown.startswith(tuple(bare)), why


@given(name=st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join))
def test_no_name_of_any_words_makes_a_draft_call_out_a_title(name: str) -> None:
    """However a title, a family word, an owner and a picture are put together, none is said."""
    said = words_of(address(name))
    assert not said or said[0] in {"kari", "ola", "mamma", "onkel"}
    assert not emoji_in(address(name))


@pytest.mark.parametrize(
    "name", ["Kari", "Jean-Luc", "O'Brien", "Kari🌻", "🌻", "<b>&", "李", "Dr. No"]
)
def test_odd_but_sayable_names_are_greeted(name: str) -> None:
    """A hyphen, an apostrophe, one emoji or another script is no reason to leave a name out."""
    assert is_speakable(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "K4ri",
        "42",
        "[Kari]",
        "{name}",
        "Kari!",
        "Wow?",
        "&",
        "x" * 26,
        "a\x00b",
        "a\u202eb",
        "🌻🌻",
        "K🌻🌻",
    ],
)
def test_names_that_would_spoil_a_greeting_are_left_out(name: str) -> None:
    """Figures, brackets, loud signs, hidden marks, many emoji and over-long names are not said."""
    assert not is_speakable(name)
