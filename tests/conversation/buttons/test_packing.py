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

from bot.conversation import buttons
from bot.conversation.buttons import Button, SetZone, UnreadableButton, pack, unpack
from bot.conversation.registry import PRESSES
from bot.domain.clock.wall_time import common_zones
from tests.conversation.room import Room, nudged

KINDS = [
    kind
    for kind in vars(buttons).values()
    if isinstance(kind, type) and issubclass(kind, Button) and kind is not Button
]
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


def test_no_two_buttons_share_a_tag_and_each_is_answered() -> None:
    """Promise: a button means one thing; the conversation knows every kind."""
    assert len({kind.tag for kind in KINDS}) == len(KINDS)
    assert set(PRESSES) | {buttons.About, buttons.OnDate} == set(KINDS)


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
    """Promise: nothing but UnreadableCallback; what can be read packs again."""
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
