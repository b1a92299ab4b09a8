"""What a draft calls a contact: what the user told, else what the name surely gives, else nothing.

A greeting without a name is always right; one with a title, a family or a word for what somebody
is ("Hi The", "Hi Boss") never is. Knows how names are made, in no language: the words stand in the
address.toml of each.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from bot.domain.names import quoted, without_quoted
from bot.drafts.bank import LONGEST_NAME
from bot.languages import Language
from bot.languages.data import shared, table

BRACKETS = set('()[]{}«»"!?:;|\\')
EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001ffff]")
PICTURES = re.compile(f"(?:{EMOJI.pattern}|[\u2300-\u23ff\u2b00-\u2bff])[\ufe0f\u200d\u20e3]*")
SIGNS_BETWEEN = re.compile(r"(?<=[^\W\d_])[&+](?=[^\W\d_])")
"""What parts two names that are written together: Kari&Ola."""
SHORT_WORD = 3
"""Letters of a word in capitals that may be initials."""
UNLIKE_NAMES = set("./_@")
"""Signs of shortened words, of usernames and of addresses."""
VOWELS = set("aeiouyæøåäöé")


def called(name: str, nickname: str | None = None) -> str:
    """Return what a draft calls somebody; "" for no name.

    Args:
        name: the name as the user wrote it.
        nickname: what the user calls them; "" for nothing, None where it was not told.
    """
    return address(name) if nickname is None else nickname


def names_of(name: str, nickname: str | None = None) -> tuple[str, ...]:
    """Return all that somebody may be called in the user's notes, whatever a draft calls them."""
    return tuple(filter(None, (nickname, address(name) or name)))


def address(name: str) -> str:
    """Return the part of a name one says hi to: "Kari" of "Kari Nordmann", "Aunt May" whole.

    A nickname in quotes goes first, both of two people are called, and where it is not sure what
    somebody is called, the answer is "".
    """
    plain = SIGNS_BETWEEN.sub(r" \g<0> ", PICTURES.sub(" ", name))
    nickname = quoted(plain)
    if nickname and _people(nickname.split()):
        return nickname
    return _people(without_quoted(plain).split())


def is_speakable(first_name: str) -> bool:
    """Say whether a first name can stand in a greeting; if not, the draft does without it."""
    return (
        0 < len(first_name) <= LONGEST_NAME
        and first_name.isprintable()
        and not any(sign in BRACKETS or sign.isdigit() for sign in first_name)
        and (any(map(str.isalpha, first_name)) or emoji_in(first_name) == 1)
        and emoji_in(first_name) <= 1
    )


def emoji_in(text: str) -> int:
    """Return how many emoji a text holds, counted by code point."""
    return len(EMOJI.findall(text))


def _people(words: Sequence[str]) -> str:
    """Return what one or several people are called together."""
    if any(map(_is_family, words)):
        return ""
    joints = [place for place, word in enumerate(words) if _joins(word, words)]
    if not joints or joints[0] == 0 or joints[-1] == len(words) - 1:
        return _one(words)
    *earlier, last = _parts(words, joints)
    names = [_one(part) for part in earlier]
    closing = _one(last)
    return f"{', '.join(names)} {words[joints[-1]]} {closing}" if closing and all(names) else ""


def _parts(words: Sequence[str], joints: Sequence[int]) -> list[list[str]]:
    """Return the words of each of several people, parted by joiners and commas."""
    parts: list[list[str]] = [[]]
    for place, word in enumerate(words):
        if place not in joints:
            parts[-1].append(word.rstrip(","))
        if place in joints or word.endswith(","):
            parts.append([])
    return [part for part in parts if part]


def _one(words: Sequence[str]) -> str:
    """Return what one person is called."""
    if not words:
        return ""
    if words[0].endswith(",") and len(words) > 1:  # "Nordmann, Kari", as address books write it
        return _one(words[1:])
    owned = _without_owner(words)
    if owned is not None:
        return owned[0].capitalize() if len(owned) == 1 and _plain(owned[0]) in _kin() else ""
    return "" if _is_doubtful(words) else _said(words)


def _without_owner(words: Sequence[str]) -> Sequence[str] | None:
    """Return the words without "my" before them or "min" after them; None where there is none."""
    if _plain(words[0]) in _words("owners_before"):  # My and Min are names, too, if alone
        return None if len(words) == 1 and words[0].istitle() else words[1:]
    if len(words) == 1:
        return None
    ends = words[-1] in _words("owners_after") or (
        words[-1].isupper() and words[0].isupper() and _plain(words[-1]) in _words("owners_after")
    )
    return words[:-1] if ends else None


