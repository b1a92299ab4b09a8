"""Answers say exactly what was stored: about whom, when it was, and what was kept as a note."""

import pytest

from tests.conversation.room import KARI, LANGUAGES, nudged, settled

TYPED: dict[str, tuple[str, dict[str, str]]] = {
    "done": (
        "/done Kari",
        {
            "en": "Logged: Kari, today.",
            "nb": "Notert: Kari, i dag.",
            "sv": "Noterat: Kari, i dag.",
        },
    ),
    "done lately": (
        "/done Kari 20 February",
        {
            "en": "Logged: Kari, 10 days ago (Friday 20 February).",
            "nb": "Notert: Kari, for 10 dager siden (fredag 20. februar).",
            "sv": "Noterat: Kari, för 10 dagar sedan (fredag 20 februari).",
        },
    ),
    "done last year": (
        "/done Kari 12 December, new dog",
        {
            "en": "3 months ago (Friday 12 December 2025).\nNote: new dog",
            "nb": "for 3 måneder siden (fredag 12. desember 2025).\nNotat: new dog",
            "sv": "för 3 månader sedan (fredag 12 december 2025).\nAnteckning: new dog",
        },
    ),
    "tried": (
        "called Kari, no answer",
        {
            "en": "Logged: you tried to reach Kari today.\nNothing before Saturday 7 March.",
            "nb": "Notert: du prøvde å nå Kari i dag.\nIkke noe før lørdag 7. mars.",
            "sv": "Noterat: du försökte nå Kari i dag.\nInget före lördag 7 mars.",
        },
    ),
    "snoozed until next year": (
        "/snooze Kari 10 months",
        {"en": "2 January 2027", "nb": "2. januar 2027", "sv": "2 januari 2027"},
    ),
    "snoozed with words": (
        "/snooze Kari 3 days, new job",
        {
            "en": "Kept with it: new job",
            "nb": "Lagret sammen med det: new job",
            "sv": "Sparat tillsammans med det: new job",
        },
    ),
    "rested until next year": (
        "/rest until 3 January 2027",
        {
            "en": "on Sunday 3 January 2027",
            "nb": "søndag 3. januar 2027",
            "sv": "söndag 3 januari 2027",
        },
    ),
    "added": (
        "/add Ola every week last: 12 December",
        {
            "en": "3 months ago (Friday 12 December 2025)",
            "nb": "for 3 måneder siden (fredag 12. desember 2025)",
            "sv": "för 3 månader sedan (fredag 12 december 2025)",
        },
    ),
}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("what", TYPED)
def test_what_was_stored_is_said(code: str, what: str) -> None:
    """Promise: who, when and the note stand in the answer, with the year if it is another."""
    typed, said = TYPED[what]
    assert said[code] in settled(code, KARI).say(typed)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_typed_answer_to_a_nudge_names_whom_it_was_stored_for(code: str) -> None:
    """Promise: a button under a nudge says it by itself, a typed word does not."""
    typed, tapped = nudged(code), nudged(code)
    logged = typed.sentence("done.logged", name="Kari", ago=typed.sentence("ago.today"))
    assert logged in typed.say("done")
    assert logged not in tapped.tap("button.done", tapped.nudge)
