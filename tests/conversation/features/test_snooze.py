"""Snoozing: the choices, typed times, the ladder and its one question."""

from datetime import datetime, timedelta

import pytest

from bot.domain.clock.cadence import Cadence, Unit
from tests.conversation.room import LANGUAGES, nudged, settled
from tests.phrase_tables import lists

SNOOZES = [(typed, int(days)) for typed, days in lists("postponements", "snooze")]


@pytest.mark.parametrize(
    ("code", "labels"),
    [
        ("en", ["Later today", "Tomorrow morning", "At the weekend", "Back"]),
        ("nb", ["Senere i dag", "I morgen formiddag", "Til helga", "Tilbake"]),
        ("sv", ["Senare i dag", "I morgon förmiddag", "Till helgen", "Tillbaka"]),
    ],
)
def test_snooze_offers_three_choices(code: str, labels: list[str]) -> None:
    """Promise: words of three languages; *Back* shows the nudge again; the draft stays."""
    room = nudged(code)
    draft, before = room.nudge.copies(), room.nudge.message
    room.tap("button.snooze")
    assert room.nudge.labels == labels
    assert draft
    assert draft in room.nudge.text
    room.tap("button.back")
    assert room.nudge.message == before


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("choice", "wall"),
    [
        ("later.tomorrow", datetime(2026, 3, 3, 9, 30)),  # noqa: DTZ001 - local wall time
        ("later.weekend", datetime(2026, 3, 7, 11, 0)),  # noqa: DTZ001 - local wall time
    ],
)
def test_the_same_nudge_returns_at_the_chosen_time(code: str, choice: str, wall: datetime) -> None:
    """Promise: kept to the letter, with the same draft, not counted against day and week."""
    room = nudged(code)
    draft = room.nudge.copies()
    room.tap("button.snooze")
    assert "Kari" in room.tap(choice)
    while len(room.nudges) == 1:
        room.wait(minutes=10)
    assert room.wall == wall
    assert room.nudge.copies() == draft


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("hours", "offered"), [(0, True), (7, True), (10, False), (11, False), (13, False)]
)
def test_later_today_is_offered_only_while_good_hours_are_left(
    code: str,
    hours: int,
    offered: bool,  # noqa: FBT001
) -> None:
    """Promise: docs/semantics.md, 2."""
    room = settled(code, "Kari every year")
    room.wait(hours=hours)
    room.say("/hi Kari")
    room.tap("button.snooze")
    assert (room.label("later.today") in room.nudge.labels) == offered


@pytest.mark.parametrize("code", LANGUAGES)
def test_later_today_pressed_too_late_is_answered_kindly(code: str) -> None:
    """Promise: a choice that passed since it was offered shows what is left."""
    room = settled(code, "Kari every year")
    room.say("/hi Kari")
    room.tap("button.snooze")
    room.wait(hours=10)
    room.tap("later.today")
    assert room.toasts == [room.sentence("snooze.today-is-over")]
    assert room.label("later.today") not in room.nudge.labels
    assert room.label("later.tomorrow") in room.nudge.labels


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("typed", "days"), SNOOZES)
def test_a_typed_time_is_kept(code: str, typed: str, days: int) -> None:
    """Promise: understood in three languages; the nudge comes back that day, not earlier."""
    room = nudged(code)
    start = room.wall.date()
    room.say(typed)
    while len(room.nudges) == 1:
        room.wait(minutes=30)
        assert room.wall.date() - start <= timedelta(days=days)
    assert room.wall.date() - start == timedelta(days=days)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_time_is_named_back(code: str) -> None:
    """Promise: the day and the hour, which is when the quiet hours end if it lies in them."""
    room = nudged(code)
    later = room.wall + timedelta(hours=2)
    assert f"{later:%H:%M}" in room.say("/snooze 2 hours")
    tomorrow = room.say("/snooze tomorrow", reply_to=room.nudge)
    assert room.sentence("ahead.tomorrow") in tomorrow
    assert "09:30" in tomorrow
    assert "08:00" in room.say("/snooze tomorrow 23:00", reply_to=room.nudge)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_time_that_has_passed_or_is_no_time_is_asked_back(code: str) -> None:
    """Promise: nothing is guessed."""
    room = nudged(code)
    assert room.say("/snooze yesterday") == room.sentence("when.wrong-past")
    assert "blah <b>" in room.say("/snooze blah <b>")
    assert "100 years" in room.say("/snooze Kari 100 years")
    assert room.book.open_nudge


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", ["next tuesday", "neste tirsdag", "nästa tisdag"])
def test_next_tuesday_is_asked_about_with_two_dates(code: str, typed: str) -> None:
    """Promise: two dates are asked about; the tap settles it, a second tap is stale."""
    room = nudged(code)
    assert room.say(f"/snooze {typed}") == room.sentence("when.which")
    question = room.last
    near, far = question.labels
    late = question.data(near)
    assert room.texts_day(3, 10) == far
    room.press(far)
    assert room.contact("Kari").hold is not None
    room.press_data(late, question.id)
    assert room.toasts == [room.sentence("stale.press")]


