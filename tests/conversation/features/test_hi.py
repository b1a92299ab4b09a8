"""A nudge: what it holds, where its buttons lead, when it comes, and /hi."""

from datetime import timedelta
from urllib.parse import unquote

import pytest

from bot.domain.records.nudge import Closing
from tests.conversation.room import KARI, LANGUAGES, nudged, settled


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_nudge_holds_its_parts_in_order(code: str) -> None:
    """Promise: name, why, how long, the moment, one thing to mention, the draft set apart."""
    room = settled(code, KARI)
    room.say("/note Kari: old")
    room.say("/note Kari: new dog")
    (nudge, *_) = room.wait(hours=4)
    lines = nudge.text.splitlines()
    assert lines[0] == "Kari"
    assert lines[1] == room.sentence("nudge.why", why="she makes me laugh")
    assert lines[2] == room.sentence("nudge.cost", seconds=20)
    assert f"{room.book.open_nudge.sent_at:%M}" in lines[3] if room.book.open_nudge else False
    assert lines[4] == room.sentence("nudge.mention", note="new dog")
    assert "old" not in nudge.text
    draft = lines[-1]
    assert f"<pre>{draft}</pre>" in nudge.message.text
    assert "?" not in draft
    assert len(draft) <= 120
    assert nudge.copies() == draft


@pytest.mark.parametrize(
    ("code", "labels"),
    [
        ("en", ["Copy", "Open chat", "Done", "Snooze", "Another", "Skip", "More"]),
        ("nb", ["Kopier", "Åpne chatten", "Ferdig", "Senere", "Nytt forslag", "Hopp over", "Mer"]),
        (
            "sv",
            ["Kopiera", "Öppna chatten", "Klart", "Senare", "Nytt förslag", "Hoppa över", "Mer"],
        ),
    ],
)
def test_a_nudge_has_its_seven_buttons(code: str, labels: list[str]) -> None:
    """Promise: the words people know, in this order, and never more than seven."""
    assert nudged(code).nudge.labels == labels


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("Åse @ase_berg", "https://t.me/ase_berg?text="),
        ("Åse +4741234567", "https://t.me/+4741234567?text="),
        ("Åse ase@example.no", None),
        ("Åse", None),
    ],
)
def test_open_chat_leads_there_with_the_draft(code: str, typed: str, address: str | None) -> None:
    """Promise: the address carries the draft unharmed, or the button is left out."""
    room = settled(code, typed)
    room.say("/hi Åse")
    url = room.nudge.url()
    assert (url is None) == (address is None)
    if url and address:
        assert url.startswith(address)
        assert unquote(url.removeprefix(address)) == room.nudge.copies()
        assert url.isascii()
        assert not set(url.removeprefix(address)) & set("&+?# \n")


def test_whatsapp_opens_where_it_was_chosen() -> None:
    """Promise: wa.me without the plus."""
    room = settled("nb", "Ola +4741234567")
    room.say("/person Ola")
    room.tap("button.channel")
    room.press("WhatsApp")
    room.say("/hi Ola")
    url = room.nudge.url()
    assert url
    assert url.startswith("https://wa.me/4741234567?text=")


@pytest.mark.parametrize("code", LANGUAGES)
def test_another_gives_drafts_without_repeating_one(code: str) -> None:
    """Promise: never the same text twice until all fitting ones are used."""
    room = nudged(code)
    seen = [room.nudge.copies()]
    for _ in range(14):
        room.tap("button.another", room.nudge)
        seen.append(room.nudge.copies())
    assert len(set(seen[:12])) == 12
    assert len(room.nudges) == 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_unanswered_nudge_lapses_in_silence_and_its_buttons_stay(code: str) -> None:
    """Promise: 48 hours later nothing is said; a late *Done* still logs contact."""
    room = nudged(code)
    nudge, shown = room.nudge, len(room.shown)
    room.wait(hours=49)
    closed = room.book.nudge_in(nudge.id)
    assert closed
    assert closed.how is Closing.LAPSED
    assert len(room.shown) - shown == len(room.nudges) - 1
    assert room.tap("button.done", nudge).startswith(nudge.text.splitlines()[0])
    assert room.sentence("done.closing") in room.answer


