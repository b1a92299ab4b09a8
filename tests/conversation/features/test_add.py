"""Adding a person: the command in three languages, the questions around it, shared contacts."""

from datetime import timedelta
from itertools import pairwise

import pytest

from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.policy.due import due_at, last_contact_at
from bot.domain.records.channels import Channel
from bot.domain.records.question import AskName
from tests.conversation.room import LANGUAGES, settled
from tests.phrase_meanings import cadence as cadence_of
from tests.phrase_tables import phrases, rows

PACED = [
    (typed, row["name"], cadence_of(row["cadence"])) for typed, row in rows("additions", "paced")
]
PLAIN = [
    (typed, row["name"], cadence_of(row["cadence"])) for typed, row in rows("additions", "plain")
]
TOO_LONG = ["Kari why: " + "y" * 2000, "N" * 100]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("typed", "name", "cadence"), PACED)
def test_the_command_is_understood_in_any_language(
    code: str, typed: str, name: str, cadence: Cadence
) -> None:
    """Promise: cadences in en, nb and sv whatever the interface; without one 30 days."""
    room = settled(code, typed)
    contact = room.contact(name)
    assert contact.cadence == cadence
    assert name in room.heard[0].text.splitlines()[0]


@pytest.mark.parametrize("code", LANGUAGES)
def test_without_a_cadence_the_answer_says_what_is_taken(code: str) -> None:
    """Promise: no cadence means about once a month, and it says so."""
    room = settled(code, "Kari")
    contact = room.contact("Kari")
    line = room.sentence("add.done-default", name="Kari", pace=contact.cadence)
    assert room.last.text.startswith(line)
    assert room.sentence("cadence.default") in line


@pytest.mark.parametrize(
    ("why", "last"),
    [
        ("why:", "last: 3 weeks ago"),
        ("hvorfor:", "sist: for 3 uker siden"),
        ("varför:", "senast: för 3 veckor sedan"),
    ],
)
@pytest.mark.parametrize("code", LANGUAGES)
def test_why_and_last_are_read_in_any_language(code: str, why: str, last: str) -> None:
    """Promise: the clock runs from when they last talked; the why is kept in the user's words."""
    room = settled(code, f"Kari every 4 weeks {last} {why} she makes me <laugh> & æøå")
    contact = room.contact("Kari")
    assert contact.why == "she makes me <laugh> & æøå"
    assert contact.why in room.last.text
    told = last_contact_at(room.book, contact.id)
    assert told
    assert (room.now - told).days in {20, 21}
    assert room.label("ago-choice.WEEK") not in room.last.labels


@pytest.mark.parametrize(
    ("typed", "username", "phone", "email"),
    [
        ("Kari @kari_n", "kari_n", None, None),
        ("Kari https://t.me/kari_n", "kari_n", None, None),
        ("Kari +47 412 34 567 weekly", None, "+4741234567", None),
        ("Kari 41234567", None, "+4741234567", None),
        ("Kari kari@example.no every month", None, None, "kari@example.no"),
        ("Kari @kari_n +4741234567 kari@example.no", "kari_n", "+4741234567", "kari@example.no"),
    ],
)
def test_ways_to_reach_somebody_are_kept(
    typed: str, username: str | None, phone: str | None, email: str | None
) -> None:
    """Promise: @username, phone and e-mail are read wherever they stand."""
    address = settled("nb", typed).contact("Kari").address
    assert (address.username, address.phone, address.email) == (username, phone, email)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "channel", "phone"),
    [
        ("Lisa every month whatsapp", Channel.WHATSAPP, None),
        ("Lisa, annenhver uke, på sms", Channel.SMS, None),
        ("Lisa sms +47 412 34 567 varje månad", Channel.SMS, "+4741234567"),
        ("Lisa tlf +47 412 34 567", None, "+4741234567"),
    ],
)
def test_a_channel_told_with_the_name_is_kept(
    code: str, typed: str, channel: Channel | None, phone: str | None
) -> None:
    """Promise: how somebody is reached may be said at once; "phone" only says what a number is."""
    contact = settled(code, typed).contact("Lisa")
    assert (contact.channel, contact.address.phone) == (channel, phone)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_channel_waits_for_whether_it_is_another_one(code: str) -> None:
    """Promise: the question whether it is another one loses nothing."""
    room = settled(code, "Lisa")
    room.say("/add Lisa every month whatsapp")
    room.tap("button.add-another")
    assert {one.channel for one in room.book.contacts.values()} == {None, Channel.WHATSAPP}


