"""/draft: words of a chosen kind, for a chosen channel, about what is typed now."""

from collections.abc import Iterator

import pytest

from bot.conversation.buttons.nudge_buttons import DraftFor
from bot.conversation.buttons.packing import pack
from bot.domain.records.channels import Channel
from bot.drafts.kinds import DraftKind
from bot.understanding.facts.wishes import Wish, read_wish
from tests.conversation.room import LANGUAGES, settled
from tests.every_row import every_row
from tests.phrase_tables import lists, rows


def wishes() -> Iterator[tuple[str, Wish]]:
    """Yield what is typed, and the wish that it means."""
    for typed, row in rows("wishes", "wish"):
        kind = DraftKind(row["kind"]) if "kind" in row else None
        channel = Channel(row["channel"]) if "channel" in row else None
        yield typed, Wish(kind, channel, row.get("words", ""), row.get("unread", ""))


@pytest.mark.parametrize("kind", DraftKind)
def test_every_kind_is_known_by_its_id(kind: DraftKind) -> None:
    """Promise: what the command line calls a kind is understood in the chat too."""
    assert read_wish(kind.value) == Wish(kind)


@every_row((typed, DraftKind(kind)) for typed, kind in lists("wishes", "kind"))
def test_kinds_are_read_in_three_languages(typed: str, kind: DraftKind) -> None:
    """Promise: whatever the interface speaks, a kind may be named in any of the languages."""
    assert read_wish(typed) == Wish(kind)


@every_row(wishes())
def test_a_wish_is_kind_channel_and_own_words(typed: str, wish: Wish) -> None:
    """Promise: each in any order; what is not understood is not guessed at."""
    assert read_wish(typed) == wish


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", DraftKind)
def test_draft_brings_the_kind_that_is_named(code: str, kind: DraftKind) -> None:
    """Promise: one message with that draft and the buttons of a nudge."""
    room = settled(code, "Kari Nordmann @kari_n")
    room.say(f"/draft Kari {kind}")
    assert room.book.open_nudge
    assert room.book.open_nudge.kind == kind
    assert len(room.nudge.labels) <= 7


@pytest.mark.parametrize("code", LANGUAGES)
def test_draft_alone_shows_the_kinds(code: str) -> None:
    """Promise: a name alone is answered with a button for every kind, and a tap brings it."""
    room = settled(code, "Kari")
    room.say("/draft Kari")
    assert room.answer == room.sentence("draft.which", name="Kari")
    assert len(room.last.labels) == len(DraftKind)
    room.tap("kind.invitation")
    assert room.book.open_nudge
    assert room.book.open_nudge.kind == DraftKind.INVITATION
    assert not room.heard[0].labels or room.heard[0].id == room.nudge.id


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_unknown_kind_is_asked_back(code: str) -> None:
    """Promise: the word is named, and every kind is offered."""
    room = settled(code, "Kari")
    room.say("/draft Kari zonk")
    assert room.answer == room.sentence("draft.unknown", text="zonk", name="Kari")
    assert len(room.last.labels) == len(DraftKind)
    assert not room.nudges


@pytest.mark.parametrize("code", LANGUAGES)
def test_whom_it_is_for_is_asked(code: str) -> None:
    """Promise: the kind that was typed waits until the person is known."""
    room = settled(code, "Kari", "Ola")
    room.say("/draft birthday")
    room.press("Ola")
    assert room.nudge.text.startswith("Ola")
    assert room.book.open_nudge
    assert room.book.open_nudge.kind == DraftKind.BIRTHDAY


def test_own_words_stand_in_the_draft() -> None:
    """Promise: what follows a colon is taken up, and stays for another wording."""
    room = settled("en", "Kari")
    room.say("/draft Kari memory: trip to Bergen")
    assert "the trip to Bergen" in (room.nudge.copies() or "").replace("The", "the")
    room.tap("button.another", room.nudge)
    assert "the trip to Bergen" in (room.nudge.copies() or "").replace("The", "the")
    room.say("/draft Kari: new dog")
    assert "dog" in (room.nudge.copies() or "")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in DraftKind if kind.traits.needs_words])
