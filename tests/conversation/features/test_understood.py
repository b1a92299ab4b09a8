"""Free messages: done where they are clear, asked about with buttons where they are not."""

from datetime import datetime

import pytest

from bot.conversation.texts import Texts
from bot.domain.clock.wall_time import to_wall
from bot.domain.records.contact import Standing
from bot.domain.records.outcome import OutcomeKind
from tests.conversation.room import LANGUAGES, Room, nudged, settled

TOLD = {
    "en": "bumped into her in tesco on monday shes moving to cork",
    "nb": "traff henne på kiwi på mandag hun skal flytte til Bodø",
    "sv": "sprang på henne på ica i måndags hon ska flytta till Lund",
}
DOUBTFUL = {
    "en": "called Kari yesterday, Tuesday and Wednesday",
    "nb": "ringte Kari i går, tirsdag og onsdag",
    "sv": "ringde Kari igår, tisdag och onsdag",
}
STOP = {
    "en": "don't remind me about kari any more",
    "nb": "ikke minn meg på kari mer",
    "sv": "påminn mig inte om kari mer",
}
ENOUGH = {
    "en": "I'm done with Kari",
    "nb": "jeg er ferdig med Kari",
    "sv": "jag är färdig med Kari",
}
FOR_A_WHILE = {
    "en": "no reminders about Kari before 12 October",
    "nb": "ikke mas om Kari før 12. oktober",
    "sv": "inget tjat om Kari före 12 oktober",
}
NOTHING_NOW = {
    "en": "can't think of anything, another time",
    "nb": "kommer ikke på noe nå, tar det en annen gang",
    "sv": "kommer inte på något nu, tar det en annan gång",
}
TALKED = {
    "en": "talked to her last night, she sold the house",
    "nb": "ringte henne i går, hun har solgt huset",
    "sv": "ringde henne igår, hon har sålt huset",
}
NOT_KNOWN = {"en": "no idea really", "nb": "vet ikke helt jeg", "sv": "ingen aning faktiskt"}


def kinds(room: Room) -> list[OutcomeKind]:
    """Return what is stored of what came of it, what was told at first aside."""
    return [o.kind for o in room.book.outcomes.values() if o.kind is not OutcomeKind.TOLD]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_clear_message_is_done_and_can_be_taken_back(code: str) -> None:
    """Whom, when and the news stand in the answer, and one tap undoes it."""
    room = nudged(code)
    before = room.book.contacts
    answer = room.say(TOLD[code])
    assert kinds(room) == [OutcomeKind.DONE]
    note = room.contact("Kari").newest_note
    assert note
    assert note.text in answer
    room.tap("button.undo")
    assert kinds(room) == []
    assert room.book.contacts == before


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_leaves_a_day_over_is_asked_about(code: str) -> None:
    """Two days for two people are not made one; nothing is stored before a tap."""
    room = settled(code, "Kari every year", "Ola every year")
    before = room.book.contacts
    room.say(DOUBTFUL[code])
    assert kinds(room) == []
    assert room.book.contacts == before
    assert room.last.labels
    assert room.is_asked()


@pytest.mark.parametrize("code", LANGUAGES)
def test_to_silence_somebody_is_asked_about(code: str) -> None:
    """A wish to hear nothing more of a contact gets two ways, and stores nothing by itself."""
    room = settled(code, "Kari every year")
    room.say(STOP[code])
    assert room.contact("Kari").standing is Standing.KEPT
    room.tap("button.let-go")
    assert room.contact("Kari").standing is Standing.LET_GO


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_question_may_be_left_open(code: str) -> None:
    """Whoever does not know is not asked twice, and the words are no note."""
    room = settled(code, "Kari every year")
    room.say("/note Kari")
    room.say(NOT_KNOWN[code])
    assert room.contact("Kari").notes == ()
    assert not room.is_asked()


