"""How likely each act that a text may be must be for what is done with it."""

from collections.abc import Sequence

from bot.conversation.turn import Turn
from bot.conversation.typed.said import occasion_of
from bot.understanding.acts.likely_acts import Act, Likely

CLEAR = 0.5
"""So likely an act must be to be done at once, unless more or less is enough for it."""
ENOUGH = {
    Act.DONE: 0.55,
    Act.TRIED: 0.6,
    Act.NOTE: 0.55,
    Act.NONE: 0.6,
    Act.CORRECT: 0.75,
    Act.CADENCE: 0.45,
    Act.ADD: 0.35,
    Act.RENAME: 0.5,
    Act.REST: 0.4,
    Act.LET_GO: 0.35,
    Act.LAST: 0.3,
    Act.CHANNEL: 0.5,
    Act.PLACE: 0.35,
    Act.HOURS: 0.5,
    Act.ASK_NEXT: 0.4,
    Act.ASK_PEOPLE: 0.4,
    Act.ASK_HELP: 0.4,
    Act.ASK_DRAFT: 0.4,
    Act.KNOW_NOT: 0.35,
}
"""How likely acts must be: more where something is logged, less where a name or number must fit."""
CERTAIN = 0.85
"""So likely an act must be to go before what a phrase says."""
OUTRIGHT = 0.95
"""So likely an act must be to go before what a text opens with, or what it may answer."""
POSSIBLE = 0.25
"""So likely an act must be to be offered."""


def likely(turn: Turn) -> Sequence[Likely]:
    """Return the acts that the text may be, the likeliest first."""
    return turn.likely(occasion_of(turn))
