"""/soften: what presses in the user's own text, kindly said, and one lighter version."""

import pytest

from bot.conversation.router import router
from bot.drafts.gentleness import check
from bot.languages import Language
from tests.conversation.room import LANGUAGES, Room, settled
from tests.phrase_tables import table

TEXTS: dict[str, dict[str, str]] = {
    language: table("pressure", language)["softened"] for language in Language
}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("written", LANGUAGES)
def test_what_presses_is_quoted(code: str, written: str) -> None:
    """Promise: in the user's language about a text in any; no remainder of it is offered."""
    room = settled(code)
    said = room.say(f"/soften {TEXTS[written]['heavy']}")
    assert said.startswith(room.sentence("soften.noticed"))
    assert TEXTS[written]["pressing"] in said
    assert room.last.copies() is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_suspicion_names_no_reason(code: str) -> None:
    """Promise: where no phrase is known, all that is said is that the sentence may press."""
    room = settled(code)
    said = room.say(f"/soften {TEXTS[code]['suspected']}")
    suspected = room.sentence("soften.suspected")
    assert said.endswith(
        room.sentence("soften.place", quote=TEXTS[code]["suspected"], about=suspected)
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_can_be_mended_is(code: str) -> None:
    """Promise: the lighter version says all that the text said, passes, and can be copied."""
    room = settled(code)
    room.say(f"/soften {TEXTS[code]['mended']}")
    assert room.last.copies() == TEXTS[code]["light"]
    assert check(TEXTS[code]["light"], Language(code)).passes


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_ask_stays_an_ask(code: str) -> None:
    """Promise: a favour is offered as an honest ask, with its sum and its day."""
    room = settled(code)
    room.say(f"/soften {TEXTS[code]['ask']}")
    assert TEXTS[code]["asked"] in (room.last.copies() or "")


def test_an_ask_that_would_lose_a_fact_is_left_alone() -> None:
    """Promise: a date that stands beside the ask is not lost on the way."""
    room = settled("en")
    room.say("/soften You never call. It is 12 May on Friday. Could you lend me your drill?")
    assert room.last.copies() is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_kind_text_is_sent_as_it_is(code: str) -> None:
    """Promise: nothing to find is said in one line, with no praise and no grade."""
    room = settled(code)
    said = room.say(f"/soften {TEXTS[code]['kind']}")
    assert said == f"{room.sentence('soften.nothing')}\n{TEXTS[code]['kind']}"
    assert room.last.copies() == TEXTS[code]["kind"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_alone_it_asks_for_the_text(code: str) -> None:
    """Promise: the next message is the text, even one that reads as an answer or a command word."""
    room = settled(code, "Kari")
    assert room.say("/soften") == room.sentence("soften.ask")
    assert TEXTS[code]["pressing"] in room.say(TEXTS[code]["heavy"])
    assert not room.is_asked()


def replied(room: Room, text: str, sender: int) -> str:
    """Reply with /soften to a message of a sender's."""
    chat = {"id": 7, "type": "private", "first_name": "Ann"}
    quoted = {
        "message_id": 900,
        "date": int(room.now.timestamp()),
        "chat": chat,
        "from": {"id": sender, "is_bot": sender != 7, "first_name": "x"},
        "text": text,
    }
    return room.send(text="/soften", reply_to_message=quoted)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_reply_to_an_own_text_takes_that_text(code: str) -> None:
    """Promise: the user's own words are looked at, those of Hei are not."""
    room = settled(code)
    assert TEXTS[code]["pressing"] in replied(room, TEXTS[code]["heavy"], 7)
    assert replied(room, TEXTS[code]["heavy"], 1) == room.sentence("soften.ask")


def test_the_text_is_kept_nowhere() -> None:
    """Promise: the Book after looking at a text is the Book before."""
    room = settled("en")
    room.say("/cancel")
    before = room.book
    room.say(f"/soften {TEXTS['en']['heavy']}")
    assert room.book == before.having_handled(room.book.handled[-1])
    assert "soften" in router.commands


def test_markup_in_a_text_is_shown_as_it_is() -> None:
    """Promise: signs of HTML in a text break nothing."""
    room = settled("en")
    assert "Hi <3 & hello!" in room.say("/soften Hi <3 & hello!!")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_long_place_is_quoted_in_part(code: str) -> None:
    """Promise: a line is there to find the place again, not to repeat it."""
    room = settled(code)
    said = room.say(f"/soften {'la ' * 200}")
    assert len(said) < 4096
