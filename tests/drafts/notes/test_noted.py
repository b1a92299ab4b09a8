"""What notes tell: understood by kind and said in the right form, or not woven at all."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.records.contact import Ahead, Note, Precision
from bot.drafts.bank import LONGEST_NOTE, Need
from bot.drafts.notes.matters import is_hard
from bot.drafts.notes.noted import Noted, noted_in, read_note
from bot.languages import Language
from tests.every_row import every_row
from tests.phrase_tables import table

EN, NB, SV = Language
WRITTEN_AT = datetime(2026, 11, 30, 12, tzinfo=UTC)
TUESDAY = date(2026, 12, 1)
UNFIT_SIGNS = [
    "new dog!", "dog?", "dog.", "a; b", "https://x.y/z", "a@b", "@kari", "+47 900 00 000",
    "12051980", "dog\ncat", "dog\tcat", "", "   ", "🌻 garden", "{name}", "«x»", "a\x00b",
    "<b>dog</b>", "x" * (LONGEST_NOTE + 1), "a b c d e f g", "&", "42", "dog,", "-", "x_y",
]  # fmt: skip


def read(note: str, language: Language, today: date = TUESDAY) -> Noted | None:
    """Return what a note about Kari tells."""
    return read_note(Note(1, note, WRITTEN_AT), language, ["Kari"], today)


def ahead(what: str, day: date, precision: Precision = Precision.DAY) -> Note:
    """Return a note that tells of a day to come."""
    return Note(1, f"{what} …", WRITTEN_AT, Ahead(what, day, precision))


def rows(name: str) -> list[tuple[Language, str]]:
    """Return one row per note of a list in each language."""
    return [(language, note) for language in Language for note in table("notes", language)[name]]


def understood() -> Iterator[tuple[Language, str, str, str]]:
    """Yield notes with the kind of thing they tell, and how that is said."""
    for language in Language:
        for need, notes in table("notes", language)["understood"].items():
            yield from ((language, note, need, form) for note, form in notes.items())


@every_row(understood())
def test_a_note_is_understood_by_its_kind(
    language: Language, note: str, need: str, form: str
) -> None:
    """A dog, a job, a hobby, a daughter and a move each have their own texts."""
    noted = read(note, language)
    assert noted
    assert noted.need == need
    assert form in noted.slots.values()


@every_row(rows("things"))
def test_names_of_things_are_woven(language: Language, note: str) -> None:
    """A short name of a thing or an undertaking can stand in a draft."""
    noted = read(note, language)
    assert noted
    assert noted.need in {Need.THING, Need.NEW}


@every_row(rows("left"))
def test_what_is_not_understood_is_not_woven(language: Language, note: str) -> None:
    """What tells about someone, reminds its user or is in another language would break a draft."""
    noted = read(note, language)
    assert noted is None or noted.need is Need.HARD


@every_row(rows("hard"))
def test_hard_matters_have_nothing_to_weave(language: Language, note: str) -> None:
    """Illness, death, break-ups, lost work, money and children that did not come stay out (R25)."""
    assert is_hard(note, language)
    assert read(note, language) == Noted(Need.HARD, {})


@every_row(rows("light"))
def test_everyday_notes_are_not_hard(language: Language, note: str) -> None:
    """A vet student, horror films and somebody who likes to be alone need no tiptoes."""
    assert not is_hard(note, language)


@every_row(Language, UNFIT_SIGNS)
def test_signs_figures_addresses_and_long_notes_are_not_woven(
    language: Language, note: str
) -> None:
    """Only a few quiet words on one line are woven; the Swedish word dog is about a death."""
    noted = read(note, language)
    assert noted is None or (noted.need is Need.HARD and language is SV)


@given(note=st.text(max_size=60), language=st.sampled_from(Language))
def test_any_note_is_read_without_harm(note: str, language: Language) -> None:
    """Whatever a note holds, what fills a draft is one short printable line."""
    noted = read(note, language)
    for form in noted.slots.values() if noted else ():
        assert form.isprintable()
        assert len(form) <= LONGEST_NOTE + 12


@pytest.mark.parametrize(
    ("language", "note"), [(EN, "Kari's garden"), (NB, "Karis hage"), (SV, "Karis trädgård")]
)
def test_a_note_with_their_own_name_would_speak_about_them(language: Language, note: str) -> None:
    """What belongs to Kari is not said to Kari."""
    assert read(note, language) is None


@pytest.mark.parametrize(
    ("language", "what", "the", "tomorrow", "friday"),
    [
        (EN, "has an exam", "the exam", "tomorrow", "on Friday"),
        (NB, "har eksamen", "eksamen", "i morgen", "på fredag"),
        (SV, "har tenta", "tentan", "i morgon", "på fredag"),
    ],
)
def test_what_is_ahead_is_said_from_today(
    language: Language, what: str, the: str, tomorrow: str, friday: str
) -> None:
    """The day before it is tomorrow, in its week its weekday, and further off it has no day."""

    def told(today: date) -> Noted | None:
        return read_note(ahead(what, date(2026, 12, 4)), language, [], today)

    assert told(date(2026, 12, 3)) == Noted(Need.COMING, {"the": the, "when": tomorrow})
    assert told(TUESDAY) == Noted(Need.COMING, {"the": the, "when": friday})
    assert told(date(2026, 11, 20)) == Noted(Need.COMING, {"the": the})
    assert told(date(2026, 12, 5)) == Noted(Need.AFTER, {"the": the})
    assert told(date(2027, 1, 5)) is None


def test_a_month_is_said_as_a_month() -> None:
    """What was said of August is not said of its last day, and in August not at all."""
    move = ahead("flytter", date(2027, 8, 31), Precision.MONTH)
    assert read_note(move, NB, [], TUESDAY) == Noted(
        Need.COMING, {"the": "flyttingen", "when": "i august"}
    )
    assert read_note(move, NB, [], date(2027, 8, 3)) == Noted(Need.COMING, {"the": "flyttingen"})


def test_something_ahead_that_is_no_known_thing_is_left_alone() -> None:
    """Nobody is wished luck for what was not understood."""
    assert read_note(ahead("met her", date(2027, 5, 31)), EN, [], TUESDAY) is None


def test_new_things_grow_old() -> None:
    """Half a year later a dog is no news; what they like and who is theirs stays."""
    later = TUESDAY + timedelta(days=200)
    assert read("new dog", EN, later) is None
    assert read("moved to Lund", EN, later) is None
    assert read("likes jazz", EN, later)
    assert read("kids Ella and Noah", EN, later)


def test_the_newest_few_notes_are_looked_at() -> None:
    """What was written down long ago is rarely what one would mention."""
    said = ["new dog", "red boat", "trip to Bergen", "new job", "new bike", "new car"]
    notes = [Note(n, text, WRITTEN_AT) for n, text in enumerate(said)]
    assert len(list(noted_in(notes, EN, ["Kari"], TUESDAY))) == 5


def test_accents_are_in_one_piece() -> None:
    """What is woven is in NFC, with no space around it."""
    noted = read("  ny ba\u030at ", NB)
    assert noted
    assert noted.slots["your"] == "båten din"
