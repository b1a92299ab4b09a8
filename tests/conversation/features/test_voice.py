"""How drafts sound: chosen by command and button, heard of what was sent, taken back."""

import pytest

from bot.application.change_voice import VoicePart
from bot.conversation.buttons.packing import pack
from bot.conversation.buttons.voice_buttons import SetVoicePart
from bot.domain.records.voice import Counted, Voice
from bot.drafts.bank import bank_in
from bot.languages import Language
from tests.conversation.room import LANGUAGES, nudged, settled

NO_EMOJI = {"en": "no emoji", "nb": "ingen emoji", "sv": "ingen emoji"}
GREETING = {"en": "greeting: Yo {}!", "nb": "hilsen: Yo {}!", "sv": "hälsning: Yo {}!"}
SIGN_OFF = {"en": "sign-off: x", "nb": "avslutning: Klem", "sv": "avslutning: Kram"}
SENT = {"en": "sent", "nb": "sendte", "sv": "skickade"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_voice_alone_shows_three_parts(code: str) -> None:
    """Promise: greeting, sign-off and emoji, for everybody, each behind a button."""
    room = settled(code, "Kari")
    said = room.say("/voice")
    assert said.startswith(room.sentence("voice.for-all"))
    assert [room.label(f"button.voice-{part}") for part in VoicePart] == room.last.labels
    assert room.say("/voice Kari").startswith(room.sentence("voice.for", name="Kari"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_part_is_chosen_in_place(code: str) -> None:
    """Promise: a tap shows the choices, another takes one, and the answer is the same message."""
    room = settled(code, "Kari")
    room.say("/voice Kari")
    shown = room.last.id
    room.tap("button.voice-greeting")
    greeting = bank_in(Language(code)).greetings[0].replace("{name}", "Kari")
    assert greeting in room.last.labels
    room.press(greeting)
    assert room.last.id == shown
    assert room.contact("Kari").voice == Voice(greeting=bank_in(Language(code)).greetings[0])
    assert greeting in room.last.text


@pytest.mark.parametrize("code", LANGUAGES)
def test_parts_are_told_in_words(code: str) -> None:
    """Promise: for one person or for all; the contact's choice goes before the user's."""
    room = settled(code, "Kari")
    room.say(f"/voice {NO_EMOJI[code]}")
    assert room.book.profile.voice == Voice(emoji="")
    room.say(f"/voice Kari {GREETING[code].format('Kari')}")
    room.say(f"/voice Kari {SIGN_OFF[code]}")
    voice = room.contact("Kari").voice
    assert voice.greeting == "Yo Kari!"
    assert voice.sign_off in {"x", "Klem", "Kram"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_own_words_are_asked_for(code: str) -> None:
    """Promise: what is typed next is the greeting, whatever it is."""
    room = settled(code, "Kari")
    room.say("/voice Kari")
    room.tap("button.voice-greeting")
    room.tap("button.voice-own")
    assert room.answer == room.sentence("voice.write-greeting")
    room.say("Halla du!")
    assert room.contact("Kari").voice.greeting == "Halla du!"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_choice_can_be_taken_back(code: str) -> None:
    """Promise: Undo stands below the answer, and the drafts sound as before."""
    room = settled(code, "Kari")
    room.say(f"/voice Kari {SIGN_OFF[code]}")
    room.tap("button.undo")
    assert room.contact("Kari").voice == Voice()


@pytest.mark.parametrize("code", LANGUAGES)
def test_drafts_sound_as_chosen(code: str) -> None:
    """Promise: the greeting where a text has one, and no emoji anywhere."""
    room = settled(code, "Kari")
    room.say(f"/voice Kari {GREETING[code].format('Kari')}")
    room.say(f"/voice Kari {NO_EMOJI[code]}")
    drafts = []
    for _ in range(12):
        room.say("/hi Kari")
        drafts.append(room.nudge.copies() or "")
        room.wait(hours=1)
    bank = bank_in(Language(code))
    others = [greeting.replace("{name}", "Kari") for greeting in bank.greetings]
    assert not any(draft.startswith(tuple(others)) for draft in drafts)
    assert not any(emoji in draft for draft in drafts for emoji in "😊😄👋❤️🙌")


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_was_sent_is_done_and_heard(code: str) -> None:
    """Promise: "sent: …" closes the nudge, counts how it was written, and keeps no word of it."""
    room = nudged(code)
    room.say(f"{SENT[code]}: yo Kari, tenkte på deg og skauen 😄")
    assert not room.book.open_nudge
    assert room.answer.startswith(room.sentence("done.closing", name="Kari").split(".")[0])
    heard = room.contact("Kari").heard
    assert heard.greetings == (Counted("Yo {name}!", 1),)
    assert heard.emoji == (Counted("😄", 1),)
    assert "skauen" not in repr(room.book)


def test_twice_the_same_becomes_the_voice() -> None:
    """Promise: what was heard twice is how drafts are greeted, until something else is chosen."""
    room = settled("en", "Kari")
    for _ in range(2):
        room.say("/hi Kari")
        room.say("sent: yo Kari! thought of you")
        room.wait(hours=30)
    assert "Yo Kari!" in room.say("/voice Kari")


def test_sent_names_somebody_else() -> None:
    """Promise: "sent to Ola: …" is about Ola; without anybody it is left to the others."""
    room = settled("en", "Kari", "Ola")
    room.say("sent to Ola: hey Ola, hello")
    assert room.contact("Ola").heard.greetings == (Counted("Hey {name}!", 1),)
    assert room.contact("Kari").heard.greetings == ()


def test_a_forged_choice_breaks_nothing() -> None:
    """Promise: a number that is no choice, and somebody who is gone, are said to be stale."""
    room = settled("en", "Kari")
    key = room.contact("Kari").id
    for forged in (SetVoicePart(key, VoicePart.GREETING, 99), SetVoicePart(99, VoicePart.EMOJI, 0)):
        room.press_data(pack(forged))
        assert room.toasts
    assert room.contact("Kari").voice == Voice()
