"""A text in somebody's voice, and what is heard of how somebody writes."""

import pytest

from bot.domain.records.voice import NOTHING_HEARD, Heard, Voice
from bot.drafts.bank import BankText, Need, bank_in
from bot.drafts.kinds import DraftKind
from bot.drafts.wording import Speaker, greeted, heard_in
from bot.languages import Language

TEXT = BankText(
    DraftKind.JUST_HI, "Thought of you.", "t", greeting="Hi!", emoji="😊", closing="Take care."
)
BARE = BankText(DraftKind.JUST_HI, "Thought of you.", "t")
BANK = bank_in(Language.EN)


def said(text: BankText, voice: Voice, name: str = "Kari") -> str:
    """Return a text as it is said to somebody."""
    return Speaker(voice, BANK, name).say(text, {})


def heard(*texts: str, name: str = "Kari") -> Heard:
    """Return what was counted of some messages."""
    counted = NOTHING_HEARD
    for text in texts:
        counted = heard_in(text, BANK, name, counted)
    return counted


def test_a_voice_replaces_what_a_text_has_around_it() -> None:
    """Greeting, emoji and closing are the user's own, and nothing else varies."""
    voice = Voice(greeting="Yo {name}!", sign_off="x", emoji="❤️")
    assert said(TEXT, voice) == "Yo Kari! Thought of you. ❤️ x"
    assert said(BARE, voice) == "Thought of you."


def test_a_voice_can_drop_each_of_them() -> None:
    """Whoever wants none of it gets the bare message."""
    assert said(TEXT, Voice("", "", "")) == "Thought of you."


def test_without_a_choice_a_contact_keeps_one_greeting() -> None:
    """One greeting per contact, the emoji and the closing as they were written."""
    greeting = Speaker(Voice(), BANK, "Kari").greeting
    assert greeting in {greeted(each, "Kari") for each in BANK.greetings}
    assert said(TEXT, Voice()) == f"{greeting} Thought of you. 😊 Take care."


def test_contacts_are_greeted_in_several_ways() -> None:
    """Chance gives each contact a greeting of its own; at work it is the most usual one."""
    names = ["Kari", "Ola", "Åse", "Li", "Tom", "Mia", "Noah", "Ella", "Per", "Jon"]
    assert len({Speaker(Voice(), BANK, name).greeting.split()[0] for name in names}) > 1
    at_work = Speaker(Voice(), BANK, "Ola", is_work=True).greeting
    assert at_work == greeted(BANK.greetings[0], "Ola")


@pytest.mark.parametrize(
    ("greeting", "bare"), [("Hi {name}!", "Hi!"), ("Hi, {name}!", "Hi!"), ("Hi!", "Hi!"), ("", "")]
)
def test_a_greeting_can_do_without_a_name(greeting: str, bare: str) -> None:
    """Whoever cannot be called by name is greeted all the same."""
    assert greeted(greeting, "") == bare


def test_an_unfilled_slot_is_a_blank() -> None:
    """What the user has not typed yet has its place."""
    text = BankText(DraftKind.SHARE_A_TIP, "One for you: {typed}", "t", need=Need.TYPED)
    assert said(text, Voice()) == "One for you: «…»"


def test_the_same_twice_becomes_the_voice() -> None:
    """Greeting, sign-off, emoji and length are counted; the words themselves are not kept."""
    counted = heard("Yo Kari, thought of you 😄 x", "yo kari! all well here I hope 😄. x")
    assert counted.voice == Voice("Yo {name}!", "x", "😄")
    assert counted.is_short
    assert "thought" not in repr(counted)


def test_once_is_no_habit() -> None:
    """One message decides nothing, and neither do two that differ."""
    assert heard("Yo Kari, hello").voice == Voice()
    assert heard("Yo Kari! A", "Hi Kari! B").voice.greeting is None


def test_nothing_is_a_habit_too() -> None:
    """Whoever greets nobody and signs nothing gets bare drafts."""
    assert heard("thought of you", "you, again").voice == Voice("", "", "")


@pytest.mark.parametrize(
    "text", ["Thought of you.", "Oh my, what a day.", "Kari asked me about it, you know"]
)
def test_words_that_are_no_greeting_are_none(text: str) -> None:
    """A greeting begins with a word that greets."""
    assert heard(text, text).voice.greeting == ""


def test_long_messages_are_long() -> None:
    """Over sixty characters is no short message."""
    assert not heard("word " * 20, "word " * 20).is_short
