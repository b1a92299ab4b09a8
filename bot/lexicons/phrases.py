"""The little language in which the lexicons write down what people say.

A phrase is words with single spaces between them:

=========  ==================================================================================
``word``   that word
``stem*``  any word that begins so; ``*end`` any that ends so; ``*`` any word
``a|b_c``  one of several; ``_`` stands for the space in an alternative of several words
``@name``  one of a named list of the lexicon
``word?``  may be left out
``!word``  the next word is not that one
``..``     up to three words of the same sentence; ``...`` up to five; ``..2`` up to two
``^``      a clause begins here; ``^^`` a sentence begins here
``$``      the sentence ends here; ``$?`` it ends here or later, and asks
=========  ==================================================================================

After ``~`` stands what must not be in the same sentence, after ``=>`` at the end what is lighter.
Every gap has an end and every word a sign that ends it, so that no text can make a search long.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WORD = "[^ ,.?!]"
BORDER = "(?=[ ,.?!])"
GAP = re.compile(r"\.{2,3}(\d*)")
GAPS = {"..": "3", "...": "5"}
STARTS = {"^": "(?<=[,.?!])", "^^": "(?<=[.?!])"}
ENDS = {"$": "(?=[.?!])", "$?": rf"(?=(?:[ ,]{WORD}+){{0,40}}\?)"}
SHORTEST_STEM = 2
"""Letters of a stem that can be looked for before the whole phrase is."""
WordLists = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern with what makes it cheap and what calls it off.

    Attributes:
        pattern: matches in the line, from the first letter to the last.
        needs: of each of these one word or stem must stand in the line.
        unless: must not match in the sentence; None for no such thing.
        lighter: what may stand there instead.
    """

    pattern: re.Pattern[str]
    needs: tuple[tuple[str, ...], ...]
    unless: re.Pattern[str] | None = None
    lighter: str = ""

    def is_off(self, line: str, sentence: tuple[int, int]) -> bool:
        """Say whether a sentence holds what calls the phrase off."""
        start, end = max(0, sentence[0] - 1), sentence[1]
        return self.unless is not None and self.unless.search(line, start, end) is not None


def phrase_of(source: str, words: WordLists) -> Phrase:
    """Return the phrase that a line of a lexicon writes down.

    Raises:
        KeyError: it names a list that there is not.
        re.error: it is no sound phrase.
    """
    rest, _, lighter = source.partition("=>")
    wanted, _, unless = rest.partition("~")
    guard = re.compile(_pattern(unless, words)) if unless.strip() else None
    pattern = re.compile(_pattern(wanted, words))
    return Phrase(pattern, _needs(wanted, words), guard, lighter.strip())


def _pattern(source: str, words: WordLists) -> str:
    """Return the regular expression: every word but the first brings the sign before it along."""
    tokens = source.split()
    parts = [STARTS.get(tokens[0], "(?<=[ ,.?!])")]
    begun = False
    for token in tokens[tokens[0] in STARTS :]:
        parts.append(_part(token, words, begun=begun))
        begun = begun or not _is_optional(token)
    return "".join(parts)


def _part(token: str, words: WordLists, *, begun: bool) -> str:
    if gap := GAP.fullmatch(token):
        return rf"(?:[ ,]{WORD}+){{0,{gap[1] or GAPS[token]}}}?"
    before, after = ("[ ,]", "") if begun else ("", "[ ,]")
    if token[0] == "!":
        return rf"(?!{before}{_any_of(token[1:], words)}[ ,.?!])"
    if _is_optional(token):
        return rf"(?:{before}{_any_of(token[:-1], words)}{after or BORDER})?"
    ends = [ENDS[option] for option in _options(token, words) if option in ENDS]
    if ends and all(option in ENDS for option in _options(token, words)):
        return ends[0]
    whole = f"{before}{_any_of(token, words)}{BORDER}"
    return f"(?:{'|'.join([whole, *ends])})" if ends else whole


def _is_optional(token: str) -> bool:
    return token.endswith("?") and not token.endswith("$?")


def _any_of(token: str, words: WordLists) -> str:
    options = [_one(option) for option in _options(token, words) if option not in ENDS]
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


def _options(token: str, words: WordLists) -> list[str]:
    """Return the alternatives of one token, named lists filled in."""
    found: list[str] = []
    for option in token.split("|"):
        if option[0] == "@":
            found.extend(each for word in words[option[1:]] for each in _options(word, words))
        else:
            found.append(option)
    return found


def _one(option: str) -> str:
    literal = re.escape(option).replace("n't", "n'?t")
    return literal.replace(r"\*", f"{WORD}*").replace("_", "[ ,]") if option != "*" else f"{WORD}+"


def _needs(source: str, words: WordLists) -> tuple[tuple[str, ...], ...]:
    """Return for each token that must be there the words or stems of which one is needed."""
    return tuple(
        needed
        for token in source.split()
        if not GAP.fullmatch(token) and token not in STARTS and token[0] != "!"
        if not _is_optional(token) and (needed := _needed(_options(token, words)))
    )


def _needed(options: Sequence[str]) -> tuple[str, ...]:
    """Return a word or stem of each alternative; nothing when one of them has none of use."""
    found: list[str] = []
    for option in options:
        word = max(option.split("_"), key=len)
        stem = word.endswith("*") and len(word) <= SHORTEST_STEM
        if stem or option in ENDS or word[0] == "*":
            return ()
        found.extend((word, word.replace("n't", "nt")))
    return tuple(dict.fromkeys(found))
