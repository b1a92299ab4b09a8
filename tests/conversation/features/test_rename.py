"""Another name for a contact."""

import pytest

from tests.conversation.room import LANGUAGES, settled


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_person_is_renamed(code: str) -> None:
    """Promise: /rename NAME: NEW; without both it shows how."""
    room = settled(code, "Kari")
    for wrong in ("/rename", "/rename Kari", "/rename Kari:", "/rename : x", "/rename Kari: \x00"):
        assert room.say(wrong) == room.sentence("rename.how")
    room.say("/rename kari: Kåre <b>& 🎻")
    assert [c.name for c in room.book.contacts.values()] == ["Kåre <b>& 🎻"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_name_that_another_has_is_given_and_said(code: str) -> None:
    """Promise: two may share a name; the user is told."""
    room = settled(code, "Kari", "Ola", "Liv")
    assert room.sentence("rename.two", name="Kari") in room.say("/rename Ola: Kari")
    assert room.sentence("rename.several", name="Kari") in room.say("/rename Liv: Kari")
    assert list(room.book.names().values()) == ["Kari"] * 3
