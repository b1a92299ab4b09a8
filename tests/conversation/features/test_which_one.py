"""Whom and which day a question is about, when what waited for the answer is no more."""

import pytest

from bot.conversation.buttons.packing import pack
from bot.conversation.buttons.question_buttons import About, OnDate
from bot.domain.records.outcome import OutcomeKind
from bot.domain.records.question import AskWhen, AskWho
from tests.conversation.room import LANGUAGES, Room, settled

GONE = "a verb of another version"


def asked(code: str, question: AskWho | AskWhen) -> Room:
    """Return a chat in which a question is open whose verb nobody takes."""
    room = settled(code, "Kari every 3 weeks last: yesterday")
    room.book = room.book.asking(question, room.now)
    return room


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("question", [AskWho(GONE), AskWhen(GONE)])
def test_a_button_under_it_changes_nothing(code: str, question: AskWho | AskWhen) -> None:
    """A verb that a stored Book brings from another version is answered as a stale button is."""
    room = asked(code, question)
    before, question_id = room.book, room.book.serial
    if isinstance(question, AskWho):
        room.press_data(pack(About(question_id, room.contact("Kari").id)))
    else:
        room.press_data(pack(OnDate(question_id, room.now.date())))
    assert room.toasts == [room.sentence("stale.press")]
    assert room.book.contacts == before.contacts
    assert room.book.profile == before.profile


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("question", "typed"), [(AskWho(GONE), "Kari"), (AskWhen(GONE), "2027-01-05")]
)
def test_words_after_it_mean_what_they_mean_without_it(
    code: str, question: AskWho | AskWhen, typed: str
) -> None:
    """The question takes no words, so that nothing is done that is not done without it."""
    room, other = asked(code, question), settled(code, "Kari every 3 weeks last: yesterday")
    room.say(typed)
    other.say(typed)
    assert room.book.contacts == other.book.contacts


@pytest.mark.parametrize(
    ("code", "typed", "note"),
    [
        ("en", "Kari got a new dog yesterday", "got a new dog yesterday"),
        ("nb", "Kari har fått ny hund", "har fått ny hund"),
        ("nb", "Kari har flyttet", "har flyttet"),
        ("sv", "Kari har fått ett nytt jobb", "har fått ett nytt jobb"),
    ],
)
def test_news_of_whom_it_was_is_kept(code: str, typed: str, note: str) -> None:
    """An answer that tells what is new with somebody names them, and its day is the news' own."""
    room = settled(code, "Kari every 3 weeks")
    room.say("/done")
    room.say(typed)
    (told,) = room.book.outcomes.values()
    assert (told.kind, told.occurred_at) == (OutcomeKind.DONE, room.now)
    assert [one.text for one in room.contact("Kari").notes] == [note]
