"""What is counted: the last value that passes and the first that does not."""

import pytest

from bot.drafts.draft import DraftKind
from bot.drafts.gentleness import Closeness, Medium, Severity, check
from bot.languages import Language

EN, NB, SV = Language
WORD = "flowers "


def rules(text: str, language: Language = EN, **known: object) -> set[str]:
    """Return the rules that a text breaks."""
    return {hit.rule for hit in check(text, language, **known).hits}  # type: ignore[arg-type]


def text_of(length: int) -> str:
    """Return a harmless text of so many code points, in few and long words."""
    return ("Your " + "flowersandtrees" * 60)[: length - 1] + "."


@pytest.mark.parametrize(
    ("channel", "longest"),
    [
        (None, 240),
        (Medium.CHAT, 240),
        (Medium.SMS, 160),
        (Medium.LINKEDIN, 300),
        (Medium.EMAIL, 500),
        (Medium.CARD, 120),
        (Medium.VOICE, 400),
    ],
)
def test_length_by_channel(channel: Medium | None, longest: int) -> None:
    """The limit itself is kept, one more is too long; space around does not count (R1)."""
    assert "R1" not in rules("  " + text_of(longest) + " \n", channel=channel)
    (hit,) = [h for h in check(text_of(longest + 1), EN, channel=channel).hits if h.rule == "R1"]
    assert hit.span == (longest, longest + 1)


def test_words_in_a_chat() -> None:
    """45 words are few enough, 46 are not (R1)."""
    assert "R1" not in rules("so " * 44 + "so.")
    assert "R1" in rules("so " * 45 + "so.")
    assert "R1" not in rules("so " * 45 + "so.", channel=Medium.EMAIL)


def test_a_subject_has_six_words() -> None:
    """The subject line of an e-mail is short, and not part of the text's length (R1)."""
    assert "R1" not in rules(
        "Subject: one two three four five six\n" + text_of(500), channel=Medium.EMAIL
    )
    assert "R1" in rules("Subject: one two three four five six seven\nHi.", channel=Medium.EMAIL)


@pytest.mark.parametrize(("channel", "most"), [(None, 4), (Medium.SMS, 3), (Medium.CARD, 2)])
def test_sentences_by_channel(channel: Medium | None, most: int) -> None:
    """The limit itself is kept, one more is too many (R2)."""
    assert "R2" not in rules("All well. " * most, channel=channel)
    assert "R2" in rules("All well. " * (most + 1), channel=channel)


def test_questions() -> None:
    """One question, none where none belongs (R3), and none at the very end (R27)."""
    assert rules("Coffee or tea? Hope it's warm.") == set()
    assert "R3" in rules("Coffee? Or tea? Hope it's warm.")
    for kind in (DraftKind.JUST_HI, DraftKind.CONDOLENCE, DraftKind.CARD):
        assert "R3" in rules("Coffee or tea? Hope it's warm.", kind=kind)
    assert "R3" in rules("Coffee or tea? Hope it's warm.", channel=Medium.CARD)
    assert "R3" in rules("Coffee or tea? Hope it's warm.", unanswered=True)
    assert rules("Hi! Coffee or tea?") == {"R27"}


@pytest.mark.parametrize(
    "text", ["Hi!! Nice.", "What?! Nice.", "Hi!? Nice.", "What?? Nice.", "Hi! Yes! Fun!"]
)
def test_loud_signs(text: str) -> None:
    """Doubled signs and a third exclamation mark are too loud (R15)."""
    assert "R15" in rules(text)
    assert "R15" not in rules("Hi! Lovely! Fun.")


@pytest.mark.parametrize("text", ["HELLO there.", "HI KARI there.", "You did NOT."])
def test_shouting(text: str) -> None:
    """Words in capitals shout (R15)."""
    assert "R15" in rules(text)


def test_names_in_capitals_do_not_shout() -> None:
    """Shortened names, and what the user writes so, stay."""
    assert "R15" not in rules("Saw you on NRK and the BBC.")
    assert "R15" not in rules("Hi KRISTIN, all good wishes.", name="KRISTIN")


