"""``python -m benchmarks.reading_weights``: learns what the signs of typed text weigh.

Logistic regression on runs of letters and words near each other, from the sentences in
tests/lexicons/need/develop and tests/understanding/acts/develop. Needs scikit-learn
(``pip install 'hei[training]'``), which Hei does not need to run. Refuses to look at any other set.
"""

import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import sqrt
from pathlib import Path
from typing import Any

from bot.conversation import conversation as _  # noqa: F401 - its features name their commands
from bot.conversation.router import router
from bot.lexicons.need import RUN, anonymous, length_of, signs_in
from bot.lexicons.reading import read
from bot.understanding.acts.likely_acts import Occasion, signs_of_act
from bot.understanding.acts.utterance import Utterance

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
NEED = TESTS / "lexicons" / "need" / "develop"
ACTS = TESTS / "understanding" / "acts" / "develop"
DRAFTS = TESTS / "drafts" / "sets" / "develop"
PHRASES = TESTS / "phrases"
WRITTEN = ROOT / "bot" / "languages"
NAMES = ("kari", "ola", "anna berg", "anna", "jonas", "åsa", "dr hansen", "hansen", "li", "lisa")
"""What contacts are called in the sets."""
TYPED_AT = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local time
"""When the sentences of the sets are typed."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the weights of a file are learned; chosen on sentences held back from the learning.

    Attributes:
        kept: signs that are kept, those that matter most.
        looseness: the inverse of the regularisation.
        runs: how loudly runs of letters speak before anything is learned of them.
        words: the same of words and tags.
        is_even: whether a long text speaks no louder than a short one.
    """

    kept: int
    looseness: float
    runs: float
    words: float
    is_even: bool = False

    def scale(self, sign: str) -> float:
        """Return how loudly a sign speaks before anything is learned of it."""
        return self.words if sign[0] in "=@" else self.runs

    def length(self, signs: set[str]) -> float:
        """Return by how much the signs of a text are divided."""
        return length_of(signs) if self.is_even else 1


RECIPES = {
    "need.tsv": Recipe(kept=60_000, looseness=20.0, runs=RUN, words=1.0, is_even=True),
    "acts.tsv": Recipe(kept=60_000, looseness=5.0, runs=0.15, words=0.4),
}
FEWEST_RUNS, FEWEST_WORDS = 3, 2
"""Texts in which a sign stands at least."""
SLIGHT = 0.03
"""A weight so small is left out: it decides nothing."""
UNIT = 1000
"""What a weight of 1 is written as: weights are kept as whole numbers."""


def main() -> None:
    """Learn and write the weights, which are those of all languages."""
    _write("need.tsv", *_needs())
    if any(ACTS.glob("*.jsonl")):
        _write("acts.tsv", *_acts())


def _write(name: str, signs: Sequence[set[str]], labels: Sequence[str]) -> None:
    lines = list(lines_for(signs, labels, RECIPES[name]))
    path = WRITTEN / name
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{name}: {len(labels)} texts, {len(lines)} signs, {path.stat().st_size // 1000} kB")


def lines_for(signs: Sequence[set[str]], labels: Sequence[str], recipe: Recipe) -> Iterator[str]:
    """Yield the lines of a file: the labels, then each sign with what it weighs for which label.

    Args:
        signs: the signs of each text.
        labels: what each text is.
        recipe: how they are learned.
    """
    counted = Counter(sign for each in signs for sign in each)
    known = sorted(sign for sign, count in counted.items() if count >= _fewest(sign))
    first = _fitted(signs, labels, known, recipe)
    kept = sorted(known, key=lambda sign: -max(map(abs, first[sign])) * sqrt(counted[sign]))[
        : recipe.kept
    ]
    yield "\t".join(sorted(set(labels)))
    for sign, row in sorted(_fitted(signs, labels, sorted(kept), recipe).items()):
        numbers = (
            f"{place}:{round(weight * UNIT)}"
            for place, weight in enumerate(row)
            if abs(weight) >= SLIGHT
        )
        if weighed := " ".join(numbers):
            yield f"{sign}\t{weighed}"


def _needs() -> tuple[list[set[str]], list[str]]:
    """Return the signs of who is in need, and of the phrases and drafts in which nobody is."""
    told = [(row["typed"], row["kind"]) for row in _rows(NEED)]
    drafts = [row["text"] for row in _rows(DRAFTS)]
    typed = [phrase for one in sorted(PHRASES.glob("*/*.toml")) for phrase in _harmless(one)]
    acts = [row["typed"] for row in _rows(ACTS)]
    harmless = ((text, "none") for text in (*drafts, *typed, *acts, *_commands()))
    texts, labels = zip(*told, *harmless, strict=True)
    return [signs_in(read(anonymous(text, NAMES))) for text in texts], list(labels)


def _harmless(table: Path) -> Iterator[str]:
    """Yield the phrases of a table in which nobody is in need."""
    found = tomllib.loads(table.read_text("utf-8"))
    yield from _strings(found["well"] if table.stem == "need" else found)


def _commands() -> Iterator[str]:
    """Yield every command, alone and with what may follow it."""
    for word in router.commands:
        yield from (f"/{word}", f"/{word} Kari", f"/{word} Nobody: x", f"/{word} Kari: new dog")


def _acts() -> tuple[list[set[str]], list[str]]:
    rows = _rows(ACTS)
    names = dict(enumerate(NAMES))
    signs = [
        signs_of_act(Utterance(row["typed"], names, TYPED_AT), Occasion(row["situation"]))
        for row in rows
    ]
    return signs, [row["act"] for row in rows]


def _rows(folder: Path) -> list[dict[str, Any]]:
    files = sorted(folder.glob("*.jsonl"))
    return [json.loads(line) for one in files for line in one.read_text("utf-8").splitlines()]


def _strings(found: Any) -> Iterator[str]:
    """Yield every phrase of a table."""
    match found:
        case str():
            yield found
        case dict():
            yield from (phrase for value in found.values() for phrase in _strings(value))
        case list():
            yield from (phrase for value in found for phrase in _strings(value))


def _fewest(sign: str) -> int:
    return FEWEST_WORDS if sign[0] in "=@" else FEWEST_RUNS


def _fitted(
    signs: Sequence[set[str]], labels: Sequence[str], known: Sequence[str], recipe: Recipe
) -> dict[str, tuple[float, ...]]:
    """Return what each sign weighs for each label; the empty one is the bias."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - only who trains has these
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    column = {sign: place for place, sign in enumerate(known)}
    cells = [
        (row, column[sign], recipe.scale(sign) / length)
        for row, each in enumerate(signs)
        for length in (recipe.length(each),)
        for sign in each
        if sign in column
    ]
    rows, columns, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(signs), len(known)))
    model: Any = LogisticRegression(C=recipe.looseness, max_iter=5000)
    model.fit(matrix, labels)
    weights = {
        sign: tuple(float(each[number]) * recipe.scale(sign) for each in model.coef_)
        for sign, number in column.items()
    }
    return weights | {"": tuple(map(float, model.intercept_))}


if __name__ == "__main__":
    main()
