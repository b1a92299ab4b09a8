"""Chance that can be replayed: the same seed always falls the same way."""

from math import log

MASK = 2**64 - 1


def mix(seed: int) -> int:
    """Return a seed's bits well stirred (SplitMix64), so that neighbouring seeds part ways."""
    bits = (seed + 1) * 0x9E3779B97F4A7C15 & MASK
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9 & MASK
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EB & MASK
    return bits ^ bits >> 31


def stirred(*seeds: int) -> int:
    """Return the stirred bits of several seeds, whose order matters."""
    bits = 0
    for seed in seeds:
        bits = mix(bits ^ seed)
    return bits


def share(seed: int, number: int) -> float:
    """Return a number between 0 and 1, neither of them included."""
    return ((mix(seed ^ number) >> 12) + 0.5) / 2**52


def gumbel(seed: int, number: int) -> float:
    """Return standard Gumbel noise.

    Whoever has the largest of utility / temperature + noise is a draw from the softmax of the
    utilities, and each one's noise depends on no other: who else may be drawn changes nothing of
    it (Gumbel 1954; Maddison, Tarlow & Minka 2014).
    """
    return -log(-log(share(seed, number)))
