"""Several contacts in one message: asked once, added each or together, taken back in one go."""

import pytest

from bot.domain.clock.cadence import Cadence, Unit
from tests.conversation.room import LANGUAGES, settled
from tests.every_row import every_row
from tests.phrase_meanings import cadence as cadence_of
from tests.phrase_tables import phrases, rows

SEVERAL = [
    (typed, row["names"], [cadence_of(one) for one in row["cadences"]])
    for typed, row in rows("additions", "several")
]


@every_row(SEVERAL)
def test_each_is_added_once_the_user_has_said_so(
    typed: str, names: list[str], cadences: list[Cadence]
) -> None:
    """Promise: nobody is added before the answer; one undo takes all of them back."""
    room = settled("en")
    room.say(f"/add {typed}")
    assert not room.book.contacts
    assert all(name in room.last.text for name in names)
    room.tap("button.yes")
    assert list(room.book.names().values()) == names
    assert [contact.cadence for contact in room.book.contacts.values()] == cadences
    room.tap("button.undo")
    assert not room.book.contacts


@every_row(phrases("additions", "one_contact"))
def test_one_contact_is_not_asked_about(typed: str) -> None:
    """Promise: a comma before a field, an "and" in a pace or in quotes parts nobody."""
    room = settled("en")
    room.say(f"/add {typed}")
    assert len(room.book.contacts) == 1


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("answer", "count"),
    [
        *((yes, 3) for yes in ("yes", "yes please", "ja", "ja takk", "gärna", "each", "alle")),
        *((no, 0) for no in ("no", "nei", "nej", "no thanks", "nei takk", "nej, tack")),
    ],
)
def test_the_question_is_answered_by_typing_too(code: str, answer: str, count: int) -> None:
    """Promise: the natural words work like the buttons, and no leaves everything as it was."""
    room = settled(code)
    room.say("/add Tom, Maria and Jonas every month")
    room.say(answer)
    assert len(room.book.contacts) == count
    assert not room.is_asked()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "answer", ["together", "One contact together", "sammen", "Én kontakt sammen", "tillsammans"]
)
def test_a_couple_may_be_one_contact(code: str, answer: str) -> None:
    """Promise: two names may be one contact, by the button or in words."""
    room = settled(code)
    room.say("/add Kari og Ola Hansen hver måned")
    room.say(answer)
    assert room.contact("Kari og Ola Hansen").cadence == Cadence(1, Unit.MONTH)
    room.say("/add Lena och Nils")
    room.tap("button.together")
    assert "Lena och Nils" in room.book.names().values()


@pytest.mark.parametrize("code", LANGUAGES)
def test_one_a_line_keeps_the_fields_of_each(code: str) -> None:
    """Promise: a line is a contact with its own pace and number; the answer is one message."""
    room = settled(code)
    room.say("/add Kari every 2 weeks\nOla monthly +47 412 34 567")
    assert room.last.labels == [room.label("button.yes"), room.label("button.no")]
    room.tap("button.yes")
    assert len(room.heard) == 1
    assert room.contact("Kari").cadence == Cadence(2, Unit.WEEK)
    assert room.contact("Ola").cadence == Cadence(1, Unit.MONTH)
    assert room.contact("Ola").address.phone == "+4741234567"


@pytest.mark.parametrize("code", LANGUAGES)
def test_who_is_known_already_is_not_added_again(code: str) -> None:
    """Promise: two may share a name, but not by accident."""
    room = settled(code, "Tom")
    room.say("/add Tom and Maria every month")
    room.tap("button.yes")
    assert sorted(room.book.names().values()) == ["Maria", "Tom"]
    assert room.sentence("add.several-known", name="Tom") in room.last.text
    room.say("/add Tom and Maria")
    assert room.tap("button.yes").count("\n") == 1
    assert len(room.book.contacts) == 2


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_stale_button_adds_nobody(code: str) -> None:
    """Promise: a button of a question that is over changes nothing."""
    room = settled(code)
    room.say("/add Tom and Maria")
    question = room.last
    stale = [question.data(room.label(f"button.{name}")) for name in ("yes", "together")]
    room.tap("button.no")
    for data in stale:
        room.press_data(data, question.id)
        assert room.toasts == [room.sentence("stale.press")]
    assert not room.book.contacts


@pytest.mark.parametrize("code", LANGUAGES)
def test_other_words_leave_the_question(code: str) -> None:
    """Promise: what answers nothing is no answer."""
    room = settled(code)
    room.say("/add Tom and Maria")
    room.say("thanks a lot for everything")
    assert not room.book.contacts


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_vague_pace_of_several_is_said_once(code: str) -> None:
    """Promise: nothing is guessed in silence, and nothing said twice."""
    room = settled(code)
    room.say("/add Tom and Maria now and then")
    answer = room.tap("button.yes")
    assert answer.count("now and then") == 1
    assert list(room.book.names().values()) == ["Tom", "Maria"]
