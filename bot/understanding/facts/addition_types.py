"""What is understood of a contact to be added, and what is wrong with it."""

from dataclasses import dataclass
from enum import Enum

from bot.domain.clock.cadence import Cadence
from bot.domain.records.channels import Channel
from bot.understanding.cadences.cadence_phrases import Fit
from bot.understanding.cadences.unclear_cadences import Unclear
from bot.understanding.calendar.moment_types import Moment


class FieldFault(Enum):
    """What is wrong with a field."""

    NAME_MISSING = "name_missing"
    NAME_TOO_LONG = "name_too_long"
    """The name was cut to ``NAME_LIMIT``."""
    USERNAME_INVALID = "username_invalid"
    PHONE_INVALID = "phone_invalid"
    EMAIL_INVALID = "email_invalid"
    CADENCE_IMPOSSIBLE = "cadence_impossible"
    """How often they would talk is no cadence: every hour, every 99 years."""
    CADENCE_VAGUE = "cadence_vague"
    """They would talk now and then, which is how often, but not how often exactly."""
    CADENCE_UNKNOWN = "cadence_unknown"
    """It begins like a cadence, and the rest is not understood: every blue cheese."""
    LAST_UNKNOWN = "last_unknown"
    """The words after ``last:`` are no moment."""
    LAST_AHEAD = "last_ahead"
    """They talk of the future."""
    WHY_TOO_LONG = "why_too_long"
    """The why was cut to ``WHY_LIMIT``."""
    NOT_UNDERSTOOD = "not_understood"
    """Words after the name that are no field."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault and the text that has it."""

    fault: FieldFault
    text: str


@dataclass(frozen=True, slots=True)
class Taken:
    """How often, as typed, where the cadence is not just that; ``fit`` tells why not."""

    fit: Fit
    text: str


@dataclass(frozen=True, slots=True)
class Addition:
    """A contact to be added, as far as understood; what was not is in ``problems``.

    ``phone`` is in E.164, ``username`` without its @. ``last`` is a ``Wrong`` or ``Two`` only
    together with what the words said; None when nothing was said or nobody knows. ``channel`` is
    None where none was named. ``taken`` is None where the cadence is what was typed. Where how
    often was said and is no cadence, that is None and one of the problems is among ``HOW_OFTEN``:
    it is worth asking.
    """

    name: str
    username: str | None = None
    phone: str | None = None
    email: str | None = None
    cadence: Cadence | None = None
    last: Moment | None = None
    why: str = ""
    problems: tuple[Problem, ...] = ()
    taken: Taken | None = None
    channel: Channel | None = None

    @property
    def asks_how_often(self) -> bool:
        """Whether how often was said, but not in a way that can be kept."""
        return any(one.fault in HOW_OFTEN for one in self.problems)


UNCLEAR = {
    Unclear.IMPOSSIBLE: FieldFault.CADENCE_IMPOSSIBLE,
    Unclear.VAGUE: FieldFault.CADENCE_VAGUE,
    Unclear.UNKNOWN: FieldFault.CADENCE_UNKNOWN,
}
"""The fault of each way to say how often without a cadence."""
HOW_OFTEN = frozenset(UNCLEAR.values())
"""The faults of what says how often and is no cadence."""
