"""The news in a text: what it tells of somebody besides what was done, and what is left over."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.understanding.acts.clauses import teller_of, trimmed
from bot.understanding.acts.utterance import Utterance
from bot.understanding.facts.first_names import is_first_name
from bot.understanding.moments.weighty_words import weighty
from bot.understanding.words.tokens import Line, is_mark
from bot.understanding.words.vocabulary import vocabulary

A_WORD = 5
"""Letters from which on a single word may tell something."""
A_CLAUSE = 4
"""The same of one behind what was done: "met Kari, fika"."""
IS = "'s "
"""What may follow a name that begins what is told of somebody: "Anna's on leave"."""
FEWEST_NEWS = 2
"""Words that are no moment, name or everyday word, from which on they are worth a note."""


def aside_clauses(
    line: Line, clauses: Sequence[range], told: set[int], covered: set[int]
) -> Sequence[range]:
    """Return the clauses behind that of the act in which anything else is told."""
    act = act_clause(clauses, told)
    behind = [one for one in clauses if act and one.start > act.start]
    return [one for one in behind if _words(line, one, covered)]


def act_clause(clauses: Sequence[range], told: set[int]) -> range | None:
    """Return the clause that says what was done: the first one where no phrase says it."""
    return next((one for one in clauses if not told.isdisjoint(one)), next(iter(clauses), None))


def telling_clauses(
    line: Line, clauses: Sequence[range], told: set[int], covered: set[int]
) -> Sequence[range]:
    """Return the clauses that tell something beside whom something was done with, and what.

    What follows one that tells of somebody goes on with it: "she's expecting, due in March".
    """
    act = act_clause(clauses, told)
    telling: list[range] = []
    for clause in clauses:
        follows = bool(telling) and clause.start == telling[-1].stop
        goes_on = follows and (
            teller_of(line, telling[-1]) is not None
            or bool(_words(line, clause, covered))
            or bool(vocabulary("things").at(line, clause.start))  # "the scan, it's on the 24th"
        )
        is_behind = act is not None and clause.start > act.start and not told.isdisjoint(act)
        apart = is_behind and _is_word_apart(line, clause, covered)
        if clause != act and (goes_on or apart or _tells(line, clause, covered)):
            telling.append(clause)
    return telling


def _tells(line: Line, clause: range, covered: set[int]) -> bool:
    words = _words(line, clause, covered)
    is_theirs = teller_of(line, clause) is not None or bool(
        vocabulary("theirs").at(line, clause.start)
    )
    return len(words) >= FEWEST_NEWS or (bool(words) and is_theirs)


def _is_word_apart(line: Line, clause: range, covered: set[int]) -> bool:
    """Tell whether a clause is one word that tells something: "met Kari, fika"."""
    words = [at for at in clause if not is_mark(line.tokens[at])]
    (one, *others) = words
    return not others and one not in covered and len(line.tokens[one].text) >= A_CLAUSE


def _words(line: Line, clause: range, covered: set[int]) -> Sequence[int]:
    return [n for n in clause if n not in covered and not is_mark(line.tokens[n])]


def last_told(line: Line, telling: Sequence[range]) -> str:
    """Return what stands from the first clause that tells something to the last, without its "and".

    What stands between them is kept: "her son is ill, rang her on Sunday, she sounds worn out".
    """
    if not telling:
        return ""
    start = teller_of(line, telling[0])
    is_behind_verb = start is not None and bool(vocabulary("inverted").at(line, start - 1))
    first = telling[0].start if start is None or is_behind_verb else start
    return line.between(first, telling[-1].stop).strip(" ,;:-(")


def topic_told(line: Line, whom: set[int], covered: set[int], taken: set[int]) -> str:
    """Return what was talked about, right behind whom with: "called Kari about the job".

    It ends before a moment or a name; of a day alone nothing is kept.
    """
    for at, _ in vocabulary("abouts").within(line):
        marks = (n for n in range(at, len(line)) if n in taken or is_mark(line.tokens[n]))
        behind = range(at, next(marks, len(line)))
        if at - 1 in whom and _words(line, behind, covered):
            return line.between(behind.start, behind.stop)
    return ""


def beside_told(line: Line, end: int, covered: set[int], named: set[int]) -> str:
    """Return who or what was there as well, right before news: "called in with the pup, he's big".

    Args:
        line: the text.
        end: the token with which the news begin.
        covered: the tokens of the act, of names, moments and everyday words.
        named: those of names and of the moment alone.
    """
    until = trimmed(line, range(end)).stop
    for _, found in vocabulary("withs").within(line):
        behind = range(found[0].end, until)
        if behind and named.isdisjoint(behind) and _words(line, behind, covered):
            return line.between(behind.start, until)
    return ""


def run_of_news(line: Line, covered: set[int], named: set[int]) -> str:
    """Return the last run of words that tell something; of single words none does."""
    runs = _runs(line, covered, named)
    if not runs:
        return ""
    start, end = runs[-1]
    if end - start < FEWEST_NEWS:
        start, end = max(runs, key=lambda run: run[1] - run[0])
    is_length = any(vocabulary("units").at(line, at) for at in range(start, end))
    is_slight = len(runs) > 1 or len(line.tokens[start].text) < A_WORD
    if is_length or (end - start < FEWEST_NEWS and is_slight):
        return ""
    return line.between(start, end).strip()


def _runs(line: Line, covered: set[int], named: set[int]) -> Sequence[tuple[int, int]]:
    """Return where words tell something, with a few others between them, but no name or moment."""
    telling = [n for n in range(len(line)) if n not in covered and not is_mark(line.tokens[n])]
    runs: list[tuple[int, int]] = []
    for place in telling:
        between = range(runs[-1][1], place) if runs else range(0)
        if runs and len(between) <= FEWEST_NEWS and named.isdisjoint(between):
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def is_half_read(line: Line, said: set[int], telling: Sequence[range], news: str) -> bool:
    """Tell whether something of weight is left over.

    What is told besides may speak of other days ("she moves in May"); a run of news may not begin
    with one.
    """
    free = {place for clause in telling for place in clause}
    if not telling and news:
        start = line.text.find(news)
        told = [n for n, one in enumerate(line.tokens) if start <= one.start < start + len(news)]
        free = set(told[FEWEST_NEWS:])
    left = sorted(set(range(len(line))) - said - free)
    if left and left[-1] == len(line) - 1 and vocabulary("lone_weekdays").at(line, left[-1]):
        return True
    return any(weighty(line, one.start, one.stop) for one in _side_by_side(left)) or any(
        _is_stranger(line, place) for place in left
    )


def _side_by_side(left: Sequence[int]) -> Iterator[range]:
    """Yield the runs of tokens that are left beside each other."""
    for _, run in groupby(enumerate(left), key=lambda one: one[1] - one[0]):
        places = [place for _, place in run]
        yield range(places[0], places[-1] + 1)


def _is_stranger(line: Line, place: int) -> bool:
    """Tell whether a word with a capital is a first name that nobody in the Book has."""
    typed = line.between(place, place + 1)
    return place > 0 and typed[:1].isupper() and is_first_name(typed)


def note_after_lead(said: Utterance) -> str:
    """Return what follows "note on Kari:"; "" where a text does not begin so."""
    line = said.line
    leads = {match.end for match in vocabulary("note_leads").at(line, 0)}
    named = next((one for one in said.mentions if one.start in leads), None)
    told = line.after(named.end) if named else ""
    return told.removeprefix(IS).strip(" :,-")
