"""Where one thing that is told ends and the next begins."""

from datetime import datetime

import pytest

from bot.understanding.acts.clauses import clauses_of, joined_pieces, retries
from bot.understanding.acts.utterance import Utterance

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local time
NAMES = {1: "Kari", 2: "Ola", 3: "Dr Hansen"}


def said(text: str) -> Utterance:
    """Return a text typed to a Book of three."""
    return Utterance(text, NAMES, NOW)


def written(text: str) -> list[str]:
    """Return the clauses of a text as they were typed."""
    line = said(text).line
    return [line.between(one.start, one.stop) for one in clauses_of(said(text))]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("called her yesterday", ["called her yesterday"]),
        ("done she was happy", ["done", "she was happy"]),
        ("ringte henne og hun var glad", ["ringte henne", "og hun var glad"]),
        ("ringte han i går", ["ringte han i går"]),
        ("pratade med hon i butiken igår", ["pratade med hon i butiken igår"]),
        ("no answer will try again on friday", ["no answer", "will try again on friday"]),
        ("saw Dr. Hansen on the 8th", ["saw Dr. Hansen on the 8th"]),
        ("Hun skal opereres 2. oktober", ["Hun skal opereres 2. oktober"]),
        ("called. Her op is soon", ["called.", "Her op is soon"]),
        ("1. oktober, da har hun bursdag", ["1. oktober,", "da har hun bursdag"]),
        ("den 25:e fyller hon år, då ringer jag", ["den 25:e fyller hon år,", "då ringer jag"]),
        ("snakka me ho i går", ["snakka me ho i går"]),
        ("", []),
    ],
)
def test_the_clauses_of_a_text(text: str, clauses: list[str]) -> None:
    """Marks, whom it tells of and a second try begin one; objects, titles and dates do not."""
    assert written(text) == clauses


def test_a_second_try_is_told_from_news() -> None:
    """What shall be tried again says so itself."""
    text = said("voicemail, trying again tomorrow")
    first, second = clauses_of(text)
    assert not retries(text.line, first)
    assert retries(text.line, second)


@pytest.mark.parametrize(
    "text",
    [
        "remind me to ask about the scan",
        "minn meg på å spørre om jobben",
        "påminn mig att fråga om provet",
    ],
)
def test_what_to_talk_about_is_no_second_try(text: str) -> None:
    """It is for the next time, and sets no time."""
    one = said(text)
    assert not any(retries(one.line, clause) for clause in clauses_of(one))


def test_pieces_that_an_and_joins_name_somebody_each() -> None:
    """Else the whole is one."""
    text = said("Kari yesterday and Ola on monday")
    assert [text.piece(one).text for one in joined_pieces(text)] == [
        "Kari yesterday",
        "Ola on monday",
    ]
    assert joined_pieces(said("Kari yesterday and it was nice")) == ()
