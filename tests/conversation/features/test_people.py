"""Everybody by name."""

import pytest

from tests.conversation.room import LANGUAGES, settled


@pytest.mark.parametrize(
    ("code", "order"),
    [
        ("en", ["Anna", "Åse", "Ole", "Örjan", "zoe"]),
        ("nb", ["Anna", "Ole", "zoe", "Ægir", "Øyvind", "Åse"]),
        ("sv", ["Anna", "Ole", "zoe", "Åse", "Ärla", "Örjan"]),
    ],
)
def test_people_are_in_the_alphabetical_order_of_the_language(code: str, order: list[str]) -> None:
    """Promise: a list to look names up in, never by lateness; æøå and åäö end the alphabet."""
    people = (f"{name} last: {n + 1} years ago" for n, name in enumerate(reversed(order)))
    room = settled(code, *people)
    room.say("/people")
    assert room.last.labels == order


@pytest.mark.parametrize("code", LANGUAGES)
def test_nobody_yet_leads_to_the_first(code: str) -> None:
    """Promise: an empty book offers to add somebody."""
    room = settled(code)
    room.say("/people")
    assert room.last.labels == [room.label("button.add-someone")]


def test_pages_go_back_and_forth_and_stay_in_range() -> None:
    """Promise: ten names a page; a page that is gone shows the last there is."""
    room = settled("en", *(f"Person {chr(65 + n)}" for n in range(25)))
    room.say("/people")
    message = room.last
    assert [*message.labels[:2], message.labels[-1]] == ["Person A", "Person B", "→"]
    assert len(message.labels) == 11
    room.press("→")
    assert message.labels[-2:] == ["←", "→"]
    forward = message.data("→")
    room.press("→")
    assert message.labels == [*(f"Person {chr(65 + n)}" for n in range(20, 25)), "←"]
    for n in range(8, 25):
        room.say(f"/forget Person {chr(65 + n)}")
        room.tap("button.forget")
    room.press_data(forward, message.id)
    assert message.labels == [f"Person {chr(65 + n)}" for n in range(8)]


def test_a_card_in_the_list_takes_the_place_of_the_list() -> None:
    """Promise: a tap on a name opens the card in place; for somebody gone it says so."""
    room = settled("en", "Kari", "Ola")
    room.say("/people")
    people = room.last
    stale = people.data("Ola")
    room.press("Kari")
    assert room.last is people
    room.say("/forget Ola")
    room.press("Delete for good")
    room.press_data(stale, people.id)
    assert room.toasts == [room.sentence("stale.person")]


@pytest.mark.parametrize(
    ("first", "second", "labels"),
    [
        ("weekly", "monthly", ["Kari (every week)", "Kari (every month)"]),
        ("why: school", "why: work", ["Kari (school)", "Kari (work)"]),
        ("@kari_a", "", ["Kari (kari_a)", "Kari"]),
        ("", "", ["Kari (1)", "Kari (2)"]),
    ],
)
def test_namesakes_are_told_apart_on_every_button(
    first: str, second: str, labels: list[str]
) -> None:
    """docs/semantics.md, 7: two people may share a name; it shows which one is meant."""
    room = settled("en", f"Kari {first}")
    room.say(f"/add Kari {second}")
    room.press("Add another")
    room.say("/person Kari")
    assert room.last.labels == labels
    room.say("/people")
    assert room.last.labels == labels