@pytest.mark.parametrize("typed", [*phrases("additions", "partly"), *TOO_LONG])
@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_not_understood_is_said_and_the_person_is_added(code: str, typed: str) -> None:
    """Promise: nothing is guessed in silence: one line tells what was left out."""
    room = settled(code)
    lines = room.say(f"/add {typed}").split("\n\n")[0].splitlines()
    assert len(lines) == 2
    assert len(room.book.contacts) == 1


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("tap", "age"), [("WEEK", 3), ("WEEKS", 21), ("MONTHS", 91), ("UNKNOWN", None)]
)
def test_one_tap_tells_when_they_last_talked(code: str, tap: str, age: int | None) -> None:
    """Promise: four choices under the card; the clock runs from there (docs/semantics.md, 1)."""
    room = settled(code, "Kari every 3 weeks")
    room.tap(f"ago-choice.{tap}")
    last = last_contact_at(room.book, room.contact("Kari").id)
    assert last == (None if age is None else room.now - timedelta(days=age))
    assert room.label(f"ago-choice.{tap}") not in room.last.labels


def test_telling_again_replaces_what_was_told() -> None:
    """Promise: the second tap on a client that lags corrects the first."""
    room = settled("en", "Kari every 3 weeks")
    card = room.last
    late = card.data("Some months ago")
    room.press("This week", card)
    room.press_data(late, card.id)
    last = last_contact_at(room.book, room.contact("Kari").id)
    assert last == room.now - timedelta(days=91)


def test_many_added_at_once_never_come_together() -> None:
    """Promise: unknown last contacts are due between a quarter and the whole cadence, spread."""
    room = settled("en", *(f"Person{n} every 4 weeks" for n in range(20)))
    dues = sorted(due_at(room.book, c) for c in room.book.contacts.values())
    assert dues[0] >= room.now + timedelta(days=7)
    assert dues[-1] <= room.now + timedelta(days=28)
    assert all(later - sooner > timedelta(hours=6) for sooner, later in pairwise(dues))


@pytest.mark.parametrize("code", LANGUAGES)
def test_bare_add_asks_for_the_name(code: str) -> None:
    """Promise: the next message is read like the rest of the command."""
    room = settled(code)
    assert room.say("/add") == room.sentence("add.name")
    room.say("Kari hver tredje uke")
    assert room.contact("Kari").cadence == Cadence(3, Unit.WEEK)
    room.tap("button.add-someone")
    room.say("Ola")
    assert "Ola" in room.book.names().values()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", ["\x00", "\u202e", "every 3 weeks", "@elin_s"])
def test_without_a_name_it_is_asked_for(code: str, typed: str) -> None:
    """Promise: nobody is added without a name; the next message may give it."""
    room = settled(code)
    room.say(f"/add {typed}")
    assert not room.book.contacts
    room.say("Kari")
    assert "Kari" in room.book.names().values()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_second_person_of_the_same_name_is_asked_about(code: str) -> None:
    """Promise: two may share a name, but not by accident."""
    room = settled(code, "Åse every 3 weeks")
    assert room.say("/add aase weekly") == room.sentence("add.same", name="aase")
    stale = room.last.data(room.label("button.add-another"))
    room.tap("button.add-another")
    assert room.contact("aase").cadence == Cadence(1, Unit.WEEK)
    room.press_data(stale, room.last.id)
    assert len(room.book.contacts) == 2
    assert room.toasts == [room.sentence("stale.press")]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_same_name_may_be_answered_with_another_one_or_no(code: str) -> None:
    """Promise: a typed name tells them apart; *No* changes nothing."""
    room = settled(code, "Kari every 3 weeks")
    room.say("/add Kari weekly")
    room.say("Kari Lie")
    assert room.contact("Kari Lie").cadence == Cadence(1, Unit.WEEK)
    room.say("/add Kari")
    assert room.tap("button.no") == room.sentence("cancel.unchanged")
    room.say("/add Kari")
    assert room.say("\x00") == room.sentence("add.no-name")
    assert len(room.book.contacts) == 2


