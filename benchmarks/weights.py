"""``python -m benchmarks.weights``: learns what the signs of a text weigh, and writes it down.

Logistic regression on runs of letters, words near each other and the rules that phrases speak for,
from the judged drafts in tests/drafts/sets/develop, the texts of the bank and ordinary sentences.
Needs scikit-learn (``pip install 'hei[training]'``), which Hei does not need to run. Refuses to
look at any other set.
"""

import json
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt
from pathlib import Path
from typing import Any

from bot.drafts.bank import NAME, SLOT, bank_in
from bot.drafts.gentleness.lexicon import lexicon_in
from bot.drafts.gentleness.pressure import phrases_in
from bot.drafts.gentleness.situation import Situation
from bot.languages import Language
from bot.lexicons.reading import Reading, read
from bot.lexicons.signs import WORD, runs_in, words_in

ROOT = Path(__file__).parents[1]
SETS = ROOT / "tests" / "drafts" / "sets" / "develop"
PHRASES = ROOT / "tests" / "phrases"
PROSE = ROOT / "tests" / "conversation" / "free"
SHORTEST_PROSE = 10
"""Characters of a sentence that says something."""
STOCK_WEIGHT = 8.0
"""How much a stock phrase, which everybody knows, counts beside a judged text."""
LANGUAGES = ROOT / "bot" / "languages"
FILLING = {
    Language.EN: ("the dog", "Kari"),
    Language.NB: ("hunden", "Kari"),
    Language.SV: ("hunden", "Karin"),
}
"""What fills a slot, and the name."""
OWN_WEIGHT = 2.0
"""How much a text of the bank counts beside a judged one: two readers would send it."""
TABLES = {"c": "runs", "w": "words", "r": "rules"}
"""Where a sign is written down, by the letter that marks its sort here."""
UNIT = 1000
"""What a weight of 1 is written as: weights are kept as whole numbers."""
PIECE_WEIGHT = 0.2
"""How much a sentence of a good text counts by itself."""
SCALES = {"c": 0.15, "w": 0.4, "r": 1.0}
"""How loudly runs, words and rules speak before anything is learned of them."""
FEWEST = {"c": 3, "w": 2, "r": 1}
"""Texts in which a sign stands at least."""
KEPT = {"c": 5000, "w": 5000, "r": 99}
"""Signs of each sort that are kept, those that matter most."""
SMOOTHING = 0.3
"""Added to how often a sign stands on either side: one that was seen once tells little."""
LOOSENESS = 1.0
"""The inverse of the regularisation."""
LEANING = 0.0
"""Added to every sum: a friend's harmless word taken for pressure is worse than one let through."""
PRESSURES = frozenset(f"R{number}" for number in range(4, 15))
TELLING, FEWEST_TELLING = 700, 4


@dataclass(frozen=True, slots=True)
class Judged:
    """A text, whether it presses, by which rules, and how much it counts."""

    text: str
    presses: bool
    rules: tuple[str, ...] = ()
    counts: float = 1.0


def main() -> None:
    """Learn and write the weights of every language."""
    for language in Language:
        lines = list(lines_for(language))
        path = LANGUAGES / language / "weights.tsv"
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        print(f"{path.relative_to(ROOT)}: {len(lines)} signs, {path.stat().st_size // 1000} kB")


def lines_for(language: Language) -> Iterator[str]:
    """Yield the lines of one language's file."""
    judged = _judged(language)
    texts = [
        *judged,
        *_pieces(judged, language),
        *_stock(language),
        *_own(language),
        *_prose(language),
    ]
    signs = [_signs(one.text, language) for one in texts]
    known = _frequent(signs)
    first = _fitted(texts, signs, known)
    kept = _heaviest(first, Counter(sign for each in signs for sign in each))
    weights = _fitted(texts, signs, kept)
    yield f"bias\t{round((weights.pop('') + LEANING) * UNIT)}\t"
    for sign, weight in sorted(weights.items()):
        if round(weight * UNIT):
            yield f"{TABLES[sign[0]]}\t{round(weight * UNIT)}\t{sign[1:]}"
    yield from _telling(texts)


