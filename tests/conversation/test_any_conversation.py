"""Whatever is typed, pressed and awaited: nothing raises, Telegram takes every message."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation.router import router
from bot.domain.records.nudge import Origin
from tests.conversation.room import LANGUAGES, Room

NAMES = [
    "Kari",
    "kari",
    "Åse",
    "Ase",
    "Ola",
    "Ola N",
    "Nobody",
    "<b>&",
    "done",
    "Kari every",
    "👩‍👧",
]
TIMES = ["yesterday", "i morgen", "next tuesday", "3 weeks ago", "om en uke", "igår", "2 hours"]
WORDS = [
    *(
        "done",
        "ferdig",
        "klart",
        "snooze",
        "senere",
        "tried",
        "inget svar",
        "skip",
        "every 3 weeks",
    ),
    *(
        "yes",
        "nei",
        "cancel",
        "Oslo",
        "whatsapp",
        "på et kort",
        "kari@example.org",
        "svenska",
        "22-7",
        "weekdays after 18",
        "ikke før 10",
        "at work",
        "USA",
        "why:",
        "last:",
        "@kari_n",
        "+4741234567",
        "everything",
    ),
    *(":", ",", "\n", "\x00", "\u202e", "&", "<pre>", "x" * 600, "{name}"),
]
PHRASES = st.lists(st.sampled_from([*NAMES, *TIMES, *WORDS]), max_size=5).map(" ".join)
TEXTS = st.one_of(PHRASES, st.text(max_size=40))
COMMANDS = st.builds("/{} {}".format, st.sampled_from(router.menu()), TEXTS)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("say"), st.one_of(TEXTS, COMMANDS)),
        st.tuples(st.just("add"), st.sampled_from(NAMES)),
        st.tuples(st.just("press"), st.integers(0, 200)),
        st.tuples(st.just("press"), st.integers(0, 6)),
        st.tuples(st.just("stale"), st.integers(0, 200)),
        st.tuples(st.just("reply"), st.tuples(st.integers(0, 30), TEXTS)),
        st.tuples(st.just("hi"), st.sampled_from(NAMES)),
        st.tuples(st.just("wait"), st.sampled_from([1, 5, 26, 80])),
        st.tuples(st.just("sticker"), st.none()),
    ),
    min_size=3,
    max_size=25,
)


def take(room: Room, pressed: list[tuple[int, str]], step: tuple[str, Any]) -> None:
    """Take one step; ``pressed`` collects every button that was ever shown."""
    kind, what = step
    match kind:
        case "say":
            room.say(what)
        case "add":
            room.say(f"/add {what} @kari_n every 2 weeks last: 3 weeks ago")
        case "hi":
            room.say(f"/hi {what}")
        case "wait":
            room.wait(hours=what)
        case "sticker":
            room.send(dice={"emoji": "🎲", "value": 3})
        case "reply":
            number, text = what
            shown = list(room.shown.values())
            room.say(text, shown[-1 - number % len(shown)])
        case "press" | "stale":
            there = pressed if kind == "stale" else [b for b in pressed if b[0] in newest(room)]
            if there:
                message_id, data = there[-1 - what % len(there)]
                room.press_data(data, message_id)
    for shown_now in room.shown.values():
        drawn = [
            key for row in shown_now.message.buttons for key in row if hasattr(key, "callback")
        ]
        pressed.extend((shown_now.id, shown_now.data(key.label)) for key in drawn)


def newest(room: Room) -> list[int]:
    """Return the messages at the end of the chat."""
    return sorted(room.shown)[-3:]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(code=st.sampled_from(LANGUAGES), steps=STEPS)
def test_any_conversation_holds_together(code: str, steps: list[tuple[str, Any]]) -> None:
    """Promise: never an exception, never a message Telegram refuses, at most one open nudge."""
    room = Room(code)
    room.say("/start")
    room.tap("ease.EASY")
    pressed: list[tuple[int, str]] = []
    for step in steps:
        take(room, pressed, step)
        assert sum(nudge.is_open for nudge in room.book.nudges.values()) <= 1
        assert all(outcome.occurred_at <= room.now for outcome in room.book.outcomes.values())
    own = [n for n in room.book.nudges.values() if n.origin is Origin.PLANNED and n.sent_at]
    assert len({n.sent_at.date() for n in own if n.sent_at}) == len(own)
