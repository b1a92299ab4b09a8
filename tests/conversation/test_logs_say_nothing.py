"""Logging a contact at any time: whom, when and what, typed in three languages."""

import pytest

from bot.domain.records.outcome import OutcomeKind
from tests.conversation.room import KARI, LANGUAGES, Room, nudged, settled
from tests.phrase_tables import phrases, rows

LOGGED = [(typed, row["days"], row.get("note", "")) for typed, row in rows("contacts", "logged")]


def logged(room: Room) -> list[str]:
    """Return who was contacted."""
    names = room.book.names()
    done = (o for o in room.book.outcomes.values() if o.kind is OutcomeKind.DONE)
    return [names[outcome.contact_id] for outcome in done]


@pytest.mark.parametrize("code", LANGUAGES)
def test_without_a_nudge_the_bot_asks_who(code: str) -> None:
    """Promise: with buttons; what was said waits; a stale choice is answered kindly."""
    room = settled(code, "Kari every year last: yesterday", "Ola every year last: yesterday")
    assert room.say("done yesterday, new dog") == room.sentence("who.whom")
    question = room.last
    late = question.data("Kari")
    answer = room.press("Ola")
    assert room.sentence("ago.yesterday") in answer
    assert "new dog" in answer
    assert question.labels == []
    room.press_data(late, question.id)
    assert room.toasts == [room.sentence("stale.press")]
    room.say("done")
    question = room.last
    room.wait(minutes=61)
    room.press("Kari", question)
    assert room.toasts == [room.sentence("stale.press")]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("typed", "days", "note"), LOGGED)
def test_a_contact_can_be_logged_at_any_time(code: str, typed: str, days: int, note: str) -> None:
    """Promise: /done [NAME] [WHEN] [NOTE], or in plain words; the answer says what was read."""
    room = settled(code, "Kari every year", "Ola")
    answer = room.say(typed)
    (outcome,) = (o for o in room.book.outcomes.values() if o.kind is OutcomeKind.DONE)
    assert (room.now - outcome.occurred_at).days in {days, days - 1}
    assert outcome.note == note
    assert room.sentence("done.closing") in answer
    assert "Kari" in answer


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_logged_contact_closes_the_open_nudge_about_that_person(code: str) -> None:
    """Promise: docs/semantics.md, 1; one about somebody else stays open."""
    room = nudged(code)
    room.say("/add Ola every year")
    room.say("/done Ola")
    assert room.is_nudged()
    room.say("/done Kari")
    assert not room.is_nudged()
    assert room.nudge.labels == []
    assert room.say("done", reply_to=room.nudge) == room.sentence("nudge.already")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_time_to_come_is_not_logged(code: str) -> None:
    """Promise: done tomorrow is answered kindly and nothing is stored."""
    room = settled(code, KARI, "Ola")
    for typed in ("/done Kari tomorrow", "/done Kari next tuesday", "/done Kari om 3 dager"):
        assert room.say(typed) == room.sentence("when.wrong-future")
    assert all(o.kind is OutcomeKind.TOLD for o in room.book.outcomes.values())


@pytest.mark.parametrize("code", LANGUAGES)
def test_we_talked_on_a_card_counts_once_per_card(code: str) -> None:
    """Promise: a second tap on the same card changes nothing."""
    room = settled(code, "Kari every year")
    room.say("/person Kari")
    card = room.last
    assert room.sentence("done.closing") in room.tap("button.we-talked", card)
    room.tap("button.we-talked", card)
    assert room.toasts == [room.sentence("nudge.already")]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", phrases("contacts", "plain"))
def test_plain_words_with_a_name_are_about_that_person(code: str, typed: str) -> None:
    """Promise: the plain words do what the command does, whatever nudge is open."""
    room = settled(code, "Kari every year", "Ola every year")
    room.say("/hi Ola")
    room.say(typed)
    assert logged(room) == ["Kari"]
    assert room.is_nudged()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", ["snooze Kari 3 days", "utsett Kari til fredag", "later Kari"])
def test_a_snooze_with_a_name_is_about_that_person(code: str, typed: str) -> None:
    """Promise: the open nudge about somebody else stays."""
    room = settled(code, "Kari every year", "Ola every year")
    room.say("/hi Ola")
    room.say(typed)
    assert room.contact("Kari").hold
    assert room.contact("Ola").hold is None
    assert room.is_nudged()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", ["/done Marit", "/done marit", "/done Marit yesterday"])
def test_an_unknown_name_never_logs_somebody_else(code: str, typed: str) -> None:
    """Promise: with a nudge about Ola open, a word about Marit is not taken for Ola's."""
    room = settled(code, "Kari every year", "Ola every year")
    room.say("/hi Ola")
    name = typed.split()[1]
    assert room.say(typed) == room.sentence("who.unknown", name=name)
    assert logged(room) == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "answer"),
    [("/done tomorrow", "when.wrong-future"), ("/snooze yesterday", "when.wrong-past")],
)
def test_a_time_in_the_wrong_direction_is_said_before_whom(
    code: str, typed: str, answer: str
) -> None:
    """Promise: a time that cannot be is not forgotten while somebody is chosen."""
    room = settled(code, "Kari every year", "Ola every year")
    assert room.say(typed) == room.sentence(answer)
    assert not room.is_asked()


def test_the_name_may_stand_after_the_day() -> None:
    """Promise: "/done yesterday Kari" is as good as the other order."""
    room = settled("en", "Kari every year", "Ola every year")
    room.say("/done yesterday Kari")
    assert logged(room) == ["Kari"]
    assert room.contact("Kari").newest_note is None


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "hour"), [("2 hours ago", 7), ("for to timer siden", 7), ("at 8", 8)]
)
def test_an_hour_of_today_is_kept(code: str, typed: str, hour: int) -> None:
    """Promise: it counts from when it happened, to the hour."""
    room = settled(code, "Kari every year")
    room.say(f"/done Kari {typed}")
    (outcome,) = (o for o in room.book.outcomes.values() if o.kind is OutcomeKind.DONE)
    offset = room.wall.hour - room.now.hour
    assert outcome.occurred_at.hour == (hour if typed.startswith(("2", "for")) else hour - offset)
