"""Two things in one message: both are done where both are clear."""

import pytest

from bot.domain.clock.wall_time import to_wall
from bot.domain.records.outcome import OutcomeKind
from tests.conversation.room import Room, nudged, settled


def logged(room: Room) -> dict[str, OutcomeKind]:
    """Return what came of it, by contact."""
    names = room.book.names()
    return {names[one.contact_id]: one.kind for one in room.book.outcomes.values()}


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "rang Kari, tried Jonas too but no answer"),
        ("nb", "ringte Kari men fikk ikke tak i Jonas"),
        ("sv", "ringde Kari men fick inte tag på Jonas"),
    ],
)
def test_one_was_reached_and_one_was_not(code: str, typed: str) -> None:
    """Each gets what is true of them."""
    room = settled(code, "Kari", "Jonas")
    room.say("/cancel")
    room.say(typed)
    assert logged(room) == {"Kari": OutcomeKind.DONE, "Jonas": OutcomeKind.TRIED}


def test_a_day_holds_of_those_before_it() -> None:
    """Kari and Ola were yesterday, Jonas was on Friday."""
    room = settled("en", "Kari", "Ola", "Jonas")
    room.say("/cancel")
    room.say("talked to Kari and Ola yesterday and Jonas on friday")
    names = room.book.names()
    days = {names[one.contact_id]: one.occurred_at.day for one in room.book.outcomes.values()}
    assert days["Kari"] == days["Ola"] != days["Jonas"]


def test_a_fact_besides_is_why_somebody_is_added() -> None:
    """What is told of a newcomer is kept."""
    room = settled("en", "Kari")
    room.say("/cancel")
    room.say("add Tom, he likes fishing, every month")
    assert room.contact("Tom").why == "he likes fishing"


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "done, rang Mum as well while I was at it"),
        ("nb", "ferdig, og så ringte jeg Mum i samme slengen"),
        ("sv", "klart, och så ringde jag Mum på köpet"),
    ],
)
def test_somebody_else_is_logged_beside_who_was_asked_about(code: str, typed: str) -> None:
    """The one of the nudge and the one who is named were both reached."""
    room = nudged(code)
    room.say("/add Mum")
    room.say("/cancel")
    room.say(typed)
    kinds = logged(room)
    assert kinds["Kari"] is kinds["Mum"] is OutcomeKind.DONE


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "she's on a course until friday, so ask me on saturday"),
        ("nb", "hun er på kurs til fredag, så spør meg på lørdag"),
        ("sv", "hon är på kurs till fredag, så fråga mig på lördag"),
    ],
)
def test_the_later_of_two_days_to_come_counts(code: str, typed: str) -> None:
    """The first one tells why."""
    room = nudged(code)
    room.say(typed)
    hold = room.contact("Kari").hold
    assert hold
    assert to_wall(hold.until, room.book.profile.zone).strftime("%a") == "Sat"


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "called Kari but not Jonas"),
        ("nb", "ringte Kari, men ikke Jonas"),
        ("sv", "ringde Kari men inte Jonas"),
    ],
)
def test_whom_it_was_not_is_left_out(code: str, typed: str) -> None:
    """Nothing is stored of whoever is only said not to be meant."""
    room = settled(code, "Kari", "Jonas")
    room.say("/cancel")
    room.say(typed)
    assert logged(room) == {"Kari": OutcomeKind.DONE}


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "rang Kari, Jonas can wait till saturday"),
        ("nb", "ringte Kari, Jonas får vente til lørdag"),
        ("sv", "ringde Kari, Jonas får vänta till lördag"),
    ],
)
def test_one_is_logged_and_one_put_off(code: str, typed: str) -> None:
    """Each clause is about the one it names."""
    room = settled(code, "Kari", "Jonas")
    room.say("/cancel")
    room.say(typed)
    hold = room.contact("Jonas").hold
    assert logged(room)["Kari"] is OutcomeKind.DONE
    assert hold
    assert to_wall(hold.until, room.book.profile.zone).strftime("%a") == "Sat"


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "had a quick word with her, remind me of her again in a week"),
        ("nb", "snakket litt med henne, minn meg på henne igjen om en uke"),
        ("sv", "hann prata lite med henne, påminn mig om henne igen om en vecka"),
    ],
)
def test_a_hello_and_when_to_ask_again_are_both_kept(code: str, typed: str) -> None:
    """The hello is logged, and the day that was asked for counts."""
    room = nudged(code)
    room.say(typed)
    hold = room.contact("Kari").hold
    assert OutcomeKind.DONE in {one.kind for one in room.book.outcomes.values()}
    assert hold
    assert (hold.until - room.now).days in {6, 7}


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "my wife rang her already"),
        ("nb", "kona mi ringte henne"),
        ("sv", "min fru ringde henne"),
    ],
)
def test_what_a_relative_did_is_no_hello(code: str, typed: str) -> None:
    """Nothing is logged for somebody else."""
    room = nudged(code)
    room.say(typed)
    assert OutcomeKind.DONE not in logged(room).values()


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "no answer.. tomorrow so"),
        ("nb", "ikkje svar.. tar det imårra"),
        ("sv", "ring ring ring o ingenting.. tar det imorn"),
    ],
)
def test_what_was_tried_is_logged_before_it_waits(code: str, typed: str) -> None:
    """A short "no answer" is a try, whatever is said of tomorrow."""
    room = nudged(code)
    room.say(typed)
    assert list(logged(room).values()) == [OutcomeKind.TRIED]
    (held,) = [one.hold for one in room.book.contacts.values() if one.hold]
    assert held.until is not None
    assert (to_wall(held.until, "UTC").date() - to_wall(room.now, "UTC").date()).days == 1
