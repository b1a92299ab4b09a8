"""Which notes are woven: things, not sentences; nothing that only its user may bring up."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.drafts.anchors import as_anchor, fits, is_sensitive
from bot.drafts.shapes import LONGEST_NOTE

NOTES = tomllib.loads(Path(__file__).with_name("notes.toml").read_text(encoding="utf-8"))
UNFIT_SIGNS = [
    "new dog!", "dog: Luna", "dog?", "dog.", "a; b", "https://x.y/z", "a@b", "@kari",
    "+47 900 00 000", "12051980", "room 1234", "dog\ncat", "dog\tcat", "", "   ", "🌻 garden",
    "{name}", "«x»", "a\x00b", "<b>dog</b>", "x" * (LONGEST_NOTE + 1), "a b c d e f g", "&", "42",
    "dog,", "-", "x_y",
]  # fmt: skip


def rows(table: str) -> list[tuple[Language, str]]:
    """Return one row per note of a table."""
    return [(Language(code), note) for code, notes in NOTES[table].items() for note in notes]


@pytest.mark.parametrize(("language", "note"), rows("things"))
def test_things_are_woven(language: Language, note: str) -> None:
    """A short name of a thing, a place or an undertaking can stand in a draft as it was typed."""
    assert fits(note, language)


@pytest.mark.parametrize(("language", "note"), rows("sentences"))
def test_sentences_reminders_and_other_languages_are_not_woven(
    language: Language, note: str
) -> None:
    """What tells about someone, reminds its user or is in another language would break a draft."""
    assert not fits(note, language)


@pytest.mark.parametrize(("language", "note"), rows("sensitive"))
def test_sensitive_notes_are_never_woven(language: Language, note: str) -> None:
    """Illness, death, break-ups, lost work, money and children that did not come stay out (R25)."""
    assert is_sensitive(note, language)
    assert not fits(note, language)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("note", UNFIT_SIGNS)
def test_signs_figures_addresses_and_long_notes_are_not_woven(
    language: Language, note: str
) -> None:
    """Only a few quiet words on one line are woven."""
    assert not fits(note, language)


@given(note=st.text(max_size=60), language=st.sampled_from(Language))
def test_any_note_is_judged_without_harm(note: str, language: Language) -> None:
    """Whatever a note holds, the answer is yes or no, and yes only for one short line."""
    if fits(note, language):
        assert len(as_anchor(note)) <= LONGEST_NOTE
        assert as_anchor(note).isprintable()


def test_a_note_keeps_its_letters() -> None:
    """A woven note stands as typed, with no space around it and its accents in one piece."""
    assert as_anchor("  Ny båt ") == "Ny båt"
    assert as_anchor("ny ba\u030at") == "ny båt"
    assert fits("ny ba\u030at", Language.NB)
