"""When a hello suits somebody, as people type it in three languages."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.buttons.packing import DATA_LIMIT, pack
from bot.conversation.buttons.person_buttons import SetHome, SetPreset, SetTie
from bot.conversation.texts import Texts
from bot.domain.clock.hours import NEVER, Hours
from bot.domain.clock.wall_time import common_zones
from bot.domain.records.contact_times import (
    WAKING,
    AnyTime,
    HoursTold,
    Preset,
    PresetTold,
    Tie,
    TieTold,
    TimesTold,
)
from bot.languages import Language
from bot.understanding.facts.availability import is_here, read_availability
from tests.every_row import every_row
from tests.phrase_meanings import hours
from tests.phrase_tables import rows, unread

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _told(row: dict[str, Any]) -> TimesTold:
    """Return what a row of the table tells."""
    match row:
        case {"preset": preset}:
            return PresetTold(Preset(preset), row.get("on", True))
        case {"tie": tie}:
            return TieTold(Tie(tie), row.get("on", True))
        case {"any_time": True}:
            return AnyTime()
    return HoursTold(
        tuple(map(DAYS.index, row.get("days", ()))),
        NEVER if row.get("off") else _hours(row.get("only")),
        row.get("not_before"),
        row.get("not_after"),
        _hours(row.get("busy")),
    )


def _hours(said: str | None) -> Hours | None:
    """Return from when to when; "waking" is as long as nobody is woken."""
    return WAKING if said == "waking" else hours(said) if said else None


TABLE = [(typed, _told(row)) for typed, row in rows("availability", "told")]
SEVERAL = [
    (typed, tuple(map(_told, row["means"]))) for typed, row in rows("availability", "several")
]
LONG = ["x" * 400, "not before 10, " * 40, "saturday," * 30]


@every_row(TABLE)
def test_what_suits_is_read(typed: str, told: TimesTold) -> None:
    """Promise: days, hours, habits and ties, in any of the languages and either spelling."""
    assert read_availability(typed) == (told,)


@every_row(SEVERAL)
def test_several_things_are_told_at_once(typed: str, told: tuple[TimesTold, ...]) -> None:
    """Promise: one after the other, with commas or *and* between; and lists of days."""
    assert read_availability(typed) == told


@every_row([*unread("availability"), *LONG])
def test_anything_else_is_no_hours(typed: str) -> None:
    """Promise: never guessed: a bare 6 may be morning or evening, and half of it is nothing."""
    assert read_availability(typed) is None


@pytest.mark.parametrize("language", Language)
def test_what_a_button_says_may_be_typed(language: Language) -> None:
    """Promise: every label of a habit, of a tie and of *any time* is understood as it stands."""
    texts = Texts(language)
    for preset in Preset:
        assert read_availability(texts.label(f"preset.{preset}")) == (PresetTold(preset),)
    for tie in Tie:
        assert read_availability(texts.label(f"tie.{tie}")) == (TieTold(tie),)
    assert read_availability(texts.label("button.any-time")) == (AnyTime(),)
    assert is_here(texts.label("button.same-zone"))


def test_buttons_fit_whatever_the_zone() -> None:
    """Promise: callback data stays within what Telegram carries."""
    longest = max(common_zones(), key=len)
    for button in (
        SetHome(10**13, longest),
        *(SetPreset(10**13, one, 1) for one in Preset),
        *(SetTie(10**13, one, 1) for one in Tie),
    ):
        assert len(pack(button)) <= DATA_LIMIT


@pytest.mark.parametrize(
    ("typed", "here"),
    [("same as mine", True), ("Samme som meg.", True), ("som jag", True), ("same city", False)],
)
def test_where_the_user_is_can_be_said(typed: str, here: bool) -> None:  # noqa: FBT001 - a table
    """Promise: "same as me" in any of the languages, and nothing more."""
    assert is_here(typed) is here


@given(st.lists(st.sampled_from([typed for typed, _ in TABLE]), min_size=1, max_size=6))
def test_what_is_read_alone_is_read_in_a_row(typed: list[str]) -> None:
    """Promise: joined with semicolons, each says what it says alone."""
    plain = [one.rstrip(".").removesuffix(", thanks").removesuffix(", tack") for one in typed]
    told = read_availability("; ".join(plain))
    assert told == tuple(one for each in plain for one in read_availability(each) or ())


@given(st.text(max_size=80))
def test_any_text_is_read_or_not(typed: str) -> None:
    """Promise: nothing raises."""
    read_availability(typed)
    is_here(typed)