@pytest.mark.parametrize(
    ("code", "typed"), [("en", "thanks a lot"), ("nb", "tusen takk"), ("sv", "tack så mycket")]
)
def test_thanks_are_answered_kindly(code: str, typed: str) -> None:
    """A kind word gets one back, and stores nothing."""
    room = settled(code, "Kari every year")
    assert room.say(typed) == room.sentence("kind.thanks")


def test_a_button_of_an_older_question_is_stale() -> None:
    """What a message was meant as belongs to that message."""
    room = settled("en", "Kari every year", "Ola every year")
    room.say(DOUBTFUL["en"])
    asked = room.last
    room.say("/note Kari")
    room.press(asked.labels[0], asked)
    assert kinds(room) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_to_be_done_with_somebody_may_be_an_end(code: str) -> None:
    """Nothing is logged before a tap says whether it was a hello or an end."""
    room = settled(code, "Kari every year")
    room.say(ENOUGH[code])
    assert kinds(room) == []
    room.tap("button.let-go")
    assert room.contact("Kari").standing is Standing.LET_GO


@pytest.mark.parametrize("code", LANGUAGES)
def test_silence_until_a_day_puts_off(code: str) -> None:
    """Whoever wants to hear nothing before a day is not asked whether to let go."""
    room = settled(code, "Kari every year")
    room.say(FOR_A_WHILE[code])
    assert kinds(room) == [OutcomeKind.SNOOZED]
    assert room.contact("Kari").standing is Standing.KEPT


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("said", [NOTHING_NOW, NOT_KNOWN])
def test_words_that_refuse_are_no_note(code: str, said: dict[str, str]) -> None:
    """What is worth remembering may be left for another time."""
    room = settled(code, "Kari every year")
    room.say("/note Kari")
    room.say(said[code])
    assert room.contact("Kari").notes == ()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_contact_told_where_a_note_was_asked_for_is_logged(code: str) -> None:
    """The hello counts, and the news that come with it are the note."""
    room = settled(code, "Kari every year")
    room.say("/note Kari")
    room.say(TALKED[code])
    assert kinds(room) == [OutcomeKind.DONE]
    assert room.contact("Kari").newest_note


@pytest.mark.parametrize("typed", ["✅ Kari", "Kari ✅", "✔ kari"])
def test_a_tick_and_a_name_are_a_hello(typed: str) -> None:
    """The smallest way to say it is understood."""
    room = settled("en", "Kari every year", "Ola every year")
    room.say("/cancel")
    room.say(typed)
    names = room.book.names()
    assert [names[one.contact_id] for one in room.book.outcomes.values()] == ["Kari"]


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "I moved to Lisbon last month"),
        ("nb", "jeg har flyttet til Lisboa"),
        ("sv", "jag har flyttat till Lissabon"),
    ],
)
def test_whoever_tells_where_they_are_themselves_is_believed(code: str, typed: str) -> None:
    """The user's own clock changes, and nobody else's, though a nudge waits."""
    room = nudged(code)
    room.say(typed)
    assert room.book.profile.zone == "Europe/Lisbon"
    assert room.contact("Kari").times.zone is None


