"""The table of channels: a row for each, and what follows from a row alone."""

import pytest

from bot.domain.records.channels import CHANNELS, NO_LINK, AddressKind, Channel
from bot.domain.records.contact import Address

WHOLE = Address("kari_n", "+4790012345", "kari@example.org")


def test_every_channel_has_its_row() -> None:
    """Promise: no channel is known by its name only, and the first one is tried first."""
    assert list(CHANNELS) == list(Channel)


@pytest.mark.parametrize("channel", Channel)
def test_what_a_row_says_of_addresses_agrees(channel: Channel) -> None:
    """Promise: a channel that needs an address says how one is asked for, any other never does."""
    assert channel.needs_address == bool(channel.traits.missing)
    assert channel.needs_address == (WHOLE.by(channel) is not None)
    assert Address().by(channel) is None


@pytest.mark.parametrize("channel", Channel)
def test_a_link_is_https_and_has_room_for_whom_and_what(channel: Channel) -> None:
    """Promise: Telegram takes the button, and the draft is filled in."""
    for link in channel.traits.reached_by.values():
        assert link == NO_LINK or (link.startswith("https://") and link.endswith("?text={text}"))
        assert link == NO_LINK or link.count("{where}") == 1


def test_every_part_of_an_address_is_known_by_its_kind() -> None:
    """Promise: a row can name any part, and each reaches somebody through some channel."""
    assert [WHOLE.part(kind) for kind in AddressKind] == [
        "kari_n", "+4790012345", "kari@example.org",
    ]  # fmt: skip
    assert {kind for one in Channel for kind in one.traits.reached_by} == set(AddressKind)
