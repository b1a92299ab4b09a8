"""The table of kinds: a row for each, and rows that do not contradict themselves."""

import pytest

from bot.domain.records.channels import Channel
from bot.drafts.kinds import TRAITS, DraftKind, hello_on


def test_every_kind_has_its_row() -> None:
    """Promise: no kind is known by its name only."""
    assert list(TRAITS) == list(DraftKind)


@pytest.mark.parametrize("kind", DraftKind)
def test_a_row_does_not_contradict_itself(kind: DraftKind) -> None:
    """Promise: what the composer makes, the proofreader lets stand and the checker passes."""
    traits = kind.traits
    assert traits.takes_notes or not traits.needs_note
    assert traits.may_ask or not (traits.asks or traits.asks_the_hour)
    assert traits.goes_without_emoji or not traits.bans_emoji
    assert traits.only_carrier in {None, traits.usual_carrier}


def test_other_names_are_no_kind_and_stand_for_one_each() -> None:
    """Promise: the command line cannot mistake one kind for another."""
    names = [kind.traits.also_called for kind in DraftKind if kind.traits.also_called]
    assert len(names) == len(set(names))
    assert not set(names) & set(DraftKind)


def test_a_hello_is_of_a_kind_of_its_own_where_it_is_no_message() -> None:
    """Promise: on the phone, on a card and face to face; in any message it is just hi."""
    own = {channel: hello_on(channel) for channel in Channel}
    assert {channel: kind for channel, kind in own.items() if kind} == {
        Channel.CALL: DraftKind.CALL_OPENER,
        Channel.CARD: DraftKind.CARD,
        Channel.MEET: DraftKind.IN_PERSON_LINE,
    }
    assert hello_on(None) is None
