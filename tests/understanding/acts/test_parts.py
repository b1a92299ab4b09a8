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


@pytest.mark.parametrize(
    ("text", "contact_ids"),
    [
        ("talked to Mum about Kari this morning", (3,)),
        ("visited Mum on Monday. She was asking for Kari.", (3,)),
        ("not Kari but Ola", (2,)),
        ("inte Kari men Ola, ringde honom igår", (2,)),
        ("mor til Ola har fått plass på sykehjem", ()),
        ("ringte Ola, moren hennes er syk", (2,)),
    ],
)
def test_whom_it_was_with_is_told_from_whom_it_is_about(
    text: str, contact_ids: tuple[int, ...]
) -> None:
    """Nobody is logged who was denied, talked about, or named in the news alone."""
    assert told(text).contact_ids == contact_ids


@pytest.mark.parametrize(
    ("text", "day", "news"),
    [
        ("called Ola. knee is better, back at work on the 28th", None, ""),
        ("Kari skrev igår, har fått en son i augusti", date(2026, 9, 15), ""),
        ("texted Ola about saturday", None, ""),
        ("allerede gjort, vi satt på kafe i går", date(2026, 9, 15), ""),
        ("called Ola, she is coming to us on friday", None, "coming to us on friday"),
        ("two weeks ago today i met Ola", date(2026, 9, 2), ""),
        ("talked to Ola fortnight ago today", date(2026, 9, 2), ""),
        ("prata me Ola för två vecker sen", date(2026, 9, 2), ""),
        ("æ prata me Ola for ei vækka sia", date(2026, 9, 9), ""),
        ("hu Kari var innom førre laurdag", date(2026, 9, 12), ""),
        ("met Ola lst wensdy", date(2026, 9, 9), ""),
    ],
)
def test_the_day_is_that_of_the_act(text: str, day: date | None, news: str) -> None:
    """A day in the news, or one that was talked about, is not when it was."""
    parts = told(text)
    assert parts.moment == (Day(day) if day else None)
    assert news in parts.news


@pytest.mark.parametrize(
    ("text", "speaks_of"),
    [
        ("called her and Ola", True),
        ("had herself and Ola round on Saturday", True),
        ("she and Ola were here", True),
        ("Ola, called him yesterday", False),
        ("called not her but Ola", False),
        ("talked to Ola, she sends her love", False),
        ("pratade precis med Ola, hon hälsar", False),
    ],
)
def test_a_pronoun_may_mean_one_more(text: str, speaks_of: bool) -> None:  # noqa: FBT001 - a row
    """It does where it stands before the names, or behind an "and"."""
    assert told(text).speaks_of is speaks_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("can't today. sat maybe", date(2026, 9, 19)),
        ("hun har eksamen den 24 så vent til etter det", date(2026, 9, 24)),
        ("overimorra kanskje", date(2026, 9, 18)),
        ("one day next week maybe", date(2026, 9, 21)),
        ("tar det ætter hælja kanskje", date(2026, 9, 21)),
    ],
)
def test_a_day_to_come_may_be_followed_by_a_hedge(text: str, day: date) -> None:
    """A "maybe" behind a day leaves it as it is."""
    moment = put_off(text).moment
    assert getattr(moment, "on", getattr(moment, "first", None)) == day


def test_words_around_a_later_are_no_news() -> None:
    """Why it does not suit is kept only where it says itself whom it tells of."""
    assert put_off("she's dead busy, leave it till october").news == ""


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("called Kari about the job", "about the job"),
        ("snakket med henne om jobben i går", "om jobben"),
        ("prata med Ola i dag om at Kari trenger en ny båt", "trenger en ny båt"),
        ("rang Ola about the boat. he sold it", "about the boat, he sold it"),
        ("called Kari about Saturday", ""),
        ("met Kari, fika", "fika"),
        ("talked to Kari on the phone yesterday", ""),
        ("Kari called in with the new pup, Biscuit he's called", "new pup, Biscuit he's called"),
        ("facetimed her n the baby, hes crawling now!!", "the baby, hes crawling now!!"),
        ("had lunch with Kari, she's moving", "she's moving"),
        ("Called her. Remind me to ask about the scan, it's on the 24th", "it's on the 24th"),
    ],
)
def test_what_was_talked_about_is_news(text: str, news: str) -> None:
    """A day alone is none, nor is how they talked; what goes on with it belongs to it."""
    assert told(text).news.endswith(news)
    assert bool(told(text).news) is bool(news)


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