def test_a_shared_contact_is_added_with_its_number() -> None:
    """Promise: sharing somebody from the phone book adds them, whatever the name holds."""
    room = settled("nb")
    room.say("/add")
    room.send(contact={"phone_number": "4741234567", "first_name": "Per", "last_name": "<b>Ås"})
    assert room.contact("Per <b>Ås").address.phone == "+4741234567"
    assert not isinstance(room.book.open_question and room.book.open_question.question, AskName)


def test_a_shared_contact_without_a_name_is_asked_for_one() -> None:
    """Promise: never silence."""
    room = settled("sv")
    assert room.send(contact={"phone_number": "", "first_name": ""})


@pytest.mark.parametrize(
    "name", ['<b>Bob</b> & "Al"', "Bob (work)", "Dr. No Jr.", "Agent 007", "Anne-Grete", "D'Ærlig"]
)
def test_no_letter_of_a_name_is_lost(name: str) -> None:
    """Promise: docs/semantics.md, 7: a name is any text; brackets, dots and figures stay."""
    assert list(settled("en", f"{name} every 3 weeks").book.names().values()) == [name]


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_came_before_the_name_is_kept(code: str) -> None:
    """Promise: a pace or a username typed without a name waits for the name."""
    room = settled(code)
    room.say("/add every 3 weeks")
    room.say("Elin")
    assert room.contact("Elin").cadence == Cadence(3, Unit.WEEK)
    room.say("/add @moa_s")
    room.say("Moa")
    assert room.contact("Moa").address.username == "moa_s"


@pytest.mark.parametrize("name", phrases("additions", "shared_names"))
def test_a_shared_name_is_a_name_whole(name: str) -> None:
    """Promise: the phone book's words are never read as a pace or a username."""
    room = settled("en")
    room.send(contact={"phone_number": "+4741234567", "first_name": name})
    assert list(room.book.names().values()) == [name]


def test_a_shared_number_waits_for_its_name() -> None:
    """Promise: a contact without a name asks for one and keeps the number."""
    room = settled("en")
    room.send(contact={"phone_number": "4741234567", "first_name": ""})
    room.say("Elsa")
    assert room.contact("Elsa").address.phone == "+4741234567"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("command", ["/hi", "/next", "/people", "/done"])
def test_the_question_of_an_empty_book_takes_a_name(code: str, command: str) -> None:
    """Promise: who is asked whom they would like to say hi to can simply answer."""
    room = settled(code)
    assert room.say(command) == room.sentence("people.none")
    assert room.last.labels == [room.label("button.add-someone")]
    room.say("Kari every 3 weeks")
    assert room.contact("Kari").cadence == Cadence(3, Unit.WEEK)


