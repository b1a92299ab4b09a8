"""Which notes are woven: things, not sentences; nothing that only its user may bring up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drafts.anchors import anchors_in, is_sensitive, is_thing, own_words
from bot.drafts.shapes import LONGEST_ANCHOR, LONGEST_NOTE
from bot.languages import Language
from tests.every_row import every_row
from tests.phrase_tables import table

UNFIT_SIGNS = [
    "new dog!", "dog: Luna", "dog?", "dog.", "a; b", "https://x.y/z", "a@b", "@kari",
    "+47 900 00 000", "12051980", "room 1234", "dog\ncat", "dog\tcat", "", "   ", "🌻 garden",
    "{name}", "«x»", "a\x00b", "<b>dog</b>", "x" * (LONGEST_NOTE + 1), "a b c d e f g", "&", "42",
    "dog,", "-", "x_y",
]  # fmt: skip


def rows(name: str) -> list[tuple[Language, str]]:
    """Return one row per note of a list in each language."""
    return [(language, note) for language in Language for note in table("notes", language)[name]]


def fits(note: str, language: Language) -> bool:
    """Say whether a stored note may be woven, apart from its form."""
    return is_thing(note, language) and not is_sensitive(note, language)


@pytest.mark.parametrize(("language", "note"), rows("things"))
def test_things_are_woven(language: Language, note: str) -> None:
    """A short name of a thing, a place or an undertaking can stand in a draft as it was typed."""
    assert fits(note, language)


@every_row(rows("sentences"))
def test_sentences_reminders_and_other_languages_are_not_woven(
    language: Language, note: str
) -> None:
    """What tells about someone, reminds its user or is in another language would break a draft."""
    assert not fits(note, language)


@every_row(rows("sensitive"))
def test_sensitive_notes_are_never_woven(language: Language, note: str) -> None:
    """Illness, death, break-ups, lost work, money and children that did not come stay out (R25)."""
    assert is_sensitive(note, language)
    assert not fits(note, language)


@every_row(Language, UNFIT_SIGNS)
def test_signs_figures_addresses_and_long_notes_are_not_woven(
    language: Language, note: str
) -> None:
    """Only a few quiet words on one line are woven."""
    assert not fits(note, language)


@given(note=st.text(max_size=60), language=st.sampled_from(Language))
def test_any_note_is_judged_without_harm(note: str, language: Language) -> None:
    """Whatever a note holds, it is one short printable line in a draft, or is left out."""
    for anchor in anchors_in([note], language, "Kari"):
        assert len(anchor) <= LONGEST_ANCHOR
        assert anchor.isprintable()


def test_the_newest_few_notes_are_looked_at() -> None:
    """What was written down long ago is rarely what one would mention."""
    notes = ["new dog", "red boat", "trip to Bergen", "new job", "new bike", "new car"]
    assert anchors_in(notes, Language.EN, "Kari") == [f"the {note}" for note in notes[:5]]


def test_accents_are_in_one_piece() -> None:
    """A woven note is in NFC, with no space around it."""
    assert anchors_in(["  ny ba\u030at "], Language.NB, "Kari") == ["den nye båten"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("the day we sang", "The day we sang."),
        ("we sang.", "We sang."),
        ("", ""),
        ("do you remember?", ""),
        ("wow!", ""),
        ("two\nlines", ""),
        ("x" * 61, ""),
    ],
)
def test_own_words_are_one_quiet_sentence(typed: str, words: str) -> None:
    """What is typed for a draft stands as a sentence, unless it asks, shouts or goes on."""
    assert own_words(typed) == words
