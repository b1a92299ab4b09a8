"""Whom a message names, when, and what is left over to be kept."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.acts.parts import MessageParts, parts_of
from bot.understanding.acts.utterance import Utterance
from bot.understanding.calendar.moment_types import Day, Facing

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local time
NAMES = {1: "Kari", 2: "Ola", 3: "Mum"}


def told(text: str) -> MessageParts:
    """Return the parts of a text that tells of what was."""
    return parts_of(Utterance(text, NAMES, NOW), Facing.PAST)


def put_off(text: str) -> MessageParts:
    """Return the parts of a text that tells of what shall be."""
    return parts_of(Utterance(text, NAMES, NOW), Facing.FUTURE)


@pytest.mark.parametrize(
    ("text", "contact_ids", "day", "news"),
    [
        ("done she was happy about the dog", (), None, "happy about the dog"),
        ("called Kari yesterday", (1,), date(2026, 9, 15), ""),
        ("dinner with Kari, Ola and Mum yesterday", (1, 2, 3), date(2026, 9, 15), "dinner"),
        (
            "yep spoke to her last night shes started running again",
            (),
            None,
            "shes started running",
        ),
        ("ringte Ola i går", (2,), date(2026, 9, 15), ""),
        ("pratade med Kari igår hon har fått jobb", (1,), date(2026, 9, 15), "jobb"),
    ],
)
def test_the_parts_of_a_message(
    text: str, contact_ids: tuple[int, ...], day: date | None, news: str
) -> None:
    """Names and days are told from news, wherever they stand."""
    parts = told(text)
    assert parts.contact_ids == contact_ids
    assert news in parts.news
    if day:
        assert parts.moment == Day(day)


def test_what_is_only_theirs_names_nobody() -> None:
    """Somebody's brother is not that somebody."""
    parts = told("talked to Kari's brother yesterday")
    assert parts.contact_ids == ()
    assert parts.owners == (1,)


@given(st.text(max_size=200))
def test_any_text_has_parts(text: str) -> None:
    """Whatever is typed, reading does not fail, and news are words of the text."""
    parts = told(text)
    assert parts.news in text or parts.news == "" or len(parts.news) <= len(text) + 8


def test_no_day_is_news() -> None:
    """What stands on both sides of a day is not kept together with it."""
    parts = told("møtte Kari to ganger i går uten noe særlig hell")
    assert "i går" not in parts.news
