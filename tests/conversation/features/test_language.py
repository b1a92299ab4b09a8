"""The language of the drafts to one person, and /language for Hei's own."""

import pytest

from bot.conversation.texts import Texts
from bot.drafts.bank import made_of
from bot.drafts.kinds import DraftKind
from bot.languages import Language
from tests.conversation.room import LANGUAGES, Room, nudged, settled
from tests.phrase_tables import lists

TYPED = [(typed, Language(code)) for typed, code in lists("languages", "draft")]
OWN_NAMES = {Language.EN: "English", Language.NB: "Norsk bokmål", Language.SV: "Svenska"}


def could_be(draft: str, language: Language) -> bool:
    """Tell whether Hei could have written a draft in a language."""
    return any(made_of(draft, language, kind) is not None for kind in DraftKind)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("typed", "language"), TYPED)
def test_the_language_of_a_persons_drafts_is_set(code: str, typed: str, language: Language) -> None:
    """Promise: /language NAME WORD in any language; the interface stays, drafts change."""
    room = settled(code, "Kari")
    said = room.say(f"/language {typed}")
    spoken = Texts(room.book.profile.language).spoken(language)
    assert said == room.sentence("language.for", name="Kari", language=spoken)
    assert room.contact("Kari").language is language
    assert room.book.profile.language == code
    line = room.sentence("card.language", language=spoken)
    assert (line in room.say("/person Kari")) == (language != code)
    room.say("/hi Kari")
    assert could_be(room.nudge.copies() or "", language)


@pytest.mark.parametrize("code", LANGUAGES)
def test_three_buttons_are_offered_and_the_present_one_is_marked(code: str) -> None:
    """Promise: /language NAME; a tap or a typed word sets it."""
    room = settled(code, "Kari")
    assert room.say("/language Kari") == room.sentence("language.which-for", name="Kari")
    here = OWN_NAMES[Language(code)]
    assert sorted(room.last.labels) == sorted(
        f"✓ {name}" if name == here else name for name in OWN_NAMES.values()
    )
    other = Language.SV if code != "sv" else Language.NB
    room.press(OWN_NAMES[other])
    assert room.contact("Kari").language is other
    assert room.last.labels == []
    room.say("/language Kari")
    assert f"✓ {OWN_NAMES[other]}" in room.last.labels
    room.say("engelsk")
    assert room.contact("Kari").language is Language.EN
    assert not room.is_asked()


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_unknown_language_is_asked_back(code: str) -> None:
    """Promise: never guessed; the person is understood."""
    room = settled(code, "Kari")
    said = room.say("/language Kari dansk & <b>")
    assert said == room.sentence("language.unknown", name="Kari", text="dansk & <b>")
    assert len(room.last.labels) == 3
    assert room.contact("Kari").language is None


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "language"), [("nb", "nb"), ("svenska", "sv"), ("English", "en")]
)
def test_a_language_alone_is_what_hei_speaks(code: str, typed: str, language: str) -> None:
    """Promise: /language WORD, or /language and the word; told apart from people called Sven."""
    room = settled(code, "Sven", "Enok")
    assert room.say(f"/language {typed}") == room.sentence("language.set")
    assert room.book.profile.language == language
    room = settled(code, "Sven", "Enok")
    assert room.say("/language") == room.sentence("language.which")
    assert room.last.labels[:3] == list(OWN_NAMES.values())
    assert room.say(typed) == room.sentence("language.set")
    assert room.book.profile.language == language
    assert all(contact.language is None for contact in room.book.contacts.values())


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_buttons_of_the_bare_command_set_what_hei_speaks(code: str) -> None:
    """Promise: the same buttons as in the settings."""
    room = settled(code)
    room.say("/language")
    room.press(OWN_NAMES[Language.SV])
    assert room.book.profile.language is Language.SV


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("command", ["/language", "/language Kari"])
def test_no_is_no_language_in_answer_to_the_question(code: str, command: str) -> None:
    """Promise: "no" and "nei" leave everything as it is, although *no* is a code of Norwegian."""
    for word in ("no", "nei", "nej"):
        room = settled(code, "Kari")
        before = room.book.profile.language
        room.say(command)
        assert room.say(word) == room.sentence("cancel.unchanged")
        assert room.book.profile.language is before
        assert room.contact("Kari").language is None
        assert not room.is_asked()
        room.say(command)
        assert room.say("blue moon") == room.sentence("unknown.text-hi")


@pytest.mark.parametrize("code", LANGUAGES)
def test_whose_language_is_asked_where_two_fit(code: str) -> None:
    """Promise: the language waits for the choice; an unknown name is said to be unknown."""
    room = settled(code, "Kari Svensson", "Kari Berg")
    assert room.say("/language Kari sv") == room.sentence("who.which", name="Kari")
    room.press("Kari Berg")
    assert room.contact("Kari Berg").language is Language.SV
    assert room.contact("Kari Svensson").language is None
    assert room.say("/language Nils svenska") == room.sentence("who.unknown", name="Nils")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_button_or_an_answer_about_somebody_forgotten_changes_nothing(code: str) -> None:
    """Promise: a stale button is answered kindly, and so are words that come too late."""
    room = settled(code, "Kari")
    room.say("/language Kari")
    asked = room.last
    room.book = room.book.without_contact(room.contact("Kari").id)
    for name in ("svenska", "whatsapp"):
        room.say(name)
        assert room.book.contacts == {}
    label = next(label for label in asked.labels if not label.startswith("✓"))
    assert room.press(label, asked) == room.sentence("stale.person")


def reworded(room: Room, times: int) -> set[str]:
    """Return the drafts that *Another* shows."""
    seen = set()
    for _ in range(times):
        room.tap("button.another", room.nudge)
        seen.add(room.nudge.copies() or "")
    return seen


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_open_nudge_gets_its_next_wording_in_the_new_language(code: str) -> None:
    """Promise: what is on show stays; *Another* comes in the language that was set."""
    room = nudged(code, "Kari every week last: 5 weeks ago")
    other = Language.SV if code != "sv" else Language.EN
    before = room.nudge.copies()
    room.say(f"/language Kari {other}")
    assert room.nudge.copies() == before
    seen = reworded(room, 6)
    assert all(could_be(draft, other) for draft in seen)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_snoozed_nudge_comes_back_in_the_new_language(code: str) -> None:
    """Promise: no wording that is still to be shown is in the old language."""
    room = nudged(code, "Kari every week last: 5 weeks ago")
    other = Language.SV if code != "sv" else Language.EN
    room.tap("button.snooze", room.nudge)
    room.tap("later.tomorrow")
    room.say(f"/language Kari {other}")
    (back,) = room.wait(days=1)
    assert could_be(back.copies() or "", other)