@pytest.mark.parametrize(
    ("code", "typed", "zone"),
    [
        ("en", "Kari has moved from Shanghai to Vancouver", "America/Vancouver"),
        ("nb", "Kari bor i Tromsø nå, helt nord", "Europe/Oslo"),
        ("sv", "Kari bor i Toronto numera, så tänk på klockan", "America/Toronto"),
    ],
)
def test_a_place_is_found_in_a_sentence(code: str, typed: str, zone: str) -> None:
    """Only the place itself is taken, and that where somebody has gone to."""
    room = settled(code, "Kari every year")
    room.say(typed)
    assert room.contact("Kari").times.zone == zone


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "put Gran on the list, every two weeks"),
        ("nb", "sett mormor på lista, hver andre uke"),
        ("sv", "sätt upp mormor på listan, varannan vecka"),
    ],
)
def test_a_question_of_a_place_may_be_passed_over(code: str, typed: str) -> None:
    """Whoever is asked where they are, and adds somebody, has gone on."""
    room = Room(code)
    room.say("/start")
    room.tap("ease.EASY")
    room.say(typed)
    assert len(room.book.contacts) == 1


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "mum already rang her yesterday"),
        ("nb", "mum har alt ringt henne i går"),
        ("sv", "mum ringde henne redan igår"),
    ],
)
def test_what_one_contact_did_with_another_is_no_hello(code: str, typed: str) -> None:
    """Nothing is logged of a call that the user had no part in."""
    room = nudged(code)
    room.say("/add Mum")
    room.say("/cancel")
    room.say(typed)
    assert OutcomeKind.DONE not in {one.kind for one in room.book.outcomes.values()}


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "no answer, will try again tonight"),
        ("nb", "ikke svar, prøver igjen i kveld"),
        ("sv", "inget svar, försöker igen ikväll"),
    ],
)
def test_the_hour_of_another_try_is_promised(code: str, typed: str) -> None:
    """What is said is when it comes, and nothing of tomorrow."""
    room = nudged(code)
    room.say(typed)
    hold = room.contact("Kari").hold
    assert hold
    assert room.sentence("tried.again", name="Kari", when=_when(room, hold.until)) in room.answer


def _when(room: Room, at: datetime) -> str:
    """Return a time of today as it is said."""
    texts = Texts(room.book.profile.language)
    wall = to_wall(at, room.book.profile.zone)
    return texts("ahead.at", when=texts("ahead.today"), time=wall.time())


@pytest.mark.parametrize(
    ("code", "typed", "why"),
    [
        ("en", "new person: Tom, a friend from the army", "a friend from the army"),
        ("nb", "legg til Tom, kompis fra militæret", "kompis fra militæret"),
        ("sv", "ny: Tom, kompis från lumpen", "kompis från lumpen"),
    ],
)
def test_who_somebody_new_is_is_kept(code: str, typed: str, why: str) -> None:
    """What is told of a newcomer is why they are here."""
    room = settled(code, "Kari every year")
    room.say(typed)
    assert room.contact("Tom").why == why


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "ask me once a month instead"),
        ("nb", "spør heller en gang i måneden"),
        ("sv", "fråga hellre en gång i månaden"),
    ],
)
def test_how_often_is_no_time_to_come(code: str, typed: str) -> None:
    """Either the pace is changed, or it is asked whether it shall be."""
    room = nudged(code)
    room.say(typed)
    assert room.contact("Kari").hold is None


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "Note on Kari: dentist on 28 September at 10"),
        ("nb", "Notat om Kari: tannlege 28. september kl. 10"),
        ("sv", "Anteckning om Kari: tandläkare 28 september kl 10"),
    ],
)
def test_what_is_called_a_note_is_one(code: str, typed: str) -> None:
    """A day in it puts nothing off, and the note begins behind the name."""
    room = settled(code, "Kari every year")
    room.say(typed)
    contact = room.contact("Kari")
    assert [note.text for note in contact.notes] == [typed.partition(": ")[2]]
    assert contact.hold is None


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "a bit later today would be better"),
        ("nb", "litt senere i dag passer bedre"),
        ("sv", "lite senare idag passar bättre"),
    ],
)
def test_later_today_is_today(code: str, typed: str) -> None:
    """It comes up again on the same day."""
    room = nudged(code)
    room.say(typed)
    hold = room.contact("Kari").hold
    assert hold
    assert to_wall(hold.until, room.book.profile.zone).date() == room.wall.date()


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "add Ola every month"),
        ("nb", "legg til Ola hver måned"),
        ("sv", "lägg till Ola varje månad"),
    ],
)
def test_somebody_else_is_added_where_the_same_name_was_asked_about(code: str, typed: str) -> None:
    """Whoever goes on with "add Ola" names nobody "add Ola every month"."""
    room = settled(code, "Kari every year")
    room.say("/add Kari")
    room.say(typed)
    assert room.contact("Ola").cadence.count == 1
