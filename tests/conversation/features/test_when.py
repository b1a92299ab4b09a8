"""When a hello suits a contact: typed, tapped, shown, and in the nudge."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from bot.domain.clock.hours import NEVER, Hours
from bot.domain.clock.wall_time import to_instant
from bot.domain.records.contact import Address
from bot.domain.records.contact_times import WEEK, OwnDay, Preset, Tie, Times
from tests.conversation.room import LANGUAGES, Room, settled
from tests.phrase_tables import phrases

OLA = "Ola every 3 weeks last: 5 weeks ago"
EVENING, LUNCH = Hours(time(18), time(21)), Hours(time(12), time(13))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", phrases("availability", "whole_lines"))
def test_hours_are_told_by_command_or_behind_a_name(code: str, typed: str) -> None:
    """Promise: in any of the languages; what holds now is said back and stands on the card."""
    room = settled(code, OLA)
    said = room.say(typed)
    assert room.contact("Ola").times.days == tuple(OwnDay(day, EVENING) for day in range(5))
    days = room.label("days.weekdays").capitalize()
    line = room.sentence("suits.only", days=days, hours="18:00\u201321:00")
    assert said == f"{room.sentence('suits.known', name='Ola')}\n{line}"
    assert line in room.say("/person Ola")
    assert not room.is_asked()
    assert room.say("/undo") == room.sentence("undo.times", name="Ola")
    assert room.contact("Ola").times == Times()


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_told_one_after_the_other_adds_up(code: str) -> None:
    """Promise: a bound that cuts nothing is not shown; days with the same rule stand together."""
    room = settled(code, OLA)
    room.say("/when Ola weekdays after 18")
    room.say("Ola: not before 10")
    room.say("/when Ola saturdays off, night")
    said = room.say("/when Ola family").splitlines()
    night = room.label("preset.night").lower()
    sunday = room.label("days.sunday").capitalize()
    assert said[1] == room.sentence("suits.presets", presets=night)
    assert "18:00\u201321:00" in said[2]
    saturday = room.label("days.saturday").capitalize()
    assert said[3] == room.sentence("suits.off", days=saturday)
    assert said[4] == room.sentence("suits.not-before", days=sunday, hours="10:00")
    assert said[5] == room.sentence("suits.tie-family")
    assert len(said) == 6
    assert "12:00\u201313:00" in room.say("Ola: ikke 12-13")
    assert room.contact("Ola").times.on(5) == OwnDay(5, NEVER, busy=LUNCH)
    assert room.say("/when Ola any time").splitlines()[1:] == [said[5]]
    assert room.say("/when Ola not family") == room.sentence("suits.usual", name="Ola")


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_does_not_suit_is_tapped(code: str) -> None:
    """Promise: /when NAME, or the button on any card; marked where it holds, safe to tap twice."""
    room = settled(code, OLA)
    presets = [room.label(f"preset.{preset}") for preset in Preset]
    ties = [room.label(f"tie.{tie}") for tie in Tie]
    any_time, back = room.label("button.any-time"), room.label("button.back")
    assert room.say("/when Ola") == room.sentence("suits.which", name="Ola")
    assert room.last.labels == [*presets, any_time, *ties, back]
    room.say("/person Ola")
    card = room.last
    room.tap("button.when", card)
    data = card.data(presets[0])
    for _ in range(2):
        room.press_data(data, card.id)
        assert room.contact("Ola").times.presets == (Preset.AT_WORK,)
        assert f"✓ {presets[0]}" in card.labels
    room.press(ties[0], card)
    assert room.contact("Ola").times.tie is Tie.WORK
    assert f"✓ {ties[0]}" in card.labels
    room.press(f"✓ {ties[0]}", card)
    room.press(presets[3], card)
    assert room.contact("Ola").times == Times(presets=(Preset.AT_WORK, Preset.BEDTIME))
    room.press(f"✓ {presets[3]}", card)
    assert room.contact("Ola").times.presets == (Preset.AT_WORK,)
    room.press(any_time, card)
    assert room.contact("Ola").times == Times()
    assert room.say("/undo") == room.sentence("undo.times", name="Ola")
    assert room.contact("Ola").times.presets == (Preset.AT_WORK,)


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_a_button_says_may_be_typed_after_the_question(code: str) -> None:
    """Promise: a habit or hours typed while they are asked for are taken."""
    room = settled(code, OLA)
    room.say("/when Ola")
    room.say(room.label("preset.bedtime"))
    assert room.contact("Ola").times.presets == (Preset.BEDTIME,)
    room.say("/when Ola")
    room.say("ikke før 10")
    assert room.contact("Ola").times.on(0) == OwnDay(0, not_before=time(10))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("words", ["blue moon <b>", "after 6", "etter kampen", "tomorrow"])
def test_anything_else_is_asked_back_with_an_example(code: str, words: str) -> None:
    """Promise: never guessed; the person is understood, and the next words may answer."""
    room = settled(code, OLA, "Kari")
    said = room.say(f"/when Ola {words}")
    assert said == room.sentence("suits.unknown", name="Ola", text=words)
    assert room.contact("Ola").times == Times()
    room.say("efter 18")
    assert room.contact("Ola").times.on(6) == OwnDay(6, EVENING)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_examples_can_be_followed_to_the_letter(code: str) -> None:
    """Promise: what stands there as an example is understood as it stands."""
    room = settled(code, OLA)
    room.say("/when Ola blue moon")
    examples = room.last.message.text.split("<code>")[1:]
    assert len(examples) == 3
    for example in examples:
        before = room.contact("Ola").times
        room.say(f"/when Ola {example.partition('</code>')[0]}")
        assert room.contact("Ola").times != before


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", ["not at work", "ikke på jobb", "inte på jobbet"])
def test_taking_away_what_was_never_told_is_doubtful(code: str, typed: str) -> None:
    """Promise: "not at work" takes a told habit away; else it may mean the contrary."""
    room = settled(code, OLA)
    assert room.say(f"/when Ola {typed}") == room.sentence("suits.doubtful", name="Ola", text=typed)
    room.press(room.label("preset.at-work"))
    assert room.say(f"/when Ola {typed}") == room.sentence("suits.usual", name="Ola")


@pytest.mark.parametrize("code", LANGUAGES)
def test_whose_hours_they_are_is_asked_and_what_was_said_waits(code: str) -> None:
    """Promise: /when alone asks who; /when HOURS loses nothing; two of a name are asked about."""
    room = settled(code, "Ola Berg", "Ola Dahl", "Kari")
    assert room.say("/when") == room.sentence("who.whom")
    room.press("Kari")
    assert room.answer == room.sentence("suits.which", name="Kari")
    room.say("/when not before 10")
    room.press("Kari")
    assert room.contact("Kari").times.on(3) == OwnDay(3, not_before=time(10))
    assert room.say("Ola: at work") == room.sentence("who.which", name="Ola")
    assert room.say("Kari: natt").startswith(room.sentence("suits.known", name="Kari"))
    room.say("Ola: at work")
    room.press("Ola Dahl")
    assert room.contact("Ola Dahl").times.presets == (Preset.AT_WORK,)
    assert room.say("/when Nils after 18") == room.sentence("who.unknown", name="Nils")


def test_other_words_behind_a_name_are_no_hours() -> None:
    """Promise: an answer stays an answer, a note a note, and nobody's name is nobody's."""
    room = settled("en", OLA)
    assert room.say("Ola: done").startswith(room.sentence("done.closing"))
    room.say("/note Ola")
    room.say("Ola: at work")
    assert room.contact("Ola").notes[-1].text == "Ola: at work"
    assert room.contact("Ola").times == Times()
    before = room.book.contacts
    for typed in ("Nils: after 18", "Ola at work"):
        room.say(typed)
        assert room.book.contacts == before


@pytest.mark.parametrize(
    "data", ["tp:{id}:siesta:1", "tp:{id}:night:x", "tt:{id}:foe:1", "th:{id}:Mars/Olympus"]
)
def test_a_forged_button_is_refused(data: str) -> None:
    """Promise: no button of Hei's says so; nothing changes."""
    room = settled("en", OLA)
    ola = room.contact("Ola")
    room.press_data(data.format(id=ola.id), room.last.id)
    assert room.toasts
    assert room.contact("Ola") == ola


