"""The words of the sentences from which the weights of acts were learned."""

from functools import cache

from bot.lexicons.weights import weights_from

SIGN = "="
"""What a word, or several near each other, begins with as a sign."""


@cache
def learned_words() -> frozenset[str]:
    """Return the words that weigh anything, for whatever act; any other is a rare one."""
    return frozenset(
        sign.removeprefix(SIGN) for sign in weights_from("acts.tsv").rows if sign.startswith(SIGN)
    )