def _judged(language: Language) -> list[Judged]:
    lines = SETS.joinpath(f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    told = [(row["text"], not row["good"], _pressures(row.get("rules", ()))) for row in rows]
    return [Judged(*one) for one in told if one[2] or not one[1]]


def _pressures(rules: Sequence[str]) -> tuple[str, ...]:
    """Return the rules about words that press; what is counted needs no weights."""
    return tuple(rule for rule in rules if rule in PRESSURES)


def _pieces(judged: Sequence[Judged], language: Language) -> Iterator[Judged]:
    """Yield each sentence of the good texts by itself: it does not press either."""
    for one in judged:
        reading = read(one.text, lexicon_in(language).words["shortened"])
        if not one.presses and len(reading.sentences) > 1:
            for sentence in reading.sentences:
                text = reading.text[sentence.start : sentence.end]
                yield Judged(text, presses=False, counts=PIECE_WEIGHT)


def _stock(language: Language) -> Iterator[Judged]:
    """Yield the phrases that are to be caught or left alone whatever stands around them."""
    path = PHRASES / language / "pressure.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for rule, phrases in table["caught"].items():
        yield from (
            Judged(text, presses=True, rules=(rule,), counts=STOCK_WEIGHT) for text in phrases
        )
    yield from (Judged(text, presses=False, counts=STOCK_WEIGHT) for text in table["free"])


def _own(language: Language) -> Iterator[Judged]:
    """Yield every text of the bank: what Hei itself proposes is good."""
    for text in bank_in(language).texts:
        said = SLOT.sub(lambda slot: FILLING[language][slot[1] == NAME], text.written)
        yield Judged(said, presses=False, counts=OWN_WEIGHT)


def _prose(language: Language) -> Iterator[Judged]:
    """Yield ordinary sentences, as people type them to Hei: they press on nobody."""
    lines = PROSE.joinpath(f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    typed = sorted({str(json.loads(line)["typed"]).replace("\n", " ") for line in lines})
    yield from (Judged(text, presses=False) for text in typed if len(text) > SHORTEST_PROSE)


def _signs(text: str, language: Language) -> set[str]:
    lexicon = lexicon_in(language)
    reading: Reading = read(text, lexicon.words["shortened"])
    rules = {hit.rule for hit in phrases_in(reading, lexicon, Situation())}
    sorts = {"c": runs_in(reading.line), "w": words_in(reading.line), "r": rules}
    return {f"{sort}{sign}" for sort, found in sorts.items() for sign in found}


def _frequent(signs: Sequence[set[str]]) -> list[str]:
    counted = Counter(sign for each in signs for sign in each)
    return sorted(sign for sign, count in counted.items() if count >= FEWEST[sign[0]])


def _fitted(
    texts: Sequence[Judged], signs: Sequence[set[str]], known: Sequence[str]
) -> dict[str, float]:
    """Return what each sign weighs; the empty one is the bias."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - only who trains has these
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    column = {sign: place for place, sign in enumerate(known)}
    cells: list[tuple[int, int, float]] = [
        (row, column[sign], SCALES[sign[0]])
        for row, each in enumerate(signs)
        for sign in each
        if sign in column
    ]
    rows, columns, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(texts), len(known)))
    leans = _leanings(texts, signs, known)
    counts = [one.counts for one in texts]
    model: Any = LogisticRegression(C=LOOSENESS, max_iter=5000)
    model.fit(matrix.multiply(leans).tocsr(), [one.presses for one in texts], sample_weight=counts)
    weights = {
        sign: float(learned) * lean * SCALES[sign[0]]
        for sign, learned, lean in zip(known, model.coef_[0], leans, strict=True)
    }
    return weights | {"": float(model.intercept_[0])}


def _leanings(
    texts: Sequence[Judged], signs: Sequence[set[str]], known: Sequence[str]
) -> list[float]:
    """Return of each sign the logarithm of how much more often it stands where something presses.

    Learning on signs scaled so is sounder than on signs alone where texts are short and few
    (Wang and Manning, "Baselines and Bigrams", 2012).
    """
    pressing: dict[str, float] = defaultdict(float)
    kind: dict[str, float] = defaultdict(float)
    for one, each in zip(texts, signs, strict=True):
        seen = pressing if one.presses else kind
        for sign in each:
            seen[sign] += one.counts
    of_all = (sum(pressing[sign] + SMOOTHING for sign in known)) / (
        sum(kind[sign] + SMOOTHING for sign in known)
    )
    return [log((pressing[sign] + SMOOTHING) / (kind[sign] + SMOOTHING) / of_all) for sign in known]


def _heaviest(weights: dict[str, float], counted: Counter[str]) -> list[str]:
    """Return the signs that matter most: heavy ones that stand in many texts."""

    def matters(sign: str) -> float:
        return -abs(weights[sign]) * sqrt(counted[sign])

    return sorted(
        sign
        for sort, most in KEPT.items()
        for sign in sorted((s for s in weights if s[:1] == sort), key=matters)[:most]
    )


def _telling(texts: Sequence[Judged]) -> Iterator[str]:
    """Yield of telling words the rule they stand with most often, against its usual share."""
    pressing = [one for one in texts if one.presses and one.rules]
    usual = Counter(one.rules[0] for one in pressing)
    seen: dict[str, Counter[str]] = {}
    for one in pressing:
        for word in set(WORD.findall(read(one.text).line)):
            seen.setdefault(word, Counter())[one.rules[0]] += 1
    found = []
    for word, rules in seen.items():
        rule, count = max(rules.items(), key=lambda item: item[1] / usual[item[0]])
        lift = (count / sum(rules.values())) / (usual[rule] / len(pressing))
        if count >= FEWEST_TELLING and lift > 1:
            found.append((round(lift * count), rule, word))
    for loudness, rule, word in sorted(found, reverse=True)[:TELLING]:
        yield f"{rule}\t{loudness}\t{word}"


if __name__ == "__main__":
    main()