@pytest.mark.parametrize(
    "data", ["tp:9:night:1", "tt:9:work:1", "ta:9", "th:9:Europe/Oslo", "tc:9"]
)
def test_a_button_of_somebody_forgotten_is_answered(data: str) -> None:
    """Promise: a stale press is told kindly."""
    room = settled("en", OLA)
    assert room.press_data(data, room.last.id) == room.sentence("stale.person")


def asked(code: str, at: str, *told: str) -> str:
    """Return the line about the moment of a nudge that was asked for at a time in Oslo."""
    room = settled(code, OLA)
    room.book = replace(room.book, profile=replace(room.book.profile, zone="Europe/Oslo"))
    for typed in told:
        room.say(typed)
    room.now = to_instant(datetime.fromisoformat(at), "Europe/Oslo")
    room.say("/hi Ola")
    return room.nudge.text.splitlines()[2].replace("\u2019", "'")


@pytest.mark.parametrize(
    ("code", "at", "told", "line"),
    [
        ("en", "2026-03-02T12:10", (), "It's 12:10, around lunch. Good enough."),
        (
            "en",
            "2026-03-02T18:40",
            ("/when Ola after-dinner rest and bedtime",),
            "It's 18:40 where Ola is: dinner is over, bedtime has not begun. Good enough.",
        ),
        (
            "nb",
            "2026-03-02T18:40",
            ("/when Ola middagshvil og leggetid",),
            "Hos Ola er klokka 18:40: middagen er over, leggetida har ikke begynt. Godt nok.",
        ),
        (
            "sv",
            "2026-03-02T18:40",
            ("/when Ola middagsvila och läggdags",),
            (
                "Hos Ola är klockan 18:40: middagen är över, läggningen har inte börjat. "
                "Det duger bra."
            ),
        ),
        (
            "en",
            "2026-03-02T17:40",
            ("/when Ola at work",),
            "It's 17:40 where Ola is, and work is over. Good enough.",
        ),
        (
            "nb",
            "2026-03-02T18:40",
            ("/when Ola leggetid",),
            "Hos Ola er klokka 18:40, og leggetida har ikke begynt. Godt nok.",
        ),
        (
            "sv",
            "2026-03-02T21:10",
            ("/when Ola läggdags",),
            (
                "Just nu passar det inte så bra hos Ola (klockan är 21:10). Det passar bättre i "
                "morgon från klockan 11:00."
            ),
        ),
        (
            "en",
            "2026-03-02T12:10",
            ("/when Ola at work",),
            (
                "Right now isn't a good time where Ola is (it's 12:10). "
                "A better time is today from "
                "17:30."
            ),
        ),
        (
            "en",
            "2026-03-02T13:40",
            ("/zone Ola Los Angeles",),
            (
                "Right now isn't a good time where Ola is (it's 04:40). "
                "A better time is today from "
                "20:30, your time."
            ),
        ),
        (
            "nb",
            "2026-03-02T18:00",
            ("/zone Ola New York",),
            "Hos Ola er klokka 12:00, omtrent lunsjtid. Godt nok.",
        ),
        (
            "nb",
            "2026-05-14T14:10",
            ("/when Ola familie",),
            "Hos Ola er klokka 14:10, og det er fridag. Godt nok.",
        ),
        (
            "sv",
            "2026-03-02T22:10",
            ("/when Ola 22-23",),
            "Hos Ola är klockan 22:10, inom den tid du nämnde. Det duger bra.",
        ),
        (
            "nb",
            "2026-03-07T12:00",
            ("/when Ola jobb",),
            (
                "Akkurat nå passer det ikke så godt hos Ola (klokka er 12:00). Det passer bedre "
                "mandag 9. mars fra klokka 11:00."
            ),
        ),
        (
            "en",
            "2026-03-07T12:00",
            ("/when Ola every day off",),
            "Right now isn't a good time where Ola is (it's 12:00).",
        ),
    ],
)  # fmt: skip
def test_a_nudge_says_why_now_is_fine_at_theirs_or_when_it_suits_better(
    code: str, at: str, told: tuple[str, ...], line: str
) -> None:
    """Promise: one honest line, never more than now and one later time."""
    assert asked(code, at, *told) == line


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_line_stays_as_it_was_sent(code: str) -> None:
    """Promise: another wording an hour later tells of the moment at which the nudge came."""
    room = settled(code, OLA)
    room.say("/when Ola bedtime")
    room.say("/hi Ola")
    line = room.nudge.text.splitlines()[2]
    room.now += timedelta(hours=9)
    room.tap("button.another", room.nudge)
    assert room.nudge.text.splitlines()[2] == line