def test_which_date_and_which_person_are_asked_one_after_the_other() -> None:
    """Promise: what was said waits through both questions."""
    room = settled("en", "Kari every year", "Ola every year")
    room.say("/snooze next tuesday")
    room.press("Ola")
    room.press(room.last.labels[1])
    assert room.contact("Ola").hold is not None
    assert room.contact("Kari").hold is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_ladder_ends_in_one_question(code: str) -> None:
    """Promise: bare snoozes hold 1, 3, 9 days, then half a cadence and one question."""
    room = nudged(code)
    held = []
    for _ in range(4):
        room.say("snooze", reply_to=room.nudge)
        hold = room.contact("Kari").hold
        assert hold
        held.append(round((hold.until - room.now) / timedelta(days=1), 1))
        asked = room.label("button.slower") in room.last.labels
        assert asked == (len(held) == 4)
        if not asked:
            room.say("/hi Kari")
    assert held == [1, 3, 9, 10.5]
    assert room.last.text == room.sentence(
        "calm.hesitation", name="Kari", pace=Cadence(3, Unit.WEEK)
    )
    answers = [room.label(f"button.{answer}") for answer in ("slower", "let-go", "keep")]
    assert [[key.label for key in row] for row in room.last.message.buttons] == [answers]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("tap", "pace"),
    [("button.slower", Cadence(6, Unit.WEEK)), ("button.keep", Cadence(3, Unit.WEEK))],
)
def test_the_cadence_changes_only_by_the_answer(code: str, tap: str, pace: Cadence) -> None:
    """Promise: slower halves the pace, keep leaves it; the snooze itself never changes it."""
    room = nudged(code)
    for _ in range(4):
        room.say("snooze", reply_to=room.nudge)
        if room.label("button.slower") not in room.last.labels:
            room.say("/hi Kari")
    assert room.contact("Kari").cadence == Cadence(3, Unit.WEEK)
    question = room.last
    room.tap(tap)
    assert room.contact("Kari").cadence == pace
    assert question.labels == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_stale_snooze_buttons_are_answered_kindly(code: str) -> None:
    """Promise: after *Done* every snooze button says that it is done."""
    room = nudged(code)
    ask = room.nudge.data(room.label("button.snooze"))
    another = room.nudge.data(room.label("button.another"))
    room.tap("button.snooze")
    shown = [room.nudge.data(label) for label in room.nudge.labels]
    room.say("done")
    for data in (ask, another, *shown):
        room.press_data(data, room.nudge.id)
        assert room.toasts == [room.sentence("nudge.already")]
    assert room.say("snooze", reply_to=room.nudge) == room.sentence("nudge.already")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_chosen_time_without_a_nudge_is_kept_too(code: str) -> None:
    """Promise: "comes up again on Thursday" is true, also of somebody who is not due."""
    room = settled(code, "Kari every year last: yesterday")
    room.say("/snooze Kari 3 days")
    start = room.wall.date()
    (nudge,) = room.wait(days=5)
    assert nudge.text.startswith("Kari")
    sent = room.book.nudge_in(nudge.id)
    assert sent
    assert sent.sent_at
    assert (sent.sent_at.date() - start).days == 3


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_bare_snooze_never_brings_somebody_back_earlier(code: str) -> None:
    """Promise: a time that was chosen is not shortened by the ladder."""
    room = settled(code, "Kari every year")
    room.say("/snooze Kari 3 days")
    before = room.contact("Kari").hold
    room.say("/snooze Kari")
    after = room.contact("Kari").hold
    assert before
    assert after
    assert after.until >= before.until


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", ["tomorrow at 14", "i morgen kl. 14", "imorgon kl 14:00"])
def test_an_hour_is_kept_to_the_minute(code: str, typed: str) -> None:
    """Promise: a chosen hour is the user's own, whatever hours Hei would have taken."""
    room = nudged(code)
    room.say(f"/snooze {typed}")
    while len(room.nudges) == 1:
        room.wait(minutes=30)
    assert f"{room.wall:%H:%M}" == "14:00"


def test_a_date_asked_after_a_question_of_forgetting_is_still_answered() -> None:
    """Promise: the button of an ended question forgets nobody, and the newer one goes on."""
    room = nudged("en")
    room.say("/forget Kari")
    sure = room.last
    gone = sure.data("Delete for good")
    room.say("/snooze next tuesday")
    question = room.last
    assert room.press_data(gone, sure.id) == room.sentence("stale.press")
    assert room.press(question.labels[0], question).startswith(
        "Fine. I\u2019ll bring Kari up again"
    )


def test_two_that_return_at_the_same_time_come_apart() -> None:
    """Promise: both are kept, hours apart, and the first does not count as a silence."""
    room = settled("en", "Kari every year last: yesterday", "Ola every year last: yesterday")
    room.say("/snooze Kari tomorrow")
    room.say("/snooze Ola tomorrow")
    room.wait(hours=25)
    assert len(room.nudges) == 1
    room.wait(hours=6)
    assert len(room.nudges) == 2
    assert room.book.dose.silences == 0


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", ["later today", "senere i dag", "senare idag"])
def test_later_today_in_words_is_the_button(code: str, typed: str) -> None:
    """Promise: it returns the same day, hours later."""
    room = settled(code, "Kari every year last: yesterday")
    room.say("/hi Kari")
    day = room.wall.date()
    room.say(typed)
    while len(room.nudges) == 1:
        room.wait(minutes=30)
    assert room.wall.date() == day


def test_a_nudge_comes_back_under_the_new_name() -> None:
    """Promise: after /rename no draft calls the person by the old name."""
    room = nudged("en", "Kary every 3 weeks last: 5 weeks ago")
    assert "Kary" in room.nudge.text
    room.say("snooze until tomorrow")
    room.say("/rename Kary: Mona")
    (back,) = room.wait(days=1.2)
    assert back.text.startswith("Mona")
    assert "Kary" not in back.text
