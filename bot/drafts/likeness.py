"""How alike two texts are, so that no two contacts get the same words (R26 of docs/drafts.md)."""

from functools import lru_cache

from bot.drafts.words import words_of

RUN = 4
"""Words of a run that two texts may share."""
MOST_SHARED = 0.6
"""The share of runs above which one text is a copy of the other."""
Runs = frozenset[tuple[str, ...]]


@lru_cache(maxsize=4096)
def runs_in(text: str, name: str) -> Runs:
    """Return every run of four words in a text, without the name of whom it is for.

    A text of fewer words is one run.
    """
    own = set(words_of(name))
    words = [word for word in words_of(text) if word not in own]
    ends = max(1, len(words) - RUN + 1)
    return frozenset(tuple(words[start : start + RUN]) for start in range(ends))


def is_near_copy(one: Runs, other: Runs) -> bool:
    """Say whether the shorter of two texts stands almost whole in the other."""
    return len(one & other) > MOST_SHARED * min(len(one), len(other))