def _is_doubtful(words: Sequence[str]) -> bool:
    """Say whether a name begins with no name: a title, a role, an initial, somebody's mother."""
    first, lowered = words[0].strip(",."), [_plain(word) for word in words]
    return (
        lowered[0] in _no_names()
        or (len(words) > 1 and (words[0].endswith(".") or lowered[0] in _words("particles")))
        or not UNLIKE_NAMES.isdisjoint(first)
        or _is_initials(first)
        or _is_somebody_elses(words)
    )


def _is_somebody_elses(words: Sequence[str]) -> bool:
    """Say whether it is another's mother or boss: "Kari's mum", "mamma til Kari"."""
    first, *others = map(_plain, words)
    after_owner = any(
        _plain(owner).rstrip("'").endswith("s") and _tells_who(word)
        for owner, word in pairwise(words)
    )
    belongs = _is_related(first) and not _words("belonging").isdisjoint(others[:1])
    owns = not _words("owning").isdisjoint(others)
    return after_owner or belongs or owns or first.endswith(tuple(_words("owning_endings")))


def _tells_who(word: str) -> bool:
    """Say whether a word after an owner tells who is theirs; a capital makes Mann a surname."""
    lowered = _plain(word)
    return _is_related(lowered) and (word.islower() or lowered not in _words("roles"))


def _is_related(lowered: str) -> bool:
    return any(lowered in _words(key) for key in ("kin", "kin_with_name", "roles", "related"))


def _is_initials(word: str) -> bool:
    """Say whether a word may be no more than the first letters of names, parted or not."""
    letters = [sign for sign in word if sign.isalpha()]
    cased = bool(letters) and all(sign.lower() != sign.upper() for sign in letters)
    if not cased or len(letters) == 1 or not word.isupper():
        return cased and len(letters) == 1
    lowered = word.casefold()
    if lowered in _known():
        return False
    return len(letters) <= SHORT_WORD or VOWELS.isdisjoint(lowered)


def _said(words: Sequence[str]) -> str:
    """Return the first name, or what kin are called, in the letters that are right."""
    lowered = [_plain(word) for word in words]
    if lowered[0] in _words("kin_with_name") and _is_name_next(words, lowered):
        return _spelled(words[:2])
    if lowered[0] in _kin():
        return _spelled(words[:1])
    if lowered[0] in _words("kin_with_name"):
        return ""
    return _spelled(words[: _words_of_first_name(lowered)])


def _is_name_next(words: Sequence[str], lowered: Sequence[str]) -> bool:
    """Say whether a name follows the first word: a capital, and no "Work" or "Boss"."""
    return len(words) > 1 and words[1][0].isupper() and lowered[1] not in _no_names()


def _words_of_first_name(lowered: Sequence[str]) -> int:
    """Return how many of the words make up the first name."""
    pair = lowered[:2]
    double = len(pair) > 1 and pair[0] in _first_names()["heads"]
    return 2 if double and pair[1] in _first_names()["tails"] else 1


def _spelled(words: Sequence[str]) -> str:
    """Return words as they are written in a greeting: a name in capitals is not shouted."""
    return " ".join(_calmly(word.rstrip(",.")) for word in words)


def _calmly(word: str) -> str:
    quiet = "-".join(part.capitalize() for part in word.split("-"))
    return quiet if word.isupper() and "'" not in word else word


def _joins(word: str, words: Sequence[str]) -> bool:
    """Say whether a word stands between two names; "O" is none where a name is not in capitals."""
    return word.casefold() in _words("joiners") and (
        not word.isupper() or all(map(str.isupper, filter(str.isalpha, words)))
    )


def _is_family(word: str) -> bool:
    lowered = _plain(word)
    return lowered in _words("families") or lowered.endswith(tuple(_words("family_endings")))


def _plain(word: str) -> str:
    """Return a word without case and without the mark at its end."""
    return word.casefold().replace("\u2019", "'").strip(".,")


@cache
def _no_names() -> frozenset[str]:
    """Return the words that nobody is called by, in any language."""
    return _words("titles") | _words("openers") | _words("roles") | _words("joiners")


@cache
def _known() -> frozenset[str]:
    """Return the short words that are known for names or for kin."""
    return _kin() | _words("kin_with_name") | _first_names()["heads"] | _first_names()["tails"]


def _kin() -> frozenset[str]:
    return _words("kin")


@cache
def _words(key: str) -> frozenset[str]:
    """Return one list of all languages together: a Swede knows a Mr Bean, too."""
    lists = (table(each, "address.toml")[key] for each in Language)
    return frozenset[str]().union(*lists)


@cache
def _first_names() -> dict[str, frozenset[str]]:
    """Return the words that make up first names of two, read the first time."""
    return {key: frozenset(words) for key, words in shared("first_names.toml").items()}
