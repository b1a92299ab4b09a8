"""When two texts are much the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drafts.likeness import is_near_copy, runs_in


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Hi Kari! Hope you are well today.", "Hi Ola! Hope you are well today.", True),
        ("Hi Kari! Hope you are well.", "Hi Ola! Take good care of yourself.", False),
        ("Hi Kari!", "Hi Ola!", True),
        (
            "Hi Kari! You crossed my mind. Hope you are well.",
            "Hi Ola! A wave from my street to yours. Hope you are well.",
            False,
        ),
    ],
)
def test_texts_are_compared_without_names(one: str, other: str, *, alike: bool) -> None:
    """Over six runs of four words in ten, names aside, make a copy (R26 of docs/drafts.md)."""
    assert is_near_copy(runs_in(one, "Kari"), runs_in(other, "Ola")) is alike
    assert is_near_copy(runs_in(other, "Ola"), runs_in(one, "Kari")) is alike


@given(st.text(), st.text(max_size=10))
def test_every_text_is_a_copy_of_itself(text: str, name: str) -> None:
    """Whatever it holds, a text is like itself."""
    assert is_near_copy(runs_in(text, name), runs_in(text, name))
