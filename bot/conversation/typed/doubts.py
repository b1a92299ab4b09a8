"""Whether a reading of a text leaves something out, or takes it for more than it says."""

from bot.conversation.turn import Turn
from bot.conversation.typed.said import Said
from bot.conversation.typed.which import nudge_meant
from bot.domain.names import find
from bot.understanding.acts.likely_acts import Act, Occasion
from bot.understanding.acts.of_others import (
    is_between_others,
    is_of_another,
    is_of_others,
    is_with_kin,
)
from bot.understanding.facts.first_names import is_first_name
from bot.understanding.moments.weighty_words import weighty
from bot.understanding.replies.nudge_replies import is_done_only_alone
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabulary

FIRST = 3
"""Words of a text among which the user's own plan stands: "ok I'll call her"."""


def is_half_read(turn: Turn) -> bool:
    """Tell whether a reply leaves something of weight, or somebody, out of its reading.

    A note that holds a day, a second contact or somebody's brother has been read too fast.
    """
    reply = turn.reply
    if reply is None:
        return False
    note, named = Line.of(reply.note), turn.utterance().mentions
    ids, nudge = {one.contact_id for one in named}, nudge_meant(turn)
    meant = find(turn.book.names(), reply.name) if reply.name else ()
    if not reply.name and nudge:
        meant = (nudge.contact_id,)
    is_other = len(meant) == 1 and bool(ids) and meant[0] not in ids
    is_owned = any(one.is_owner for one in named)
    is_weighty = weighty(note, 0, len(note)) or _ends_with_weekday(note)
    is_of_others = is_with_kin(turn.utterance()) or is_of_another(turn.utterance())
    return is_other or is_owned or len(ids) > 1 or is_weighty or is_of_others


def takes_words_for_a_name(turn: Turn) -> bool:
    """Tell whether a reply takes words for a name that can be none: "called at noon"."""
    name = turn.reply.name if turn.reply else ""
    if name and vocabulary("fillers").anywhere(Line.of(name)):
        return True
    if not name or find(turn.book.names(), name):
        return False
    return bool(turn.utterance().mentions) or not (name[0].isupper() or is_first_name(name))


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
            act is Act.DONE and is_done_only_alone(said.text, turn.book.profile.language),
            (act is not Act.SNOOZE or said.occasion is Occasion.IDLE) and _is_to_come(said),
        )
    )


def _ends_with_weekday(note: Line) -> bool:
    """Tell whether words end with a short weekday: "at yoga mon"."""
    return len(note) > 0 and bool(vocabulary("lone_weekdays").at(note, len(note) - 1))


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
