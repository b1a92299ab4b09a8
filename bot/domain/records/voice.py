"""How the user writes to somebody: greeting, sign-off and emoji, each as it was chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

FEWEST_HEARD = 2
"""Messages in which something stood before it counts as the user's way."""
THEIR_NAME = "{name}"
"""Where a greeting or a line of the user's own has the contact's name."""
SHORT = "short"


@dataclass(frozen=True, slots=True)
class Voice:
    """What stands around a text; "" for nothing at all, None where it was not chosen."""

    greeting: str | None = None
    """With ``{name}`` where the contact's name stands."""
    sign_off: str | None = None
    emoji: str | None = None

    def over(self, other: "Voice") -> "Voice":
        """Return the voice in which another one fills what was not chosen in this."""
        return Voice(
            other.greeting if self.greeting is None else self.greeting,
            other.sign_off if self.sign_off is None else self.sign_off,
            other.emoji if self.emoji is None else self.emoji,
        )


AS_WRITTEN = Voice()


@dataclass(frozen=True, slots=True)
class Counted:
    """In how many messages something stood; "" for those with nothing in that place."""

    what: str
    messages: int


@dataclass(frozen=True, slots=True)
class Heard:
    """How often each greeting, sign-off, emoji and length stood in what the user says they sent.

    The messages themselves are not kept. ``lengths`` counts "short" and "long" ones.
    """

    greetings: tuple[Counted, ...] = ()
    sign_offs: tuple[Counted, ...] = ()
    emoji: tuple[Counted, ...] = ()
    lengths: tuple[Counted, ...] = ()

    def hearing(self, greeting: str, sign_off: str, emoji: str, length: str) -> "Heard":
        """Return the counts with one more message."""
        return Heard(
            _counting(self.greetings, greeting),
            _counting(self.sign_offs, sign_off),
            _counting(self.emoji, emoji),
            _counting(self.lengths, length),
        )

    @property
    def voice(self) -> Voice:
        """What the user writes more often than not, once it was heard twice."""
        return Voice(_usual(self.greetings), _usual(self.sign_offs), _usual(self.emoji))

    @property
    def is_short(self) -> bool:
        """Whether the user writes short messages more often than not."""
        return _usual(self.lengths) == SHORT


NOTHING_HEARD = Heard()


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A text of the user's own, for one contact or for all; ``{name}`` is the contact's name."""

    id: int
    text: str
    contact_id: int | None = None


def lines_for(lines: Sequence[OwnLine], contact_id: int) -> list[str]:
    """Return the user's own texts for a contact, those for them alone first."""
    theirs = [line.text for line in lines if line.contact_id == contact_id]
    return theirs + [line.text for line in lines if line.contact_id is None]


def _counting(counts: Sequence[Counted], what: str) -> tuple[Counted, ...]:
    others = tuple(one for one in counts if one.what != what)
    before = next((one.messages for one in counts if one.what == what), 0)
    return (*others, Counted(what, before + 1))


def _usual(counts: Sequence[Counted]) -> str | None:
    """Return what stood in over half of the messages, and in two at least; else None."""
    messages = sum(one.messages for one in counts)
    usual = (one for one in counts if one.messages >= FEWEST_HEARD and 2 * one.messages > messages)
    return next((one.what for one in usual), None)