def test_at_most_one_a_day_and_three_a_week_however_many_people() -> None:
    """Promise: docs/semantics.md, 5, over four weeks and forty people who are due."""
    room = settled("nb", *(f"Venn{n} last: 2 years ago" for n in range(40)))
    sent = []
    for _ in range(28 * 24):
        before = len(room.nudges)
        room.wait(hours=1)
        if len(room.nudges) > before:
            sent.append(room.wall)
            room.tap("button.done", room.nudge)
    assert len({at.date() for at in sent}) == len(sent)
    assert all(at.hour in range(8, 21) for at in sent)
    assert all(sum(at <= other < at + timedelta(days=7) for other in sent) <= 3 for at in sent)
    assert len(sent) >= 9


@pytest.mark.parametrize("code", LANGUAGES)
def test_hi_brings_a_nudge_at_once_at_any_hour(code: str) -> None:
    """Promise: no dose and no quiet hours; with a name about that person."""
    room = settled(code, "Kari", "Ola")
    room.wait(hours=13)
    room.say("/hi ola")
    assert room.nudge.text.startswith("Ola")
    room.say("/hi")
    assert len(room.nudges) == 2
    assert [n.is_open for n in room.book.nudges.values()] == [False, True]


@pytest.mark.parametrize("code", LANGUAGES)
def test_hi_in_an_empty_book_offers_to_add(code: str) -> None:
    """Promise: nobody there yet; only let go: nobody to bring up."""
    room = settled(code)
    assert room.say("/hi") == room.sentence("people.none")
    room.say("/add Kari")
    room.say("/letgo Kari")
    assert room.say("/hi") == room.sentence("hi.nobody")


def test_hi_counts_for_the_day() -> None:
    """Promise: after /hi no nudge of Hei's own comes that day."""
    room = settled("en", KARI, "Ola every 2 weeks last: 3 weeks ago")
    room.say("/hi Kari")
    assert room.wait(hours=14) == []


def test_silence_makes_hei_quieter_and_it_says_so_once() -> None:
    """Promise: after six unanswered nudges one line, two quiet weeks, later quiet until a word."""
    room = settled("en", *(f"Friend{n} every day" for n in range(12)))
    room.wait(days=500)
    assert room.pauses == [room.sentence("pause.began", n=14)] or len(room.pauses) == 1
    count = len(room.nudges)
    assert count == 8
    room.say("hello")
    room.wait(days=60)
    assert len(room.nudges) > count


def test_somebody_else_comes_up_after_silence() -> None:
    """Promise: after an unanswered nudge the next is about somebody else."""
    people = ("Kari every 3 weeks", "Ola every 2 weeks", "Åse every 4 weeks")
    room = settled("en", *(f"{name} last: 6 weeks ago" for name in people))
    names = [nudge.text.splitlines()[0] for nudge in room.wait(days=60)]
    assert len(names) >= 2
    assert names[0] != names[1]


@pytest.mark.parametrize("code", LANGUAGES)
def test_say_hi_twice_brings_one_nudge(code: str) -> None:
    """Promise: a double tap is safe; the second says that it is there."""
    room = settled(code, "Kari")
    room.say("/person Kari")
    card = room.last
    room.tap("button.say-hi", card)
    room.tap("button.say-hi", card)
    assert len(room.nudges) == 1
    assert room.toasts


@pytest.mark.parametrize("length", [1, 255, 256, 257, 600])
def test_copy_takes_256_characters_and_the_draft_always_stands(length: int) -> None:
    """Promise: over 256 the button is left out; the draft can be tapped all the same."""
    room = nudged("nb")
    nudge = room.book.open_nudge
    assert nudge
    draft = "æ" * length
    room.book = room.book.with_nudge(nudge.reworded(draft, nudge.kind))
    room.tap("button.snooze")
    room.tap("button.back")
    assert room.nudge.copies() == (draft if length <= 256 else None)
    assert f"<pre>{draft}</pre>" in room.nudge.message.text


@pytest.mark.parametrize("draft", ["Hei & hå?\n+ 100 % #å", "🐶 <b>ö</b> \"'", "a=b&text=c;/?:@"])
def test_any_draft_reaches_the_chat_unharmed(draft: str) -> None:
    """Promise: æøåäö, emoji, line ends, ampersands and signs survive the address."""
    room = nudged("sv")
    nudge = room.book.open_nudge
    assert nudge
    room.book = room.book.with_nudge(nudge.reworded(draft, nudge.kind))
    room.tap("button.snooze")
    room.tap("button.back")
    url = room.nudge.url()
    assert url
    assert unquote(url.partition("?text=")[2]) == draft
    assert room.nudge.text.endswith(draft)
