"""What is said of a file of texts that breaks a promise."""

from dataclasses import replace

import pytest

from bot.drafts.bank import BankText, Need, bank_in, parse_bank
from bot.drafts.kinds import DraftKind
from bot.drafts.proofreading import proofread, text_faults
from bot.languages import Language
from bot.languages.data import table

MARKS = ("send", "send")


def faults(text: BankText) -> str:
    """Return what is said of one English text."""
    return "\n".join(map(str, text_faults(bank_in(Language.EN), text, Language.EN)))


@pytest.mark.parametrize(
    ("kind", "body", "fault"),
    [
        ("just-hi", "Hello. Tea or cake?", "one question too many"),
        ("one-question", "Tea it is.", "one question too many or too few"),
        ("memory", "One. Two. Three. Four. Five.", "too many sentences"),
        ("card", "One. Two. Three.", "too many sentences"),
        ("memory", "So 😊 good.", "an emoji where none may stand"),
        ("condolence", "So sad!", "too many exclamation marks"),
        ("just-hi", "«…» Bye.", "may not hold the blank"),
        ("memory", "Two  spaces.", "a space or a mark too many"),
        ("memory", "You never call me.", "presses on its reader (R4)"),
        ("just-hi", "Just checking in.", "which is worn"),
        ("birthday", "Happy birthday! No need to reply.", "lets its reader off an answer"),
        ("just-hi", "So long and on it goes. " * 6, "may grow too long"),
    ],
)
def test_a_fault_is_named_with_the_text_that_has_it(kind: str, body: str, fault: str) -> None:
    """Whoever writes a text is told which promise it breaks."""
    assert fault in faults(BankText(DraftKind(kind), body, "t", marks=MARKS))


def test_greeting_emoji_and_season_are_looked_at_too() -> None:
    """The name stands once, the emoji is warm, the season exists, and hard texts are calm."""
    plain = BankText(DraftKind.JUST_HI, "Thought of you.", "t", marks=MARKS)
    assert not faults(plain)
    named = replace(plain, body="Thought of you, {name}.", greeting="Hi {name}!")
    assert "calls its reader by name twice" in faults(named)
    assert "an emoji where none may stand" in faults(replace(plain, emoji="🙂"))
    assert "a season that there is not" in faults(replace(plain, season="fifth"))
    loud = replace(plain, kind=DraftKind.THINKING_OF_YOU, body="Oh you!", need=Need.HARD)
    assert "asks or plays beside something hard" in faults(loud)


@pytest.mark.parametrize("marks", [(), ("send",), ("send", "touch")])
def test_what_is_not_marked_by_two_readers_is_refused(marks: tuple[str, ...]) -> None:
    """Only what both readers would send stays."""
    text = BankText(DraftKind.JUST_HI, "Thought of you.", "t", marks=marks)
    assert "not marked as sent by 2 readers" in faults(text)


def test_a_language_with_too_little_is_told_so() -> None:
    """Too few texts, thoughts, subjects, keywords or questions are faults of the file."""
    data = table(Language.EN, "drafts.toml")
    row = {"text": "Thought of you, {name}.", "thought": "t", "marks": list(MARKS)}
    data["texts"]["just-hi"] = [row] * 20
    data["texts"]["card"] = [{**row, "closing": "Bye."}]
    data["subjects"] = {"memoir": ["one two three four five six seven"]}
    data["keyword-card"] = {"keywords": ["tea"], "questions": ["Tea"]}
    found = "\n".join(map(str, proofread(parse_bank(data), Language.EN)))
    for words in (
        "just-hi: has 20 texts, needs 120",
        "just-hi: 20 of 20 hold the name",
        "just-hi: stands there twice",
        "just-hi: has 1 thoughts, needs 25",
        "just-hi: says 't' 20 times",
        "card: 1 of 1 have a closing",
        "needs a list called any",
        "a kind that there is not",
        "over 6 words",
        "needs 12 keywords",
        "without its mark",
    ):
        assert words in found
