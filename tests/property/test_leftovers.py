"""Random lines of spans: half of a line is never stored, and everything that is can be undone."""

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.languages import Language
from bot.understanding.acts.parts import parts_of
from bot.understanding.acts.utterance import Utterance
from bot.understanding.calendar.moment_types import Facing
from bot.understanding.moments.weighty_words import weighty
from bot.understanding.words.tokens import Line
from tests.conversation.room import Room

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local time
NAMES = {1: "Kari", 2: "Ola"}
DONE = ("called", "ringte", "pratade med", "met", "done", "klart")
PEOPLE = ("Kari", "Ola", "her", "Kari's brother", "Olas kone", "Karin", "Nils")
MOMENTS = ("yesterday", "i går", "på fredag", "on the 3rd", "in two weeks", "igår kväll", "may")
WEIGHTY = ("ago", "every", "siden", "the 31st", "july 42nd", "friday or saturday", "annenhver")
OTHER = ("new dog", "she moves", "hun fikk jobb", "at the office", "no answer", "again", "later")
SPANS = st.sampled_from((*DONE, *PEOPLE, *MOMENTS, *WEIGHTY, *OTHER))
LINES = st.lists(SPANS, min_size=1, max_size=6).map(" ".join)


@given(LINES, st.sampled_from(Facing))
def test_what_has_weight_is_accounted_for(text: str, facing: Facing) -> None:
    """No word of the calendar is left between what was read without the line being half read."""
    said = Utterance(text, NAMES, NOW)
    parts = parts_of(said, facing)
    if parts.is_half_read or parts.news or parts.again:
        return
    for taken in (parts.written, *NAMES.values()):
        text = text.replace(taken, " ", 1)
    assert parts.moment is not None or not weighty(Line.of(text), 0, len(Line.of(text)))


@settings(max_examples=60)
@given(LINES, st.sampled_from(Language))
def test_what_is_stored_is_said_and_can_be_undone(text: str, language: Language) -> None:
    """Whatever was logged stands in an answer with its name, and one tap takes it back."""
    room = Room(language.value)
    room.say("/start")
    room.say("/add Kari every 3 weeks")
    room.say("/add Ola every 3 weeks")
    before = room.book
    room.say(text)
    told = [one for key, one in room.book.outcomes.items() if key not in before.outcomes]
    if not told:
        return
    answers = "\n".join(shown.text for shown in room.heard)
    assert all(room.book.contacts[one.contact_id].name in answers for one in told)
    made = [one for one in room.book.changes if one.id > before.serial]
    for _ in made:
        room.say("/undo")
    assert room.book.outcomes == before.outcomes
    assert room.book.contacts == before.contacts
