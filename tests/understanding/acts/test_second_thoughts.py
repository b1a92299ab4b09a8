"""What a text takes back itself does not hold."""

from collections import Counter
from datetime import datetime
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.acts.second_thoughts import without_taken_back
from bot.understanding.acts.utterance import Utterance

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local time


def _left(text: str) -> str:
    return without_taken_back(Utterance(text, {1: "Kari"}, NOW))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("friday no wait saturday", "saturday"),
        ("last friday, no tell a lie, thursday", "thursday"),
        ("every week, no, every other week", "every other week"),
        ("vi traff hverandre på mandag, eller nei tirsdag", "vi traff hverandre tirsdag"),
        ("en gang i uka. nei, hver måned", "hver måned"),
        ("i söndags på dopet, eller nej det var i lördags", "på dopet, det var i lördags"),
        ("ringde henne i går. nej förlåt i förrgår", "ringde henne i förrgår"),
    ],
)
def test_only_the_second_thought_holds(text: str, left: str) -> None:
    """The day or rhythm before it goes, with the words that take it back."""
    assert _left(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "not today, no, friday",
        "no friday",
        "can't today. no later than friday",
        "called her yesterday, no news, tomorrow she flies home from Spain",
        "nei, på fredag",
        "inte idag, nej, på fredag",
    ],
)
def test_what_takes_nothing_back_stays(text: str) -> None:
    """A refusal or a "no" of its own leaves every word where it is."""
    assert _left(text) == text


@given(st.text(max_size=80))
def test_reading_never_raises(text: str) -> None:
    """No text of a stranger breaks it, and it only ever takes away."""
    given_signs = Counter("".join(normalize("NFC", text).split()))
    assert Counter("".join(normalize("NFC", _left(text)).split())) <= given_signs
