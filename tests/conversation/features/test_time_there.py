"""What time it is at a contact's whose number leaves it open: never guessed, asked once."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.availability.unknown_zones import is_zone_unknown
from bot.domain.records.channels import Channel
from bot.domain.records.question import AskChannel, AskLast, AskZone
from tests.conversation.room import LANGUAGES, Room, settled

KARI = "Kari +1 212 555 1234 every 3 weeks last: 5 weeks ago"
SUMMER = datetime(2026, 7, 6, 9, 30, tzinfo=UTC)


def question(room: Room) -> object:
    """Return what waits for an answer."""
    return room.book.open_question and room.book.open_question.question


def times(room: Room) -> list[str]:
    """Return the times offered by the last message."""
    return [label for label in room.last.labels if " · " in label]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_time_there_is_asked_for_with_every_time_of_the_country(code: str) -> None:
    """Promise: after the contact was added, each time once, those of most people first."""
    room = settled(code)
    assert room.sentence("home.not-known", name="Kari") in room.say(f"/add {KARI}")
    assert room.last.text == room.sentence("home.time-there", name="Kari")
    assert [label[:5] for label in times(room)] == [
        "04:30", "03:30", "01:30", "02:30", "23:30", "00:30",
    ]  # fmt: skip
    assert "New York" in times(room)[0]
    room.press(times(room)[1])
    assert room.contact("Kari").times.zone == "America/Chicago"
    assert room.sentence("home.not-known", name="Kari") not in room.say("/person Kari")
    assert "03:30" in room.answer


@pytest.mark.parametrize(
    ("number", "count"),
    [
        ("+7 912 345 6789", 8),
        ("+61 412 345 678", 5),
        ("+55 11 91234 5678", 4),
        ("+52 55 1234 5678", 3),
        ("+62 812 3456 7890", 3),
    ],
)
def test_at_most_eight_times_are_offered(number: str, count: int) -> None:
    """Promise: also of a country with eleven clocks, in summer as well."""
    room = settled("en")
    room.now = SUMMER
    room.say(f"/add Kari {number} last: 5 weeks ago")
    assert len({label[:5] for label in times(room)}) == len(times(room)) == count


@pytest.mark.parametrize(
    ("code", "typed", "zone"),
    [
        ("en", "half past four", "America/New_York"),
        ("en", "it's 3:30 there", "America/Chicago"),
        ("en", "Boston", "America/New_York"),
        ("en", "Tokyo", "Asia/Tokyo"),
        ("nb", "halv fire", "America/Chicago"),
        ("nb", "klokka er halv fem", "America/New_York"),
        ("nb", "fem over halv fem nå", "America/New_York"),
        ("nb", "i Los Angeles", "America/Los_Angeles"),
        ("sv", "halv fyra", "America/Chicago"),
        ("sv", "Den är halv fem där", "America/New_York"),
        ("sv", "02.30", "America/Denver"),
        ("en", "half past eleven", "Pacific/Honolulu"),
        ("en", "same as mine", "Europe/London"),
    ],
)
def test_the_typed_answer_is_taken(code: str, typed: str, zone: str) -> None:
    """Promise: a city or a time of day, as people say it; the answer can be taken back."""
    room = settled(code)
    room.say("/settings")
    room.say(f"/add {KARI}")
    room.say(typed)
    here = room.book.profile.zone if zone == "Europe/London" else zone
    assert room.contact("Kari").times.zone == here
    assert not room.is_asked()
    room.say("/undo")
    assert room.contact("Kari").times.zone is None
    assert is_zone_unknown(room.contact("Kari"))


def test_at_the_full_hour_the_hour_alone_is_enough() -> None:
    """Promise: "9" and "quarter past nine" mean the clock that shows it."""
    for typed, minute in (("9", 2), ("9", 55), ("quarter past nine", 14), ("nine", 0)):
        room = settled("en")
        room.now = datetime(2026, 3, 2, 14, minute, tzinfo=UTC)
        room.say(f"/add {KARI}")
        room.say(typed)
        nearest = "America/Chicago" if minute == 55 else "America/New_York"
        assert room.contact("Kari").times.zone == nearest


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_time_between_two_is_asked_about(code: str) -> None:
    """Promise: nothing is guessed; a time that no clock of the country shows is said to be none."""
    room = settled(code, KARI)
    assert room.say("4") == room.sentence("home.several", name="Kari")
    assert [label[:5] for label in times(room)] == ["03:30", "04:30"]
    at = datetime(2026, 3, 2, 19, 30, tzinfo=UTC).time()
    assert room.say("19:30") == room.sentence("home.no-clock", name="Kari", time=at)
    assert len(times(room)) == 6
    said = room.say("Atlantis")
    assert said == room.sentence("home.unknown", name="Kari", place="Atlantis")
    assert room.contact("Kari").times.zone is None
    room.say("Chicago")
    assert room.contact("Kari").times.zone == "America/Chicago"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("is_typed", [True, False])
def test_not_knowing_is_left_alone(code: str, is_typed: bool) -> None:  # noqa: FBT001 - a case
    """Promise: it stays unknown and is not asked again, but where the user asks for it."""
    room = settled(code, KARI)
    label = room.label("button.home-unknown")
    said = room.say(label) if is_typed else room.press(label)
    assert said == room.sentence("home.left-unknown", name="Kari")
    assert is_zone_unknown(room.contact("Kari"))
    assert not room.is_asked()
    room.say("/channel Kari +1 212 555 9999")
    room.say("/pace Kari every 4 weeks")
    assert not isinstance(question(room), AskZone)
    assert room.say("/zone Kari") == room.sentence("home.time-there", name="Kari")
    assert len(times(room)) == 6


@pytest.mark.parametrize("code", LANGUAGES)
def test_one_question_at_a_time(code: str) -> None:
    """Promise: when they last talked comes first; then what time it is there."""
    for answer in ("ago-choice.WEEKS", "ago-choice.UNKNOWN"):
        room = settled(code)
        room.say("/add Kari +1 212 555 1234")
        assert isinstance(question(room), AskLast)
        room.tap(answer)
        assert question(room) == AskZone(room.contact("Kari").id)
        assert room.last.text == room.sentence("home.time-there", name="Kari")


def test_after_a_vague_pace_it_is_asked_too() -> None:
    """Promise: how often is asked first where it was not clear."""
    room = settled("en")
    room.say("/add Kari +1 212 555 1234 now and then")
    assert not isinstance(question(room), AskZone)
    room.press("Every 2 weeks")
    assert isinstance(question(room), AskZone)


def test_a_number_told_later_is_asked_about_once_for_each_country() -> None:
    """Promise: so is a number that comes later; one of the same country asks nothing."""
    room = settled("en", "Kari last: 5 weeks ago")
    room.say("/channel Kari +1 212 555 1234")
    assert room.last.text == room.sentence("home.time-there", name="Kari")
    room.say("/channel Kari +1 212 555 9999")
    assert not isinstance(question(room), AskZone)
    room.say("/channel Kari +7 912 345 6789")
    assert isinstance(question(room), AskZone)
    assert len(times(room)) == 8
    room.say("/zone Kari Omsk")
    room.say("/channel Kari +61 412 345 678")
    assert not isinstance(question(room), AskZone)
    room.say("/channel Kari email")
    assert isinstance(question(room), AskChannel)


def test_nothing_is_asked_about_somebody_who_was_let_go() -> None:
    """Promise: silent is silent; a late tap on the card asks nothing."""
    room = settled("en")
    room.say("/add Kari +1 212 555 1234")
    card = room.last
    room.say("/letgo Kari")
    room.press(room.label("ago-choice.WEEKS"), card)
    assert not isinstance(question(room), AskZone)


def test_several_are_asked_about_one_after_the_other() -> None:
    """Promise: of those added together, the next once the first is told."""
    room = settled("en")
    room.say("/add Kari +1 212 555 1234\nOla +47 412 34 567\nLiv +61 412 345 678")
    room.tap("button.yes")
    assert room.last.text == room.sentence("home.time-there", name="Kari")
    room.say("don't know")
    assert room.last.text == room.sentence("home.time-there", name="Liv")
    room.say("Perth, Australia")
    assert room.contact("Liv").times.zone == "Australia/Perth"
    assert not room.is_asked()


@pytest.mark.parametrize("code", LANGUAGES)
def test_not_knowing_takes_nothing_from_what_a_number_says(code: str) -> None:
    """Promise: where the clock is clear, not knowing where somebody is leaves it so."""
    room = settled(code, "Ola last: 5 weeks ago", "Liv +44 20 7183 8750 last: 5 weeks ago")
    unknown = room.label("button.home-unknown")
    room.say("/zone Ola London")
    assert room.say(f"/zone Ola {unknown}") == room.sentence("cancel.unchanged")
    assert room.contact("Ola").times.zone == "Europe/London"
    room.say("/zone Liv Tokyo")
    room.say(f"/zone Liv {unknown}")
    assert room.contact("Liv").times.zone is None
    assert "09:30" in room.answer


def test_a_number_of_a_country_without_zones_is_unknown_too() -> None:
    """Promise: Kosovo has none in the database; some well-known times are offered."""
    room = settled("en", "Era +383 44 123 456 last: 5 weeks ago")
    assert room.sentence("home.not-known", name="Era") in room.say("/person Era")
    assert room.say("/zone Era") == room.sentence("home.which", name="Era")
    assert times(room)
    room.say("Belgrade")
    assert room.contact("Era").times.zone == "Europe/Belgrade"


def test_a_country_with_one_clock_is_not_asked_about() -> None:
    """Promise: its number tells the zone by itself, and no number asks nothing."""
    for number in ("+44 20 7183 8750", "+47 412 34 567", "+46 70 123 45 67", ""):
        room = settled("en", f"Ola {number} last: 5 weeks ago")
        assert not isinstance(question(room), AskZone)
        assert room.sentence("home.not-known", name="Ola") not in room.say("/person Ola")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_nudge_says_that_the_time_is_unknown_and_proposes_no_call(code: str) -> None:
    """Promise: what rings waits until the time there is told; then it is a call again."""
    room = settled(code, KARI)
    room.say("/channel Kari call")
    assert room.contact("Kari").channel is Channel.CALL
    while not room.nudges:
        room.wait(minutes=10)
    assert room.sentence("home.not-known", name="Kari") in room.nudge.text
    where = room.sentence("nudge.where.call", where="+1 212-555-1234")
    assert where not in room.nudge.text
    assert (room.nudge.url() or "").startswith("https://t.me/")
    room.say("done")
    room.say("/zone Kari New York")
    room.now += timedelta(days=2)
    room.say("/hi Kari")
    assert where in room.nudge.text
    assert room.sentence("home.not-known", name="Kari") not in room.nudge.text


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_opener_of_a_call_does_not_come_back(code: str) -> None:
    """Promise: a snoozed call is worded anew where a new number leaves the time open."""
    room = settled(code, "Kari +47 412 34 567 every 3 weeks last: 5 weeks ago")
    room.say("/channel Kari call")
    while not room.nudges:
        room.wait(minutes=10)
    assert room.book.nudges[max(room.book.nudges)].kind == "call-opener"
    room.say("/channel Kari +1 212 555 1234")
    room.say("/snooze Kari tomorrow")
    while len(room.nudges) < 2:
        room.wait(minutes=10)
    assert room.book.nudges[max(room.book.nudges)].kind == "just-hi"


def test_a_shared_national_number_is_read_at_home_and_then_abroad() -> None:
    """Promise: the user's country goes first, then the figures with a plus before them."""
    numbers = {
        "412 34 567": "+4741234567",
        "4741234567": "+4741234567",
        "0047 412 34 567": "+4741234567",
        "12125551234": "+12125551234",
        "46701234567": "+46701234567",
    }
    for shared, number in numbers.items():
        room = settled("nb")
        room.send(contact={"phone_number": shared, "first_name": "Per"})
        assert room.contact("Per").address.phone == number


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("phone", ["12345", "*31#", "0", "99999999999999"])
def test_a_shared_number_that_cannot_be_read_is_said(code: str, phone: str) -> None:
    """Promise: the contact is added, or its name asked for, and the number is no part of it."""
    room = settled(code)
    said = room.sentence("add.problem.phone_invalid", text=phone)
    assert said in room.send(contact={"phone_number": phone, "first_name": "Per"})
    assert room.contact("Per").address.phone is None
    room = settled(code)
    answer = room.send(contact={"phone_number": phone, "first_name": ""})
    assert said in answer
    assert room.sentence("add.no-name") in answer
    room.say("Per")
    assert list(room.book.names().values()) == ["Per"]