def test_emoji() -> None:
    """One is fine, two weigh little, three much; none in grief or a first hello at work (R16)."""
    assert rules("All good wishes to you 🙂") == set()
    two, three = check("All good wishes 🙂🌷", EN), check("All good wishes 🙂🌷🌞", EN)
    assert [hit.severity for hit in two.hits] == [Severity.SOFT]
    assert two.passes
    assert not three.passes
    for kind in (DraftKind.CONDOLENCE, DraftKind.FIRST_WORK_HELLO):
        assert not check("All good wishes to you 🙂", EN, kind=kind).passes
    assert not check(
        "All good wishes 🙂", EN, kind=DraftKind.AFTER_WE_MET, tie=Closeness.WORK
    ).passes


@pytest.mark.parametrize(
    "text", ["Hi {name}!", "Hi [name]!", "Hi <name>!", "Hi ___!", "Met you at XX.", "Hi %s!"]
)
def test_open_blanks(text: str) -> None:
    """No blank is left open (R21), but for the one for own words."""
    assert "R21" in rules(text)
    assert "R21" not in rules("Hi Kari! «…» Take care.")
    assert "R21" in rules("Hi «…»! «…» Take care.")


def test_releases() -> None:
    """One release, not beside a question, and not every time (R20)."""
    assert rules("All good wishes to you. No need to reply.") == set()
    assert "R20" in rules("No need to reply. All good wishes, no reply needed.")
    assert "R20" in rules("Coffee or tea? No need to reply.")
    assert "R20" in rules("All well here. No need to reply.", sent=["Hi! No need to reply."])


def test_the_reader_counts_more_than_the_writer() -> None:
    """A text about its writer alone is out of balance (R23)."""
    assert "R23" in rules("I have a boat and I sail my boat.")
    assert "R23" not in rules("I have a boat and your knots hold it.")


@pytest.mark.parametrize(
    ("language", "text", "severity"),
    [
        (NB, "Jeg tenkte på Dem i dag, og på deg.", Severity.HARD),
        (SV, "Hoppas att Ni mår bra, du.", Severity.HARD),
        (NB, "De blomstene du ga meg lever.", Severity.SOFT),
    ],
)
def test_formal_address(language: Language, text: str, severity: Severity) -> None:
    """De and Ni are never used inside a sentence; at its head they only warn (R17)."""
    assert [hit.severity for hit in check(text, language).hits if hit.rule == "R17"] == [severity]
    assert "R17" not in rules(text, language, formal=True)


def test_abbreviations_and_other_languages() -> None:
    """Texting abbreviations weigh little (R18), mixed languages much (R22); quotes are let be."""
    assert rules("Hope u are well, and your garden.") == {"R18"}
    assert rules("Hei! Hoppas du har det fint.", NB) == {"R22"}
    assert rules("Hei! Så «The Crown» og tenkte på deg.", NB) == set()


def test_what_stands_on_notes() -> None:
    """With notes, every name and figure is the user's own (R19, R24, R25)."""
    assert (
        rules("Hi Kari! Thought of you and Bergen.", name="Kari", notes=["trip to Bergen"]) == set()
    )
    assert rules("Hi Kari! Thought of you and Oslo.", name="Kari", notes=["trip to Bergen"]) == {
        "R24"
    }
    assert "R19" in rules(
        "Hi! Thought of you.", notes=["trip to Bergen"], kind=DraftKind.THINKING_OF_YOU
    )
    assert "R25" in rules("Thinking of your cancer.", notes=["trip to Bergen"])


def test_no_text_twice() -> None:
    """Not the same to one person, and nearly none to another (R26)."""
    text = "Hi Kari! I walked past the old mill and thought of you."
    assert "R26" in rules(text, sent=[text])
    assert "R26" in rules(text, name="Kari", others=[text.replace("Kari", "Ola")])
    assert "R26" not in rules(text, others=["Something else altogether, for you."])


def test_an_invitation_says_when_and_leaves_a_way_out() -> None:
    """It names a time, leaves a way out, and is no question (R12)."""
    kind = DraftKind.INVITATION
    assert rules("I'm at the café on Sunday at two. Come by if it suits.", kind=kind) == set()
    assert "R12" in rules("I'm at the café on Sunday at two. You come.", kind=kind)
    assert "R12" in rules("Coffee on Sunday at two, if it suits?", kind=kind)
