"""Whom a free message brings: the name of somebody new, or another name for a contact."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.domain.names import fold
from bot.understanding.acts.clauses import clauses_of, teller_of
from bot.understanding.acts.utterance import Utterance
from bot.understanding.facts.addresses import addresses_in
from bot.understanding.facts.channel_reader import channel_told
from bot.understanding.moments.weighty_words import weighty
from bot.understanding.words.tokens import Line, is_mark
from bot.understanding.words.vocabulary import rows, vocabularies, vocabulary

_CAPITALS = re.compile(r"[^\W\d_a-zà-öø-ÿ][\w'\u2019-]*(?:\s+[^\W\d_a-zà-öø-ÿ][\w'\u2019-]*)*")
"""Words that begin with a capital, one after the other."""
A_WORD = 4
"""Letters from which on a stop ends a sentence and shortens no word."""
FEWEST_TOLD = 3
"""Words of a clause that tells something worth keeping of somebody new."""
WHY = "why"
"""The label of why somebody is added."""
NOBODY = (
    *("pronouns", "callers", "adding_nobody", "adding_other", "roles", "fillers"),
    "channels",
)
"""Sections whose phrases are no name: a pronoun, nobody in particular, a way to reach them."""
LONGEST = 3
"""Words of the longest name that is found among other words."""
FARTHEST = 12
"""Words among which a name ends, with what somebody is to the user before it."""


def newcomer_in(said: Utterance, country: str | None) -> str:
    """Return somebody new whom a text names, as /add takes them; "" when it names nobody.

    Args:
        said: the text.
        country: the ISO 3166 code whose national numbers may be written without a plus.
    """
    found = list(addresses_in(said.text, country))
    cadence = said.cadence
    fields = [(one.start, one.end) for one in found]
    fields += [(cadence.start, cadence.end)] if cadence else []
    name = next(_newcomers(said, fields), "")
    often = said.text[cadence.start : cadence.end] if cadence else ""
    addresses = (one.text for one in found)
    fields_of = (name, often, *addresses, _channel(said, country), _why(said, fields))
    return " ".join(filter(None, fields_of)) if name else ""


def _channel(said: Utterance, country: str | None) -> str:
    """Return the clause that only says how somebody is reached: "Dave, texts only"."""
    texts = (said.line.between(one.start, one.stop).strip(" ,;.") for one in clauses_of(said))
    return next((text for text in texts if channel_told(text, country)), "")


def _why(said: Utterance, fields: Collection[tuple[int, int]]) -> str:
    """Return what a clause tells of whom it adds, as /add takes it: "why: he likes fishing"."""
    line = said.line
    clauses = [one for one in clauses_of(said) if one.start]
    told = [one for one in clauses if teller_of(line, one) == one.start]
    told += [one for one in clauses if _says_who(line, one, fields)]
    texts = (line.between(one.start, one.stop).strip(" ,;.") for one in told)
    why = next((text for text in texts if len(text.split()) >= FEWEST_TOLD), "")
    label = next(word for key, word in rows("labels") if key == WHY)
    return f"{label}: {why}" if why else ""


def _says_who(line: Line, clause: range, fields: Collection[tuple[int, int]]) -> bool:
    """Tell whether a clause behind a name says who that is: "Tom, a friend from the army"."""
    start, end = line.tokens[clause.start].start, line.tokens[clause.stop - 1].end
    is_field = any(first < end and start < last for first, last in fields)
    words = line.text[start:end]
    return bool(vocabularies("roles", "kin").at(line, clause.start)) and not (
        is_field or words != words.lower()
    )


def new_name_in(text: str, name: str) -> str:
    """Return the other name that a text gives a contact; "" when it gives none."""
    first, *_ = fold(name).split()
    capitals = (_without_old(one, first) for one in _capitals(Line.of(text)))
    return max((one for one in capitals if fold(one) != fold(name)), key=len, default="")


def _without_old(capitals: str, first: str) -> str:
    """Return a name without the old one and its verb: of "Call Jonas Jonas Lie" it is Jonas Lie.

    "Call Kari ASAP" gives none.
    """
    words = capitals.split()
    at = next((place for place, word in enumerate(words) if fold(word) == first), 0)
    behind = words[at + 1 :] if at else words
    return " ".join(behind) if not at or first in map(fold, behind) else ""


def _newcomers(said: Utterance, fields: Collection[tuple[int, int]]) -> Iterator[str]:
    """Yield who may be meant: whose name is told, who follows "add", capitals, who comes first."""
    line = said.line
    known = {word for name in said.names.values() for word in fold(name).split()}
    phrases = _Phrases(line, fields)
    told = [match.end for at in range(len(line)) for match in vocabulary("called").at(line, at)]
    led = [
        match.end for at in range(len(line)) for match in vocabulary("adding_within").at(line, at)
    ]
    often = {said.text[start:end] for start, end in fields}
    called, named = phrases.names_behind(told), phrases.names_behind(led)
    found = (
        *called,
        *(name for name in named if name != name.lower()),
        *_joined(line, (name for name in _capitals(line) if name not in often)),
        *named,
        *(phrases.names_behind([0]) if phrases.ends_apart(0) else ()),
    )
    yield from (name for name in found if name and not known & set(fold(name).split()))


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The words of a text that may be somebody's name, between those that are not."""

    line: Line
    fields: Collection[tuple[int, int]]

    def names_behind(self, starts: Iterable[int]) -> Sequence[str]:
        """Return the names that begin at some tokens, each with those joined to it by "and"."""
        found: list[str] = []
        end = 0
        for start in starts:
            if start >= end:
                names, end = self._joined_from(start)
                found.append(" and ".join(names))
        return found

    def _joined_from(self, start: int) -> tuple[Sequence[str], int]:
        """Return the names between which only "and" stands, from a token on, and where they end."""
        names: list[str] = []
        end, after = start, [start]
        while after:
            name, end = self._name_from(after[0])
            names += filter(None, [name])
            after = self._joints_from(end) if name else []
        return names, end

    def _name_from(self, start: int) -> tuple[str, int]:
        """Return the name that begins at a token with its end, without what somebody is."""
        while start < len(self.line) and self.line.tokens[start].text in ":,":
            start += 1
        end = self._end_from(start)
        first = start
        while first < end - 1 and (self._is_role(first) or self._is_before_capital(first, end)):
            first += 1
        name = self.line.between(first, end).strip(".- ")
        if not 0 < end - first <= LONGEST or self._is_nobody(first, end):
            return "", end
        return name, end

    def _joints_from(self, end: int) -> list[int]:
        """Return where what joins a name to the next one ends: "and", or a comma of a list."""
        if end >= len(self.line) or self.line.tokens[end].text in ";.":
            return []
        if self.line.tokens[end].text != ",":
            return [match.end for match in vocabulary("joints").at(self.line, end)]
        name, after = self._name_from(end + 1)
        goes_on = after < len(self.line) and bool(vocabulary("joints").at(self.line, after))
        return [end + 1] if name and (name[0].isupper() or goes_on) else []

    def ends_apart(self, start: int) -> bool:
        """Tell whether what begins at a token ends with a comma, a field or the text."""
        end = self._end_from(start)
        words = range(start, end)
        if any(vocabulary("fillers").at(self.line, index) for index in words):
            return False
        return end == len(self.line) or self.line.tokens[end].text in ",:" or self._is_field(end)

    def _end_from(self, start: int) -> int:
        """Return where the words end that begin at a token, as far as a name may reach."""
        ends = min(len(self.line), start + FARTHEST)
        return next((at for at in range(start, ends) if self._stops(at)), ends)

    def _is_field(self, index: int) -> bool:
        at = self.line.tokens[index].start
        return any(start <= at < end for start, end in self.fields)

    def _is_before_capital(self, index: int, end: int) -> bool:
        """Tell whether a word in small letters stands before one with a capital: "our Tom"."""
        small, following = self._typed(index), self._typed(index + 1)
        is_titled = bool(vocabulary("titled").at(self.line, index))
        return index + 1 < end and small.islower() and following[:1].isupper() and not is_titled

    def _typed(self, index: int) -> str:
        return self.line.between(index, index + 1)

    def _stops(self, index: int) -> bool:
        token = self.line.tokens[index]
        ends_name = is_mark(token) and not self._is_within_name(index)
        return (
            self._is_field(index)
            or ends_name
            or token.text[0].isdecimal()
            or bool(vocabulary("name_stops").at(self.line, index))
            or (weighty(self.line, index, index + 1) and not self._is_hyphened(index))
        )

    def _is_hyphened(self, index: int) -> bool:
        """Tell whether a word is the first half of a name: the Maj of Maj-Britt."""
        tokens, end = self.line.tokens, index + 2
        return end < len(tokens) and tokens[index + 1].text == "-" and not self.line.apart(end)

    def _is_within_name(self, index: int) -> bool:
        """Tell whether a mark is part of a name: a hyphen, an apostrophe, the stop of "Dr."."""
        mark = self.line.tokens[index].text
        before = self.line.tokens[index - 1].text if index else ""
        return mark in "'-" or (mark == "." and len(before) < A_WORD)

    def _is_role(self, index: int) -> bool:
        if vocabulary("titled").at(self.line, index):
            return False
        return any(vocabulary(each).at(self.line, index) for each in ("roles", "kin"))

    def _is_nobody(self, first: int, end: int) -> bool:
        """Tell whether the words are no name."""
        return any(match.end == end for match in vocabularies(*NOBODY).at(self.line, first))


