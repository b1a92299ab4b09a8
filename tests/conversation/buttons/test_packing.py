"""Buttons carry ids in at most 64 bytes, mean what they meant, and cannot be forged to raise."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from enum import Enum
from itertools import product
from typing import Any, get_type_hints

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.conversation.buttons.button import BY_TAG, Button
from bot.conversation.buttons.packing import UnreadableButton, pack, unpack
from bot.conversation.buttons.person_buttons import DropNote, KeepCadence
from bot.conversation.buttons.settings_buttons import SetZone
from bot.conversation.router import HelpLine, Router, router
from bot.conversation.turn import Turn
from bot.domain.clock.wall_time import common_zones
from tests.conversation.room import Room, nudged

KINDS = list(BY_TAG.values())
LARGEST = {int: (0, 10**15), date: (date(2026, 2, 28), date(9999, 12, 31)), str: ("0000", "2359")}


def largest(kind: type[Button]) -> Iterator[Button]:
    """Yield a button with the smallest and largest values there may be."""
    hints = get_type_hints(kind)
    choices: list[tuple[Any, ...]] = []
    for one in fields(kind):
        what = hints[one.name]
        choices.append(tuple(what) if issubclass(what, Enum) else LARGEST[what])
    if kind is SetZone:
        choices[0] = tuple(common_zones())
    for values in product(*choices):
        yield kind(*values)


@pytest.mark.parametrize("kind", KINDS)
def test_every_button_fits_and_means_what_it_meant(kind: type[Button]) -> None:
    """Promise: at most 64 bytes for the largest values; unpacked it is itself."""
    for button in largest(kind):
        data = pack(button)
        assert len(data.encode()) <= 64
        assert unpack(data) == button


def test_each_button_is_answered_by_one() -> None:
    """Promise: the conversation knows every button, by a tag of its own."""
    assert {kind.tag for kind in KINDS} == set(BY_TAG)
    assert set(router.buttons) == set(KINDS)


def test_a_tag_used_twice_is_an_error_at_once() -> None:
    """Promise: whoever defines a second button with a tag is told when it is imported."""
    with pytest.raises(TypeError, match="tag 'nd' of DropNote"):
        type("Another", (Button,), {}, tag="nd")
    assert BY_TAG["nd"] is DropNote


def test_what_is_registered_twice_is_an_error_at_once() -> None:
    """Promise: a button, a command or a word has one handler."""
    fresh = Router()
    fresh.button(DropNote)(lambda _turn, _button: None)
    with pytest.raises(ValueError, match="taken"):
        fresh.button(DropNote)(lambda _turn, _button: None)
    fresh.command("hi", HelpLine.HI)(lambda _turn: None)
    with pytest.raises(ValueError, match="taken"):
        fresh.command("hi", HelpLine.HI)(lambda _turn: None)


def test_a_handler_on_the_wrong_button_is_an_error_of_the_type_checker() -> None:
    """Promise: mypy refuses it; were the line below right to it, the ignore would be unused."""

    def drop(_turn: Turn, button: DropNote) -> int:
        return button.note_id

    Router().button(KeepCadence)(drop)  # type: ignore[arg-type]


def test_what_does_not_fit_is_refused_before_it_is_sent() -> None:
    """Promise: an oversized button is an error here, not at Telegram."""
    with pytest.raises(ValueError, match="bytes"):
        pack(SetZone("Z" * 70))


TAGS = st.sampled_from([kind.tag for kind in KINDS])
FORGED = st.one_of(
    st.text(max_size=70),
    st.builds(
        lambda tag, rest: ":".join([tag, *rest]), TAGS, st.lists(st.text(max_size=9), max_size=4)
    ),
    st.builds(
        lambda tag, rest: ":".join([tag, *rest]),
        TAGS,
        st.lists(
            st.one_of(
                st.integers(-(10**16), 10**16).map(str),
                st.sampled_from(
                    ["d", "week", "nb", "2026-02-30", "sms", "today", "2460", "w", "q"]
                ),
            ),
            max_size=4,
        ),
    ),
)


@given(data=FORGED)
@example("")
@example("a:d:" + "9" * 5000)
@example("on:2026-13-45")
@example("e:9:0")
@example("ps:1:0:week")
def test_forged_data_is_unreadable_at_worst(data: str) -> None:
    """Promise: nothing but UnreadableButton; what can be read packs again."""
    try:
        button = unpack(data)
    except UnreadableButton:
        return
    assert unpack(pack(button)) == button


@pytest.fixture(scope="module")
def room() -> Room:
    """Return a chat with a person and an open nudge."""
    return nudged("en")


@given(data=FORGED)
@example("e:9:0")
@example("e:0:1")
@example("ps:4:-3:week")
@example("ps:4:99999:year")
@example("q:9999:0000")
@example("q:²²00:0000")
@example("z:Mars/Olympus:1")
@example("pp:-5")
@example("pp:" + "9" * 30)
def test_forged_presses_are_answered(room: Room, data: str) -> None:
    """Promise: whatever a client sends, something valid is said or nothing happens."""
    book, shown = room.book, dict(room.shown)
    room.press_data(data, room.nudge.id)
    room.press_data(data)
    room.book, room.shown = book, shown
