"""How heavily a text weighs on its reader: the sum of what its letters, words and pairs weigh.

Knows the weights of one language, learned from drafts that people judged (docs/drafts.md). Refuses
to decide what is done about it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from bot.languages import Language
from bot.languages.data import file
from bot.lexicons.signs import WORD, runs_in, words_in

LIKELIEST = "R4"
"""The rule that is named where the words of a sentence speak for none."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign of one language weighs; a text whose sum is above 0 presses.

    Attributes:
        bias: what an empty text weighs.
        runs: weights of runs of letters.
        words: weights of words, pairs and triples.
        rules: weights of rules that a phrase of the lexicon speaks for, such as ``R4``.
        telling: of telling words the rule they speak for, and how loudly.
    """

    bias: int
    runs: Mapping[str, int]
    words: Mapping[str, int]
    rules: Mapping[str, int]
    telling: Mapping[str, tuple[str, int]]

    def presses(self, line: str, rules: Collection[str], above: int = 0) -> bool:
        """Say whether a line presses, taken together with the rules that its phrases break."""
        spoken = sum(self.rules.get(rule, 0) for rule in set(rules))
        return self.bias + self._sum(line) + spoken > above

    def heaviest(self, sentences: list[str]) -> int:
        """Return the place of the sentence that weighs most; each is a piece of a line."""
        return max(range(len(sentences)), key=lambda place: self._sum(f".{sentences[place]}"))

    def rule_of(self, sentence: str) -> str:
        """Return the rule that the words of a sentence speak for most."""
        votes: dict[str, int] = {}
        for word in set(WORD.findall(sentence)):
            rule, weight = self.telling.get(word, (LIKELIEST, 0))
            votes[rule] = votes.get(rule, 0) + weight
        return max(votes, key=lambda rule: votes[rule], default=LIKELIEST)

    def _sum(self, line: str) -> int:
        runs, words = self.runs, self.words
        return sum(map(runs.__getitem__, runs.keys() & runs_in(line))) + sum(
            map(words.__getitem__, words.keys() & words_in(line))
        )


def parse_weights(text: str) -> Weights:
    """Return the weights of a file, which has a table, a number and a sign on each line.

    Tables are ``bias``, ``runs``, ``words``, ``rules``, and for telling words the rule itself.

    Raises:
        ValueError: a line is not of that form.
    """
    tables: dict[str, dict[str, int]] = {"bias": {}, "runs": {}, "words": {}, "rules": {}}
    telling: dict[str, tuple[str, int]] = {}
    for line in text.splitlines():
        table, number, sign = line.split("\t", 2)
        if table in tables:
            tables[table][sign] = int(number)
        else:
            telling[sign] = (table, int(number))
    return Weights(
        sum(tables["bias"].values()), tables["runs"], tables["words"], tables["rules"], telling
    )


@cache
def weights_in(language: Language) -> Weights:
    """Return the weights of one language, read from its file the first time."""
    return parse_weights(file(language, "weights.tsv").read_text(encoding="utf-8"))
