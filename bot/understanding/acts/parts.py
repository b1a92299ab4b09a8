"""What a message holds beside its act: whom it names, when, and what is left over.

Nothing of weight is lost: what is no name, no moment and no everyday word stays in the note.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.acts.accounted import (
    done_tokens,
    everyday_tokens,
    pronoun_tokens,
    timely_tokens,
    told_tokens,
)
from bot.understanding.acts.act_moment import moment_again, moment_of_act, passed_by
from bot.understanding.acts.clauses import clauses_of, retries, trimmed, word_joints
from bot.understanding.acts.news import (
    aside_clauses,
    beside_told,
    is_half_read,
    last_told,
    run_of_news,
    telling_clauses,
    topic_told,
)
from bot.understanding.acts.plain_replies import plain_reply_in
from bot.understanding.acts.utterance import Utterance
from bot.understanding.calendar.moment_types import Facing, Moment
from bot.understanding.moments.moments import Reach
from bot.understanding.words.tokens import Line, is_mark
from bot.understanding.words.vocabulary import vocabularies, vocabulary

SAYS = ":"
"""Behind a name it leads to what is told of them: "Kari: rang. Ola: no answer"."""
LONGEST_LEAD = 3
"""Words that may stand before a name to say that it was not them: "i stedet for"."""
TIMELY = ("until", "timely")
"""Sections of words that lead to a moment."""


@dataclass(frozen=True, slots=True)
class MessageParts:
    """What a message holds.

    Attributes:
        contact_ids: the contacts it names, in their order, each once; no owners.
        stranger: the name of somebody who is not in the Book, where a reply says it of them.
        owners: those of whom only something is meant: "Kari's brother".
        reach: the moment it names, and where; None when it names none.
        written: the moment in the words of the user; "" where there is none.
        news: what is told besides, in the words of the user; "" when nothing is.
        tells_of_them: whether anything says itself whom it tells of: "she got the job".
        speaks_of: whether a pronoun means one more than those who are named.
        speaks_of_theirs: whether something of somebody's is spoken of: "her new job".
        is_at_theirs: whether it was at the home of one who is named: "hos mamma".
        adds: whether a word such as *too* says that those who are named come on top.
        speaks_of_time: whether a word such as *until* or *after* stands in it.
        is_half_read: whether something of weight is left that no part accounts for.
        again: when it shall be tried again; None when that is not said.
    """

    contact_ids: tuple[int, ...]
    stranger: str
    owners: tuple[int, ...]
    reach: Reach | None
    written: str
    news: str
    tells_of_them: bool
    speaks_of: bool
    speaks_of_theirs: bool
    is_at_theirs: bool
    adds: bool
    speaks_of_time: bool
    is_half_read: bool
    again: Moment | None

    @property
    def moment(self) -> Moment | None:
        """The moment that was named."""
        return self.reach.moment if self.reach else None


def parts_of(said: Utterance, facing: Facing) -> MessageParts:
    """Return the parts of a text; ``facing`` is whether it looks back or ahead."""
    line, clauses = said.line, clauses_of(said)
    stranger = _stranger(said, clauses)
    named = {place for one in said.mentions for place in range(one.start, one.end)}
    named |= set(stranger)
    told = done_tokens(said, facing, clauses)
    everyday = named | told | everyday_tokens(line)
    others = [one for one in clauses if not (retries(line, one) or names_on(said, one))]
    covered = everyday | timely_tokens(said)
    acting = named | (told if facing is Facing.PAST else told_tokens(line))
    telling = telling_clauses(line, others, acting, covered)
    aside = [
        *aside_clauses(line, others, acting, covered),
        *(one for one in telling if vocabulary("things").at(line, one.start)),
    ]
    found = moment_of_act(said, facing, named, clauses, aside)
    taken = named | set(range(found[0], found[1].end) if found else ())
    if found and facing is Facing.FUTURE:
        taken |= passed_by(said, found)
    if found and facing is Facing.PAST:
        telling = [one for one in telling if found[0] not in one]
    news = last_told(line, telling)
    if facing is Facing.PAST:
        whom, covered = named | pronoun_tokens(line), everyday | taken
        act = range(telling[0].start) if telling else range(0)
        topic = topic_told(line, whom | set(act), covered, taken)
        topic = topic or beside_told(line, act.stop, covered, taken)
        told_of = (topic if topic not in news else "", news)
        news = ", ".join(filter(None, told_of)) or run_of_news(line, covered, taken)
    return MessageParts(
        _contact_ids(said, telling),
        line.between(stranger.start, stranger.stop) if stranger else "",
        tuple(dict.fromkeys(one.contact_id for one in said.mentions if one.is_owner)),
        found[1] if found else None,
        line.between(found[0], found[1].end) if found else "",
        news,
        vocabulary("tellers").anywhere(line),
        _speaks_of_another(said),
        vocabulary("theirs").anywhere(line),
        any(vocabulary("at_place").at(line, one.start - 1) for one in said.mentions if one.start),
        _adds(line),
        vocabularies(*TIMELY).anywhere(line),
        is_half_read(line, taken | told, telling, news if found else ""),
        moment_again(said, clauses),
    )


def _stranger(said: Utterance, clauses: Sequence[range]) -> range:
    """Return the tokens of the name that a reply gives and nobody in the Book has; none else."""
    if said.mentions or not clauses or clauses[0].start:
        return range(0)
    whole, first = plain_reply_in(said), trimmed(said.line, clauses[0])
    found = whole or (plain_reply_in(said.piece(first)) if len(clauses) > 1 else None)
    return found.name if found and not found.is_known else range(0)


def names_on(said: Utterance, clause: range) -> bool:
    """Tell whether a clause only goes on with whom one met: "dinner with Mum, Kari and all"."""
    ends = (one.end for one in said.mentions if one.start == clause.start and not one.is_owner)
    return any(clause.start > 0 and _is_joined(said.line, end) for end in ends)


def _is_joined(line: Line, at: int) -> bool:
    ends = at >= len(line) or (
        is_mark(line.tokens[at])
        and line.tokens[at].text != SAYS
        and at + 1 < len(line)
        and line.apart(at + 1)
    )
    return ends or bool(word_joints(line, at))


def _adds(line: Line) -> bool:
    """Tell whether a text says *too*; one that ends with "og" says so in some dialects."""
    is_last = len(line) > 1 and bool(word_joints(line, len(line) - 1))
    return vocabulary("toos").anywhere(line) or is_last


def _speaks_of_another(said: Utterance) -> bool:
    """Tell whether a pronoun stands for somebody else than who is named before it.

    It does in "called her and Ola", "she and Ola" and "Ola and her", not in "Ola, called him
    yesterday" nor in "called not her but Ola".
    """
    line = said.line
    starts = {one.start for one in said.mentions}
    first = min(starts, default=len(line))
    if vocabulary("tellers").at(line, 0) and vocabulary("joints").at(line, 1):
        return True
    return any(
        place + 1 not in starts  # "ho Åsa"
        and not vocabulary("things").at(line, place)
        and not (place and _denies(line, place - 1))
        and (place < first or bool(word_joints(line, place - 1)))
        for place, _ in vocabulary("pronouns").within(line)
    )


def _contact_ids(said: Utterance, telling: Sequence[range]) -> tuple[int, ...]:
    """Return the contacts a text names, but those that it denies, or only tells of, beside others.

    In "not Kari, Ola", "told Ola about Kari" and "rang Ola, he was asking for Kari" it is Ola.
    """
    named = [one for one in said.mentions if not one.is_owner]
    told = {place for clause in telling for place in clause}
    meant = [
        one
        for one in named
        if not (one.start in told or (one.start and _is_topic(said.line, one.start)))
    ]
    return tuple(dict.fromkeys(one.contact_id for one in meant or named))


def _is_topic(line: Line, start: int) -> bool:
    """Tell whether what begins at a token is denied, or only talked about."""
    is_aside = any(
        match.end == start
        for at in range(max(0, start - LONGEST_LEAD), start)
        for match in vocabularies("insteads", "abouts").at(line, at)
    )
    return is_aside or _denies(line, start - 1)


def _denies(line: Line, at: int) -> bool:
    return bool(vocabulary("negations").at(line, at))