def first_nudge(room: Room) -> datetime:
    """Return when the first nudge comes, by the user's clock."""
    while not room.nudges:
        room.wait(minutes=10)
    return room.wall


def test_a_planned_nudge_keeps_to_what_was_told() -> None:
    """Promise: not before 18 means the evening, a colleague's Saturday is quiet, and so on."""
    room = settled("nb", OLA)
    room.say("/when Ola not before 18")
    assert first_nudge(room).strftime("%a %H:%M") == "Mon 18:00"
    room = settled("nb", OLA)
    room.say("/when Ola weekdays off")
    assert first_nudge(room).strftime("%a %H:%M") == "Sat 11:30"
    room = settled("nb", OLA)
    room.say("/zone Ola New York")
    assert first_nudge(room).strftime("%a %H:%M") == "Mon 17:30"


def test_a_person_for_whom_nothing_suits_still_comes_up() -> None:
    """Promise: at a good hour of the user's own, and the nudge says that now is not so good."""
    room = settled("nb", OLA)
    room.say("/when Ola every day off")
    assert room.contact("Ola").times.days == tuple(
        OwnDay(day, Hours(time(), time())) for day in WEEK
    )
    assert first_nudge(room).strftime("%a %H:%M") == "Mon 11:30"
    line = room.sentence("nudge.not-now", name="Ola", time=room.wall.time())
    assert line in room.nudge.text.splitlines()


def test_an_address_is_the_same_whatever_country_it_tells() -> None:
    """Promise: the country follows from the number; it makes no other address of it."""
    assert Address(phone="+47", country="NO") == Address(phone="+47")
    newer = Address(phone="+47", country="NO").updated(Address(phone="+1"))
    assert newer.country is None