def _capitals(line: Line) -> Iterator[str]:
    """Yield what capitals say may be a name: behind the first word, no place and no day.

    A title before it is part of it: uncle Pat.
    """
    starts: Mapping[int, int] = {token.start: at for at, token in enumerate(line.tokens)}
    for match in _CAPITALS.finditer(line.text):
        at = starts.get(match.start())
        if at is None or len(match[0]) == 1 or (at == 0 and " " not in match[0]):
            continue
        words = Line.of(match[0])
        is_placed = at > 0 and vocabulary("before_towns").at(line, at - 1)
        owned = at + len(words) < len(line) and line.tokens[at + len(words)].text in {"'", "'s"}
        is_timely = "-" not in match[0] and weighty(words, 0, len(words))
        if is_timely or is_placed or owned or match[0].endswith("'s"):
            continue
        is_titled = at > 0 and vocabulary("titled").at(line, at - 1)
        yield f"{line.between(at - 1, at)} {match[0]}" if is_titled else match[0]


def _joined(line: Line, names: Iterator[str]) -> Iterator[str]:
    """Yield names, those together between which only an "and" or a comma stands."""
    run: list[str] = []
    for name in names:
        between = (", ", *(f" {joint} " for joint in _word_joints()))
        together = run and any(f"{run[-1]}{joint}{name}" in line.text for joint in between)
        if run and not together:
            yield " and ".join(run)
            run = []
        run.append(name)
    if run:
        yield " and ".join(run)


@cache
def _word_joints() -> tuple[str, ...]:
    return tuple(joint for _, joint in rows("joints") if joint not in ",;.")
