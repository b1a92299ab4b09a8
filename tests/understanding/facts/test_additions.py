"""What follows /add; it is Wednesday 16 September 2026, 14:05."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from bot.domain.parameters import WHY_LIMIT
from bot.understanding.cadences.cadence_phrases import Fit
from bot.understanding.facts.addition_types import Addition, FieldFault, Problem, Taken
from bot.understanding.facts.additions import read_addition
from bot.understanding.moments.moments import Two, Wrong
from tests.every_row import every_row
from tests.phrase_meanings import cadence, moment
from tests.phrase_tables import rows

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local time
PHONE = "+4741234567"


def _people() -> Iterator[tuple[str, Addition]]:
    """Yield what is typed, and all that is understood of a person."""
    for typed, row in rows("additions", "person"):
        yield (
            typed,
            Addition(
                row["name"],
                row.get("username"),
                row.get("phone"),
                row.get("email"),
                cadence(row["cadence"]) if "cadence" in row else None,
                moment(row["last"]) if "last" in row else None,
                row.get("why", ""),
                (Problem(FieldFault(row["fault"]), row["text"]),) if "fault" in row else (),
                Taken(Fit(row["fit"]), row["taken"]) if "taken" in row else None,
            ),
        )


def _problems() -> Iterator[tuple[str, Problem]]:
    """Yield what is typed, and what is wrong with it."""
    for typed, row in rows("additions", "problem"):
        yield typed, Problem(FieldFault(row["fault"]), row["text"])
    yield "N" * 65, Problem(FieldFault.NAME_TOO_LONG, "N" * 65)
    yield "Kari @" + "k" * 33, Problem(FieldFault.USERNAME_INVALID, "@" + "k" * 33)
    yield "Kari why: " + "y" * 1001, Problem(FieldFault.WHY_TOO_LONG, "y" * 1001)


def _read(text: str, country: str | None = "NO") -> Addition:
    return read_addition(text, now=NOW, country=country)


@every_row(_people())
def test_a_person_is_read(text: str, addition: Addition) -> None:
    """A name first, then fields in any order, on one line or several, in any language."""
    assert _read(text) == addition


@every_row(_problems())
def test_what_is_wrong_is_told_with_its_text(text: str, problem: Problem) -> None:
    """Nothing is dropped in silence: every fault comes with the words that have it."""
    assert _read(text).problems == (problem,)


def test_all_problems_are_told_at_once() -> None:
    """One answer names every fault."""
    addition = _read("@x +47 1 last: sometime")
    assert [each.fault for each in addition.problems] == [
        FieldFault.LAST_UNKNOWN,
        FieldFault.USERNAME_INVALID,
        FieldFault.PHONE_INVALID,
        FieldFault.NAME_MISSING,
    ]


def test_a_long_name_and_why_are_cut() -> None:
    """A cut field keeps its beginning."""
    assert _read("N" * 65).name == "N" * 64
    assert _read("Kari why: " + "y" * 2000).why == "y" * WHY_LIMIT


def test_a_last_contact_ahead_is_wrong_and_an_ambiguous_one_asks() -> None:
    """The caller sees which of the two it was."""
    assert _read("Kari last: tomorrow").last == Wrong()
    assert not isinstance(_read("Kari last: last tuesday").last, Two)


def test_a_national_number_needs_a_country() -> None:
    """Without a country a number without a plus is told, not guessed."""
    assert _read("Kari 412 34 567").phone == PHONE
    addition = _read("Kari 412 34 567", None)
    assert addition.phone is None
    assert addition.problems == (Problem(FieldFault.PHONE_INVALID, "412 34 567"),)


@pytest.mark.parametrize("text", ["Kari 24.12.2026", "Kari 2026-12-24", "Kari 24/12/2026"])
def test_a_date_is_no_phone_number(text: str) -> None:
    """Figures of a date are not dialled."""
    assert _read(text).phone is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("my mate Niamh every fortnight", "Niamh"),
        ("min faster Gunilla varje månad", "Gunilla"),
        ("min fetter Per Arne hver måned", "Per Arne"),
        ("my boss every month", "my boss"),
        ("Uncle Per every month", "Uncle Per"),
    ],
)
def test_what_somebody_is_to_the_user_is_no_part_of_the_name(typed: str, name: str) -> None:
    """A name behind a relative or a friend is the name; alone they are what one is called by."""
    assert read_addition(typed, now=NOW, country="NO").name == name
