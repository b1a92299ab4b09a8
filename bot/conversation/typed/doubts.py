"""Whether a reading of a text leaves something out, or takes it for more than it says."""

from bot.conversation.turn import Turn
from bot.conversation.typed.said import Said
from bot.understanding.acts.likely_acts import Act, Occasion
from bot.understanding.acts.of_others import (
    is_between_others,
    is_of_others,
    is_with_kin,
)
from bot.understanding.acts.plain_replies import plain_reply_in
from bot.understanding.replies.nudge_replies import is_done_only_alone
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabulary

FIRST = 3
"""Words of a text among which the user's own plan stands: "ok I'll call her"."""


def is_doubtful(turn: Turn, act: Act, said: Said) -> bool:
    """Tell whether a text says more, or something else, than could be carried out."""
    parts = said.parts
    named = [one.contact_id for one in said.utterance.mentions]
    looks_ahead = act is Act.SNOOZE and parts.moment is None
    return act is not Act.SKIP and any(
        (
            parts.is_half_read,
            parts.owners and not parts.contact_ids,
            len(named) > len(set(named)) > 1,
            is_with_kin(said.utterance),
            is_between_others(said.utterance),
            act in {Act.DONE, Act.TRIED} and is_of_others(said.utterance, parts.contact_ids),
            looks_ahead and (parts.speaks_of_time or _has_figure(said)),
            act is Act.SNOOZE and (_says_how_often(said) or _says_when_never(said)),
            act is Act.DONE and _is_of_course(turn, said),
            (act is not Act.SNOOZE or said.occasion is Occasion.IDLE) and _is_to_come(said),
        )
    )


def _is_of_course(turn: Turn, said: Said) -> bool:
    """Tell whether words may mean *of course*: "klart det!" does, and "klart med Kari" is done."""
    alone = is_done_only_alone(said.text, turn.book.profile.language)
    return alone and plain_reply_in(said.utterance) is None


def _says_how_often(said: Said) -> bool:
    """Tell whether what is read as a time to come says how often: "ask me once a month"."""
    found = said.utterance.cadence
    typed = said.text[found.start : found.end] if found else ""
    if not said.parts.written:
        return found is not None
    is_often = vocabulary("frequencies").anywhere(Line.of(typed))
    return is_often and said.parts.written in typed


def _says_when_never(said: Said) -> bool:
    """Tell whether an hour alone may say when nothing suits: "don't ask about Mum before ten"."""
    is_hour = said.parts.reach is not None and not said.parts.reach.rule
    is_denied = vocabulary("negations").anywhere(said.utterance.line)
    return said.occasion is Occasion.IDLE and is_hour and is_denied


def _has_figure(said: Said) -> bool:
    line = said.utterance.line
    figures = (at for at, token in enumerate(line.tokens) if token.text.isdecimal())
    return any(at == 0 or line.apart(at) for at in figures)


def _is_to_come(said: Said) -> bool:
    """Tell whether a text speaks of what shall be, or asks: "we're having dinner on Friday"."""
    line = said.utterance.line
    plans = (place for place in range(min(len(line), FIRST)) if vocabulary("plans").at(line, place))
    own = any(place == 0 or not vocabulary("callers").at(line, place - 1) for place in plans)
    return own or bool(vocabulary("askings").at(line, 0))
