"""The user's own plan: kept, repeated by a nudge, dropped."""

import pytest

from tests.conversation.room import KARI, LANGUAGES, nudged, settled

PLANS = {
    "en": "When the coffee is on, I say hi to one",
    "nb": "Når kaffen er klar & <b>, sier jeg hei til én",
    "sv": "När kaffet är klart säger jag hej till en",
}


OFF = {"en": "off", "nb": "av", "sv": "Ta bort."}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_plan_is_kept_shown_and_dropped(code: str) -> None:
    """Promise: in the user's own words; alone it is shown with how to change it."""
    room = settled(code)
    assert "/cue" in room.say("/cue")
    assert PLANS[code] in room.say(f"/cue {PLANS[code]}")
    shown = room.say("/cue")
    assert PLANS[code] in shown
    assert "/cue" in shown
    assert room.say(f"/cue {OFF[code]}") == room.sentence("cue.off")
    assert room.book.profile.cue == ""


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_nudge_repeats_the_plan(code: str) -> None:
    """Promise: one line of the nudge, in the user's own words."""
    room = nudged(code)
    assert PLANS[code] not in room.nudge.text
    room.say(f"/cue {PLANS[code]}")
    room.say("/hi Kari")
    assert room.nudge.text.splitlines().count(room.sentence("nudge.cue", cue=PLANS[code])) == 1


def test_a_long_plan_keeps_its_beginning() -> None:
    """Promise: a thousand letters at the most; it is said, and a nudge stays short."""
    room = settled("en", KARI)
    assert room.sentence("cue.too-long") in room.say("/cue " + "when " * 300)
    assert len(room.book.profile.cue) <= 1000
    room.say("/hi Kari")
    assert len(room.nudge.text) < 800