def test_a_draft_that_waits_for_words_gets_them(code: str, kind: DraftKind) -> None:
    """Promise: nothing to copy before they are there; what is typed next fills the blank."""
    room = settled(code, "Kari @kari_n")
    room.say(f"/draft Kari {kind}")
    assert "«…»" in room.nudge.text
    assert room.nudge.copies() is None
    assert room.nudge.url() is None
    assert room.sentence("nudge.fill-in", blank="«…»") in room.nudge.text
    room.say("Plommer og pærer")
    assert "Plommer og pærer." in (room.nudge.copies() or "")
    assert "«…»" not in room.nudge.text


def test_done_is_done_while_words_are_awaited() -> None:
    """Promise: an answer to the nudge is no filling for its draft."""
    room = settled("en", "Kari")
    room.say("/draft Kari tip")
    room.say("done")
    assert not room.book.open_nudge


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_invitation_says_their_time_only(code: str) -> None:
    """Promise: what was typed is the invitation; without a time there is a blank to fill."""
    typed = {"en": "coffee on Saturday", "nb": "kaffe på lørdag", "sv": "fika på lördag"}[code]
    room = settled(code, "Kari")
    room.say(f"/draft Kari invitation: {typed}")
    copied = room.nudge.copies() or ""
    assert typed[1:] in copied
    assert "?" not in copied
    room.say("/draft Kari invitation")
    assert "«…»" in room.nudge.text
    assert "«…»" not in (room.nudge.copies() or "«…»")


def test_a_channel_holds_for_that_draft() -> None:
    """Promise: the words and the way fit the channel that was named, this once."""
    room = settled("en", "Kari @kari_n +4741234567")
    room.say("/draft Kari memory whatsapp")
    assert (room.nudge.url() or "").startswith("https://wa.me/4741234567")
    room.say("/draft Kari memory sms")
    assert room.nudge.url() is None
    assert len(room.nudge.copies() or "") <= 160
    room.say("/hi Kari")
    assert (room.nudge.url() or "").startswith("https://t.me/kari_n")


def test_a_call_needs_leave() -> None:
    """Promise: calls only where the user allowed them (M2)."""
    room = settled("en", "Kari +4741234567")
    assert room.say("/draft Kari call") == room.sentence("draft.no-call", name="Kari")
    assert not room.nudges
    room.say("/channel Kari call")
    room.say("/draft Kari call")
    assert room.book.open_nudge
    assert room.book.open_nudge.kind == DraftKind.CALL_OPENER


@pytest.mark.parametrize("code", LANGUAGES)
def test_somebody_let_go_gets_no_draft(code: str) -> None:
    """Promise: letting go silences this too, until they are brought back."""
    room = settled(code, "Kari")
    room.say("/letgo Kari")
    for attempt in ("/draft Kari birthday", "/draft Kari"):
        assert room.say(attempt) == room.sentence("hi.let-go", name="Kari")
    assert not room.nudges


@pytest.mark.parametrize("channel", ["", "sms"])
def test_a_forged_button_breaks_nothing(channel: str) -> None:
    """Promise: a person who is not there, or a channel that is none, is said kindly."""
    room = settled("en", "Kari")
    room.press_data(pack(DraftFor(99, DraftKind.CARD, channel)))
    assert room.toasts or room.heard
    key = room.contact("Kari").id
    room.press_data(pack(DraftFor(key, DraftKind.CARD, "pigeon")))
    assert room.toasts
    assert not room.nudges


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_email_has_a_subject(code: str) -> None:
    """Promise: an e-mail's draft stands under a subject, which is not copied with it."""
    room = settled(code, "Kari kari@example.org")
    room.say("/draft Kari birthday")
    assert room.sentence("nudge.subject", subject="").strip() in room.nudge.text
    assert ":" not in (room.nudge.copies() or "")


@pytest.mark.parametrize("code", LANGUAGES)
def test_nobody_unknown_gets_a_draft(code: str) -> None:
    """Promise: a name that nobody has is named back, whether the rest is understood or not."""
    room = settled(code, "Kari Nordmann")
    for wish in ("birthday", "nonsense"):
        room.say(f"/draft Unni {wish}")
        assert room.last.text == room.sentence("who.unknown", name="Unni")
    assert not room.nudges
