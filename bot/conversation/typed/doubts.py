"""Whether a reading of a text leaves something out, or takes it for more than it says."""

from itertools import pairwise

from bot.conversation.turn import Turn
from bot.conversation.typed.said import Said
from bot.conversation.typed.which import nudge_meant
from bot.domain.names import find
from bot.understanding.acts.accounted import timely_tokens, told_tokens
from bot.understanding.acts.likely_acts import Act, Occasion
from bot.understanding.acts.tags import reply_phrases
from bot.understanding.acts.utterance import Utterance
from bot.understanding.facts.first_names import is_first_name
from bot.understanding.moments.weighty_words import weighty
from bot.understanding.replies.nudge_replies import is_done_only_alone
from bot.understanding.words.tokens import Line, is_mark
from bot.understanding.words.vocabulary import vocabularies, vocabulary

BETWEEN = 2
"""Words between two names of which the first called the second."""
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
    is_theirs = _is_with_kin(turn.utterance()) or _is_of_another(turn.utterance())
    return is_other or is_owned or len(ids) > 1 or is_weighty or is_theirs


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
            _is_with_kin(said.utterance),
            _is_between_others(said.utterance),
            act in {Act.DONE, Act.TRIED} and _is_with_others(said),
            looks_ahead and (parts.speaks_of_time or _has_figure(said)),
            act is Act.SNOOZE and _says_how_often(said),
            act is Act.DONE and is_done_only_alone(said.text, turn.book.profile.language),
            (act is not Act.SNOOZE or said.occasion is Occasion.IDLE) and _is_to_come(said),
        )
    )


def _ends_with_weekday(note: Line) -> bool:
    """Tell whether words end with a short weekday: "at yoga mon"."""
    return len(note) > 0 and bool(vocabulary("lone_weekdays").at(note, len(note) - 1))


def _is_with_kin(said: Utterance) -> bool:
    """Tell whether a relative comes along whom nobody in the Book is: "Ola and my sister"."""
    line, known = said.line, {one.start for one in said.mentions}
    joined = [m.end for one in said.mentions for m in vocabulary("joints").at(line, one.end)]
    owned = [m.end for at in joined for m in vocabulary("possessives").at(line, at)]
    ends = (at for at in (*joined, *owned) if at not in known)
    return any(vocabulary("kin_called").at(line, at) for at in ends)


def _is_between_others(said: Utterance) -> bool:
    """Tell whether one contact talked to another: "Kari called Mum"."""
    first, second = (*said.mentions[:2], None, None)[:2]
    if first is None or second is None or first.start or first.is_owner:
        return False
    between = range(first.end, second.start)
    return 0 < len(between) <= BETWEEN and any(
        match.end == second.start
        for at in between
        for match in reply_phrases("named").at(said.line, at)
    )


def _is_with_others(said: Said) -> bool:
    """Tell whether a hello may be somebody else's, or one with somebody else."""
    readings = (_is_of_kin, _is_scattered, _is_only_denied)
    return _is_of_another(said.utterance) or any(is_so(said) for is_so in readings)


def _is_only_denied(said: Said) -> bool:
    """Tell whether every contact who is named is one whom it was not: "not Dr Hansen"."""
    line, named = said.utterance.line, said.utterance.mentions
    return bool(named) and all(
        one.start > 0 and bool(vocabulary("negations").at(line, one.start - 1)) for one in named
    )


def _is_of_another(said: Utterance) -> bool:
    """Tell whether one contact did it with whom a pronoun stands for: "Mum already rang her"."""
    line = said.line
    first = next(iter(said.mentions), None)
    if first is None or first.start or first.is_owner:
        return False
    ends = [
        match.end
        for at in range(first.end, min(first.end + BETWEEN + 1, len(line)))
        for match in reply_phrases("named").at(line, at)[:1]
    ]
    pronouns = (at for at in ends if vocabulary("pronouns").at(line, at))
    return any(not vocabulary("things").at(line, at) for at in pronouns)


def _is_scattered(said: Said) -> bool:
    """Tell whether more is said between two contacts than that both were there.

    In "wrote to Åsa that I miss Ola" only one was.
    """
    line, meant = said.utterance.line, set(said.parts.contact_ids)
    named = [one for one in said.utterance.mentions if one.contact_id in meant]
    timely = timely_tokens(said.utterance)
    joining = vocabularies("joints", "alongside", "links", "fillers", "toos", "at_place", "objects")
    told = told_tokens(line)
    pairs = ((one, two) for one, two in pairwise(named) if one.contact_id != two.contact_id)
    between = (at for one, two in pairs for at in range(one.end, two.start))
    return any(
        not (is_mark(line.tokens[at]) or at in timely or at in told or joining.at(line, at))
        for at in between
    )


def _is_of_kin(said: Said) -> bool:
    """Tell whether a relative nobody in the Book is did it, or it was one with a name.

    "My wife rang her" and "rang Aunt Gerd" are nobody's hello to a contact.
    """
    line = said.utterance.line
    known = {at for one in said.utterance.mentions for at in range(one.start, one.end)}
    kin = ((at, m.end) for at in range(len(line)) for m in vocabulary("kin").at(line, at)[:1])
    start, end = next(((at, end) for at, end in kin if at not in known), (len(line), len(line)))
    told = [(at, m.end) for at, found in reply_phrases("named").within(line) for m in found[:1]]
    is_named = end < len(line) and end not in known and is_first_name(line.between(end, end + 1))
    is_alone = not said.utterance.mentions and not vocabulary("pronouns").anywhere(line)
    if is_named and is_alone and any(stop == start for _, stop in told):
        return True
    does = [stop for at, stop in told if end <= at <= end + BETWEEN]
    begins = start == 0 or bool(vocabulary("possessives").at(line, start - 1))
    return begins and any(vocabulary("pronouns").at(line, stop) for stop in does)


def _says_how_often(said: Said) -> bool:
    """Tell whether what is read as a time to come says how often: "ask me once a month"."""
    found = said.utterance.cadence
    typed = said.text[found.start : found.end] if found else ""
    is_often = vocabulary("frequencies").anywhere(Line.of(typed))
    return is_often and bool(said.parts.written) and said.parts.written in typed


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
