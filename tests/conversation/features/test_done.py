"""Answering a nudge in three languages: typed, as a reply, or with a button."""

from datetime import date

import pytest

from bot.domain.records.nudge import Closing
from bot.domain.records.outcome import OutcomeKind
from tests.conversation.room import LANGUAGES, Room, nudged
from tests.phrase_tables import lists, phrases, rows

CLOSINGS = {
    "done": Closing.DONE,
    "snooze": Closing.SNOOZED,
    "tried": Closing.TRIED,
    "skip": Closing.SKIPPED,
}
FORMS = [
    *lists("replies", "alone"),
    *(
        (typed, row["verb"])
        for typed, row in rows("replies", "moment")
        if row["verb"] == "snooze" and isinstance(row["means"], date)
    ),
]
NOTED = [
    (typed, CLOSINGS[row["verb"]], row.get("note", "")) for typed, row in rows("replies", "noted")
]


def how(room: Room) -> Closing | None:
    """Return how the nudge in the chat ended."""
    nudge = room.book.nudge_in(room.nudge.id)
    assert nudge
    return nudge.how


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("verb", "closing"), CLOSINGS.items())
def test_every_form_is_understood_in_every_interface(
    code: str, verb: str, closing: Closing
) -> None:
    """Promise: alone, any case, with punctuation; in en, nb and sv whatever the interface."""
    room = nudged(code)
    before = room.book
    for form in (form for form, meaning in FORMS if meaning == verb):
        for typed in (form, form.upper(), f"{form.capitalize()}!", f" {form} . "):
            room.book = before
            room.say(typed)
            assert how(room) is closing, (code, typed, room.answer)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("typed", "closing", "note"), NOTED)
def test_a_trailing_note_becomes_the_newest(
    code: str, typed: str, closing: Closing, note: str
) -> None:
    """Promise: what follows is kept in the user's words and shown back."""
    room = nudged(code)
    answer = room.say(typed)
    assert how(room) is closing
    newest = room.contact("Kari").newest_note
    assert (newest.text if newest else "") == note
    assert note in answer


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", phrases("replies", "not_done"))
def test_what_is_no_answer_is_never_logged(code: str, typed: str) -> None:
    """Promise: what only looks like done gets a short kind answer, nothing changed."""
    room = nudged(code)
    before = room.book.outcomes
    assert room.say(typed)
    assert how(room) is not Closing.DONE
    assert not [o for o in room.book.outcomes.values() if o.kind is OutcomeKind.DONE]
    assert set(before) <= set(room.book.outcomes)


@pytest.mark.parametrize(("code", "is_done"), [("en", True), ("nb", False), ("sv", False)])
def test_sent_alone_is_done_only_in_english(code: str, is_done: bool) -> None:  # noqa: FBT001
    """Promise: in nb and sv *sent* means late (trap 1)."""
    room = nudged(code)
    room.say("sent")
    assert (how(room) is Closing.DONE) == is_done


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_button_closes_the_nudge_and_takes_its_buttons(code: str) -> None:
    """Promise: one closing line, the buttons go; pressed again it is kind and changes nothing."""
    room = nudged(code)
    stale = room.nudge.data(room.label("button.done"))
    assert room.sentence("done.closing") in room.tap("button.done")
    assert room.nudge.labels == []
    before = room.book.outcomes
    room.press_data(stale, room.nudge.id)
    assert room.toasts == [room.sentence("nudge.already")]
    assert room.book.outcomes == before


@pytest.mark.parametrize("code", LANGUAGES)
def test_done_after_snooze_corrects_it_and_twice_done_does_not(code: str) -> None:
    """Promise: docs/semantics.md, 6: one outcome per nudge, the later answer holds."""
    room = nudged(code)
    room.say("later", reply_to=room.nudge)
    room.say("done", reply_to=room.nudge)
    assert how(room) is Closing.DONE
    kinds = [o.kind for o in room.book.outcomes.values() if o.nudge_id]
    assert kinds == [OutcomeKind.DONE]
    assert room.contact("Kari").hold is None
    assert room.say("done", reply_to=room.nudge) == room.sentence("nudge.already")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_reply_goes_to_the_nudge_it_replies_to(code: str) -> None:
    """Promise: an old nudge answered late logs its own person, not the newest."""
    room = nudged(code)
    old = room.nudge
    room.say("/add Ola @ola_n")
    room.say("/hi Ola")
    room.say("gjort", reply_to=old)
    assert [o.contact_id for o in room.book.outcomes.values() if o.kind is OutcomeKind.DONE] == [
        room.contact("Kari").id
    ]
    assert room.is_nudged()
    room.say("gjort", reply_to=room.shown[min(room.shown)])
    assert not room.is_nudged()


def test_an_update_delivered_twice_changes_nothing() -> None:
    """Promise: docs/semantics.md, 6: the same id again is no second done."""
    room = nudged("en")
    user = {"id": 7, "is_bot": False, "first_name": "Ann"}
    chat = {"id": 7, "type": "private"}
    message = {"message_id": 9000, "date": 1, "chat": chat, "from": user, "text": "done, new dog"}
    update = {"update_id": 4711, "message": message}
    assert room.deliver(update)
    before = room.book
    assert room.deliver(update) == ""
    assert room.book == before


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_note_told_after_the_tap_is_kept(code: str) -> None:
    """docs/semantics.md, 1: what is told of a contact is never lost, also of a known one."""
    room = nudged(code)
    room.tap("button.done")
    outcomes = room.book.outcomes
    room.say("done, she got the job", reply_to=room.nudge)
    assert room.answer == room.sentence("notes.added", name="Kari", note="she got the job")
    assert [note.text for note in room.contact("Kari").notes] == ["she got the job"]
    assert room.book.outcomes == outcomes