def test_the_tap_under_somebody_forgotten_is_answered_kindly() -> None:
    """Promise: a stale card changes nothing."""
    room = settled("en", "Kari")
    card, data = room.last, room.last.data("This week")
    room.say("/forget Kari")
    room.tap("button.forget")
    room.press_data(data, card.id)
    assert room.toasts == [room.sentence("stale.person")]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_first_person_may_be_written_without_the_command(code: str) -> None:
    """Promise: what plainly says who and how often is understood while nobody is there yet."""
    room = settled(code)
    for words in ("thanks", "what do you do every day here now", "Elin"):
        room.say(words)
        assert not room.book.contacts
    room.say("Elin varje månad")
    assert room.contact("Elin").cadence == Cadence(1, Unit.MONTH)
    room.say("Moa varje vecka")
    assert len(room.book.contacts) == 1


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("typed", "name", "cadence"), PLAIN)
def test_plain_words_add_like_the_command(
    code: str, typed: str, name: str, cadence: Cadence
) -> None:
    """Promise: "add Lisa" needs no slash, whoever is in the book already."""
    room = settled(code, "Kari")
    room.say(typed)
    assert room.contact(name).cadence == cadence


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", phrases("additions", "adds_nobody"))
def test_plain_words_about_something_else_add_nobody(code: str, typed: str) -> None:
    """Promise: a note, a reminder or anybody at all is no contact."""
    room = settled(code, "Kari")
    room.say(typed)
    assert list(room.book.names().values()) == ["Kari"]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", phrases("additions", "vague"))
def test_a_pace_without_a_number_is_asked_for(code: str, typed: str) -> None:
    """Promise: added under the bare name, with the usual pace; the words are quoted and asked."""
    room = settled(code)
    answer = room.say(f"/add Liv {typed}")
    assert room.contact("Liv").cadence == Cadence(30, Unit.DAY)
    assert typed in answer
    assert room.sentence("pace.ask", name="Liv") in answer
    assert len(room.last.labels) == 7
    room.say("hver tredje uke")
    assert room.contact("Liv").cadence == Cadence(3, Unit.WEEK)
    room.say(f"/add Ola {typed}")
    room.press(room.last.labels[0])
    assert room.contact("Ola").cadence == Cadence(1, Unit.WEEK)


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_was_taken_of_a_pace_is_said(code: str) -> None:
    """Promise: the middle of a range and a lost day of the week are told, in /add and /pace."""
    room = settled(code)
    pace, text = Cadence(3, Unit.WEEK), "every 3-4 weeks"
    line = room.sentence("pace.taken", text=text, pace=pace)
    assert line in room.say(f"/add Liv {text}")
    assert line in room.say(f"/pace Liv {text}")
    weekly = room.sentence("pace.taken-day", text="hver søndag", pace=Cadence(1, Unit.WEEK))
    assert weekly in room.say("/add Ola hver søndag")
    assert weekly in room.say("/pace Liv hver søndag")
    assert "3-4" not in room.say("/pace Liv every 3 weeks")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "kind"),
    [("+47 412 34 567", "phone"), ("@kari_n", "username"), ("@KARI_N", "username"),
     ("kari@example.no", "email")],
)  # fmt: skip
def test_an_address_of_somebody_else_is_noticed(code: str, typed: str, kind: str) -> None:
    """Promise: two contacts may share a number, but not by accident."""
    room = settled(code, "Kari @kari_n +47 412 34 567 kari@example.no", "Liv")
    line = room.sentence(f"add.same-{kind}", name="Kari")
    assert room.say(f"/add Ola {typed}") == f"{line} {room.sentence('add.another')}"
    room.tap("button.no")
    assert "Ola" not in room.book.names().values()
    room.say(f"/add Ola {typed}")
    room.say("Ole")
    assert "Ole" in room.book.names().values()
    assert line in room.say(f"/channel Liv {typed}")
    assert line not in room.say(f"/channel Kari {typed}")


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_was_taken_is_said_of_a_namesake_too(code: str) -> None:
    """Promise: the question whether it is another one loses nothing."""
    room = settled(code, "Liv")
    answer = room.say("/add Liv 2-3 times a year")
    pace = Cadence(5, Unit.MONTH)
    assert room.sentence("pace.taken", text="2-3 times a year", pace=pace) in answer
    room.tap("button.add-another")
    assert Cadence(5, Unit.MONTH) in {one.cadence for one in room.book.contacts.values()}
