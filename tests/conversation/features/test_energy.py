"""How much energy today has: typed or tapped, in three languages."""

import pytest

from bot.domain.records.profile import Energy
from tests.conversation.room import LANGUAGES, settled
from tests.every_row import every_row
from tests.phrase_tables import lists

TYPED = [(typed, Energy(level)) for typed, level in lists("energies", "level")]


@every_row(LANGUAGES, TYPED)
def test_energy_is_typed_in_any_language(code: str, typed: str, level: Energy) -> None:
    """Promise: the words of all three languages; said back plainly."""
    room = settled(code)
    assert room.say(f"/energy {typed}") == room.sentence(f"energy.set-{level}")
    assert room.book.profile.energy_on(room.wall.date()) is level


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("level", Energy)
def test_energy_is_tapped(code: str, level: Energy) -> None:
    """Promise: alone, the command offers three buttons, which the answer replaces."""
    room = settled(code)
    assert room.say("/energy") == room.sentence("energy.ask")
    offered = room.last
    room.tap(f"energy.{level}")
    assert room.last is offered
    assert not room.last.labels
    assert room.book.profile.energy_on(room.wall.date()) is level


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("level", Energy)
def test_energy_may_be_typed_where_buttons_stand(code: str, level: Energy) -> None:
    """Promise: what a button says answers the question, and only as long as it is open."""
    room = settled(code)
    room.say("/energy")
    assert room.say(room.label(f"energy.{level}")) == room.sentence(f"energy.set-{level}")
    assert not room.is_asked()
    before = room.book.profile
    room.say(room.label(f"energy.{level}"))
    assert room.book.profile == before


@pytest.mark.parametrize("code", LANGUAGES)
def test_energy_that_is_not_understood_is_asked_for(code: str) -> None:
    """Promise: nothing is guessed, and the three are offered."""
    room = settled(code)
    assert "purple & <b>" in room.say("/energy purple & <b>")
    assert len(room.last.labels) == 3
    assert room.book.profile.energy is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_energy_ends_with_the_day(code: str) -> None:
    """Promise: tomorrow is an ordinary day until something else is said."""
    room = settled(code)
    room.say("/energy low")
    room.wait(days=1)
    assert room.book.profile.energy_on(room.wall.date()) is Energy.OK
