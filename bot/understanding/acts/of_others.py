"""Whose doing a text tells of: the user's own with a contact, or that of others.

"My wife rang her", "Kari called Mum" and "not Dr Hansen" are no hello of the user's.
"""

from collections.abc import Collection
from itertools import pairwise

from bot.understanding.acts.accounted import timely_tokens, told_tokens
from bot.understanding.acts.clauses import word_joints
from bot.understanding.acts.tags import reply_phrases
from bot.understanding.acts.utterance import Utterance
from bot.understanding.facts.first_names import is_first_name
from bot.understanding.words.tokens import Line, is_mark
from bot.understanding.words.vocabulary import vocabularies, vocabulary

BETWEEN = 2
"""Words between two people of whom the first called the second."""


def is_of_others(said: Utterance, meant: Collection[int]) -> bool:
    """Tell whether a hello may be somebody else's, or one with somebody else.

    Args:
        said: the text.
        meant: the ids of the contacts of whom it would be logged.
    """
    return (
        is_of_another(said)
        or _is_of_kin(said)
        or _is_scattered(said, meant)
        or _is_only_denied(said)
        or _is_not_with_them(said)
        or _is_with_theirs(said)
    )


def is_with_kin(said: Utterance) -> bool:
    """Tell whether a relative comes along whom nobody in the Book is: "Ola and my sister"."""
    line, known = said.line, {one.start for one in said.mentions}
    joined = [m.end for one in said.mentions for m in vocabulary("joints").at(line, one.end)]
    owned = [m.end for at in joined for m in vocabulary("possessives").at(line, at)]
    before = [
        one.start - 2
        for one in said.mentions
        if one.start > 1 and any(m.end == one.start for m in word_joints(line, one.start - 1))
    ]
    places = (at for at in (*joined, *owned, *before) if at not in known)
    return any(vocabulary("kin_called").at(line, at) for at in places)


def is_between_others(said: Utterance) -> bool:
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


def is_of_another(said: Utterance) -> bool:
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


def _is_only_denied(said: Utterance) -> bool:
    """Tell whether every contact who is named is one whom it was not: "not Dr Hansen"."""
    line, named = said.line, said.mentions
    return bool(named) and all(
        one.start > 0 and bool(vocabulary("negations").at(line, one.start - 1)) for one in named
    )


def _is_not_with_them(said: Utterance) -> bool:
    """Tell whether it was somebody else, and not whom a pronoun stands for: "but not with her"."""
    line = said.line
    denied = [match.end for _, found in vocabulary("negations").within(line) for match in found]
    linked = [match.end for at in denied for match in vocabulary("before_objects").at(line, at)]
    return not said.mentions and any(vocabulary("pronouns").at(line, at) for at in linked)


def _is_with_theirs(said: Utterance) -> bool:
    """Tell whether it was with a relative of theirs: "met her husband", "med mannen hennes".

    A name or another pronoun beside it says that it was with them as well.
    """
    line = said.line
    told = {match.end for _, found in reply_phrases().within(line) for match in found}
    linked = {match.end for at in told for match in vocabulary("before_objects").at(line, at)}
    theirs = [
        stop
        for at in told | linked
        for match in vocabulary("theirs").at(line, at)
        for stop in (kin.end for kin in vocabulary("kin").at(line, match.end))
    ]
    theirs += [
        match.end
        for at in told | linked
        for kin in vocabulary("kin").at(line, at)
        for match in vocabulary("theirs").at(line, kin.end)
    ]
    rest = [Line.of(line.after(stop)) for stop in theirs]
    return not said.mentions and any(not vocabulary("pronouns").anywhere(one) for one in rest)


def _is_scattered(said: Utterance, meant: Collection[int]) -> bool:
    """Tell whether more is said between two contacts than that both were there.

    In "wrote to Åsa that I miss Ola" only one was.
    """
    line = said.line
    named = [one for one in said.mentions if one.contact_id in meant]
    timely = timely_tokens(said)
    joining = vocabularies("joints", "alongside", "links", "fillers", "toos", "at_place", "objects")
    told = told_tokens(line)
    pairs = ((one, two) for one, two in pairwise(named) if one.contact_id != two.contact_id)
    between = (at for one, two in pairs for at in range(one.end, two.start))
    return any(
        not (is_mark(line.tokens[at]) or at in timely or at in told or joining.at(line, at))
        for at in between
    )


def _is_of_kin(said: Utterance) -> bool:
    """Tell whether a relative nobody in the Book is did it, or it was one with a name.

    "My wife rang her" and "rang Aunt Gerd" are nobody's hello to a contact.
    """
    line = said.line
    known = {at for one in said.mentions for at in range(one.start, one.end)}
    kin = ((at, m.end) for at in range(len(line)) for m in vocabulary("kin").at(line, at)[:1])
    start, end = next(((at, end) for at, end in kin if at not in known), (len(line), len(line)))
    told = [(at, m.end) for at, found in reply_phrases("named").within(line) for m in found[:1]]
    is_named = end < len(line) and end not in known and is_first_name(line.between(end, end + 1))
    is_alone = not said.mentions and not vocabulary("pronouns").anywhere(line)
    if is_named and is_alone and any(stop == start for _, stop in told):
        return True
    does = [stop for at, stop in told if end <= at <= end + BETWEEN]
    begins = start == 0 or bool(vocabulary("possessives").at(line, start - 1))
    return begins and any(vocabulary("pronouns").at(line, stop) for stop in does)
