"""Today's energy and a dropped plan, as people write them in three languages."""

import pytest

from bot.domain.records.profile import Energy
from bot.understanding.facts.energies import is_off, read_energy
from tests.every_row import every_row
from tests.phrase_tables import lists, phrases, unread


@every_row((typed, Energy(level)) for typed, level in lists("energies", "level"))
def test_energy_is_read(typed: str, level: Energy) -> None:
    """Any case, with punctuation or an emoji."""
    assert read_energy(typed) is level


@every_row(unread("energies"))
def test_what_says_more_is_no_energy(typed: str) -> None:
    """Only the whole of what is typed counts; nothing is guessed."""
    assert read_energy(typed) is None


@every_row(phrases("energies", "off"))
def test_a_plan_is_dropped(typed: str) -> None:
    """In any of the three languages."""
    assert is_off(typed)


@pytest.mark.parametrize("typed", ["off to bed I say hi", "av og til", "när kaffet är klart"])
def test_a_plan_that_begins_like_it_is_a_plan(typed: str) -> None:
    """Only the whole of what is typed drops it."""
    assert not is_off(typed)
