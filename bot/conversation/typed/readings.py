"""From the words of an answer to a name, a time and a note, with the Book's names at hand.

Understanding knows no names; here they are told from notes.
"""

from dataclasses import replace

from bot.conversation.turn import Turn
from bot.conversation.typed.instants import day_first, moment_first
from bot.domain.names import split_known
from bot.understanding.calendar.moment_types import Around, Day, Elapsed, Hour
from bot.understanding.facts.consent import without_link, without_object
from bot.understanding.moments.moments import Facing, FoundMoment
from bot.understanding.replies.nudge_replies import Reply, Verb, read_reply
from bot.understanding.replies.tails import circumstance

FACING = {Verb.SNOOZE: Facing.FUTURE}
"""A snooze looks ahead; everything else tells of what was."""
NAME_WORDS = 2
"""Words of a name that nobody in the Book has; more are a note."""
ANSWER_WORDS = 4
"""Words that an answer before a name has at most: "fikk ikke tak i"."""


def read_tail(turn: Turn, verb: Verb) -> Reply:
    """Return what stands after /done, /snooze or /skip: a name, a time, a note."""
    name, rest = _name_first(turn, turn.text)
    if not name:
        name, rest = _linked_name(turn, rest)
    moment = _moment(turn, verb, rest)
    if not name and moment:
        name, after = _name_first(turn, moment.rest)
        return Reply(verb, name, moment.moment, after)
    if not name:
        name, rest = _stranger_first(turn, verb, rest)
    return _told(turn, verb, name, rest)


def read_plain(turn: Turn) -> Reply | None:
    """Return what a plain message answers; None when it is no answer.

    "Called Kari" and "done Kari" are about Kari if the Book knows her. Of a name it does not
    know, a word or two are kept as the name, so that it can be said that nobody is called so.
    """
    read = read_reply(turn.text, interface=turn.book.profile.language, now=turn.wall)
    if read is None:
        return _before_a_name(turn) or _after_a_name(turn)
    read = replace(read, moment=day_first(turn, read.moment))
    return _with_known_name(turn, read) if read.name else _coming_back(turn, read)


def _coming_back(turn: Turn, answer: Reply) -> Reply:
    """Return a skip with a day to come as what it is: "leave it till October" puts off."""
    moment = answer.moment
    on = moment.on if isinstance(moment, Day) else getattr(moment, "first", turn.today)
    is_ahead = on > turn.today or isinstance(moment, Hour | Elapsed)
    return replace(answer, verb=Verb.SNOOZE) if answer.verb is Verb.SKIP and is_ahead else answer


def _with_known_name(turn: Turn, answer: Reply) -> Reply | None:
    """Part what was taken for a name into the name and a time or a note after it."""
    name, rest = _name_first(turn, answer.name)
    if not name:
        return answer if len(answer.name.split()) <= NAME_WORDS else None
    rest = without_object(rest)
    note = "\n".join(part for part in (rest, answer.note) if part)
    if answer.moment is not None or not rest:
        return replace(answer, name=name, note=note)
    moment = _moment(turn, answer.verb, rest)
    if moment is None:
        return replace(answer, name=name, note=note)
    return Reply(answer.verb, name, moment.moment, moment.rest or answer.note)


def _before_a_name(turn: Turn) -> Reply | None:
    """Read "done Kari yesterday": an answer, maybe "with", and a contact's name."""
    words = turn.text.split()
    for count in range(min(ANSWER_WORDS, len(words) - 1), 0, -1):
        head, rest = " ".join(words[:count]), " ".join(words[count:])
        read = read_reply(head, interface=turn.book.profile.language, now=turn.wall)
        if read is None or read.name or read.moment or read.note:
            continue
        name, after = _name_first(turn, without_link(rest))
        if not name and rest[0].isupper():
            name, after = _stranger_first(turn, read.verb, rest)
        if name:
            return _told(turn, read.verb, name, without_object(after))
    return None


def _after_a_name(turn: Turn) -> Reply | None:
    """Read "Kari: done" and "Kari svarte ikke": a contact's name, then an answer alone."""
    name, rest = _name_first(turn, turn.text)
    text = rest.lstrip(" :,-\u2013\u2014")
    if not (name and text):
        return None
    read = read_reply(text, interface=turn.book.profile.language, now=turn.wall)
    return replace(read, name=name) if read and not read.name else None


def _told(turn: Turn, verb: Verb, name: str, text: str) -> Reply:
    """Return an answer about a contact with the time and the note that a text holds.

    A circumstance may stand before the time: "on the phone yesterday".
    """
    moment = _moment(turn, verb, text)
    if moment is not None:
        return Reply(verb, name, moment.moment, moment.rest)
    found = circumstance(text, Around(turn.wall, FACING.get(verb, Facing.PAST)))
    return Reply(verb, name, found.moment, found.note) if found else Reply(verb, name, None, text)


def _moment(turn: Turn, verb: Verb, text: str) -> FoundMoment | None:
    return moment_first(text, turn, FACING.get(verb, Facing.PAST))


def _name_first(turn: Turn, text: str) -> tuple[str, str]:
    """Return the known name a text begins with, and the rest."""
    found, rest = split_known(turn.book.names(), text)
    return (text[: len(text) - len(rest)].strip(" ,;:"), rest) if found else ("", text)


def _linked_name(turn: Turn, text: str) -> tuple[str, str]:
    """Return the known name after a word such as "with", and the rest; else the whole text."""
    name, rest = _name_first(turn, without_link(text))
    return (name, rest) if name else ("", text)


def _stranger_first(turn: Turn, verb: Verb, text: str) -> tuple[str, str]:
    """Return the unknown name that a text begins with, and the rest.

    A word alone is taken for a name, and so is a capital before the end or a time: to log it for
    another contact than the one who was meant would be worse than asking.
    """
    words = text.split()
    if len(words) == 1 and text[-1].isalpha():
        return text, ""
    for count in range(min(NAME_WORDS, len(words)), 0, -1):
        name, rest = " ".join(words[:count]), " ".join(words[count:])
        capital = all(word[0].isupper() for word in words[:count]) and name[-1].isalpha()
        if capital and (not rest or _moment(turn, verb, rest)):
            return name, rest
    return "", text
